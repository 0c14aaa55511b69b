import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readRecords } from '../../src/azure/deploy/deployment-record'
import { findOvertaking, laterRecord } from '../../src/azure/deploy/overtaken'
import { aRecord } from './kudu'
import { type Answer, aSession, aSite, cloudAt, type LoopbackServer, startServer } from './loopback'

const sha256 = '0123456789abcdef'.repeat(4)
const own = { id: 'd1', sha256 }
const before = { received_time: '2026-11-22T23:00:00Z' }
const after = { received_time: '2026-11-23T00:00:01Z' }

describe('a deployment that came after ours', () => {
  it.each<[string, object]>([
    ['runs', { ...after, status: 0, complete: false, active: false }],
    ['succeeded', { ...after, status: 4 }],
    ['succeeded in part', { ...after, status: 6 }],
    ['has another digest', { ...after, message: JSON.stringify({ packageSha256: 'f'.repeat(64) }) }],
  ])('is told when it %s', (_, other) => {
    const records = readRecords(
      JSON.stringify([aRecord({ id: 'd2', deployer: 'mona', ...other }), aRecord()]),
    )
    expect(laterRecord(records, own)).toMatch(/^'d2' of 'mona', /)
  })

  it.each<[string, object[]]>([
    ['it came before', [aRecord(), aRecord({ id: 'd0', ...before })]],
    ['it failed', [aRecord({ id: 'd2', ...after, status: 3, active: false }), aRecord()]],
    ['it was cancelled', [aRecord({ id: 'd2', ...after, status: -1, active: false }), aRecord()]],
    [
      'it brought the same package',
      [aRecord({ id: 'd2', ...after, message: JSON.stringify({ packageSha256: sha256 }) }), aRecord()],
    ],
    ['its time cannot be read', [aRecord({ id: 'd2', received_time: 'soon' }), aRecord()]],
    ['our record is gone', [aRecord({ id: 'd2', ...after })]],
    ['there are no records', []],
  ])('is none when %s', (_, records) => {
    expect(laterRecord(readRecords(JSON.stringify(records)), own)).toBeUndefined()
  })
})

describe('findOvertaking', () => {
  let server: LoopbackServer
  beforeEach(async () => {
    server = await startServer()
  })
  afterEach(() => server.close())

  const look = (answer: Answer, way: 'flex' | 'blob') => {
    server.handler = () => answer
    const session = aSession(server, { cloud: cloudAt(server.origin, 'localhost') })
    const site = aSite({ scmHost: server.host, plan: way === 'blob' ? 'consumption' : 'flex-consumption' })
    return findOvertaking(session, site, { ...own, way }, session.signal)
  }
  const settingsWith = (address: string): Answer => ({
    body: { properties: { WEBSITE_RUN_FROM_PACKAGE: address } },
  })

  it('fails the run with what to do', async () => {
    const findings = await look({ body: [aRecord({ id: 'd2', ...after }), aRecord()] }, 'flex')
    expect(findings).toMatchObject([{ code: 'deployment-overtaken', severity: 'error' }])
    expect(findings[0]?.message).toContain("'d2'")
    expect(findings[0]?.hint).toContain('concurrency:')
  })

  it.each<[string, Answer]>([
    ['a history without our record', { body: [] }],
    ['no history', { status: 404 }],
    ['half an answer', { body: '[{"id":' }],
  ])('believes %s only when it is said again and again', async (_, answer) => {
    let asked = 0
    server.handler = () => (asked++ === 0 ? answer : { body: [aRecord()] })
    const session = aSession(server, { cloud: cloudAt(server.origin, 'localhost') })
    const site = aSite({ scmHost: server.host, plan: 'flex-consumption' })
    expect(await findOvertaking(session, site, { ...own, way: 'flex' }, session.signal)).toEqual([])
    expect(asked).toBe(2)
  })

  it('quotes the answer when there is no history any more', async () => {
    const findings = await look({ status: 404, body: 'The words of the server' }, 'flex')
    expect(findings).toMatchObject([{ code: 'deployment-unproven', severity: 'error' }])
    expect(findings[0]?.message).toMatch(/GET https:\/\/\S+\/api\/deployments answered 404: The words/)
  })

  it.each<[string, Answer, 'flex' | 'blob']>([
    ['nothing came after', { body: [aRecord()] }, 'flex'],
    ['the history may not be read', { status: 403 }, 'flex'],
    ['the history is away', { status: 503 }, 'flex'],
    ['the setting is ours', settingsWith('https://s.test/c/app/d1?sig=x'), 'blob'],
    [
      'the setting names the same package',
      settingsWith(`https://s.test/c/app/t-${sha256.slice(0, 12)}-1.zip`),
      'blob',
    ],
    ['the settings may not be read', { status: 403, body: {} }, 'blob'],
  ])('finds nothing when %s', async (_, answer, way) => {
    expect(await look(answer, way)).toEqual([])
  })

  it.each(['https://s.test/c/app/other.zip', '1', '', 'https://s.test/%E0%A4%A'])(
    'tells that the app is pointed to %j',
    async (address) => {
      const findings = await look(settingsWith(address), 'blob')
      expect(findings.map(({ code }) => code)).toEqual(['deployment-overtaken'])
    },
  )
})
