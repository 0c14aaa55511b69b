/** Cuts an untrusted byte stream into lines of bounded length and number. */
import { StringDecoder } from 'node:string_decoder'

const maximumLineLength = 2000
const maximumLines = 20_000

/** A consumer of one stream. */
export interface LineReader {
  readonly write: (chunk: Buffer) => void
  /** Passes on a last line that has no line break. */
  readonly end: () => void
}

/**
 * Makes a consumer of chunks that passes on whole lines. Longer lines are cut; after very many lines
 * the rest is read and dropped, so that the writer never blocks.
 *
 * @param onLine called with each line without its line break
 * @returns listeners for the events `data` and `end`
 */
export function lineReader(onLine: (text: string) => void): LineReader {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  let count = 0
  const pass = (line: string) => {
    count += 1
    if (count <= maximumLines) onLine(line.replace(/\r$/, '').slice(0, maximumLineLength))
  }
  return {
    write: (chunk) => {
      if (count >= maximumLines) return
      const parts = (rest + decoder.write(chunk)).split('\n')
      rest = parts.pop() ?? ''
      for (const part of parts) pass(part)
      if (rest.length > maximumLineLength) {
        pass(rest)
        rest = ''
      }
    },
    end: () => {
      if (rest !== '') pass(rest)
      rest = ''
    },
  }
}
