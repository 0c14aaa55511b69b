/** Asks the host model for its own pages in the situations that were recorded, the rows of each in their order. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { HostInstance } from '../../emulator/app/host-instance'
import { startFunctionsHost } from '../../src/host/functions-host'
import { answerRequest } from '../../src/host/host-pages'
import type { Comparison } from './host-answers'
import { type PageRow, replaced, type Situation, shownPage, situations } from './host-situations'
import { type HandlerScript, handlerScript } from './reply-host'
import { readRows } from './rows'

/** Handlers die and wait in a quarter of the recorded time. */
const hurry = 4
/** A recorded handler listened after about a second, and lived for two. */
const lifeOf = ({ atMs }: PageRow): number => Math.floor((atMs - 1000) / 2000)

/** Every row: its status, the state, the names, and whether there are errors. */
export async function askPages(): Promise<readonly Comparison[]> {
  const rows = readRows('admin') as readonly unknown[] as readonly PageRow[]
  const names = [...new Set(rows.map(({ situation }) => situation))]
  const asked = await Promise.all(
    names.map((name) =>
      askSituation(
        name,
        rows.filter(({ situation }) => situation === name),
      ),
    ),
  )
  return asked.flat()
}

/** A busy machine may let a request meet the death of a handler, which no recorded one did: asked again then. */
async function askSituation(name: string, rows: readonly PageRow[]): Promise<readonly Comparison[]> {
  const situation = situations[name]
  if (situation === undefined) throw new Error(`No project is known for the situation '${name}'.`)
  for (let tries = situation.handler === undefined ? 1 : 3; ; tries -= 1) {
    const answers = await askOnce(situation, rows)
    if (tries === 1 || answers.every(({ agrees }) => agrees)) return answers
  }
}

async function askOnce(
  { files, settings = {}, handler = {}, change }: Situation,
  rows: readonly PageRow[],
): Promise<readonly Comparison[]> {
  const folder = mkdtempSync(join(tmpdir(), 'truth-pages-'))
  write(folder, { ...files, handler: handlerScript(hurried(handler)) })
  chmodSync(join(folder, 'handler'), 0o755)
  const launch = () => startFunctionsHost({ folder, profile: 'elastic-premium', settings })
  // Nothing starts the next process of a recorded host.
  const instance = new HostInstance('', { launch, pauseMs: () => 600_000, hasFreshIds: false })
  const answers: Comparison[] = []
  let isStarted = false
  let isChanged = false
  let hasPosted = false
  try {
    for (const [index, row] of rows.entries()) {
      // The first rows came before the process listened.
      if (row.error === undefined && !isStarted) {
        isStarted = true
        await instance.start()
        // What is recorded first met a handler that was ready, or waited for it.
        if (handler.waitMs === undefined) await instance.settled()
      }
      if (change !== undefined && !isChanged && row.atMs >= change.beforeMs) {
        isChanged = true
        if (change.act === 'stop') await instance.stop()
        else {
          write(folder, replaced)
          await instance.reload(launch)
        }
      }
      if (handler.exit === 1) await untilLife(instance, row)
      // Long dead, and nobody has noticed.
      else if (handler.exit === 0 && lifeOf(row) > 0) await delay((2 * 2000) / hurry)
      const isPost = row.request.startsWith('POST ')
      // Of the admin calls the first one had no content type.
      const { body = '' } = row
      const answer = await ask(instance, row, settings, isPost && !hasPosted)
      hasPosted ||= isPost
      const host = shownPage(row.status ?? row.error, row.request, body, body)
      const ours = shownPage(answer.status, row.request, answer.body, body)
      const id = `${row.situation} ${index + 1}`
      answers.push({ id, group: row.situation, agrees: ours === host, ours, host })
    }
    return answers
  } finally {
    await instance.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

function hurried({ dieMs, waitMs, ...others }: HandlerScript): HandlerScript {
  return {
    ...others,
    ...(dieMs === undefined ? {} : { dieMs: dieMs / hurry }),
    ...(waitMs === undefined ? {} : { waitMs: waitMs / hurry }),
  }
}

/** Waits for the life of the handler in which a row was recorded, or for the end of the process. */
async function untilLife(instance: HostInstance, row: PageRow): Promise<void> {
  const isThere = (): boolean => {
    if (row.error !== undefined) return instance.process === undefined
    const lives = instance.log().filter((line) => line === 'Worker process started and initialized.')
    return lives.length > Math.min(lifeOf(row), 2)
  }
  for (let waits = 0; !isThere() && waits < 1500; waits += 1) await delay(10)
}

async function ask(
  instance: HostInstance,
  { request, key }: PageRow,
  settings: Readonly<Record<string, string>>,
  isBare: boolean,
): Promise<{ readonly status: number | string; readonly body: string }> {
  const { process } = instance
  if (process === undefined) return { status: 'ECONNREFUSED', body: '' }
  const [method = '', path = ''] = request.split(' ')
  const keys = { master: 'mk', host: { default: 'fk' }, functions: { Keyed: { default: 'generated' } } }
  const { host, instanceId, startedAtMs, restart } = process
  const site = {
    ...{ host, keys, settings, restart },
    identity: { id: 'HOSTID', instanceId, startedAtMs },
    origin: 'http://host',
  }
  const answer = await answerRequest(site, {
    method,
    path,
    headers: {
      host: 'host',
      ...(key === null ? {} : { 'x-functions-key': key === 'master' ? 'mk' : 'fk' }),
      ...(method === 'POST' && !isBare ? { 'content-type': 'application/json' } : {}),
    },
    body: Buffer.from(method === 'POST' ? '{"input":""}' : ''),
  })
  return { status: answer?.status ?? 'ECONNRESET', body: Buffer.from(answer?.body ?? '').toString('utf8') }
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}
