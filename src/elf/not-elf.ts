/**
 * Names a file that is not ELF: the `file` line of the kinds that people put in the place of a Linux
 * executable, and what such a file is in plain words. Does not try to be libmagic for anything else.
 */
import { readForeignGoos } from './foreign-image'
import { octalEscaped, printable, untilNul } from './printable'
import type { BoundedReader } from './source'
import { type TextKind, textKind } from './text-kind'

/** A file that is not ELF. */
export interface OtherFile {
  /** As `file -b` words it. */
  readonly line: string
  /** For a message: `a Windows executable (PE)`. */
  readonly kind: string
  /** What probably happened and what to do about it. */
  readonly advice: string
}

const rebuild = 'Build it with GOOS=linux and CGO_ENABLED=0.'

/**
 * Describes a file without the ELF magic number by its first bytes.
 *
 * @returns line, kind and advice; `data` when nothing is known about it
 */
export function describeOther(reader: BoundedReader): OtherFile {
  const start = Buffer.from(reader.at(0, 4096))
  if (start.length === 0) {
    return { line: 'empty', kind: 'empty', advice: 'Build it again; the step that wrote it was cut off.' }
  }
  const word = start.length >= 4 ? start.readUInt32BE(0) : 0
  if (start.subarray(0, 2).toString('latin1') === 'MZ') return describePe(reader, start)
  if (word === 0xcffaedfe || word === 0xcefaedfe || word === 0xfeedfacf || word === 0xfeedface) {
    return describeMachO(reader, start)
  }
  if (word === 0xcafebabe) return describeFat(start)
  if (start.subarray(0, 7).toString('latin1') === '!<arch>') {
    return {
      line: 'current ar archive',
      kind: 'an ar archive',
      advice:
        'go build writes an archive for a package that is not `package main`, and for -buildmode=archive or c-archive. Build the package that has func main.',
    }
  }
  if (word === 0x0061736d) {
    const version = start.length >= 8 ? start.readUInt32LE(4) : 0
    const module = version === 1 ? ' (MVP)' : ''
    return {
      line: `WebAssembly (wasm) binary module version 0x${version.toString(16)}${module}`,
      kind: 'a WebAssembly module',
      advice: `It was built with GOOS=js or GOOS=wasip1. ${rebuild}`,
    }
  }
  if (start[0] === 0x1f && start[1] === 0x8b) return describeGzip(reader, start)
  if (word === 0x504b0304) {
    return {
      line: zipLine(start),
      kind: 'a zip archive',
      advice: 'Name the executable, or give a finished zip as the input `package`.',
    }
  }
  if (start[0] === 0x01 && start[1] === 0xf7) {
    return {
      line: '64-bit XCOFF executable or object module',
      kind: 'an AIX executable (XCOFF)',
      advice: `It was built with GOOS=aix. ${rebuild}`,
    }
  }
  if (word === 0x00008a97) {
    return {
      line: 'data',
      kind: 'a Plan 9 executable',
      advice: `It was built with GOOS=plan9. ${rebuild}`,
    }
  }
  return describeText(start)
}

function describeText(start: Buffer): OtherFile {
  const text = textKind(start)
  if (text === undefined) {
    return {
      line: 'data',
      kind: 'data without a known file format',
      advice: `Check which file is meant. ${rebuild}`,
    }
  }
  const first = start.toString('utf8').split('\n', 1)[0] ?? ''
  if (first.startsWith('#!')) {
    return {
      line: scriptLine(first, text),
      kind: `a script that asks for ${JSON.stringify(printable(first.slice(2).trim()))}`,
      advice: 'Azure Functions starts the file itself; put the Go executable there, not a script around it.',
    }
  }
  if (first.startsWith('version https://git-lfs')) {
    return {
      line: text.line,
      kind: 'a Git LFS pointer instead of the file itself',
      advice: 'Check the repository out with `lfs: true` (actions/checkout).',
    }
  }
  return { line: text.line, kind: 'a text file', advice: `Check which file is meant. ${rebuild}` }
}

const shells: Readonly<Record<string, string>> = {
  sh: 'POSIX shell script',
  bash: 'Bourne-Again shell script',
  zsh: "Paul Falstad's zsh script",
}

function scriptLine(first: string, text: TextKind): string {
  const words = first.slice(2).trim().split(/\s+/)
  const path = words[0] ?? ''
  const program = (path.endsWith('/env') ? words[1] : path)?.split('/').at(-1) ?? ''
  const python = /^python[0-9.]*$/.test(program) ? 'Python script' : undefined
  const name = shells[program] ?? python ?? `a ${printable(words.join(' '))} script`
  return `${name}, ${text.encoding} text executable${text.endings}`
}

const peMachines: Readonly<Record<number, string>> = {
  332: 'Intel 80386',
  452: 'ARMv7 Thumb',
  34404: 'x86-64',
  43620: 'Aarch64',
}

function describePe(reader: BoundedReader, start: Buffer): OtherFile {
  const at = start.length >= 0x40 ? start.readUInt32LE(0x3c) : 0
  const header = Buffer.from(reader.at(at, 96))
  if (header.length < 96 || header.readUInt32BE(0) !== 0x50450000) {
    return { line: 'MS-DOS executable', kind: 'an MS-DOS executable', advice: rebuild }
  }
  const format = header.readUInt16LE(24) === 0x20b ? 'PE32+' : 'PE32'
  const kind = (header.readUInt16LE(22) & 0x2000) !== 0 ? 'executable (DLL) ' : 'executable '
  const subsystem = { 2: '(GUI) ', 3: '(console) ' }[header.readUInt16LE(92)] ?? ''
  const machine = peMachines[header.readUInt16LE(4)] ?? `machine 0x${header.readUInt16LE(4).toString(16)}`
  // A symbol table that is announced as stripped is how older Go linkers leave it (IMAGE_FILE_DEBUG_STRIPPED).
  const stripped = (header.readUInt16LE(22) & 0x200) !== 0 ? ' (stripped to external PDB)' : ''
  const count = header.readUInt16LE(6)
  // file 5.44 leaves a single section out.
  const sections = count > 1 ? `, ${count} sections` : ''
  return {
    line: `${format} ${kind}${subsystem}${machine}${stripped}, for MS Windows${sections}`,
    kind: 'a Windows executable (PE)',
    advice: `${builtFor(reader, 'windows')} ${rebuild}`,
  }
}

const machCpus: Readonly<Record<number, string>> = {
  7: 'i386',
  12: 'arm',
  16777223: 'x86_64',
  16777228: 'arm64',
}
const machTypes: Readonly<Record<number, string>> = {
  1: 'object',
  2: 'executable',
  6: 'dynamically linked shared library',
  8: 'bundle',
}
/** Names of the header's flag bits, lowest first (mach-o/loader.h). libmagic prints `|` between all that are set. */
const machFlags: readonly (readonly [number, string])[] = [
  [0x1, 'NOUNDEFS'],
  [0x4, '|DYLDLINK'],
  [0x80, '|TWOLEVEL'],
  [0x8000, '|WEAK_DEFINES'],
  [0x10000, '|BINDS_TO_WEAK'],
  [0x200000, '|PIE'],
]

function describeMachO(reader: BoundedReader, start: Buffer): OtherFile {
  const isBig = start[0] === 0xfe
  const word = (at: number) =>
    start.length < at + 4 ? 0 : isBig ? start.readUInt32BE(at) : start.readUInt32LE(at)
  const bits = start[0] === 0xcf || start[3] === 0xcf ? '64-bit ' : ''
  const cpu = machCpus[word(4)] ?? `cputype ${word(4)}`
  const type = machTypes[word(12)] ?? `filetype ${word(12)}`
  const flags = machFlags.filter(([bit]) => (word(24) & bit) !== 0).map(([, name]) => name)
  const flagText = flags.length > 0 ? `, flags:<${flags.join('')}>` : ''
  return {
    line: `Mach-O ${bits}${cpu} ${type}${flagText}`,
    kind: 'a macOS executable (Mach-O)',
    advice: `${builtFor(reader, 'darwin')} ${rebuild}`,
  }
}

function describeFat(start: Buffer): OtherFile {
  const count = start.length >= 8 ? start.readUInt32BE(4) : 0
  if (count > 30 || count === 0) {
    return { line: 'compiled Java class data', kind: 'a Java class file', advice: rebuild }
  }
  const plural = count === 1 ? 'architecture' : 'architectures'
  return {
    line: `Mach-O universal binary with ${count} ${plural}`,
    kind: 'a macOS universal binary (Mach-O)',
    advice: `It was built with GOOS=darwin. ${rebuild}`,
  }
}

function builtFor(reader: BoundedReader, usual: string): string {
  const goos = readForeignGoos(reader)
  return goos === undefined
    ? `It was probably built with GOOS=${usual}.`
    : `Its build info says GOOS=${printable(goos)}.`
}

function describeGzip(reader: BoundedReader, start: Buffer): OtherFile {
  const flags = start[3] ?? 0
  const parts = ['gzip compressed data']
  const nameAt = (flags & 0x04) !== 0 && start.length >= 12 ? 12 + start.readUInt16LE(10) : 10
  if ((flags & 0x08) !== 0) parts.push(`was "${octalEscaped(untilNul(start.subarray(nameAt)))}"`)
  const seconds = start.length >= 8 ? start.readUInt32LE(4) : 0
  if (seconds > 0) {
    const [day, date, month, year, time] = new Date(seconds * 1000).toUTCString().replace(',', '').split(' ')
    parts.push(`last modified: ${day} ${month} ${(date ?? '').replace(/^0/, ' ')} ${time} ${year}`)
  }
  if (start[8] === 2) parts.push('max compression')
  if (start[8] === 4) parts.push('max speed')
  const system = { 0: 'FAT filesystem (MS-DOS, OS/2, NT)', 3: 'Unix', 11: 'NTFS filesystem (NT)' }[
    start[9] ?? -1
  ]
  if (system !== undefined) parts.push(`from ${system}`)
  const end = Buffer.from(reader.at(reader.sizeBytes - 4, 4))
  if (end.length === 4) parts.push(`original size modulo 2^32 ${end.readUInt32LE(0)}`)
  return {
    line: parts.join(', '),
    kind: 'gzip-compressed data',
    advice: 'Unpack it first and name the executable that was inside.',
  }
}

function zipLine(start: Buffer): string {
  const version = start.length >= 6 ? start.readUInt16LE(4) : 0
  const method = start.length >= 10 ? start.readUInt16LE(8) : 0
  const needs = `at least v${Math.floor(version / 10)}.${version % 10} to extract`
  const name = { 0: 'store', 8: 'deflate' }[method] ?? `method ${method}`
  return `Zip archive data, ${needs}, compression method=${name}`
}
