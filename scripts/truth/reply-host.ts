/**
 * Runs the host model with a handler that does what the recorded one did, sends the recorded requests, and tells what
 * client and handler got. The handler is a script of this Node, which stands where the recordings had a Go program.
 */
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type FunctionsHost, startFunctionsHost } from '../../src/host/functions-host'
import { answerRequest } from '../../src/host/host-pages'

export interface ReplyRow {
  readonly id: string
  readonly group: string
  readonly files: Readonly<Record<string, string | { readonly sh: string }>>
  readonly reply?: HandlerScript
  readonly requests: readonly {
    readonly method: string
    readonly path: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: string
  }[]
  readonly answers: readonly HostAnswer[]
}

/** What the handler does; it tells what it received where nothing else is given. */
export interface HandlerScript {
  /** By path. */
  readonly replies?: Readonly<Record<string, HandlerReply>>
  /** Before it listens. */
  readonly waitMs?: number
  /** After it listens, with `exit` as its code. */
  readonly dieMs?: number
  readonly exit?: number
  readonly print?: readonly string[]
  readonly stderr?: readonly string[]
}

export interface HandlerReply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
}

/** Status 0 where the connection broke, and -1 where nothing came as long as the client waited. */
export interface HostAnswer {
  readonly status: number
  readonly body: string
}

/** A request as the handler got it. */
export interface ReceivedRequest {
  readonly method: string
  readonly uri: string
  readonly body: string
}

export interface HostRun {
  readonly answers: readonly HostAnswer[]
  readonly received: readonly ReceivedRequest[]
  readonly state: string
  readonly stateLater: string
  readonly hostExited: boolean
}

export interface RunLimits {
  /** The host's 30 s. */
  readonly initializationTimeoutMs?: number
  /** The same of one start. */
  readonly readinessTimeoutMs?: number
  /** How long the client waits. */
  readonly clientTimeoutMs?: number
  /** How long the host is looked after once the answers are there; it ends sooner when the host does. */
  readonly afterwardsMs?: number
}

const receivedFile = 'received.jsonl'

export async function askHost(row: ReplyRow, limits: RunLimits = {}): Promise<HostRun> {
  const { clientTimeoutMs, afterwardsMs = 0, ...times } = limits
  const folder = mkdtempSync(join(tmpdir(), 'truth-host-'))
  const files: ReplyRow['files'] = { handler: handlerScript(row.reply ?? {}), ...row.files }
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), typeof content === 'string' ? content : content.sh)
  }
  chmodSync(join(folder, 'handler'), 0o755)
  const host = startFunctionsHost({ folder, profile: 'elastic-premium', ...times })
  const { state } = host
  try {
    // The first request of a handler that never gets ready is sent all the same.
    if (row.requests.length > 0 && clientTimeoutMs === undefined) await host.settled
    const answers: HostAnswer[] = []
    for (const request of row.requests) answers.push(await ask(host, request, clientTimeoutMs))
    await Promise.race([ended(host), delay(afterwardsMs, undefined, { ref: false })])
    const hostExited = host.state === 'Ended'
    return {
      answers,
      received: receivedIn(folder),
      state,
      stateLater: hostExited ? 'ECONNREFUSED' : host.state,
      hostExited,
    }
  } finally {
    await host.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Adds the headers that the recording client had. */
async function ask(
  host: FunctionsHost,
  { method, path, headers = {}, body = '' }: ReplyRow['requests'][number],
  clientTimeoutMs: number | undefined,
): Promise<HostAnswer> {
  const given = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  )
  const isMeasured = given['transfer-encoding'] === undefined
  const site = {
    host,
    keys: { master: 'mk', host: { default: 'fk' } },
    identity: { id: 'HOSTID', instanceId: '', startedAtMs: Date.now() },
    settings: {},
    origin: 'http://HOST',
  }
  const answering = answerRequest(site, {
    method,
    path,
    headers: {
      connection: 'keep-alive',
      host: 'HOST',
      ...(isMeasured ? { 'content-length': String(Buffer.byteLength(body)) } : {}),
      ...given,
    },
    body: Buffer.from(body),
  }).then((answer) => ({
    status: answer?.status ?? 0,
    body: Buffer.from(answer?.body ?? '').toString('utf8'),
  }))
  if (clientTimeoutMs === undefined) return answering
  return Promise.race([answering, delay(clientTimeoutMs, { status: -1, body: '' }, { ref: false })])
}

async function ended({ ended: signal }: FunctionsHost): Promise<void> {
  if (signal.aborted) return
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}

function receivedIn(folder: string): readonly ReceivedRequest[] {
  const path = join(folder, receivedFile)
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as ReceivedRequest)
}

/** Header names and the JSON of what it received are as Go writes them. */
export function handlerScript(script: HandlerScript): string {
  return `#!${process.execPath}
const script = ${JSON.stringify(script)}
const { appendFileSync } = require('node:fs')
const replies = new Map(Object.entries(script.replies ?? {}))
for (const line of script.print ?? []) console.log(line)
for (const line of script.stderr ?? []) console.error(line)
const goName = (name) => name.toLowerCase().replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())
function echo(request, body) {
  const { host, 'transfer-encoding': te, ...others } = request.headers
  const names = Object.keys(others).sort()
  const headers = Object.fromEntries(names.map((name) => [goName(name), [others[name]]]))
  const length = te === undefined ? Number(others['content-length'] ?? 0) : -1
  const seen = { body, headers, host, length, method: request.method, te: te === undefined ? null : [te], uri: request.url }
  return seen
}
const server = require('node:http').createServer((request, response) => {
  const chunks = []
  request.on('data', (chunk) => chunks.push(chunk)).on('end', () => {
    const seen = echo(request, Buffer.concat(chunks).toString('utf8'))
    appendFileSync('${receivedFile}', JSON.stringify(seen) + '\\n')
    const text = JSON.stringify(seen).replace(/[<>&]/g, (character) => '\\\\u00' + character.charCodeAt(0).toString(16))
    const told = { status: 200, headers: { 'Content-Type': 'application/json' }, body: text }
    const { status, headers, body } = replies.get(request.url) ?? told
    response.writeHead(status, headers ?? {}).end(body)
  })
})
setTimeout(() => {
  server.listen(Number(process.env.FUNCTIONS_CUSTOMHANDLER_PORT), '127.0.0.1')
  if (script.dieMs !== undefined) setTimeout(() => process.exit(script.exit ?? 0), script.dieMs)
}, script.waitMs ?? 0)
`
}
