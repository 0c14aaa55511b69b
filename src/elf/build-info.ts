/**
 * Reads what `go build` wrote into the binary about itself (debug/buildinfo in Go's source): the blob that
 * begins with the magic `\xff Go buildinf:`, in the inline form of Go 1.18 and later and in the pointer
 * form of Go 1.13 to 1.17.
 */
import { locate, type NamedSection } from './headers'
import type { ElfHeader, Segment } from './image'
import { segmentFlags, segmentTypes } from './image'
import type { BoundedReader } from './source'

/** A module of the build list. */
export interface GoModule {
  readonly path: string
  readonly version: string
  /** Checksum as in go.sum; empty when there is none. */
  readonly sum: string
  /** The module that replaced it. */
  readonly replacedBy?: { readonly path: string; readonly version: string; readonly sum: string }
}

/** Build info. All texts are as they stand in the binary: escape them where they are shown. */
export interface GoBuildInfo {
  /** For example `go1.26.1`. */
  readonly goVersion: string
  /** Import path of the main package; `command-line-arguments` when files were named. */
  readonly path: string
  readonly main?: GoModule
  readonly modules: readonly GoModule[]
  /** The `build` lines, for example `CGO_ENABLED` to `0`. Empty before Go 1.18. */
  readonly settings: ReadonlyMap<string, string>
}

const magic = Buffer.from('\xff Go buildinf:', 'latin1')
const blobHeaderBytes = 32
const maxTextBytes = 256 * 1024
const scanBudgetBytes = 4 * 1024 * 1024
const scanStepBytes = 64 * 1024
const sentinelBytes = 16

/**
 * Finds and reads the build info of an ELF file: in the section `.go.buildinfo`, or in the writable,
 * non-executable PT_LOADs, at most 4 MiB of them.
 *
 * @param sections its sections, empty when it has none
 * @returns the build info, or undefined when there is none
 */
export function readElfBuildInfo(
  reader: BoundedReader,
  header: ElfHeader,
  segments: readonly Segment[],
  sections: readonly NamedSection[],
): GoBuildInfo | undefined {
  const pointers = { header, segments }
  const section = sections.find((candidate) => candidate.name === '.go.buildinfo')
  if (section !== undefined) {
    const info = readBlob(reader, section.offset, pointers)
    if (info !== undefined) return info
  }
  let budget = scanBudgetBytes
  for (const segment of segments) {
    if (segment.type !== segmentTypes.load || (segment.flags & segmentFlags.write) === 0) continue
    if ((segment.flags & segmentFlags.execute) !== 0 || segment.offset >= BigInt(reader.sizeBytes)) continue
    const start = Number(segment.offset)
    const left = BigInt(reader.sizeBytes - start)
    const length = Math.min(budget, Number(segment.fileSize < left ? segment.fileSize : left))
    budget -= length
    const at = findMagic(reader, start, length)
    const info = at === undefined ? undefined : readBlob(reader, BigInt(at), pointers)
    if (info !== undefined) return info
  }
  return undefined
}

/**
 * Finds the blob in a stretch of a file.
 *
 * @param start first byte to look at
 * @param length how many bytes to look at
 * @returns place of the magic, which is 16-aligned from `start`; undefined when it is not there
 */
export function findMagic(reader: BoundedReader, start: number, length: number): number | undefined {
  const end = start + length
  for (let at = start; at < end; at += scanStepBytes) {
    const bytes = reader.scan(at, Math.min(scanStepBytes + blobHeaderBytes, end - at))
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    let hit = chunk.indexOf(magic)
    while (hit >= 0 && hit % 16 !== 0) hit = chunk.indexOf(magic, hit + 1)
    if (hit >= 0) return at + hit
  }
  return undefined
}

/**
 * Reads a blob.
 *
 * @param at place of the magic
 * @param pointers what is needed to follow the pointers of the older form; without it only the inline form is read
 * @returns the build info, or undefined when the blob is damaged
 */
export function readBlob(
  reader: BoundedReader,
  at: bigint,
  pointers?: { readonly header: ElfHeader; readonly segments: readonly Segment[] },
): GoBuildInfo | undefined {
  const blob = Buffer.from(reader.at(at, blobHeaderBytes))
  if (blob.length < blobHeaderBytes || !blob.subarray(0, magic.length).equals(magic)) return undefined
  const flags = blob[15] ?? 0
  if ((flags & 2) !== 0) {
    const version = inlineText(reader, at + BigInt(blobHeaderBytes))
    const modules = version === undefined ? undefined : inlineText(reader, version.end)
    return version === undefined ? undefined : parse(version.bytes, modules?.bytes)
  }
  if (pointers === undefined) return undefined
  const size = blob[14]
  if (size !== 4 && size !== 8) return undefined
  const isBig = (flags & 1) !== 0
  const text = (pointer: bigint) => pointedText(reader, pointers.segments, pointer, size, isBig)
  const version = text(word(blob, 16, size, isBig))
  return version === undefined ? undefined : parse(version, text(word(blob, 16 + size, size, isBig)))
}

function inlineText(reader: BoundedReader, at: bigint): { bytes: Buffer; end: bigint } | undefined {
  let length = 0
  let used = 0
  for (const byte of reader.at(at, 4)) {
    length += (byte & 0x7f) * 2 ** (7 * used)
    used += 1
    if (byte < 0x80) {
      const start = at + BigInt(used)
      return { bytes: bounded(reader, start, length), end: start + BigInt(length) }
    }
  }
  return undefined
}

/** Follows a pointer to a Go string header, which is a pointer and a length. */
function pointedText(
  reader: BoundedReader,
  segments: readonly Segment[],
  pointer: bigint,
  size: 4 | 8,
  isBig: boolean,
): Buffer | undefined {
  const place = locate(segments, pointer)
  if (place === undefined) return undefined
  const header = Buffer.from(reader.at(place.offset, 2 * size))
  if (header.length < 2 * size) return undefined
  const text = locate(segments, word(header, 0, size, isBig))
  const length = word(header, size, size, isBig)
  if (text === undefined || length > text.available) return undefined
  return bounded(reader, text.offset, Number(length))
}

function bounded(reader: BoundedReader, at: bigint, length: number): Buffer {
  return Buffer.from(reader.at(at, Math.min(length, maxTextBytes)))
}

function word(bytes: Buffer, at: number, size: 4 | 8, isBig: boolean): bigint {
  if (size === 4) return BigInt(isBig ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at))
  return isBig ? bytes.readBigUInt64BE(at) : bytes.readBigUInt64LE(at)
}

function parse(version: Buffer, modules: Buffer | undefined): GoBuildInfo | undefined {
  const goVersion = version.toString('utf8')
  if (goVersion === '') return undefined
  const list: { module: GoModule; isMain: boolean }[] = []
  const settings = new Map<string, string>()
  let path = ''
  for (const line of unframed(modules).split('\n')) {
    const [verb, first = '', second = '', sum = ''] = line.split('\t')
    if (verb === 'path') path = first
    if (verb === 'mod' || verb === 'dep') {
      list.push({ module: { path: first, version: second, sum }, isMain: verb === 'mod' })
    }
    const last = list.at(-1)
    if (verb === '=>' && last !== undefined) {
      last.module = { ...last.module, replacedBy: { path: first, version: second, sum } }
    }
    if (verb === 'build') addSetting(settings, line.slice('build\t'.length))
  }
  const main = list.find((entry) => entry.isMain)?.module
  return {
    goVersion,
    path,
    ...(main === undefined ? {} : { main }),
    modules: list.filter((entry) => !entry.isMain).map((entry) => entry.module),
    settings,
  }
}

/** The module text stands between two sentinels of 16 bytes and ends in a line end. */
function unframed(bytes: Buffer | undefined): string {
  if (bytes === undefined || bytes.length < 2 * sentinelBytes + 1) return ''
  // 0x0a before the closing sentinel is how Go itself tells a framed text from another one.
  if (bytes.at(-sentinelBytes - 1) !== 0x0a) return ''
  return bytes.subarray(sentinelBytes, bytes.length - sentinelBytes).toString('utf8')
}

function addSetting(settings: Map<string, string>, text: string): void {
  const quoted = /^"((?:[^"\\]|\\.)*)"=/.exec(text)
  const keyEnd = quoted === null ? text.indexOf('=') : quoted[0].length - 1
  if (keyEnd <= 0) return
  settings.set(unquoted(text.slice(0, keyEnd)), unquoted(text.slice(keyEnd + 1)))
}

/** Undoes strconv.Quote for the escapes that occur in flags; anything else stays as it is written. */
function unquoted(text: string): string {
  if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) return text
  return text.slice(1, -1).replace(/\\(["\\])/g, '$1')
}
