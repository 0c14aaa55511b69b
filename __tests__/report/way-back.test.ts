import { describe, expect, it } from 'vitest'
import { describeWayBack } from '../../src/azure/verify'
import { verificationBody } from '../../src/report/summary/azure-section'
import { aSite } from '../azure/loopback'
import { aGreenRun } from './a-report'

function shown(runUrl: string): string {
  const { verification } = aGreenRun()
  if (verification === undefined) throw new Error('a green run has a verification')
  const active = { deploymentId: 'd1', sha256: 'ab', runUrl, problem: '' }
  const wayBack = describeWayBack(aSite({ appName: 'shop', resourceGroup: 'g' }), {
    startedAtMs: 0,
    before: { sightings: [], functions: undefined, answers: new Map(), active },
    sha256: '',
    id: 'd2',
  })
  return verificationBody({ ...verification, wayBack })
}

describe('the way back to what ran before', () => {
  it.each([
    ['https://github.com/o/r/actions/runs/7', '```sh\ngh run rerun 7 --repo o/r\n```'],
    [
      '',
      '```sh\naz functionapp deployment source config-zip --name shop --resource-group g --src package.zip\n```\n\nHere package.zip is the zip of that deployment.',
    ],
  ])('of a run %j is a command to copy', (runUrl, command) => {
    expect(shown(runUrl)).toContain(command)
  })
})
