import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readHostStatus } from '../../src/azure/verify/host-status'
import { probeApp } from '../../src/azure/verify/probe'
import { explainProbe } from '../../src/azure/verify/verify-findings'
import { aRun, playKudu } from './kudu'
import {
  type Answer,
  aSession,
  aSite,
  cloudAt,
  type LoopbackServer,
  type SeenRequest,
  startServer,
} from './loopback'

let server: LoopbackServer
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.close())

/** Answers one request after the other; the last answer stays. */
function inTurn(answers: readonly (Answer | ((request: SeenRequest) => Answer))[]): void {
  let count = 0
  server.handler = (request) => {
    const answer = answers[Math.min(count, answers.length - 1)] ?? { status: 500 }
    count += 1
    return typeof answer === 'function' ? answer(request) : answer
  }
}

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
    inTurn([{ status: 503, body: '<html><p>Our services are not available</p></html>' }, { isReset: true }])
    const session = aSession(server)
    const deadline = session.clock.now() + 3000
    const url = `${server.origin}/api/Hello`
    const probe = await probeApp(session, url, { path: '/api/Hello', deadline, signal: session.signal })
    expect(server.requests.length).toBeGreaterThan(1)
    expect(explainProbe(probe)[0]?.message).toBe(
      `GET ${url} answered 503: 'Our services are not available', not 2xx.`,
    )
  })
})
