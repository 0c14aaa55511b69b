import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { checkProject } from '../../src/checks'
import { portVariableUnread } from '../../src/checks/program/port-variable'
import type { Project } from '../../src/checks/project'
import { readProject } from '../../src/checks/read-project'
import { goRoutesOf } from '../../src/gosource/routes'
import { bindings, bundle, description, handler, host, http, main, response } from './cases/case'
import { anApp, aProject } from './folder'

function worse(project: Project): readonly string[] {
  const findings = [...checkProject(project), portVariableUnread(project, undefined)]
  return findings.flatMap((finding) =>
    finding === undefined || finding.severity === 'notice' ? [] : [`${finding.code}: ${finding.message}`],
  )
}

const queue = bindings(
  '{ "type": "queueTrigger", "direction": "in", "name": "item", "queueName": "work", "connection": "AzureWebJobsStorage" }',
)
const timer = bindings(
  '{ "type": "timerTrigger", "direction": "in", "name": "timer", "schedule": "0 */5 * * * *" }',
)
const contract = 'type reply struct { Outputs map[string]any; Logs []string; ReturnValue any }'

describe('good projects', () => {
  it.each<[string, Parameters<typeof anApp>[0]]>([
    ['the quickstart', {}],
    [
      'everything the host accepts in JSON',
      {
        'host.json':
          "// app\n{ 'version': '2.0', customHandler: { description: { defaultExecutablePath: './handler', }, EnableForwardingHttpRequest: 'TRUE' } }",
      },
    ],
    [
      'a doubled percent sign in an argument, which stays',
      { 'host.json': description('"defaultExecutablePath": "handler", "arguments": ["--format=a%%b"]') },
    ],
    [
      'no route prefix',
      {
        'host.json': host('"extensions": { "http": { "routePrefix": "" } }'),
        'main.go': main('http.HandleFunc("/Hello", nil)'),
      },
    ],
    [
      'another route prefix',
      {
        'host.json': host('"extensions": { "http": { "routePrefix": "v1" } }'),
        'main.go': main('http.HandleFunc("GET /v1/hello", nil)'),
      },
    ],
    [
      'proxying',
      {
        'host.json':
          '{ "version": "2.0", "customHandler": { "description": { "defaultExecutablePath": "handler" }, "enableProxyingHttpRequest": true } }',
      },
    ],
    [
      'a queue and a timer',
      {
        'host.json': host(bundle),
        'Work/function.json': queue,
        'Tick/function.json': timer,
        'main.go': main(
          'http.HandleFunc("/api/Hello", nil)',
          'http.HandleFunc("/Work", nil)',
          'http.HandleFunc("POST /Tick", nil)',
        ),
      },
    ],
    [
      'a timer only',
      {
        'Hello/function.json': undefined,
        'Tick/function.json': timer,
        'main.go': main('http.HandleFunc("/Tick", nil)'),
      },
    ],
    [
      'a timer with a time span',
      { 'Tick/function.json': timer.replace('0 */5 * * * *', '00:05:00'), 'main.go': undefined },
    ],
    [
      'the contract for HTTP',
      {
        'host.json':
          '{ "version": "2.0", "customHandler": { "description": { "defaultExecutablePath": "handler" } } }',
        'main.go': `${main('http.HandleFunc("/Hello", nil)')}\n${contract}\n`,
      },
    ],
    [
      'HTTP with a queue output',
      {
        'host.json': host(bundle),
        'Hello/function.json': bindings(
          '{ "type": "httpTrigger", "name": "req" }',
          response,
          '{ "type": "queue", "direction": "out", "name": "$return", "queueName": "q" }',
        ),
        'main.go': `${main('http.HandleFunc("/Hello", nil)')}\n${contract}\n`,
      },
    ],
    [
      'several methods on one route',
      {
        'Hello/function.json': http(', "route": "items", "methods": ["get"]'),
        'Make/function.json': http(', "route": "items", "methods": ["post"]'),
        'main.go': main('http.HandleFunc("GET /api/items", nil)', 'http.HandleFunc("POST /api/items", nil)'),
      },
    ],
    [
      'a script that starts the program',
      {
        'host.json': host('"x": 1').replace(
          '"handler"',
          '"handler", "arguments": ["--verbose", "%LOG_LEVEL%"]',
        ),
      },
    ],
    ['a long timeout outside of Consumption', { 'host.json': host('"functionTimeout": "-1"') }],
    [
      'retries',
      {
        'host.json': host(bundle),
        'Work/function.json': queue.replace(
          '"bindings"',
          '"retry": { "strategy": "exponentialBackoff", "maxRetryCount": 5, "minimumInterval": "00:00:01", "maximumInterval": "00:05:00" }, "bindings"',
        ),
        'main.go': undefined,
      },
    ],
    [
      'a template of another app below',
      {
        'templates/other/host.json': '{}',
        'templates/other/Hi/function.json': '{}',
        'examples/Hi/function.json': '{}',
      },
    ],
    [
      'options of the handler',
      {
        'host.json': handler('"initializationTimeout": "00:00:45", "type": "http"').replace(
          '"handler"',
          '"handler", "workingDirectory": "", "useStdErrorStreamForErrorsOnly": false, "arguments": []',
        ),
      },
    ],
    [
      'own extensions without a bundle',
      {
        'Work/function.json': queue,
        'extensions.csproj': '',
        'bin/extensions.json': '{}',
        'main.go': undefined,
      },
    ],
    [
      'a module in the repository',
      {
        'go.mod':
          'module example.com/app\n\nrequire example.com/lib v0.0.0\n\nreplace example.com/lib => ../lib\n',
      },
    ],
  ])('%s', async (_, changes) => {
    expect(worse(await aProject(anApp(changes)))).toEqual([])
  })

  it.each<[string, Parameters<typeof aProject>[1], Parameters<typeof anApp>[0]]>([
    [
      'a script and the program that it starts',
      { executableInput: 'server' },
      {
        'host.json': host('"x": 1').replace('"handler"', '"start.sh"'),
        'start.sh': '#!/bin/sh\nexec ./server\n',
      },
    ],
    [
      'a shell and the program that it starts',
      { executableInput: 'server' },
      {
        'host.json': host('"x": 1').replace('"handler"', '"bash", "arguments": ["start.sh"]'),
        'start.sh': './server\n',
      },
    ],
    [
      'the executable written otherwise',
      { executableInput: 'bin/handler' },
      { 'host.json': host('"x": 1').replace('"handler"', '"./bin//handler"') },
    ],
  ])('%s', async (_, request, changes) => {
    expect(worse(await aProject(anApp(changes), request))).toEqual([])
  })
})

describe('the samples', async () => {
  const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url))
  const apps = (await readdir(join(repositoryRoot, 'samples'), { recursive: true }))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('/host.json') && !path.startsWith('bad/'))
    .map((path) => dirname(path))

  it('a timer from a setting that the app has', async () => {
    const files = { 'Tick/function.json': timer.replace('0 */5 * * * *', '%Schedule%'), 'main.go': undefined }
    const project = await aProject(anApp(files))
    const errors = checkProject(project, { settingNames: ['SCHEDULE'] }).filter(
      ({ severity }) => severity !== 'notice',
    )
    expect(errors).toEqual([])
  })

  it.each(apps)('%s has no finding', async (app) => {
    const projectFolder = join(repositoryRoot, 'samples', app)
    const found = worse(readProject({ projectFolder, repositoryRoot, executableInput: '' }))
    // The module of the native worker is not everywhere to be had, and only its download gives the sums.
    const own = found.filter((line) => app !== 'native' || !line.startsWith('go-sum-absent'))
    const expected = app === 'good/http-worker' ? ['http-worker-deprecated'] : []
    expect(own.map((line) => line.split(':')[0])).toEqual(expected)
  })

  it('are mostly understood, so that the silence above means something', async () => {
    const known = await Promise.all(
      apps.map(async (app) => {
        const projectFolder = join(repositoryRoot, 'samples', app)
        return (
          goRoutesOf(readProject({ projectFolder, repositoryRoot, executableInput: '' }).go) !== undefined
        )
      }),
    )
    expect(known.filter(Boolean).length).toBeGreaterThan(apps.length / 2)
  })
})
