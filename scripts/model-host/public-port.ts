/** An HTTP server in front of the host model: whole requests in, answers out, and a broken connection for none. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { PublicRequest } from '../../src/host/forwarding'
import type { HostResponse } from '../../src/host/invocation'

/** The limit of the host's own server. */
const maximumBodyBytes = 100 * 1024 * 1024

/** @param answer undefined when the process ends before there is an answer */
export function servePublicly(answer: (request: PublicRequest) => Promise<HostResponse | undefined>): Server {
  const server = createServer((incoming, outgoing) => {
    exchange(answer, incoming, outgoing).catch(() => outgoing.destroy())
  })
  // A request may wait for its handler longer than Node allows by itself.
  server.requestTimeout = 0
  return server
}

async function exchange(
  answer: (request: PublicRequest) => Promise<HostResponse | undefined>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const body = await readBody(incoming)
  if (body === undefined) {
    outgoing.writeHead(413, { 'content-length': '0', connection: 'close' }).end()
    return
  }
  const { method = 'GET', url = '/', headers } = incoming
  const answered = await answer({ method, path: url, headers, body })
  if (answered === undefined) {
    outgoing.destroy()
    return
  }
  outgoing.sendDate = answered.headers['date'] === undefined
  outgoing.writeHead(answered.status, { server: 'Kestrel', ...mutable(answered.headers) })
  outgoing.end(method === 'HEAD' || answered.status === 204 ? undefined : answered.body)
}

function mutable(headers: HostResponse['headers']): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
  )
}

async function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let sizeBytes = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    sizeBytes += chunk.length
    if (sizeBytes > maximumBodyBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
