/**
 * The part of jszip with which an entry that is already compressed is handed over.
 * jszip 3.10.1 ships no types for it; `zipObject.js` passes such entries through untouched.
 */
declare module 'jszip/lib/compressedObject.js' {
  class CompressedObject {
    /**
     * @param compressedSize bytes of `content`
     * @param uncompressedSize bytes of the original
     * @param crc32 CRC-32 of the original
     * @param compression `magic` is the compression method as two little-endian characters
     * @param content the compressed bytes
     */
    constructor(
      compressedSize: number,
      uncompressedSize: number,
      crc32: number,
      compression: { readonly magic: string },
      content: Uint8Array,
    )
  }
  export = CompressedObject
}
