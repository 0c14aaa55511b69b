/**
 * Runs the host model with a handler that gives the recorded replies, and sends the recorded requests. The handler is
 * a script of this Node, which stands where the recordings had a Go program.
 */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startFunctionsHost } from '../../src/host/functions-host'

export interface ReplyRow {
  readonly id: string
  readonly group: string
  readonly files: Readonly<Record<string, string>>
  /** What the handler answers, by path; 404 elsewhere. */
  readonly reply: { readonly replies: Readonly<Record<string, HandlerReply>> }
  readonly requests: readonly {
    readonly method: string
    readonly path: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
  }[]
  readonly answers: readonly HostAnswer[]
}

export interface HandlerReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Status 0 where the connection broke. */
export interface HostAnswer {
  readonly status: number
  readonly body: string
}

/** @returns what the host model answers to each request of the row, in order */
export async function askHost({ files, reply, requests }: ReplyRow): Promise<readonly HostAnswer[]> {
  const folder = mkdtempSync(join(tmpdir(), 'truth-host-'))
  for (const [path, content] of Object.entries({ ...files, handler: handlerScript(reply.replies) })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  chmodSync(join(folder, 'handler'), 0o755)
  const host = startFunctionsHost({ folder, profile: 'premium' })
  try {
    await host.settled
    const answers: HostAnswer[] = []
    for (const { method, path, headers, body } of requests) {
      const request = { method, path, headers: { host: 'localhost', ...headers }, body: Buffer.from(body) }
      const answer = await host.handle(request)
      answers.push({
        status: answer?.status ?? 0,
        body: Buffer.from(answer?.body ?? '').toString('utf8'),
      })
    }
    return answers
  } finally {
    await host.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function handlerScript(replies: Readonly<Record<string, HandlerReply>>): string {
  return `#!${process.execPath}
const replies = new Map(Object.entries(${JSON.stringify(replies)}))
require('node:http')
  .createServer((request, response) => {
    const { status, headers, body } = replies.get(request.url) ?? { status: 404, headers: {}, body: '' }
    request.resume().on('end', () => response.writeHead(status, headers).end(body))
  })
  .listen(Number(process.env.FUNCTIONS_CUSTOMHANDLER_PORT), '127.0.0.1')
`
}
