import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/findings'
import { onePerCause } from '../../src/report/one-per-cause'

const found = (code: string, severity: Finding['severity'], functionName?: string): Finding => ({
  code,
  severity,
  message: `${code}!`,
  hint: `repair ${code}`,
  ...(functionName === undefined ? {} : { functionName }),
})
const told = (findings: readonly Finding[]): string[] =>
  onePerCause(findings).map(({ code, severity, message, hint }) => `${severity} ${code}: ${message} ${hint}`)

describe('one finding for each cause', () => {
  it.each<[string, readonly Finding[], readonly string[]]>([
    [
      'missing forwarding, and the answers that follow from it',
      [
        found('forwarding-off', 'warning'),
        found('handler-contract-answer', 'error', 'a'),
        found('handler-contract-answer', 'error', 'b'),
      ],
      [
        'error forwarding-off: forwarding-off! Seen in the rehearsal: handler-contract-answer! The same holds for 1 more. repair forwarding-off',
      ],
    ],
    [
      'forwarding in the wrong place',
      [found('forwarding-off', 'warning'), found('forwarding-misplaced', 'error')],
      ['error forwarding-misplaced: forwarding-misplaced! repair forwarding-misplaced'],
    ],
    [
      'a fixed port',
      [found('port-variable-unread', 'warning'), found('handler-wrong-port', 'error')],
      [
        'error port-variable-unread: port-variable-unread! Seen in the rehearsal: handler-wrong-port! repair port-variable-unread',
      ],
    ],
    [
      'a binary with three facts',
      [
        found('elf-interpreter', 'error'),
        found('elf-needed-library', 'error'),
        found('elf-glibc-version', 'error'),
      ],
      [
        'error elf-interpreter: elf-interpreter! elf-needed-library! elf-glibc-version! repair elf-interpreter',
      ],
    ],
    [
      'a binary without an interpreter',
      [found('elf-needed-library', 'error'), found('elf-glibc-version', 'error')],
      ['error elf-needed-library: elf-needed-library! elf-glibc-version! repair elf-needed-library'],
    ],
    [
      'a missing go.sum, on which the build stops',
      [found('go-sum-absent', 'warning'), found('go-sum-missing', 'error')],
      ['error go-sum-absent: go-sum-absent! repair go-sum-absent'],
    ],
    [
      'routes of two functions, each with its own answer',
      [
        found('route-not-registered', 'warning', 'a'),
        found('route-not-registered', 'warning', 'b'),
        found('handler-route-404', 'error', 'b'),
        found('handler-route-404', 'error', 'c'),
      ],
      [
        'warning route-not-registered: route-not-registered! repair route-not-registered',
        'error route-not-registered: route-not-registered! Seen in the rehearsal: handler-route-404! repair route-not-registered',
        'error handler-route-404: handler-route-404! repair handler-route-404',
      ],
    ],
  ])('of %s', (_, findings, expected) => {
    expect(told(findings)).toEqual(expected)
  })

  it('leaves a symptom alone whose cause is not there', () => {
    const findings = [found('handler-wrong-port', 'error'), found('forwarding-off', 'warning')]
    expect(onePerCause(findings)).toEqual(findings)
  })
})
