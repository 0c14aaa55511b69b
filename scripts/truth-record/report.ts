/** The differences as text and as a table; it asks nothing. */
import type { AskedAgain, AskedRow } from './ask-again'
import { type DifferenceKind, differenceKinds } from './row'

const longestShown = 400

/** @param kinds only these are shown */
export function renderDifferences(rows: readonly AskedRow[], kinds: readonly DifferenceKind[]): string {
  return rows
    .flatMap(({ recording, id, differences, excuse }) =>
      differences
        .filter(({ kind }) => kinds.includes(kind))
        .map(
          ({ kind, recorded, now }) =>
            `${kind}: ${recording}/${id}${excuse === undefined ? '' : ` (does not count: ${excuse})`}\n  recorded: ${recorded.slice(0, longestShown)}\n  now:      ${now.slice(0, longestShown)}\n`,
        ),
    )
    .join('')
}

/** Rows and differences of each recording. */
export function renderTable({ rows, failed }: AskedAgain): string {
  const names = [...new Set([...rows, ...failed].map(({ recording }) => recording))]
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  return [
    line(['recording', 'rows asked', ...differenceKinds, 'not asked']),
    line(['---', ...['rows', ...differenceKinds, 'not'].map(() => '---:')]),
    ...[...names, undefined].map((name) => {
      const own = rows.filter(({ recording }) => name === undefined || recording === name)
      const broken = failed.filter(({ recording }) => name === undefined || recording === name)
      const counts = differenceKinds.map((kind) => rowsWith(own, kind))
      return line([name ?? '**all**', own.length, ...counts, broken.length])
    }),
  ].join('\n')
}

/** Rows whose difference of a kind counts. */
export function rowsWith(rows: readonly AskedRow[], kind: DifferenceKind): number {
  const counted = rows.filter(({ excuse }) => excuse === undefined)
  return counted.filter(({ differences }) => differences.some((each) => each.kind === kind)).length
}
