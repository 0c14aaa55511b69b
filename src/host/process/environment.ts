/**
 * The environment in which the host starts a handler, and nothing of the process that starts it here:
 * a runner's tokens and paths must never reach the user's program.
 */

/** What decides a handler's environment. */
export interface HandlerSurroundings {
  /** TCP port on which the host will call. */
  readonly port: number
  readonly workerId: string
  /** Folder of host.json. */
  readonly appRoot: string
  /** A writable folder; `/home` in Azure. */
  readonly home: string
  /** App settings of the function app. They are all exported. */
  readonly settings?: Readonly<Record<string, string>>
}

/** Programs are looked up in these folders only. */
export const hostPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** The variable by which processes of one handler are recognised, also when they left its process group. */
export const workerIdVariable = 'FUNCTIONS_CUSTOMHANDLER_WORKER_ID'

/**
 * Composes the environment of a handler: the app settings, then what the host itself sets, which wins.
 *
 * @param surroundings port, worker id, folders and app settings
 * @returns the complete environment
 * @see src/WebJobs.Script/Workers/Http/HttpWorkerProcess.cs in Azure/azure-functions-host
 */
export function handlerEnvironment(surroundings: HandlerSurroundings): Readonly<Record<string, string>> {
  const { port, workerId, appRoot, home, settings = {} } = surroundings
  return {
    FUNCTIONS_WORKER_RUNTIME: 'custom',
    FUNCTIONS_EXTENSION_VERSION: '~4',
    ...settings,
    PATH: hostPath,
    HOME: home,
    AzureWebJobsScriptRoot: appRoot,
    FUNCTIONS_APP_ROOT_PATH: appRoot,
    FUNCTIONS_CUSTOMHANDLER_PORT: String(port),
    [workerIdVariable]: workerId,
    FUNCTIONS_HTTPWORKER_PORT: String(port),
    FUNCTIONS_HTTPWORKER_ID: workerId,
  }
}
