import { describe, expect, it } from 'vitest'
import { type JsonResult, maxJsonBytes, parseJson } from '../../../src/functions/json/json'
import {
  type JsonNode,
  memberInAnyCase,
  memberOf,
  quoteJson,
  stringOf,
} from '../../../src/functions/json/json-tree'

const parse = (text: string | Uint8Array): JsonResult =>
  parseJson(typeof text === 'string' ? Buffer.from(text) : text)

function rootOf(text: string | Uint8Array): JsonNode {
  const result = parse(text)
  if (result.state === 'failed') throw new Error(JSON.stringify(result.failure))
  return result.document.root
}

describe('parseJson', () => {
  it.each([
    ['comments', '{ // one\n "a": /* two */ 1 }'],
    ['single quotes', "{ 'a': 1 }"],
    ['bare keys', '{ a: 1 }'],
    ['a trailing comma', '{ "a": 1, }'],
    ['a comment after the end', '{ "a": 1 } // done'],
    ['a quote inside a comment', '{ /* " */ "a": 1 }'],
    ['a comment inside a string', '{ "b": "/*", "a": 1, "c": "*/" }'],
    ['a byte order mark', '\ufeff{ "a": 1 }'],
  ])('accepts %s', (_, text) => {
    const value = memberOf(rootOf(text), 'a')?.value
    expect(value).toMatchObject({ kind: 'number', value: 1, text: '1' })
  })

  it.each([
    ['an empty file', '', 'unexpected end of input', 1, 1],
    ['an open object', '{\n  "a": 1\n', 'unexpected end of input', 2, 9],
    ['an open list after CR LF', '{\r\n  "a": [1,\r\n', 'unexpected end of input', 2, 11],
    ['a missing comma', '{\n  "a": 1\n  "b": 2\n}', "a comma is missing before '\"'", 3, 3],
    ['two values', '{} {}', "unexpected '{'", 1, 4],
    ['an open string', '{ "a": "x }', 'a string is not closed', 1, 8],
    ['a backslash at the end', '{ "a": "\\', 'a string is not closed', 1, 8],
    ['an open comment', '{ "a": 1 /* }', 'a comment is not closed', 1, 10],
    ['65 levels', `{"a":\n${'['.repeat(64)}`, 'values are nested deeper than 64 levels', 2, 64],
    ['a word', '{ "a": yes }', "unexpected 'yes'", 1, 8],
    ['binary', '\0\x01\x02', "unexpected '\\u0001'", 1, 2],
    [
      'a Windows path',
      '{ "a": "bin\\handler" }',
      "a backslash before 'h' is no escape sequence of JSON",
      1,
      12,
    ],
    ['a lone carriage return', '{\r "a": yes }', "unexpected 'yes'", 2, 7],
  ])('refuses %s with a place', (_, text, reason, line, column) => {
    expect(parse(text)).toMatchObject({ state: 'failed', failure: { reason, line, column } })
  })

  it('refuses a file above its limit', () => {
    expect(parse(new Uint8Array(maxJsonBytes + 1))).toMatchObject({
      failure: { reason: `the file is larger than ${maxJsonBytes} bytes` },
    })
  })

  it.each([
    ['brackets', '['.repeat(500_000)],
    ['objects', '{"a":'.repeat(200_000)],
    ['closing brackets', ']'.repeat(500_000)],
    ['comments', `{${'/**/'.repeat(250_000)}}`],
    ['lines of comments', `{${'//\n'.repeat(340_000)}}`],
    ['open quotes', '"'.repeat(500_001)],
    ['escapes', `"${'\\'.repeat(500_001)}`],
    ['numbers', '9'.repeat(1_000_000)],
    ['members', `{${'"a":1,'.repeat(170_000)}}`],
  ])('survives a megabyte of %s', (_, text) => {
    expect(() => parse(text)).not.toThrow()
  })

  it('gives lines and columns of every value, also after a line break in a string and CR LF', () => {
    const root = rootOf('{\r\n  "a": "x\ny", "b": [true,\r\n\tnull]\r\n}')
    expect(root.span).toEqual({ line: 1, column: 1, endLine: 5, endColumn: 2 })
    expect(memberOf(root, 'a')).toMatchObject({
      keySpan: { line: 2, column: 3, endLine: 2, endColumn: 6 },
      value: { value: 'x\ny', span: { line: 2, column: 8, endLine: 3, endColumn: 3 } },
    })
    expect(memberOf(root, 'b')?.value).toMatchObject({
      kind: 'array',
      items: [
        { kind: 'boolean', span: { line: 3, column: 11 } },
        { kind: 'null', span: { line: 4, column: 2 } },
      ],
    })
  })

  it.each([
    ['{ "a": 1 }', undefined],
    ['{ "a": 1, }', { line: 1, column: 11 }],
    ['{\n  // x\n}', { line: 2, column: 3 }],
    ['{ "a": .5 }', { line: 1, column: 8 }],
  ])('says where strict JSON ends in %j', (text, place) => {
    const result = parse(text)
    expect(result.state === 'parsed' ? result.document.lenientFrom : 'failed').toEqual(place)
  })

  it.each([
    ['utf-8', Buffer.from('{"a":"é"}')],
    ['utf-8-bom', Buffer.from('\ufeff{"a":"é"}')],
    ['utf-16le', Buffer.from('\ufeff{"a":"é"}', 'utf16le')],
    ['utf-16be', Buffer.from('\ufeff{"a":"é"}', 'utf16le').swap16()],
  ])('decodes %s', (encoding, bytes) => {
    const result = parse(bytes)
    expect(result).toMatchObject({ state: 'parsed', document: { encoding } })
    expect(stringOf(memberOf(rootOf(bytes), 'a')?.value)).toBe('é')
  })
})

describe('looking things up', () => {
  it('takes the last of equal names, and is exact unless asked', () => {
    const root = rootOf('{ "a": 1, "A": 2, "a": 3, "__proto__": 4 }')
    expect(memberOf(root, 'a')?.value).toMatchObject({ value: 3 })
    expect(memberOf(root, 'A')?.value).toMatchObject({ value: 2 })
    expect(memberInAnyCase(rootOf('{ "Route": "x" }'), 'route')?.key).toBe('Route')
    expect(memberOf(root, '__proto__')?.value).toMatchObject({ value: 4 })
    expect(memberOf(root, 'constructor')).toBeUndefined()
  })

  it('quotes values shortened', () => {
    expect(quoteJson(rootOf('{ "a": [1, 2.0, null, "x"] }'))).toBe('{"a":[1,2.0,null,"x"]}')
    expect(quoteJson(rootOf(`"${'x'.repeat(200)}"`))).toHaveLength(80)
  })
})
