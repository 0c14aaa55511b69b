/**
 * Where the data of the entries lies. Unpackers go by the directory, by the headers at the data, or by both; here
 * both have to say the same, and every byte before the directory has to belong to exactly one entry.
 */
import { type Entry, type ExtraField, type LocalFileHeader, parseExtraFields, type ZipFile } from 'yauzl'
import { quoted } from '../entry-names'
import type { FileReader } from './bounded-reader'
import { decodeName, otherName } from './raw-names'
import { directoryReason } from './unreadable'

/** An entry of the directory whose header at the data says the same. */
export interface PlacedEntry {
  readonly entry: Entry
  /** Where its data begins in the file. */
  readonly start: number
}

/** Says why the zip cannot be trusted, as the end of a sentence. */
export type Refuse = (reason: string, cause?: unknown) => Error

/** Bit 3 (APPNOTE 4.4.4): sizes and CRC follow the data. */
const descriptorFlag = 0x0008
/** Bits 1 and 2 say how hard the writer tried, which nobody needs for unpacking. */
const effortFlags = 0x0006
const zip64Field = 0x0001
const descriptorSignature = 0x08074b50

/**
 * Finds the data of all entries.
 *
 * @param directoryStart where the last entry has to end
 * @throws what `refuse` makes
 */
export async function placeEntries(
  zip: ZipFile,
  reader: FileReader,
  entries: readonly Entry[],
  { directoryStart, refuse }: { readonly directoryStart: number; readonly refuse: Refuse },
): Promise<readonly PlacedEntry[]> {
  const placed: PlacedEntry[] = []
  for (const entry of entries) {
    const header = await zip.readLocalFileHeaderPromise(entry).catch((error: unknown) => {
      throw refuse(`${directoryReason(error)} (at the entry ${quoted(nameOf(entry))})`, error)
    })
    const difference = differenceAtData(entry, header)
    if (difference !== undefined) throw refuse(difference)
    placed.push({ entry, start: header.fileDataStart })
  }
  const inOrder = [...placed].sort((left, right) => headerOf(left) - headerOf(right))
  const [first] = inOrder
  const firstStart = first === undefined ? directoryStart : headerOf(first)
  if (firstStart !== 0) throw refuse(`${firstStart} bytes lie before its first entry`)
  for (const [index, { entry, start }] of inOrder.entries()) {
    const next = inOrder[index + 1]
    const end = start + entry.compressedSize
    const nextStart = next === undefined ? directoryStart : headerOf(next)
    const name = quoted(nameOf(entry))
    if (end > nextStart) {
      throw refuse(
        next === undefined
          ? `${name} reaches into the directory`
          : `${name} and ${quoted(nameOf(next.entry))} overlap`,
      )
    }
    const gap = nextStart - end
    if (gap === 0) continue
    const hasDescriptor = (entry.generalPurposeBitFlag & descriptorFlag) !== 0
    const isDescriptor = hasDescriptor && gap <= 24 && describes(await reader.bytesAt(end, gap), entry)
    if (!isDescriptor) throw refuse(`${gap} bytes behind the data of ${name} are not part of it`)
  }
  return placed
}

const headerOf = ({ entry }: PlacedEntry): number => entry.relativeOffsetOfLocalHeader
const nameOf = (entry: Entry): string => decodeName(entry.fileNameRaw).name

/** What the header at the data says of an entry and the directory does not. */
function differenceAtData(entry: Entry, header: LocalFileHeader): string | undefined {
  const name = quoted(nameOf(entry))
  if (!header.fileName.equals(entry.fileNameRaw)) {
    const inner = quoted(decodeName(header.fileName).name)
    return `an entry is named ${name} in the directory and ${inner} at its data`
  }
  const extraFields = extraFieldsOf(header)
  if (extraFields === undefined) return `the extra fields at the data of ${name} are damaged`
  const other = otherName(entry.fileNameRaw, [...entry.extraFields, ...extraFields])
  if (other !== undefined) return `an entry is named ${name} and, for some unpackers, ${quoted(other)}`
  const flags = (header.generalPurposeBitFlag ^ entry.generalPurposeBitFlag) & ~effortFlags
  if (flags !== 0) return `the flags of ${name} differ between the directory and its data`
  if (header.compressionMethod !== entry.compressionMethod)
    return `${name} is compressed with method ${entry.compressionMethod} in the directory and ${header.compressionMethod} at its data`
  const sizes = sizesAtData(header, extraFields.find(({ id }) => id === zip64Field)?.data)
  const isLater = (entry.generalPurposeBitFlag & descriptorFlag) !== 0
  const isSame = (found: number, wanted: number): boolean => found === wanted || (isLater && found === 0)
  if (
    !isSame(sizes.sizeBytes, entry.uncompressedSize) ||
    !isSame(sizes.compressedBytes, entry.compressedSize)
  )
    return `the sizes of ${name} differ between the directory and its data`
  if (!isSame(header.crc32, entry.crc32))
    return `the checksum of ${name} differs between the directory and its data`
  return undefined
}

function extraFieldsOf({ extraField }: LocalFileHeader): readonly ExtraField[] | undefined {
  try {
    return parseExtraFields(extraField)
  } catch {
    return undefined
  }
}

/** The zip64 field has the sizes that do not fit into the header (4.5.3). */
function sizesAtData(
  { compressedSize, uncompressedSize }: LocalFileHeader,
  zip64: Buffer | undefined,
): { readonly sizeBytes: number; readonly compressedBytes: number } {
  let at = 0
  const resolved = (value: number): number => {
    if (value !== 0xffffffff || zip64 === undefined || at + 8 > zip64.length) return value
    at += 8
    return Number(zip64.readBigUInt64LE(at - 8))
  }
  const sizeBytes = resolved(uncompressedSize)
  return { sizeBytes, compressedBytes: resolved(compressedSize) }
}

/** A data descriptor (4.3.9): with or without signature, sizes of four or eight bytes. */
function describes(bytes: Buffer, { crc32, compressedSize, uncompressedSize }: Entry): boolean {
  const isSigned = bytes.length === 16 || bytes.length === 24
  if (!isSigned && bytes.length !== 12 && bytes.length !== 20) return false
  if (isSigned && bytes.readUInt32LE(0) !== descriptorSignature) return false
  const at = isSigned ? 4 : 0
  const isLong = bytes.length >= 20
  const sizes = isLong
    ? [Number(bytes.readBigUInt64LE(at + 4)), Number(bytes.readBigUInt64LE(at + 12))]
    : [bytes.readUInt32LE(at + 4), bytes.readUInt32LE(at + 8)]
  return bytes.readUInt32LE(at) === crc32 && sizes[0] === compressedSize && sizes[1] === uncompressedSize
}
