/**
 * The door of this room: from bytes to everything that is said about a binary. Pure but for reading the
 * source; nothing in the file is executed and nothing of the machine is looked at.
 */
import type { Finding } from '../findings'
import type { GoBuildInfo } from './build-info'
import { fileLine } from './file-line'
import { hasElfMagic } from './headers'
import { type HostGap, resolveOnHosts } from './host-gaps'
import type { ElfImage } from './image'
import { lddText } from './ldd-text'
import { machineName } from './machine-names'
import { printable } from './printable'
import { type ImageReading, readImage } from './read-image'
import { BoundedReader, type ByteSource, ReadLimitReached } from './source'
import { judge, judgeOther, judgeUnreadable } from './verdict'

export type { GoBuildInfo, GoModule } from './build-info'
export { fileLine } from './file-line'
export type { HostGap } from './host-gaps'
export type { ElfImage } from './image'

/** What to call the binary, and for which CPU it should be. */
export interface InspectionRequest {
  /** As the user calls it, for example `handler`. */
  readonly name: string
  /** The GOARCH that is deployed, usually `amd64`. */
  readonly goarch: string
}

export interface Inspection {
  /** Absent when the file is not ELF, or its header cannot be read. */
  readonly image?: ElfImage
  /** For example `x86-64`; empty when it is not ELF. */
  readonly machine: string
  readonly linkage: 'static' | 'dynamic' | 'unknown'
  /** Printable; empty when there is none. */
  readonly interpreter: string
  /** Printable names in the order of DT_NEEDED. */
  readonly needed: readonly string[]
  /** Printable; empty when there is no Go build info. */
  readonly goVersion: string
  readonly buildInfo?: GoBuildInfo
  /** The line of `file NAME`. */
  readonly fileOutput: string
  /** What `ldd` says, with libraries resolved on the Functions hosts. */
  readonly lddOutput: string
  /** One entry per host generation; empty when it is not a dynamic x86-64 binary. */
  readonly gaps: readonly HostGap[]
  readonly findings: readonly Finding[]
}

/**
 * Inspects a binary: what it is, what it needs to start, and whether Azure Functions can start it.
 *
 * @param source its bytes; at most 8 MiB in 2,000 reads are taken, plus 16 MiB for the `file` line
 * @param request its name and the target architecture
 * @returns the inspection. Hostile bytes give findings, never an exception
 * @throws {ActionError} `elf-unreadable` when the disk fails
 */
export function inspectBinary(source: ByteSource, request: InspectionRequest): Inspection {
  const fileOutput = `${printable(request.name)}: ${fileLine(source)}`
  const reader = new BoundedReader(source)
  const unreadable = {
    machine: '',
    linkage: 'unknown',
    interpreter: '',
    needed: [],
    goVersion: '',
    fileOutput,
    lddOutput: lddText(request.name, undefined, []),
    gaps: [],
  } as const
  if (!hasElfMagic(reader)) return { ...unreadable, findings: judgeOther(reader, request) }
  let reading: ImageReading | undefined
  try {
    reading = readImage(reader)
  } catch (thrown) {
    if (!(thrown instanceof ReadLimitReached)) throw thrown
    return {
      ...unreadable,
      findings: judgeUnreadable(reader, request, 'its headers point to too many places'),
    }
  }
  if (reading === undefined) return { ...unreadable, findings: judgeUnreadable(reader, request) }
  return inspectImage(source, reading, request, fileOutput)
}

function inspectImage(
  source: ByteSource,
  reading: ImageReading,
  request: InspectionRequest,
  fileOutput: string,
): Inspection {
  const { image, buildInfo } = reading
  const resolutions = resolveOnHosts(image)
  const gaps = resolutions.map((resolution) => resolution.gap)
  const subject = { image, buildInfo, gaps, mode: source.mode, sizeBytes: source.sizeBytes }
  const findings = judge(subject, request)
  return {
    image,
    machine: machineName(image.header.machine),
    linkage: linkageOf(image, findings),
    interpreter: image.interpreter?.path ?? '',
    needed: image.dynamic?.needed ?? [],
    goVersion: buildInfo === undefined ? '' : printable(buildInfo.goVersion),
    ...(buildInfo === undefined ? {} : { buildInfo }),
    fileOutput,
    lddOutput: lddText(request.name, image, resolutions),
    gaps,
    findings,
  }
}

/** Errors that say nothing against the headers themselves. */
const soundErrors: readonly string[] = ['elf-machine', 'elf-os', 'elf-static-crash', 'goamd64-level']

/** Static only when the headers are sound and ask for nothing; a packed file may unpack into anything. */
function linkageOf(image: ElfImage, findings: readonly Finding[]): Inspection['linkage'] {
  if (image.interpreter !== undefined || (image.dynamic?.needed.length ?? 0) > 0) return 'dynamic'
  const isSound = findings.every(({ code, severity }) => severity !== 'error' || soundErrors.includes(code))
  return isSound ? 'static' : 'unknown'
}
