/**
 * One entry of the package on its way: read, compressed, and begun before it is due, so that the threads that
 * compress have work while the main thread does something else. It knows nothing of where the entry goes.
 */
import type { ContainerContent } from './container'
import { blockBytes, blocksOf, type Deflated, deflateBlocks } from './deflate'
import { readBlocks } from './source-file'

type EntryStream = AsyncGenerator<Buffer, ContainerContent, undefined>

/** An entry that is compressed before it is due, up to its first part and what `deflateBlocks` holds. */
export interface BegunEntry {
  readonly stream: EntryStream
  readonly first: ReturnType<EntryStream['next']>
}

export interface EntryOptions {
  /** 0 (stored) to 9. */
  readonly level: number
  readonly signal?: AbortSignal | undefined
}

/**
 * Begins to read and to compress an entry.
 *
 * @param source absolute path of a file, or the bytes themselves
 * @param options level and abort signal
 * @returns the begun entry; whoever does not use it up hands it to `endEntry`. What goes wrong is thrown by
 *   `continued`
 */
export function beginEntry(source: string | Uint8Array, options: EntryOptions): BegunEntry {
  const stream = entryStream(source, options)
  const first = stream.next()
  // The failure is seen when the entry is due; this keeps it from counting as unhandled before.
  first.catch(() => undefined)
  return { stream, first }
}

/**
 * The parts of a begun entry from the first one on.
 *
 * @param entry begun and not used yet
 * @returns the parts; at the end what is known of the entry
 * @throws ActionError `package-source-unreadable`, `package-source-changed`; the reason of the signal
 */
export async function* continued(entry: BegunEntry | undefined): EntryStream {
  if (entry === undefined) throw new Error('an entry was not begun')
  const step = await entry.first
  if (step.done === true) return step.value
  yield step.value
  return yield* entry.stream
}

/**
 * Ends an entry that may not have been used up, and closes its file.
 *
 * @param entry begun
 */
export async function endEntry({ stream }: BegunEntry): Promise<void> {
  await stream.return(undefined as never).catch(() => undefined)
}

async function* entryStream(source: string | Uint8Array, { level, signal }: EntryOptions): EntryStream {
  const used: Buffer[] = []
  const isFile = typeof source === 'string'
  const blocks = isFile ? readBlocks(source, blockBytes, used) : blocksOf(source)
  // Bytes that were handed over in memory belong to the caller and are not written into.
  const deflated = yield* deflateBlocks(blocks, { level, signal, used: isFile ? used : undefined })
  return { ...deflated, modifiedAt: entryTime(deflated) }
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
