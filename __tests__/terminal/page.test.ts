import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/findings'
import type { RunReport } from '../../src/report/run-report'
import { paintFor } from '../../src/runner/terminal'
import { renderPage } from '../../src/terminal/page'
import { aReport } from '../report/a-report'

const plain = paintFor({ write: () => true }, {})
const render = (report: RunReport, paint = plain) => renderPage(report, { place: (file) => file, paint })
const finding = (parts: Partial<Finding>): Finding => ({
  code: 'route-invalid',
  severity: 'error',
  message: 'The route is wrong.',
  hint: 'Change it.',
  ...parts,
})

describe('renderPage', () => {
  it.each([
    [{ file: 'api/host.json', line: 5, column: 18 }, 'api/host.json:5:18: error: '],
    [{ file: 'api/host.json', line: 5 }, 'api/host.json:5: error: '],
    [{ file: 'api/host.json' }, 'api/host.json: error: '],
    [undefined, 'error: '],
  ])('writes the place %j in front', (location, expected) => {
    const report = aReport({ findings: [finding(location === undefined ? {} : { location })] })
    expect(render(report).split('\n').slice(0, 2)).toEqual([
      `${expected}The route is wrong. [route-invalid]`,
      '    Change it.',
    ])
  })

  it('puts errors before warnings and notes, whatever came first', () => {
    const findings = [finding({ severity: 'notice' }), finding({ severity: 'warning' }), finding({})]
    const kinds = [...render(aReport({ findings })).matchAll(/^(error|warning|note): /gm)]
    expect(kinds.map(([, kind]) => kind)).toEqual(['error', 'warning', 'note'])
  })

  it('keeps what a project says from acting on the terminal', () => {
    const hostile = '\u001B]0;title\u0007\u202Eevil\r::error::x'
    const page = render(
      aReport({
        findings: [finding({ message: hostile, hint: hostile, location: { file: `a\n${hostile}` } })],
      }),
    )
    expect(page).not.toMatch(/[^\P{C}\n]/u)
    expect(page).not.toMatch(/^\s*::/m)
  })

  it.each([
    ['macOS', 'The handler is a Linux program and this machine is macOS.'],
    ['Windows', 'The handler is a Linux program and this machine is Windows.'],
    ['an option', "'rehearse' is false"],
  ])('says that a rehearsal was not started, and why: %s', (_, reason) => {
    const { rehearsal: _none, ...report } = aReport({
      stages: [{ name: 'rehearse', state: 'skipped', reason }],
    })
    const line = render(report)
      .split('\n')
      .find((text) => text.startsWith('Rehearsal: '))
    expect(line).toBe(`Rehearsal: not started. ${reason.replace(/[^.]$/, '$&.')}`)
  })

  it('ends with the verdict and the numbers', () => {
    const findings = [finding({}), finding({ severity: 'warning' })]
    expect(render(aReport({ outcome: 'failed', findings, elapsedMs: 1234 })).trimEnd()).toMatch(
      /\nFailed: 1 error, 1 warning, 0 notices \(1\.2 s\)$/,
    )
    expect(render(aReport({ outcome: 'passed', findings: [] }))).toMatch(/^Passed: 0 errors, /)
  })

  it('says why a run failed that found nothing', () => {
    const report = aReport({ outcome: 'cancelled', cause: 'The run was cancelled (SIGINT).', findings: [] })
    expect(render(report)).toMatch(/^Cancelled: .* The run was cancelled \(SIGINT\)\.\n$/)
  })

  it('is read by the problem matcher of the documentation', () => {
    const text = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'terminal.md'), 'utf8')
    const task = JSON.parse(/```json\n([\s\S]*?)```/.exec(text)?.[1] ?? '{}')
    const { regexp, file, line, column, severity, message, code } = task.tasks[0].problemMatcher.pattern
    const [shown = ''] = render(
      aReport({ findings: [finding({ location: { file: 'a b/host.json', line: 5, column: 18 } })] }),
    ).split('\n')
    const match = new RegExp(regexp).exec(shown)
    expect([file, line, column, severity, message, code].map((group) => match?.[group])).toEqual([
      'a b/host.json',
      '5',
      '18',
      'error',
      'The route is wrong.',
      'route-invalid',
    ])
    const withoutColumn = render(
      aReport({ findings: [finding({ location: { file: 'host.json', line: 5 } })] }),
    )
    expect(new RegExp(regexp).exec(withoutColumn.split('\n')[0] ?? '')?.[line]).toBe('5')
  })
})

describe('paintFor', () => {
  const screen = { isTTY: true, write: () => true }
  const pipe = { write: () => true }
  it.each([
    ['a screen', screen, {}, true],
    ['a pipe', pipe, {}, false],
    ['a screen with NO_COLOR', screen, { NO_COLOR: '1' }, false],
    ['a screen with an empty NO_COLOR', screen, { NO_COLOR: '' }, true],
    ['a dumb screen', screen, { TERM: 'dumb' }, false],
    ['a pipe with FORCE_COLOR', pipe, { FORCE_COLOR: '1' }, true],
    ['a screen with FORCE_COLOR=0', screen, { FORCE_COLOR: '0' }, false],
  ])('%s', (_, stream, environment, isColoured) => {
    expect(paintFor(stream, environment)('x', 'error')).toBe(isColoured ? '\u001B[31mx\u001B[0m' : 'x')
  })
})
