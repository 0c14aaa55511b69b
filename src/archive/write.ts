/**
 * Writes the package: a zip whose bytes depend on nothing but the names, the contents and the level.
 * It decides neither what goes in nor where it is sent.
 */
import { createHash, randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import JSZip from 'jszip'
import CompressedObject from 'jszip/lib/compressedObject.js'
import { ActionError, messageOf } from '../errors'
import type { ArchiveCode } from './codes'
import { blockBytes, blocksOf, type Deflated, deflateBlocks } from './deflate'
import { hasBackslash, quoted, unsafeNameReason } from './entry-names'
import { compareEntryNames } from './entry-order'
import { verifyArchive } from './readback'
import { readBlocks } from './source-file'

export interface SourceEntry {
  /** Name inside the package: relative, forward slashes. */
  readonly name: string
  /** Absolute path of a file, or the bytes themselves. */
  readonly source: string | Uint8Array
  readonly isExecutable: boolean
}

export interface WriteRequest {
  readonly entries: readonly SourceEntry[]
  /** Absolute path of the zip. Its folder exists; a file of that name is replaced. */
  readonly outputPath: string
  /** 0 (stored) to 9. */
  readonly compressionLevel: number
  readonly signal?: AbortSignal | undefined
}

export interface ArchivedEntry {
  readonly name: string
  readonly sizeBytes: number
  readonly compressedBytes: number
  /** Unix permission bits: 0o755 or 0o644. */
  readonly mode: number
}

export interface Archive {
  readonly path: string
  readonly sizeBytes: number
  /** Lower-case hexadecimal. */
  readonly sha256: string
  readonly entries: readonly ArchivedEntry[]
  readonly elapsedMs: number
}

interface PackedEntry {
  readonly name: string
  readonly mode: number
  readonly deflated: Deflated
}

/** Without zip64 extensions, which jszip does not write (APPNOTE 4.4.1.4). */
const mostEntries = 65_535
const mostBytes = 0xffff_ffff
/** Regular file, in the upper half of the external attributes (stat(2) S_IFREG). */
const regularFile = 0o100000
const entriesInFlight = 4
const stored = { magic: '\x00\x00' }
const deflated = { magic: '\x08\x00' }

/**
 * Writes the package beside its final place, reads it back, and only then puts it there.
 *
 * Entries are made by Unix, regular files of mode 0755 (executable) or 0644, with host.json first and the
 * rest in order of code units. The same entries give the same bytes on every machine and in every time zone,
 * as far as the bundled zlib is the same.
 *
 * @param request what to pack, where to, and how tightly
 * @returns the finished package
 * @throws ActionError `package-source-unreadable`, `package-source-changed`, `package-unsafe-name`,
 *   `package-duplicate-name`, `package-too-large`, `package-unwritable`, `package-readback`; the signal's
 *   reason when it aborts. Whatever it throws, no part of the package is left behind.
 */
export async function writeArchive(request: WriteRequest): Promise<Archive> {
  const startedAt = performance.now()
  const sources = [...request.entries].sort((left, right) => compareEntryNames(left.name, right.name))
  requireNames(sources)
  const packed = await packAll(sources, request)
  requireZipLimits(packed)

  const partialPath = `${request.outputPath}.${randomBytes(6).toString('hex')}.partial`
  try {
    const { sizeBytes, sha256 } = await writeZip(packed, partialPath, request.signal)
    await verifyArchive(
      partialPath,
      packed.map(({ name, mode, deflated: { sizeBytes, crc32 } }) => ({ name, mode, sizeBytes, crc32 })),
      request.signal,
    )
    await rename(partialPath, request.outputPath)
    return {
      path: request.outputPath,
      sizeBytes,
      sha256,
      entries: packed.map((entry) => ({
        name: entry.name,
        sizeBytes: entry.deflated.sizeBytes,
        compressedBytes: entry.deflated.content.length,
        mode: entry.mode & 0o777,
      })),
      elapsedMs: Math.round(performance.now() - startedAt),
    }
  } catch (error) {
    await rm(partialPath, { force: true }).catch(() => undefined)
    request.signal?.throwIfAborted()
    throw error instanceof ActionError ? error : unwritable(request.outputPath, error)
  }
}

function requireNames(entries: readonly SourceEntry[]): void {
  const seen = new Set<string>()
  for (const { name } of entries) {
    const reason = hasBackslash(name) ? 'it holds a backslash' : unsafeNameReason(name)
    if (reason !== undefined || name.endsWith('/')) {
      throw refusal(
        'package-unsafe-name',
        `${quoted(name)} cannot be the name of an entry: ${reason ?? 'it names a folder'}.`,
        'Name it relative to the folder of host.json, with forward slashes.',
      )
    }
    if (seen.has(name)) {
      throw refusal('package-duplicate-name', `Two entries have the name ${quoted(name)}.`, 'Leave one out.')
    }
    seen.add(name)
  }
}

/** Packs a few entries at a time; the order of the result is the order of the sources. */
async function packAll(sources: readonly SourceEntry[], request: WriteRequest): Promise<PackedEntry[]> {
  const packed: PackedEntry[] = new Array(sources.length)
  const queue = sources.entries()
  let hasFailed = false
  const work = async (): Promise<void> => {
    for (const [index, source] of queue) {
      if (hasFailed) return
      try {
        packed[index] = await pack(source, request)
      } catch (error) {
        hasFailed = true
        throw error
      }
    }
  }
  const results = await Promise.allSettled(Array.from({ length: entriesInFlight }, work))
  const failure = results.find((result) => result.status === 'rejected')
  if (failure !== undefined) throw failure.reason
  return packed
}

async function pack(
  { name, source, isExecutable }: SourceEntry,
  request: WriteRequest,
): Promise<PackedEntry> {
  const blocks = typeof source === 'string' ? readBlocks(source, blockBytes) : blocksOf(source)
  return {
    name,
    mode: regularFile | (isExecutable ? 0o755 : 0o644),
    deflated: await deflateBlocks(blocks, { level: request.compressionLevel, signal: request.signal }),
  }
}

function requireZipLimits(packed: readonly PackedEntry[]): void {
  const total = packed.reduce((sum, { deflated: { content } }) => sum + content.length, 0)
  const largest = Math.max(0, ...packed.map(({ deflated: { sizeBytes } }) => sizeBytes))
  if (packed.length <= mostEntries && total < mostBytes && largest < mostBytes) return
  throw refusal(
    'package-too-large',
    `The package would hold ${packed.length} files and ${total} compressed bytes, more than a zip can.`,
    'Take large data out of the package, for example into a storage account.',
  )
}

async function writeZip(packed: readonly PackedEntry[], path: string, signal: AbortSignal | undefined) {
  // jszip keeps its entries as keys of an object, where a name like `42` would come before all others.
  // Inside a folder the keys are `app/42`, and the folder itself is not written.
  const zip = new JSZip().folder('app')
  if (zip === null) throw new Error('jszip gave no folder')
  for (const { name, mode, deflated: entry } of packed) {
    const compression = entry.isStored ? stored : deflated
    const content = new CompressedObject(
      entry.content.length,
      entry.sizeBytes,
      entry.crc32,
      compression,
      entry.content,
    )
    // The types know only plain contents; `zipObject.js` takes a CompressedObject as it is.
    zip.file(name, content as unknown as Uint8Array, {
      binary: true,
      createFolders: false,
      compression: entry.isStored ? 'STORE' : 'DEFLATE',
      date: entryTime(entry),
      unixPermissions: mode,
    })
  }
  const hash = createHash('sha256')
  let sizeBytes = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      sizeBytes += chunk.length
      done(null, chunk)
    },
  })
  const bytes = zip.generateNodeStream({ type: 'nodebuffer', platform: 'UNIX', streamFiles: false })
  // Opened before anything flows, so that no late open makes the file again after it was removed.
  const file = await open(path, 'wx')
  try {
    const target = file.createWriteStream({ highWaterMark: 1024 * 1024 })
    await pipeline(bytes, measure, target, signal === undefined ? {} : { signal })
  } finally {
    await file.close()
  }
  return { sizeBytes, sha256: hash.digest('hex') }
}

/** 2000-01-01T00:00:00Z, so that every time lies in the past and in the range of a zip. */
const earliestTime = Date.UTC(2000, 0, 1)
/** Steps of two seconds, the resolution of a zip, that fill about 20 years. */
const timeSteps = 315_569_520

/**
 * The time of an entry follows from its content. It has to be the same for the same content, or the package
 * would not be reproducible; it has to differ for another content, because zip deployment without
 * run-from-package copies only files whose time changed (KuduSync.cs), and one time for all would leave the
 * handler of the previous deployment in place. jszip writes the fields of UTC, so no time zone has a say.
 */
function entryTime({ crc32, sizeBytes }: Deflated): Date {
  return new Date(earliestTime + ((crc32 + sizeBytes) % timeSteps) * 2000)
}

function unwritable(path: string, cause: unknown): ActionError {
  const message = `The package cannot be written to ${quoted(path)}: ${messageOf(cause)}.`
  return new ActionError('package-unwritable', message, {
    hint: `Check that the folder '${dirname(path)}' exists, is writable and has space.`,
    cause,
  })
}

function refusal(code: ArchiveCode, message: string, hint: string): ActionError {
  return new ActionError(code, message, { hint })
}
