/**
 * The part of the `file` line after the head: linking, interpreter, notes, stripped or not. libmagic 5.44
 * makes it from program and section headers with quirks that are kept here, because the promise is
 * equality; verdict.ts decides on its own reading.
 */
import { decodeHeader, decodeSection, decodeSegment, Fields, sectionBytes, segmentBytes } from './headers'
import type { ElfHeader, Section, Segment } from './image'
import { elfTypes, segmentTypes } from './image'
import { NoteWriter } from './note-words'
import { octalEscaped, untilNul } from './printable'
import type { BoundedReader } from './source'

/** BUFSIZ of glibc: libmagic looks at no more of a segment. */
const segmentBufferBytes = 8192
const maxProgramHeaders = 2048
const maxSectionHeaders = 32768
const sectionTypes = { symbolTable: 2, note: 7 } as const
const debugInfoName = Buffer.from('.debug_info')

/**
 * Makes the tail of the line.
 *
 * @param reader a file with the ELF magic number
 * @returns text to append, and whether an ET_DYN file is called a pie executable: the mode's x bits, which
 *   PT_DYNAMIC clears and DF_1_PIE sets
 */
export function fileTail(reader: BoundedReader): { readonly text: string; readonly isPie: boolean } {
  const isExecutable = reader.mode === undefined || (reader.mode & 0o111) !== 0
  const ident = reader.at(0, 16)
  // libmagic takes every EI_DATA but 1 for the other byte order.
  const byteOrder = ident[5] === 1 ? 'little' : 'big'
  const elfClass = ident[4]
  if (elfClass === undefined) return { text: '', isPie: isExecutable }
  if (elfClass !== 1 && elfClass !== 2) {
    return { text: `, unknown class ${elfClass}`, isPie: isExecutable }
  }
  const header = decodeHeader(reader, elfClass === 2 ? 64 : 32, byteOrder)
  if (header === undefined || reader.sizeBytes <= (header.bits === 64 ? 64 : 52)) {
    return { text: '', isPie: isExecutable }
  }
  return new Tail(reader, header, isExecutable).write()
}

class Tail {
  readonly #reader: BoundedReader
  readonly #header: ElfHeader
  readonly #notes: NoteWriter
  #text = ''
  #isPie: boolean

  constructor(reader: BoundedReader, header: ElfHeader, isExecutable: boolean) {
    this.#reader = reader
    this.#header = header
    this.#isPie = isExecutable
    this.#notes = new NoteWriter(reader, header)
  }

  write(): { readonly text: string; readonly isPie: boolean } {
    const { type, programCount, sectionCount } = this.#header
    const isProgram = type === elfTypes.executable || type === elfTypes.shared
    if ((isProgram || type === elfTypes.core) && programCount > maxProgramHeaders) {
      const what = isProgram ? 'program' : 'program headers'
      return { text: `, too many ${what} (${programCount})`, isPie: this.#isPie }
    }
    if ((isProgram || type === elfTypes.relocatable) && sectionCount > maxSectionHeaders) {
      const what = isProgram ? 'section' : 'section headers'
      return { text: `, too many ${what} (${sectionCount})`, isPie: this.#isPie }
    }
    if (type === elfTypes.core) this.#coreNotes()
    if (isProgram) this.#programHeaders()
    if (isProgram || type === elfTypes.relocatable) this.#sectionHeaders()
    if (this.#notes.isSpent) this.#text += ', too many notes (256)'
    return { text: this.#text, isPie: this.#isPie }
  }

  #programHeaders(): void {
    let interpreter: Uint8Array | undefined
    let isDynamic = false
    let hasFlags = false
    let needs = 0
    const isRead = this.#eachSegment((segment) => {
      if (segment.type === segmentTypes.note && this.#header.sectionCount === 0) {
        return this.#noteSegment(segment)
      }
      if (segment.type !== segmentTypes.dynamic && segment.type !== segmentTypes.interpreter) return true
      const bytes = this.#bufferOf(segment)
      if (bytes === undefined) return false
      if (segment.type === segmentTypes.interpreter) {
        needs += 1
        interpreter =
          bytes.length > 0 && bytes[0] !== 0
            ? untilNul(bytes.subarray(0, bytes.length - 1))
            : Buffer.from('*empty*')
        return true
      }
      isDynamic = true
      this.#isPie = false
      for (const entry of this.#dynamicEntries(bytes)) {
        if (entry.tag === 1n) needs += 1
        if (entry.tag === 0x6ffffffbn) {
          hasFlags = true
          this.#isPie = (entry.value & 0x08000000n) !== 0n
        }
      }
      return true
    })
    if (!isRead) return
    const style = !isDynamic ? 'statically' : hasFlags && needs === 0 ? 'static-pie' : 'dynamically'
    this.#text += `, ${style} linked`
    if (interpreter !== undefined && interpreter.length > 0) {
      this.#text += `, interpreter ${octalEscaped(interpreter)}`
    }
  }

  #coreNotes(): void {
    this.#eachSegment((segment) => {
      if (segment.offset > BigInt(this.#reader.sizeBytes) || segment.type !== segmentTypes.note) return true
      const bytes = this.#bufferOf(segment, " can't read note section at")
      if (bytes === undefined) return false
      this.#text += this.#notes.write(segment.offset, bytes.length, 4)
      return true
    })
  }

  /** Calls `visit` for each program header until it returns false. @returns whether all were visited */
  #eachSegment(visit: (segment: Segment) => boolean): boolean {
    const { programCount, programEntrySize, programOffset } = this.#header
    const size = segmentBytes(this.#header)
    if (programCount === 0) return this.#stop(', no program header')
    if (programEntrySize !== size) return this.#stop(', corrupted program header size')
    for (let index = 0; index < programCount; index += 1) {
      const at = BigInt.asIntN(64, programOffset + BigInt(index * size))
      const bytes = this.#reader.at(at, size)
      if (bytes.length < size) return this.#stop(`, can't read elf program headers at ${at}`)
      if (!visit(decodeSegment(bytes, this.#header))) return false
    }
    return true
  }

  #noteSegment(segment: Segment): boolean {
    let align = segment.align === 0n ? 4n : segment.align
    if ((align & 0x80000000n) !== 0n || align < 4n) {
      this.#text += `, invalid note alignment ${hex(align)}`
      align = 4n
    }
    const bytes = this.#bufferOf(segment)
    if (bytes === undefined) return false
    this.#text += this.#notes.write(segment.offset, bytes.length, Number(align))
    return true
  }

  #bufferOf(segment: Segment, complaint = ", can't read section at"): Uint8Array | undefined {
    const at = BigInt.asIntN(64, segment.offset)
    if (at < 0n) {
      this.#text += `${complaint} ${at}`
      return undefined
    }
    const length = segment.fileSize < segmentBufferBytes ? Number(segment.fileSize) : segmentBufferBytes
    return this.#reader.at(at, length)
  }

  *#dynamicEntries(bytes: Uint8Array): Generator<{ readonly tag: bigint; readonly value: bigint }> {
    const size = this.#header.bits === 64 ? 16 : 8
    for (let at = 0; at + size <= bytes.length; at += size) {
      const fields = new Fields(bytes.subarray(at, at + size), this.#header)
      yield { tag: fields.word(0, 0), value: fields.word(4, 8) }
    }
  }

  #sectionHeaders(): void {
    const { sectionCount, sectionEntrySize, sectionOffset, sectionNamesIndex } = this.#header
    const size = sectionBytes(this.#header)
    if (sectionCount === 0) return void this.#stop(', no section header')
    if (sectionEntrySize !== size) return void this.#stop(', corrupted section header size')
    const namesAt = BigInt.asIntN(64, sectionOffset + BigInt(size * sectionNamesIndex))
    let section = this.#sectionAt(namesAt)
    if (section === undefined) return void this.#stop(`, missing section headers at ${namesAt}`)
    const names = BigInt.asIntN(64, section.offset)
    if (names > this.#reader.sizeBytes) {
      return void this.#stop(`, too large section header offset ${names}`)
    }
    let hasSymbols = false
    let hasDebugInfo = false
    for (let index = 0; index < sectionCount; index += 1) {
      // The name that libmagic tests here is that of the entry it read in the round before.
      const nameAt = BigInt.asIntN(64, names + BigInt(section.nameOffset))
      if (nameAt < 0n) return void this.#stop(`, can't read name of elf section at ${nameAt}`)
      const name = this.#reader.at(nameAt, debugInfoName.length + 1)
      hasDebugInfo ||= isDebugInfo(name)
      const at = BigInt.asIntN(64, sectionOffset + BigInt(index * size))
      const next = this.#sectionAt(at)
      if (next === undefined) return void this.#stop(`, can't read elf section at ${at}`)
      section = next
      hasSymbols ||= section.type === sectionTypes.symbolTable
      if (section.type === sectionTypes.note && !this.#noteSection(section)) return
    }
    if (hasDebugInfo) this.#text += ', with debug_info'
    this.#text += hasSymbols || hasDebugInfo ? ', not stripped' : ', stripped'
  }

  #noteSection(section: Section): boolean {
    const size = BigInt(this.#reader.sizeBytes)
    const at = BigInt.asIntN(64, section.offset)
    if (at > size) return true
    if (BigInt.asUintN(64, section.offset + section.size) > size) {
      return this.#stop(
        `, note offset/size ${hex(section.offset)}+${hex(section.size)} exceeds file size ${hex(size)}`,
      )
    }
    if (at < 0n) return this.#stop(`, can't read elf note at ${at}`)
    this.#text += this.#notes.write(at, Number(section.size), 4)
    return true
  }

  #sectionAt(at: bigint): Section | undefined {
    const size = sectionBytes(this.#header)
    const bytes = this.#reader.at(at, size)
    return bytes.length < size ? undefined : decodeSection(bytes, this.#header)
  }

  #stop(text: string): false {
    this.#text += text
    return false
  }
}

/** libmagic ends a name that the end of the file cuts off as if a NUL stood there. */
function isDebugInfo(name: Uint8Array): boolean {
  return Buffer.from(untilNul(name)).equals(debugInfoName)
}

/** As printf's `%#lx`, which prints zero without its prefix. */
function hex(value: bigint): string {
  return value === 0n ? '0' : `0x${value.toString(16)}`
}
