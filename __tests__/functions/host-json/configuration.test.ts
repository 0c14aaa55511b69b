import { describe, expect, it } from 'vitest'
import {
  childrenOf,
  flatten,
  leafAt,
  placeAt,
  sectionExists,
} from '../../../src/functions/host-json/configuration'
import { executableFrom, normalizeExecutable } from '../../../src/functions/host-json/executable'
import { parseJson } from '../../../src/functions/json/json'

function read(text: string) {
  const result = parseJson(Buffer.from(text))
  if (result.state === 'failed') throw new Error(result.failure.reason)
  return flatten(result.document.root)
}

describe('flatten', () => {
  it('finds values in any case and writes them as .NET does', () => {
    const configuration = read('{ "A": { "b": true, "c": null, "d": [1, "two"] } }')
    expect(leafAt(configuration, 'a:B')?.value).toBe('True')
    expect(leafAt(configuration, 'a:c')?.value).toBe('')
    expect(leafAt(configuration, 'a:d:1')).toMatchObject({ path: 'A:d:1', value: 'two' })
    expect(childrenOf(configuration, 'a').map(({ key }) => key)).toEqual(['b', 'c', 'd'])
  })

  it.each([
    ['{ "customHandler": {} }', false],
    ['{ "customHandler": { "description": {} } }', false],
    ['{ "customHandler": { "description": { "arguments": [] } } }', false],
    ['{ "customHandler": null }', true],
    ['{ "CUSTOMHANDLER": { "x": 1 } }', true],
    ['{ "customHandlers": { "x": 1 } }', false],
  ])('knows whether the section exists for the host in %s', (text, exists) => {
    expect(sectionExists(read(text), 'customHandler')).toBe(exists)
  })

  it('merges sections that differ in case, and replaces equal ones', () => {
    const merged = read('{ "a": { "x": 1 }, "A": { "y": 2 } }')
    expect([leafAt(merged, 'a:x')?.value, leafAt(merged, 'a:y')?.value]).toEqual(['1', '2'])
    const replaced = read('{ "a": { "x": 1 }, "a": { "y": 2 } }')
    expect([leafAt(replaced, 'a:x')?.value, leafAt(replaced, 'a:y')?.value]).toEqual([undefined, '2'])
    expect(placeAt(replaced, 'A')?.keySpan.column).toBe(20)
  })
})

describe('executableFrom', () => {
  it.each([
    ['"defaultExecutablePath": "handler"', 'handler'],
    ['"defaultExecutablePath": "./bin//handler"', 'bin/handler'],
    ['"defaultExecutablePath": "/home/site/wwwroot/bin/handler"', 'bin/handler'],
    ['"defaultExecutablePath": "handler", "workerDirectory": "bin"', 'bin/handler'],
    ['"defaultExecutablePath": "handler", "workingDirectory": "bin"', 'handler'],
    ['"defaultExecutablePath": "../handler"', ''],
    ['"defaultExecutablePath": "/usr/bin/env"', ''],
    ['"defaultExecutablePath": "%NAME%"', ''],
    ['"defaultExecutablePath": "bash"', ''],
    ['"defaultExecutablePath": "."', ''],
    ['"defaultExecutablePath": " "', ''],
  ])('reads %s', (keys, expected) => {
    expect(executableFrom(read(`{ "customHandler": { "description": { ${keys} } } }`))).toBe(expected)
  })

  it('brings names from the input into the same form', () => {
    expect(['', 'handler', './bin//handler'].map(normalizeExecutable)).toEqual(['', 'handler', 'bin/handler'])
  })
})
