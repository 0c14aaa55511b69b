/** JSON of the project: host.json and function.json as they are read before the build, and every check on top. */

import { describeFunctions } from '../../src/checks/describe-functions'
import { checkProject } from '../../src/checks/index'
import type { Project } from '../../src/checks/project'
import { readFunctionApp } from '../../src/functions/app'
import type { AppFiles } from '../../src/functions/app-files'
import { executableFrom, normalizeExecutable } from '../../src/functions/host-json/executable'
import type { Random } from '../random'
import type { Target } from '../target'

export const goodHostJson = `{
  // comment
  "version": "2.0", 'logging': { "x": 1e3, },
  "extensionBundle": { "id": "Microsoft.Azure.Functions.ExtensionBundle", "version": "[4.*, 5.0.0)" },
  "functionTimeout": "00:10:00",
  "extensions": { "http": { "routePrefix": "api" } },
  "customHandler": {
    "description": { "defaultExecutablePath": "handler", "arguments": ["-p", "%PORT%"] },
    "enableForwardingHttpRequest": true
  }
}
`
export const goodFunctionJson = `{
  "bindings": [
    { "type": "httpTrigger", "direction": "in", "name": "req", "methods": ["get"], "route": "a/{b:int?}/{*c}" },
    { "type": "http", "direction": "out", "name": "res" },
    { "type": "timerTrigger", "schedule": "0 */5 * * * *", "name": "t" },
    { "type": "queueTrigger", "queueName": "q", "connection": "AzureWebJobsStorage", "name": "m" }
  ]
}
`

export const json: Target = {
  name: 'json',
  reads: 'host.json and function.json (`readFunctionApp`, `checkProject`)',
  inputs: 200_000,
  longestBytes: 16 * 1024,
  refuses: false,
  dictionary: [
    '"customHandler":{"description":{"defaultExecutablePath":"',
    '"enableForwardingHttpRequest":true',
    '"bindings":[',
    '"type":"httpTrigger"',
    '"route":"{*a}"',
    '"version":"[4.*, 5.0.0)"',
    '"schedule":"0 */5 * * * *"',
    '"__proto__":{',
    '/*',
    '*/',
    '//',
    "'",
    '\\u0000',
    '\\ud800',
    '1e999',
    '-Infinity',
    'NaN',
    '\xef\xbb\xbf',
    '\xff\xfe',
    '[[[[[[[[',
    '{"a":{"a":{"a":',
    '%APPDATA%',
    '\x00',
  ],
  seeds: () => [
    Buffer.from(goodHostJson),
    Buffer.from(goodFunctionJson),
    Buffer.from('{}'),
    Buffer.from(`\ufeff${goodHostJson}`, 'utf16le'),
    Buffer.from('['.repeat(70)),
    Buffer.from(`{"version":"2.0","httpWorker":{"description":{"defaultExecutablePath":"a"}}}`),
  ],
  generate: (random) => Buffer.from(randomValue(random, 5)),
  read: (input) => {
    const files = ['host.json', 'Hello/function.json', 'World/function.json', 'handler'].map((path) => ({
      path,
      sizeBytes: path === 'handler' ? 1 : input.length,
      mode: 0o644,
      kind: 'file' as const,
    }))
    const reader: AppFiles = { listed: files, read: (path) => (path === 'handler' ? undefined : input) }
    const app = readFunctionApp(reader)
    const { configuration, file: hostJson } = app.hostJson
    const project: Project = {
      folder: '.',
      files,
      model: 'custom-handler',
      isModelAmbiguous: false,
      hostJson,
      appFolders: [],
      configuration,
      functions: app.functions,
      app,
      reader,
      executable: normalizeExecutable(executableFrom(configuration)),
      isExecutableGiven: false,
      funcignore: undefined,
      executableHead: undefined,
      go: {
        moduleFolder: undefined,
        modules: [],
        hasWorkspace: false,
        sums: [],
        files: [],
        isComplete: true,
      },
    }
    JSON.stringify([checkProject(project), describeFunctions(project)])
    return undefined
  },
}

const keys = [
  'version',
  'bindings',
  'type',
  'route',
  'methods',
  'direction',
  'name',
  'customHandler',
  'description',
  'defaultExecutablePath',
  'arguments',
  'extensions',
  'http',
  'routePrefix',
  'functionTimeout',
  'extensionBundle',
  'id',
  'schedule',
  '__proto__',
  'constructor',
  'toString',
  '',
]
const words = [
  'httpTrigger',
  'timerTrigger',
  'in',
  'out',
  'handler',
  './bin/../handler',
  'a\\b',
  '{id:regex((a+)+$)}',
  '{*rest}',
  '0 */5 * * * *',
  '[4.*, 5.0.0)',
  '2.0',
  '10675199.02:48:05',
  '%A%',
  'x'.repeat(3000),
  '\u202e',
  '\\n',
]

export function randomValue(random: Random, depth: number): string {
  const kind = depth === 0 ? 2 + random.below(4) : random.below(7)
  if (kind === 0 || kind === 6) {
    const members = Array.from(
      { length: random.below(8) },
      () => `${JSON.stringify(random.pick(keys))}:${randomValue(random, depth - 1)}`,
    )
    return `{${members.join(random.oneIn(20) ? ',,' : ', ')}}`
  }
  if (kind === 1)
    return `[${Array.from({ length: random.below(6) }, () => randomValue(random, depth - 1)).join(',')}]`
  if (kind === 2) return random.pick(['true', 'false', 'null', 'NaN'])
  if (kind === 3) return String(random.pick([0, -1, 1e21, 2 ** 53, 0.1]))
  return JSON.stringify(random.pick(words))
}
