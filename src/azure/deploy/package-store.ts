/**
 * The storage of an app on Linux Consumption, for its packages: how it is reached, writing one package, removing
 * old ones. The only file that loads @azure/storage-blob. Keys and signatures leave it only inside the address
 * that becomes an app setting.
 */
import { createHash } from 'node:crypto'
import { RestError } from '@azure/core-rest-pipeline'
import type { ContainerClient } from '@azure/storage-blob'
import { azureError, HttpError, provenChunks, requireAllowed, type Upload, userAgent } from '../http'
import type { Session } from '../sign-in'
import type { StoragePlace } from '../site'
import type { DeploymentMessage } from './deploy-context'
import { type Attempt, type Bounds, persist } from './storage-request'

/** Ours alone, so that removing old packages never touches anybody else's. */
const containerName = 'go-azure-func-action'

export interface PackageStore {
  /**
   * Writes the package under a new name.
   *
   * @throws HttpError; 403 when the identity has no role on the storage
   */
  write(request: PackageWrite): Promise<void>
  /** The address without a signature. */
  addressOf(name: string): string
  /** An address that lets its bearer read this one package, without a start: clocks differ. Only with a key. */
  signedAddressOf(name: string, endsOn: Date): string
  /** Names of the packages under a prefix. */
  list(prefix: string): Promise<readonly string[]>
  remove(name: string): Promise<void>
  /** The digest that a package was written with, `''` when it has none. */
  digestOf(name: string, signal: AbortSignal): Promise<string>
}

export interface PackageWrite {
  readonly name: string
  readonly package: Upload
  /** Commit, run and actor, kept beside the package: there is no deployment history on this plan. */
  readonly origin: DeploymentMessage
  /** Clock time after which no further try begins. */
  readonly deadline: number
  readonly signal: AbortSignal
}

/**
 * Opens the storage. Sends nothing.
 *
 * @param place as read from the app settings
 * @throws ActionError `azure-host-not-allowed` when the identity's token would leave the cloud
 */
export async function openPackageStore(session: Session, place: StoragePlace): Promise<PackageStore> {
  const library = await import('@azure/storage-blob')
  const key =
    place.way === 'key' ? new library.StorageSharedKeyCredential(place.account, place.key) : undefined
  // A key signs requests and stays here; a token travels, and only to hosts of the cloud.
  const endpoint =
    place.way === 'key' ? place.endpoint : requireAllowed(session.cloud, 'blob', place.endpoint).href
  const credential = key ?? {
    getToken: async () => {
      const token = await session.accessToken('storage')
      return { token: token.token, expiresOnTimestamp: token.expiresAtMs }
    },
  }
  const options = {
    userAgentOptions: { userAgentPrefix: userAgent },
    // Its own retries know few of the failures that pass, and wait for ever for an answer: see `persist`.
    retryOptions: { maxTries: 1 },
    // The library signs again for the host of a redirect: none is followed.
    redirectOptions: { maxRetries: 0 },
    ...(session.http.ca === undefined ? {} : { tlsOptions: { ca: session.http.ca } }),
  }
  // Anew for each try: the library keeps a token also when it was refused.
  const open = (): ContainerClient =>
    new library.BlobServiceClient(
      endpoint.replace(/\/+$/, ''),
      library.newPipeline(credential, options),
    ).getContainerClient(containerName)
  const container = open()
  const soon = (): Bounds => ({ deadline: session.clock.now() + 120_000, signal: session.signal })
  return {
    write: (request) => write(session, open, request),
    addressOf: (name) => container.getBlockBlobClient(name).url,
    signedAddressOf: (name, endsOn) => {
      if (key === undefined) throw new TypeError('Only a key can sign an address.')
      const signature = library.generateBlobSASQueryParameters(
        {
          containerName,
          blobName: name,
          permissions: library.BlobSASPermissions.parse('r'),
          expiresOn: endsOn,
        },
        key,
      )
      return `${container.getBlockBlobClient(name).url}?${signature}`
    },
    list: (prefix) =>
      persist(session, { method: 'GET', url: container.url, ...soon() }, ({ signal }) =>
        list(open(), prefix, signal),
      ),
    remove: async (name) => {
      await persist(session, { method: 'DELETE', url: container.url, ...soon() }, ({ signal }) =>
        open().getBlobClient(name).deleteIfExists({ deleteSnapshots: 'include', abortSignal: signal }),
      )
    },
    digestOf: async (name, signal) => {
      const bounds = { method: 'HEAD', url: container.url, ...soon(), signal }
      const { metadata } = await persist(session, bounds, (attempt) =>
        open().getBlobClient(name).getProperties({ abortSignal: attempt.signal }),
      )
      return metadata?.['sha256'] ?? ''
    },
  }
}

async function write(session: Session, open: () => ContainerClient, request: PackageWrite): Promise<void> {
  const { url } = open()
  const bounds = { method: 'PUT', deadline: request.deadline, signal: request.signal }
  try {
    await persist(session, { ...bounds, url }, ({ signal }) =>
      open().createIfNotExists({ abortSignal: signal }),
    )
  } catch (error) {
    // A role on the container alone may write blobs and not create containers, and 409 says that it is there:
    // if neither is so, the upload will tell.
    if (!(error instanceof HttpError) || (error.status !== 403 && error.status !== 409)) throw error
  }
  const blobUrl = open().getBlockBlobClient(request.name).url
  await persist(session, { ...bounds, url: blobUrl }, (attempt) => upload(open(), request, attempt))
}

const blockBytes = 4 * 1024 * 1024

async function upload(container: ContainerClient, request: PackageWrite, attempt: Attempt): Promise<void> {
  const blob = container.getBlockBlobClient(request.name)
  const whole = createHash('md5')
  const ids: string[] = []
  for await (const block of blocksOf(provenChunks(request.package))) {
    const id = Buffer.from(String(ids.length).padStart(6, '0')).toString('base64')
    // Compared by the storage with what arrived; of the whole blob it computes none.
    const transactionalContentMD5 = createHash('md5').update(block).digest()
    const options = { abortSignal: attempt.signal, onProgress: attempt.moved, transactionalContentMD5 }
    await blob.stageBlock(id, block, block.length, options)
    whole.update(block)
    ids.push(id)
  }
  try {
    // The blocks become a blob when all of them are there and proven.
    await blob.commitBlockList(ids, {
      abortSignal: attempt.signal,
      blobHTTPHeaders: { blobContentType: 'application/zip', blobContentMD5: whole.digest() },
      metadata: { ...originOf(request), sha256: request.package.sha256 },
      // The name is new; whatever is there under it is not ours to replace.
      conditions: { ifNoneMatch: '*' },
    })
  } catch (error) {
    if (!(error instanceof RestError) || error.statusCode !== 409) throw error
    // Of a try whose answer was lost.
    const there = await blob.getProperties({ abortSignal: attempt.signal }).catch(() => undefined)
    if (there?.metadata?.['sha256'] !== request.package.sha256) throw error
  }
}

async function* blocksOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let heldBytes = 0
  for await (const chunk of chunks) {
    held.push(chunk)
    heldBytes += chunk.length
    if (heldBytes < blockBytes) continue
    yield Buffer.concat(held)
    held = []
    heldBytes = 0
  }
  if (heldBytes > 0) yield Buffer.concat(held)
}

// Values travel as headers: what no header can hold is left out.
function originOf({ origin }: PackageWrite): Record<string, string> {
  const { sha: commit, repoName: repository, actor, runUrl: run = '' } = origin
  const facts = Object.entries({ commit, repository, actor, run })
  return Object.fromEntries(facts.filter(([, value]) => /^[\x21-\x7e]{1,500}$/.test(value)))
}

async function list(
  container: ContainerClient,
  prefix: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const names: string[] = []
  for await (const blob of container.listBlobsFlat({ prefix, abortSignal: signal })) {
    names.push(blob.name)
    if (names.length >= 1000) break
  }
  return names
}

/**
 * The error of a storage that is not reached with a key, where a key was needed.
 *
 * @returns the error, code `blob-storage-missing`
 */
export function noStorage(appName: string): Error {
  return azureError('blob-storage-missing', `'${appName}' has no storage that a package could be put into.`, {
    hint: 'Set AzureWebJobsStorage__accountName (with roles for the identities) or AzureWebJobsStorage (a connection string) on the app.',
  })
}
