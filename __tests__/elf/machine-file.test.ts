import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileLine } from '../../src/elf/file-line'
import { openSource } from '../../src/elf/source'
import { abiTag, type BuiltElf, buildElf } from './elf-builder'

// The lines are those of 5.44; 5.45 prints the same for these files, other versions differ in documented places.
const version = spawnSync('file', ['--version'], { encoding: 'utf8' }).stdout?.split('\n')[0] ?? ''
// Git for Windows brings a `file`, but no modes and no /bin/true.
const isComparable = process.platform === 'linux' && /^file-5\.4[45]$/.test(version)

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'elf-file-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function bothLines(
  contents: readonly Uint8Array[],
  mode = 0o755,
): readonly { ours: string; theirs: string }[] {
  const paths = contents.map((content, index) => {
    const path = join(folder, `sample-${index}`)
    writeFileSync(path, content)
    chmodSync(path, mode)
    return path
  })
  const { stdout } = spawnSync('file', ['-b', '--', ...paths], {
    encoding: 'latin1',
    env: { ...process.env, LC_ALL: 'C' },
  })
  const theirs = stdout.split('\n')
  return paths.map((path, index) => {
    const source = openSource(path)
    const ours = fileLine(source)
    source.close()
    return { ours, theirs: theirs[index] ?? '' }
  })
}

const note = (owner: string, type: number, hex: string) => ({
  owner,
  type,
  description: Buffer.from(hex, 'hex'),
})

const elves: readonly (readonly [string, BuiltElf])[] = [
  ['static', {}],
  ['static-pie', { type: 3, flags1: 0x08000000n }],
  ['shared object', { type: 3, flags1: 0n, needed: ['libc.so.6'] }],
  ['dynamic', { interpreter: '/lib64/ld-linux-x86-64.so.2', needed: ['libc.so.6'] }],
  ['no PT_DYNAMIC', { type: 3 }],
  ['odd interpreter', { interpreter: 'a|b\n\t\u00e9' }],
  ['empty interpreter', { interpreter: '' }],
  ['notes', { notes: [abiTag, note('GNU', 3, '0102030405060708'), note('Go', 4, '6964')] }],
  ['Go id first', { notes: [note('Go', 4, '6964'), note('GNU', 3, '01020304')] }],
  ['FreeBSD', { osAbi: 9, notes: [note('FreeBSD', 1, '604f1200')] }],
  ['NetBSD', { osAbi: 2, notes: [note('NetBSD', 1, '80c3c901'), note('PaX', 3, '03000000')] }],
  ['OpenBSD', { osAbi: 12, notes: [note('OpenBSD', 1, '00000000')] }],
  ['DragonFly', { notes: [note('DragonFly', 1, '40420f00')] }],
  ['odd note', { notes: [note('CORE', 9, '00')] }],
  ['core', { type: 4, notes: [note('GNU', 3, '01020304')] }],
  ['no type', { type: 0 }],
  ['processor type', { type: 0xff01 }],
  ['no program headers', { programCount: 0 }],
  ['too many program headers', { programCount: 4000 }],
  ['program headers past the end', { programCount: 2000 }],
  ['wrong entry size', { programEntrySize: 55 }],
  ['bad note alignment', { segments: [{ type: 4, align: 2n, offset: 0n, fileSize: 0n }] }],
  ...[3, 8, 10, 20, 21, 22, 40, 43, 183, 243, 258, 0x1234, 0x803e].flatMap((machine) => [
    [`machine ${machine}`, { machine }] as const,
    [`machine ${machine}, 32-bit big-endian`, { machine, bits: 32, byteOrder: 'big' }] as const,
  ]),
]

const others: readonly (readonly [string, Uint8Array | string])[] = [
  ['empty', ''],
  ['ar', '!<arch>\n'],
  ['shell', '#!/bin/sh\nexec ./x\n'],
  ['bash', '#!/bin/bash\r\nx\r\n'],
  ['text', 'hello\n'],
  ['text without line end', 'hello'],
  ['UTF-8', 'grüße\n'],
  ['gzip', gzipSync('x\n')],
  ['wasm', Buffer.from('0061736d01000000', 'hex')],
  ['zeros', Buffer.alloc(64)],
]

describe('the file line', () => {
  for (const mode of [0o755, 0o644]) {
    it(`equals that of the installed file for made files of mode ${mode.toString(8)}`, (ctx) => {
      if (!isComparable) ctx.skip(`needs Linux with file 5.44 or 5.45 (found '${version}')`)
      const contents = [
        ...elves.map(([, elf]) => buildElf(elf)),
        ...others.map(([, content]) => Buffer.from(content)),
        ...[4, 5, 8, 16, 17, 19, 20, 23, 24, 40, 63, 64, 65, 100].map((size) => buildElf().subarray(0, size)),
      ]
      for (const { ours, theirs } of bothLines(contents, mode)) expect(ours).toBe(theirs)
    })
  }

  it('equals that of the installed file for a damaged system program', (ctx) => {
    if (!isComparable) ctx.skip(`needs Linux with file 5.44 or 5.45 (found '${version}')`)
    const program = readFileSync('/bin/true')
    const random = seeded(7)
    const damaged = Array.from({ length: 300 }, () => {
      const copy = Buffer.from(program)
      for (let flips = 1 + (random() % 3); flips > 0; flips -= 1) {
        // Machine, OSABI and version are left alone: libmagic has names for 200 machines, we have 60.
        const at = headerByte(copy, random)
        copy[at] = random() % 256
      }
      return copy
    })
    const lines = bothLines(damaged)
    expect(lines.filter(({ ours, theirs }) => ours !== theirs)).toEqual([])
  })
})

/** A place in the ELF header, the program headers or the section table. */
function headerByte(file: Buffer, random: () => number): number {
  const sections = Number(file.readBigUInt64LE(40))
  const sectionBytes = file.length > sections ? file.length - sections : 0
  const places = [
    24 + (random() % 40),
    64 + (random() % 728),
    sections + (random() % Math.max(sectionBytes, 1)),
  ]
  return Math.min(places[random() % 3] ?? 24, file.length - 1)
}

/** A small deterministic generator (xorshift32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}
