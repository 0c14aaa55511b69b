/**
 * Adds what child processes ran (the files that Node writes for `NODE_V8_COVERAGE`) to the statements and branches
 * that vitest found: each is looked up at its place in the script that ran, through the source map.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { eachMapping, type SourceMapInput, TraceMap } from '@jridgewell/trace-mapping'
import type { Frame, Place, Span } from './summary'

interface Script {
  readonly url: string
  readonly functions: readonly { readonly ranges: readonly Range[] }[]
}

interface Range {
  readonly startOffset: number
  readonly endOffset: number
  readonly count: number
}

interface Report {
  readonly result: readonly Script[]
  readonly 'source-map-cache'?: Readonly<
    Record<string, { readonly lineLengths: readonly number[]; readonly data: SourceMapInput | null }>
  >
}

/** Counts of one file, as in the frame. */
type File = Frame[string]

/** What is to be looked up in one script: offsets there, and where a count goes. */
type LookUp = (count: (offset: number) => number) => void

export interface Children {
  readonly root: string
  readonly dist: string
  readonly folder: string
}

/**
 * Counts in the frame itself.
 *
 * @returns how many reports there were
 */
export function addChildren(frame: Frame, { root, dist, folder }: Children): number {
  const lookUps = new Map<string, LookUp>()
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
  for (const name of names) {
    const report = readReport(join(folder, name))
    for (const script of report?.result ?? []) {
      if (!script.url.startsWith('file://')) continue
      const path = fileURLToPath(script.url)
      if (!path.startsWith(dist) && frame[path] === undefined) continue
      let lookUp = lookUps.get(path)
      if (lookUp === undefined) {
        const map = path.startsWith(dist) ? mapOfBundle(path) : mapOfReport(report, script.url)
        if (map === undefined) continue
        lookUp = prepare(frame, map, root)
        lookUps.set(path, lookUp)
      }
      lookUp(counter(script))
    }
  }
  return names.length
}

/** A process that was killed while it wrote leaves half a file. */
function readReport(path: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report
  } catch {
    return undefined
  }
}

interface PlacedMap {
  readonly map: TraceMap
  readonly lineOffsets: readonly number[]
  readonly folder: string
}

function mapOfBundle(path: string): PlacedMap | undefined {
  if (!existsSync(`${path}.map`)) return undefined
  const lines = readFileSync(path, 'utf8').split('\n')
  const map = new TraceMap(readFileSync(`${path}.map`, 'utf8'))
  return { map, lineOffsets: offsetsOf(lines.map((line) => line.length)), folder: dirname(path) }
}

function mapOfReport(report: Report | undefined, url: string): PlacedMap | undefined {
  const cached = report?.['source-map-cache']?.[url]
  if (cached?.data == null) return undefined
  const folder = dirname(fileURLToPath(url))
  return { map: new TraceMap(cached.data), lineOffsets: offsetsOf(cached.lineLengths), folder }
}

function offsetsOf(lineLengths: readonly number[]): number[] {
  let offset = 0
  return lineLengths.map((length) => {
    const start = offset
    offset += length + 1
    return start
  })
}

/** Where the statements and branches of all files that the map knows stand in the script. */
function prepare(frame: Frame, { map, lineOffsets, folder }: PlacedMap, root: string): LookUp {
  const places = new Map<string, { line: number; column: number; offset: number }[]>()
  eachMapping(map, ({ source, originalLine, originalColumn, generatedLine, generatedColumn }) => {
    if (source === null) return
    const path = source.startsWith('file://') ? fileURLToPath(source) : join(folder, source)
    if (frame[path] === undefined || relative(root, path).startsWith('..')) return
    const offset = (lineOffsets[generatedLine - 1] ?? 0) + generatedColumn
    const known = places.get(path) ?? []
    known.push({ line: originalLine, column: originalColumn, offset })
    places.set(path, known)
  })
  const lookUps: LookUp[] = []
  for (const [path, known] of places) {
    const file = frame[path]
    if (file === undefined) continue
    known.sort((a, b) => a.line - b.line || a.column - b.column)
    lookUps.push(prepareFile(file, (span) => offsetIn(known, span)))
  }
  return (count) => {
    for (const lookUp of lookUps) lookUp(count)
  }
}

function prepareFile(file: File, offsetOf: (span: Span) => number | undefined): LookUp {
  const steps: LookUp[] = []
  const add = <Key extends string | number>(
    counts: { [key in Key]?: number },
    key: Key,
    span: Span,
  ): void => {
    const offset = offsetOf(span)
    if (offset === undefined) return
    steps.push((count) => {
      counts[key] = (counts[key] ?? 0) + count(offset)
    })
  }
  for (const [id, span] of Object.entries(file.statementMap)) add(file.s, id, span)
  for (const [id, { loc }] of Object.entries(file.fnMap)) add(file.f, id, loc)
  for (const [id, { type, loc, locations }] of Object.entries(file.branchMap)) {
    const counts: { [arm: number]: number } = file.b[id] ?? []
    for (const [arm, span] of locations.entries()) {
      if (span.start.line !== undefined) add(counts, arm, span)
      else if (type === 'if') {
        // An `else` that is not written ran as often as the statement without its first arm.
        const whole = offsetOf(loc)
        const first = offsetOf(locations[0] ?? loc)
        if (whole === undefined || first === undefined) continue
        steps.push((count) => {
          counts[arm] = (counts[arm] ?? 0) + Math.max(0, count(whole) - count(first))
        })
      }
    }
  }
  return (count) => {
    for (const step of steps) step(count)
  }
}

/** The first mapped place in the span. */
function offsetIn(
  known: readonly { line: number; column: number; offset: number }[],
  { start, end }: Span,
): number | undefined {
  let low = 0
  let high = known.length
  while (low < high) {
    const middle = (low + high) >> 1
    const place = known[middle]
    if (place !== undefined && isBefore(place, start)) low = middle + 1
    else high = middle
  }
  const found = known[low]
  return found === undefined || isBefore(end, found) ? undefined : found.offset
}

function isBefore(a: Place, b: Place): boolean {
  const line = a.line ?? 0
  const other = b.line ?? 0
  return (
    line < other ||
    (line === other && (a.column ?? Number.POSITIVE_INFINITY) < (b.column ?? Number.POSITIVE_INFINITY))
  )
}

/** How often what stands at an offset ran: the count of the innermost range around it. */
function counter({ functions }: Script): (offset: number) => number {
  const ranges = functions
    .flatMap((one) => one.ranges)
    .sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset)
  // The ranges are nested, so each offset where the count changes is known after one walk.
  const starts: number[] = []
  const counts: number[] = []
  const open: Range[] = []
  const mark = (offset: number, count: number): void => {
    if (starts.at(-1) === offset) counts[counts.length - 1] = count
    else {
      starts.push(offset)
      counts.push(count)
    }
  }
  const closeUntil = (offset: number): void => {
    for (let last = open.at(-1); last !== undefined && last.endOffset <= offset; last = open.at(-1)) {
      open.pop()
      mark(last.endOffset, open.at(-1)?.count ?? 0)
    }
  }
  for (const range of ranges) {
    closeUntil(range.startOffset)
    open.push(range)
    mark(range.startOffset, range.count)
  }
  closeUntil(Number.POSITIVE_INFINITY)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return counts[low - 1] ?? 0
  }
}
