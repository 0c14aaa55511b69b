/**
 * The end of a zip (APPNOTE 4.3.14 to 4.3.16): where its one directory lies and how many entries it counts. Readers
 * look for it in different ways, so anything that could lead one of them elsewhere is refused.
 */
import type { FileReader } from './bounded-reader'

export interface Ending {
  readonly directoryStart: number
  /** Where the directory ends and the end record, or that of zip64, begins. */
  readonly directoryEnd: number
  readonly entryCount: number
}

const endBytes = 22
const mostCommentBytes = 0xffff
const locatorBytes = 20
const zip64Bytes = 56
const signatures = { end: 0x06054b50, locator: 0x07064b50, zip64: 0x06064b50 } as const

/** Fields that both end records have. */
interface Fields {
  readonly disk: number
  readonly directoryDisk: number
  readonly entriesOnDisk: number
  readonly entryCount: number
  readonly directoryBytes: number
  readonly directoryStart: number
}

/** In the short record the largest number of a field means that the other record has it. */
const masks: Fields = {
  disk: 0xffff,
  directoryDisk: 0xffff,
  entriesOnDisk: 0xffff,
  entryCount: 0xffff,
  directoryBytes: 0xffffffff,
  directoryStart: 0xffffffff,
}

/**
 * Reads the end of a zip.
 *
 * @returns where the directory lies, or the reason why readers would disagree as the end of a sentence
 * @throws what the reader throws
 */
export async function readEnding(reader: FileReader, sizeBytes: number): Promise<Ending | string> {
  const tailStart = Math.max(0, sizeBytes - endBytes - mostCommentBytes)
  const tail = await reader.bytesAt(tailStart, sizeBytes - tailStart)
  const at = lastEnd(tail)
  if (at === undefined) return 'it is not a zip, or it was cut off'
  const endStart = tailStart + at
  if (at + endBytes + tail.readUInt16LE(at + 20) !== tail.length)
    return 'something follows the end of the zip'
  const short: Fields = {
    disk: tail.readUInt16LE(at + 4),
    directoryDisk: tail.readUInt16LE(at + 6),
    entriesOnDisk: tail.readUInt16LE(at + 8),
    entryCount: tail.readUInt16LE(at + 10),
    directoryBytes: tail.readUInt32LE(at + 12),
    directoryStart: tail.readUInt32LE(at + 16),
  }
  const long = await readZip64(reader, endStart)
  if (typeof long === 'string') return long
  const fields = long?.fields ?? short
  const other = (Object.keys(masks) as (keyof Fields)[]).find(
    (name) => short[name] !== fields[name] && short[name] !== masks[name],
  )
  if (other !== undefined) return 'its two end records contradict each other'
  if (fields.disk !== 0 || fields.directoryDisk !== 0) return 'it is one part of a split archive'
  if (fields.entriesOnDisk !== fields.entryCount) return 'its end record counts its entries in two ways'
  const directoryEnd = long?.start ?? endStart
  if (fields.directoryStart + fields.directoryBytes !== directoryEnd)
    return 'its directory does not end where its end record begins'
  return { directoryStart: fields.directoryStart, directoryEnd, entryCount: fields.entryCount }
}

function lastEnd(tail: Buffer): number | undefined {
  for (let at = tail.length - endBytes; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === signatures.end) return at
  }
  return undefined
}

/** The record of zip64, when there is a locator right before the end record. */
async function readZip64(
  reader: FileReader,
  endStart: number,
): Promise<{ readonly start: number; readonly fields: Fields } | string | undefined> {
  const locatorStart = endStart - locatorBytes
  if (locatorStart < 0) return undefined
  const locator = await reader.bytesAt(locatorStart, locatorBytes)
  if (locator.readUInt32LE(0) !== signatures.locator) return undefined
  if (locator.readUInt32LE(4) !== 0 || locator.readUInt32LE(16) > 1)
    return 'it is one part of a split archive'
  const start = Number(locator.readBigUInt64LE(8))
  if (start > locatorStart - zip64Bytes) return 'its directory points beyond the end of the file'
  const record = await reader.bytesAt(start, zip64Bytes)
  if (record.readUInt32LE(0) !== signatures.zip64 || start + 12 + numberAt(record, 4) !== locatorStart)
    return 'its zip64 end record is damaged'
  return {
    start,
    fields: {
      disk: record.readUInt32LE(16),
      directoryDisk: record.readUInt32LE(20),
      entriesOnDisk: numberAt(record, 24),
      entryCount: numberAt(record, 32),
      directoryBytes: numberAt(record, 40),
      directoryStart: numberAt(record, 48),
    },
  }
}

/** Numbers beyond 2 ** 53 become inexact, and belong to no file. */
function numberAt(record: Buffer, at: number): number {
  return Number(record.readBigUInt64LE(at))
}
