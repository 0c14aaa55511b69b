import { describe, expect, it } from 'vitest'
import { holdLog, type Log } from '../../src/runner/log'
import { inertText } from '../../src/text/inert-text'

describe('inertText', () => {
  it.each([
    ['an ordinary line', 'go: downloading example.com/x v1.0.0', 'go: downloading example.com/x v1.0.0'],
    ['a workflow command', '::set-output name=x::y', '| ::set-output name=x::y'],
    ['an indented workflow command', '  ::error::x', '|   ::error::x'],
    ['a command after a line break', 'a\n::error::x', 'a\n| ::error::x'],
    ['a command after a carriage return', 'a\r::error::x', 'a\n| ::error::x'],
    ['a command after a Unicode line separator', 'a\u2028::error::x', 'a\n| ::error::x'],
    ['an old-style command anywhere', 'x ##[error]y', 'x ## [error]y'],
    ['two colons inside a line', 'std::vector', 'std::vector'],
    ['an escape sequence', '\u001b[31mred', '\\u{1b}[31mred'],
    ['a bidirectional override', 'a\u202eb', 'a\\u{202e}b'],
    ['a zero-width space before a command', '\u200b::error::x', '\\u{200b}::error::x'],
    ['a diagnostic that setup-go would annotate', './a.go:4:2: undefined: x', './a.go(4,2): undefined: x'],
    ['a diagnostic without a column', 'a.go:4: x', 'a.go(4): x'],
    ['a diagnostic without a place', 'a.go: x', 'a.go : x'],
    ['a tab', '\tlibc.so.6', '\tlibc.so.6'],
  ])('makes %s inert', (_, text, expected) => expect(inertText(text)).toBe(expected))
})

describe('holdLog', () => {
  it('hands on what it kept, once and in order', () => {
    const seen: string[] = []
    const target: Log = {
      info: (line) => void seen.push(`info ${line}`),
      debug: (line) => void seen.push(`debug ${line}`),
      group: (title) => void seen.push(`group ${title}`),
      endGroup: () => void seen.push('end'),
    }
    const held = holdLog()
    held.log.group('Sign-in')
    held.log.info('a')
    held.log.debug('b')
    held.log.endGroup()
    expect(seen).toEqual([])
    held.replay(target)
    held.replay(target)
    expect(seen).toEqual(['group Sign-in', 'info a', 'debug b', 'end'])
  })
})
