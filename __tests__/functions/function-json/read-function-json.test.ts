import { describe, expect, it } from 'vitest'
import { toHostFunction } from '../../../src/functions/function-json/host-function'
import { readFunctionJson } from '../../../src/functions/function-json/read-function-json'
import { configurationOf } from '../../../src/functions/host-json/host-json'
import { parseJson } from '../../../src/functions/json/json'

const trigger = '{"type":"httpTrigger","direction":"in","name":"req"}'
const response = '{"type":"http","direction":"out","name":"res"}'

function read(functionJson: string, hostJson = '{}', files: readonly string[] = []) {
  return readFunctionJson('Hello', parseJson(Buffer.from(functionJson), 'object'), {
    configuration: configurationOf(parseJson(Buffer.from(hostJson))),
    hasFile: (path) => files.includes(path),
  })
}

function bundle(version: string): string {
  return `{"extensionBundle":{"id":"Microsoft.Azure.Functions.ExtensionBundle","version":"${version}"}}`
}

const cosmos = (keys: string) =>
  `{"bindings":[{"type":"cosmosDBTrigger","name":"items","databaseName":"d",${keys}}]}`

describe('what the host refuses', () => {
  it.each<[string, string, string, readonly string[], readonly string[]]>([
    ['nothing', `{"bindings":[${trigger},${response}]}`, '{}', [], []],
    [
      'numbers as names of enumerations',
      `{"bindings":[{"type":"httpTrigger","direction":"0","name":"a","authLevel":4,"dataType":2}]}`,
      '{}',
      [],
      [],
    ],
    [
      'two mistakes of two bindings',
      `{"bindings":[{"type":"httpTrigger","name":"a_b"},{"type":"http","direction":"out"}]}`,
      '{}',
      [],
      ['binding-name', 'binding-name'],
    ],
    [
      'no symptom of what cannot be read',
      `{"bindings":[{"type":"httpTrigger","direction":"inn","name":"a_b"}]}`,
      '{}',
      [],
      ['binding-direction'],
    ],
    ['a script that is there', `{"bindings":[${trigger}],"scriptFile":"../run.sh"}`, '{}', ['run.sh'], []],
    [
      'a script that is not',
      `{"bindings":[${trigger}],"scriptFile":"../run.sh"}`,
      '{}',
      [],
      ['script-file-missing'],
    ],
    [
      'the program that will be built',
      `{"bindings":[${trigger}],"scriptFile":"../bin/app"}`,
      '{"customHandler":{"description":{"defaultExecutablePath":"bin/app"}}}',
      [],
      [],
    ],
    [
      'manual and warm-up triggers without a bundle',
      '{"bindings":[{"type":"warmupTrigger","name":"w"}]}',
      '{}',
      [],
      [],
    ],
    [
      'an extension without a bundle',
      '{"bindings":[{"type":"eventGridTrigger","name":"e"}]}',
      '{}',
      [],
      ['binding-type-unregistered'],
    ],
    [
      'an extension of its own',
      '{"bindings":[{"type":"ownTrigger","name":"e"}]}',
      '{}',
      ['bin/extensions.json'],
      [],
    ],
    [
      'a type that may be new',
      '{"bindings":[{"type":"quantumTrigger","name":"e"}]}',
      bundle('[4.*, 5.0.0)'),
      [],
      [],
    ],
    [
      'a type with a letter too few',
      '{"bindings":[{"type":"queTrigger","name":"e"}]}',
      bundle('[4.*, 5.0.0)'),
      [],
      ['binding-type-unregistered'],
    ],
    ['names of bundle 4 with bundle 4', cosmos('"containerName":"c"'), bundle('[4.*, 5.0.0)'), [], []],
    [
      'names of bundle 3 with bundle 4',
      cosmos('"collectionName":"c"'),
      bundle('[4.*, 5.0.0)'),
      [],
      ['binding-property'],
    ],
    ['names of bundle 3 with bundle 3', cosmos('"collectionName":"c"'), bundle('[3.*, 4.0.0)'), [], []],
    [
      'names of bundle 4 with bundle 3',
      cosmos('"containerName":"c"'),
      bundle('[3.*, 4.0.0)'),
      [],
      ['binding-property'],
    ],
  ])('%s', (_, functionJson, hostJson, files, rules) => {
    expect(read(functionJson, hostJson, files).refusals.map(({ rule }) => rule)).toEqual(rules)
  })

  it('says it in the host’s words, at the place of the value', () => {
    const [refusal] = read(`{"bindings":[{"type":"httpTrigger","direction":"http","name":"req"}]}`).refusals
    expect(refusal).toMatchObject({
      effect: 'unlisted',
      file: 'Hello/function.json',
      text: `'http' is not a valid binding direction. Error converting value "http" to type 'Microsoft.Azure.WebJobs.Script.Description.BindingDirection'. Path 'bindings[0].direction', line 1, position 53. Requested value 'http' was not found.`,
      span: { line: 1, column: 48 },
    })
  })
})

describe('a function as plain data', () => {
  it('gives the first reason only, and whether the host lists the function', () => {
    const inError = toHostFunction(
      read(`{"bindings":[{"type":"httpTrigger","name":"a_b"},${trigger}]}`).function,
    )
    expect(inError.errors).toEqual([
      'The binding name a_b is invalid. Please assign a valid name to the binding.',
    ])
    expect(inError.isListed).toBe(true)
    expect(toHostFunction(read('{"bindings":[]}').function).isListed).toBe(false)
  })

  it('keeps methods and route as written', () => {
    const found = toHostFunction(
      read(
        `{"bindings":[{"type":"HttpTrigger","name":"req","methods":["get"],"route":"a/{b}/","authLevel":"Anonymous"},${response}]}`,
      ).function,
    )
    expect(found).toMatchObject({
      methods: ['get'],
      route: 'a/{b}/',
      authLevel: 'anonymous',
      isHttpInAndOut: true,
    })
  })
})
