/**
 * The time that a function may take: when it is over, its caller gets an error and the handler is started anew.
 * Knows nothing of what runs in that time.
 */
import type { Dispatcher } from './dispatcher'
import type { HostLog } from './host-log'

/** The process has ended; connections break. */
export class HostGoneError extends Error {}

class FunctionTimeoutError extends Error {}

export const hostNotRunning = 'Function host is not running.'
/** The longest that a timer of Node takes. */
export const longestMs = 2 ** 31 - 1

export interface TimeLimit {
  readonly log: HostLog
  readonly dispatcher: Dispatcher
  /** Undefined for no end. */
  readonly functionTimeoutMs: number | undefined
}

/**
 * Runs `work` within a function's time; its signal fires when nobody waits any longer.
 *
 * @throws HostGoneError when the host's process ends first
 */
export async function inTime<T>(
  { functionTimeoutMs, dispatcher, log }: TimeLimit,
  name: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const aborting = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let onStopped = () => {}
  const over = new Promise<never>((_resolve, reject) => {
    onStopped = () => reject(new HostGoneError(hostNotRunning))
    dispatcher.stopped.addEventListener('abort', onStopped, { once: true })
    if (functionTimeoutMs === undefined) return
    timer = setTimeout(
      () => {
        const limit = timeSpanText(functionTimeoutMs)
        reject(new FunctionTimeoutError(`Timeout value of ${limit} exceeded by function 'Functions.${name}'`))
        log.write('information', 'Restarting worker process(es).')
        dispatcher.restart()
      },
      Math.min(functionTimeoutMs, longestMs),
    )
  })
  try {
    return await Promise.race([work(aborting.signal), over])
  } finally {
    clearTimeout(timer)
    dispatcher.stopped.removeEventListener('abort', onStopped)
    aborting.abort()
  }
}

function timeSpanText(milliseconds: number): string {
  const date = new Date(milliseconds).toISOString().slice(11, 19)
  const days = Math.floor(milliseconds / 86_400_000)
  return days > 0 ? `${days}.${date}` : date
}
