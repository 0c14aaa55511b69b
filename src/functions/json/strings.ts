/**
 * Strings of a JSON text with their escape sequences, as Newtonsoft.Json reads them: either quote, line breaks
 * inside, halves of surrogate pairs replaced; but no escape sequence beyond JSON's own and `\'`.
 */
import type { JsonCursor } from './cursor'
import { type JsonFault, type Place, shownCharacter } from './fault'

const escapes: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['t', '\t'],
  ['n', '\n'],
  ['f', '\f'],
  ['r', '\r'],
  ['\\', '\\'],
  ['"', '"'],
  ["'", "'"],
  ['/', '/'],
])

/**
 * Reads a string.
 *
 * @param cursor stands at a quote; stops behind the closing one
 * @throws JsonFault
 * @see Src/Newtonsoft.Json/JsonTextReader.cs (ReadStringIntoBuffer) in JamesNK/Newtonsoft.Json
 */
export function readString(cursor: JsonCursor): string {
  const start = cursor.place
  const quote = cursor.next
  if (quote === "'") cursor.noteLeniency()
  cursor.step()
  const pieces: string[] = []
  let kept = cursor.offset
  for (let character = cursor.next; character !== quote; character = cursor.next) {
    if (character === '') throw openString(cursor, quote, start)
    if (character === '\\') {
      pieces.push(cursor.since(kept))
      const place = cursor.place
      cursor.step()
      if (!cursor.has(0)) throw openString(cursor, quote, start)
      pieces.push(readEscape(cursor, place))
      kept = cursor.offset
    } else {
      if (character < ' ') cursor.noteLeniency()
      cursor.stepOver()
    }
  }
  pieces.push(cursor.since(kept))
  cursor.step()
  return pieces.join('')
}

function openString(cursor: JsonCursor, quote: string, start: Place): JsonFault {
  const words = `Unterminated string. Expected delimiter: ${quote}.`
  return cursor.fault({ words, reason: 'a string is not closed' }, start)
}

/** Stands behind the backslash, whose place is given. */
function readEscape(cursor: JsonCursor, place: Place): string {
  const letter = cursor.next
  cursor.step()
  if (letter === 'u') return readUnicode(cursor, place)
  const character = escapes.get(letter)
  if (character === undefined) {
    const words = `Bad JSON escape sequence: \\${letter}.`
    const reason = `a backslash before ${shownCharacter(letter)} is no escape sequence of JSON`
    throw cursor.fault({ words, reason }, place)
  }
  if (letter === "'") cursor.noteLeniency(place)
  return character
}

/** Half of a surrogate pair alone becomes the replacement character. */
function readUnicode(cursor: JsonCursor, place: Place): string {
  const first = readUnit(cursor, place)
  if (isLow(first)) return '\ufffd'
  const pieces: string[] = []
  let high = first
  while (isHigh(high)) {
    if (!(cursor.has(2) && cursor.next === '\\' && cursor.afterNext === 'u')) {
      return `${pieces.join('')}\ufffd`
    }
    cursor.step(2)
    const unit = readUnit(cursor, place)
    pieces.push(isLow(unit) ? high : '\ufffd')
    if (isLow(unit)) return `${pieces.join('')}${unit}`
    high = unit
  }
  return `${pieces.join('')}${high}`
}

function readUnit(cursor: JsonCursor, place: Place): string {
  const digits = cursor.ahead(4)
  const reason = "'\\u' is not followed by four hexadecimal digits"
  // The host asks for one character more than it needs.
  if (!cursor.has(4)) {
    throw cursor.fault({ words: 'Unexpected end while parsing Unicode escape sequence.', reason }, place)
  }
  if (!/^[0-9a-fA-F]{4}$/.test(digits)) {
    throw cursor.fault({ words: `Invalid Unicode escape sequence: \\u${digits}.`, reason }, place)
  }
  cursor.step(4)
  return String.fromCharCode(Number.parseInt(digits, 16))
}

function isHigh(unit: string): boolean {
  return /^[\ud800-\udbff]$/.test(unit)
}

function isLow(unit: string): boolean {
  return /^[\udc00-\udfff]$/.test(unit)
}
