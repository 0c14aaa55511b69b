/**
 * Compares the status of every recorded request with what the host model answers. No handler is started: what the
 * kernel would start stands for one that answers everything with 200, as the recorded one did.
 */
import { rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Dispatcher } from '../../src/host/dispatcher'
import { startFunctionsHost } from '../../src/host/functions-host'
import { answerRequest } from '../../src/host/host-pages'
import { startProblem } from '../../src/host/process/handler-process'
import { type HandlerPlace, prepareStart } from '../../src/host/process/start-preparation'
import type { Comparison } from './host-answers'
import { unpackRow } from './package-folder'
import { type PackageRow, planOf } from './rows'

/** @returns the rows of which requests were recorded, each with our statuses and the host's */
export async function askStatuses(rows: readonly PackageRow[]): Promise<readonly Comparison[]> {
  const handler = await startHandler()
  try {
    const answers: Comparison[] = []
    for (const row of rows.filter((each) => each.answers.length > 0)) {
      const shown = (statuses: readonly (number | string | undefined)[]) =>
        row.answers.map(({ request }, index) => `${request}: ${statuses[index]}`).join(', ')
      const ours = shown(await statusesOf(row, (handler.address() as AddressInfo).port))
      const host = shown(row.answers.map(({ status, error }) => status ?? error))
      answers.push({ id: row.id, group: row.group, agrees: ours === host, ours, host })
    }
    return answers
  } finally {
    handler.close()
  }
}

/** An empty object counts for the contract, too: a call without outputs. */
async function startHandler(): Promise<Server> {
  const server = createServer((request, response) => {
    request.resume()
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

async function statusesOf(row: PackageRow, port: number): Promise<readonly (number | string | undefined)[]> {
  const folder = unpackRow(row)
  const { settings = {} } = row
  let isWaiting: (answer: 'timeout') => void = () => {}
  const host = startFunctionsHost({
    folder,
    profile: planOf(row) ?? 'elastic-premium',
    settings,
    hasAllSettings: true,
    startDispatcher: (surroundings) => standIn(surroundings, port, () => isWaiting('timeout')),
  })
  const site = {
    host,
    keys: { master: 'mk', host: {} },
    identity: { id: '', instanceId: '', startedAtMs: 0 },
    settings,
    origin: 'http://host',
  }
  try {
    const statuses: (number | string | undefined)[] = []
    for (const { request } of row.answers) {
      const [method = '', path = ''] = request.split(' ')
      const waiting = new Promise<'timeout'>((resolve) => {
        isWaiting = resolve
      })
      const answer = await Promise.race([
        answerRequest(site, { method, path, headers: { host: 'host' } }),
        waiting,
      ])
      statuses.push(answer === 'timeout' ? answer : answer?.status)
    }
    return statuses
  } finally {
    await host.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Ready at once where the kernel would start the program; else callers wait, and the recording gave up on them. */
function standIn(surroundings: HandlerPlace, port: number, onWait: () => void): Dispatcher {
  const stopping = new AbortController()
  const starts = startProblem(prepareStart(surroundings, port).command) === undefined
  return {
    state: starts ? 'Initialized' : 'Initializing',
    port,
    isHostRefused: false,
    errors: [],
    settled: Promise.resolve(),
    stopped: stopping.signal,
    waitUntilReady: () => {
      if (starts) return Promise.resolve('ready')
      onWait()
      return new Promise(() => {})
    },
    giveUp: () => stopping.abort(),
    restart: () => {},
    stop: async () => stopping.abort(),
  }
}
