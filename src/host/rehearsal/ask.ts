/** One request of the rehearsal to the handler, and its record. It judges no answer. */
import type { HostApp } from '../app'
import {
  AnswerTimeout,
  exchange,
  exchangeFollowing,
  type OutgoingRequest,
  type ReceivedResponse,
} from '../exchange'
import type { HandlerOutput } from './handler-output'
import type { SourceFacts } from './source-facts'

/** One call; `status` is 0 when there was no answer. */
export interface RehearsalCall {
  readonly functionName: string
  readonly method: string
  readonly path: string
  readonly status: number
  readonly elapsedMs: number
  /** The first characters of the answer, when it is text. */
  readonly bodyExcerpt?: string
  /** The answer is the one that any unknown path gets. */
  readonly isUnknownPath?: boolean
}

export interface CallSurroundings {
  readonly app: HostApp
  readonly port: number
  readonly signal: AbortSignal
  /** Whether functions may be called that are likely to change something. */
  readonly allowContract: boolean
  readonly output: HandlerOutput
  readonly source: SourceFacts | undefined
}

/** How a handler gave no answer: it let the time pass, or it broke the connection. */
export type Silence = 'waits' | 'breaks'

export interface Asked {
  readonly response: ReceivedResponse | undefined
  /** Not given for what an answer that began may be: a stream, or a long one. */
  readonly silence?: Silence
  readonly call: RehearsalCall
  /** What the handler printed meanwhile. */
  printed(): readonly string[]
}

export const callTimeoutMs = 10_000
const maximumAnswerBytes = 1024 * 1024
const longestExcerpt = 300

/** Asks, and writes down how it went. */
export async function ask(
  functionName: string,
  outgoing: OutgoingRequest,
  surroundings: CallSurroundings,
): Promise<Asked> {
  const { output } = surroundings
  const [startedAt, printedBefore] = [performance.now(), output.count()]
  const received = await askOnce(outgoing, surroundings)
  const response = received instanceof Error ? undefined : received
  const silence = received instanceof Error ? silenceOf(received) : undefined
  const { method, path } = outgoing
  const elapsedMs = Math.round(performance.now() - startedAt)
  const call = { functionName, method, path, status: response?.status ?? 0, elapsedMs }
  const bodyExcerpt = response === undefined ? '' : output.hidden(excerptOf(response))
  return {
    response,
    ...(silence === undefined ? {} : { silence }),
    call: bodyExcerpt === '' ? call : { ...call, bodyExcerpt },
    printed: () => output.since(printedBefore),
  }
}

export async function askQuietly(
  outgoing: OutgoingRequest,
  surroundings: CallSurroundings,
): Promise<ReceivedResponse | undefined> {
  const received = await askOnce(outgoing, surroundings)
  return received instanceof Error ? undefined : received
}

/** The host's client follows redirects unless the app wants requests forwarded. */
async function askOnce(
  outgoing: OutgoingRequest,
  { app, port, signal }: CallSurroundings,
): Promise<ReceivedResponse | Error> {
  const limits = { timeoutMs: callTimeoutMs, maximumBytes: maximumAnswerBytes, signal }
  const follows = app.isLegacy || app.forwarding === 'none'
  try {
    return await (follows ? exchangeFollowing : exchange)(port, outgoing, limits)
  } catch (error) {
    return error instanceof Error ? error : new Error('the request failed', { cause: error })
  }
}

function silenceOf(error: Error): Silence | undefined {
  if (error instanceof AnswerTimeout) return error.hasBegun ? undefined : 'waits'
  return 'code' in error && error.code === 'ECONNRESET' && error.message === 'socket hang up'
    ? 'breaks'
    : undefined
}

function excerptOf({ body, headers }: ReceivedResponse): string {
  if (headers['content-encoding'] !== undefined) return ''
  const text = body.subarray(0, 4 * longestExcerpt).toString('utf8')
  return text.includes('\ufffd') && body.length < longestExcerpt ? '' : text.trim().slice(0, longestExcerpt)
}
