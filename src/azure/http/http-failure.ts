/** Turns a request that failed for good into an error that a user can act on. Pure. */
import type { ActionError } from '../../errors'
import { withAnswer } from '../../text/passages'
import { azureError } from './azure-error'
import { type HttpError, isCertificateProblem } from './http-error'

/**
 * The error for a failed request of which nothing more is known.
 *
 * @param error of the last try
 * @param purpose what was to be done, to follow "could not"
 * @returns the error, with the HttpError as its cause
 */
export function explainFailure(error: HttpError, purpose: string): ActionError {
  const host = URL.canParse(error.url) ? new URL(error.url).host : error.url
  if (isCertificateProblem(error)) {
    return azureError(
      'azure-certificate-untrusted',
      `Could not ${purpose}: the certificate of '${host}' is not trusted on this runner (${error.networkCode}).`,
      {
        hint: 'A proxy that opens TLS needs its CA in NODE_EXTRA_CA_CERTS, set before the runner starts the step.',
        cause: error,
      },
    )
  }
  if (error.status === 0) {
    return azureError('azure-unreachable', withAnswer(`Could not ${purpose}`, error.message), {
      hint: `Check that the runner reaches '${host}' (firewall, private endpoint, HTTPS_PROXY), then run the job again.`,
      cause: error,
    })
  }
  if (error.status === 401) {
    return azureError('azure-token-refused', withAnswer(`Could not ${purpose}`, error.message), {
      hint: 'The token is not accepted there: check that tenant-id is the tenant of the subscription.',
      cause: error,
    })
  }
  return azureError('azure-call-failed', withAnswer(`Could not ${purpose}`, error.message), {
    hint: 'Run the job again. If it fails again, give the request id above to Azure support.',
    cause: error,
  })
}
