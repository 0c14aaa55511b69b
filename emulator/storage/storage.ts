/**
 * The storage account: real Azurite as a child process, behind a TLS front that logs requests, applies faults
 * and checks data roles, which Azurite does not do.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { Agent, request as httpsRequest } from 'node:https'
import { createRequire } from 'node:module'
import type { AccessTokens } from '../entra/access-tokens'
import { isAllowed } from '../entra/identities'
import type { Certificates } from '../server/certificates'
import type { Answer, Service, WebRequest } from '../server/web-server'

export interface StorageAccount {
  readonly name: string
  /** ARM id: scope of data roles. */
  readonly id: string
  /** Base64. Lives in memory and in the environment of the child only. */
  readonly key: string
}

const startLimitMs = 30_000
const audience = 'https://storage.azure.com'

/**
 * A storage account with a fresh key.
 *
 * @param resourceGroupId ARM id of its resource group
 * @param name 3 to 24 lower-case letters and digits
 */
export function storageAccount(resourceGroupId: string, name = 'hellofunctionsstore'): StorageAccount {
  return {
    name,
    id: `${resourceGroupId}/providers/Microsoft.Storage/storageAccounts/${name}`,
    key: randomBytes(64).toString('base64'),
  }
}

/**
 * The connection string of an account.
 *
 * @param account name and key
 * @param origin of the TLS front
 */
export function connectionString(account: StorageAccount, origin: string): string {
  return [
    'DefaultEndpointsProtocol=https',
    `AccountName=${account.name}`,
    `AccountKey=${account.key}`,
    `BlobEndpoint=${origin}/${account.name};`,
  ].join(';')
}

export class BlobStorage implements Service {
  readonly name = 'storage'
  readonly account: StorageAccount
  readonly #certificates: Certificates
  readonly #tokens: AccessTokens
  readonly #agent: Agent
  #child: ChildProcess | undefined
  #origin: Promise<string> | undefined

  /**
   * @param account name and key that Azurite shall know
   * @param certificates Azurite serves TLS too, or it would refuse bearer tokens
   * @param tokens checks bearer tokens and knows the callers' roles
   */
  constructor(account: StorageAccount, certificates: Certificates, tokens: AccessTokens) {
    this.account = account
    this.#certificates = certificates
    this.#tokens = tokens
    this.#agent = new Agent({ keepAlive: true, ca: certificates.ca })
  }

  /**
   * Starts Azurite unless it runs.
   *
   * @returns its own origin, behind the front
   * @throws when it does not listen within half a minute
   */
  start(): Promise<string> {
    this.#origin ??= this.#spawn()
    return this.#origin
  }

  async handle(request: WebRequest): Promise<Answer> {
    const origin = await this.start()
    return (await this.#refusal(request)) ?? (await this.#pass(origin, request))
  }

  async stop(): Promise<void> {
    this.#agent.destroy()
    const child = this.#child
    if (!child || child.exitCode !== null) return
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      // Nothing is on disk, so there is nothing to close properly.
      child.kill('SIGKILL')
    })
  }

  #spawn(): Promise<string> {
    const main = createRequire(import.meta.url).resolve('azurite/dist/src/blob/main.js')
    // The channel closes when the emulator dies, however that happens.
    const leash = 'data:text/javascript,process.on("disconnect",()=>process.exit(0))'
    const { certFile, keyFile } = this.#certificates
    const flags = ['--inMemoryPersistence', '--disableTelemetry', '--skipApiVersionCheck', '--silent']
    const child = spawn(
      process.execPath,
      [
        '--import',
        leash,
        main,
        ...flags,
        '--blobPort',
        '0',
        '--oauth',
        'basic',
        '--cert',
        certFile,
        '--key',
        keyFile,
      ],
      {
        env: {
          ...process.env,
          AZURITE_ACCOUNTS: `${this.account.name}:${this.account.key}`,
          NODE_OPTIONS: '',
        },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    )
    this.#child = child
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => fail(`Azurite did not listen within ${startLimitMs} ms`), startLimitMs)
      let output = ''
      const fail = (reason: string): void => {
        clearTimeout(timer)
        reject(new Error(`${reason}: ${output.slice(-500)}`))
      }
      const read = (chunk: Buffer): void => {
        output = `${output}${chunk.toString('utf8')}`.slice(-4000)
        const port = /successfully listens on https?:\/\/\S+:(\d+)/.exec(output)?.[1]
        if (port === undefined) return
        clearTimeout(timer)
        resolve(`https://127.0.0.1:${port}`)
      }
      child.stdout?.on('data', read)
      child.stderr?.on('data', read)
      child.once('error', (error) => fail(error.message))
      child.once('exit', (code) => fail(`Azurite ended with code ${code}`))
    })
  }

  async #refusal(request: WebRequest): Promise<Answer | undefined> {
    const header = request.headers.authorization
    if (header === undefined || !/^Bearer /i.test(header)) return undefined
    const own = `https://${this.account.name}.blob.core.windows.net`
    const verdict = await this.#tokens.check(header, [audience, own])
    if (verdict.kind !== 'valid') {
      return storageError(401, 'InvalidAuthenticationInfo', 'Server failed to authenticate the request.')
    }
    if (isAllowed(verdict.principal, actionOf(request), this.account.id)) return undefined
    return storageError(
      403,
      'AuthorizationPermissionMismatch',
      'This request is not authorized to perform this operation using this permission.',
    )
  }

  #pass(origin: string, request: WebRequest): Promise<Answer> {
    const { 'transfer-encoding': _, connection: __, ...headers } = request.headers
    return new Promise((resolve, reject) => {
      const outgoing = httpsRequest(
        new URL(request.target, origin),
        {
          method: request.method,
          agent: this.#agent,
          headers: { ...headers, 'content-length': request.body.length },
        },
        (incoming) => {
          const chunks: Buffer[] = []
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
          incoming.once('error', reject)
          incoming.once('end', () => {
            const { 'transfer-encoding': ___, connection: ____, ...kept } = incoming.headers
            const defined = Object.entries(kept).filter(
              (entry): entry is [string, string | string[]] => !!entry[1],
            )
            resolve({
              status: incoming.statusCode ?? 502,
              headers: Object.fromEntries(defined),
              body: Buffer.concat(chunks),
            })
          })
        },
      )
      outgoing.once('error', reject)
      outgoing.end(request.body)
    })
  }
}

function actionOf(request: WebRequest): string {
  const base = 'Microsoft.Storage/storageAccounts/blobServices'
  if (request.query.get('comp') === 'userdelegationkey') return `${base}/generateUserDelegationKey/action`
  const isBlob = request.path.split('/').filter(Boolean).length > 2
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const verb = isRead ? 'read' : request.method === 'DELETE' ? 'delete' : 'write'
  // Listing the blobs of a container is a read of blobs.
  const isListing = request.query.get('comp') === 'list' && request.query.get('restype') === 'container'
  return isBlob || isListing ? `${base}/containers/blobs/${verb}` : `${base}/containers/${verb}`
}

function storageError(status: number, code: string, message: string): Answer {
  return {
    status,
    headers: { 'content-type': 'application/xml', 'x-ms-error-code': code },
    body: `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
  }
}
