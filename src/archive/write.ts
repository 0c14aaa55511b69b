/**
 * Writes the package: a zip whose bytes depend on nothing but the names, the contents and the level.
 * It decides neither what goes in nor where it is sent.
 */
import { randomBytes } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ActionError, messageOf } from '../errors'
import type { ArchiveCode } from './codes'
import { Container, type ContainerContent, containerLimits } from './container'
import { digestOf } from './digest'
import { hasBackslash, quoted, unsafeNameReason } from './entry-names'
import { compareEntryNames } from './entry-order'
import { type BegunEntry, beginEntry, continued, endEntry } from './entry-stream'
import { ReadBack, type ReadBackEntry } from './readback'
import { verifyArchive } from './verify'

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

/** What was packed, for the answer and for reading it back. */
interface PackedEntry {
  readonly name: string
  /** The 16 bits of stat(2) `st_mode`. */
  readonly mode: number
  readonly isStored: boolean
  readonly sizeBytes: number
  readonly compressedBytes: number
  readonly crc32: number
}

interface Packed {
  readonly entries: readonly PackedEntry[]
  readonly readBack: readonly ReadBackEntry[]
}

/** Regular file, in the upper half of the external attributes (stat(2) S_IFREG). */
const regularFile = 0o100000
/** So many entries are opened and begun before they are due: most are small, and waiting is all they cost. */
const entriesAhead = 8

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
  if (sources.length > containerLimits.entries) throw tooLarge(`${sources.length} files`)

  const partialPath = `${request.outputPath}.${randomBytes(6).toString('hex')}.partial`
  try {
    const { entries, readBack } = await writeEntries(sources, partialPath, request)
    const [{ sizeBytes, sha256 }] = await Promise.all([
      // Of what arrived on the disk.
      digestOf(partialPath, request.signal),
      verifyArchive(partialPath, entries, readBack),
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

/** Writes all entries in their order and reads them back; the next ones are begun while one is written. */
async function writeEntries(
  sources: readonly SourceEntry[],
  path: string,
  request: WriteRequest,
): Promise<Packed> {
  const begun: Promise<BegunEntry>[] = []
  const packed: PackedEntry[] = []
  const file = openSync(path, 'wx+')
  try {
    const container = new Container(file)
    const readBack = new ReadBack(file, request.compressionLevel === 0)
    for (const [index, { name, isExecutable }] of sources.entries()) {
      for (const source of sources.slice(index + begun.length, index + entriesAhead)) {
        begun.push(begin(source, request))
      }
      const mode = regularFile | (isExecutable ? 0o755 : 0o644)
      const parts = followed(name, continued(await begun[0]), { container, readBack })
      const { content, compressedBytes } = await container.add({ name, mode }, parts)
      begun.shift()
      const { isStored, sizeBytes, crc32 } = content
      packed.push({ name, mode, isStored, compressedBytes, sizeBytes, crc32 })
    }
    container.finish()
    readBack.upTo(container.flushedBytes)
    return { entries: packed, readBack: readBack.entries }
  } catch (error) {
    throw error instanceof RangeError ? tooLarge(error.message, error) : error
  } finally {
    // Ends what was begun and closes its files, before anyone removes them.
    await Promise.allSettled(begun.map(async (entry) => endEntry(await entry)))
    closeSync(file)
  }
}

/** Reads back what came into the file with the previous parts, while the next ones are compressed. */
async function* followed(
  name: string,
  parts: AsyncGenerator<Buffer, ContainerContent, undefined>,
  { container, readBack }: { readonly container: Container; readonly readBack: ReadBack },
): AsyncGenerator<Buffer, ContainerContent, undefined> {
  // The container asks for the first part when it has written the header.
  readBack.begin(name, container.sizeBytes)
  for (;;) {
    const step = await parts.next()
    if (step.done === true) {
      readBack.end()
      return step.value
    }
    readBack.expect(step.value.length)
    yield step.value
    readBack.upTo(container.flushedBytes)
  }
}

function begin(
  { source }: SourceEntry,
  { compressionLevel: level, signal }: WriteRequest,
): Promise<BegunEntry> {
  const begun = source instanceof Promise ? source : Promise.resolve(beginEntry(source, { level, signal }))
  // As with the first part: the failure is seen when the entry is due.
  begun.catch(() => undefined)
  return begun
}

function unwritable(path: string, cause: unknown): ActionError {
  const message = `The package cannot be written to ${quoted(path)}: ${messageOf(cause)}.`
  return new ActionError('package-unwritable', message, {
    hint: `Check that the folder '${dirname(path)}' exists, is writable and has space.`,
    cause,
  })
}

function tooLarge(what: string, cause?: unknown): ActionError {
  const message = `The package would hold more than a zip can: ${what}.`
  return new ActionError('package-too-large' satisfies ArchiveCode, message, {
    hint: 'Take large data out of the package, for example into a storage account.',
    ...(cause === undefined ? {} : { cause }),
  })
}

function refusal(code: ArchiveCode, message: string, hint: string): ActionError {
  return new ActionError(code, message, { hint })
}
