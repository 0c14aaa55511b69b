/** What Newtonsoft.Json says, as the Functions host showed it (recorded with 4.1037), and what it reads. */
import { describe, expect, it } from 'vitest'
import { castToText, readAsText, scalarText, whereOf } from '../../../src/functions/json/json-text'
import { type JsonNode, memberOf } from '../../../src/functions/json/json-tree'
import { readJsonText } from '../../../src/functions/json/reader'

function refusalOf(text: string): string {
  const read = readJsonText(text, 'object')
  if ('root' in read) return 'read'
  return [`${read.complaint.words} ${read.where}`, read.complaint.inner ?? ''].join(' ').trim()
}

function nodeOf(text: string): JsonNode {
  const read = readJsonText(`{"x":${text}}`, 'object')
  const node = 'root' in read ? memberOf(read.root, 'x')?.value : undefined
  if (node === undefined) throw new Error(refusalOf(`{"x":${text}}`))
  return node
}

describe('a member that the host refuses', () => {
  it.each([
    ['+1', "Unexpected character encountered while parsing value: +. Path 'x', line 1, position 5."],
    ['-', "Input string '-' is not a valid number. Path 'x', line 1, position 6."],
    ['-NaN', "Unexpected character encountered while parsing number: N. Path 'x', line 1, position 6."],
    ['nan', "Unexpected character encountered while parsing value: n. Path 'x', line 1, position 5."],
    ['True', "Unexpected character encountered while parsing value: T. Path 'x', line 1, position 5."],
    ['Null', "Error parsing NaN value. Path 'x', line 1, position 6."],
    ['function(){}', "Error parsing boolean value. Path 'x', line 1, position 6."],
    ['"\\0"', "Bad JSON escape sequence: \\0. Path 'x', line 1, position 8."],
    ['"\\\n"', "Bad JSON escape sequence: \\\n. Path 'x', line 1, position 8."],
    ['{,}', "Invalid property identifier character: ,. Path 'x', line 1, position 6."],
    [
      '{"a" 1}',
      "Invalid character after parsing property name. Expected ':' but got: 1. Path 'x', line 1, position 10.",
    ],
    ['{"a":}', "Unexpected character encountered while parsing value: }. Path 'x.a', line 1, position 10."],
    [
      '{"a":1 "b":2}',
      "After parsing a value an unexpected character was encountered: \". Path 'x.a', line 1, position 12.",
    ],
    [
      '0x',
      "Input string '0x' is not a valid number. Path 'x', line 1, position 7. Could not find any recognizable digits.",
    ],
    [
      '0xFFFFFFFFFFFFFFFFFF',
      "Input string '0xFFFFFFFFFFFFFFFFFF' is not a valid number. Path 'x', line 1, position 25. Value was either too large or too small for a UInt64.",
    ],
    [
      '\ufeff1',
      "Unexpected character encountered while parsing value: \ufeff. Path 'x', line 1, position 5.",
    ],
  ])('%j', (value, words) => {
    expect(refusalOf(`{"x":${value},"b":1}`)).toBe(words)
  })
})

describe('a text that the host refuses', () => {
  it.each([
    ['  ', "Error reading JObject from JsonReader. Path '', line 1, position 2."],
    [
      '"x"',
      "Error reading JObject from JsonReader. Current JsonReader item is not an object: String. Path '', line 1, position 3.",
    ],
    [
      '[{}]',
      "Error reading JObject from JsonReader. Current JsonReader item is not an object: StartArray. Path '', line 1, position 1.",
    ],
    ['#!x\n{}', "Unexpected character encountered while parsing value: #. Path '', line 0, position 0."],
    [
      '{} {}',
      "Additional text encountered after finished reading JSON content: {. Path '', line 1, position 3.",
    ],
    ['{"a":1,b-c:1}', "Invalid JavaScript property identifier character: -. Path 'a', line 1, position 8."],
    [
      '{"a"=1}',
      "Invalid character after parsing property name. Expected ':' but got: =. Path '', line 1, position 4.",
    ],
    // The rest is Newtonsoft.Json's code and not a recording.
    ['{"a":[1,', "Unexpected end of content while loading JObject. Path 'a[0]', line 1, position 8."],
    ['{"a b":{"c":tru}}', "Error parsing boolean value. Path '['a b'].c', line 1, position 15."],
    ['{"a":"\\u00"}  ', "Invalid Unicode escape sequence: \\u00\"}. Path 'a', line 1, position 8."],
    [
      '{"a":08}',
      "Input string '08' is not a valid number. Path 'a', line 1, position 7. Additional non-parsable characters are at the end of the string.",
    ],
    [
      '{"a":[1}',
      "JsonToken EndObject is not valid for closing JsonType Array. Path 'a', line 1, position 8.",
    ],
    ['{}//', "Unexpected end while parsing comment. Path '', line 1, position 3."],
  ])('%j', (text, words) => {
    expect(refusalOf(text)).toBe(words)
  })

  it('may be nested 64 levels deep and no deeper', () => {
    const nested = (levels: number) => `${'{"a":'.repeat(levels - 1)}{}${'}'.repeat(levels - 1)}`
    expect(refusalOf(nested(64))).toBe('read')
    expect(refusalOf(nested(65))).toMatch(
      /^The reader's MaxDepth of 64 has been exceeded\. Path 'a(\.a){63}', line 1/,
    )
  })
})

describe('what the host reads', () => {
  it.each([
    ['010', { kind: 'number', value: 8, text: '010', isInteger: true }, '8'],
    ['0x1F', { kind: 'number', value: 31, isInteger: true }, '31'],
    ['-010', { kind: 'number', value: -10, isInteger: true }, '-10'],
    ['0xFFFFFFFFFFFFFFFF', { kind: 'number', value: -1 }, '-1'],
    ['123456789012345678901234567890', { kind: 'number', isInteger: true }, '123456789012345678901234567890'],
    ['.5', { kind: 'number', value: 0.5, isInteger: false }, '0.5'],
    ['1e5', { kind: 'number', value: 100_000, isInteger: false }, '100000'],
    ['1e15', { kind: 'number' }, '1E+15'],
    ['12345678901234.5', { kind: 'number' }, '12345678901234.5'],
    ['0.00001', { kind: 'number' }, '1E-05'],
    ['-0.0001', { kind: 'number' }, '-0.0001'],
    ['80.5', { kind: 'number' }, '80.5'],
    ['NaN', { kind: 'number', value: Number.NaN }, 'NaN'],
    ['-Infinity', { kind: 'number', value: Number.NEGATIVE_INFINITY }, '-Infinity'],
    ['true/**/', { kind: 'boolean', value: true }, 'True'],
    ['undefined', { kind: 'undefined' }, undefined],
    ['', { kind: 'undefined' }, undefined],
    ['[1,,2]', { kind: 'array', items: [{ value: 1 }, { kind: 'undefined' }, { value: 2 }] }, undefined],
    ['[,]', { kind: 'array', items: [{ kind: 'undefined' }] }, undefined],
    ['{1a:2}', { kind: 'object', members: [{ key: '1a' }] }, undefined],
    ['new Date(1)', { kind: 'constructor', name: 'Date', items: [{ value: 1 }] }, undefined],
    ["'it\\'s'", { kind: 'string', value: "it's" }, "it's"],
    ['"a\r\nb"', { kind: 'string', value: 'a\r\nb' }, 'a\r\nb'],
    ['"\\uD800\\uD83D\\uDE00\\uDC00"', { kind: 'string', value: '\ufffd😀\ufffd' }, '\ufffd😀\ufffd'],
  ])('%j', (value, node, text) => {
    const found = nodeOf(value === '' ? ',"y":1' : value)
    expect(found).toMatchObject(node)
    expect(scalarText(found)).toBe(text)
  })

  it('zero bytes, odd blanks and comments between words and around them', () => {
    expect(refusalOf('\0/*a*/{\u00a0\0x\u2003: /*b*/1//c\r,}\0//d')).toBe('read')
  })
})

describe('where a text is wanted', () => {
  it.each([
    ['[1]', 'Can not convert Array to String.'],
    ['{"a":1}', 'Can not convert Object to String.'],
  ])('a cast of %s fails', (value, refused) => {
    expect(castToText(nodeOf(value))).toEqual({ refused })
  })

  it('a number and a boolean are one, and null is none', () => {
    expect(castToText(nodeOf('true'))).toEqual({ value: 'True' })
    expect(readAsText(nodeOf('1'), 'x')).toEqual({ value: '1' })
    expect(readAsText(nodeOf('null'), 'x')).toEqual({ value: undefined })
  })

  it('a list is said with its place, as recorded', () => {
    const read = readJsonText('{"bindings":[{"type":["get"],"direction":"http"}]}', 'object')
    const bindings = 'root' in read ? memberOf(read.root, 'bindings')?.value : undefined
    const binding = bindings?.kind === 'array' ? bindings.items[0] : undefined
    const [type, direction] = binding?.kind === 'object' ? binding.members.map(({ value }) => value) : []
    if (type === undefined || direction === undefined) throw new Error('not read')
    expect(readAsText(type, 'bindings[0].type')).toEqual({
      refused:
        "Error reading string. Unexpected token: StartArray. Path 'bindings[0].type', line 1, position 22.",
    })
    expect(whereOf(direction, 'bindings[0].direction')).toBe(
      "Path 'bindings[0].direction', line 1, position 47.",
    )
  })
})
