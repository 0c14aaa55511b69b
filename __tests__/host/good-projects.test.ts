import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadApp } from '../../src/host/app'
import { rehearse } from '../../src/host/rehearsal/rehearse'

interface GoodProject {
  /** Folder of host.json under samples/good. */
  readonly folder: string
  /** Go package to build, seen from that folder. */
  readonly mainPackage?: string
  readonly executable?: string
  /** Method, path and status of every call in mode `true`. */
  readonly calls: readonly string[]
}

const projects: readonly GoodProject[] = [
  { folder: 'net-http', calls: ['GET /api/convert/celsius 400', 'GET /api/convert/fahrenheit 400'] },
  {
    folder: 'method-patterns',
    calls: ['POST /api/notes 201', 'GET /api/notes/1 200', 'GET /api/notes 200'],
  },
  { folder: 'gin', calls: ['GET /api/health 204', 'GET /api/users 200'] },
  { folder: 'echo', calls: ['GET /api/orders/sample 200', 'GET /api/Version 200'] },
  { folder: 'chi', calls: ['GET /api/articles/sample 200', 'GET /api/articles 200'] },
  { folder: 'fiber', calls: ['GET /api/ping 200', 'GET /api/quote/sample 200'] },
  { folder: 'gorilla', calls: ['GET /products/1 200', 'GET /products 200'] },
  { folder: 'queue-and-timer', calls: ['POST /ResizeImage 200', 'POST /Sweep 200'] },
  { folder: 'proxying', calls: ['GET /api/ticks 200', 'PUT /api/files 307'] },
  { folder: 'workspace/functions', calls: ['GET /api/greet 200'] },
  {
    folder: 'cmd-layout/azure',
    mainPackage: '../cmd/server',
    executable: 'bin/server',
    calls: ['GET /api/hash/sample 404', 'POST /Rotate 200'],
  },
]

const good = resolve(import.meta.dirname, '../../samples/good')
const unreachable = /dial tcp|no such host|proxyconnect|TLS handshake|i\/o timeout|module lookup disabled/
const tooOld = /requires go >= |note: module requires Go|invalid go version/

describe.runIf(process.platform === 'linux')('the good projects (needs Linux)', () => {
  for (const project of projects) {
    const { folder, calls } = project
    it(`${folder} builds and passes the rehearsal`, async (ctx) => {
      const app = mkdtempSync(join(tmpdir(), 'good-project-'))
      try {
        const reason = buildInto(app, project)
        if (reason !== undefined) ctx.skip(reason)
        expect(loadApp(app)).toMatchObject({ errors: [], warnings: [] })
        const rehearsal = await rehearse({ folder: app, mode: 'true', timeoutMs: 60_000 })
        expect(rehearsal).toMatchObject({ findings: [] })
        expect(rehearsal.note).toBeUndefined()
        const seen = rehearsal.calls.map(({ method, path, status }) => `${method} ${path} ${status}`)
        expect([...seen].sort()).toEqual([...calls].sort())
        if (loadApp(app).forwarding !== 'none') await expectMissedRoutes(app)
      } finally {
        rmSync(app, { recursive: true, force: true })
      }
    })
  }
})

/** Gives the reason when this machine cannot build the project. */
function buildInto(
  app: string,
  { folder, mainPackage = '.', executable = 'handler' }: GoodProject,
): string | undefined {
  const source = join(good, folder)
  cpSync(source, app, { recursive: true })
  const build = spawnSync('go', ['build', '-o', join(app, executable), mainPackage], {
    cwd: source,
    encoding: 'utf8',
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '' },
  })
  const output = build.stderr ?? String(build.error)
  if (unreachable.test(output)) return 'the Go module proxy does not answer'
  if (tooOld.test(output)) return 'this Go is too old for the project'
  expect({ status: build.status, output }).toMatchObject({ status: 0 })
  // An old Go ignores the version that go.mod asks for when it compiles all the same: then patterns such as
  // "POST /path" are registered and never match.
  return isOlderThanAsked(source) ? 'this Go is too old for the project' : undefined
}

function isOlderThanAsked(source: string): boolean {
  const options = { cwd: source, encoding: 'utf8' } as const
  const minor = (text: string): number => Number(/\b(?:go|go )1\.(\d+)/.exec(text)?.[1])
  const asked = readFileSync(spawnSync('go', ['env', 'GOMOD'], options).stdout.trim(), 'utf8')
  return minor(spawnSync('go', ['env', 'GOVERSION'], options).stdout) < minor(asked)
}

/** With another prefix in host.json every router misses its routes, each in its own words. */
async function expectMissedRoutes(app: string): Promise<void> {
  const path = join(app, 'host.json')
  const content = JSON.parse(readFileSync(path, 'utf8'))
  writeFileSync(path, JSON.stringify({ ...content, extensions: { http: { routePrefix: 'elsewhere' } } }))
  const { findings } = await rehearse({ folder: app, mode: 'auto', timeoutMs: 60_000 })
  expect(findings.length).toBeGreaterThan(0)
  for (const { code, message } of findings) {
    expect(code).toBe('handler-route-404')
    expect(message).toMatch(/404 to GET "\/elsewhere\/.*It does answer "\//)
  }
}
