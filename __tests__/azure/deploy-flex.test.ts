import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aRecord, aRun, codesOf, packageBytes, playKudu } from './kudu'
import { fastClock, type LoopbackServer, siteId, startServer, tokens } from './loopback'

let server: LoopbackServer
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'azure-flex-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.close())

const accepted = { status: 202, body: '"d1"', headers: { 'Content-Type': 'application/json' } }

describe('a good deployment to Flex', () => {
  it('sends the package once, follows its own id and keeps the log of the server', async () => {
    const kudu = playKudu(server, {
      post: () => ({ ...accepted, headers: { Location: `${server.origin}/api/deployments/d1` } }),
      one: (_id, count) => ({
        body: aRecord({ status: Math.min(count - 1, 2) + (count > 3 ? 2 : 0), complete: count > 3 }),
      }),
      log: () => ({
        body: [
          { message: 'Starting deployment pipeline.', type: 0 },
          { message: '[Kudu-CleanUpStep] completed.', type: 0 },
        ],
      }),
    })
    const sent: number[] = []
    const run = await aRun(server, folder, {
      request: { onProgress: (progress) => sent.push(progress.sentBytes) },
    })
    const deployment = await run.deploy()
    expect(deployment).toMatchObject({
      way: 'flex',
      id: 'd1',
      outcome: 'succeeded',
      state: 'Success (4)',
      scmAudience: 'app-service',
      log: ['Starting deployment pipeline.', '[Kudu-CleanUpStep] completed.'],
      findings: [],
    })
    const [upload] = kudu.uploads
    expect(kudu.uploads).toHaveLength(1)
    expect(upload?.path).toBe('/api/publish')
    expect(upload?.query.get('RemoteBuild')).toBe('false')
    expect(upload?.headers['content-type']).toBe('application/zip')
    expect(upload?.headers['content-length']).toBe(String(packageBytes.length))
    expect(upload?.headers['authorization']).toBe(`Bearer ${tokens.scm}`)
    expect(upload?.body.equals(packageBytes)).toBe(true)
    expect(sent).toEqual([packageBytes.length])
    expect(JSON.parse(upload?.query.get('message') ?? '')).toMatchObject({
      type: 'deployment',
      sha: 'c0ffee',
      repoName: 'octo/app',
      actor: 'mona',
    })
    expect(upload?.query.get('deployer')).toContain(kudu.tokenOf(0))
  })

  it('never writes a token into the log', async () => {
    playKudu(server, {
      post: () => accepted,
      one: (_id, count) => (count < 3 ? { status: 503 } : { body: aRecord() }),
    })
    const run = await aRun(server, folder)
    const deployment = await run.deploy()
    const everything = JSON.stringify([run.log.lines, run.log.debugLines, deployment])
    for (const token of Object.values(tokens)) expect(everything).not.toContain(token)
  })

  it('takes the id from Location, and looks for the record when there is neither', async () => {
    playKudu(server, {
      post: () => ({ status: 200, headers: { Location: '/api/deployments/d7?x=1' } }),
      one: (id) => ({ body: aRecord({ id }) }),
    })
    expect((await (await aRun(server, folder)).deploy()).id).toBe('d7')
    playKudu(server, {
      post: () => ({ status: 200 }),
      list: (count) => ({
        body: count === 1 ? [aRecord({ id: 'old' })] : [aRecord({ id: 'new' }), aRecord({ id: 'old' })],
      }),
      one: (id) => ({ body: aRecord({ id }) }),
    })
    expect((await (await aRun(server, folder)).deploy()).id).toBe('new')
  })

  it('tolerates a record that is not visible at first', async () => {
    playKudu(server, {
      post: () => accepted,
      one: (_id, count) => (count < 5 ? { status: 404 } : { body: aRecord() }),
    })
    expect((await (await aRun(server, folder)).deploy()).outcome).toBe('succeeded')
  })

  it('waits as long as the server asks, in both spellings', async () => {
    playKudu(server, {
      post: () => ({ ...accepted, headers: { Retryafter: '30' } }),
      one: (_id, count) =>
        count === 1 ? { headers: { 'Retry-After': '9' }, body: aRecord({ status: 1 }) } : { body: aRecord() },
    })
    const clock = fastClock()
    await (
      await aRun(server, folder, { session: { clock }, request: { deadline: clock.now() + 900_000 } })
    ).deploy()
    expect(clock.sleeps).toEqual([30_000, 9000])
  })

  it('keeps and resends the affinity cookie', async () => {
    playKudu(server, {
      post: () => ({
        ...accepted,
        headers: { 'Set-Cookie': ['ARRAffinity=abc123; Path=/; HttpOnly', 'ARRAffinitySameSite=abc123'] },
      }),
      one: () => ({ body: aRecord() }),
    })
    await (await aRun(server, folder)).deploy()
    const look = server.requests.find((request) => request.path === '/api/deployments/d1')
    expect(look?.headers['cookie']).toBe('ARRAffinity=abc123')
  })
})

describe('every final state of Flex', () => {
  it.each([
    [-1, 'failed', 'Cancelled (-1)', 'error deployment-cancelled'],
    [3, 'failed', 'Failed (3)', 'error deployment-failed'],
    [5, 'failed', 'Conflict (5)', 'error deployment-conflict'],
    [6, 'unconfirmed', 'PartialSuccess (6)', 'warning deployment-partial'],
    [42, 'failed', 'Unknown (42)', 'error deployment-state-unknown'],
  ])('status %i', async (status, outcome, state, code) => {
    playKudu(server, {
      post: () => accepted,
      one: () => ({ body: aRecord({ status, status_text: 'because' }) }),
    })
    const deployment = await (await aRun(server, folder)).deploy()
    expect(deployment).toMatchObject({ outcome, state })
    expect(codesOf(deployment)).toEqual([code])
    expect(deployment.findings[0]?.message).toContain("'because'")
  })

  it.each([
    ['InvalidPackageContentException: Cannot find required .azurefunctions directory', '--runtime custom'],
    ['Failed to upload because Azure Storage responded with Forbidden', 'Storage Blob Data Contributor'],
    ['Some other thing', 'server log'],
  ])('turns the error line "%s" into a finding with advice', async (message, advice) => {
    playKudu(server, {
      post: () => accepted,
      one: () => ({ body: aRecord({ status: 3 }) }),
      log: () => ({
        body: [
          { message: 'fine', type: 0 },
          { message, type: 2 },
        ],
      }),
    })
    const deployment = await (await aRun(server, folder)).deploy()
    expect(codesOf(deployment)).toEqual(['error deployment-failed', 'error deployment-server-error'])
    expect(deployment.findings[1]?.message).toContain(message)
    expect(deployment.findings[1]?.hint).toContain(advice)
  })

  it('says the same reason once, with the advice', async () => {
    const reason = '[Kudu-UploadPackageStep] Azure Storage responded with Forbidden.'
    playKudu(server, {
      post: () => accepted,
      one: () => ({ body: aRecord({ status: 3, status_text: reason }) }),
      log: () => ({ body: [{ message: reason, type: 2 }] }),
    })
    const deployment = await (await aRun(server, folder)).deploy()
    expect(codesOf(deployment)).toEqual(['error deployment-failed'])
    expect(deployment.findings[0]?.message).toContain(`It says: '${reason}'`)
    expect(deployment.findings[0]?.hint).toContain('Storage Blob Data Contributor')
  })

  it('leaves the verdict to verification when the record goes away', async () => {
    playKudu(server, {
      post: () => accepted,
      one: (_id, count) => (count === 1 ? { body: aRecord({ status: 2 }) } : { status: 404 }),
    })
    const deployment = await (await aRun(server, folder)).deploy()
    expect(deployment.outcome).toBe('unconfirmed')
    expect(codesOf(deployment)).toEqual(['warning deployment-record-gone'])
  })

  it('takes the record from the history when only its own page is gone', async () => {
    playKudu(server, {
      post: () => accepted,
      one: (_id, count) => (count === 1 ? { body: aRecord({ status: 2 }) } : { status: 404 }),
      list: (count) => ({ body: count === 1 ? [] : [aRecord({ status: 3 })] }),
    })
    expect(codesOf(await (await aRun(server, folder)).deploy())).toEqual(['error deployment-failed'])
  })

  it('fails when the record never appears', async () => {
    playKudu(server, { post: () => accepted })
    const clock = fastClock()
    const started = clock.now()
    const run = await aRun(server, folder, { session: { clock }, request: { deadline: started + 900_000 } })
    expect(codesOf(await run.deploy())).toEqual(['error deployment-record-missing'])
    expect(clock.now() - started).toBeLessThan(60_000)
  })

  it('stops at the deadline, with the state and the log', async () => {
    playKudu(server, {
      post: () => accepted,
      one: () => ({ body: aRecord({ status: 1, complete: false }) }),
      log: () => ({ body: [{ message: 'still at it', type: 0 }] }),
    })
    const clock = fastClock()
    const run = await aRun(server, folder, {
      session: { clock },
      request: { deadline: clock.now() + 60_000 },
    })
    const deployment = await run.deploy()
    expect(codesOf(deployment)).toEqual(['error deployment-timeout'])
    expect(deployment).toMatchObject({ state: 'Building (1)', log: ['still at it'] })
  })

  it('says in which state it left the deployment when it is stopped', async () => {
    const stop = new AbortController()
    playKudu(server, {
      post: () => accepted,
      one: (_id, count) => {
        if (count === 3) stop.abort(new Error('SIGTERM'))
        return { body: aRecord({ status: 2, complete: false }) }
      },
    })
    const deployment = await (await aRun(server, folder, { request: { signal: stop.signal } })).deploy()
    expect(deployment).toMatchObject({ outcome: 'cancelled', id: 'd1', state: 'Deploying (2)' })
    expect(deployment.findings[0]).toMatchObject({ code: 'deployment-abandoned', severity: 'warning' })
  })
})

describe('answers to the upload', () => {
  it.each([
    [403, 'Error 403 - Ip Forbidden', 'error scm-ip-forbidden', 'inside that network'],
    [
      403,
      '<html><body>Error 403 - This web app is stopped.</body></html>',
      'error site-stopped',
      'az functionapp start',
    ],
    [403, 'Forbidden', 'error azure-role-missing', 'az role assignment create'],
    [401, '', 'error scm-token-refused', 'tenant-id'],
    [404, '<html>', 'error scm-no-endpoint', 'few minutes'],
    [405, '', 'error scm-no-endpoint', 'few minutes'],
    [413, '', 'error upload-too-large', 'include'],
    [400, 'bad', 'error azure-call-failed', 'again'],
  ])('%i %s', async (status, body, code, inHint) => {
    const kudu = playKudu(server, { post: () => ({ status, body }) })
    const deployment = await (await aRun(server, folder)).deploy()
    expect(codesOf(deployment)).toEqual([code])
    expect(deployment).toMatchObject({ outcome: 'failed', scmAudience: 'app-service' })
    expect(deployment.findings[0]?.hint).toContain(inHint)
    expect(kudu.uploads.length).toBeLessThanOrEqual(2)
  })

  it('names the missing action with the scope of the app', async () => {
    playKudu(server, { post: () => ({ status: 403, body: 'Forbidden' }) })
    const deployment = await (
      await aRun(server, folder, { site: { slotName: 's', resourceId: `${siteId}/slots/s` } })
    ).deploy()
    expect(deployment.findings[0]?.message).toContain('Microsoft.Web/sites/slots/publish/action')
  })

  it('uses the other audience when the first is refused, and remembers it', async () => {
    playKudu(server, { post: () => accepted, one: () => ({ body: aRecord() }) })
    const answer = server.handler
    server.handler = (request) =>
      request.headers['authorization'] === `Bearer ${tokens.arm}` ? answer(request) : { status: 401 }
    const deployment = await (await aRun(server, folder)).deploy()
    expect(deployment).toMatchObject({ outcome: 'succeeded', scmAudience: 'resource-manager' })
    const refused = server.requests.filter(
      (request) => request.headers['authorization'] === `Bearer ${tokens.scm}`,
    )
    expect(refused).toHaveLength(1)
  })

  it('uses the other audience when the first cannot be had', async () => {
    playKudu(server, { post: () => accepted, one: () => ({ body: aRecord() }) })
    const token = async (purpose: 'arm' | 'scm' | 'storage'): Promise<string> => {
      if (purpose === 'scm') throw new Error('AADSTS500011')
      return tokens[purpose]
    }
    const deployment = await (await aRun(server, folder, { session: { token } })).deploy()
    expect(deployment.scmAudience).toBe('resource-manager')
  })

  it('refuses a package that is not the one that was announced', async () => {
    const run = await aRun(server, folder)
    await writeFile(run.request.file.path, 'another one')
    expect(codesOf(await run.deploy())).toEqual(['error package-changed'])
  })

  it('sends no token to an SCM host outside the cloud', async () => {
    const deployment = await (await aRun(server, folder, { site: { scmHost: 'app.scm.evil.test' } })).deploy()
    expect(codesOf(deployment)).toEqual(['error azure-host-not-allowed'])
    expect(server.requests).toEqual([])
  })
})
