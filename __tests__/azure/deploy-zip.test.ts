import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Deployment } from '../../src/azure/deploy/deploy-context'
import { aRecord, aRun, codesOf, type Kudu, packageSha256, playKudu } from './kudu'
import { fastClock, type LoopbackServer, startServer, tokens } from './loopback'

let server: LoopbackServer
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'azure-zip-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.close())

const premium = { site: { plan: 'elastic-premium', sku: 'ElasticPremium' } } as const
const accepted = { status: 202 }

/** A server on which only our own record carries the token. */
function ours(kudu: () => Kudu, overrides: object = {}): object {
  return aRecord({
    id: 'real',
    deployer: `go-azure-func-action-${kudu().tokenOf(0)}`,
    message: 'x',
    ...overrides,
  })
}

/** With a clock whose sleeps can be looked at, and a quarter of an hour. */
async function patientRun(): Promise<{
  deploy: () => Promise<Deployment>
  clock: ReturnType<typeof fastClock>
}> {
  const clock = fastClock()
  const run = await aRun(server, folder, {
    ...premium,
    session: { clock },
    request: { deadline: clock.now() + 900_000 },
  })
  return { deploy: run.deploy, clock }
}

describe('zipdeploy', () => {
  it('follows its own record from the temporary one to the end', async () => {
    const kudu: Kudu = playKudu(server, {
      post: () => ({
        status: 202,
        headers: { Location: `${server.origin}/api/deployments/latest?deployer=x` },
      }),
      list: (count) => ({
        body:
          count === 1
            ? []
            : count === 2
              ? [ours(() => kudu, { id: 'temp-1', is_temp: true, status: 0, complete: false })]
              : [ours(() => kudu, { status: 1, complete: false })],
      }),
      one: (id, count) => ({
        body: ours(() => kudu, {
          id,
          status: count < 3 ? 2 : 4,
          log_url: `${server.origin}/api/deployments/real/log`,
        }),
      }),
      log: (path) => ({
        body: path.endsWith('/details')
          ? [{ message: 'copied', type: 0 }]
          : [
              {
                message: 'Deployment successful.',
                type: 0,
                details_url: `${server.origin}/api/deployments/real/log/details`,
              },
            ],
      }),
    })
    const deployment = await (await aRun(server, folder, premium)).deploy()
    expect(deployment).toMatchObject({
      way: 'zipdeploy',
      id: 'real',
      outcome: 'succeeded',
      log: ['Deployment successful.', '  copied'],
    })
    expect(kudu.uploads[0]?.path).toBe('/api/zipdeploy')
    expect(kudu.uploads[0]?.query.get('isAsync')).toBe('true')
    expect(JSON.parse(kudu.uploads[0]?.query.get('message') ?? '')).toEqual({
      type: 'deployment',
      sha: 'c0ffee',
      repoName: 'octo/app',
      actor: 'mona',
      slotName: 'production',
      packageSha256,
      token: kudu.tokenOf(0),
    })
    expect(server.calls().some((call) => call.includes('temp-1'))).toBe(false)
    expect(server.calls().some((call) => call.endsWith('/latest'))).toBe(false)
  })

  it.each([
    [{ Retryafter: '30' }, [1000, 1000, 1000]],
    [{ 'Retry-After': '7' }, [7000, 1000, 1000, 1000]],
  ])('looks soon and then every second after an answer with %o', async (headers, sleeps) => {
    const kudu: Kudu = playKudu(server, {
      post: () => ({ ...accepted, headers }),
      list: (count) => ({ body: count === 1 ? [] : [ours(() => kudu, { status: 1, complete: false })] }),
      one: (id, count) => ({ body: ours(() => kudu, { id, status: count < 3 ? 2 : 4 }) }),
    })
    const { deploy, clock } = await patientRun()
    expect((await deploy()).outcome).toBe('succeeded')
    expect(clock.sleeps).toEqual(sleeps)
  })

  it('looks less often the longer a deployment takes, and at least every five seconds', async () => {
    const kudu: Kudu = playKudu(server, {
      post: () => accepted,
      list: (count) => ({ body: count === 1 ? [] : [ours(() => kudu, { status: 1, complete: false })] }),
      one: (id, count) => ({ body: ours(() => kudu, { id, status: count < 50 ? 2 : 4 }) }),
    })
    const { deploy, clock } = await patientRun()
    await deploy()
    expect(clock.sleeps[0]).toBe(1000)
    expect(clock.sleeps.at(-1)).toBe(5000)
    expect([...clock.sleeps].sort((left, right) => left - right)).toEqual(clock.sleeps)
  })

  it('is not fooled by a foreign deployment that succeeds meanwhile', async () => {
    const foreign = aRecord({ id: 'foreign', status: 4, deployer: 'az_cli' })
    const kudu: Kudu = playKudu(server, {
      post: () => accepted,
      list: (count) => ({
        body: count === 1 ? [] : [foreign, ours(() => kudu, { status: count < 4 ? 1 : 3 })],
      }),
      one: (id, count) => ({ body: ours(() => kudu, { id, status: count < 3 ? 1 : 3 }) }),
    })
    const deployment = await (await aRun(server, folder, premium)).deploy()
    expect(deployment.id).toBe('real')
    expect(codesOf(deployment)).toEqual(['error deployment-failed'])
  })

  it.each([
    ['200 instead of 202', { status: 200 }],
    ['202 without Location', { status: 202 }],
  ])('goes on after %s', async (_name, answer) => {
    const kudu: Kudu = playKudu(server, {
      post: () => answer,
      list: (count) => ({ body: count === 1 ? [] : [ours(() => kudu)] }),
    })
    expect((await (await aRun(server, folder, premium)).deploy()).outcome).toBe('succeeded')
  })

  it('uses the id that the answer names, unless there is no such record', async () => {
    const kudu: Kudu = playKudu(server, {
      post: () => ({ status: 202, headers: { 'Scm-Deployment-Id': 'named' } }),
      one: (id) => ({ body: aRecord({ id }) }),
    })
    expect((await (await aRun(server, folder, premium)).deploy()).id).toBe('named')
    const other: Kudu = playKudu(server, {
      post: () => ({ status: 202, headers: { 'Scm-Deployment-Id': 'named' } }),
      list: (count) => ({ body: count === 1 ? [] : [ours(() => other)] }),
      one: (id) => (id === 'named' ? { status: 404 } : { body: ours(() => other, { id }) }),
    })
    expect((await (await aRun(server, folder, premium)).deploy()).id).toBe('real')
    expect(kudu.uploads).toHaveLength(1)
  })

  it('fails with the temporary record when the package could not be unpacked', async () => {
    const kudu: Kudu = playKudu(server, {
      post: () => accepted,
      list: (count) => ({
        body:
          count === 1
            ? []
            : [
                ours(() => kudu, {
                  id: 'temp-9',
                  is_temp: true,
                  status: 3,
                  status_text: 'End of Central Directory record could not be found.',
                }),
              ],
      }),
    })
    const deployment = await (await aRun(server, folder, premium)).deploy()
    expect(codesOf(deployment)).toEqual(['error deployment-failed'])
    expect(deployment.findings[0]?.message).toContain('End of Central Directory')
  })

  it('does not take a temporary record for a success', async () => {
    const kudu: Kudu = playKudu(server, {
      post: () => accepted,
      list: (count) => ({
        body:
          count === 1
            ? []
            : count < 5
              ? [ours(() => kudu, { id: 'temp-9', is_temp: true })]
              : [ours(() => kudu, { status: 3 })],
      }),
    })
    expect(codesOf(await (await aRun(server, folder, premium)).deploy())).toEqual(['error deployment-failed'])
  })

  it('shows the errors of a build that should not have been', async () => {
    const kudu: Kudu = playKudu(server, {
      post: () => accepted,
      list: (count) => ({
        body:
          count === 1
            ? []
            : [ours(() => kudu, { status: 3, build_summary: { errors: ['Oryx failed'], warnings: [] } })],
      }),
    })
    expect((await (await aRun(server, folder, premium)).deploy()).findings[0]?.message).toContain(
      'Oryx failed',
    )
  })

  it('does not take its token to the host that a log names', async () => {
    const foreign = await startServer(() => ({ body: [] }))
    try {
      const kudu: Kudu = playKudu(server, {
        post: () => accepted,
        list: (count) => ({
          body:
            count === 1
              ? []
              : [ours(() => kudu, { status: 3, log_url: `${server.origin}/api/deployments/real/log` })],
        }),
        log: () => ({ body: [{ message: 'look', type: 0, details_url: `${foreign.origin}/steal` }] }),
      })
      const deployment = await (await aRun(server, folder, premium)).deploy()
      expect(deployment.log).toEqual(['look'])
      expect(foreign.requests).toEqual([])
    } finally {
      await foreign.close()
    }
  })

  it('ends a log that refers to itself', async () => {
    const kudu: Kudu = playKudu(server, {
      post: () => accepted,
      list: (count) => ({
        body: count === 1 ? [] : [ours(() => kudu, { log_url: '/api/deployments/real/log' })],
      }),
      log: () => ({
        body: Array.from({ length: 10 }, () => ({
          message: 'again',
          type: 0,
          details_url: '/api/deployments/real/log',
        })),
      }),
    })
    await (await aRun(server, folder, premium)).deploy()
    const reads = server.calls().filter((call) => call.includes('/log')).length
    expect(reads).toBeGreaterThan(3)
    expect(reads).toBeLessThanOrEqual(25)
  })

  it('deploys to a slot through the host of the slot', async () => {
    const kudu: Kudu = playKudu(server, {
      post: () => accepted,
      list: (count) => ({ body: count === 1 ? [] : [ours(() => kudu)] }),
    })
    const run = await aRun(server, folder, { site: { ...premium.site, slotName: 'blue' } })
    expect((await run.deploy()).outcome).toBe('succeeded')
    expect(kudu.uploads[0]?.headers['authorization']).toBe(`Bearer ${tokens.scm}`)
  })
})
