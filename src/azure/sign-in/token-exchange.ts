/**
 * What goes on between the identity library and Entra: bounds every request in time, and keeps what the last one
 * came to, since the library says little about failures that are not Entra's own. Keeps no token.
 */
import type { PipelinePolicy, PipelineResponse } from '@azure/core-rest-pipeline'
import { parseJson } from '../../text/json-value'
import { type Clock, HttpError, readRetryAfter, retry } from '../http'

/** A failure of the way to Entra, and not a refusal by Entra. */
export interface ExchangeWatch {
  /** To be added to the pipeline of the library, for each try. */
  readonly policy: PipelinePolicy
  /** How the last request failed; undefined when it was answered as it should be, or with an AADSTS number. */
  failure(): HttpError | undefined
}

// Entra answers within a second.
const timeoutMs = 20_000

/**
 * Watches the requests of one credential.
 *
 * @returns the policy and what it saw
 */
export function watchExchange(): ExchangeWatch {
  let last: HttpError | undefined
  return {
    failure: () => last,
    policy: {
      name: 'exchangeWatch',
      async sendRequest(request, next) {
        last = undefined
        request.timeout = timeoutMs
        try {
          const response = await next(request)
          last = failureIn(response)
          // The library would wait for as long as it is asked to, without a bound: the waits are made here.
          for (const name of ['retry-after', 'retry-after-ms', 'x-ms-retry-after-ms'])
            response.headers.delete(name)
          return response
        } catch (error) {
          // Of the library's error only the code goes on: it holds the request with its assertion.
          const code = error instanceof Error && 'code' in error ? String(error.code) : 'ETIMEDOUT'
          last = new HttpError({ method: request.method, url: request.url, status: 0, networkCode: code })
          throw error
        }
      },
    },
  }
}

function failureIn({ request, status, bodyAsText, headers }: PipelineResponse): HttpError | undefined {
  const body = bodyAsText ?? ''
  const isGood = status >= 200 && status < 300
  const retryAfterMs = readRetryAfter((name) => headers.get(name))
  if (/AADSTS\d/.test(body) || (isGood && parseJson(body) !== undefined)) return undefined
  return new HttpError({
    method: request.method,
    url: request.url,
    status,
    // Half a token is a secret too.
    ...(isGood ? { flaw: 'a body that is no complete JSON' } : { body }),
    requestId: headers.get('x-ms-request-id') ?? '',
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  })
}

/**
 * Makes an exchange, again when the way to Entra failed.
 *
 * @param watch of the credential
 * @param clock for the waits
 * @param signal stops them
 * @param exchange asks the library once
 * @returns what the exchange returns
 * @throws HttpError when the way failed, else the error of the library; the reason of the signal
 */
export function exchangeWithRetries<T>(
  watch: ExchangeWatch,
  clock: Clock,
  signal: AbortSignal,
  exchange: () => Promise<T>,
): Promise<T> {
  return retry(
    {
      clock,
      deadline: clock.now() + 120_000,
      patience: clock.now() + 600_000,
      attempts: 4,
      signal,
      // What is not Entra's verdict may pass; a verdict does not.
      isRetryable: () => isPassing(watch.failure()),
    },
    async () => {
      try {
        return await exchange()
      } catch (error) {
        // This one says how long Entra wants us to wait.
        throw watch.failure() ?? error
      }
    },
  )
}

function isPassing(failure: HttpError | undefined): boolean {
  if (failure === undefined) return false
  const isRedirect = failure.status >= 300 && failure.status < 400
  return !isRedirect && failure.status !== 403 && failure.status !== 404
}
