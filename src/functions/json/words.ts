/**
 * The words of a JSON text as Newtonsoft.Json takes them: names without quotes, numbers, literals, constructors.
 * What may follow what is the reader's business.
 */
import type { JsonCursor } from './cursor'

const nameCharacter = /[\p{L}\p{Nd}_$]/u
const strictNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/
/** Our reason where the host found no more text. */
export const endOfInput = 'unexpected end of input'

/**
 * Reads the name of a member that has no quotes: letters, digits, `_` and `$`, up to a blank or a colon.
 *
 * @throws JsonFault
 */
export function readBareName(cursor: JsonCursor): string {
  if (!nameCharacter.test(cursor.next)) {
    throw cursor.unexpected(`Invalid property identifier character: ${cursor.next}.`)
  }
  cursor.noteLeniency()
  const start = cursor.offset
  cursor.stepWhile(nameCharacter)
  if (cursor.next === '') {
    const words = 'Unexpected end while parsing unquoted property name.'
    throw cursor.fault({ words, reason: endOfInput })
  }
  if (cursor.next !== ':' && !cursor.isAtBlank) {
    throw cursor.unexpected(`Invalid JavaScript property identifier character: ${cursor.next}.`)
  }
  return cursor.since(start)
}

/**
 * Takes the characters of a number; `readNumber` says whether they are one.
 *
 * @throws JsonFault
 */
export function readNumberText(cursor: JsonCursor): string {
  const start = cursor.offset
  const place = cursor.place
  cursor.stepWhile(/[-+a-fA-FxX.0-9]/)
  if (cursor.next !== '' && !cursor.isAtBlank && !',}])/'.includes(cursor.next)) {
    throw cursor.unexpected(`Unexpected character encountered while parsing number: ${cursor.next}.`)
  }
  const text = cursor.since(start)
  if (!strictNumber.test(text)) cursor.noteLeniency(place)
  return text
}

/**
 * Reads `true`, `null` and the like.
 *
 * @param cursor stands at its first letter; stops behind it
 * @param literal the word
 * @param words what the host says when it is another one
 * @param isInConstructor whether a closing parenthesis may follow
 * @throws JsonFault
 */
export function readLiteral(
  cursor: JsonCursor,
  literal: string,
  words: string,
  isInConstructor: boolean,
): void {
  const { place } = cursor
  const found = /^-?[\w$]{1,40}/.exec(cursor.ahead(41))?.[0] ?? cursor.next
  if (!cursor.has(literal.length - 1)) {
    cursor.step(literal.length)
    throw cursor.fault({ words: 'Unexpected end when reading JSON.', reason: `unexpected '${found}'` }, place)
  }
  const text = cursor.ahead(literal.length)
  let same = 0
  while (same < literal.length && text[same] === literal[same]) same += 1
  cursor.step(same)
  if (same < literal.length) throw cursor.fault({ words, reason: `unexpected '${found}'` }, place)
  if (!isSeparator(cursor, isInConstructor)) throw cursor.unexpected(words)
}

function isSeparator(cursor: JsonCursor, isInConstructor: boolean): boolean {
  if (!cursor.has(0) || cursor.isAtBlank || '}],'.includes(cursor.next)) return true
  if (cursor.next === '/') return cursor.has(1) && '*/'.includes(cursor.afterNext)
  return cursor.next === ')' && isInConstructor
}

/**
 * Reads the head of a constructor, `new Date(`.
 *
 * @param cursor stands at `new`; stops behind the parenthesis
 * @throws JsonFault
 */
export function readConstructorName(cursor: JsonCursor, isInConstructor: boolean): string {
  cursor.noteLeniency()
  readLiteral(cursor, 'new', 'Unexpected content while parsing JSON.', isInConstructor)
  cursor.skipBlanks()
  const start = cursor.offset
  cursor.stepWhile(/[\p{L}\p{Nd}]/u)
  const name = cursor.since(start)
  if (cursor.next === '') {
    throw cursor.fault({ words: 'Unexpected end while parsing constructor.', reason: endOfInput })
  }
  const isNameAtEnd = cursor.next === '(' || cursor.isAtBlank
  if (isNameAtEnd && name === '') {
    throw cursor.fault({ words: 'Empty constructor name.', reason: "there is no name after 'new'" })
  }
  if (isNameAtEnd) cursor.skipBlanks()
  if (cursor.next !== '(') {
    throw cursor.unexpected(`Unexpected character while parsing constructor: ${cursor.next}.`)
  }
  cursor.step()
  return name
}
