/**
 * Runs inside the process of the action, before it (`NODE_OPTIONS`): writes down what that process asks over HTTPS, and
 * what it is answered, cleaned, a line each. Changes nothing about the requests.
 */
import { appendFileSync } from 'node:fs'
import type { ClientRequest, IncomingMessage } from 'node:http'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import { type RecorderOrder, recorderVariable } from './recorder-order'
import { cleaned } from './redaction'

const keptBytes = 512 * 1024

const order = process.env[recorderVariable]
if (order !== undefined) {
  // Programs that this process starts are nobody's business.
  delete process.env[recorderVariable]
  record(JSON.parse(order) as RecorderOrder)
}

function record(given: RecorderOrder): void {
  // Plain http goes to the handler of the rehearsal, which is no service.
  for (const library of [https]) {
    const request = library.request
    library.request = ((...args: Parameters<typeof request>) =>
      watched(request.apply(library, args), given)) as typeof request
    library.get = ((...args: Parameters<typeof request>) => {
      const outgoing = watched(request.apply(library, args), given)
      outgoing.end()
      return outgoing
    }) as typeof library.get
  }
  syncBuiltinESMExports()
}

function watched(outgoing: ClientRequest, given: RecorderOrder): ClientRequest {
  const startedAtMs = Date.now()
  const sent = collector()
  const { write, end } = outgoing
  outgoing.write = ((...args: Parameters<typeof write>) => {
    sent.take(args[0])
    return write.apply(outgoing, args)
  }) as typeof write
  outgoing.end = ((...args: Parameters<typeof end>) => {
    sent.take(args[0])
    return end.apply(outgoing, args)
  }) as typeof end
  let isWritten = false
  const finish = (incoming: IncomingMessage | undefined, body: Buffer): void => {
    if (isWritten) return
    isWritten = true
    const exchange = cleaned(
      {
        scenario: given.scenario,
        atMs: startedAtMs - given.startedAtMs,
        tookMs: Date.now() - startedAtMs,
        method: outgoing.method,
        url: `${outgoing.protocol}//${outgoing.getHeader('host') ?? outgoing.host}${outgoing.path}`,
        sentType: String(outgoing.getHeader('content-type') ?? ''),
        sent: sent.bytes(),
        status: incoming?.statusCode ?? 0,
        headers: incoming?.headers ?? {},
        body,
      },
      given,
    )
    appendFileSync(given.file, `${JSON.stringify(exchange)}\n`)
  }
  outgoing.prependOnceListener('response', (incoming) => {
    const received = collector()
    // What the parser gives is seen before the reader of the answer: a listener would set the answer flowing.
    const push = incoming.push
    incoming.push = (chunk: unknown, encoding?: BufferEncoding) => {
      if (chunk === null) finish(incoming, received.bytes())
      else received.take(chunk)
      return push.call(incoming, chunk, encoding)
    }
    incoming.once('close', () => finish(incoming, received.bytes()))
  })
  outgoing.once('close', () => finish(undefined, Buffer.alloc(0)))
  outgoing.once('error', () => finish(undefined, Buffer.alloc(0)))
  return outgoing
}

function collector(): { take(chunk: unknown): void; bytes(): Buffer } {
  const chunks: Buffer[] = []
  let sizeBytes = 0
  return {
    take(chunk) {
      if (typeof chunk !== 'string' && !Buffer.isBuffer(chunk)) return
      sizeBytes += chunk.length
      // A package is none of what is compared.
      if (sizeBytes <= keptBytes) chunks.push(Buffer.from(chunk as string))
    },
    bytes: () => (sizeBytes <= keptBytes ? Buffer.concat(chunks) : Buffer.alloc(sizeBytes > 0 ? 1 : 0)),
  }
}
