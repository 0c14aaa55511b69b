/**
 * The container engine of this machine: Docker, else Podman, by its absolute name, and one question to it. Starts no
 * container itself, and gives the engine's client nothing of the job but what it needs to find its daemon.
 */
import { tmpdir } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import type { ActionError } from '../../errors'
import { findProgram } from '../../programs/find-program'
import type { ProgramResult } from '../../programs/program'
import { runProgram } from '../../programs/run-program'
import { at, listAt, parseJson, textAt, textsAt } from '../../text/json-value'
import { engineError, refusalOf } from './engine-refusal'

export interface Engine {
  readonly name: 'docker' | 'podman'
  /** Absolute. */
  readonly file: string
  readonly version: string
  /** Whether its containers may be reached at their own addresses: not where it runs in a machine of its own. */
  readonly isHere: boolean
  readonly environment: Readonly<Record<string, string>>
}

export interface EngineRequest {
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
  readonly onLine?: (stream: 'stdout' | 'stderr', line: string) => void
  /** What the engine is wanted for, as in "cannot …". */
  readonly purpose: string
}

const names = ['docker', 'podman'] as const

/** What the clients read to find their daemon, its credentials and the network. */
const taken =
  /^(?:PATH|HOME|USER|DOCKER_(?:HOST|CONTEXT|CONFIG|CERT_PATH|TLS|TLS_VERIFY|API_VERSION)|CONTAINER_HOST|CONTAINERS_.*|REGISTRY_AUTH_FILE|XDG_(?:RUNTIME_DIR|CONFIG_HOME|DATA_HOME)|(?:HTTPS?|NO|ALL)_PROXY|SystemRoot|USERPROFILE|APPDATA|LOCALAPPDATA|ProgramData|PATHEXT|TEMP|TMP|TMPDIR)$/i

/**
 * Finds the engine and asks whether its daemon answers.
 *
 * @throws ActionError `host-engine-unavailable`
 */
export async function findEngine(
  variables: Readonly<Record<string, string | undefined>>,
  signal?: AbortSignal,
): Promise<Engine> {
  const environment = Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) =>
      value !== undefined && taken.test(name) ? [[name, value]] : [],
    ),
  )
  let problem: ActionError | undefined
  for (const name of names) {
    const file = await findProgram(name, ['.exe', '.com']).catch(() => undefined)
    if (file === undefined) continue
    const engine: Engine = { name, file, version: '', isHere: false, environment }
    try {
      return await describe(engine, signal)
    } catch (error) {
      signal?.throwIfAborted()
      problem ??= error as ActionError
    }
  }
  throw (
    problem ??
    engineError('host-engine-unavailable', 'There is neither docker nor podman on PATH.', 'Install one')
  )
}

async function describe(engine: Engine, signal: AbortSignal | undefined): Promise<Engine> {
  const purpose = 'say how it is'
  const asked = { timeoutMs: 20_000, signal, purpose }
  const result = await askEngine(engine, ['info', '--format', '{{json .}}'], asked)
  const info = parseJson(result.stdout)
  const problems = textsAt(info, 'ServerErrors')
  if (result.exitCode !== 0 || problems.length > 0 || typeof info !== 'object' || info === null) {
    throw refusalOf(engine, purpose, [...problems, result.stderr].join('\n'), 'host-engine-unavailable')
  }
  const version =
    textAt(info, 'ServerVersion') ||
    textAt(info, 'version', 'Version') ||
    textAt(info, 'host', 'buildahVersion')
  const isRootless =
    listAt(info, 'SecurityOptions').includes('name=rootless') ||
    at(info, 'host', 'security', 'rootless') === true
  const isRemote =
    /Desktop/.test(textAt(info, 'OperatingSystem')) ||
    at(info, 'host', 'serviceIsRemote') === true ||
    /^(?:tcp|ssh|npipe):/.test(engine.environment['DOCKER_HOST'] ?? '')
  const isHere = process.platform === 'linux' && !isRootless && !isRemote
  return { ...engine, version: version.slice(0, 60), isHere }
}

/**
 * Asks the engine one thing and waits for its end; a client that takes too long is ended.
 *
 * @returns its exit code and output; 124 when it took too long
 * @throws ActionError `host-engine-unavailable` when the client does not start or does not end
 * @throws the signal's reason
 */
export async function askEngine(
  { name, file, environment }: Engine,
  args: readonly string[],
  { timeoutMs, signal, onLine, purpose }: EngineRequest,
): Promise<ProgramResult> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), timeoutMs)
  const ending = signal === undefined ? late.signal : AbortSignal.any([signal, late.signal])
  // A client whose own children keep its output open is not waited for.
  const running = runProgram({
    ...{ file, args, env: environment, cwd: tmpdir(), signal: ending },
    ...(onLine === undefined ? {} : { onLine }),
  })
  const givenUp = onAbort(ending).then(() => delay(1000, undefined, { ref: false }))
  try {
    const result = await Promise.race([running, givenUp])
    if (result !== undefined) return result
  } catch (error) {
    if (!ending.aborted) {
      const reason = error instanceof Error ? error.message : String(error)
      throw engineError(
        'host-engine-unavailable',
        `${name} (${file}) cannot be started: ${reason}.`,
        'Repair its installation',
      )
    }
  } finally {
    clearTimeout(timer)
    running.catch(() => undefined)
  }
  signal?.throwIfAborted()
  throw engineError(
    'host-engine-unavailable',
    `${name} (${file}) did not ${purpose} within ${Math.round(timeoutMs / 1000)} s ('${name} ${args.slice(0, 2).join(' ')}').`,
    'Check the daemon of the engine',
  )
}

function onAbort(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
