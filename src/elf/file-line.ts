/**
 * The line that `file` 5.44 prints for an ELF file, byte for byte: the head that its magic rules make of the
 * first 64 bytes. The rest of the line is in file-tail.ts; other kinds of file are in not-elf.ts.
 *
 * Other versions: 5.41 and 5.45 print the same for every file that Go, gcc and musl make for x86-64 and
 * arm64; 5.46 calls machine 3 `Intel i386` and says static-pie only when DF_1_PIE is set.
 */
import { fileTail } from './file-tail'
import { Fields, hasElfMagic } from './headers'
import { machineInFile } from './machine-names'
import { describeOther } from './not-elf'
import { BoundedReader, type ByteSource, ReadLimitReached } from './source'

const classes: Readonly<Record<number, string>> = { 0: 'invalid class', 1: '32-bit', 2: '64-bit' }

const systems: Readonly<Record<number, string>> = {
  0: 'SYSV',
  1: 'HP-UX',
  2: 'NetBSD',
  3: 'GNU/Linux',
  4: 'GNU/Hurd',
  5: '86Open',
  6: 'Solaris',
  7: 'Monterey',
  8: 'IRIX',
  9: 'FreeBSD',
  10: 'Tru64',
  11: 'Novell Modesto',
  12: 'OpenBSD',
  13: 'OpenVMS',
  14: 'HP NonStop Kernel',
  15: 'AROS Research Operating System',
  16: 'FenixOS',
  17: 'Nuxi CloudABI',
  97: 'ARM',
  202: 'Cafe OS',
  255: 'embedded',
}

/** Sections times their size and names: enough for the 32,768 sections that libmagic would look at. */
const lineLimits = { totalBytes: 16 * 1024 * 1024, reads: 4500 }

/**
 * Describes a file as `file -b` does.
 *
 * @param source any file. Its mode matters for ET_DYN files without PT_DYNAMIC; unknown counts as executable
 * @returns one line without line end
 */
export function fileLine(source: ByteSource): string {
  const reader = new BoundedReader(source, lineLimits)
  if (!hasElfMagic(reader)) return specialMode(source.mode ?? 0) + describeOther(reader).line
  let tail = { text: '', isPie: true }
  try {
    tail = fileTail(reader)
  } catch (thrown) {
    if (!(thrown instanceof ReadLimitReached)) throw thrown
    tail = { text: ', too many places to look at', isPie: true }
  }
  return `${specialMode(source.mode ?? 0)}${head(reader.at(0, 64), tail.isPie)}${tail.text}`
}

/** `file` names these bits of any regular file before its content. */
function specialMode(mode: number): string {
  const bits = [
    [0o4000, 'setuid'],
    [0o2000, 'setgid'],
    [0o1000, 'sticky'],
  ] as const
  const words = bits.filter(([bit]) => (mode & bit) !== 0).map(([, word]) => word)
  return words.length === 0 ? '' : `${words.join(', ')} `
}

function head(bytes: Uint8Array, isPie: boolean): string {
  const words = ['ELF']
  const elfClass = classes[bytes[4] ?? -1]
  if (elfClass !== undefined) words.push(elfClass)
  if (bytes[5] === 0) words.push('invalid byte order')
  if (bytes[5] === 1) words.push('LSB', ...typeMachineVersion(bytes, 'little', isPie))
  if (bytes[5] === 2) words.push('MSB', ...typeMachineVersion(bytes, 'big', isPie))
  const system = systems[bytes[7] ?? -1]
  if (system !== undefined) words.push(`(${system})`)
  return words.join(' ')
}

function typeMachineVersion(bytes: Uint8Array, byteOrder: 'little' | 'big', isPie: boolean): string[] {
  const bits = bytes[4] === 2 ? 64 : bytes[4] === 1 ? 32 : undefined
  const fields = new Fields(bytes, { bits: 64, byteOrder })
  const words: string[] = []
  if (bytes.length >= 18) {
    const type = typeWords(fields.u16(16), bytes, isPie)
    if (type !== undefined) words.push(type)
  }
  if (bytes.length >= 20) {
    // libmagic looks for PowerPC's ABI at the 64-bit place whatever the class is.
    const flagsAt = bits === 32 && fields.u16(18) !== 21 ? 36 : 48
    const flags = bytes.length >= flagsAt + 4 ? fields.u32(flagsAt) : undefined
    words.push(...machineInFile(fields.u16(18), flags, bits))
  }
  if (bytes.length >= 24) {
    const version = fields.u32(20)
    if (version === 0) words.push('invalid version')
    if (version === 1) words.push('version 1')
  }
  return words
}

function typeWords(type: number, bytes: Uint8Array, isPie: boolean): string | undefined {
  if (bytes[7] === 202 && type === 0xfe01) return 'executable,'
  switch (type) {
    case 0:
      return 'no file type,'
    case 1:
      return 'relocatable,'
    case 2:
      return 'executable,'
    case 3:
      return isPie ? 'pie executable,' : 'shared object,'
    case 4:
      return 'core file,'
    default:
      return (type & 0xff00) === 0xff00 ? 'processor-specific,' : undefined
  }
}
