/**
 * Asks rows that are one function.json each, many of them in one app: each in its own folder with its own route. An
 * app that does not run is cut in two, until it is known which function stops it.
 */
import type { RunningHost } from '../../src/host/container/running-host'
import { type FunctionRecording, functionApp, requestOf } from '../truth/rows'
import { planVariable } from './handler-program'
import {
  ask,
  awaitStart,
  functionErrors,
  type HostStart,
  type ListedFunction,
  listedFunctions,
} from './host-questions'
import type { HostSource } from './host-source'
import { withPackage } from './package-folders'
import { isReachable } from './project-rows'
import { type AskedRows, type Difference, differs, type Row } from './row'

interface FunctionRow {
  readonly id: string
  readonly functionJson: string
  readonly verdict: string
  readonly error?: string
  readonly listed?: boolean
  readonly status?: number
}

export async function askFunctions(
  recording: FunctionRecording,
  rows: readonly Row[],
  source: HostSource,
): Promise<AskedRows> {
  const functions = rows as readonly FunctionRow[]
  const { hostJson, settings } = functionApp(recording)
  const folders = functions.map(({ id, functionJson }) => [`${id}/function.json`, functionJson])
  const files = { 'host.json': JSON.stringify(hostJson), ...Object.fromEntries(folders) }
  const answered = await withPackage<AskedRows | undefined>(
    { files, handlerAt: 'handler' },
    async (folder) => {
      const host = await source.start({ folder, settings: { ...settings, [planVariable]: empty } })
      try {
        const start = await awaitStart(host)
        if (start.kind === 'running') {
          return { rows: await observe(host, functions, folder), version: start.version }
        }
        if (functions.length === 1) return { rows: functions.map((row) => stopped(row, host, start)) }
        return undefined
      } finally {
        await host.stop()
      }
    },
  )
  if (answered !== undefined) return answered
  const half = Math.ceil(rows.length / 2)
  const [first, second] = [
    await askFunctions(recording, rows.slice(0, half), source),
    await askFunctions(recording, rows.slice(half), source),
  ]
  const version = first.version ?? second.version
  return { rows: [...first.rows, ...second.rows], ...(version === undefined ? {} : { version }) }
}

const empty = JSON.stringify({
  otherwise: { status: 200, headers: { 'Content-Type': 'application/json' }, body: '{}' },
})

function stopped(row: FunctionRow, host: RunningHost, start: HostStart): FunctionRow {
  const { listed: _, status: __, ...question } = row
  if (start.kind === 'error') {
    return { ...question, verdict: 'host does not start', error: start.errors[0] ?? '' }
  }
  const lines = host.log().map((line) => line.trim())
  const last = lines.filter((line) => line.startsWith('fail: ')).at(-1) ?? ''
  const at = lines.lastIndexOf(last)
  return { ...question, verdict: 'host gives up', error: lines.slice(at, at + 3).join(' ') }
}

/** Several at once: with a thousand functions a page of the host takes its time. */
const atOnce = 8

async function observe(
  host: RunningHost,
  functions: readonly FunctionRow[],
  folder: string,
): Promise<readonly FunctionRow[]> {
  const list = new Map((await listedFunctions(host)).map((each) => [each.name, each]))
  const rows: FunctionRow[] = []
  for (let index = 0; index < functions.length; index += atOnce) {
    const some = functions.slice(index, index + atOnce)
    rows.push(...(await Promise.all(some.map((row) => observeOne(host, row, list.get(row.id), folder)))))
  }
  return rows
}

async function observeOne(
  host: RunningHost,
  row: FunctionRow,
  found: ListedFunction | undefined,
  folder: string,
): Promise<FunctionRow> {
  const { error: _, status: before, ...question } = row
  const errors = await functionErrors(host, row.id)
  const [method = '', path = ''] = requestOf(row.id).split(' ')
  const reply = before === undefined ? undefined : await ask(host, { method, path })
  const status = reply === undefined ? {} : { status: reply.status ?? 0 }
  const listed = row.listed === undefined ? {} : { listed: found !== undefined }
  if (errors.length > 0) {
    const error = (errors[0] ?? '').replaceAll(folder, '/app')
    return { ...question, verdict: 'function in error', error, ...listed, ...status }
  }
  if (found === undefined) return { ...question, verdict: 'not listed', ...listed, ...status }
  const isAsked = reply !== undefined && reply.status !== 200
  const verdict = isAsked && !(await isReachable(host, found)) ? 'unreachable' : 'runs'
  return { ...question, verdict, ...listed, ...status }
}

/** Of functions in error the rows say both: with one and the same error some are listed and others are not. */
function listedOf({ listed, verdict }: FunctionRow): boolean | undefined {
  return verdict === 'function in error' ? undefined : listed
}

export function functionDifferences(before: Row, after: Row): readonly Difference[] {
  const [recorded, now] = [before, after] as [FunctionRow, FunctionRow]
  return [
    ...differs('verdict', recorded.verdict, now.verdict),
    ...differs('status', recorded.status, now.status),
    ...differs('name', listedOf(recorded), listedOf(now)),
    ...differs('wording', recorded.error, now.error),
  ]
}
