/**
 * What an SCM site means by the statuses it refuses with. The text of the page decides; the status alone is
 * shared by several causes. Pure.
 */
import type { ActionError } from '../../errors'
import { withAnswer } from '../../text/passages'
import { azureError, explainFailure, type HttpError } from '../http'
import { missingRoleError } from '../sign-in'
import type { Site } from './site'
import { startCommand } from './site-commands'

export const quotaHint =
  'It runs again when the quota is renewed, at the latest the next day (UTC). Raise the daily usage quota of the app, or move it to a larger plan: starting the app does not help.'

/**
 * The error for an answer of the SCM site that no further try will change, or that did not change.
 *
 * @param error of the last try
 * @param site whose SCM site it is
 * @param clientId of the identity, for the role command; empty when unknown
 * @param purpose what was to be done, to follow "could not"
 * @returns the error, with the HttpError as its cause
 */
export function explainScm(error: HttpError, site: Site, clientId: string, purpose: string): ActionError {
  const cause = { cause: error }
  const text = error.bodyExcerpt
  if (error.status === 403 && (/ip forbidden|has blocked your access/i.test(text) || !site.isPublic)) {
    const reason = site.isPublic ? 'Ip Forbidden' : 'public network access is disabled'
    return azureError('scm-ip-forbidden', `'${site.scmHost}' does not let this runner in (${reason}).`, {
      hint: 'The deployment site of the app (its SCM site) has access restrictions or a private endpoint: run the job on a runner inside that network, or allow its address under Networking > Access restrictions > Advanced tool site.',
      ...cause,
    })
  }
  if (
    error.status === 403 &&
    (site.isQuotaExceeded || /exceed(?:ed|ing) (?:a |the |its )?quota/i.test(text))
  ) {
    return azureError(
      'site-quota-exceeded',
      `The quota of '${site.appName}' is used up, and Azure has stopped the app.`,
      {
        hint: quotaHint,
        ...cause,
      },
    )
  }
  if (error.status === 403 && /(?:web app|site) is stopped|site disabled/i.test(text)) {
    return azureError(
      'site-stopped',
      `'${site.appName}' is stopped. Its deployment site (SCM site) is stopped, too.`,
      {
        hint: startCommand(site),
        ...cause,
      },
    )
  }
  if (error.status === 403) {
    const part = site.slotName === '' ? 'sites' : 'sites/slots'
    const missing = { action: `Microsoft.Web/${part}/publish/action`, scope: site.resourceId, objectId: '' }
    return missingRoleError(missing, clientId, 'deploy to the app', error)
  }
  if (error.status === 401) {
    return azureError(
      'scm-token-refused',
      withAnswer(`'${site.scmHost}' accepts no token of this identity`, error.message),
      {
        hint: 'Check that tenant-id is the tenant of the subscription that holds the app.',
        ...cause,
      },
    )
  }
  if (error.status === 404 || error.status === 405) {
    return azureError(
      'scm-no-endpoint',
      withAnswer(`'${site.scmHost}' has no such endpoint`, error.message),
      {
        hint: `Azure reported the plan of the app as '${site.sku}'. If the app was just created, run the job again in a few minutes; otherwise please report this with the line above.`,
        ...cause,
      },
    )
  }
  if (error.status === 413) {
    return azureError('upload-too-large', `The package is larger than '${site.scmHost}' accepts.`, {
      hint: 'Leave large files out of include:, build with ldflags: -s -w, and keep data in blob storage.',
      ...cause,
    })
  }
  if (error.status === 502 || error.status === 503 || error.status === 504) {
    return azureError(
      'scm-unavailable',
      withAnswer(`The deployment site '${site.scmHost}' stayed unavailable`, error.message),
      {
        hint: 'Restart the app in the portal and run the job again. Some Flex apps never recover from this: create a new app, or give the request id to Azure support.',
        ...cause,
      },
    )
  }
  return explainFailure(error, purpose)
}
