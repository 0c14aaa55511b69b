/** The reader of Go's build info, by itself, so that mutations need not get past the ELF headers. */
import { readBlob } from '../../src/elf/build-info'
import type { ElfHeader, Segment } from '../../src/elf/image'
import { BoundedReader, bytesSource, ReadLimitReached } from '../../src/elf/source'
import type { Target } from '../target'
import { buildInfoBlob, moduleText } from './build-info-blob'

const header: ElfHeader = {
  bits: 64,
  byteOrder: 'little',
  osAbi: 0,
  type: 2,
  machine: 62,
  version: 1,
  entry: 0n,
  programOffset: 64n,
  sectionOffset: 0n,
  flags: 0,
  programEntrySize: 56,
  programCount: 1,
  sectionEntrySize: 0,
  sectionCount: 0,
  sectionNamesIndex: 0,
}
const segment: Segment = {
  type: 1,
  flags: 6,
  offset: 0n,
  address: 0n,
  fileSize: 0xffff_ffff_ffffn,
  memorySize: 0xffff_ffff_ffffn,
  align: 1n,
}

/** The form of Go 1.13 to 1.17: two pointers to string headers. */
function pointerBlob(): Buffer {
  const blob = Buffer.alloc(160)
  blob.set(Buffer.from('\xff Go buildinf:\x08\x00', 'latin1'))
  blob.writeBigUInt64LE(32n, 16)
  blob.writeBigUInt64LE(48n, 24)
  blob.writeBigUInt64LE(64n, 32)
  blob.writeBigUInt64LE(6n, 40)
  blob.writeBigUInt64LE(70n, 48)
  blob.writeBigUInt64LE(90n, 56)
  blob.write('go1.17', 64)
  return blob
}

export const buildInfo: Target = {
  name: 'build-info',
  reads: 'Go build info (`readBlob`)',
  inputs: 300_000,
  longestBytes: 32 * 1024,
  refuses: false,
  dictionary: [
    'path\t',
    'mod\t',
    'dep\t',
    '=>\t',
    'build\t',
    '\n',
    '="',
    '\\"',
    '\xff Go buildinf:\x04\x01',
    '\x80\x80',
  ],
  seeds: () => [
    buildInfoBlob('go1.26.1', moduleText),
    buildInfoBlob('devel go1.27-abcdef', 'path\tcommand-line-arguments\n'),
    pointerBlob(),
  ],
  generate: (random) => {
    const line = (): string =>
      `${random.pick(['path', 'mod', 'dep', '=>', 'build', '__proto__'])}\t${random.pick(['a', '"x\\"y"=1', 'k=v', '=', '""=""', '__proto__=1'])}\t${random.pick(['v1.0.0', '', '(devel)'])}\t`
    return buildInfoBlob(
      random.pick(['go1.26.1', '', '\u001b[31m']),
      `${Array.from({ length: random.below(200) }, line).join('\n')}\n`,
    )
  },
  read: (input) => {
    const reader = new BoundedReader(bytesSource(input))
    try {
      readBlob(reader, 0n, { header, segments: [segment] })
    } catch (error) {
      if (!(error instanceof ReadLimitReached)) throw error
    }
    return reader.bytesRead
  },
}
