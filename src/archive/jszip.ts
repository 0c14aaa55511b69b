/**
 * The one place that knows jszip. It hands jszip entries that are compressed already, for which there is no public
 * way: the class `CompressedObject` is what jszip itself makes of the entries of a zip that it loads. The version is
 * pinned, and `__tests__/archive/jszip.test.ts` tells when another one takes them otherwise.
 */
import JSZip from 'jszip'
// @ts-expect-error: the package has no types for its inside
import CompressedObject from 'jszip/lib/compressedObject.js'
import type { CompressedEntry } from './compressed-entry'

/** Of the inside of jszip 3.10.1 (lib/compressedObject.js, lib/compressions.js). */
type MakeCompressedObject = new (
  compressedSize: number,
  uncompressedSize: number,
  crc32: number,
  /** Two little-endian bytes: the compression method (APPNOTE 4.4.5). */
  compression: { readonly magic: string },
  data: Uint8Array,
) => Uint8Array

const Precompressed = CompressedObject as MakeCompressedObject

export interface ZipEntry extends CompressedEntry {
  /** Relative, forward slashes. */
  readonly name: string
  /** The 16 bits of stat(2) `st_mode`. */
  readonly mode: number
}

const methods = {
  STORE: { magic: '\x00\x00' },
  DEFLATE: { magic: '\x08\x00' },
} as const

/** The bytes of a zip with these entries in this order, made by Unix. */
export function zipStream(entries: readonly ZipEntry[]): NodeJS.ReadableStream {
  // In a folder of its own, of which nothing is seen in the zip: a name like `42` as a key of an object would come
  // before all others.
  const zip = new JSZip().folder('package') as JSZip
  for (const { name, mode, bytes, isStored, sizeBytes, crc32, modifiedAt } of entries) {
    const compression = isStored ? 'STORE' : 'DEFLATE'
    const data = new Precompressed(bytes.length, sizeBytes, crc32, methods[compression], bytes)
    zip.file(name, data, {
      binary: true,
      compression,
      createFolders: false,
      date: modifiedAt,
      unixPermissions: mode,
    })
  }
  return zip.generateNodeStream({ platform: 'UNIX', streamFiles: false })
}
