/**
 * What the emulator was asked, for tests and for people. Values of headers and bodies are not kept: they hold
 * tokens and packages.
 */
export interface LoggedRequest {
  readonly atMs: number
  readonly service: string
  readonly method: string
  readonly host: string
  readonly path: string
  readonly query: string
  readonly headerNames: readonly string[]
  readonly contentType: string | undefined
  readonly contentLength: number | undefined
  /** Scheme of the `Authorization` header. */
  readonly scheme: string | undefined
  /** `aud` of a bearer token. */
  readonly audience: string | undefined
  /** Absent while the request is handled and after a reset. */
  status?: number
  /** Name of the fault that hit it. */
  fault?: string
  bodyBytes?: number
  /** What was served although Azure might refuse it, or is not emulated. */
  note?: string
}

export class RequestLog {
  readonly #requests: LoggedRequest[] = []
  readonly #listener: ((request: LoggedRequest) => void) | undefined

  /** @param listener called when a request is finished */
  constructor(listener?: (request: LoggedRequest) => void) {
    this.#listener = listener
  }

  /** Every request so far, oldest first. */
  get all(): readonly LoggedRequest[] {
    return this.#requests
  }

  /**
   * Requests to a server whose path and query match.
   *
   * @param service name of the server, as in a `RequestFault`
   * @param method HTTP method
   * @param path matched against path and query; everything when absent
   */
  to(service: string, method?: string, path?: RegExp): readonly LoggedRequest[] {
    return this.#requests.filter(
      (request) =>
        request.service === service &&
        (method === undefined || request.method === method) &&
        (path === undefined || path.test(`${request.path}${request.query}`)),
    )
  }

  add(request: LoggedRequest): LoggedRequest {
    this.#requests.push(request)
    return request
  }

  finish(request: LoggedRequest): void {
    this.#listener?.(request)
  }

  clear(): void {
    this.#requests.length = 0
  }
}

/**
 * Scheme and audience of an `Authorization` header, without keeping the credential.
 *
 * @param header value of the header
 */
export function describeCredential(header: string | undefined): {
  readonly scheme: string | undefined
  readonly audience: string | undefined
} {
  const scheme = header?.split(' ')[0]
  const payload = header?.split('.')[1]
  if (scheme?.toLowerCase() !== 'bearer' || payload === undefined) return { scheme, audience: undefined }
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
    const audience = typeof claims === 'object' && claims !== null && 'aud' in claims ? claims.aud : undefined
    return { scheme, audience: typeof audience === 'string' ? audience : undefined }
  } catch {
    return { scheme, audience: undefined }
  }
}
