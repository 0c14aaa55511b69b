/**
 * The bytes of an entry's name as text, and whether the zip gives the entry a second name.
 * It does not judge what a name says.
 */
import { type ExtraField, getFileNameLowLevel } from 'yauzl'

/** Info-ZIP's Unicode Path (APPNOTE 4.6.9): a version, a checksum of the name in the header, and a name in UTF-8. */
const unicodePath = 0x7075
const unicodePathHeaderBytes = 5

/** The name, and whether its bytes are UTF-8, as those of the host's own reader are expected to be. */
export function decodeName(raw: Buffer): { readonly name: string; readonly isUtf8: boolean } {
  const utf8 = asUtf8(raw)
  return utf8 === undefined ? { name: asCodePage437(raw), isUtf8: false } : { name: utf8, isUtf8: true }
}

/**
 * Unpackers that know the Unicode Path take it instead of the name in the header; the others do not see it.
 *
 * @returns the other name, undefined when there is none
 */
export function otherName(raw: Buffer, extraFields: readonly ExtraField[]): string | undefined {
  for (const { id, data } of extraFields) {
    if (id !== unicodePath) continue
    const name = data.subarray(unicodePathHeaderBytes)
    const isSame = name.equals(raw) || asUtf8(name) === asCodePage437(raw)
    if (!isSame) return decodeName(name).name
  }
  return undefined
}

function asUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** What names are written in that are not UTF-8 (APPNOTE D.1). */
function asCodePage437(bytes: Buffer): string {
  return getFileNameLowLevel(0, bytes, [], true)
}
