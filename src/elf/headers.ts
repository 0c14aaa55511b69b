/**
 * Reads the ELF header, program headers and section headers, in both classes and byte orders.
 * Reads only; what the values mean for starting the file is decided in verdict.ts.
 */
import type { ElfHeader, Section, Segment } from './image'
import { segmentTypes } from './image'
import type { BoundedReader } from './source'

/** Linux refuses a table of program headers above 64 KiB (ELF_MIN_ALIGN checks in fs/binfmt_elf.c). */
export const maxSegments = 1170
const maxSections = 4096

/** Integers of a byte range in the byte order of the file. */
export class Fields {
  readonly #view: DataView
  readonly #isLittle: boolean
  readonly #is64: boolean

  constructor(bytes: Uint8Array, header: Pick<ElfHeader, 'bits' | 'byteOrder'>) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#isLittle = header.byteOrder === 'little'
    this.#is64 = header.bits === 64
  }

  u16(offset: number): number {
    return this.#view.getUint16(offset, this.#isLittle)
  }

  u32(offset: number): number {
    return this.#view.getUint32(offset, this.#isLittle)
  }

  /** An address-sized field: 4 bytes at `offset32` or 8 bytes at `offset64`. */
  word(offset32: number, offset64: number): bigint {
    return this.#is64 ? this.#view.getBigUint64(offset64, this.#isLittle) : BigInt(this.u32(offset32))
  }
}

/**
 * Whether the file begins with the ELF magic number.
 *
 * @returns whether its first four bytes are 7f 45 4c 46 (ELF gABI, e_ident)
 */
export function hasElfMagic(reader: BoundedReader): boolean {
  const magic = reader.at(0, 4)
  return (
    magic.length === 4 && magic[0] === 0x7f && magic[1] === 0x45 && magic[2] === 0x4c && magic[3] === 0x46
  )
}

/**
 * Reads e_ident and the ELF header (gABI chapter 4).
 *
 * @param reader a file with the ELF magic number
 * @returns the header, or undefined when EI_CLASS or EI_DATA is invalid or the file ends inside the header
 */
export function readHeader(reader: BoundedReader): ElfHeader | undefined {
  const ident = reader.at(0, 16)
  const bits = ident[4] === 2 ? 64 : ident[4] === 1 ? 32 : undefined
  const byteOrder = ident[5] === 1 ? 'little' : ident[5] === 2 ? 'big' : undefined
  return bits === undefined || byteOrder === undefined ? undefined : decodeHeader(reader, bits, byteOrder)
}

/**
 * Decodes the ELF header with a class and byte order that the caller has decided on.
 *
 * @param reader a file with the ELF magic number
 * @param bits class, which decides the width of addresses
 * @param byteOrder order of the bytes of a number
 * @returns the header, or undefined when the file ends inside of it
 */
export function decodeHeader(
  reader: BoundedReader,
  bits: ElfHeader['bits'],
  byteOrder: ElfHeader['byteOrder'],
): ElfHeader | undefined {
  const headerBytes = bits === 64 ? 64 : 52
  const bytes = reader.at(0, headerBytes)
  if (bytes.length < headerBytes) return undefined
  const fields = new Fields(bytes, { bits, byteOrder })
  const tail = bits === 64 ? 48 : 36
  return {
    bits,
    byteOrder,
    osAbi: bytes[7] ?? 0,
    type: fields.u16(16),
    machine: fields.u16(18),
    version: fields.u32(20),
    entry: fields.word(24, 24),
    programOffset: fields.word(28, 32),
    sectionOffset: fields.word(32, 40),
    flags: fields.u32(tail),
    programEntrySize: fields.u16(tail + 6),
    programCount: fields.u16(tail + 8),
    sectionEntrySize: fields.u16(tail + 10),
    sectionCount: fields.u16(tail + 12),
    sectionNamesIndex: fields.u16(tail + 14),
  }
}

/**
 * Size of one program header (ELF gABI, Elf32_Phdr and Elf64_Phdr).
 *
 * @param header the class
 */
export function segmentBytes(header: ElfHeader): number {
  return header.bits === 64 ? 56 : 32
}

/**
 * Size of one section header (ELF gABI, Elf32_Shdr and Elf64_Shdr).
 *
 * @param header the class
 */
export function sectionBytes(header: ElfHeader): number {
  return header.bits === 64 ? 64 : 40
}

/**
 * Decodes one program header.
 *
 * @param bytes exactly {@link segmentBytes} bytes
 * @param header class and byte order
 * @returns its fields, unchecked (ELF gABI, Elf32_Phdr and Elf64_Phdr)
 */
export function decodeSegment(bytes: Uint8Array, header: ElfHeader): Segment {
  const fields = new Fields(bytes, header)
  return {
    type: fields.u32(0),
    flags: fields.u32(header.bits === 64 ? 4 : 24),
    offset: fields.word(4, 8),
    address: fields.word(8, 16),
    fileSize: fields.word(16, 32),
    memorySize: fields.word(20, 40),
    align: fields.word(28, 48),
  }
}

/**
 * Decodes one section header.
 *
 * @param bytes exactly {@link sectionBytes} bytes
 * @param header class and byte order
 * @returns its fields, unchecked (ELF gABI, Elf32_Shdr and Elf64_Shdr)
 */
export function decodeSection(bytes: Uint8Array, header: ElfHeader): Section {
  const fields = new Fields(bytes, header)
  return {
    nameOffset: fields.u32(0),
    type: fields.u32(4),
    offset: fields.word(16, 24),
    size: fields.word(20, 32),
  }
}

/** Program headers, and what is wrong with the table. */
export interface SegmentTable {
  readonly segments: readonly Segment[]
  readonly fault?: { readonly text: string; readonly isTruncated: boolean }
}

/**
 * Reads the program headers as the kernel would (elf_read_phdrs in fs/binfmt_elf.c).
 *
 * @returns the headers that are there, with the fault for which the kernel refuses the table
 */
export function readSegments(reader: BoundedReader, header: ElfHeader): SegmentTable {
  const size = segmentBytes(header)
  const { programCount, programEntrySize, programOffset } = header
  if (programEntrySize !== size) {
    const text = `e_phentsize is ${programEntrySize}, but a program header of its class has ${size} bytes`
    return { segments: [], fault: { text, isTruncated: false } }
  }
  if (programCount === 0 || programCount > maxSegments) {
    const text = `it has ${programCount} program headers (e_phnum); Linux accepts 1 to ${maxSegments}`
    return { segments: [], fault: { text, isTruncated: false } }
  }
  const segments: Segment[] = []
  for (let index = 0; index < programCount; index += 1) {
    const bytes = reader.at(programOffset + BigInt(index * size), size)
    if (bytes.length < size) {
      const text = `the ${programCount} program headers at ${programOffset} reach past the end of the file`
      return { segments, fault: { text, isTruncated: true } }
    }
    segments.push(decodeSegment(bytes, header))
  }
  return { segments }
}

/**
 * Finds where the bytes of a virtual address lie in the file.
 *
 * @param segments program headers
 * @param address virtual address
 * @returns file offset, and how many bytes of the same PT_LOAD follow; undefined when nothing maps it
 */
export function locate(
  segments: readonly Segment[],
  address: bigint,
): { readonly offset: bigint; readonly available: bigint } | undefined {
  for (const segment of segments) {
    if (segment.type !== segmentTypes.load || address < segment.address) continue
    const inside = address - segment.address
    if (inside < segment.fileSize) {
      return { offset: segment.offset + inside, available: segment.fileSize - inside }
    }
  }
  return undefined
}

/** A section with its name. */
export interface NamedSection extends Section {
  readonly name: string
}

/**
 * Reads the section table where it is usable. Sections never decide whether a file starts.
 *
 * @returns at most 4096 sections; empty when the table is missing, damaged or larger
 */
export function readSections(reader: BoundedReader, header: ElfHeader): readonly NamedSection[] {
  const size = sectionBytes(header)
  const { sectionCount, sectionEntrySize, sectionOffset, sectionNamesIndex } = header
  if (sectionEntrySize !== size || sectionCount > maxSections || sectionNamesIndex >= sectionCount) return []
  const sections: Section[] = []
  for (let index = 0; index < sectionCount; index += 1) {
    const bytes = reader.at(sectionOffset + BigInt(index * size), size)
    if (bytes.length < size) return []
    sections.push(decodeSection(bytes, header))
  }
  const names = sections[sectionNamesIndex]
  if (names === undefined) return []
  return sections.map((section) => {
    const bytes = reader.at(names.offset + BigInt(section.nameOffset), 64)
    const end = bytes.indexOf(0)
    return { ...section, name: Buffer.from(bytes.subarray(0, end < 0 ? 64 : end)).toString('latin1') }
  })
}
