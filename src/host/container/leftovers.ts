/**
 * What runs that were killed have left with the engine: found by our label, and removed once it is older than any run
 * of a container may be. Of runs beside this one nothing is touched.
 */
import { askEngine, type Engine } from './engine'

/** Its value is the second in which the container or network was made. */
const label = 'go-azure-func-action.host'
/** Longer than a container of ours lives: its start and its questions end within minutes. */
const oldestSeconds = 15 * 60

/** The options that mark what is made now. */
export function labelled(nowMs: number): readonly string[] {
  return ['--label', `${label}=${Math.floor(nowMs / 1000)}`]
}

/**
 * Removes old containers and networks of ours. What cannot be removed stays for the next run.
 *
 * @returns the names of what was removed
 */
export async function sweepLeftovers(
  engine: Engine,
  nowMs: number,
  signal?: AbortSignal,
): Promise<readonly string[]> {
  const containers = await removeOld(engine, ['ps', '--all'], ['rm', '--force', '--volumes'], nowMs, signal)
  const networks = await removeOld(engine, ['network', 'ls'], ['network', 'rm'], nowMs, signal)
  return [...containers, ...networks]
}

async function removeOld(
  engine: Engine,
  list: readonly string[],
  remove: readonly string[],
  nowMs: number,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const request = { timeoutMs: 20_000, signal, purpose: 'remove what an earlier run left' }
  const name = list[0] === 'ps' ? '{{.Names}}' : '{{.Name}}'
  try {
    const listed = await askEngine(
      engine,
      [...list, '--filter', `label=${label}`, '--format', `${name} {{.Labels}}`],
      request,
    )
    const old = listed.stdout.split('\n').flatMap((line) => {
      const [, found = '', seconds = ''] =
        /^(\S+) .*go-azure-func-action\.host[=:](\d{1,12})/.exec(line) ?? []
      return found !== '' && nowMs / 1000 - Number(seconds) > oldestSeconds ? [found] : []
    })
    if (old.length > 0) await askEngine(engine, [...remove, ...old], request)
    return old
  } catch {
    signal?.throwIfAborted()
    return []
  }
}
