import { describe, expect, it } from 'vitest'
import { jsonAdvice } from '../../src/checks/json-advice'
import { parseJson } from '../../src/functions/json/json'

function adviceFor(text: string): string {
  const read = parseJson(Buffer.from(text))
  return read.state === 'failed' ? jsonAdvice(read.failure) : 'valid'
}

describe('the advice for a text that is no JSON', () => {
  it.each([
    ['{ "a": 1\n  "b": 2 }', 'line 1, column 9'],
    ['{ "a": "x" "b": 2 }', 'line 1, column 11'],
    ['{ "a": {}\n\n\n b: 2 }', 'line 1, column 10'],
    ['[1 2]', 'line 1, column 3'],
    ['[{ "a": 1 } { "a": 2 }]', 'line 1, column 12'],
    ['[true // yes\n "x"]', 'line 1, column 6'],
  ])('of %j places the comma', (text, place) => {
    expect(adviceFor(text)).toBe(`Write a comma behind the value before it: ${place}.`)
  })

  it.each(['{ "a": 1 ; }', '{ "a": 1 : 2 }', '{ "a" 1 }', '[1', '{ "a": 1 } x', '{ "a": 1 ]'])(
    'of %j places none',
    (text) => {
      expect(adviceFor(text)).toBe('Correct the JSON at this place.')
    },
  )
})
