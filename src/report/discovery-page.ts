/** The summary of `discover`: which apps there are, which changed and why, and what could not be told. Pure. */
import type { Finding } from '../findings'
import { proseOf } from '../text/passages'
import { countOf, formatDuration } from '../text/quantities'
import { code, collapsed, prose, stacked, table } from './markdown'
import { findingTable } from './summary/findings-section'

const mostRows = 300

export interface DiscoveredApp {
  readonly name: string
  readonly folder: string
  /** Empty when no environment is given. */
  readonly appName: string
  readonly slotName: string
  readonly isChanged: boolean
  /** Why it changed; empty when it did not. */
  readonly reason: string
  /** Whether a job of the matrix is for it. */
  readonly isInMatrix: boolean
}

export interface Discovery {
  readonly apps: readonly DiscoveredApp[]
  /** The commits that were compared; undefined when every app counts as changed. */
  readonly compared?: { readonly base: string; readonly head: string; readonly files: number }
  /** Why every app counts as changed. */
  readonly everything?: string
  readonly findings: readonly Finding[]
  readonly elapsedMs: number
}

/**
 * Renders what was found.
 *
 * @param discovery the apps; every string in it may be hostile
 * @param docsUrl address of docs/findings.md, when codes are to link there
 * @returns GitHub-flavoured Markdown, at most some hundred rows
 */
export function renderDiscovery(discovery: Discovery, docsUrl?: string): string {
  const { apps, findings } = discovery
  const chosen = apps.filter(({ isInMatrix }) => isInMatrix)
  const others = apps.filter(({ isInMatrix }) => !isInMatrix)
  const hasTargets = apps.some(({ appName }) => appName !== '')
  return `${stacked(
    `## ${headline(discovery)}`,
    `${comparison(discovery)} · ${formatDuration(discovery.elapsedMs)}`,
    findings.length === 0 ? undefined : findingTable(findings, docsUrl),
    chosen.length === 0 ? undefined : appTable(chosen, hasTargets),
    others.length === 0
      ? undefined
      : collapsed(`${countOf(others.length, 'app')} without a job`, appTable(others, hasTargets)),
  )}\n`
}

function headline({ apps, findings, everything }: Discovery): string {
  const error = findings.find(({ severity }) => severity === 'error')
  if (error !== undefined) return `Failed: ${prose(proseOf(error.message).split('\n')[0] ?? '', 110)}`
  if (apps.length === 0) return 'No Go function app was found'
  const changed = apps.filter(({ isChanged }) => isChanged).length
  const all = everything === undefined ? '' : ', since all of them count as changed'
  const jobs = apps.filter(({ isInMatrix }) => isInMatrix).length
  const started = jobs === changed ? '' : `; ${jobs} ${jobs === 1 ? 'has' : 'have'} a job`
  return `${changed} of ${countOf(apps.length, 'app')} changed${all}${started}`
}

function comparison({ compared, everything }: Discovery): string {
  if (compared !== undefined) {
    const { base, head, files } = compared
    return `Compared ${code(base.slice(0, 12))} with ${code(head.slice(0, 12))}: ${countOf(files, 'file')} differ${files === 1 ? 's' : ''}`
  }
  return everything === undefined ? 'Nothing was compared' : `Nothing was compared: ${prose(everything, 600)}`
}

function appTable(apps: readonly DiscoveredApp[], hasTargets: boolean): string {
  const rows = apps
    .slice(0, mostRows)
    .map(({ name, folder, appName, slotName, reason }) => [
      code(name, 80),
      code(folder, 200),
      ...(hasTargets ? [target(appName, slotName)] : []),
      reason === '' ? 'not changed' : prose(reason, 300),
    ])
  const rest = apps.length - rows.length
  return stacked(
    table(['App', 'Folder', ...(hasTargets ? ['Function app'] : []), 'What changed'], rows),
    rest > 0 ? `And ${countOf(rest, 'more app')}, which the output has.` : undefined,
  )
}

function target(appName: string, slotName: string): string {
  if (appName === '') return ''
  return slotName === '' ? code(appName, 80) : `${code(appName, 80)} (slot ${code(slotName, 80)})`
}
