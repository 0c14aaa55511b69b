/** An entry of a zip, as its directory describes it. Data only. */

export interface ArchiveEntry {
  /** As it stands in the archive: backslashes and `..` are not touched. */
  readonly name: string
  readonly sizeBytes: number
  readonly compressedBytes: number
  /** The 16 bits of stat(2) `st_mode`; undefined when the zip records none. */
  readonly mode: number | undefined
  /** Upper byte of “version made by” (APPNOTE 4.4.2): 3 is Unix, 0 is MS-DOS and Windows. */
  readonly madeBy: number
  readonly isSymlink: boolean
  readonly isDirectory: boolean
  readonly isEncrypted: boolean
  /** Other bytes become other names in each unpacker. */
  readonly isNameUtf8: boolean
  /** Compression method (APPNOTE 4.4.5): 0 stored, 8 deflate. */
  readonly method: number
  readonly crc32: number
  /** Where its data begins in the file. */
  readonly dataPosition: number
}
