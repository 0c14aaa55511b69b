import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { inspectBinary } from '../../src/elf/inspect'
import { bytesSource } from '../../src/elf/source'

const cases: readonly (readonly [string, Uint8Array | string, string | RegExp, string])[] = [
  ['an empty file', '', 'empty', 'is empty'],
  ['an ar archive', '!<arch>\n', 'current ar archive', 'package main'],
  [
    'a shell script',
    '#!/bin/sh\nexec ./x\n',
    'POSIX shell script, ASCII text executable',
    'asks for "/bin/sh"',
  ],
  [
    'a Windows script',
    '#!/bin/bash\r\nx\r\n',
    'Bourne-Again shell script, ASCII text executable, with CRLF line terminators',
    'asks for "/bin/bash"',
  ],
  ['text', 'hello\n', 'ASCII text', 'is a text file'],
  ['UTF-8 text', 'grüße\n', 'Unicode text, UTF-8 text', 'is a text file'],
  [
    'a Git LFS pointer',
    'version https://git-lfs.github.com/spec/v1\noid sha256:0\n',
    'ASCII text',
    'lfs: true',
  ],
  ['gzip', gzipSync('x\n'), /^gzip compressed data, from .*, original size modulo 2\^32 2$/, 'Unpack it'],
  [
    'a zip',
    Buffer.from('504b03041400000008000000', 'hex'),
    'Zip archive data, at least v2.0 to extract, compression method=deflate',
    'is a zip archive',
  ],
  [
    'WebAssembly',
    Buffer.from('0061736d01000000', 'hex'),
    'WebAssembly (wasm) binary module version 0x1 (MVP)',
    'GOOS=js',
  ],
  ['zeros', Buffer.alloc(64), 'data', 'without a known file format'],
  [
    'a universal binary',
    Buffer.from('cafebabe00000002', 'hex'),
    'Mach-O universal binary with 2 architectures',
    'GOOS=darwin',
  ],
  [
    'a Java class',
    Buffer.from('cafebabe00000034', 'hex'),
    'compiled Java class data',
    'is a Java class file',
  ],
]

describe('a file that is not ELF', () => {
  it.each(cases)('is named: %s', (_, content, line, says) => {
    const inspection = inspectBinary(bytesSource(Buffer.from(content)), { name: 'handler', goarch: 'amd64' })
    const shown = inspection.fileOutput.slice('handler: '.length)
    if (typeof line === 'string') expect(shown).toBe(line)
    else expect(shown).toMatch(line)
    expect(inspection.findings).toMatchObject([{ code: 'not-elf', severity: 'error' }])
    const [finding] = inspection.findings
    expect(`${finding?.message} ${finding?.hint}`).toContain(says)
    expect(inspection).toMatchObject({
      machine: '',
      linkage: 'unknown',
      lddOutput: '\tnot a dynamic executable',
    })
  })
})
