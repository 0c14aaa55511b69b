/**
 * Linux Consumption: the package goes to blob storage, an app setting points to it, the triggers are synced.
 * Changes one app setting and blobs of its own container, nothing else.
 */
import type { Finding } from '../../findings'
import { block, withAnswer } from '../../text/passages'
import { shellQuote } from '../../text/shell-quote'
import { azureError, azureFinding, explainFailure, HttpError } from '../http'
import { roleAssignment } from '../sign-in'
import { changeAppSetting, type Site, type StoragePlace, storagePlaces, syncTriggers } from '../site'
import type { DeployContext, Deployment } from './deploy-context'
import { removeOldPackages } from './package-cleanup'
import { noStorage, openPackageStore, type PackageStore } from './package-store'

const settingName = 'WEBSITE_RUN_FROM_PACKAGE'

/**
 * Deploys to a Linux Consumption app.
 *
 * @returns what became of it, with `restore` for the setting as it was before
 * @throws ActionError or HttpError, which `deployPackage` turns into findings
 */
export async function deployBlob(context: DeployContext): Promise<Deployment> {
  const { session, site, request, progress } = context
  const startedAt = session.clock.now()
  const name = packageName(context)
  progress.state = 'uploading'
  const { place, store } = await upload(context, name)
  progress.id = name
  progress.uploadMs = session.clock.now() - startedAt
  progress.state = 'uploaded, not yet in use'
  const address = addressFor(context, place, store, name)
  request.signal.throwIfAborted()
  // Once begun, the change is finished even when the run is stopped: a half-made one helps nobody.
  const signal = new AbortController().signal
  const change = { name: settingName, value: address.url, signal }
  progress.state = `changing ${settingName}, which may point to the new package already`
  const before = await changeAppSetting(session, site.resourceId, change)
  progress.state = `${settingName} points to the new package`
  const settledAt = session.clock.now()
  const findings = [...address.findings]
  const problem = await syncTriggers(session, site, request.deadline, request.signal)
  if (problem !== '') findings.push(unsynced(problem))
  findings.push(...(await removeOldPackages(context, store, packagePrefix(site), [name, before ?? ''])))
  progress.serverMs = session.clock.now() - settledAt
  progress.state = problem === '' ? 'Success' : 'in use, triggers not synced yet'
  return {
    way: 'blob',
    id: name,
    outcome: problem === '' ? 'succeeded' : 'unconfirmed',
    state: progress.state,
    uploadMs: progress.uploadMs,
    serverMs: progress.serverMs,
    log: [],
    findings,
    restore: () => restore(context, address.url, before),
  }
}

// Sorted by name the newest is last; the app's name keeps apps apart that share an account.
function packageName(context: DeployContext): string {
  const time = new Date(context.session.clock.now()).toISOString().replace(/[-:]|\.\d+/g, '')
  return `${packagePrefix(context.site)}${time}-${context.request.sha256.slice(0, 12)}-${context.token.slice(0, 8)}.zip`
}

/**
 * What the names of an app's packages begin with.
 *
 * @returns the prefix, with a slash at its end
 */
export function packagePrefix({ appName, slotName }: Site): string {
  return `${appName.toLowerCase()}${slotName === '' ? '' : `@${slotName.toLowerCase()}`}/`
}

async function upload(
  context: DeployContext,
  name: string,
): Promise<{ readonly place: StoragePlace; readonly store: PackageStore }> {
  const { session, request } = context
  const places = storagePlaces(session.cloud, context.site)
  for (const [index, place] of places.entries()) {
    const store = await openPackageStore(session, place)
    try {
      await store.write({
        name,
        package: {
          file: request.file,
          sizeBytes: request.sizeBytes,
          sha256: request.sha256,
          ...(request.onProgress === undefined ? {} : { onProgress: request.onProgress }),
        },
        origin: request.message,
        deadline: request.deadline,
        signal: request.signal,
      })
      return { place, store }
    } catch (error) {
      request.signal.throwIfAborted()
      if (!isRefusal(error) || index === places.length - 1) throw explainUpload(context, place, error)
      request.log.info(`The identity may not write to the storage account '${place.account}'; using its key.`)
    }
  }
  throw noStorage(context.site.appName)
}

// A credential of the wrong kind is answered 400 with a code of its own.
function isRefusal(error: unknown): boolean {
  if (!(error instanceof HttpError)) return false
  return error.status === 401 || error.status === 403 || error.networkCode === 'InvalidAuthenticationInfo'
}

function explainUpload(context: DeployContext, place: StoragePlace, error: unknown): unknown {
  if (!(error instanceof HttpError)) return error
  if (!isRefusal(error)) return explainFailure(error, 'upload the package')
  const { subscriptionId, clientId } = context.session
  if (error.networkCode === 'AuthorizationFailure') {
    return azureError(
      'blob-storage-network',
      withAnswer(
        `The network rules of the storage account '${place.account}' do not let this runner in`,
        error.message,
      ),
      {
        hint: `No role helps here. Run the job on a runner inside the network of the account, or let the runner's address in:\n${block(`az storage account network-rule add --account-name ${shellQuote(place.account)} --ip-address '<address of the runner>'`)}`,
        cause: error,
      },
    )
  }
  if (place.way === 'key') {
    return azureError(
      'blob-storage-refused',
      withAnswer(`The storage account '${place.account}' refused the package`, error.message),
      {
        hint: 'Allow shared key access and the network of the runner on the account, or set AzureWebJobsStorage__accountName and use identities.',
        cause: error,
      },
    )
  }
  const scope = `/subscriptions/${subscriptionId}/resourceGroups/${context.site.resourceGroup}/providers/Microsoft.Storage/storageAccounts/${place.account}`
  const action = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write'
  return azureError(
    'blob-storage-refused',
    withAnswer(`The identity may not write to the storage account '${place.account}'`, error.message),
    {
      hint: `Give the identity the role. A new role takes a few minutes to apply.\n${roleAssignment({ action, scope, objectId: '' }, clientId)}\nThe command assumes that the account is in the resource group of the app.`,
      cause: error,
    },
  )
}

// After the plan's end nothing reads a package any more; a signature that ends earlier takes the app down.
const planEnd = Date.UTC(2028, 11, 31)
const yearMs = 365 * 24 * 3_600_000

function addressFor(
  context: DeployContext,
  place: StoragePlace,
  store: PackageStore,
  name: string,
): { readonly url: string; readonly findings: readonly Finding[] } {
  if (place.way === 'identity') {
    const identity = place.isIdentityNamed ? 'the identity it names' : 'the system-assigned identity'
    return {
      url: store.addressOf(name),
      findings: [
        azureFinding(
          'notice',
          'blob-reader-role',
          `'${context.site.appName}' reads its package from '${place.account}' with ${identity}, which needs Storage Blob Data Reader there.`,
          readerRole(context, place.account),
        ),
      ],
    }
  }
  const now = context.session.clock.now()
  const endsOn = new Date(Math.max(planEnd, now + yearMs))
  return {
    url: store.signedAddressOf(name, endsOn),
    findings: [
      azureFinding(
        'warning',
        'blob-sas',
        `'${context.site.appName}' reads its package through a signed address that ends on ${endsOn.toISOString().slice(0, 10)}.`,
        'After that day the app no longer starts unless it was deployed again. To need no signature, give the app an identity with Storage Blob Data Reader and set AzureWebJobsStorage__accountName instead of AzureWebJobsStorage.',
      ),
    ],
  }
}

function readerRole(context: DeployContext, account: string): string {
  const { site, session } = context
  const slot = site.slotName === '' ? '' : ` --slot ${shellQuote(site.slotName)}`
  const principal = `"$(az functionapp identity show --name ${shellQuote(site.appName)} --resource-group ${shellQuote(site.resourceGroup)}${slot} --query principalId --output tsv)"`
  const scope = `/subscriptions/${session.subscriptionId}/resourceGroups/${site.resourceGroup}/providers/Microsoft.Storage/storageAccounts/${account}`
  return block(
    `az role assignment create --assignee-object-id ${principal} --assignee-principal-type ServicePrincipal --role 'Storage Blob Data Reader' --scope ${shellQuote(scope)}`,
  )
}

function unsynced(problem: string): Finding {
  return azureFinding(
    'warning',
    'deployment-unsynced',
    `The triggers could not be synced after the deployment: ${problem}`,
    'Verification repeats it and decides.',
  )
}

async function restore(
  context: DeployContext,
  ours: string,
  before: string | undefined,
): Promise<readonly Finding[]> {
  const { session, site, request } = context
  // Its own signal and time: it is called when the run is about to fail, perhaps because it was stopped.
  const signal = new AbortController().signal
  const change = { name: settingName, value: before, onlyIf: ours, signal }
  const current = await changeAppSetting(session, site.resourceId, change)
  if (current !== ours) {
    return [
      azureFinding(
        'warning',
        'deployment-not-restored',
        `Somebody else has changed ${settingName} of '${site.appName}'. This run left the new value alone.`,
        'Look at the app settings and at what else deploys to this app.',
      ),
    ]
  }
  const deadline = session.clock.now() + 60_000
  const problem = await syncTriggers(session, site, deadline, signal)
  request.log.info(`Restored ${settingName} as it was before this deployment.`)
  return [
    azureFinding(
      'warning',
      'deployment-restored',
      before === undefined
        ? `The package was taken out of use again: '${site.appName}' had none before.`
        : `'${site.appName}' runs the package it ran before this deployment again.`,
      problem === ''
        ? 'Correct what verification found and deploy again.'
        : `Its triggers are not synced yet: ${problem}`,
    ),
  ]
}
