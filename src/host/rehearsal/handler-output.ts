/** What a rehearsed handler prints, on both streams: kept within bounds, and with the values of its settings hidden. */
import { stripVTControlCharacters } from 'node:util'
import type { OutputLine } from '../process/handler-process'

const firstLines = 60
const lastLines = 400
const shownLastLines = 100
const longestShownLine = 400
const leastHidden = 4

export interface HandlerOutput {
  readonly onLine: (line: OutputLine) => void
  /** How many lines there were until now. */
  count(): number
  /** The last lines of both streams, in the order in which they came, from the line with that number on. */
  since(count: number): readonly string[]
  /** The text with the values of settings as `***`. */
  hidden(text: string): string
  /** Beginning and end, for the log. */
  shown(): readonly string[]
}

/**
 * @param settings whose values must not be shown; very short ones and truth values are no secrets
 * @returns an empty output
 */
export function collectOutput(settings: Readonly<Record<string, string>>): HandlerOutput {
  const secrets = Object.values(settings)
    .filter((value) => value.length >= leastHidden && !/^(?:true|false|null|none)$/i.test(value))
    .flatMap((value) => [value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value)])
    .sort((a, b) => b.length - a.length)
  const hidden = (text: string) => secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), text)
  const first: string[] = []
  let last: string[] = []
  let count = 0
  const since = (start: number) => last.slice(Math.max(0, last.length - (count - start)))
  return {
    onLine: ({ text }) => {
      const line = hidden(stripVTControlCharacters(text))
      count += 1
      if (first.length < firstLines) first.push(line)
      last.push(line)
      if (last.length > 2 * lastLines) last = last.slice(-lastLines)
    },
    count: () => count,
    since,
    hidden,
    shown: () => {
      const rest = since(Math.max(first.length, count - shownLastLines))
      const left = count - first.length - rest.length
      const gap = left > 0 ? [`… ${left} lines are left out …`] : []
      return [...first, ...gap, ...rest].map((line) => line.slice(0, longestShownLine))
    },
  }
}
