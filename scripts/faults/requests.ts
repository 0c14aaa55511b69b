/**
 * Learns from the log of a clean deployment which requests there are, and how each of them can be hit again.
 */
import type { LoggedRequest } from '../../emulator/server/request-log'

export interface KnownRequest {
  /** For people: server, method and path without what changes from run to run. */
  readonly name: string
  readonly service: string
  readonly method: string
  /** Matches path and query of this request in any run. */
  readonly path: RegExp
  /** How many requests like it went before. */
  readonly skip: number
  readonly hasBody: boolean
}

// Of requests that are repeated until something happens, these are enough.
const mostOfOneKind = 3

// Ids, hashes, and the names of packages: all that a run makes up.
const passing =
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\btemp-[0-9a-f]{8}\b|\b[0-9a-f]{32}\b|\d{8}T\d{6}Z-[0-9a-f]{12}-[0-9a-f]{8}\.zip/gi

/**
 * The requests of a deployment.
 *
 * @param log all that the emulator was asked meanwhile
 * @returns each request once, in the order in which they came first
 */
export function knownRequests(log: readonly LoggedRequest[]): readonly KnownRequest[] {
  const counts = new Map<string, number>()
  const known: KnownRequest[] = []
  const first = new Map<string, string>()
  for (const request of log) {
    if (isOfTheApp(request)) continue
    const operation = operationOf(request.query)
    const path = request.path.replace(passing, '*')
    const name = serviceName(request.service)
    if (!first.has(name)) first.set(name, request.service)
    // With a swap there are two apps: the one that is not deployed to is named by its place.
    const place = request.service.split('/')[1] ?? 'production'
    const server = first.get(name) === request.service ? name : `${name} of ${place}`
    const kind = `${server} ${request.method} ${shorten(path)}${operation === '' ? '' : `?${operation}`}`
    const count = counts.get(kind) ?? 0
    counts.set(kind, count + 1)
    if (count >= mostOfOneKind) continue
    known.push({
      name: count === 0 ? kind : `${kind} (${count + 1})`,
      service: request.service,
      method: request.method,
      path: new RegExp(
        `^${literal(path)}${operation === '' ? '(?:\\?|$)' : `\\?.*\\b${literal(operation)}(?:&|$)`}`,
      ),
      skip: count,
      hasBody: (request.bodyBytes ?? 0) > 0,
    })
  }
  return known
}

// The app itself reads its package from the storage.
function isOfTheApp({ service, method, path }: LoggedRequest): boolean {
  return service === 'storage' && method === 'GET' && path.endsWith('.zip')
}

// What tells apart requests to the same address: only the storage has that.
function operationOf(query: string): string {
  const parameters = new URLSearchParams(query)
  const operation = ['comp', 'restype'].find((name) => parameters.has(name))
  return operation === undefined ? '' : `${operation}=${parameters.get(operation)}`
}

function serviceName(service: string): string {
  return service.split(':')[0] ?? service
}

function shorten(path: string): string {
  return path
    .replace(/^\/subscriptions\/\*\/resourceGroups\/[^/]+\/providers\/Microsoft\.Web/, '…')
    .replace(/^\/subscriptions\/\*/, '/subscriptions/…')
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, (character) => (character === '*' ? '[^/?]+' : `\\${character}`))
}
