/**
 * Asks rows whose requests go through a host to its handler: what the client and the handler get, and in some what
 * becomes of the host. One host for each row.
 */

import { setTimeout as delay } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { RunningHost } from '../../src/host/container/running-host'
import { comparable } from '../truth/host-answers'
import { planVariable, type ReceivedRequest, receivedRequests } from './handler-program'
import { ask, awaitStart, hostStatus, type Question, type Reply } from './host-questions'
import type { HostSource } from './host-source'
import { type PackageFiles, withPackage } from './package-folders'
import { type AskedRows, type Difference, differs, type Row } from './row'

interface ReplyRow {
  readonly files: PackageFiles['files']
  readonly reply?: object
  readonly requests: readonly Question[]
  readonly answers: readonly WrittenAnswer[]
  readonly received: readonly ReceivedRequest[]
  readonly state?: string
  readonly stateLater?: string
  readonly hostExited?: boolean
}

interface WrittenAnswer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly error?: string
}

/** Three starts of 30 s each, and what lies between them. */
const endOfHostMs = 150_000
const clientTimeoutMs = 30_000
/** Of a client that waits for what never comes. */
const shortTimeoutMs = 5000
const staysAliveMs = 8000

export async function askReplies(given: Row, source: HostSource): Promise<AskedRows> {
  const row = given as ReplyRow
  const { files, reply, requests, answers: _, received: __, state, stateLater, hostExited, ...others } = row
  return withPackage({ files, handlerAt: 'handler' }, async (folder) => {
    const settings: Record<string, string> =
      reply === undefined ? {} : { [planVariable]: JSON.stringify(reply) }
    const host = await source.start({ folder, settings })
    let hasExited = false
    void host.exited.then(() => {
      hasExited = true
    })
    try {
      const start = await awaitStart(host)
      const version = 'version' in start ? start.version : undefined
      const answers: WrittenAnswer[] = []
      // Where the host had ended before it could be asked there are no answers.
      for (const request of requests.slice(0, row.answers.length)) {
        answers.push(written(await ask(host, request, patienceOf(row)), host))
      }
      await untilReceived(host, row)
      if (stateLater !== undefined) {
        const limit = delay(hostExited ? endOfHostMs : staysAliveMs, undefined, { ref: false })
        await Promise.race([host.exited, limit])
      }
      const received = receivedRequests(host.log()).map((each) => withoutPlace(each, host))
      const asked = {
        ...{ ...others, files, requests, answers, received },
        ...(reply === undefined ? {} : { reply }),
        ...(state === undefined ? {} : { state: stateOf(start.kind) }),
        ...(stateLater === undefined ? {} : { stateLater: await laterState(host, hasExited) }),
        ...(hasExited && hostExited !== undefined ? { hostExited: true } : {}),
      }
      return { rows: [asked], ...(version === undefined ? {} : { version }) }
    } finally {
      await host.stop()
    }
  })
}

function stateOf(kind: string): string {
  return kind === 'running' ? 'Running' : kind === 'error' ? 'Error' : kind
}

async function laterState(host: RunningHost, hasExited: boolean): Promise<string> {
  return hasExited ? 'ECONNREFUSED' : ((await hostStatus(host))?.state ?? 'no answer')
}

function patienceOf({ hostExited, answers }: ReplyRow): number {
  if (hostExited === true) return endOfHostMs
  return answers.some(({ error }) => error === 'timeout') ? shortTimeoutMs : clientTimeoutMs
}

/** What the handler prints takes its way through the host's log. */
async function untilReceived(host: RunningHost, { received }: ReplyRow): Promise<void> {
  for (let waits = 0; waits < 40 && receivedRequests(host.log()).length < received.length; waits += 1) {
    await delay(25)
  }
}

const ofThisRun = new Set(['date', 'server', 'connection', 'keep-alive'])

function written(reply: Reply, host: RunningHost): WrittenAnswer {
  if (reply.error !== undefined) return { error: reply.error }
  const { status, body } = reply
  const headers = Object.entries(reply.headers).filter(([name]) => !ofThisRun.has(name))
  return withoutPlace({ status, headers: Object.fromEntries(headers), body }, host)
}

/** The address of a host is another one in each run. */
function withoutPlace<T extends object>(value: T, { origin }: RunningHost): T {
  const { host, port } = new URL(origin)
  return JSON.parse(
    JSON.stringify(value).replaceAll(host, 'HOST').replaceAll(`localhost:${port}`, 'HOST'),
  ) as T
}

export function replyDifferences(before: Row, after: Row): readonly Difference[] {
  const [recorded, now] = [before as ReplyRow, after as ReplyRow]
  const life = ({ state, stateLater, hostExited = false }: ReplyRow) => ({ state, stateLater, hostExited })
  const statuses = ({ answers }: ReplyRow) => answers.map(({ status, error }) => status ?? error)
  const hers = bodiesOf(recorded)
  // A call of the admin page is answered before the handler gets it, so that the recording may have missed it.
  const ours = bodiesOf(now).slice(0, hers.length)
  return [
    ...differs('verdict', life(recorded), life(now)),
    ...differs('status', statuses(recorded), statuses(now)),
    ...recorded.answers.flatMap((answer, index) => answerDifferences(answer, now.answers[index] ?? {})),
    ...(isDeepStrictEqual(hers, ours) ? [] : differs('body', hers, ours)),
  ]
}

/** Pages of the host's own are its wording. */
function answerDifferences(recorded: WrittenAnswer, now: WrittenAnswer): readonly Difference[] {
  const [before, after] = [comparable(recorded.body ?? ''), comparable(now.body ?? '')]
  const isPage = /^<!DOCTYPE html>/.test(recorded.body ?? '') && /^<!DOCTYPE html>/.test(now.body ?? '')
  const type = ({ headers }: WrittenAnswer) => headers?.['content-type']
  return [
    ...(isDeepStrictEqual(before, after) ? [] : differs(isPage ? 'wording' : 'body', before, after)),
    ...(recorded.headers === undefined ? [] : differs('wording', type(recorded), type(now))),
  ]
}

function bodiesOf({ received }: ReplyRow): readonly unknown[] {
  return received.filter(({ uri }) => uri !== '/').map(({ body }) => comparable(body))
}
