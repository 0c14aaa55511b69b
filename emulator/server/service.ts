/** What a service of the emulator is: requests in, answers out. */
import type { IncomingHttpHeaders } from 'node:http'

export interface RequestHead {
  readonly method: string
  readonly host: string
  readonly path: string
  readonly query: URLSearchParams
  /** Path and query as in the request line. */
  readonly target: string
  readonly headers: IncomingHttpHeaders
}

export interface WebRequest extends RequestHead {
  readonly body: Buffer
}

export interface Answer {
  readonly status: number
  readonly statusText?: string
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  /** Objects are sent as JSON. */
  readonly body?: string | Buffer | object
  /** For the request log alone. */
  readonly note?: string
  /** The connection is reset instead of answering. */
  readonly reset?: boolean
}

export interface Service {
  /** Name in the request log and in fault plans. */
  readonly name: string
  /** Answers from the head alone, before the body is read. */
  readonly early?: (head: RequestHead) => Promise<Answer | undefined> | Answer | undefined
  readonly handle: (request: WebRequest) => Promise<Answer> | Answer
}
