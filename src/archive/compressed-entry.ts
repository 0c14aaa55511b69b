/**
 * One entry of the package, compressed before it is due, so that the threads that compress have work while the main
 * thread does something else. It knows nothing of where the entry goes.
 */
import { type Deflated, deflate } from './deflate'
import { archiveLimits, tooLarge } from './limits'
import { fileSource, memorySource } from './source-file'

export interface CompressedEntry extends Deflated {
  readonly modifiedAt: Date
}

/** An entry that is being compressed. */
export interface BegunEntry {
  /** Rejects with `package-source-unreadable`, `package-source-changed`, or the reason of the signal. */
  readonly compressed: Promise<CompressedEntry>
  /** Gives it up if it is not compressed yet, and closes its file. */
  readonly stop: () => Promise<void>
}

export interface EntryOptions {
  /** 0 (stored) to 9. */
  readonly level: number
  readonly signal?: AbortSignal | undefined
}

/** Begins to read and to compress an entry: a file by its absolute path, or the bytes themselves. */
export function beginEntry(source: string | Uint8Array, { level, signal }: EntryOptions): BegunEntry {
  const stopper = new AbortController()
  const signals = signal === undefined ? [stopper.signal] : [stopper.signal, signal]
  const compressed = compressEntry(source, { level, signal: AbortSignal.any(signals) })
  // The failure is seen when the entry is due; this keeps it from counting as unhandled before.
  compressed.catch(() => undefined)
  return {
    compressed,
    stop: async () => {
      stopper.abort(new Error('the entry was given up'))
      await compressed.catch(() => undefined)
    },
  }
}

/**
 * Reads and compresses an entry.
 *
 * @throws ActionError `package-source-unreadable`, `package-source-changed`, `package-too-large`; the reason of
 *   the signal
 */
export async function compressEntry(
  source: string | Uint8Array,
  options: EntryOptions,
): Promise<CompressedEntry> {
  const opened = typeof source === 'string' ? fileSource(source) : memorySource(source)
  try {
    if (opened.sizeBytes > archiveLimits.unpackedBytes) throw tooLarge(`a file of ${opened.sizeBytes} bytes`)
    const deflated = await deflate(opened, options)
    return { ...deflated, modifiedAt: entryTime(deflated) }
  } finally {
    opened.close()
  }
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
