/**
 * What the resource manager says to a path that it does not have, and to a verb that a path does not take. The
 * answers are those that users quote; where none was found, a plain 404.
 */
import type { Answer, WebRequest } from '../server/web-server'
import { supportedVersions } from './api-versions'
import { armError } from './errors'

/** @param methods the verbs that the path takes; none for an unknown path */
export function unknownCall(request: WebRequest, methods: readonly string[]): Answer {
  if (methods.length > 0) return wrongVerb(request, methods)
  return { ...notFound(request), note: 'no emulated call' }
}

// App Service answers with the body of ASP.NET's Web API (azure-powershell#4247, azure-service-operator#2362), the
// resource manager itself with an error of its own (azure-powershell#9709).
function wrongVerb(request: WebRequest, methods: readonly string[]): Answer {
  const headers = { allow: methods.join(', ') }
  if (/\/providers\/Microsoft\.Web\//i.test(request.path)) {
    const message = `The requested resource does not support http method '${request.method}'.`
    return { status: 405, headers, body: { Message: message } }
  }
  const url = `https://${request.host}${request.target}`
  const message = `The HTTP method '${request.method}' is not supported on the resource '${url}'.`
  return armError(405, 'MethodNotAllowed', message, headers)
}

function notFound(request: WebRequest): Answer {
  const [, namespace, below] = /\/providers\/([^/]+)(?:\/(.*))?$/i.exec(request.path) ?? []
  if (namespace === undefined) {
    if (/^\/subscriptions\//i.test(request.path)) {
      return armError(404, 'NotFound', `There is nothing at '${request.path}'.`)
    }
    const message = 'The request did not have a subscription or a valid tenant level resource provider.'
    return armError(404, 'MissingSubscription', message)
  }
  if (!/^Microsoft\.(?:Web|ResourceGraph)$/i.test(namespace)) {
    return armError(404, 'InvalidResourceNamespace', `The resource namespace '${namespace}' is invalid.`)
  }
  const type = (below ?? '')
    .split('/')
    .filter((_, index) => index % 2 === 0)
    .join('/')
  const version = request.query.get('api-version')
  // As in vscode-azureappservice#594.
  return armError(
    404,
    'InvalidResourceType',
    `The resource type '${type}' could not be found in the namespace '${namespace}' for api version '${version}'. The supported api-versions are '${[...supportedVersions(request)].reverse().join(',')}'.`,
  )
}
