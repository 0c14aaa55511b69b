/** JSON texts of any kind, held against the strict reader of the language itself. */

import { decode } from '../../src/functions/json/json'
import { quoteJson } from '../../src/functions/json/json-tree'
import { readJsonText } from '../../src/functions/json/reader'
import { BrokenPromiseOfReader, type Target } from '../target'
import { goodFunctionJson, goodHostJson, randomValue } from './json'

export const jsonText: Target = {
  name: 'json-text',
  reads: 'any JSON text (`readJsonText`), against `JSON.parse`',
  inputs: 200_000,
  longestBytes: 16 * 1024,
  refuses: false,
  dictionary: [
    ...['{', '}', '[', ']', ',', ':', '"', "'", '\\', '/*', '*/', '//', '\r', '\n', '\x00', '\x85', '\xa0'],
    ...[
      'undefined',
      'new Date(',
      ')',
      'NaN',
      '-Infinity',
      'null',
      'true',
      '010',
      '0x1F',
      '-',
      '+1',
      '.5',
      '1e5',
    ],
    ...['\\u0041', '\\ud800', '\\udc00', "\\'", '\\h', '[1,,2]', '{a:1}', '$_a1', '[[[[[[[[', '\xef\xbb\xbf'],
  ],
  seeds: () => [
    Buffer.from(goodHostJson),
    Buffer.from(goodFunctionJson),
    Buffer.from('{"a":[1,,2],b:new Date(1, 010),"c":\'x\',/**/"d":undefined,}//\r\n'),
    Buffer.from(`${'['.repeat(64)}${']'.repeat(64)}`),
    Buffer.from('"\\ud83d\\ude00\\u00e9"'),
  ],
  generate: (random) => Buffer.from(randomValue(random, 5)),
  read: (input) => {
    const { text } = decode(input)
    const read = readJsonText(text, 'any')
    const isStrict = 'root' in read && read.lenientFrom === undefined
    if ('root' in read) quoteJson(read.root)
    if (isStrict === isStrictJson(text)) return undefined
    // Only depth and the length of integers are limits that strict JSON does not have.
    if ('complaint' in read && /MaxDepth|too large to parse/.test(read.complaint.words)) return undefined
    throw new BrokenPromiseOfReader(
      isStrict
        ? 'JSON.parse refuses what was read as strict JSON'
        : 'strict JSON is refused or read as lenient',
    )
  },
}

function isStrictJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
