/**
 * What to do about a 403 of the resource manager or of an SCM site: which action is missing, where, and the
 * command that grants it. Pure.
 */
import type { ActionError } from '../../errors'
import { parseJson, textAt } from '../../text/json-value'
import { block, withAnswer } from '../../text/passages'
import { shellQuote } from '../../text/shell-quote'
import { azureError, type HttpError } from '../http'

export interface MissingRole {
  /** For example `Microsoft.Web/sites/publish/action`. */
  readonly action: string
  readonly scope: string
  /** Of the principal, as Azure said it; empty when it did not. */
  readonly objectId: string
}

/**
 * Reads the answer `AuthorizationFailed` of the resource manager.
 *
 * @param body of the 403
 * @returns what is missing, undefined when the answer is another one
 */
export function readAuthorizationFailed(body: string): MissingRole | undefined {
  const error = parseJson(body)
  const code = textAt(error, 'error', 'code') || textAt(error, 'Code')
  const message = textAt(error, 'error', 'message') || textAt(error, 'Message')
  const action = /perform action '([^']{1,300})'/.exec(message)?.[1]
  const scope = /over scope '([^']{1,1000})'/.exec(message)?.[1]
  if (!/AuthorizationFailed/i.test(code) || action === undefined || scope === undefined) return undefined
  return { action, scope, objectId: /object id '([0-9a-f-]{36})'/i.exec(message)?.[1] ?? '' }
}

/**
 * The command that grants a role wide enough for an action.
 *
 * @param clientId of the principal, used when its object id is unknown; empty when that is unknown too
 * @returns a block of a text, one line for a POSIX shell
 */
export function roleAssignment(missing: MissingRole, clientId: string): string {
  const assignee =
    missing.objectId === ''
      ? `--assignee ${shellQuote(clientId === '' ? '<client-id>' : clientId)}`
      : `--assignee-object-id ${missing.objectId} --assignee-principal-type ServicePrincipal`
  return block(
    `az role assignment create ${assignee} --role ${shellQuote(roleFor(missing.action))} --scope ${shellQuote(assignableScope(missing.scope))}`,
  )
}

/**
 * The error for a 403 of the resource manager.
 *
 * @param clientId of the principal, empty when unknown
 * @param purpose what was to be done, to follow "has no role to"
 * @returns the error, code `azure-role-missing`
 */
export function explainForbidden(error: HttpError, clientId: string, purpose: string): ActionError {
  const missing = readAuthorizationFailed(error.bodyExcerpt)
  if (missing === undefined) {
    return azureError('azure-forbidden', withAnswer(`Azure refused to ${purpose}`, error.message), {
      hint: 'A policy, a lock or a network rule of the subscription may forbid it. The answer of Azure says which.',
      cause: error,
    })
  }
  return missingRoleError(missing, clientId, purpose, error)
}

/**
 * The error for one missing action.
 *
 * @param missing action and scope
 * @param clientId of the principal, empty when unknown
 * @param purpose what was to be done, to follow "has no role to"
 * @returns the error, code `azure-role-missing`
 */
export function missingRoleError(
  missing: MissingRole,
  clientId: string,
  purpose: string,
  cause?: unknown,
): ActionError {
  return azureError(
    'azure-role-missing',
    `The identity has no role to ${purpose}. It needs '${missing.action}' on '${missing.scope}'.`,
    {
      hint: `Give the identity the role. A new role takes a few minutes to apply.\n${roleAssignment(missing, clientId)}`,
      ...(cause === undefined ? {} : { cause }),
    },
  )
}

// Built-in roles: Website Contributor holds Microsoft.Web/sites/*, which covers every call of this room.
function roleFor(action: string): string {
  if (/^Microsoft\.Storage\/.*\/blobs\//i.test(action)) return 'Storage Blob Data Contributor'
  if (/^Microsoft\.Web\//i.test(action)) return 'Website Contributor'
  return 'Reader'
}

// A role on a part of a site cannot be meant: the site, slot or account is the smallest useful scope.
function assignableScope(scope: string): string {
  const resource =
    /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/Microsoft\.(?:Web\/sites|Storage\/storageAccounts)\/[^/]+/i.exec(
      scope,
    )
  return resource?.[0] ?? scope
}
