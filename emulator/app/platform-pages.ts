/**
 * What the platform answers in front of an app: pages in the words of the front end. Pure; it decides nothing.
 */

import type { FrontPage } from '../server/life-faults'
import type { Answer, RequestHead } from '../server/service'

/** A page with a title and a sentence, as the front end makes them. */
export function page(status: number, title: string, text: string, headers: Answer['headers'] = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'text/html', ...headers },
    body: `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${text}</h1></body></html>`,
  }
}

/** Nothing listens behind the front end. */
export const unavailable = page(503, 'Service Unavailable', 'The service is unavailable.')

/** The connection to the host ended before there was an answer. */
export const badGateway = page(
  502,
  '502 - Web server received an invalid response while acting as a gateway or proxy server.',
  'There is a problem with the page you are looking for, and it cannot be displayed.',
)

export const stopped = page(403, 'Web App - Unavailable', 'Error 403 - This web app is stopped.')

export const ipForbidden: Answer = {
  ...page(403, 'Ip Forbidden', 'Ip Forbidden'),
  statusText: 'Ip Forbidden',
}

/** Of a private endpoint: nothing from outside is let in. */
export const blocked: Answer = {
  ...page(
    403,
    'Web App - Unavailable',
    'Error 403 - Forbidden</h1><p>The web app you have attempted to reach has blocked your access.</p><h1>',
  ),
  statusText: 'Ip Forbidden',
}

/** @param tenantId of the app's sign-in */
export function frontAnswer(front: FrontPage, { host, target }: RequestHead, tenantId: string): Answer {
  const authority = `https://login.windows.net/${tenantId}/oauth2/authorize`
  switch (front) {
    case 'stopped':
    case 'quota':
      return stopped
    case 'ip-forbidden':
      return ipForbidden
    case 'closed':
      return blocked
    case 'sign-in':
      return {
        status: 302,
        headers: { location: `${authority}?response_type=code&redir=${encodeURIComponent(target)}` },
      }
    case 'sign-in-401':
      return {
        status: 401,
        headers: { 'www-authenticate': `Bearer realm="${host}" authorization_uri="${authority}"` },
        body: 'You do not have permission to view this directory or page.',
      }
    case 'client-certificate':
      // The words are assumed; that it is 403 is documented.
      return {
        ...page(403, '403 - Forbidden', 'Error 403.7 - A client certificate is required.'),
        statusText: 'Client Certificate Required',
      }
  }
}
