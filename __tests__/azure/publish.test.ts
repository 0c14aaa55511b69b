import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aRecord, aRun, codesOf, playKudu } from './kudu'
import { fastClock, type LoopbackServer, startServer } from './loopback'

let server: LoopbackServer
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'azure-publish-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.close())

const accepted = { status: 202, body: '"d1"' }

describe('a lost answer to the upload', () => {
  it('finds our deployment by its token and does not upload again', async () => {
    const kudu = playKudu(server, {
      post: () => ({ isReset: true }),
      list: (count) => ({
        body:
          count < 3
            ? []
            : [aRecord({ id: 'other' }), aRecord({ id: 'ours', message: `{"token":"${kudu.tokenOf(0)}"}` })],
      }),
      one: (id) => ({ body: aRecord({ id }) }),
    })
    const run = await aRun(server, folder)
    expect(await run.deploy()).toMatchObject({ outcome: 'succeeded', id: 'ours' })
    expect(kudu.uploads).toHaveLength(1)
    expect(run.log.lines.join('\n')).toContain('The answer to the upload was lost')
  })

  it('takes the only new record without a message for ours on Flex, which may keep none', async () => {
    const kudu = playKudu(server, {
      post: () => ({ isReset: true }),
      list: (count) => ({
        body: count === 1 ? [aRecord({ id: 'old' })] : [aRecord({ id: 'new' }), aRecord({ id: 'old' })],
      }),
      one: (id) => ({ body: aRecord({ id }) }),
    })
    expect((await (await aRun(server, folder)).deploy()).id).toBe('new')
    expect(kudu.uploads).toHaveLength(1)
  })

  it('does not take a record with the message of somebody else', async () => {
    const foreign = aRecord({ id: 'foreign', message: '{"sha":"else"}', deployer: 'az_cli' })
    const kudu = playKudu(server, {
      post: (_request, count) => (count === 1 ? { isReset: true } : accepted),
      list: (count) => ({ body: count === 1 ? [] : [foreign] }),
      one: (id) => ({ body: aRecord({ id }) }),
    })
    expect((await (await aRun(server, folder)).deploy()).id).toBe('d1')
    expect(kudu.uploads).toHaveLength(2)
  })

  it('uploads again only after looking for 30 seconds', async () => {
    const clock = fastClock()
    const times: number[] = []
    const kudu = playKudu(server, {
      post: (_request, count) => {
        times.push(clock.now())
        return count === 1 ? { isReset: true } : accepted
      },
      one: () => ({ body: aRecord() }),
    })
    const run = await aRun(server, folder, {
      session: { clock },
      request: { deadline: clock.now() + 900_000 },
    })
    expect((await run.deploy()).outcome).toBe('succeeded')
    expect(kudu.uploads).toHaveLength(2)
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(30_000)
  })

  it('finds our deployment also when it appears after that', async () => {
    const kudu = playKudu(server, {
      post: () => ({ isReset: true }),
      list: (count) => ({ body: count < 17 ? [] : [aRecord({ id: 'late', message: kudu.tokenOf(0) })] }),
      one: (id) => ({ body: aRecord({ id }) }),
    })
    expect((await (await aRun(server, folder)).deploy()).id).toBe('late')
    expect(kudu.uploads).toHaveLength(1)
  })

  it.each([502, 503, 504, 500])(
    'treats %i like a lost answer and gives up after four of them',
    async (status) => {
      const kudu = playKudu(server, { post: () => ({ status, body: '<html>Site Unavailable</html>' }) })
      const deployment = await (await aRun(server, folder)).deploy()
      expect(deployment.outcome).toBe('failed')
      expect(codesOf(deployment)).toEqual([
        status === 500 ? 'error azure-call-failed' : 'error scm-unavailable',
      ])
      expect(kudu.uploads).toHaveLength(4)
    },
  )

  it('does not look for what was not taken: 429', async () => {
    const clock = fastClock()
    const kudu = playKudu(server, {
      post: (_request, count) => (count === 1 ? { status: 429, headers: { 'Retry-After': '12' } } : accepted),
      one: () => ({ body: aRecord() }),
    })
    const run = await aRun(server, folder, {
      session: { clock },
      request: { deadline: clock.now() + 900_000 },
    })
    expect((await run.deploy()).outcome).toBe('succeeded')
    expect(kudu.uploads).toHaveLength(2)
    expect(clock.sleeps).toEqual([12_000])
  })
})

describe('other deployments', () => {
  const foreign = (status: number): object =>
    aRecord({ id: 'foreign', status, deployer: 'az_cli', complete: status > 2 })

  it('are waited for before the upload', async () => {
    const kudu = playKudu(server, {
      post: () => accepted,
      list: (count) => ({ body: [foreign(count < 4 ? 1 : 4)] }),
      one: () => ({ body: aRecord() }),
    })
    const run = await aRun(server, folder)
    expect((await run.deploy()).outcome).toBe('succeeded')
    expect(kudu.uploads).toHaveLength(1)
    expect(run.log.lines[0]).toBe("Waiting for the deployment 'foreign' of 'az_cli' that runs already.")
  })

  it('are waited for no longer than the deadline', async () => {
    const kudu = playKudu(server, { post: () => accepted, list: () => ({ body: [foreign(1)] }) })
    const clock = fastClock()
    const run = await aRun(server, folder, {
      session: { clock },
      request: { deadline: clock.now() + 60_000 },
    })
    const deployment = await run.deploy()
    expect(codesOf(deployment)).toEqual(['error deployment-busy'])
    expect(deployment.findings[0]?.message).toContain("Building (1) at the deadline: 'foreign' of 'az_cli'")
    expect(kudu.uploads).toHaveLength(0)
  })

  it('are waited for after a 409', async () => {
    const kudu = playKudu(server, {
      post: (_request, count) =>
        count < 3 ? { status: 409, body: 'There is a deployment currently in progress.' } : accepted,
      one: () => ({ body: aRecord() }),
    })
    expect((await (await aRun(server, folder)).deploy()).outcome).toBe('succeeded')
    expect(kudu.uploads).toHaveLength(3)
  })

  it('fail the run when every try is answered 409 until the deadline', async () => {
    playKudu(server, { post: () => ({ status: 409, body: 'deployment in progress' }) })
    const clock = fastClock()
    const run = await aRun(server, folder, {
      session: { clock },
      request: { deadline: clock.now() + 120_000 },
    })
    expect(codesOf(await run.deploy())).toEqual(['error deployment-busy'])
  })

  it.each([
    [
      'Run-From-Zip is set to a remote URL using WEBSITE_RUN_FROM_PACKAGE app setting.',
      'error deployment-run-from-url',
      'WEBSITE_RUN_FROM_PACKAGE',
    ],
    ['There is an auto swap deployment currently in progress.', 'error deployment-auto-swap', 'swap'],
  ])('409 "%s" is not waited for', async (body, code, inHint) => {
    const kudu = playKudu(server, { post: () => ({ status: 409, body }) })
    const deployment = await (await aRun(server, folder)).deploy()
    expect(codesOf(deployment)).toEqual([code])
    expect(deployment.findings[0]?.hint).toContain(inHint)
    expect(kudu.uploads).toHaveLength(1)
  })
})

describe('an SCM site that is not ready', () => {
  it('is waited for', async () => {
    playKudu(server, {
      post: () => accepted,
      list: (count) => (count < 6 ? { status: 503, body: '<html>Site Unavailable</html>' } : { body: [] }),
      one: () => ({ body: aRecord() }),
    })
    expect((await (await aRun(server, folder)).deploy()).outcome).toBe('succeeded')
  })

  it('is given up after five minutes, with the request id', async () => {
    playKudu(server, {
      post: () => accepted,
      list: () => ({ status: 503, headers: { 'x-ms-request-id': 'req-77' }, body: 'Site Unavailable' }),
    })
    const clock = fastClock()
    const started = clock.now()
    const run = await aRun(server, folder, { session: { clock }, request: { deadline: started + 3_600_000 } })
    const deployment = await run.deploy()
    expect(codesOf(deployment)).toEqual(['error scm-unavailable'])
    expect(deployment.findings[0]?.message).toContain('req-77')
    expect(clock.now() - started).toBeLessThanOrEqual(300_000)
  })
})
