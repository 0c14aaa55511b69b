/**
 * The storage of an app on Linux Consumption, for its packages: how it is reached, writing one package, removing
 * old ones. The only file that loads @azure/storage-blob. Keys and signatures leave it only inside the address
 * that becomes an app setting.
 */
import {
  BlobSASPermissions,
  BlobServiceClient,
  type ContainerClient,
  generateBlobSASQueryParameters,
  newPipeline,
  RestError,
  StorageSharedKeyCredential,
} from '@azure/storage-blob'
import { requireAllowed } from './allowed-hosts'
import { azureError } from './azure-error'
import { userAgent } from './http'
import { HttpError } from './http-error'
import type { Session } from './session'
import type { StoragePlace } from './storage-place'

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
  /** An address that lets its bearer read this one package. Only with a key. */
  signedAddressOf(name: string, startsOn: Date, endsOn: Date): string
  /** Names of the packages under a prefix. */
  list(prefix: string): Promise<readonly string[]>
  remove(name: string): Promise<void>
}

export interface PackageWrite {
  readonly name: string
  readonly path: string
  readonly sha256: string
  readonly signal: AbortSignal
  readonly onProgress: (sentBytes: number) => void
}

/**
 * Opens the storage. Sends nothing.
 *
 * @param session signed in
 * @param place as read from the app settings
 * @returns the store
 * @throws ActionError `azure-host-not-allowed` when the identity's token would leave the cloud
 */
export function openPackageStore(session: Session, place: StoragePlace): PackageStore {
  const key = place.way === 'key' ? new StorageSharedKeyCredential(place.account, place.key) : undefined
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
    retryOptions: { maxTries: 4, maxRetryDelayInMs: 10_000 },
    // The library signs again for the host of a redirect: none is followed.
    redirectOptions: { maxRetries: 0 },
    ...(session.http.ca === undefined ? {} : { tlsOptions: { ca: session.http.ca } }),
  }
  const pipeline = newPipeline(credential, options)
  const container = new BlobServiceClient(endpoint.replace(/\/+$/, ''), pipeline).getContainerClient(
    containerName,
  )
  return {
    write: (request) => write(container, request),
    addressOf: (name) => container.getBlockBlobClient(name).url,
    signedAddressOf: (name, startsOn, endsOn) => {
      if (key === undefined) throw new TypeError('Only a key can sign an address.')
      const signature = generateBlobSASQueryParameters(
        {
          containerName,
          blobName: name,
          permissions: BlobSASPermissions.parse('r'),
          startsOn,
          expiresOn: endsOn,
        },
        key,
      )
      return `${container.getBlockBlobClient(name).url}?${signature}`
    },
    list: (prefix) => list(container, prefix),
    remove: async (name) => {
      await asHttpError('DELETE', container.url, container.deleteBlob(name, { deleteSnapshots: 'include' }))
    },
  }
}

async function write(container: ContainerClient, request: PackageWrite): Promise<void> {
  try {
    await container.createIfNotExists({ abortSignal: request.signal })
  } catch (error) {
    // A role on the container alone may write blobs and not create containers: the upload will tell.
    if (!(error instanceof RestError) || error.statusCode !== 403)
      throw toHttpError('PUT', container.url, error)
  }
  const blob = container.getBlockBlobClient(request.name)
  const upload = blob.uploadFile(request.path, {
    abortSignal: request.signal,
    blobHTTPHeaders: { blobContentType: 'application/zip' },
    metadata: { sha256: request.sha256 },
    // The name is new; whatever is there under it is not ours to replace.
    conditions: { ifNoneMatch: '*' },
    blockSize: 4 * 1024 * 1024,
    concurrency: 4,
    onProgress: (progress) => request.onProgress(progress.loadedBytes),
  })
  await asHttpError('PUT', blob.url, upload)
}

async function list(container: ContainerClient, prefix: string): Promise<readonly string[]> {
  const names: string[] = []
  try {
    for await (const blob of container.listBlobsFlat({ prefix })) {
      names.push(blob.name)
      if (names.length >= 1000) break
    }
  } catch (error) {
    throw toHttpError('GET', container.url, error)
  }
  return names
}

/**
 * The error of a storage that is not reached with a key, where a key was needed.
 *
 * @param appName of the app
 * @returns the error, code `blob-storage-missing`
 */
export function noStorage(appName: string): Error {
  return azureError('blob-storage-missing', `'${appName}' has no storage that a package could be put into.`, {
    hint: 'Set AzureWebJobsStorage__accountName (with roles for the identities) or AzureWebJobsStorage (a connection string) on the app.',
  })
}

async function asHttpError<T>(method: string, url: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw toHttpError(method, url, error)
  }
}

// The library's error holds the request with its headers: only what is safe to show goes on.
function toHttpError(method: string, url: string, error: unknown): unknown {
  if (!(error instanceof RestError)) return error
  return new HttpError({
    method,
    url,
    status: error.statusCode ?? 0,
    networkCode: error.code ?? '',
    body: error.message,
    requestId: error.response?.headers.get('x-ms-request-id') ?? '',
  })
}
