import { describe, expect, it } from 'vitest'
import type { Finding, Location, Severity } from '../../src/findings'
import {
  annotationSlots,
  longestAnnotation,
  planAnnotations,
  unannotated,
} from '../../src/report/annotations'
import { aFinding } from './a-report'

const many = (amount: number, severity: Severity, code = 'c'): Finding[] =>
  Array.from({ length: amount }, (_, index) => aFinding({ severity, code, message: `number ${index}` }))

describe('how many', () => {
  it('keeps all while they fit', () => {
    const plan = planAnnotations([...many(10, 'notice'), ...many(10, 'warning'), ...many(10, 'error')])
    expect(plan.map((annotation) => annotation.severity)).toEqual([
      ...Array(10).fill('error'),
      ...Array(10).fill('warning'),
      ...Array(10).fill('notice'),
    ])
    expect(plan.every((annotation) => annotation.message.startsWith('number'))).toBe(true)
  })

  it.each<[Severity, number, number, string]>([
    ['error', 11, 10, 'and 2 more errors: see the job summary'],
    ['warning', 12, 10, 'and 3 more warnings: see the job summary'],
    ['notice', 500, 10, 'and 491 more notices: see the job summary'],
  ])('of %ss uses the last slot to say how many more there are', (severity, amount, shown, last) => {
    const plan = planAnnotations(many(amount, severity))
    expect(plan.length).toBe(shown)
    expect(plan.at(-1)?.message).toBe(last)
    expect(plan.at(-1)?.file).toBeUndefined()
  })

  it.each([
    [9, 9, 9],
    [10, 9, 9],
    [10, 1, 1],
    [3, 0, 1],
    [20, 50, annotationSlots],
  ])('of %i errors with %i slots shows %i', (amount, errorSlots, shown) => {
    expect(planAnnotations(many(amount, 'error'), { errorSlots }).length).toBe(shown)
  })

  it('leaves one slot for the failure of the step and counts right', () => {
    expect(planAnnotations(many(10, 'error'), { errorSlots: 9 }).at(-1)?.message).toBe(
      'and 2 more errors: see the job summary',
    )
  })

  it('shows the first of every code before the second of any', () => {
    const plan = planAnnotations([
      ...many(40, 'error', 'a'),
      ...many(2, 'error', 'b'),
      ...many(1, 'error', 'c'),
    ])
    expect(plan.slice(0, 4).map((annotation) => annotation.title)).toEqual(['a', 'b', 'c', 'a'])
  })

  it('needs none when there are no findings', () => {
    expect(planAnnotations([])).toEqual([])
  })
})

describe('where', () => {
  it.each<[string, Location, object]>([
    ['a file', { file: 'a/b.go' }, { file: 'a/b.go' }],
    ['a line', { file: 'b.go', line: 3 }, { file: 'b.go', startLine: 3 }],
    ['a column', { file: 'b.go', line: 3, column: 4 }, { file: 'b.go', startLine: 3, startColumn: 4 }],
    [
      'columns on one line',
      { file: 'b.go', line: 3, column: 4, endLine: 3, endColumn: 9 },
      { file: 'b.go', startLine: 3, startColumn: 4, endColumn: 9 },
    ],
    [
      'several lines: no columns',
      { file: 'b.go', line: 3, column: 4, endLine: 5, endColumn: 9 },
      { file: 'b.go', startLine: 3, endLine: 5 },
    ],
    ['an end before the start', { file: 'b.go', line: 3, endLine: 2 }, { file: 'b.go', startLine: 3 }],
    [
      'an end column before the start',
      { file: 'b.go', line: 3, column: 4, endColumn: 2 },
      { file: 'b.go', startLine: 3, startColumn: 4 },
    ],
    ['a zero line', { file: 'b.go', line: 0, column: 4 }, { file: 'b.go' }],
    ['a zero column', { file: 'b.go', line: 3, column: 0 }, { file: 'b.go', startLine: 3 }],
    ['half a line', { file: 'b.go', line: 1.5 }, { file: 'b.go' }],
    ['a column without a line', { file: 'b.go', column: 4 }, { file: 'b.go' }],
    ['an absolute path', { file: '/etc/passwd', line: 1 }, {}],
    ['a Windows path', { file: 'C:\\x.go', line: 1 }, {}],
    ['a path that leaves the repository', { file: '../x.go', line: 1 }, {}],
    ['no path', { file: '', line: 1 }, {}],
  ])('is right for %s', (_, location, expected) => {
    const [{ severity: _severity, title: _title, message: _message, ...position } = {}] = planAnnotations([
      aFinding({ location }),
    ])
    expect(position).toEqual(expected)
  })
})

describe('what it says', () => {
  it('names place, message and hint, under the code', () => {
    const location = { file: 'api/main.go', line: 3, column: 4 }
    expect(planAnnotations([aFinding({ message: 'undefined: x', hint: 'Define x.', location })])).toEqual([
      {
        severity: 'error',
        title: 'elf-interpreter',
        message: 'api/main.go:3:4: undefined: x (elf-interpreter)\nDefine x.',
        file: 'api/main.go',
        startLine: 3,
        startColumn: 4,
      },
    ])
  })

  it.each([
    ['a long message', 'm'.repeat(10_000), 'The hint.'],
    ['a long hint', 'The message.', 'h'.repeat(10_000)],
    ['both long', '\u202e'.repeat(10_000), '\u202e'.repeat(10_000)],
    ['surrogate pairs', '🙂'.repeat(5000), ''],
    ['surrogate pairs, shifted by one', `x${'🙂'.repeat(5000)}`, 'The hint.'],
  ])('fits with %s', (_, message, hint) => {
    const [annotation] = planAnnotations([aFinding({ message, hint })])
    expect(annotation?.message.length).toBeLessThanOrEqual(longestAnnotation)
    expect(annotation?.message).not.toMatch(/\p{Cs}/u)
    if (hint.length < 100) expect(annotation?.message.endsWith(hint)).toBe(true)
  })

  it('shows what is invisible', () => {
    const location = { file: 'a\u202e\n.go' }
    const [annotation] = planAnnotations([
      aFinding({ code: 'a\nb', message: '\u001b[31mx\u0000', hint: '', location }),
    ])
    expect(annotation?.message).toBe('a[U+202E]⏎.go: ␛[31mx␀ (a⏎b)')
    expect(annotation?.title).toBe('a⏎b')
  })
})

describe('what the annotations leave out', () => {
  it('is nothing of a finding that has one', () => {
    expect(unannotated([...many(9, 'error'), aFinding({ hint: 'Run:\n```sh\nls\n```' })])).toEqual([])
  })

  it('is what a server said', () => {
    const message = 'Entra gave no token.\n```text\nAADSTS1\nTrace\n```'
    const finding = aFinding({ code: 'entra-refused', message })
    expect(planAnnotations([finding])[0]?.message).not.toContain('AADSTS1')
    expect(unannotated([finding])).toEqual(['entra-refused:\n  AADSTS1\n  Trace'])
  })

  it('is every finding without room, in full', () => {
    const findings = many(12, 'warning').map((finding) => ({ ...finding, hint: 'Do.\nThen.' }))
    const left = unannotated(findings)
    expect(left.length).toBe(3)
    expect(left.at(-1)).toBe('warning c: number 11\n  Do.\n  Then.')
    expect(
      unannotated(
        findings.map((each) => ({ ...each, severity: 'error' })),
        { errorSlots: 5 },
      ).length,
    ).toBe(8)
  })

  it.each([
    { message: 'm'.repeat(longestAnnotation), hint: 'h' },
    { message: 'm', hint: 'h'.repeat(2000) },
  ])('is a finding that is cut', ({ message, hint }) => {
    const location = { file: 'a.go', line: 3 }
    expect(unannotated([aFinding({ code: 'c', message, hint, location })])).toEqual([
      `error c at a.go:3: ${message}\n  ${hint}`,
    ])
  })
})
