/** Writes the figures of the fuzzer into docs/reliability.md, between its own two marks and nowhere else. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** One target's figures as they stand on the page. */
export interface Row {
  readonly name: string
  readonly reads: string
  readonly inputs: number
  readonly faults: number
  readonly worstMs: number
  readonly worstAllocatedBytes: number
  /** 0 where reads are not counted. */
  readonly worstReadBytes: number
  readonly branches: number
  readonly date: string
}

const marks = ['<!-- fuzz -->', '<!-- /fuzz -->'] as const
const head = [
  '| target | what is read | inputs | faults | longest | most allocated | most read | branches | date |',
  '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |',
]

/**
 * Puts a row into the page. The page keeps the row of a longer run, unless this one found faults.
 *
 * @param path of the page, made when it is missing
 * @param row the figures of this run
 * @returns whether it was written
 */
export function updatePage(path: string, row: Row): boolean {
  const page = existsSync(path) ? readFileSync(path, 'utf8') : '# Reliability\n'
  const [before, rest] = cut(page, marks[0])
  const [old, after] = cut(rest, marks[1])
  const known = new Map(
    old.split('\n').flatMap((line) => {
      const [, name = '', , inputs = ''] = line.split('|').map((cell) => cell.trim())
      const count = Number(inputs.replaceAll(',', ''))
      return Number.isInteger(count) && count > 0 ? [[name, { line, count }] as const] : []
    }),
  )
  const earlier = known.get(row.name)
  if (earlier !== undefined && earlier.count > row.inputs && row.faults === 0) return false
  known.set(row.name, { line: lineOf(row), count: row.inputs })
  const table = [...head, ...[...known.values()].map(({ line }) => line)].join('\n')
  const start = rest === '' ? `${before.trimEnd()}\n\n` : before
  const end = rest === '' ? '\n' : after
  writeFileSync(path, `${start}${marks[0]}\n\n${table}\n\n${marks[1]}${end}`)
  return true
}

/** Everything before a mark, and everything behind it; nothing behind when there is none. */
function cut(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark)
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)]
}

function lineOf(row: Row): string {
  const cells = [
    row.name,
    row.reads,
    row.inputs.toLocaleString('en-US'),
    String(row.faults),
    `${row.worstMs.toFixed(1)} ms`,
    mebibytes(row.worstAllocatedBytes),
    row.worstReadBytes === 0 ? '' : mebibytes(row.worstReadBytes),
    row.branches.toLocaleString('en-US'),
    row.date,
  ]
  return `| ${cells.join(' | ')} |`
}

function mebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`
}
