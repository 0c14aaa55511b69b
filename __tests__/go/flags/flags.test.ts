import { describe, expect, it } from 'vitest'
import { joinQuoted, shellWord, splitQuoted } from '../../../src/go/command/quoting'
import { filterGoFlags, reviewBuildFlags, selectionFlags } from '../../../src/go/flags/flags'
import { reviewLinkerFlags } from '../../../src/go/flags/linker-flags'

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
    [
      ['-buildmode=pie'],
      '-buildmode=pie',
      'a position-independent executable asks for a program interpreter even without cgo',
    ],
    [
      ['--buildmode', 'pie'],
      '--buildmode pie',
      'a position-independent executable asks for a program interpreter even without cgo',
    ],
    [
      ['-buildmode=plugin'],
      '-buildmode=plugin',
      'it writes a shared library, not a program that can be started',
    ],
    [
      ['-buildmode=c-shared'],
      '-buildmode=c-shared',
      'it writes a shared library, not a program that can be started',
    ],
    [
      ['-buildmode=shared'],
      '-buildmode=shared',
      'it writes a shared library, not a program that can be started',
    ],
    [['-buildmode=c-archive'], '-buildmode=c-archive', 'it writes an archive, not a program'],
    [['-linkshared'], '-linkshared', 'it links against shared libraries that Azure does not have'],
    [
      ['-race'],
      '-race',
      'the race detector is C code: it needs cgo, and a program with cgo is linked dynamically',
    ],
    [
      ['--race=true'],
      '--race=true',
      'the race detector is C code: it needs cgo, and a program with cgo is linked dynamically',
    ],
    [
      ['-msan'],
      '-msan',
      'the memory sanitizer is C code: it needs cgo, and a program with cgo is linked dynamically',
    ],
    [
      ['-asan'],
      '-asan',
      'the address sanitizer is C code: it needs cgo, and a program with cgo is linked dynamically',
    ],
    [['-compiler=gccgo'], '-compiler=gccgo', 'gccgo links the program dynamically'],
    [['-o=x'], '-o=x', 'the name of the executable comes from host.json or from the input executable'],
    [['-o', 'x'], '-o x', 'the name of the executable comes from host.json or from the input executable'],
    [['-C=sub'], '-C=sub', 'the folder is chosen with working-directory'],
    [['-n'], '-n', 'it only prints the commands and builds nothing'],
    [
      ['-json'],
      '-json',
      'it changes the form of the messages in which the action finds the places of errors',
    ],
    [
      ['-linkmode=external'],
      '-linkmode=external',
      'the C linker would link the program against the C library',
    ],
    [
      ['-linkmode', 'external'],
      '-linkmode external',
      'the C linker would link the program against the C library',
    ],
    [
      ['-ldflags=-linkmode=external'],
      '-ldflags -linkmode=external',
      'the C linker would link the program against the C library',
    ],
    [
      ['-ldflags', '-s -linkmode external'],
      '-ldflags -linkmode external',
      'the C linker would link the program against the C library',
    ],
    [
      ['-p', '4', '-race'],
      '-race',
      'the race detector is C code: it needs cgo, and a program with cgo is linked dynamically',
    ],
  ])('refuses %j', (args, flag, reason) => {
    expect(reviewBuildFlags(args)).toEqual({ refusals: [{ flag, reason }], malformed: [] })
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
    [['./cmd/handler'], 'it is not a flag; main-package names what is built'],
    [['-v', './cmd/handler'], 'it is not a flag; main-package names what is built'],
    [['--'], 'it is not a flag; main-package names what is built'],
    [['-mod vendor'], 'flag and value are in one argument; write -mod=vendor'],
    [["-ldflags=-X 'main.v=1"], 'a quotation mark is not closed'],
  ])('calls %j malformed', (args, reason) => {
    expect(reviewBuildFlags(args).malformed.map((entry) => entry.reason)).toEqual([reason])
  })
})

describe('reviewLinkerFlags', () => {
  it.each([
    ['-linkmode=external', 'the C linker would link the program against the C library'],
    ['-s -linkmode external -w', 'the C linker would link the program against the C library'],
    ['--linkmode=external', 'the C linker would link the program against the C library'],
    [
      '-I /lib/ld.so',
      'it sets the program interpreter, and Azure cannot start a binary whose interpreter it lacks',
    ],
    [
      '-I=/lib/ld.so',
      'it sets the program interpreter, and Azure cannot start a binary whose interpreter it lacks',
    ],
    ['-extld=gcc', 'it names a linker for external linking, which makes the program depend on the C library'],
    ['-buildmode=pie', 'a position-independent executable asks for a program interpreter even without cgo'],
    ['-linkshared', 'it links against shared libraries that Azure does not have'],
    ['-race', 'the race detector is C code: it needs cgo, and a program with cgo is linked dynamically'],
    ['-msan', 'the memory sanitizer is C code: it needs cgo, and a program with cgo is linked dynamically'],
    ['-asan', 'the address sanitizer is C code: it needs cgo, and a program with cgo is linked dynamically'],
    ['-H windowsgui', 'it asks for the file format of another system; Azure runs Linux'],
    ['-o other', 'the action decides where the executable is written'],
    ['all=-linkmode=external', 'the C linker would link the program against the C library'],
  ])('refuses %j', (ldflags, reason) => {
    expect(reviewLinkerFlags(ldflags).refusals.map((entry) => entry.reason)).toEqual([reason])
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
