/**
 * Reads PT_INTERP and PT_DYNAMIC through the program headers only: a file without section names asks
 * the loader for the same libraries.
 */
import { Fields, locate } from './headers'
import type { DynamicSection, ElfHeader, InterpreterSegment, Segment, VersionNeed } from './image'
import { segmentTypes } from './image'
import { octalEscaped, untilNul } from './printable'
import type { BoundedReader } from './source'

const maxEntries = 4096
const maxNeeded = 256
const maxVersionFiles = 1024
const maxVersions = 4096
const maxNameBytes = 256
/** PATH_MAX; a longer interpreter is ENOEXEC (fs/binfmt_elf.c). */
const maxInterpreterBytes = 4096n

const tags = {
  end: 0n,
  needed: 1n,
  stringTable: 5n,
  stringTableSize: 10n,
  soname: 14n,
  rpath: 15n,
  runpath: 29n,
  flags1: 0x6ffffffbn,
  versionNeed: 0x6ffffffen,
} as const

/**
 * Reads the interpreter as Linux does: the first PT_INTERP, 2 to 4096 bytes, ending in NUL.
 *
 * @returns the path in printable form or the fault; undefined when there is no PT_INTERP
 */
export function readInterpreter(
  reader: BoundedReader,
  segments: readonly Segment[],
): InterpreterSegment | undefined {
  const segment = segments.find((candidate) => candidate.type === segmentTypes.interpreter)
  if (segment === undefined) return undefined
  if (segment.fileSize < 2n || segment.fileSize > maxInterpreterBytes) {
    return { path: '', fault: `PT_INTERP is ${segment.fileSize} bytes long` }
  }
  const bytes = reader.at(segment.offset, Number(segment.fileSize))
  if (BigInt(bytes.length) < segment.fileSize) {
    return { path: '', fault: `PT_INTERP at ${segment.offset} reaches past the end of the file` }
  }
  if (bytes.at(-1) !== 0) return { path: '', fault: 'PT_INTERP does not end in NUL' }
  const path = octalEscaped(untilNul(bytes))
  return path === '' ? { path, fault: 'PT_INTERP is an empty path' } : { path }
}

/**
 * Reads the dynamic section: DT_NEEDED, DT_SONAME, DT_RPATH, DT_RUNPATH, DT_FLAGS_1 and DT_VERNEED.
 *
 * @returns names in printable form; undefined when there is no PT_DYNAMIC
 */
export function readDynamic(
  reader: BoundedReader,
  header: ElfHeader,
  segments: readonly Segment[],
): DynamicSection | undefined {
  const segment = segments.find((candidate) => candidate.type === segmentTypes.dynamic)
  if (segment === undefined) return undefined
  const faults: string[] = []
  const entries = readEntries(reader, header, segment, faults)
  const value = (tag: bigint) => entries.find((entry) => entry.tag === tag)?.value
  const neededOffsets = entries.filter((entry) => entry.tag === tags.needed).map((entry) => entry.value)
  const names = stringTable(reader, segments, value(tags.stringTable), value(tags.stringTableSize))
  const text = (tag: bigint) => names(value(tag)) ?? ''
  const needed: string[] = []
  for (const offset of neededOffsets.slice(0, maxNeeded)) {
    const name = names(offset)
    if (name === undefined) faults.push(`the DT_NEEDED name at ${offset} is outside the string table`)
    // An empty name is the program itself: ld.so loads nothing for it.
    else if (name !== '') needed.push(name)
  }
  if (neededOffsets.length > maxNeeded) faults.push(`it has ${neededOffsets.length} DT_NEEDED entries`)
  const flags1 = value(tags.flags1)
  return {
    needed,
    soname: text(tags.soname),
    rpath: text(tags.rpath),
    runpath: text(tags.runpath),
    ...(flags1 === undefined ? {} : { flags1 }),
    versions: readVersions(reader, header, segments, value(tags.versionNeed), names, faults),
    faults,
  }
}

interface Entry {
  readonly tag: bigint
  readonly value: bigint
}

function readEntries(
  reader: BoundedReader,
  header: ElfHeader,
  segment: Segment,
  faults: string[],
): readonly Entry[] {
  const size = header.bits === 64 ? 16 : 8
  const entries: Entry[] = []
  for (let index = 0; index < maxEntries; index += 1) {
    if (BigInt((index + 1) * size) > segment.fileSize) return entries
    const bytes = reader.at(segment.offset + BigInt(index * size), size)
    if (bytes.length < size) {
      faults.push(`PT_DYNAMIC at ${segment.offset} reaches past the end of the file`)
      return entries
    }
    const fields = new Fields(bytes, header)
    const tag = fields.word(0, 0)
    if (tag === tags.end) return entries
    entries.push({ tag, value: fields.word(4, 8) })
  }
  faults.push(`PT_DYNAMIC has more than ${maxEntries} entries`)
  return entries
}

type NameAt = (offset: bigint | undefined) => string | undefined

function stringTable(
  reader: BoundedReader,
  segments: readonly Segment[],
  address: bigint | undefined,
  declaredSize: bigint | undefined,
): NameAt {
  const table = address === undefined ? undefined : locate(segments, address)
  if (table === undefined) return () => undefined
  const size = declaredSize !== undefined && declaredSize < table.available ? declaredSize : table.available
  return (offset) => {
    if (offset === undefined || offset >= size) return undefined
    const left = size - offset
    const length = left < BigInt(maxNameBytes) ? Number(left) : maxNameBytes
    const bytes = reader.at(table.offset + offset, length)
    return bytes.length === 0 ? undefined : octalEscaped(untilNul(bytes))
  }
}

function readVersions(
  reader: BoundedReader,
  header: ElfHeader,
  segments: readonly Segment[],
  address: bigint | undefined,
  names: NameAt,
  faults: string[],
): readonly VersionNeed[] {
  if (address === undefined) return []
  const table = locate(segments, address)
  if (table === undefined) {
    faults.push('DT_VERNEED points outside every segment')
    return []
  }
  const versions: VersionNeed[] = []
  const record = (at: bigint): Fields | undefined => {
    const bytes = at + 16n <= table.available ? reader.at(table.offset + at, 16) : undefined
    return bytes === undefined || bytes.length < 16 ? undefined : new Fields(bytes, header)
  }
  let fileAt = 0n
  for (let files = 0; files < maxVersionFiles; files += 1) {
    const file = record(fileAt)
    if (file === undefined) break
    const library = names(BigInt(file.u32(4)))
    let versionAt = fileAt + BigInt(file.u32(8))
    for (let left = file.u16(2); left > 0 && versions.length < maxVersions; left -= 1) {
      const aux = record(versionAt)
      const version = aux === undefined ? undefined : names(BigInt(aux.u32(8)))
      if (aux === undefined || library === undefined || version === undefined) {
        faults.push('DT_VERNEED holds a name outside the string table')
        return versions
      }
      versions.push({ library, version, isWeak: (aux.u16(4) & 2) !== 0 })
      // A step below the size of a record would make records overlap and the walk crawl.
      const step = aux.u32(12)
      if (step < 16) break
      versionAt += BigInt(step)
    }
    const next = file.u32(12)
    if (next < 16) break
    fileAt += BigInt(next)
  }
  return versions
}
