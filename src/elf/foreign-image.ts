/** Finds the Go build info in Windows and macOS executables, only to say for which system one was built. */
import { findMagic, readBlob } from './build-info'
import type { BoundedReader } from './source'

const maxSections = 96
const maxCommands = 256
const dataBytes = 256 * 1024

/**
 * Reads GOOS from the build info of a PE or 64-bit Mach-O file.
 *
 * @returns for example `windows`; undefined when there is no build info of Go 1.18 or later
 */
export function readForeignGoos(reader: BoundedReader): string | undefined {
  for (const place of [...peDataSections(reader), ...machOSections(reader)]) {
    const at = findMagic(reader, place.offset, Math.min(place.size, dataBytes))
    const info = at === undefined ? undefined : readBlob(reader, BigInt(at))
    const goos = info?.settings.get('GOOS')
    if (goos !== undefined) return goos
  }
  return undefined
}

interface Place {
  readonly offset: number
  readonly size: number
}

/** Section headers of 40 bytes follow the optional header (PE format, section table). */
function peDataSections(reader: BoundedReader): readonly Place[] {
  const start = Buffer.from(reader.at(0, 64))
  if (start.length < 64 || start.toString('latin1', 0, 2) !== 'MZ') return []
  const at = start.readUInt32LE(0x3c)
  const header = Buffer.from(reader.at(at, 24))
  if (header.length < 24) return []
  const count = Math.min(header.readUInt16LE(6), maxSections)
  const tableAt = at + 24 + header.readUInt16LE(20)
  const places: Place[] = []
  for (let index = 0; index < count; index += 1) {
    const section = Buffer.from(reader.at(tableAt + index * 40, 40))
    if (section.length < 40) break
    if (section.toString('latin1', 0, 5) !== '.data') continue
    places.push(inside(reader, section.readUInt32LE(20), section.readUInt32LE(16)))
  }
  return places
}

/** LC_SEGMENT_64 commands hold section records of 80 bytes (mach-o/loader.h). */
function machOSections(reader: BoundedReader): readonly Place[] {
  const header = Buffer.from(reader.at(0, 32))
  if (header.length < 32 || header.readUInt32BE(0) !== 0xcffaedfe) return []
  const places: Place[] = []
  let at = 32
  for (let left = Math.min(header.readUInt32LE(16), maxCommands); left > 0; left -= 1) {
    const command = Buffer.from(reader.at(at, 72))
    if (command.length < 72) break
    if (command.readUInt32LE(0) === 0x19) {
      const count = Math.min(command.readUInt32LE(64), maxSections)
      for (let index = 0; index < count; index += 1) {
        const section = Buffer.from(reader.at(at + 72 + index * 80, 80))
        if (section.length < 80 || section.toString('latin1', 0, 14) !== '__go_buildinfo') continue
        places.push(inside(reader, section.readUInt32LE(48), Number(section.readBigUInt64LE(40))))
      }
    }
    const size = command.readUInt32LE(4)
    if (size < 8) break
    at += size
  }
  return places
}

function inside(reader: BoundedReader, offset: number, size: number): Place {
  return { offset, size: Math.max(0, Math.min(size, reader.sizeBytes - offset)) }
}
