/**
 * Writes the package: a zip whose bytes depend on nothing but the names, the contents and the level.
 * It decides neither what goes in nor where it is sent.
 */
import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ActionError, messageOf } from '../errors'
import type { ArchiveCode } from './codes'
import { type BegunEntry, compressEntry } from './compressed-entry'
import { digestOf } from './digest'
import { hasBackslash, quoted, unsafeNameReason } from './entry-names'
import { compareEntryNames } from './entry-order'
import { type ZipEntry, zipStream } from './jszip'
import { archiveLimits, tooLarge } from './limits'
import { verifyWritten, type WrittenEntry } from './verify-written'

export interface SourceEntry {
  /** Name inside the package: relative, forward slashes. */
  readonly name: string
  /** Absolute path of a file, the bytes themselves, or an entry that is begun elsewhere, maybe only later. */
  readonly source: string | Uint8Array | Promise<BegunEntry>
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

/** Regular file, in the upper half of the external attributes (stat(2) S_IFREG). */
const regularFile = 0o100000
/** So many entries are compressed at once: most are small, and waiting is all they cost. */
const lanes = 4
/** What is handed to the system at once. */
const writeBytes = 1024 * 1024

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
  // The largest number itself says that an extension has the count (APPNOTE 4.4.1.4).
  if (sources.length >= archiveLimits.entries) throw tooLarge(`${sources.length} files`)

  const partialPath = `${request.outputPath}.${randomBytes(6).toString('hex')}.partial`
  try {
    const entries = await writeEntries(sources, partialPath, request)
    const [{ sizeBytes, sha256 }] = await Promise.all([
      digestOf(partialPath, request.signal),
      verifyWritten(partialPath, entries, request.signal),
    ])
    await rename(partialPath, request.outputPath)
    return {
      path: request.outputPath,
      sizeBytes,
      sha256,
      entries: entries.map(({ name, sizeBytes, compressedBytes, mode }) => ({
        name,
        sizeBytes,
        compressedBytes,
        mode: mode & 0o777,
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

/** Compresses all entries and writes them; afterwards nothing holds their bytes any more. */
async function writeEntries(
  sources: readonly SourceEntry[],
  path: string,
  request: WriteRequest,
): Promise<readonly WrittenEntry[]> {
  const entries = await compressAll(sources, request)
  const file = createWriteStream(path, { flags: 'wx', highWaterMark: writeBytes })
  await pipeline(zipStream(entries), file, { signal: request.signal })
  return entries.map(({ bytes, ...entry }) => ({ ...entry, compressedBytes: bytes.length }))
}

/** A few at a time; an executable that is not built yet holds up one lane and not the others. */
async function compressAll(
  sources: readonly SourceEntry[],
  { compressionLevel: level, signal }: WriteRequest,
): Promise<readonly ZipEntry[]> {
  const entries: ZipEntry[] = []
  const stopper = new AbortController()
  const options = {
    level,
    signal: AbortSignal.any([stopper.signal, ...(signal === undefined ? [] : [signal])]),
  }
  const waiting = sources.entries()
  let unpackedBytes = 0
  const compressInTurn = async (): Promise<void> => {
    for (const [index, { name, source, isExecutable }] of waiting) {
      const entry = source instanceof Promise ? (await source).compressed : compressEntry(source, options)
      const compressed = await entry
      unpackedBytes += compressed.sizeBytes
      if (unpackedBytes > archiveLimits.unpackedBytes) throw tooLarge(`${unpackedBytes} bytes or more`)
      entries[index] = { ...compressed, name, mode: regularFile | (isExecutable ? 0o755 : 0o644) }
    }
  }
  const running = Array.from({ length: lanes }, compressInTurn)
  try {
    await Promise.all(running)
  } catch (error) {
    // Closes what is open, before anyone removes it.
    stopper.abort(error)
    await Promise.allSettled(running)
    throw error
  }
  return entries
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
