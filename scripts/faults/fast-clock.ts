/**
 * Time for a deployment under test: waits cost a fiftieth of their length, and the clock says that they took all
 * of it. Nothing about Azure.
 */
import type { Clock } from '../../src/azure/http/clock'
import type { HttpClient } from '../../src/azure/http/http'
import { HttpError } from '../../src/azure/http/http-error'

export interface FastClock extends Clock {
  /** Lets the clock say that this much time went by. */
  skip(elapsedMs: number): void
  /** What it said, or would have said, at a moment of the machine's time. */
  at(trueMs: number): number
}

/** How much faster waits are than they say. */
export const speed = 50

// Shorter ones are somebody's turn-taking and no waiting.
const shortestScaledMs = 200
// A timeout of seconds leaves a busy machine the time to answer.
const secondsMs = 5000
const shortestTimeoutMs = 500

/**
 * Makes every timer of this process that is longer than a moment fire early, those of libraries included.
 *
 * @returns the timer as it was
 */
export function hurryTimers(): typeof setTimeout {
  const original = globalThis.setTimeout
  const hurried = (handler: (...values: unknown[]) => void, delayMs = 0, ...values: unknown[]) =>
    original(handler, hurriedMs(delayMs), ...values)
  globalThis.setTimeout = Object.assign(hurried, original) as typeof setTimeout
  return original
}

function hurriedMs(delayMs: number): number {
  if (delayMs < shortestScaledMs) return delayMs
  return delayMs < secondsMs ? delayMs / speed : Math.max(delayMs / speed, shortestTimeoutMs)
}

/**
 * A clock whose waits are short.
 *
 * @param timer a timer that keeps its time
 * @returns the clock
 */
export function fastClock(timer: typeof setTimeout): FastClock {
  let skippedMs = 0
  const skips: { readonly atMs: number; readonly skippedMs: number }[] = []
  const skip = (elapsedMs: number): void => {
    skippedMs += elapsedMs
    skips.push({ atMs: Date.now(), skippedMs })
  }
  return {
    now: () => Date.now() + skippedMs,
    random: () => Math.random(),
    skip,
    at: (trueMs) => trueMs + (skips.filter(({ atMs }) => atMs <= trueMs).at(-1)?.skippedMs ?? 0),
    sleep: (delayMs, signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(signal.reason)
          return
        }
        const realMs = delayMs / speed
        const onAbort = (): void => {
          clearTimeout(waiting)
          reject(signal?.reason)
        }
        const waiting = timer(() => {
          signal?.removeEventListener('abort', onAbort)
          skip(delayMs - realMs)
          resolve()
        }, realMs)
        signal?.addEventListener('abort', onAbort, { once: true })
      }),
  }
}

/**
 * A client whose timeouts the clock notices.
 *
 * @param http sends
 * @param clock is told what a timeout would have taken
 * @returns the client
 */
export function noticingTimeouts(http: HttpClient, clock: FastClock): HttpClient {
  return {
    ...http,
    async send(request) {
      try {
        const answer = await http.send(request)
        if (!request.url.includes('/admin/host/status')) return answer
        // The waits of this process are skipped: an uptime, which grows by the true clock, would look like a restart.
        return { ...answer, body: answer.body.replace(/"processUptime":\d+,?/, '') }
      } catch (error) {
        if (error instanceof HttpError && error.networkCode === 'ETIMEDOUT')
          clock.skip(Math.min(request.timeoutMs, request.silenceMs ?? Number.POSITIVE_INFINITY))
        throw error
      }
    },
  }
}

const statusPage = /\/hostruntime\/admin\/host\/status\?/

/**
 * A client that tells the uptime of the host by the clock: a process that lives through a wait gets older by all of it.
 *
 * @param http sends
 * @param clock of the deployment
 * @returns the client
 */
export function agingHosts(http: HttpClient, clock: FastClock): HttpClient {
  return {
    ...http,
    async send(request) {
      const answer = await http.send(request)
      if (!statusPage.test(request.url)) return answer
      const body = answer.body.replace(/("processUptime": *)(\d+)/, (_, name: string, uptimeMs: string) => {
        const aged = clock.now() - clock.at(Date.now() - Number(uptimeMs))
        return `${name}${Math.max(0, Math.round(aged))}`
      })
      return { ...answer, body }
    },
  }
}

const TrueDate = Date

/** The time of the machine, whatever the runner believes. */
export const trueNow = (): number => TrueDate.now()

/** Sets the clock of this process, libraries included, ahead of the one of the servers, or behind it. */
export function setRunnerClock(aheadMs: number): void {
  const now = (): number => TrueDate.now() + aheadMs
  globalThis.Date = new Proxy(TrueDate, {
    construct: (_, values) =>
      values.length === 0 ? new TrueDate(now()) : Reflect.construct(TrueDate, values),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  })
}
