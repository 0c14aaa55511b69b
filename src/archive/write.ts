/**
 * Writes the package: a zip whose bytes depend on nothing but the names, the contents and the level.
 * It decides neither what goes in nor where it is sent.
 */
import { createHash, randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ActionError, messageOf } from '../errors'
import type { ArchiveCode } from './codes'
import { Container, type ContainerContent, containerLimits } from './container'
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

/** What was packed, for the answer and for reading it back. */
interface PackedEntry {
  readonly name: string
  /** The 16 bits of stat(2) `st_mode`. */
  readonly mode: number
  readonly sizeBytes: number
  readonly compressedBytes: number
  readonly crc32: number
}

type EntryStream = AsyncGenerator<Buffer, ContainerContent, undefined>

/** An entry that is compressed before it is due, up to its first part. */
interface BegunEntry {
  readonly stream: EntryStream
  readonly first: ReturnType<EntryStream['next']>
}

/** Regular file, in the upper half of the external attributes (stat(2) S_IFREG). */
const regularFile = 0o100000
/** So many entries are opened and begun before they are due: most are small, and waiting is all they cost. */
const entriesAhead = 8
const digestChunkBytes = 256 * 1024

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
    const packed = await writeEntries(sources, partialPath, request)
    const [{ sizeBytes, sha256 }] = await Promise.all([
      digestOf(partialPath),
      verifyArchive(partialPath, packed, request.signal),
    ])
    await rename(partialPath, request.outputPath)
    return {
      path: request.outputPath,
      sizeBytes,
      sha256,
      entries: packed.map(({ name, sizeBytes, compressedBytes, mode }) => ({
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

/** Writes all entries in their order; the next ones are begun while one is written. */
async function writeEntries(
  sources: readonly SourceEntry[],
  path: string,
  request: WriteRequest,
): Promise<readonly PackedEntry[]> {
  const begun: BegunEntry[] = []
  const packed: PackedEntry[] = []
  const file = await open(path, 'wx')
  try {
    const container = new Container(file)
    for (const [index, { name, isExecutable }] of sources.entries()) {
      for (const source of sources.slice(index + begun.length, index + entriesAhead)) {
        begun.push(begin(source, request))
      }
      const mode = regularFile | (isExecutable ? 0o755 : 0o644)
      const { content, compressedBytes } = await container.add({ name, mode }, continued(begun[0]))
      begun.shift()
      packed.push({ name, mode, compressedBytes, sizeBytes: content.sizeBytes, crc32: content.crc32 })
    }
    await container.finish()
    return packed
  } catch (error) {
    throw error instanceof RangeError ? tooLarge(error.message, error) : error
  } finally {
    // Ends what was begun and closes its files, before anyone removes them.
    await Promise.allSettled(begun.map(({ stream }) => stream.return(undefined as never)))
    await file.close()
  }
}

function begin(source: SourceEntry, request: WriteRequest): BegunEntry {
  const stream = entryStream(source, request)
  const first = stream.next()
  // The failure is seen when the entry is due; this keeps it from counting as unhandled before.
  first.catch(() => undefined)
  return { stream, first }
}

async function* continued(entry: BegunEntry | undefined): EntryStream {
  if (entry === undefined) throw new Error('an entry was not begun')
  const step = await entry.first
  if (step.done === true) return step.value
  yield step.value
  return yield* entry.stream
}

async function* entryStream({ source }: SourceEntry, request: WriteRequest): EntryStream {
  const used: Buffer[] = []
  const isFile = typeof source === 'string'
  const blocks = isFile ? readBlocks(source, blockBytes, used) : blocksOf(source)
  const { compressionLevel: level, signal } = request
  // Bytes that were handed over in memory belong to the caller and are not written into.
  const options = { level, signal, used: isFile ? used : undefined }
  const deflated = yield* deflateBlocks(blocks, options)
  return { ...deflated, modifiedAt: entryTime(deflated) }
}

/** SHA-256 and size of what is in the file, so that it is the digest of what arrived on the disk. */
async function digestOf(path: string): Promise<{ sizeBytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  const file = await open(path, 'r')
  try {
    for await (const chunk of file.createReadStream({ highWaterMark: digestChunkBytes, autoClose: false })) {
      hash.update(chunk as Buffer)
      sizeBytes += (chunk as Buffer).length
    }
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
 * handler of the previous deployment in place.
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
