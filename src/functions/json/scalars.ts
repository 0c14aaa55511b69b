/** Single values of a JSON text as Newtonsoft.Json tells them apart by their first characters. */
import type { JsonCursor } from './cursor'
import type { Complaint } from './fault'
import type { JsonNode, Span } from './json-tree'
import { readNumber } from './numbers'
import { readString } from './strings'
import { endOfInput, readLiteral, readNumberText } from './words'

export interface Scalar {
  readonly node: JsonNode
  /** The name of its `JsonToken`. */
  readonly token: string
}

const strictLiterals: readonly string[] = ['true', 'false', 'null']

/**
 * Reads a string, a number or a literal.
 *
 * @param cursor stands at it; stops behind it
 * @param isInConstructor whether a closing parenthesis may follow a literal
 * @returns the value, or why its characters are no number
 * @throws JsonFault
 * @see Src/Newtonsoft.Json/JsonTextReader.cs (ParseValue) in JamesNK/Newtonsoft.Json
 */
export function readScalar(cursor: JsonCursor, isInConstructor: boolean): Scalar | Complaint {
  const { next, afterNext, place } = cursor
  if (next === '"' || next === "'") {
    const value = readString(cursor)
    return { node: { kind: 'string', value, span: cursor.spanFrom(place) }, token: 'String' }
  }
  const read = (literal: string, name = literal): Span => {
    if (!strictLiterals.includes(literal)) cursor.noteLeniency()
    readLiteral(cursor, literal, `Error parsing ${name} value.`, isInConstructor)
    return cursor.spanFrom(place)
  }
  if (next === 't' || next === 'f') {
    const span = read(next === 't' ? 'true' : 'false', 'boolean')
    return { node: { kind: 'boolean', value: next === 't', span }, token: 'Boolean' }
  }
  if (next === 'n' && afterNext === 'u') return { node: { kind: 'null', span: read('null') }, token: 'Null' }
  if (next === 'n' && afterNext === '') {
    cursor.step()
    throw cursor.fault({ words: 'Unexpected end when reading JSON.', reason: endOfInput }, place)
  }
  if (next === 'u') return { node: { kind: 'undefined', span: read('undefined') }, token: 'Undefined' }
  if (next === 'N' || next === 'I' || (next === '-' && afterNext === 'I')) {
    const text = next === 'N' ? 'NaN' : next === 'I' ? 'Infinity' : '-Infinity'
    const span = read(text)
    return { node: { kind: 'number', value: Number(text), text, isInteger: false, span }, token: 'Float' }
  }
  if (/[-.\p{N}]/u.test(next)) return readNumeric(cursor)
  throw cursor.unexpected(`Unexpected character encountered while parsing value: ${next}.`)
}

function readNumeric(cursor: JsonCursor): Scalar | Complaint {
  const { place } = cursor
  const text = readNumberText(cursor)
  const number = readNumber(text)
  if (!('value' in number)) return number
  const span = cursor.spanFrom(place)
  return { node: { kind: 'number', ...number, text, span }, token: number.isInteger ? 'Integer' : 'Float' }
}
