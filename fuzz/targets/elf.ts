/** The ELF reader: headers, dynamic section, notes, build info, the `file` line, and whatever is not ELF. */
import { type BuiltElf, buildElf } from '../../__tests__/elf/elf-builder'
import { inspectBinary } from '../../src/elf/inspect'
import type { ByteSource } from '../../src/elf/source'
import type { Random } from '../random'
import { mostBytes, type Target } from '../target'
import { buildInfoBlob, moduleText } from './build-info-blob'

const libraries = ['libc.so.6', 'libpthread.so.0', 'libdl.so.2', 'ld-linux-x86-64.so.2', '', 'x'.repeat(300)]
const notes = [
  { owner: 'GNU', type: 1, description: Buffer.from('00000000030000000200000000000000', 'hex') },
  { owner: 'GNU', type: 3, description: Buffer.alloc(20, 7) },
  { owner: 'Go', type: 4, description: Buffer.from('abc/def') },
  { owner: 'FreeBSD', type: 1, description: Buffer.alloc(4) },
  { owner: 'Android', type: 1, description: Buffer.alloc(4) },
]

export const elf: Target = {
  name: 'elf',
  reads: 'ELF files and what is taken for one (`inspectBinary`)',
  inputs: 1_000_000,
  longestBytes: 16 * 1024,
  refuses: false,
  dictionary: [
    '\x7fELF\x02\x01\x01',
    '\x7fELF\x01\x02\x01',
    '\xff Go buildinf:\x08\x02',
    '/lib64/ld-linux-x86-64.so.2\0',
    'libc.so.6\0GLIBC_2.34\0',
    'GNU\0',
    'Go\0\0',
    'UPX!',
    'MZ',
    'PE\0\0',
    '#!/bin/sh\n',
    '\xcf\xfa\xed\xfe',
    '\xca\xfe\xba\xbe',
    '\0asm',
    '!<arch>\n',
    'PK\x03\x04',
    '.go.buildinfo\0',
  ],
  seeds: () => [
    buildElf(),
    buildElf({ bits: 32, byteOrder: 'big', machine: 20 }),
    buildElf({
      interpreter: '/lib64/ld-linux-x86-64.so.2',
      needed: libraries.slice(0, 3),
      flags1: 0x8000001n,
    }),
    buildElf({
      interpreter: '/lib/ld-musl-x86_64.so.1',
      needed: ['libc.so.6', 'libm.so.6'],
      versions: { 'libc.so.6': ['GLIBC_2.34', 'GLIBC_2.2.5'], 'libm.so.6': ['GLIBC_2.29'] },
    }),
    buildElf({ type: 3, notes, machine: 183 }),
    withBuildInfo(buildElf({ segments: [writable] })),
    withSections(withBuildInfo(buildElf({ notes: notes.slice(0, 3) }))),
    ...['', '#!/bin/sh\nexec app\n', 'MZ\x90\0', '\xcf\xfa\xed\xfe\x07\0\0\x01', '\0asm\x01\0\0\0'].map(
      (text) => Buffer.from(text.padEnd(text === '' ? 0 : 512, '\0'), 'latin1'),
    ),
    Buffer.from('\ufefftext in UTF-16', 'utf16le'),
  ],
  generate: (random) => {
    const file = builtOrPlain(randomElf(random))
    if (random.oneIn(3)) withBuildInfo(file)
    const whole = random.oneIn(3) ? withSections(file) : file
    if (random.oneIn(8)) whole[whole.length - 1] = 0xa0 + random.below(15)
    return whole
  },
  read: (input) => {
    const { source, count } = countingSource(input)
    const inspection = inspectBinary(source, { name: 'handler', goarch: 'amd64' })
    JSON.stringify([inspection.findings, inspection.fileOutput, inspection.lddOutput])
    return count.bytes
  },
}

/** One file of sixteen claims a size of up to 64 MiB and repeats itself, so that every offset leads somewhere. */
function countingSource(input: Uint8Array): { source: ByteSource; count: { bytes: number } } {
  const count = { bytes: 0 }
  const last = input.at(-1) ?? 0
  const isLong = last >> 4 === 0xa && input.length > 256
  const sizeBytes = isLong ? Math.min(mostBytes, input.length << (last & 0xf)) : input.length
  const read = (offset: number, length: number): Uint8Array => {
    if (offset < 0 || length < 0 || !Number.isSafeInteger(offset + length)) {
      throw new Error(`a read at ${offset} of ${length} bytes`)
    }
    const part = isLong
      ? repeated(input, offset, Math.min(length, sizeBytes - offset))
      : input.subarray(offset, offset + length)
    count.bytes += part.length
    return part
  }
  return { source: { sizeBytes, mode: 0o755, read }, count }
}

function repeated(input: Uint8Array, offset: number, length: number): Uint8Array {
  const bytes = new Uint8Array(Math.max(0, length))
  for (let filled = 0; filled < bytes.length; ) {
    const from = (offset + filled) % input.length
    const piece = input.subarray(from, Math.min(input.length, from + bytes.length - filled))
    bytes.set(piece, filled)
    filled += piece.length
  }
  return bytes
}

const buildInfoAt = 0xe00
const writable = { type: 1, flags: 6, offset: BigInt(buildInfoAt), address: 0x500000n, fileSize: 0x200n }

function withBuildInfo(file: Buffer): Buffer {
  file.set(buildInfoBlob('go1.26.1', moduleText).subarray(0, file.length - buildInfoAt), buildInfoAt)
  return file
}

const sectionNames = ['', '.text', '.go.buildinfo', '.symtab', '.debug_info', '.shstrtab'] as const

/** Appends names and a table of sections (64-bit, little-endian; anything else becomes a damaged table). */
function withSections(file: Buffer): Buffer {
  const names = Buffer.from(`${sectionNames.join('\0')}\0`)
  const table = Buffer.alloc(64 * sectionNames.length)
  let nameAt = 0
  for (const [index, name] of sectionNames.entries()) {
    table.writeUInt32LE(nameAt, index * 64)
    table.writeUInt32LE(name === '.symtab' ? 2 : name === '.shstrtab' ? 3 : 1, index * 64 + 4)
    const at = name === '.shstrtab' ? file.length : name === '.go.buildinfo' ? buildInfoAt : 0x800
    table.writeBigUInt64LE(BigInt(at), index * 64 + 24)
    table.writeBigUInt64LE(name === '.shstrtab' ? BigInt(names.length) : 0x80n, index * 64 + 32)
    nameAt += name.length + 1
  }
  const whole = Buffer.concat([file, names, table])
  whole.writeBigUInt64LE(BigInt(file.length + names.length), 40)
  whole.writeUInt16LE(64, 58)
  whole.writeUInt16LE(sectionNames.length, 60)
  whole.writeUInt16LE(sectionNames.length - 1, 62)
  return whole
}

/** The builder writes into one page; what does not fit is left out. */
function builtOrPlain(elf: BuiltElf): Buffer {
  try {
    return buildElf(elf)
  } catch {
    return buildElf()
  }
}

function randomElf(random: Random): BuiltElf {
  const some = <T>(value: () => T): T | undefined => (random.oneIn(2) ? value() : undefined)
  const library = (): string => random.pick(libraries)
  const present = {
    interpreter: some(() =>
      random.pick(['/lib64/ld-linux-x86-64.so.2', '/lib/ld-musl-x86_64.so.1', '', 'a\x1bb']),
    ),
    needed: some(() => Array.from({ length: random.below(20) }, library)),
    versions: some(() => ({
      [library()]: Array.from({ length: random.below(9) }, () => `GLIBC_2.${random.below(60)}`),
    })),
    flags1: some(() => BigInt(random.next())),
    notes: some(() => Array.from({ length: random.below(6) }, () => random.pick(notes))),
    segments: some(() =>
      Array.from({ length: random.below(12) }, () => ({
        type: random.pick([0, 1, 1, 2, 3, 4, 6, 7, 0x6474e550, 0x6474e551, random.next()]),
        flags: random.below(8),
        offset: BigInt(random.below(0x2000)),
        address: BigInt(random.next()),
        fileSize: BigInt(random.oneIn(4) ? random.next() : random.below(0x1000)),
        align: BigInt(random.pick([0, 1, 4, 8, 4096])),
      })),
    ),
  }
  return {
    bits: random.pick([32, 64, 64]),
    byteOrder: random.pick(['little', 'little', 'big']),
    type: random.pick([1, 2, 2, 3, 4, random.below(0x10000)]),
    machine: random.pick([62, 62, 183, 3, 40, 20, 243, random.below(0x10000)]),
    osAbi: random.pick([0, 3, 9, random.below(256)]),
    ...(Object.fromEntries(Object.entries(present).filter(([, value]) => value !== undefined)) as BuiltElf),
  }
}
