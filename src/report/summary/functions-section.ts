/** The functions of the app: trigger, methods, route, and when Azure listed them. */

import { countOf, formatDuration } from '../../text/quantities'
import { code, collapsed, prose, type Section, stacked, table } from '../markdown'
import type { FunctionRecord, RunReport } from '../run-report'
import { azureLink } from './azure-link'

const mostFunctions = 200
const mostOpenFunctions = 15

/** @returns the functions; a long list is collapsed */
export function functionSections(report: RunReport): Section[] {
  const functions = report.project?.functions ?? []
  if (functions.length === 0) {
    if (report.project?.model !== 'native') return []
    const body = 'The native Go worker registers its functions in code: Azure lists them after a deployment.'
    return [{ title: 'Functions', body, isDetail: true }]
  }
  const list = functionTable(functions)
  const title = countOf(functions.length, 'function')
  const body = functions.length > mostOpenFunctions ? collapsed(title, list) : list
  return [{ title: 'Functions', body, isDetail: true }]
}

function functionTable(functions: readonly FunctionRecord[]): string {
  const isListed = functions.some((entry) => entry.listedAfterMs !== undefined)
  const headings = [
    'Function',
    'Trigger',
    'Methods',
    'Route',
    'Access',
    ...(isListed ? ['Listed after'] : []),
  ]
  const rows = functions
    .slice(0, mostFunctions)
    .map((entry) => [
      code(entry.name, 140),
      code(entry.trigger, 80),
      methods(entry),
      entry.route === undefined ? '' : azureLink(entry.route, entry.url),
      prose(entry.authLevel ?? '', 40),
      entry.listedAfterMs === undefined ? '' : formatDuration(entry.listedAfterMs),
    ])
  const rest = functions.length - rows.length
  return stacked(table(headings, rows), rest > 0 ? `And ${countOf(rest, 'more function')}.` : undefined)
}

function methods(entry: FunctionRecord): string {
  if (entry.methods === undefined) return ''
  return entry.methods.length === 0 ? 'every method' : prose(entry.methods.join(', '), 120)
}
