/**
 * One TLS server on a loopback port: reads requests, logs them, applies request faults, and writes answers.
 * It knows nothing about Azure.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { SecretBook } from '../entra/secrets'
import type { Certificates } from './certificates'
import type { FaultBook, RequestEffect } from './faults'
import { pause } from './latencies'
import { describeCredential, type LoggedRequest, type RequestLog } from './request-log'
import type { Answer, RequestHead, Service } from './service'

export type { Answer, RequestHead, Service, WebRequest } from './service'

export interface Surroundings {
  readonly certificates: Certificates
  readonly faults: FaultBook
  readonly log: RequestLog
  readonly secrets: SecretBook
}

export interface WebServer {
  /** `localhost:port`. */
  readonly host: string
  /** `https://localhost:port`. */
  readonly origin: string
  close(): Promise<void>
}

// Connections that nothing is answered over any more.
const stale = new WeakSet<Socket>()

const bodyLimitBytes = 512 * 1024 * 1024

/**
 * Starts a TLS server on a free loopback port.
 *
 * @param service what answers
 * @param surroundings certificate, fault book and request log
 * @returns host and origin; `close` also ends open connections
 */
export async function startWebServer(service: Service, surroundings: Surroundings): Promise<WebServer> {
  const { cert, key } = surroundings.certificates
  const server = createServer({ cert, key }, (incoming, outgoing) => {
    exchange(service, surroundings, incoming, outgoing).catch((error: unknown) => {
      if (outgoing.headersSent || outgoing.destroyed) outgoing.destroy()
      else
        write(outgoing, { status: 500, body: { error: { code: 'EmulatorDefect', message: String(error) } } })
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    host: `localhost:${port}`,
    origin: `https://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function exchange(
  service: Service,
  { faults, log, secrets }: Surroundings,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  // Kept here: a request that is left half-read no longer knows its socket.
  const { socket } = incoming
  const head = headOf(incoming)
  const entry = log.add(entryOf(service.name, head, secrets))
  const effect = faults.forRequest(service.name, head.method, head.target)
  if (effect) entry.fault = effect.kind
  if (stale.has(socket)) {
    incoming.resume()
    return
  }
  if (effect?.kind === 'stale-connection') stale.add(socket)
  try {
    const answer = await answerTo(service, head, entry, incoming, effect)
    if (answer === undefined || answer.reset) {
      socket.destroy()
      return
    }
    entry.status = answer.status
    if (answer.note !== undefined) entry.note = answer.note
    await send(outgoing, answer, effect)
    // The client may still be sending a body that nobody reads: the connection cannot be used again.
    if (!incoming.complete) socket.destroySoon()
  } finally {
    log.finish(entry)
  }
}

/** Undefined: the connection is to be reset. */
async function answerTo(
  service: Service,
  head: RequestHead,
  entry: LoggedRequest,
  incoming: IncomingMessage,
  effect: RequestEffect | undefined,
): Promise<Answer | undefined> {
  const resets = (when: string): boolean => effect?.kind === 'reset' && effect.when === when
  if (resets('before-body')) return undefined
  if (effect?.kind === 'silence') {
    incoming.resume()
    await new Promise((resolve) => incoming.socket.once('close', resolve))
    return undefined
  }
  if (effect?.kind === 'half-close') {
    incoming.resume()
    incoming.socket.end()
    await new Promise((resolve) => incoming.socket.once('close', resolve))
    return undefined
  }
  if (effect?.kind === 'delay') await pause(effect.delayMs)
  const early = await service.early?.(head)
  if (early) return early
  const body = await readBody(incoming, resets('during-body'))
  if (body === undefined || resets('after-body')) return undefined
  entry.bodyBytes = body.length
  if (effect?.kind === 'damaged-body' && body.length > 0)
    body[body.length >> 1] = ~(body[body.length >> 1] ?? 0)
  if (effect?.kind === 'status') {
    return { status: effect.status, headers: effect.headers ?? {}, body: effect.body ?? '' }
  }
  if (effect?.kind === 'redirect') {
    return { status: effect.status ?? 302, headers: { location: effect.location } }
  }
  const answer = await service.handle({ ...head, body })
  return resets('after-processing') ? undefined : answer
}

function headOf(incoming: IncomingMessage): RequestHead {
  const target = incoming.url ?? '/'
  const queryStart = target.indexOf('?')
  return {
    method: incoming.method ?? 'GET',
    host: incoming.headers.host ?? '',
    path: queryStart < 0 ? target : target.slice(0, queryStart),
    query: new URLSearchParams(queryStart < 0 ? '' : target.slice(queryStart)),
    target,
    headers: incoming.headers,
  }
}

function entryOf(service: string, head: RequestHead, secrets: SecretBook): LoggedRequest {
  const length = head.headers['content-length']
  return {
    atMs: Date.now(),
    service,
    method: head.method,
    host: head.host,
    path: head.path,
    query: secrets.redact(head.target.slice(head.path.length)),
    headerNames: Object.keys(head.headers),
    contentType: head.headers['content-type'],
    contentLength: length === undefined ? undefined : Number(length),
    ...describeCredential(head.headers.authorization),
  }
}

/** Undefined when `stopHalfway` is set and the first bytes have arrived. */
async function readBody(incoming: IncomingMessage, stopHalfway: boolean): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let sizeBytes = 0
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    if (stopHalfway) return undefined
    sizeBytes += chunk.length
    if (sizeBytes > bodyLimitBytes) throw new Error(`the request body is larger than ${bodyLimitBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function send(
  outgoing: ServerResponse,
  answer: Answer,
  effect: RequestEffect | undefined,
): Promise<void> {
  const { bytes } = write(outgoing, answer, effect)
  if (effect?.kind === 'truncated-answer') {
    outgoing.write(bytes.subarray(0, Math.floor(bytes.length / 2)))
    await pause(20)
    outgoing.socket?.destroy()
    return
  }
  if (effect?.kind === 'trickle') {
    for (let start = 0; start < bytes.length && !outgoing.destroyed; start += effect.chunkBytes) {
      outgoing.write(bytes.subarray(start, start + effect.chunkBytes))
      await pause(effect.everyMs)
    }
    outgoing.end()
  }
}

/** Writes the head, and the body too unless the effect wants to send it itself. */
function write(outgoing: ServerResponse, answer: Answer, effect?: RequestEffect): { readonly bytes: Buffer } {
  const isJson = typeof answer.body === 'object' && !Buffer.isBuffer(answer.body)
  const whole = isJson
    ? Buffer.from(JSON.stringify(answer.body))
    : Buffer.from((answer.body as string | Buffer) ?? '')
  const bytes = inTransit(whole, effect)
  const headers: Record<string, string | readonly string[] | number> = {
    ...(isJson ? { 'content-type': 'application/json; charset=utf-8' } : {}),
    ...answer.headers,
  }
  if (effect?.kind === 'compressed') {
    headers['content-encoding'] = effect.encoding
    delete headers['content-length']
  }
  if (effect?.kind === 'content-type') headers['content-type'] = effect.contentType
  const hasBody = answer.status !== 204 && answer.status !== 304
  if (hasBody && headers['content-length'] === undefined) headers['content-length'] = bytes.length
  outgoing.writeHead(answer.status, answer.statusText, headers as Record<string, string | string[]>)
  if (effect?.kind === 'truncated-answer' || effect?.kind === 'trickle') return { bytes }
  outgoing.end(hasBody ? bytes : undefined)
  return { bytes }
}

function inTransit(whole: Buffer, effect: RequestEffect | undefined): Buffer {
  if (effect?.kind === 'truncated-text') return whole.subarray(0, Math.floor(whole.length / 2))
  if (effect?.kind !== 'compressed') return whole
  const packed = effect.encoding === 'br' ? brotliCompressSync(whole) : gzipSync(whole)
  if (effect.damage === 'cut') return packed.subarray(0, Math.floor(packed.length / 2))
  return effect.damage === 'garbage' ? Buffer.from('<p>this is no compressed data</p>') : packed
}
