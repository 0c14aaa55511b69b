/**
 * Asks the host's own pages again in the situations that were recorded, each row at its time after the first answer.
 * One host for each situation.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { RunningHost } from '../../src/host/container/running-host'
import { type PageRow, replaced, shownPage, situations } from '../truth/host-situations'
import { planVariable } from './handler-program'
import { ask, awaitStart, type Reply } from './host-questions'
import { type HostSource, hostKeys } from './host-source'
import { withPackage } from './package-folders'
import { type AskedRows, type Difference, differs, type Row } from './row'

/** @param rows all of one situation, in their order */
export async function askPages(rows: readonly Row[], source: HostSource): Promise<AskedRows> {
  const pages = rows as readonly PageRow[]
  const name = pages[0]?.situation ?? ''
  const situation = situations[name]
  if (situation === undefined) throw new Error(`No project is known for the situation '${name}'.`)
  const { files, settings = {}, handler, change } = situation
  return withPackage({ files, handlerAt: 'handler' }, async (folder) => {
    const plan: Record<string, string> =
      handler === undefined ? {} : { [planVariable]: JSON.stringify(handler) }
    const host = await source.start({ folder, settings: { ...settings, ...plan } })
    let hasExited = false
    void host.exited.then(() => {
      hasExited = true
    })
    try {
      const start = await awaitStart(host)
      const asked: PageRow[] = []
      let beganAt: number | undefined
      let hasPosted = false
      for (const row of pages) {
        // The first rows came before the process listened.
        if (beganAt === undefined && row.error !== undefined) {
          asked.push(row)
          continue
        }
        beganAt ??= Date.now() - row.atMs
        const wantsChange =
          change !== undefined && row.atMs >= change.beforeMs && !asked.some(isAfter(change.beforeMs))
        await delay(Math.max(0, beganAt + row.atMs - Date.now() - (wantsChange ? leadMs : 0)))
        if (wantsChange) {
          if (change.act === 'stop') await host.stop()
          else for (const [path, text] of Object.entries(replaced)) writeFileSync(join(folder, path), text)
          await delay(leadMs)
        }
        const isPost = row.request.startsWith('POST ')
        // Of the admin calls the first one had no content type.
        // The address of a container that is gone may be that of another one.
        const reply: Reply = hasExited
          ? { error: 'ECONNREFUSED' }
          : await askRow(host, row, isPost && !hasPosted)
        hasPosted ||= isPost
        asked.push({ ...question(row), ...written(reply, host) })
      }
      return { rows: asked, ...('version' in start ? { version: start.version } : {}) }
    } finally {
      await host.stop()
    }
  })
}

/** A change comes so long before the first row that shows it. */
const leadMs = 350

const isAfter =
  (ms: number) =>
  ({ atMs }: PageRow): boolean =>
    atMs >= ms

/** A request that meets the death of a handler, which no recorded one did, is asked once more. */
async function askRow(host: RunningHost, row: PageRow, isBare: boolean): Promise<Reply> {
  const first = await askOnce(host, row, isBare)
  const isBroken = first.error !== undefined || first.status >= 500
  if (!isBroken || row.error !== undefined || (row.status ?? 0) >= 500) return first
  await delay(400)
  return askOnce(host, row, isBare)
}

function askOnce(host: RunningHost, { request, key }: PageRow, isBare: boolean): Promise<Reply> {
  const [method = '', path = ''] = request.split(' ')
  const isPost = method === 'POST'
  return ask(host, {
    method,
    path,
    headers: {
      ...(key === null ? {} : { 'x-functions-key': hostKeys[key] }),
      ...(isPost && !isBare ? { 'Content-Type': 'application/json' } : {}),
    },
    body: isPost ? '{"input":""}' : '',
  })
}

function question({ situation, atMs, request, key }: PageRow): PageRow {
  return { situation, atMs, request, key }
}

function written(reply: Reply, { origin }: RunningHost): Partial<PageRow> {
  if (reply.error !== undefined) return { error: reply.error }
  const { status, headers, body } = reply
  return { status, headers, body: body.replaceAll(origin, 'http://127.0.0.1:PORT') }
}

/** A machine that is slower or faster than the recorded one meets a change a little sooner or later. */
const windowMs = 2500

/** @param recorded all rows of the situation, @param now the same after they were asked */
export function pageDifferences(
  recorded: readonly Row[],
  now: readonly Row[],
): readonly (readonly Difference[])[] {
  const [before, after] = [recorded as readonly PageRow[], now as readonly PageRow[]]
  return before.map((row, index) => {
    const other = after[index] ?? row
    const near = before.filter(
      ({ request, key, atMs }) =>
        request === row.request && key === row.key && Math.abs(atMs - row.atMs) <= windowMs,
    )
    const ours = shown(other, row)
    if (near.some((each) => shown(each, each) === ours)) return wordingOf(row, other)
    const kind = (row.status ?? row.error) === (other.status ?? other.error) ? 'name' : 'status'
    return differs(kind, shown(row, row), ours)
  })
}

function shown({ status, error, request, body = '' }: PageRow, recorded: PageRow): string {
  // Whether a process that ends resets a connection or refuses it, or its container is not there, is a matter of moments.
  const isGone = ['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH'].includes(error ?? '')
  return shownPage(isGone ? 'gone' : (status ?? error), request, body, recorded.body ?? '')
}

/** Only errors are sentences. */
function wordingOf(recorded: PageRow, now: PageRow): readonly Difference[] {
  const errors = ({ body = '' }: PageRow) => /"errors":\[.*?\](?=[,}])/.exec(body)?.[0] ?? ''
  return differs('wording', errors(recorded), errors(now))
}
