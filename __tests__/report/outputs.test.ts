import { describe, expect, it } from 'vitest'
import { outputsOf } from '../../src/report/outputs'
import type { RunReport, SwapRecord } from '../../src/report/run-report'
import {
  aDryRun,
  aFinding,
  aGreenRun,
  anArtifact,
  anUnchangedRun,
  aPullRequestRun,
  aRedRun,
  aReport,
  aSwappedBackRun,
  aSwappedRun,
} from './a-report'

function withoutVerification({ swap }: RunReport): SwapRecord {
  if (swap === undefined) throw new Error('the run has a swap')
  const { verification: _, ...rest } = swap
  return rest
}

describe('outputsOf', () => {
  it('knows only counts and that nothing is deployed at the start', () => {
    const findings = [aFinding(), aFinding({ severity: 'warning' }), aFinding({ severity: 'notice' })]
    const report = aReport({ findings, ignored: [aFinding()] })
    expect(outputsOf(report)).toEqual({ errors: '1', warnings: '1', deployed: 'false', swapped: 'false' })
  })

  it('of a green run are complete', () => {
    expect(outputsOf(aGreenRun())).toEqual({
      executable: 'api/handler',
      package: 'api/handler.zip',
      'package-sha256': '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      linkage: 'static',
      interpreter: '',
      needed: '[]',
      machine: 'x86-64',
      'go-version': 'go1.26.1',
      'file-output': anArtifact().fileOutput,
      'ldd-output': '\tnot a dynamic executable',
      functions: '["HttpExample","QueueWorker","Nightly"]',
      errors: '0',
      warnings: '1',
      plan: 'Flex Consumption',
      'app-url': 'https://my-functions.azurewebsites.net',
      'deployment-id': '2d1f6c7e-7a2b-4d6d-9a3c-3f2f0b1c9f10',
      answered: JSON.stringify(aGreenRun().verification?.answers),
      deployed: 'true',
      swapped: 'false',
    })
  })

  it.each<[string, RunReport, string, string]>([
    ['a swap', aSwappedRun(), 'true', 'https://my-functions.azurewebsites.net'],
    ['a swap back', aSwappedBackRun(), 'false', 'https://my-functions-staging.azurewebsites.net'],
    [
      'a swap that is not verified yet',
      { ...aSwappedRun(), swap: withoutVerification(aSwappedRun()) },
      'false',
      'https://my-functions.azurewebsites.net',
    ],
  ])('of %s say where the package is', (_, report, swapped, url) => {
    expect(outputsOf(report)).toMatchObject({ deployed: 'true', swapped, 'app-url': url })
  })

  it('of a dynamic binary name what it asks for', () => {
    expect(outputsOf(aRedRun())).toMatchObject({
      linkage: 'dynamic',
      interpreter: '/lib64/ld-linux-x86-64.so.2',
      needed: '["libsqlite3.so.0","libc.so.6","libresolv.so.2"]',
    })
  })

  const failedDeploy = (): RunReport => {
    const green = aGreenRun()
    const stages = green.stages.map((stage) =>
      stage.name === 'deploy' ? { ...stage, state: 'failed' as const } : stage,
    )
    return { ...green, outcome: 'failed', stages }
  }
  const failedVerify = (): RunReport => {
    const green = aGreenRun()
    const stages = green.stages.map((stage) =>
      stage.name === 'verify' ? { ...stage, state: 'failed' as const } : stage,
    )
    return { ...green, outcome: 'failed', stages }
  }
  it.each<[string, RunReport, string]>([
    ['a dry run', aDryRun(), 'false'],
    ['a pull request', aPullRequestRun(), 'false'],
    ['an upload that was left out', anUnchangedRun(), 'false'],
    ['a failed deployment', failedDeploy(), 'false'],
    ['a deployment that is not verified', failedVerify(), 'true'],
  ])('of %s say whether it is deployed', (_, report, deployed) => {
    expect(outputsOf(report)['deployed']).toBe(deployed)
  })

  it.each<[string, RunReport, string | undefined]>([
    ['the binary', aReport({ artifact: anArtifact({ goVersion: 'go1.25' }) }), 'go1.25'],
    [
      'the build when the binary does not say',
      { ...aGreenRun(), artifact: anArtifact({ goVersion: '' }) },
      'go1.26.1',
    ],
    ['nobody', aReport(), undefined],
  ])('take the Go version from %s', (_, report, version) => {
    expect(outputsOf(report)['go-version']).toBe(version)
  })

  it('leave the linkage of an unreadable binary empty', () => {
    const artifact = anArtifact({ linkage: 'unknown', machine: '' })
    expect(outputsOf(aReport({ artifact }))).toMatchObject({ linkage: '', machine: '' })
  })
})
