import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { warmUpScm } from '../../src/azure/site/warm-up'
import { aSession, aSite, type LoopbackServer, startServer, tokens } from './loopback'

let server: LoopbackServer
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.close())

describe('warmUpScm', () => {
  it('waits for a cold site and says which token it takes', async () => {
    let looks = 0
    server.handler = () => {
      looks += 1
      return looks < 3 ? { status: 503 } : { body: [] }
    }
    const warmUp = await warmUpScm(aSession(server), aSite({ scmHost: server.host }))
    expect(warmUp).toMatchObject({ isReady: true, audience: 'app-service', findings: [] })
    expect(server.calls()).toEqual(Array(3).fill('GET /api/deployments'))
  })

  it.each([
    [403, 'Ip Forbidden', 'scm-ip-forbidden'],
    [403, 'This web app is stopped', 'site-stopped'],
    [403, '', 'azure-role-missing'],
    [401, '', 'scm-token-refused'],
  ])('finds out early about %i %s', async (status, body, code) => {
    server.handler = () => ({ status, body })
    const warmUp = await warmUpScm(aSession(server), aSite({ scmHost: server.host }))
    expect(warmUp.isReady).toBe(false)
    expect(warmUp.findings.map((finding) => finding.code)).toEqual([code])
  })

  it.each([404, 503])('does not hold %i against a site that may be new', async (status) => {
    server.handler = () => ({ status })
    expect(await warmUpScm(aSession(server), aSite({ scmHost: server.host }))).toMatchObject({
      isReady: false,
      findings: [],
    })
  })

  it('asks nothing on Linux Consumption', async () => {
    expect(
      (await warmUpScm(aSession(server), aSite({ plan: 'consumption', scmHost: server.host }))).isReady,
    ).toBe(true)
    expect(server.requests).toEqual([])
  })

  it('remembers the token for the deployment', async () => {
    server.handler = (request) =>
      request.headers['authorization'] === `Bearer ${tokens.arm}` ? { body: [] } : { status: 401 }
    const session = aSession(server)
    const site = aSite({ scmHost: server.host })
    expect((await warmUpScm(session, site)).audience).toBe('resource-manager')
    await warmUpScm(session, site)
    expect(server.requests).toHaveLength(3)
  })

  it('lets a token be renewed when it stops being accepted', async () => {
    const forgotten: string[] = []
    const session = aSession(server, { forget: (purpose) => void forgotten.push(purpose) })
    const site = aSite({ scmHost: server.host })
    server.handler = () => ({ body: [] })
    await warmUpScm(session, site)
    let looks = 0
    server.handler = () => {
      looks += 1
      return looks === 1 ? { status: 401 } : { body: [] }
    }
    expect((await warmUpScm(session, site)).isReady).toBe(true)
    expect(forgotten).toEqual(['scm'])
  })
})
