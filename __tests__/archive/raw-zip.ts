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
  /** Offset of the header in the directory, when it lies. */
  readonly offset?: number
}

/** The bytes of a zip with these entries, stored order, no timestamps, no extras. */
export function rawZip(entries: readonly RawEntry[], trailer: { readonly entryCount?: number } = {}): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let position = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content ?? '')
    const method = entry.method ?? 8
    const data = entry.data ?? (method === 8 ? deflateRawSync(content) : content)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(entry.flags ?? 0x800, 2)
    shared.writeUInt16LE(method, 4)
    shared.writeUInt16LE(0x21, 8)
    shared.writeUInt32LE(entry.declaredCrc ?? tableCrc32(content), 10)
    shared.writeUInt32LE(data.length, 14)
    shared.writeUInt32LE(entry.declaredSize ?? content.length, 18)
    const name = Buffer.from(entry.name)
    const localName = Buffer.from(entry.localName ?? entry.name)
    const local = Buffer.concat([signature(0x04034b50), withNameLength(shared, localName), localName, data])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6)
    tail.writeUInt32LE(entry.offset ?? position, 10)
    const madeBy = Buffer.from([30, entry.madeBy ?? 3])
    directory.push(signature(0x02014b50), madeBy, withNameLength(shared, name), tail, name)
    locals.push(local)
    position += local.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(trailer.entryCount ?? entries.length, 4)
  end.writeUInt16LE(trailer.entryCount ?? entries.length, 6)
  end.writeUInt32LE(Buffer.concat(directory).length, 8)
  end.writeUInt32LE(position, 12)
  return Buffer.concat([...locals, ...directory, signature(0x06054b50), end])
}

function withNameLength(shared: Buffer, name: Buffer): Buffer {
  const copy = Buffer.from(shared)
  copy.writeUInt16LE(name.length, 22)
  return copy
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
