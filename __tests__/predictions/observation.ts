/**
 * What the Functions host does with an app: runs it, calls every function once and writes down what was seen.
 * The same host stands behind the emulator's apps.
 */
import { chmodSync, linkSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { samplePathOf } from '../../src/functions/routes/sample-path'
import type { HostProfile } from '../../src/host/app'
import { type FunctionsHost, startFunctionsHost } from '../../src/host/functions-host'

export interface Observation {
  /** `Error` is a host that serves nothing. */
  readonly state: string
  /** `Default`: never started; `Initializing`: the system refused it; `ShutDown`: three failures. */
  readonly handler: string
  readonly errors: readonly string[]
  /** Functions that a caller can see. */
  readonly listed: readonly string[]
  /** Functions that the host refused, with its complaints. */
  readonly refused: Readonly<Record<string, readonly string[]>>
  /** Status of one request to each HTTP function, also to those that the host refused or did not find. */
  readonly statuses: Readonly<Record<string, number>>
  /** Whether one invocation of each other function succeeded. */
  readonly invocations: Readonly<Record<string, boolean>>
  readonly log: string
}

export interface HostConditions {
  readonly profile?: HostProfile
  readonly settings?: Readonly<Record<string, string>>
  /** How long the handler may take; short for handlers that never listen. */
  readonly readinessTimeoutMs?: number
  /** After which the functions are called although the handler is neither ready nor given up. */
  readonly settlesWithinMs?: number
}

export interface AppUnderTest extends HostConditions {
  /** Files of the app without its program. */
  readonly files: Readonly<Record<string, string | Uint8Array>>
  /** Where the built program lies in the package. */
  readonly executable: string
}

/**
 * Writes an app with its program into a temporary folder and runs it.
 *
 * @param program the real program that is linked into the package
 * @param app the app
 * @returns what was seen
 */
export async function observe(program: string, app: AppUnderTest): Promise<Observation> {
  const folder = mkdtempSync(join(tmpdir(), 'prediction-'))
  try {
    for (const [path, content] of Object.entries(app.files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
      chmodSync(join(folder, path), 0o755)
    }
    mkdirSync(dirname(join(folder, app.executable)), { recursive: true })
    linkSync(program, join(folder, app.executable))
    return await observeFolder(folder, app, foldersOf(Object.keys(app.files)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Runs an unpacked package in the host.
 *
 * @param folder of host.json
 * @param conditions plan, settings and patience
 * @param expected folders that their author takes for functions, whatever the host thinks
 * @returns what was seen
 */
export async function observeFolder(
  folder: string,
  {
    profile = 'elastic-premium',
    settings = {},
    readinessTimeoutMs = 20_000,
    settlesWithinMs = 30_000,
  }: HostConditions,
  expected: readonly string[] = [],
): Promise<Observation> {
  // A request to a handler that does not start waits two minutes for its answer; here it need not.
  const host = startFunctionsHost({
    folder,
    profile,
    settings,
    readinessTimeoutMs,
    initializationTimeoutMs: 10,
    functionTimeoutMs: 3000,
  })
  try {
    await Promise.race([host.settled, delay(settlesWithinMs, undefined, { ref: false })])
    return await look(host, expected)
  } finally {
    await host.stop()
  }
}

async function look(host: FunctionsHost, expected: readonly string[]): Promise<Observation> {
  const { functions, dispatcher: handler } = host
  const statuses: Record<string, number> = {}
  const invocations: Record<string, boolean> = {}
  const listed =
    host.state === 'Running'
      ? functions.filter(({ errors }) => errors.length === 0).map(({ name }) => name)
      : []
  for (const name of new Set([...functions.map((each) => each.name), ...expected])) {
    const found = functions.find((each) => each.name === name)
    const isHttp = found === undefined || found.route !== undefined || found.trigger === ''
    if (isHttp) statuses[name] = await statusOf(host, realMethod(found?.methods), found?.route ?? name)
    else invocations[name] = (await host.invoke(name, {})).succeeded
  }
  return {
    state: host.state,
    handler,
    errors: host.errors,
    listed,
    refused: Object.fromEntries(
      functions.filter(({ errors }) => errors.length > 0).map(({ name, errors }) => [name, errors]),
    ),
    statuses,
    invocations,
    log: host.log.entries.map(({ text }) => text).join('\n'),
  }
}

/** The first that a client can send. */
function realMethod(methods: readonly string[] = []): string {
  return methods.find((method) => /^(?:get|head|post|put|patch|delete|options)$/i.test(method)) ?? 'GET'
}

function foldersOf(files: readonly string[]): readonly string[] {
  return files
    .filter((path) => /\/function\.json$/i.test(path))
    .map((path) => dirname(path).split('/').at(-1) ?? '')
}

async function statusOf(host: FunctionsHost, method: string, route: string): Promise<number> {
  const path = samplePathOf('any', host.app.routePrefix, route)?.path ?? `/${route}`
  // A connection that breaks counts as the front end's 502.
  const answer = await host.handle({ method, path, headers: { host: 'localhost' } })
  return answer?.status ?? 502
}
