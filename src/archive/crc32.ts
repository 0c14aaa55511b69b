/** CRC-32 as the zip format wants it, with the native one where Node has it. */
import * as zlib from 'node:zlib'

/** Present since Node 20.15 and 22.2; the runner may bring an older 20. */
const native: typeof zlib.crc32 | undefined = zlib.crc32

/**
 * CRC-32 of bytes (APPNOTE 4.4.7: polynomial 0xEDB88320, inverted at both ends).
 *
 * @param previous the CRC of what came before them
 * @returns an unsigned 32 bit number
 */
export function crc32(bytes: Uint8Array, previous = 0): number {
  return native === undefined ? tableCrc32(bytes, previous) : native(bytes, previous)
}

let table: Uint32Array | undefined

/**
 * The same from a table, for versions of Node without a native one.
 *
 * @param previous the CRC of what came before them
 * @returns an unsigned 32 bit number
 */
export function tableCrc32(bytes: Uint8Array, previous = 0): number {
  table ??= makeTable()
  let crc = ~previous
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0)
  return ~crc >>> 0
}

function makeTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, index) => {
    let crc = index
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    return crc
  })
}
