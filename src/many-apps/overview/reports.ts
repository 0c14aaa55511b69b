/** Finds the report files of many runs, and says which apps have passed. */
import { readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { inBatches } from '../../files/batches'
import { listFiles } from '../../files/listing'
import { type AppReport, readAppReport } from '../../report/app-report'
import type { OverviewApp } from '../../report/overview-page'
import type { OverviewInputs } from './inputs'

const mostFiles = 10_000
const mostBytes = 16 * 1024 * 1024

/** Reports by the name of their file, without its ending. */
export type Reports = ReadonlyMap<string, AppReport>

/**
 * Reads every report file of a folder.
 *
 * @param folder absolute path; it need not exist, since no artifact makes no folder
 * @returns the reports, and the names of files that are none
 * @throws ActionError `project-too-large` when there are more than 10,000 files
 */
export async function readReports(
  folder: string,
): Promise<{ readonly reports: Reports; readonly unreadable: readonly string[] }> {
  const isThere = (await stat(folder).catch(() => undefined))?.isDirectory() === true
  const files = isThere ? listFiles(folder, { limit: mostFiles }) : []
  const reports = new Map<string, AppReport>()
  const unreadable: string[] = []
  await inBatches(files, async ({ path, kind, sizeBytes }) => {
    if (!path.endsWith('.json')) return
    const isReadable = kind === 'file' && sizeBytes <= mostBytes
    const text = isReadable ? await readFile(join(folder, path), 'utf8').catch(() => '') : ''
    const report = readAppReport(text)
    if (report === undefined) unreadable.push(path)
    else reports.set(basename(path, '.json'), report)
  })
  return { reports, unreadable: unreadable.sort() }
}

/**
 * Holds the reports against the apps that should have them.
 *
 * @param inputs the stages, and the apps
 * @returns each app with its last report, in the order of the matrix, else of the names
 */
export function appsOf(
  reports: Reports,
  { stages, matrix }: Pick<OverviewInputs, 'stages' | 'matrix'>,
): readonly OverviewApp[] {
  const expected = matrix?.map((entry) => ({ name: entry.name, appName: textOf(entry['app-name']) }))
  const named = [...new Set([...reports.keys()].flatMap((key) => nameIn(key, stages) ?? []))].sort()
  return (expected ?? named.map((name) => ({ name, appName: '' }))).map(({ name, appName }) => {
    const keys = stages.length === 0 ? [name] : stages.map((stage) => `${stage}-${name}`)
    const found = keys.map((key) => reports.get(key))
    const report = found.filter((each) => each !== undefined).at(-1)
    const last = found.at(-1)
    const isStopped = last === undefined && report !== undefined && report.outcome !== 'passed'
    const missing = last !== undefined || isStopped ? '' : missingReport(stages.at(-1))
    return { name, appName, report, missing, hasPassed: last?.outcome === 'passed' }
  })
}

function nameIn(key: string, stages: readonly string[]): string | undefined {
  if (stages.length === 0) return key
  const stage = stages.find((each) => key.startsWith(`${each}-`))
  return stage === undefined ? undefined : key.slice(stage.length + 1)
}

function missingReport(stage: string | undefined): string {
  const what = stage === undefined ? 'There is no report' : `There is no report of the stage '${stage}'`
  return `${what}: its job did not run, was cancelled, or ended before it wrote one.`
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
