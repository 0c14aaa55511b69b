/** The command line that runs the host's image, with everything that keeps it apart from the job. Pure. */
import { platform } from './image'

export interface Mounts {
  /** The unpacked package, read-only inside. */
  readonly packageFolder: string
  /** With the keys. */
  readonly secretsFolder: string
  /** `NAME=value` lines of the app settings; empty for none. */
  readonly settingsFile: string
}

/** Where the host listens inside. */
export const hostPort = 8080

const root = '/home/site/wwwroot'
const secrets = '/secrets'

/** What the host needs in its environment, and nothing of the job. */
export const hostVariables: Readonly<Record<string, string>> = {
  AzureWebJobsScriptRoot: root,
  AzureWebJobsSecretStorageType: 'files',
  FUNCTIONS_SECRETS_PATH: secrets,
  FUNCTIONS_WORKER_RUNTIME: 'custom',
  FUNCTIONS_EXTENSION_VERSION: '~4',
  FUNCTIONS_LOG_PATH: '/tmp/log',
  AzureFunctionsJobHost__logging__console__isEnabled: 'true',
  ASPNETCORE_URLS: `http://*:${hostPort}`,
  DOTNET_RUNNING_IN_CONTAINER: 'true',
  HOME: '/home',
}

/** What an engine would hand on by itself, of its own environment or of its user's file, perhaps with a password. */
const proxies = ['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'ALL_PROXY', 'NO_PROXY']
/** Docker leaves alone what is set, and knows both cases. */
const noProxies = proxies
  .flatMap((name) => [name, name.toLowerCase()])
  .flatMap((name) => ['--env', `${name}=`])

export interface Line extends Mounts {
  readonly engineName: 'docker' | 'podman'
  readonly image: string
  readonly name: string
  readonly labels: readonly string[]
  readonly network: 'internal' | 'published'
  /** On 127.0.0.1, where it is published. */
  readonly port: number
}

/** The arguments of the engine's client. */
export function runArguments(line: Line): string[] {
  const { engineName, image, name, labels, network, port, packageFolder, secretsFolder, settingsFile } = line
  return [
    ...['run', '--rm', '--name', name, ...labels, '--pull', 'never', '--platform', platform],
    ...(network === 'internal' ? ['--network', name] : ['--publish', `127.0.0.1:${port}:${hostPort}`]),
    ...['--read-only', '--tmpfs', '/tmp', '--tmpfs', '/home/data'],
    ...['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
    ...(engineName === 'podman' ? ['--security-opt', 'label=disable', '--http-proxy=false'] : noProxies),
    ...['--pids-limit', '512', '--memory', '2g', '--cpus', '2'],
    ...['--mount', bind(packageFolder, root, true), '--mount', bind(secretsFolder, secrets, false)],
    ...(settingsFile === '' ? [] : ['--env-file', settingsFile]),
    ...Object.entries(hostVariables).flatMap(([key, value]) => ['--env', `${key}=${value}`]),
    image,
  ]
}

// The value is one line of CSV.
function bind(source: string, target: string, isReadOnly: boolean): string {
  const field = `src=${source}`
  const quoted = /[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
  return `type=bind,${quoted},dst=${target}${isReadOnly ? ',readonly' : ''}`
}
