/** Reads an ELF file into an {@link ElfImage}: everything that the verdict needs, nothing decided yet. */
import { type GoBuildInfo, readElfBuildInfo } from './build-info'
import { readDynamic, readInterpreter } from './dynamic'
import { readHeader, readSections, readSegments } from './headers'
import type { ElfHeader, ElfImage } from './image'
import { machineName } from './machine-names'
import { readNotes } from './notes'
import type { BoundedReader } from './source'

const symbolTableType = 2

/** An image with the build info found in it. */
export interface ImageReading {
  readonly image: ElfImage
  readonly buildInfo?: GoBuildInfo
}

/**
 * Reads the parts of an ELF file that say how it starts and where it comes from.
 *
 * @param reader a file with the ELF magic number
 * @returns image and build info; undefined when the header is incomplete or of no known class or byte order
 * @throws {ReadLimitReached} when hostile headers lead to too many places
 */
export function readImage(reader: BoundedReader): ImageReading | undefined {
  const header = readHeader(reader)
  if (header === undefined) return undefined
  const { segments, fault } = readSegments(reader, header)
  const sections = readSections(reader, header)
  const interpreter = readInterpreter(reader, segments)
  const dynamic = readDynamic(reader, header, segments)
  const buildInfo = readElfBuildInfo(reader, header, segments, sections)
  const image: ElfImage = {
    header,
    machine: machineName(header.machine),
    segments,
    ...(fault === undefined ? {} : { segmentFault: fault }),
    ...(interpreter === undefined ? {} : { interpreter }),
    ...(dynamic === undefined ? {} : { dynamic }),
    notes: readNotes(reader, header, segments),
    hasSymbolTable: sections.some((section) => section.type === symbolTableType),
    hasDebugInfo: sections.some((section) => section.name === '.debug_info'),
    isPacked: isUpx(reader, header),
  }
  return buildInfo === undefined ? { image } : { image, buildInfo }
}

/** UPX writes its marker behind the program headers and leaves no section table (UPX, l_info). */
function isUpx(reader: BoundedReader, header: ElfHeader): boolean {
  if (header.sectionCount !== 0) return false
  const at = header.programOffset + BigInt(header.programCount * header.programEntrySize)
  return Buffer.from(reader.at(at, 8)).toString('latin1').endsWith('UPX!')
}
