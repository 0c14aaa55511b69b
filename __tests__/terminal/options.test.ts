import { describe, expect, it } from 'vitest'
import { readCommand, usage } from '../../src/terminal/options'

const read = (...words: string[]) => readCommand(words, (path) => `/here/${path}`)

describe('readCommand', () => {
  it.each([
    [['check'], { folder: '', isJson: false, isVerbose: false, inputs: {} }],
    [['check', 'api', '--json'], { folder: 'api', isJson: true, isVerbose: false, inputs: {} }],
    [['check', '--fail-on=warning'], { inputs: { 'fail-on': 'warning' } }],
    [['check', '--rehearse', 'false', '--verbose'], { isVerbose: true, inputs: { rehearse: 'false' } }],
    [['--tags', 'x', 'check', 'api'], { folder: 'api', inputs: { tags: 'x' } }],
    [['check', '--include', 'a/**', '--include', '!a/b'], { inputs: { include: 'a/**\n!a/b' } }],
    [['check', '--report-file', 'out.json'], { inputs: { 'report-file': '/here/out.json' } }],
    [['check', '--ldflags=-s -w'], { inputs: { ldflags: '-s -w' } }],
    [['check', '--', '-odd'], { folder: '-odd' }],
    [['check', '--host', '--host-image', 'x:4'], { inputs: { rehearse: 'host', 'host-image': 'x:4' } }],
    [['check', '--host', '--rehearse', 'host'], { inputs: { rehearse: 'host' } }],
  ])('understands %j', (words, expected) => {
    expect(read(...words)).toMatchObject({ kind: 'check', ...expected })
  })

  it.each([
    [['--help'], 'help'],
    [['-h'], 'help'],
    [['check', '--help'], 'help'],
    [['--version'], 'version'],
  ])('answers %j', (words, kind) => expect(read(...words)).toEqual({ kind }))

  it.each([
    [[], 'A command is missing: check.'],
    [['deploy'], "There is no command 'deploy'. The one command is 'check'."],
    [['check', 'a', 'b'], "check takes one folder, and 'b' is a second one."],
    [['check', '--app-name', 'x'], "There is no option '--app-name'."],
    [['check', '-x'], "There is no option '-x'."],
    [['check', '--fail-on'], "Option '--fail-on <value>' argument missing."],
    [['check', '--host', '--rehearse', 'auto'], '--host and --rehearse auto contradict each other.'],
    [['check', '--json=yes'], "Option '--json' does not take an argument."],
  ])('refuses %j', (words, problem) => expect(read(...words)).toEqual({ kind: 'wrong', problem }))

  it('takes every option that its help names', () => {
    const [above = '', below = ''] = usage.split('Other inputs of the action')
    const inputs =
      below
        .split('\n\n')[0]
        ?.split('\n')
        .slice(1)
        .join('\n')
        .replace(/\(.*\)/g, '') ?? ''
    const named = [
      ...[...above.matchAll(/--([a-z-]+)/g)].map(([, name = '']) => name),
      ...(inputs.match(/[a-z][a-z-]+/g) ?? []),
    ]
    expect(named.length).toBeGreaterThan(12)
    for (const name of named) {
      const isFlag = ['json', 'verbose', 'version', 'help', 'host'].includes(name)
      expect([name, read('check', `--${name}${isFlag ? '' : '=x'}`).kind]).not.toContain('wrong')
    }
  })
})
