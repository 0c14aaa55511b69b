/** What the rehearsal reads: JSON of the package as the host reads it, routes, and the answers of a handler. */

import { readFunctionApp } from '../../src/functions/app'
import type { HostBinding } from '../../src/functions/function-json/host-function'
import { buildRouteTable, findFunction } from '../../src/functions/routes/route-table'
import { samplePath } from '../../src/functions/routes/sample-path'
import { findShadows } from '../../src/functions/routes/shadow'
import { readContractAnswer } from '../../src/host/contract/answer'
import { membersInText } from '../../src/host/contract/http-input'
import { httpResult } from '../../src/host/contract/http-result'
import { splitCommandLine } from '../../src/host/process/command-line'
import type { Random } from '../random'
import type { Target } from '../target'
import { goodFunctionJson, goodHostJson, randomValue } from './json'

const bindings: readonly HostBinding[] = [
  { name: 'req', type: 'httpTrigger', direction: 'in' },
  { name: 'res', type: 'http', direction: 'out' },
]
const routes = [
  '{id:int?}/{*rest}',
  '{name}.{extension?}',
  'a/{b:regex(^(a+)+$)}/{c:length(1,4)=x}',
  '{a}-{b}-{c}-{d}-{e}-{f}',
  '{{literal}}',
  '{*catch}',
]

export const handler: Target = {
  name: 'handler',
  reads: 'the package as the host reads it, routes, and answers of a handler (host room)',
  inputs: 200_000,
  longestBytes: 48 * 1024,
  refuses: false,
  dictionary: [
    '{"Outputs":{"res":{"statusCode":',
    '"Logs":[',
    '"ReturnValue":',
    '"headers":{',
    '"toString":1',
    '"valueOf":1',
    '"__proto__":',
    '{a:regex(',
    '{*',
    '}',
    '(a+)+',
    ':int',
    '=x?',
    '%41',
    '//',
    '"route":"',
    "'",
    '/*',
  ],
  seeds: () => [
    Buffer.from(goodHostJson),
    Buffer.from(goodFunctionJson),
    Buffer.from(
      '{"Outputs":{"res":{"statusCode":200,"headers":{"a":["b"]},"body":{"x":1}}},"Logs":["a"],"ReturnValue":null}',
    ),
    ...routes.map((route) => Buffer.from(route)),
  ],
  generate: (random) => Buffer.from(random.oneIn(2) ? randomAnswer(random) : randomRoute(random)),
  read: (input) => {
    const text = Buffer.from(input).toString('utf8')
    for (const path of ['host.json', 'Work/function.json']) {
      const listed = ['host.json', 'Work/function.json'].map((name) => ({
        path: name,
        kind: 'file' as const,
      }))
      const good = Buffer.from(path === 'host.json' ? goodFunctionJson : goodHostJson)
      readFunctionApp(
        { listed, read: (name) => (name === path ? Buffer.from(input) : good) },
        { settings: {} },
      )
    }
    const response = {
      status: 200,
      statusText: 'OK',
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(input),
    }
    const answer = readContractAnswer(response, bindings)
    if (answer.kind === 'completed') httpResult(answer, bindings, { method: 'GET' })
    membersInText(text)
    const route = text.slice(0, 2000)
    const functions = [
      { name: 'a', route, methods: ['GET'] },
      { name: 'b', route: 'a/{b}' },
    ]
    for (const prefix of ['api', '']) {
      const table = buildRouteTable(functions, prefix)
      const paths = table.entries.flatMap((entry) => samplePath(entry.route)?.path ?? [])
      for (const path of [...paths, `/${'a-'.repeat(30)}`]) findFunction(table, 'GET', path)
      findShadows(table)
    }
    splitCommandLine(route)
    return undefined
  },
}

function randomAnswer(random: Random): string {
  return `{"Outputs":{"res":${randomValue(random, 3)},"q":${randomValue(random, 2)}},"Logs":${randomValue(random, 2)},"ReturnValue":${randomValue(random, 2)}}`
}

function randomRoute(random: Random): string {
  const part = (): string =>
    random.pick([...routes, 'a', '{x}', '{x:int}', '{x:regex([a-z]+)}', '.', '-', '{'])
  return Array.from({ length: random.below(12) }, part).join(random.pick(['/', '', '-']))
}
