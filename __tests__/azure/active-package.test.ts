import { describe, expect, it } from 'vitest'
import { activeOf } from '../../src/azure/deploy/active-package'
import { readRecords } from '../../src/azure/deploy/deployment-record'
import { aRecord } from './kudu'

const sha256 = '0123456789abcdef'.repeat(4)
const ours = {
  deployer: 'go-azure-func-action-f00',
  message: JSON.stringify({ type: 'deployment', packageSha256: sha256, token: 'f00' }),
}
const active = (...records: readonly object[]) => activeOf(readRecords(JSON.stringify(records)))

describe('the active package', () => {
  it('is known from the newest record when it is ours and active', () => {
    const old = aRecord({ id: 'old', active: false, received_time: '2026-11-22T00:00:00Z' })
    expect(active(old, aRecord({ id: 'new', ...ours }))).toEqual({ deploymentId: 'new', sha256, problem: '' })
  })

  it.each<[string, readonly object[], string, RegExp]>([
    ['there is no record', [], '', /there is no deployment yet/],
    ['it is not active', [aRecord({ ...ours, active: false })], '', /'d1' is not the active one/],
    ['it failed', [aRecord({ ...ours, status: 3 })], '', /is not the active one/],
    ['it is still running', [aRecord({ ...ours, status: 1, complete: false })], '', /is not the active one/],
    ['it is temporary', [aRecord({ ...ours, id: 'temp-1', is_temp: true })], '', /is not the active one/],
    [
      'a later deployment failed',
      [
        aRecord({ ...ours }),
        aRecord({ id: 'd2', status: 3, active: false, received_time: '2026-11-24T00:00:00Z' }),
      ],
      '',
      /'d2' is not the active one/,
    ],
    [
      'the time of another record cannot be read',
      [aRecord({ ...ours }), aRecord({ id: 'd2', status: 3, active: false, received_time: 'soon' })],
      '',
      /'d2' is not the active one/,
    ],
    ['somebody else deployed it', [aRecord({ ...ours, deployer: 'az_cli' })], 'd1', /names no digest/],
    ['the server kept no message', [aRecord({ deployer: ours.deployer })], 'd1', /names no digest/],
    [
      'its digest is none',
      [aRecord({ ...ours, message: '{"packageSha256":"../../x"}' })],
      'd1',
      /names no digest/,
    ],
  ])('is not known when %s', (_, records, deploymentId, problem) => {
    const found = active(...records)
    expect(found).toMatchObject({ deploymentId, sha256: '' })
    expect(found.problem).toMatch(problem)
  })
})
