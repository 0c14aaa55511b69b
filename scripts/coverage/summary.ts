/** Lines and branches per room out of the counts of files. Counts nothing itself. */
import { relative, sep } from 'node:path'
import coverage from 'istanbul-lib-coverage'

/** Zero-based columns, one-based lines; both absent where nothing is written. */
export interface Place {
  readonly line?: number
  readonly column?: number | null
}

export interface Span {
  readonly start: Place
  readonly end: Place
}

/** Istanbul's form of counts, per path. */
export interface Frame {
  readonly [path: string]: {
    readonly path: string
    readonly statementMap: Readonly<Record<string, Span>>
    readonly fnMap: Readonly<Record<string, { readonly loc: Span }>>
    readonly branchMap: Readonly<
      Record<string, { readonly type: string; readonly loc: Span; readonly locations: readonly Span[] }>
    >
    readonly s: Record<string, number>
    readonly f: Record<string, number>
    readonly b: Record<string, number[]>
  }
}

export interface Shares {
  readonly lines: { readonly covered: number; readonly total: number }
  readonly branches: { readonly covered: number; readonly total: number }
}

/** Per room of `src`, for `src` and for `emulator`. */
export function summarize(root: string, frame: Frame): Record<string, Shares> {
  const rooms = new Map<string, coverage.CoverageSummary>()
  const map = coverage.createCoverageMap(structuredClone(frame) as unknown as coverage.CoverageMapData)
  for (const path of map.files().sort()) {
    const summary = map.fileCoverageFor(path).toSummary()
    const parts = relative(root, path).split(sep)
    const whole = parts[0] ?? ''
    const room = parts.length > 2 ? parts.slice(0, 2).join('/') : `${whole}/*`
    for (const name of whole === 'src' ? [whole, room] : [whole]) {
      const sum = rooms.get(name) ?? coverage.createCoverageSummary()
      sum.merge(summary)
      rooms.set(name, sum)
    }
  }
  return Object.fromEntries(
    [...rooms].map(([name, { lines, branches }]) => [
      name,
      {
        lines: { covered: lines.covered, total: lines.total },
        branches: { covered: branches.covered, total: branches.total },
      },
    ]),
  )
}
