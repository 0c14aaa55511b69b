/** Who proves, and where: the session of the Azure CLI in Azure, or the emulator in its place. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import type { Mutation } from '../../emulator/server/mutation'
import type { ProofNames } from './names'
import type { Place } from './tolerances'

export interface Session {
  readonly place: Place
  readonly armEndpoint: string
  readonly subscriptionId: string
  readonly tenantId: string
  /** PEM; absent where Node's own authorities hold. */
  readonly ca?: string
  armToken(): Promise<string>
  /** By which the action signs in. */
  readonly inputs: Readonly<Record<string, string>>
  readonly env: Readonly<Record<string, string>>
  /** Between two polls, when the service does not say. */
  readonly pollMs: number
  /** Secrets of this run that no recording may hold, as far as they are known. */
  secrets(): readonly string[]
  stop(): Promise<void>
}

const armEndpoint = 'https://management.azure.com'

/**
 * The session of the Azure CLI. In a job with an OIDC token of GitHub the action signs in by itself with
 * AZURE_CLIENT_ID; elsewhere it asks the CLI, too.
 *
 * @throws Error when nobody is signed in
 */
export async function cliSession(): Promise<Session> {
  const account = JSON.parse(await az('account', 'show')) as { id: string; tenantId: string }
  const { AZURE_CLIENT_ID: clientId, ...env } = process.env
  const url = env['ACTIONS_ID_TOKEN_REQUEST_URL']
  const isOidc = clientId !== undefined && clientId !== '' && url !== undefined
  let kept = { token: '', untilMs: 0 }
  const seen: string[] = []
  return {
    place: 'azure',
    armEndpoint,
    subscriptionId: account.id,
    tenantId: account.tenantId,
    armToken: async () => {
      if (kept.untilMs > Date.now()) return kept.token
      const args = ['--resource', armEndpoint, '--subscription', account.id]
      const fresh = JSON.parse(await az('account', 'get-access-token', ...args)) as { accessToken: string }
      kept = { token: fresh.accessToken, untilMs: Date.now() + 4 * 60_000 }
      seen.push(fresh.accessToken)
      return kept.token
    },
    inputs: {
      'subscription-id': account.id,
      ...(isOidc ? { 'client-id': clientId, 'tenant-id': account.tenantId } : {}),
    },
    env: isOidc
      ? {
          ACTIONS_ID_TOKEN_REQUEST_URL: url,
          ACTIONS_ID_TOKEN_REQUEST_TOKEN: env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '',
        }
      : {},
    pollMs: 5_000,
    secrets: () => seen,
    stop: async () => undefined,
  }
}

async function az(...args: readonly string[]): Promise<string> {
  try {
    return (await promisify(execFile)('az', [...args, '--output', 'json'], { encoding: 'utf8' })).stdout
  } catch (error) {
    const { stderr = '', message } = error as { stderr?: string; message: string }
    const [first = message] = stderr.split('\n').filter((line) => line.trim() !== '')
    throw new Error(`'az ${args.slice(0, 2).join(' ')}' failed: ${first} Sign in with 'az login' first.`)
  }
}

/** What the identity of the proof needs: it is no owner, so that data of the storage needs the role of the template. */
const proverActions = [
  'Microsoft.Resources/*',
  'Microsoft.Web/*',
  'Microsoft.Storage/storageAccounts/read',
  'Microsoft.Storage/storageAccounts/write',
  'Microsoft.ManagedIdentity/*',
  'Microsoft.Authorization/roleAssignments/write',
]

export async function emulatorSession(names: ProofNames, mutate: Mutation | undefined): Promise<Session> {
  const emulator: Emulator = await startEmulator({
    apps: [],
    storage: { resourceGroup: names.group, name: names.storage },
    latencies: { deploymentStepMs: 1500, groupRetryAfterSeconds: 1, swapMs: 1500 },
    deployer: (usual) => ({
      ...usual,
      roles: [{ role: proverActions, scope: usual.roles[0]?.scope.split('/').slice(0, 3).join('/') ?? '/' }],
    }),
    ...(mutate === undefined ? {} : { mutate }),
  })
  const { clientId, tenantId, subscriptionId } = emulator.ids
  return {
    place: 'emulator',
    armEndpoint: emulator.urls.arm,
    subscriptionId,
    tenantId,
    ca: emulator.ca,
    armToken: () => emulator.tokens.issue(emulator.deployer, armEndpoint),
    inputs: {
      'client-id': clientId,
      'tenant-id': tenantId,
      'subscription-id': subscriptionId,
      // What does not answer here will not answer later, either.
      'verify-timeout': '1',
    },
    env: emulator.env,
    pollMs: 300,
    secrets: () => emulator.secrets.all,
    stop: () => emulator.stop(),
  }
}
