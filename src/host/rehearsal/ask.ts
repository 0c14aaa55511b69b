/** One request of the rehearsal to the handler, and its record. It judges no answer. */
import type { HostApp } from '../app'
import { exchange, exchangeFollowing, type OutgoingRequest, type ReceivedResponse } from '../exchange'
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

export interface Asked {
  readonly response: ReceivedResponse | undefined
  readonly call: RehearsalCall
  /** What the handler printed meanwhile. */
  printed(): readonly string[]
}

const callTimeoutMs = 10_000
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
  const response = await askQuietly(outgoing, surroundings)
  const { method, path } = outgoing
  const elapsedMs = Math.round(performance.now() - startedAt)
  const call = { functionName, method, path, status: response?.status ?? 0, elapsedMs }
  const bodyExcerpt = response === undefined ? '' : output.hidden(excerptOf(response))
  return {
    response,
    call: bodyExcerpt === '' ? call : { ...call, bodyExcerpt },
    printed: () => output.since(printedBefore),
  }
}

/** The host's client follows redirects unless the app wants requests forwarded. */
export async function askQuietly(
  outgoing: OutgoingRequest,
  { app, port, signal }: CallSurroundings,
): Promise<ReceivedResponse | undefined> {
  const limits = { timeoutMs: callTimeoutMs, maximumBytes: maximumAnswerBytes, signal }
  const follows = app.isLegacy || app.forwarding === 'none'
  try {
    return await (follows ? exchangeFollowing : exchange)(port, outgoing, limits)
  } catch {
    return undefined
  }
}

function excerptOf({ body, headers }: ReceivedResponse): string {
  if (headers['content-encoding'] !== undefined) return ''
  const text = body.subarray(0, 4 * longestExcerpt).toString('utf8')
  return text.includes('\ufffd') && body.length < longestExcerpt ? '' : text.trim().slice(0, longestExcerpt)
}
