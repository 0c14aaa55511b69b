import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readHostStatus } from '../../src/azure/verify/host-status'
import { verifyDeployment } from '../../src/azure/verify/verify'
import { aRun, playKudu } from './kudu'
import { aSession, aSite, cloudAt, type LoopbackServer, startServer } from './loopback'

let server: LoopbackServer
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.close())

describe('what the last answer was', () => {
  it('is said of a deployment record that never shows', async () => {
    playKudu(server, {
      post: () => ({ status: 202, body: '"d1"' }),
      one: () => ({ status: 404, body: 'worker recycled', headers: { 'x-ms-request-id': 'r-2' } }),
    })
    const folder = mkdtempSync(join(tmpdir(), 'record-'))
    const run = await aRun(server, folder, { session: { cloud: cloudAt(server.origin, 'localhost') } })
    const { findings } = await run.deploy()
    rmSync(folder, { recursive: true })
    expect(findings.map(({ code }) => code)).toEqual(['deployment-record-missing'])
    expect(findings[0]?.message).toMatch(
      /The last look at it: GET \S+\/api\/deployments\/d1 answered 404: worker recycled \(request r-2\)$/,
    )
  })

  it('is said of a history that is not there', async () => {
    playKudu(server, {
      post: () => ({ status: 202 }),
      list: () => ({ status: 404, body: 'no such page', headers: { 'x-ms-request-id': 'r-4' } }),
    })
    const folder = mkdtempSync(join(tmpdir(), 'history-'))
    const run = await aRun(server, folder, {
      session: { cloud: cloudAt(server.origin, 'localhost') },
      site: { plan: 'dedicated' },
    })
    const { findings } = await run.deploy()
    rmSync(folder, { recursive: true })
    expect(findings[0]?.message).toMatch(
      /The last look at it: GET \S+\/api\/deployments answered 404: no such page \(request r-4\)$/,
    )
  })

  it('is said of a host that cannot be asked', async () => {
    server.handler = () => ({ status: 404, body: 'no host', headers: { 'x-ms-request-id': 'r-3' } })
    const session = aSession(server)
    await expect(readHostStatus(session, aSite(), session.signal)).resolves.toMatchObject({
      state: 'Unknown',
      unreadable: expect.stringMatching(/^GET \S+\/host\/status answered 404: no host \(request r-3\)$/),
    })
  })

  it('is said of an app, as text and not as markup, even when the very last try was not answered', async () => {
    let asked = 0
    server.handler = ({ path }) => {
      if (path === '/api/Hello') {
        asked += 1
        const page = { status: 503, body: '<html><p>Our services are not available</p></html>' }
        return asked === 1 ? page : { isReset: true }
      }
      if (path.endsWith('/functions')) return { body: { value: [{ properties: { name: 'Hello' } }] } }
      return { body: { state: 'Running' } }
    }
    const session = aSession(server)
    const { findings } = await verifyDeployment(session, aSite({ appUrl: server.origin }), {
      expectedFunctions: ['Hello'],
      functions: [],
      rehearsed: [],
      callsFunctions: false,
      fetchesKeys: false,
      verifyPath: '/api/Hello',
      timeoutMs: 3000,
      mask: () => undefined,
      log: session.log,
      signal: session.signal,
    })
    expect(asked).toBeGreaterThan(1)
    expect(findings.map(({ message }) => message)).toEqual([
      `GET ${server.origin}/api/Hello answered 503: 'Our services are not available', not 2xx.`,
    ])
  })
})
