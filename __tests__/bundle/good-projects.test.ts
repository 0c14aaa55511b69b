/**
 * The samples that are right: a run builds each, the first ones with the bundle itself, and what was built is rehearsed
 * again, with all of its calls.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { runAction } from '../../scripts/run-action'
import { loadApp } from '../../src/host/app'
import { rehearse } from '../../src/host/rehearsal/rehearse'
import { commandsIn } from './runner-log'
import { runWarm } from './warm-jobs'
import { makeWorkspace } from './workspace'

vi.setConfig({ testTimeout: 180_000, maxConcurrency: 2 })

interface Sample {
  readonly name: string
  /** Besides its folder. */
  readonly inputs?: Readonly<Record<string, string>>
  /** Functions that the rehearsal of a run calls. */
  readonly safeCalls: number
  /** Method, path and status of every call in mode `true`; absent: only the run is looked at. */
  readonly calls?: readonly string[]
}

const samples: readonly Sample[] = [
  { name: 'hello-world', safeCalls: 1 },
  { name: 'multi-function', inputs: { 'main-package': './cmd/orders' }, safeCalls: 1 },
  {
    name: 'good/net-http',
    safeCalls: 2,
    calls: ['GET /api/convert/celsius 400', 'GET /api/convert/fahrenheit 400'],
  },
  {
    name: 'good/method-patterns',
    safeCalls: 2,
    calls: ['POST /api/notes 201', 'GET /api/notes/1 200', 'GET /api/notes 200'],
  },
  { name: 'good/gin', safeCalls: 2, calls: ['GET /api/health 204', 'GET /api/users 200'] },
  { name: 'good/echo', safeCalls: 2, calls: ['GET /api/orders/sample 200', 'GET /api/Version 200'] },
  { name: 'good/chi', safeCalls: 2, calls: ['GET /api/articles/sample 200', 'GET /api/articles 200'] },
  { name: 'good/fiber', safeCalls: 2, calls: ['GET /api/ping 200', 'GET /api/quote/sample 200'] },
  { name: 'good/gorilla', safeCalls: 2, calls: ['GET /products/1 200', 'GET /products 200'] },
  { name: 'good/queue-and-timer', safeCalls: 0, calls: ['POST /ResizeImage 200', 'POST /Sweep 200'] },
  { name: 'good/proxying', safeCalls: 1, calls: ['GET /api/ticks 200', 'PUT /api/files 307'] },
  {
    name: 'good/workspace',
    inputs: { 'working-directory': 'good/workspace/functions' },
    safeCalls: 1,
    calls: ['GET /api/greet 200'],
  },
  {
    name: 'good/cmd-layout',
    inputs: { 'working-directory': 'good/cmd-layout/azure', 'main-package': '../cmd/server' },
    safeCalls: 1,
    calls: ['GET /api/hash/sample 404', 'POST /Rotate 200'],
  },
]
const unreachable = /dial tcp|no such host|proxyconnect|TLS handshake|i\/o timeout|module lookup disabled/

it.concurrent.for(samples)(
  '$name passes without a finding',
  async ({ name, inputs, safeCalls, calls }, context) => {
    const workspace = makeWorkspace()
    workspace.sample(name)
    const all: Readonly<Record<string, string>> = { 'working-directory': name, ...inputs }
    const run = name.startsWith('good/') ? runWarm : runAction
    const result = await run({ workspace: workspace.folder, inputs: all })
    try {
      if (result.exitCode !== 0 && unreachable.test(result.log))
        context.skip('the Go module proxy does not answer')
      if (result.log.includes('title=go-too-old'))
        context.skip('the Go on PATH is older than this sample asks for')
      expect(result.exitCode, result.log).toBe(0)
      expect(result.outputs).toMatchObject({ errors: '0', warnings: '0', linkage: 'static' })
      const annotations = commandsIn(result.log).filter(({ name: command }) =>
        /^(?:error|warning)$/.test(command),
      )
      expect(annotations).toEqual([])
      // Elsewhere the summary says in one line why there was no rehearsal.
      if (process.platform !== 'linux') return
      expect(result.log).toMatch(/^Rehearsed: the handler answered after \d+ ms$/m)
      const called = result.log.match(/^(?:GET|HEAD|OPTIONS) \S+: \d{3} \(\d+ ms\)$/gm) ?? []
      expect(called).toHaveLength(safeCalls)
      if (calls !== undefined)
        await expectCalls(join(workspace.folder, all['working-directory'] ?? ''), calls)
    } finally {
      result.dispose()
      workspace.remove()
    }
  },
)

async function expectCalls(app: string, calls: readonly string[]): Promise<void> {
  expect(loadApp(app)).toMatchObject({ errors: [], warnings: [] })
  const rehearsal = await rehearse({ folder: app, mode: 'true', timeoutMs: 60_000 })
  expect(rehearsal).toMatchObject({ findings: [] })
  expect(rehearsal.note).toBeUndefined()
  const seen = rehearsal.calls.map(({ method, path, status }) => `${method} ${path} ${status}`)
  expect([...seen].sort()).toEqual([...calls].sort())
  if (loadApp(app).forwarding !== 'none') await expectMissedRoutes(app)
}

/** With another prefix in host.json every router misses its routes, each in its own words. */
async function expectMissedRoutes(app: string): Promise<void> {
  const path = join(app, 'host.json')
  const content = JSON.parse(readFileSync(path, 'utf8'))
  writeFileSync(path, JSON.stringify({ ...content, extensions: { http: { routePrefix: 'elsewhere' } } }))
  const { findings } = await rehearse({ folder: app, mode: 'auto', timeoutMs: 60_000 })
  expect(findings.length).toBeGreaterThan(0)
  for (const { code, message, severity } of findings) {
    expect(code).toBe('handler-route-404')
    // Without its source, a router that says of the sample value what it says of any path is only a warning.
    const known = severity === 'warning' ? '' : '.*It does answer "\\/'
    expect(message).toMatch(new RegExp(`404 to GET "/elsewhere/${known}`))
  }
}
