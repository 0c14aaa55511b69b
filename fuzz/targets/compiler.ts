/** What `go build` prints: diagnostics of files whose names and `//line` directives the project chooses. */
import { posix, win32 } from 'node:path'
import { isProgress } from '../../src/go/command/progress-lines'
import { findingsOf, readBuildMessages } from '../../src/go/failures/diagnostics'
import type { Random } from '../random'
import type { Target } from '../target'

const lines = [
  '# example.com/app',
  './main.go:3:2: undefined: x',
  'main.go:3:2: imported and not used: "fmt"',
  '\thave (int)',
  '\twant (string)',
  '/root/go/pkg/mod/github.com/a/b@v1.2.3/c.go:1:1: bad',
  'go: downloading github.com/a/b v1.2.3',
  'go: example.com/a@v1: reading https://proxy/a: 404 Not Found',
  'package a: build constraints exclude all Go files in /b',
  'imports b: import cycle not allowed',
  'too many errors',
  '/usr/bin/ld: cannot find -lfoo: No such file or directory',
  'C:\\a\\b.go:1:2: x',
  '../../../etc/passwd.go:1: y',
  '::error::x',
  'go: go.mod requires go >= 1.99 (running go 1.22; GOTOOLCHAIN=local)',
  'main.go:1:1: no required module provides package github.com/x/y; to add it:',
  '\tgo get github.com/x/y',
  'runtime/cgo: C compiler "gcc" not found: exec: "gcc": executable file not found in $PATH',
  'missing go.sum entry for module providing package a (imported by b); to add:',
]

export const compiler: Target = {
  name: 'compiler',
  reads: 'output of `go build` (`readBuildMessages`, `findingsOf`)',
  inputs: 300_000,
  longestBytes: 64 * 1024,
  refuses: false,
  dictionary: [...lines, '.go:1:1: ', '.go:99999999999:1: ', '\n', '\r', '\u001b[31m', '\0', '# ', ': '],
  seeds: () => [Buffer.from(lines.join('\n')), ...lines.map((line) => Buffer.from(line))],
  generate: (random) => Buffer.from(randomOutput(random)),
  read: (input) => {
    const text = Buffer.from(input).toString('utf8')
    const messages = readBuildMessages(text)
    for (const line of text.split('\n', 50)) isProgress(line)
    const [flavour, cwd] = input.length % 2 === 0 ? [posix, '/home/runner/app'] : [win32, 'C:\\runner\\app']
    JSON.stringify(findingsOf(messages, { cwd, repositoryRoot: cwd, flavour, goVersion: 'go1.26.1' }))
    return undefined
  },
}

function randomOutput(random: Random): string {
  const line = (): string => {
    const file = random.pick([
      './a.go',
      'a b.go',
      '/x/y.go',
      `${'a'.repeat(1100)}.go`,
      'C:\\x.go',
      '\u202e.go',
      '-.go',
    ])
    return random.oneIn(2)
      ? random.pick(lines)
      : `${file}:${random.below(1e9)}:${random.below(99)}: ${random.pick(lines)}`
  }
  return Array.from({ length: random.below(300) }, line).join('\n')
}
