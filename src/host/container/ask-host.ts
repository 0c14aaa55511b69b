/** One request to a running host, and the wait for its first answer. It judges no answer. */
import { performance } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import { messageOf } from '../../errors'
import { exchange } from '../exchange'
import { engineError, hostEnded } from './engine-refusal'
import type { RunningHost } from './running-host'

export interface HostQuestion {
  readonly method: 'GET' | 'HEAD' | 'POST'
  /** From the root, with its query. */
  readonly path: string
  /** In a header, and nowhere else. */
  readonly key?: string
  /** Goes out as JSON. */
  readonly body?: string
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
}

export interface HostAnswer {
  /** 0 when there was no answer. */
  readonly status: number
  readonly body: string
  /** Empty where there is none. */
  readonly header: (name: string) => string
  /** Why there was no answer; empty when there was one. */
  readonly problem: string
  /** Of the connection, for example `ECONNRESET`. */
  readonly networkCode: string
  readonly elapsedMs: number
}

const maximumBytes = 8 * 1024 * 1024
const firstAnswerMs = 90_000

/** @throws the signal's reason */
export async function askHost({ origin }: RunningHost, question: HostQuestion): Promise<HostAnswer> {
  const { method, path, key, body, timeoutMs, signal } = question
  const startedAt = performance.now()
  const { hostname, port, host } = new URL(origin)
  const headers = {
    host,
    accept: '*/*',
    ...(key === undefined ? {} : { 'x-functions-key': key }),
    ...(body === undefined
      ? {}
      : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
  }
  const sent = { method, path, headers, ...(body === undefined ? {} : { body: Buffer.from(body) }) }
  try {
    const limits = { address: hostname.replace(/^\[|\]$/g, ''), timeoutMs, maximumBytes, signal }
    const answer = await exchange(Number(port), sent, limits)
    const header = (name: string) => String(answer.headers[name] ?? '')
    const text = answer.body.toString('utf8')
    return {
      status: answer.status,
      body: text,
      header,
      problem: '',
      networkCode: '',
      elapsedMs: performance.now() - startedAt,
    }
  } catch (error) {
    signal?.throwIfAborted()
    const networkCode = (error as NodeJS.ErrnoException).code ?? ''
    const problem = messageOf(error)
    return {
      status: 0,
      body: '',
      header: () => '',
      problem,
      networkCode,
      elapsedMs: performance.now() - startedAt,
    }
  }
}

/**
 * Waits until the host answers at all.
 *
 * @throws ActionError `host-not-answering`
 */
export async function waitForHost(
  host: RunningHost,
  signal: AbortSignal,
  timeoutMs = firstAnswerMs,
): Promise<void> {
  const deadline = performance.now() + timeoutMs
  let code: number | null | undefined
  void host.exited.then((exitCode) => {
    code = exitCode
  })
  while (performance.now() < deadline) {
    const asked = { method: 'GET', path: '/admin/host/status', key: host.masterKey } as const
    const { status } = await askHost(host, { ...asked, timeoutMs: 10_000, signal })
    if (status > 0) return
    if (code !== undefined) throw (await host.explainEnd?.()) ?? hostEnded(code, host.log())
    await delay(100, undefined, { signal })
  }
  const last = host.log().slice(-4).join(' | ').slice(-400)
  throw engineError(
    'host-not-answering',
    `The host in the container has answered nothing within ${Math.round(timeoutMs / 1000)} s.${last === '' ? '' : ` Its last lines: '${last}'.`}`,
    'Check host-image: the host in it has to listen where ASPNETCORE_URLS says',
  )
}
