/**
 * The recordings that are asked, each with how a row of it is judged. Adding one is adding an entry here, and its
 * exceptions to `exceptions.ts`.
 */

import { askContract, askHandler, askRows } from './host-answers'
import { askPages } from './host-page-rows'
import { askStatuses } from './host-statuses'
import { findingsOf } from './package-verdict'
import { askHost, type ReplyRow } from './reply-host'
import { functionRows, type PackageRow, projectRows, readRows } from './rows'

/** One row after it was asked. */
export interface Answer {
  readonly id: string
  readonly group: string
  readonly agrees: boolean
  /** What we say. */
  readonly ours: string
  /** What the host did. */
  readonly host: string
}

export interface Recording {
  readonly name: string
  readonly ask: () => Promise<readonly Answer[]>
}

export const recordings: readonly Recording[] = [
  { name: 'projects', ask: async () => projectRows('projects').map(askPackage) },
  { name: 'routes-start', ask: async () => projectRows('routes-start').map(askPackage) },
  { name: 'functions', ask: async () => functionRows('functions').map(askPackage) },
  { name: 'functions-extensions', ask: async () => functionRows('functions-extensions').map(askPackage) },
  { name: 'projects-answers', ask: () => askStatuses(projectRows('projects')) },
  { name: 'routes-start-answers', ask: () => askStatuses(projectRows('routes-start')) },
  { name: 'functions-answers', ask: () => askStatuses(functionRows('functions')) },
  { name: 'route-matching', ask: askReplyRows },
  { name: 'contract', ask: () => askRows('contract', askContract) },
  { name: 'handler', ask: () => askRows('handler', askHandler) },
  { name: 'admin', ask: askPages },
]

/** Status and body of every answer have to be those of the host. */
async function askReplyRows(): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  for (const row of readRows('route-matching') as readonly unknown[] as readonly ReplyRow[]) {
    const shown = (given: readonly { status: number; body: string }[]) =>
      JSON.stringify(given.map(({ status, body }) => [status, body]))
    const [ours, host] = [shown((await askHost(row)).answers), shown(row.answers)]
    answers.push({ id: row.id, group: row.group, agrees: ours === host, ours, host })
  }
  return answers
}

/** A package that the host does not run must have an error, and one that it runs must have none. */
function askPackage(row: PackageRow): Answer {
  const errors = findingsOf(row).filter(({ severity }) => severity === 'error')
  const isRed = errors.length > 0
  return {
    id: row.id,
    group: row.group,
    agrees: isRed === (row.verdict !== 'runs') && !errors.some(({ code }) => code === 'thrown'),
    ours: isRed ? errors.map(({ code, message }) => `${code}: ${message}`).join(' | ') : 'green',
    host: row.text === '' ? row.verdict : `${row.verdict}: ${row.text}`,
  }
}
