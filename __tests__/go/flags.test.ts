import { describe, expect, it } from 'vitest'
import { filterGoFlags, reviewBuildFlags, selectionFlags } from '../../src/go/flags'
import { reviewLinkerFlags } from '../../src/go/linker-flags'
import { joinQuoted, shellWord, splitQuoted } from '../../src/go/quoting'

describe('splitQuoted', () => {
  it.each([
    ['', []],
    ['  -s\t-w\n', ['-s', '-w']],
    ["-X 'main.v=1 2'", ['-X', 'main.v=1 2']],
    ['"it\'s" x', ["it's", 'x']],
    ["-X=a'b c'd", ["-X=a'b", "c'd"]],
    ['\'\'""', ['', '']],
  ])('reads %j as Go does', (text, words) => {
    expect(splitQuoted(text)).toEqual(words)
  })

  it.each(["'open", '-s "open', "-X 'a b' '"])('does not accept the open quote in %j', (text) => {
    expect(splitQuoted(text)).toBeUndefined()
  })

  it.each([[['-s', "it's", 'two words', 'say "x"', '']]])('reads back what joinQuoted wrote: %j', (words) => {
    expect(splitQuoted(joinQuoted(words) ?? '?')).toEqual(words)
  })

  it('cannot write both kinds of quotes in one word', () => {
    expect(joinQuoted([`a'b"c`])).toBeUndefined()
  })
})

describe('shellWord', () => {
  it.each([
    ['./cmd/handler', './cmd/handler'],
    ['-ldflags=-s -w', "'-ldflags=-s -w'"],
    ["it's", "'it'\\''s'"],
    ['$HOME', "'$HOME'"],
    ['', "''"],
  ])('writes %j as %j', (word, written) => {
    expect(shellWord(word)).toBe(written)
  })
})

describe('reviewBuildFlags', () => {
  it.each([
    [['-buildmode=pie'], '-buildmode=pie', 'interpreter even without cgo'],
    [['--buildmode', 'pie'], '--buildmode pie', 'interpreter even without cgo'],
    [['-buildmode=plugin'], '-buildmode=plugin', 'shared library'],
    [['-buildmode=c-shared'], '-buildmode=c-shared', 'shared library'],
    [['-buildmode=shared'], '-buildmode=shared', 'shared library'],
    [['-buildmode=c-archive'], '-buildmode=c-archive', 'archive, not a program'],
    [['-linkshared'], '-linkshared', 'shared libraries'],
    [['-race'], '-race', 'race detector'],
    [['--race=true'], '--race=true', 'race detector'],
    [['-msan'], '-msan', 'memory sanitizer'],
    [['-asan'], '-asan', 'address sanitizer'],
    [['-compiler=gccgo'], '-compiler=gccgo', 'gccgo'],
    [['-o=x'], '-o=x', 'host.json'],
    [['-o', 'x'], '-o x', 'host.json'],
    [['-C=sub'], '-C=sub', 'working-directory'],
    [['-n'], '-n', 'builds nothing'],
    [['-json'], '-json', 'form of the messages'],
    [['-ldflags=-linkmode=external'], '-ldflags -linkmode=external', 'C library'],
    [['-ldflags', '-s -linkmode external'], '-ldflags -linkmode external', 'C library'],
    [['-p', '4', '-race'], '-race', 'race detector'],
  ])('refuses %j', (args, flag, reason) => {
    const { refusals, malformed } = reviewBuildFlags(args)
    expect(malformed).toEqual([])
    expect(refusals).toHaveLength(1)
    expect(refusals[0]?.flag).toBe(flag)
    expect(refusals[0]?.reason).toContain(reason)
  })

  it.each([
    [['-buildmode=exe']],
    [['-race=false', '-msan=0']],
    [['-tags', '-race']],
    [['-gcflags=all=-N -l', '-mod=vendor', '-p', '4', '-v', '-a']],
    [['-ldflags=-s -w -X main.race=-race -extldflags -static']],
    [['-ldflags=all=-s']],
    [['-toolexec=tool run', '-cover', '-trimpath=false']],
  ])('accepts %j', (args) => {
    expect(reviewBuildFlags(args)).toEqual({ refusals: [], malformed: [] })
  })

  it.each([
    [['./cmd/handler'], 'main-package'],
    [['-v', './cmd/handler'], 'main-package'],
    [['--'], 'not a flag'],
    [['-mod vendor'], 'write -mod=vendor'],
    [["-ldflags=-X 'main.v=1"], 'not closed'],
  ])('calls %j malformed', (args, reason) => {
    expect(reviewBuildFlags(args).malformed.map((entry) => entry.reason)).toEqual([
      expect.stringContaining(reason),
    ])
  })
})

describe('reviewLinkerFlags', () => {
  it.each([
    ['-linkmode=external', 'C library'],
    ['-s -linkmode external -w', 'C library'],
    ['--linkmode=external', 'C library'],
    ['-I /lib/ld.so', 'interpreter'],
    ['-I=/lib/ld.so', 'interpreter'],
    ['-extld=gcc', 'external linking'],
    ['-buildmode=pie', 'interpreter'],
    ['-linkshared', 'shared libraries'],
    ['-race', 'race detector'],
    ['-msan', 'memory sanitizer'],
    ['-asan', 'address sanitizer'],
    ['-H windowsgui', 'another system'],
    ['-o other', 'where the executable'],
    ['all=-linkmode=external', 'C library'],
  ])('refuses %j', (ldflags, reason) => {
    expect(reviewLinkerFlags(ldflags).refusals.map((entry) => entry.reason)).toEqual([
      expect.stringContaining(reason),
    ])
  })

  it.each(['', '-s -w', "-X 'main.text=-linkmode external'", '-linkmode=internal', '-extldflags "-static"'])(
    'accepts %j',
    (ldflags) => {
      expect(reviewLinkerFlags(ldflags)).toEqual({ refusals: [], malformed: [] })
    },
  )
})

describe('filterGoFlags', () => {
  it.each([
    ['', '', []],
    ['-mod=mod -tags=a,b', '-mod=mod -tags=a,b', []],
    ['-buildmode=pie -mod=mod', '-mod=mod', ['-buildmode=pie']],
    ['-race -asan=false --msan', '-asan=false', ['-race', '--msan']],
    ['-ldflags=-linkmode=external', '', ['-ldflags=-linkmode=external']],
    ["'-ldflags=-s -linkmode external -w' -v", "'-ldflags=-s -w' -v", ['-ldflags=-linkmode external']],
    [`"-ldflags=-X 'main.v=1 2' -race"`, `"-ldflags=-X 'main.v=1 2'"`, ['-ldflags=-race']],
    ['-ldflags=all=-linkmode=external', '', ['-ldflags=-linkmode=external']],
  ])('splits %j', (goflags, kept, neutralised) => {
    expect(filterGoFlags(goflags)).toEqual({ goflags: kept, neutralised })
  })

  it('does not guess where an open quote ends', () => {
    expect(filterGoFlags("'-race")).toBeUndefined()
  })
})

describe('selectionFlags', () => {
  it('picks the flags that decide which files belong to the build', () => {
    const args = ['-v', '-mod=vendor', '-tags', 'a', '-p', '4', '--overlay=o.json']
    expect(selectionFlags(args)).toEqual(['-mod=vendor', '-tags=a', '-overlay=o.json'])
  })
})
