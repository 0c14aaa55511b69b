/** The resource group of a proof: created, filled from a template, and removed. Names no scenario. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { repositoryRoot } from '../run-action'
import type { ArmAnswer, ArmClient } from './arm-client'
import type { HostRole } from './exchange'
import type { ProofNames, ProofPlan } from './names'
import type { Session } from './session'

const resourcesVersion = '2021-04-01'
const sitesVersion = '2024-04-01'
const lifetimeMs = 6 * 3_600_000

export interface GroupRequest {
  readonly session: Session
  readonly arm: ArmClient
  readonly names: ProofNames
  readonly plan: ProofPlan
  readonly location: string
  readonly deadlineMs: number
}

function groupPath({ session, names }: Pick<GroupRequest, 'session' | 'names'>): string {
  return `/subscriptions/${session.subscriptionId}/resourceGroups/${names.group}`
}

/** @throws Error when there is such a group already: it is not ours, and would be removed at the end */
export async function createGroup(request: GroupRequest): Promise<void> {
  const { arm, location } = request
  const path = `${groupPath(request)}?api-version=${resourcesVersion}`
  const before = await arm.ask('GET', path)
  if (before.status !== 404)
    throw new Error(
      `The resource group '${request.names.group}' exists (${before.status}). Take another --seed, or remove it.`,
    )
  await expectStatus(arm.ask('PUT', path, { location, tags: tags() }), [200, 201], 'create the group')
}

function tags(): Record<string, string> {
  return { purpose: 'proof', expiresOn: new Date(Date.now() + lifetimeMs).toISOString() }
}

/**
 * Deploys `infra/PLAN.json` and waits until everything is there.
 *
 * @throws Error with what Azure says, when it fails or takes longer than the deadline
 */
export async function deployTemplate(request: GroupRequest, signal: AbortSignal): Promise<void> {
  const { arm, session, names, plan, location } = request
  const template: unknown = JSON.parse(readFileSync(join(repositoryRoot, 'infra', `${plan}.json`), 'utf8'))
  const deployer = claimsOf(await session.armToken())
  const values = {
    appName: names.app,
    planName: names.plan,
    storageName: names.storage,
    identityName: names.identity,
    location,
    deployerId: deployer.objectId,
    deployerType: deployer.type,
    expiresOn: tags()['expiresOn'],
  }
  const parameters = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]))
  const path = `${groupPath(request)}/providers/Microsoft.Resources/deployments/proof?api-version=${resourcesVersion}`
  const body = { properties: { mode: 'Incremental', template, parameters } }
  let answer = await expectStatus(arm.ask('PUT', path, body), [200, 201], 'deploy the template')
  const deadline = Date.now() + request.deadlineMs
  for (;;) {
    const { provisioningState, error } = propertiesOf(answer)
    if (provisioningState === 'Succeeded') return
    if (provisioningState === 'Failed' || provisioningState === 'Canceled')
      throw new Error(`The deployment of the template is '${provisioningState}': ${JSON.stringify(error)}`)
    if (Date.now() > deadline)
      throw new Error(`The deployment of the template is still '${provisioningState}'; it is given up.`)
    await sleep(session.pollMs, undefined, { signal })
    answer = await expectStatus(arm.ask('GET', path), [200], 'look at the deployment')
  }
}

/** The hosts of the app, its slot and its storage, as Azure names them. */
export async function readHosts(request: GroupRequest): Promise<Readonly<Record<string, HostRole>>> {
  const { arm, names, plan } = request
  const site = `${groupPath(request)}/providers/Microsoft.Web/sites/${names.app}`
  const version = `?api-version=${sitesVersion}`
  const hosts: Record<string, HostRole> = {}
  for (const path of [site, ...(plan === 'flex' ? [] : [`${site}/slots/staging`])]) {
    const answer = await expectStatus(arm.ask('GET', path + version), [200], 'look at the app')
    const states = propertiesOf(answer)['hostNameSslStates'] as
      | readonly { name: string; hostType: string }[]
      | undefined
    for (const { name, hostType } of states ?? []) hosts[name] = hostType === 'Repository' ? 'scm' : 'app'
  }
  const deployment = `${groupPath(request)}/providers/Microsoft.Resources/deployments/proof?api-version=${resourcesVersion}`
  const { outputs } = propertiesOf(await arm.ask('GET', deployment)) as {
    outputs?: { blobEndpoint?: { value: string } }
  }
  const blob = outputs?.blobEndpoint?.value ?? ''
  if (URL.canParse(blob)) hosts[new URL(blob).host] = 'storage'
  await expectStatus(
    arm.ask('GET', `${groupPath(request)}/resources?api-version=${resourcesVersion}`),
    [200],
    'list the group',
  )
  return hosts
}

/**
 * Removes the group with everything in it, and waits until it is gone.
 *
 * @throws Error when it is still there at the deadline
 */
export async function removeGroup(request: GroupRequest): Promise<void> {
  const { arm, session } = request
  const path = `${groupPath(request)}?api-version=${resourcesVersion}`
  const deadline = Date.now() + request.deadlineMs
  let answer = await arm.ask('DELETE', path)
  if (answer.status === 404) return
  if (![200, 202].includes(answer.status))
    throw new Error(`The group could not be removed: ${answer.status} ${JSON.stringify(answer.body)}`)
  const { location } = answer.headers
  while (answer.status === 202 && typeof location === 'string' && Date.now() < deadline) {
    await sleep(Math.max(session.pollMs, 1000 * Number(answer.headers['retry-after'] ?? 0)))
    answer = await arm.ask('GET', location)
  }
  while ((await arm.ask('GET', path)).status !== 404) {
    if (Date.now() > deadline) throw new Error(`The resource group '${request.names.group}' is still there.`)
    await sleep(session.pollMs)
  }
}

function propertiesOf({ body }: ArmAnswer): Readonly<Record<string, unknown>> {
  const { properties = {} } = (body ?? {}) as { properties?: Record<string, unknown> }
  return properties
}

async function expectStatus(
  asked: Promise<ArmAnswer>,
  good: readonly number[],
  what: string,
): Promise<ArmAnswer> {
  const answer = await asked
  if (good.includes(answer.status)) return answer
  throw new Error(`To ${what} was answered ${answer.status}: ${JSON.stringify(answer.body)}`)
}

function claimsOf(token: string): { readonly objectId: string; readonly type: 'ServicePrincipal' | 'User' } {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as {
    oid?: string
    idtyp?: string
  }
  return { objectId: claims.oid ?? '', type: claims.idtyp === 'app' ? 'ServicePrincipal' : 'User' }
}
