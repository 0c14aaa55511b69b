import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { inspectBinary } from '../../src/elf/inspect'
import { bytesSource } from '../../src/elf/source'

const cases: readonly (readonly [string, Uint8Array | string, string | RegExp, string, string])[] = [
  ['an empty file', '', 'empty', 'empty', 'Build it again; the step that wrote it was cut off.'],
  [
    'an ar archive',
    '!<arch>\n',
    'current ar archive',
    'an ar archive',
    'go build writes an archive for a package that is not `package main`, and for -buildmode=archive or c-archive. Build the package that has func main.',
  ],
  [
    'a shell script',
    '#!/bin/sh\nexec ./x\n',
    'POSIX shell script, ASCII text executable',
    'a script that asks for "/bin/sh"',
    'Azure Functions starts the file itself; put the Go executable there, not a script around it.',
  ],
  [
    'a Windows script',
    '#!/bin/bash\r\nx\r\n',
    'Bourne-Again shell script, ASCII text executable, with CRLF line terminators',
    'a script that asks for "/bin/bash"',
    'Azure Functions starts the file itself; put the Go executable there, not a script around it.',
  ],
  [
    'text',
    'hello\n',
    'ASCII text',
    'a text file',
    'Check which file is meant. Build it with GOOS=linux and CGO_ENABLED=0.',
  ],
  [
    'UTF-8 text',
    'grüße\n',
    'Unicode text, UTF-8 text',
    'a text file',
    'Check which file is meant. Build it with GOOS=linux and CGO_ENABLED=0.',
  ],
  [
    'a Git LFS pointer',
    'version https://git-lfs.github.com/spec/v1\noid sha256:0\n',
    'ASCII text',
    'a Git LFS pointer instead of the file itself',
    'Check the repository out with `lfs: true` (actions/checkout).',
  ],
  [
    'gzip',
    gzipSync('x\n'),
    /^gzip compressed data, from .*, original size modulo 2\^32 2$/,
    'gzip-compressed data',
    'Unpack it first and name the executable that was inside.',
  ],
  [
    'a zip',
    Buffer.from('504b03041400000008000000', 'hex'),
    'Zip archive data, at least v2.0 to extract, compression method=deflate',
    'a zip archive',
    'Name the executable, or give a finished zip as the input `package`.',
  ],
  [
    'WebAssembly',
    Buffer.from('0061736d01000000', 'hex'),
    'WebAssembly (wasm) binary module version 0x1 (MVP)',
    'a WebAssembly module',
    'It was built with GOOS=js or GOOS=wasip1. Build it with GOOS=linux and CGO_ENABLED=0.',
  ],
  [
    'zeros',
    Buffer.alloc(64),
    'data',
    'data without a known file format',
    'Check which file is meant. Build it with GOOS=linux and CGO_ENABLED=0.',
  ],
  [
    'a universal binary',
    Buffer.from('cafebabe00000002', 'hex'),
    'Mach-O universal binary with 2 architectures',
    'a macOS universal binary (Mach-O)',
    'It was built with GOOS=darwin. Build it with GOOS=linux and CGO_ENABLED=0.',
  ],
  [
    'a Java class',
    Buffer.from('cafebabe00000034', 'hex'),
    'compiled Java class data',
    'a Java class file',
    'Build it with GOOS=linux and CGO_ENABLED=0.',
  ],
]

describe('a file that is not ELF', () => {
  it.each(cases)('is named: %s', (_, content, line, what, hint) => {
    const inspection = inspectBinary(bytesSource(Buffer.from(content)), { name: 'handler', goarch: 'amd64' })
    const shown = inspection.fileOutput.slice('handler: '.length)
    if (typeof line === 'string') expect(shown).toBe(line)
    else expect(shown).toMatch(line)
    const message = `handler is ${what}, not a Linux executable (ELF). (${shown})`
    expect(inspection.findings).toEqual([{ code: 'not-elf', severity: 'error', message, hint }])
    expect(inspection).toMatchObject({
      machine: '',
      linkage: 'unknown',
      lddOutput: '\tnot a dynamic executable',
    })
  })
})
