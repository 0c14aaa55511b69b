import { describe, expect, it } from 'vitest'
import { ActionError } from '../../src/errors'
import type { Finding } from '../../src/findings'
import { Recorder, stoppedCode } from '../../src/stages/recorder'

const finding = (code: string, severity: Finding['severity'] = 'error'): Finding => ({
  code,
  severity,
  message: 'm',
  hint: 'h',
})
const running = new AbortController().signal

describe('Recorder', () => {
  it('marks stages as done, failed with a reason, skipped and not reached', async () => {
    const record = new Recorder()
    await record.stage('inputs', running, () => undefined)
    record.skip('preflight', 'not wanted')
    const failing = record.stage('build', running, () => {
      throw new Error('no compiler')
    })
    await expect(failing).rejects.toThrow('no compiler')
    const stages = record.report('failed').stages
    expect(stages.map(({ name, state, reason }) => [name, state, reason])).toEqual([
      ['inputs', 'done', undefined],
      ['preflight', 'skipped', 'not wanted'],
      ['build', 'failed', 'no compiler'],
      ['inspect', 'not-reached', undefined],
      ['package', 'not-reached', undefined],
      ['rehearse', 'not-reached', undefined],
      ['sign-in', 'not-reached', undefined],
      ['deploy', 'not-reached', undefined],
      ['verify', 'not-reached', undefined],
    ])
  })

  it('tells a cancelled stage from a failed one', async () => {
    const record = new Recorder()
    const cancel = new AbortController()
    const work = record.stage('build', cancel.signal, () => {
      cancel.abort(new Error('the run was cancelled (SIGINT)'))
      throw cancel.signal.reason
    })
    await expect(work).rejects.toThrow()
    expect(record.report('cancelled').stages[2]).toMatchObject({
      state: 'cancelled',
      reason: 'the run was cancelled (SIGINT)',
    })
    expect(record.found).toEqual([])
  })

  it('turns an ActionError into a finding with its place, but not the one that findings caused', async () => {
    const record = new Recorder()
    record.addError(new ActionError('some-code', 'found', { hint: 'do', location: { file: 'a', line: 2 } }))
    record.addError(new ActionError(stoppedCode, '1 error found'))
    record.addError(new Error('a defect'))
    expect(record.found).toEqual([
      {
        code: 'some-code',
        severity: 'error',
        message: 'found',
        hint: 'do',
        location: { file: 'a', line: 2 },
      },
    ])
  })

  it('lets a stage refer to its finding, and not repeat it', async () => {
    const record = new Recorder()
    const work = record.stage('deploy', running, () => {
      throw new ActionError('some-code', 'a long message')
    })
    await expect(work).rejects.toThrow('a long message')
    const stage = record.report('failed').stages.find(({ name }) => name === 'deploy')
    expect(stage?.reason).toBe('see the finding some-code')
  })

  it('records the same finding once', () => {
    const record = new Recorder()
    record.add([finding('a'), finding('a')])
    record.add([finding('a'), finding('b')])
    expect(record.found.map(({ code }) => code)).toEqual(['a', 'b'])
  })

  it('keeps ignored findings apart, also those that came before', () => {
    const record = new Recorder()
    record.add([finding('a'), finding('b')])
    record.ignore(['b', 'c'])
    record.add([finding('c')])
    const report = record.report('passed')
    expect(report.findings.map(({ code }) => code)).toEqual(['a'])
    expect(report.ignored.map(({ code }) => code)).toEqual(['b', 'c'])
  })

  it('draws one bar for a stage of the runner', async () => {
    const record = new Recorder()
    await record.stage('build', running, () => undefined)
    await record.stage('deploy', running, () => undefined)
    expect(record.report('passed').timeline.map(({ label }) => label)).toEqual(['build'])
  })
})
