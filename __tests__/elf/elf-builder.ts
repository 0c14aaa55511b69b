/**
 * Builds small ELF files for tests: valid by default, wrong exactly where a test wants it.
 */

export interface BuiltSegment {
  readonly type: number
  readonly flags?: number
  readonly offset?: bigint
  readonly address?: bigint
  readonly fileSize?: bigint
  readonly memorySize?: bigint
  readonly align?: bigint
}

export interface BuiltElf {
  readonly bits?: 32 | 64
  readonly byteOrder?: 'little' | 'big'
  readonly osAbi?: number
  readonly type?: number
  readonly machine?: number
  readonly entry?: bigint
  /** Written into PT_INTERP with its NUL. */
  readonly interpreter?: string | Uint8Array
  readonly needed?: readonly string[]
  /** Versions by library, as DT_VERNEED. */
  readonly versions?: Readonly<Record<string, readonly string[]>>
  readonly flags1?: bigint
  /** Owner, type and description of notes in one PT_NOTE. */
  readonly notes?: readonly {
    readonly owner: string
    readonly type: number
    readonly description: Uint8Array
  }[]
  /** More program headers, as they are. */
  readonly segments?: readonly BuiltSegment[]
  /** Overrides of e_phnum and e_phentsize. */
  readonly programCount?: number
  readonly programEntrySize?: number
}

export const base = 0x400000n
const codeAt = 0x800

/**
 * Builds the bytes of an ELF file without sections, mapped by one PT_LOAD at {@link base}.
 */
export function buildElf(elf: BuiltElf = {}): Buffer {
  const is64 = (elf.bits ?? 64) === 64
  const file = Buffer.alloc(0x1000)
  const write = writer(file, elf.byteOrder ?? 'little', is64)
  const segments: BuiltSegment[] = [
    { type: 1, flags: 5, offset: 0n, address: base, fileSize: 0x1000n, memorySize: 0x1000n, align: 0x1000n },
  ]
  let free = 0x900
  const place = (bytes: Uint8Array): { at: bigint; size: bigint } => {
    file.set(bytes, free)
    const at = free
    free = Math.ceil((free + bytes.length) / 16) * 16
    return { at: BigInt(at), size: BigInt(bytes.length) }
  }
  if (elf.interpreter !== undefined) {
    const text =
      typeof elf.interpreter === 'string' ? Buffer.from(`${elf.interpreter}\0`, 'latin1') : elf.interpreter
    const { at, size } = place(text)
    segments.push({ type: 3, offset: at, address: base + at, fileSize: size })
  }
  if (elf.notes !== undefined) {
    const { at, size } = place(Buffer.concat(elf.notes.map((note) => noteBytes(note, write.order))))
    segments.push({ type: 4, offset: at, address: base + at, fileSize: size, align: 4n })
  }
  if (elf.needed !== undefined || elf.flags1 !== undefined) {
    const { at, size } = dynamicSection(elf, write, place)
    segments.push({ type: 2, offset: at, address: base + at, fileSize: size })
  }
  segments.push(...(elf.segments ?? []))
  writeHeader(file, elf, write, segments.length)
  for (const [index, segment] of segments.entries()) {
    write.segment((is64 ? 64 : 52) + index * (is64 ? 56 : 32), segment)
  }
  return file
}

/** A GNU ABI tag, as glibc's start-up code carries it. */
export const abiTag = {
  owner: 'GNU',
  type: 1,
  description: Buffer.from('00000000030000000200000000000000', 'hex'),
} as const

function writeHeader(file: Buffer, elf: BuiltElf, write: Writer, count: number): void {
  const is64 = (elf.bits ?? 64) === 64
  file.set([0x7f, 0x45, 0x4c, 0x46, is64 ? 2 : 1, write.order === 'little' ? 1 : 2, 1, elf.osAbi ?? 0])
  const tail = is64 ? 48 : 36
  write.u16(16, elf.type ?? 2)
  write.u16(18, elf.machine ?? 62)
  write.u32(20, 1)
  write.word(24, elf.entry ?? base + BigInt(codeAt))
  write.word(is64 ? 32 : 28, is64 ? 64n : 52n)
  write.u16(tail + 4, is64 ? 64 : 52)
  write.u16(tail + 6, elf.programEntrySize ?? (is64 ? 56 : 32))
  write.u16(tail + 8, elf.programCount ?? count)
}

function dynamicSection(
  elf: BuiltElf,
  write: Writer,
  place: (bytes: Uint8Array) => { at: bigint; size: bigint },
): { at: bigint; size: bigint } {
  const names = ['', ...(elf.needed ?? []), ...Object.values(elf.versions ?? {}).flat()]
  const offsets = new Map<string, number>()
  let table = ''
  for (const name of names) {
    offsets.set(name, table.length)
    table += `${name}\0`
  }
  const strings = place(Buffer.from(table, 'latin1'))
  const entries: (readonly [bigint, bigint])[] = (elf.needed ?? []).map((name) => [
    1n,
    BigInt(offsets.get(name) ?? 0),
  ])
  entries.push([5n, base + strings.at], [10n, strings.size])
  if (elf.flags1 !== undefined) entries.push([0x6ffffffbn, elf.flags1])
  if (elf.versions !== undefined) {
    const needs = place(versionBytes(elf.versions, offsets, write.order))
    entries.push([0x6ffffffen, base + needs.at])
  }
  entries.push([0n, 0n])
  const size = (elf.bits ?? 64) === 64 ? 8 : 4
  const bytes = Buffer.alloc(entries.length * 2 * size)
  const inner = writer(bytes, write.order, size === 8)
  for (const [index, [tag, value]] of entries.entries()) {
    inner.word(index * 2 * size, tag)
    inner.word(index * 2 * size + size, value)
  }
  return place(bytes)
}

function versionBytes(
  versions: Readonly<Record<string, readonly string[]>>,
  offsets: ReadonlyMap<string, number>,
  order: 'little' | 'big',
): Buffer {
  const records: Buffer[] = []
  const libraries = Object.entries(versions)
  for (const [index, [library, names]] of libraries.entries()) {
    const bytes = Buffer.alloc(16 + names.length * 16)
    const write = writer(bytes, order, true)
    write.u16(0, 1)
    write.u16(2, names.length)
    write.u32(4, offsets.get(library) ?? 0)
    write.u32(8, 16)
    write.u32(12, index === libraries.length - 1 ? 0 : bytes.length)
    for (const [place, name] of names.entries()) {
      write.u32(16 + place * 16 + 8, offsets.get(name) ?? 0)
      write.u32(16 + place * 16 + 12, place === names.length - 1 ? 0 : 16)
    }
    records.push(bytes)
  }
  return Buffer.concat(records)
}

function noteBytes(
  note: { owner: string; type: number; description: Uint8Array },
  order: 'little' | 'big',
): Buffer {
  const owner = Buffer.from(`${note.owner}\0`)
  const ownerSize = Math.ceil(owner.length / 4) * 4
  const bytes = Buffer.alloc(12 + ownerSize + Math.ceil(note.description.length / 4) * 4)
  const write = writer(bytes, order, true)
  write.u32(0, owner.length)
  write.u32(4, note.description.length)
  write.u32(8, note.type)
  bytes.set(owner, 12)
  bytes.set(note.description, 12 + ownerSize)
  return bytes
}

interface Writer {
  readonly order: 'little' | 'big'
  u16(at: number, value: number): void
  u32(at: number, value: number): void
  word(at: number, value: bigint): void
  segment(at: number, segment: BuiltSegment): void
}

function writer(bytes: Buffer, order: 'little' | 'big', is64: boolean): Writer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isLittle = order === 'little'
  const write: Writer = {
    order,
    u16: (at, value) => view.setUint16(at, value, isLittle),
    u32: (at, value) => view.setUint32(at, value, isLittle),
    word: (at, value) =>
      is64
        ? view.setBigUint64(at, value, isLittle)
        : view.setUint32(at, Number(value & 0xffffffffn), isLittle),
    segment: (at, segment) => {
      const size = is64 ? 8 : 4
      write.u32(at, segment.type)
      write.u32(at + (is64 ? 4 : 24), segment.flags ?? 4)
      write.word(at + (is64 ? 8 : 4), segment.offset ?? 0n)
      write.word(at + 2 * size, segment.address ?? 0n)
      write.word(at + 4 * size, segment.fileSize ?? 0n)
      write.word(at + 5 * size, segment.memorySize ?? segment.fileSize ?? 0n)
      write.word(at + (is64 ? 48 : 28), segment.align ?? 1n)
    },
  }
  return write
}
