/**
 * Error answers of the resource manager, in its JSON form.
 */
import type { Principal } from '../entra/identities'
import type { Answer } from '../server/web-server'

/**
 * An error answer.
 *
 * @param status HTTP status
 * @param code for example `ResourceNotFound`
 * @param message text for people
 * @param headers further headers
 */
export function armError(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return { status, headers, body: { error: { code, message } } }
}

/**
 * 403 for a missing role, naming action and scope.
 *
 * @param principal the caller
 * @param action for example `Microsoft.Web/sites/config/list/action`
 * @param scope ARM id
 */
export function authorizationFailed(principal: Principal, action: string, scope: string): Answer {
  return armError(
    403,
    'AuthorizationFailed',
    `The client '${principal.clientId}' with object id '${principal.objectId}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  )
}

/**
 * 404 for a resource that is not there.
 *
 * @param type and path below it, for example `Microsoft.Web/sites/my-app`
 * @param resourceGroup where it was looked for
 */
export function resourceNotFound(type: string, resourceGroup: string): Answer {
  return armError(
    404,
    'ResourceNotFound',
    `The Resource '${type}' under resource group '${resourceGroup}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
  )
}

/**
 * The wrapper that App Service puts around an answer of the Functions host that is an error.
 *
 * @param answered reason phrase without blanks, for example `ServiceUnavailable`
 * @param api `runtime` or `extensions API`
 */
export function hostError(answered: string, api: 'runtime' | 'extensions API' = 'runtime'): Answer {
  const message = `Encountered an error (${answered}) from host ${api}.`
  return {
    status: 400,
    body: {
      error: { code: 'BadRequest', message },
      Code: 'BadRequest',
      Message: message,
      Target: null,
      Details: [{ Message: message }, { Code: 'BadRequest' }],
      Innererror: null,
    },
  }
}
