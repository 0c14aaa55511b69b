/**
 * Builds zips byte by byte (APPNOTE 4.3), so that tests can make ones that no tool would write.
 */
import { deflateRawSync } from 'node:zlib'
import { tableCrc32 } from '../../src/archive/crc32'

export interface RawEntry {
  readonly name: string
  readonly content?: string | Buffer
  /** 16 bits of st_mode. 0100644 when absent. */
  readonly mode?: number
  /** Upper byte of “version made by”. Unix when absent. */
  readonly madeBy?: number
  readonly flags?: number
  readonly method?: number
  /** Bytes in place of the compressed content. */
  readonly data?: Buffer
  readonly declaredSize?: number
  readonly declaredCrc?: number
  /** Name in the header at the data, when it differs. */
  readonly localName?: string
  /** Bytes in place of the name, in both headers. */
  readonly rawName?: Buffer
  /** What else differs in the header at the data. */
  readonly local?: {
    readonly flags?: number
    readonly method?: number
    readonly crc?: number
    readonly compressedBytes?: number
    readonly sizeBytes?: number
    readonly extra?: Buffer
  }
  /** Extra fields, in the directory only. */
  readonly extra?: Buffer
  /** What follows the data, for example a data descriptor. */
  readonly behind?: Buffer
  /** Number of the disk on which its data begins. */
  readonly disk?: number
  /** Sizes in the directory, when they lie. */
  readonly declaredCompressed?: number
  /** Offset of the header in the directory, when it lies. */
  readonly offset?: number
}

/** What the end record says, where it lies. */
export interface RawEnd {
  readonly entryCount?: number
  readonly entriesOnDisk?: number
  readonly disk?: number
  readonly directoryDisk?: number
  readonly directoryBytes?: number
  readonly directoryStart?: number
  readonly comment?: Buffer
  /** Between the directory and the end record. */
  readonly before?: Buffer
  /** Before the first entry; offsets are as if it were not there, unless `isAdjusted`. */
  readonly prefix?: Buffer
  readonly isAdjusted?: boolean
}

/** The bytes of a zip with these entries, stored order, no timestamps. */
export function rawZip(entries: readonly RawEntry[], trailer: RawEnd = {}): Buffer {
  const { prefix = Buffer.alloc(0), before = Buffer.alloc(0), comment = Buffer.alloc(0) } = trailer
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let position = trailer.isAdjusted === true ? prefix.length : 0
  for (const entry of entries) {
    const { local, central } = headersOf(entry, position)
    directory.push(central)
    locals.push(local)
    position += local.length
  }
  const directoryBytes = Buffer.concat(directory).length
  const end = Buffer.alloc(18)
  const entryCount = trailer.entryCount ?? entries.length
  end.writeUInt16LE(trailer.disk ?? 0, 0)
  end.writeUInt16LE(trailer.directoryDisk ?? 0, 2)
  end.writeUInt16LE(trailer.entriesOnDisk ?? entryCount, 4)
  end.writeUInt16LE(entryCount, 6)
  end.writeUInt32LE(trailer.directoryBytes ?? directoryBytes, 8)
  end.writeUInt32LE(trailer.directoryStart ?? position, 12)
  end.writeUInt16LE(comment.length, 16)
  return Buffer.concat([prefix, ...locals, ...directory, before, signature(0x06054b50), end, comment])
}

function headersOf(entry: RawEntry, position: number): { readonly local: Buffer; readonly central: Buffer } {
  const content = Buffer.from(entry.content ?? '')
  const method = entry.method ?? 8
  const data = entry.data ?? (method === 8 ? deflateRawSync(content) : content)
  const flags = entry.flags ?? 0x800
  const shared = {
    flags,
    method,
    crc: entry.declaredCrc ?? tableCrc32(content),
    compressedBytes: entry.declaredCompressed ?? data.length,
    sizeBytes: entry.declaredSize ?? content.length,
    extra: entry.extra ?? Buffer.alloc(0),
  }
  const atData = { ...shared, extra: Buffer.alloc(0), ...entry.local }
  const name = entry.rawName ?? Buffer.from(entry.name)
  const localName = entry.localName === undefined ? name : Buffer.from(entry.localName)
  const behind = entry.behind ?? Buffer.alloc(0)
  const local = [signature(0x04034b50), fields(atData, localName), localName, atData.extra, data, behind]
  const tail = Buffer.alloc(14)
  tail.writeUInt16LE(entry.disk ?? 0, 2)
  tail.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6)
  tail.writeUInt32LE(entry.offset ?? position, 10)
  const madeBy = Buffer.from([30, entry.madeBy ?? 3])
  const central = [signature(0x02014b50), madeBy, fields(shared, name), tail, name, shared.extra]
  return { local: Buffer.concat(local), central: Buffer.concat(central) }
}

interface Shared {
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly compressedBytes: number
  readonly sizeBytes: number
  readonly extra: Buffer
}

/** What both headers have, from “version needed” to “extra field length”. */
function fields({ flags, method, crc, compressedBytes, sizeBytes, extra }: Shared, name: Buffer): Buffer {
  const bytes = Buffer.alloc(26)
  bytes.writeUInt16LE(20, 0)
  bytes.writeUInt16LE(flags, 2)
  bytes.writeUInt16LE(method, 4)
  bytes.writeUInt16LE(0x21, 8)
  bytes.writeUInt32LE(crc, 10)
  bytes.writeUInt32LE(compressedBytes, 14)
  bytes.writeUInt32LE(sizeBytes, 18)
  bytes.writeUInt16LE(name.length, 22)
  bytes.writeUInt16LE(extra.length, 24)
  return bytes
}

/** An extra field (APPNOTE 4.5.1). */
export function extraField(id: number, data: Buffer): Buffer {
  const header = Buffer.alloc(4)
  header.writeUInt16LE(id, 0)
  header.writeUInt16LE(data.length, 2)
  return Buffer.concat([header, data])
}

/** Info-ZIP's Unicode Path (APPNOTE 4.6.9) for an entry whose header has the first name. */
export function unicodePath(headerName: string | Buffer, name: string): Buffer {
  const start = Buffer.alloc(5)
  start.writeUInt8(1, 0)
  start.writeUInt32LE(tableCrc32(Buffer.from(headerName)), 1)
  return extraField(0x7075, Buffer.concat([start, Buffer.from(name)]))
}

/** A data descriptor (APPNOTE 4.3.9) with its signature. */
export function descriptor(crc: number, compressedBytes: number, sizeBytes: number): Buffer {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt32LE(0x08074b50, 0)
  bytes.writeUInt32LE(crc, 4)
  bytes.writeUInt32LE(compressedBytes, 8)
  bytes.writeUInt32LE(sizeBytes, 12)
  return bytes
}

/** The zip64 end record and its locator (APPNOTE 4.3.14, 4.3.15); the record lies at `at`. */
export function zip64End(
  at: number,
  {
    entryCount,
    directoryBytes,
    directoryStart,
  }: Record<'entryCount' | 'directoryBytes' | 'directoryStart', number>,
): Buffer {
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06064b50, 0)
  record.writeBigUInt64LE(44n, 4)
  record.writeUInt16LE(45, 12)
  record.writeUInt16LE(45, 14)
  record.writeBigUInt64LE(BigInt(entryCount), 24)
  record.writeBigUInt64LE(BigInt(entryCount), 32)
  record.writeBigUInt64LE(BigInt(directoryBytes), 40)
  record.writeBigUInt64LE(BigInt(directoryStart), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(at), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([record, locator])
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
