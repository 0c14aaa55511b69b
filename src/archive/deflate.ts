/**
 * Compresses one file with Node's native zlib, in pieces that run in parallel on its thread pool.
 * It knows nothing of zip headers. The output depends on the bytes and the level only, never on the number
 * of cores, because the pieces have a fixed size.
 */
import { constants, deflateRaw, type ZlibOptions } from 'node:zlib'
import { natureOf } from './block-nature'
import { crc32 } from './crc32'
import type { Source } from './source-file'

/**
 * What is compressed at once, with settings of its own: small enough that most pieces lie in one section of a
 * program, large enough that the boundaries cost under 0.05 % of size.
 */
export const usualPieceBytes = 256 * 1024
/** Window of deflate (RFC 1951): how far a match may reach back into the previous piece. */
const windowBytes = 32 * 1024
/** Far more than libuv's pool has threads, so that they stay busy while the main thread does something else. */
const bytesInFlight = 4 * 1024 * 1024

interface Levels {
  readonly usual: number
  /** For tables of numbers, in which trying more matches costs four times the time of code. */
  readonly tables: number
}

/**
 * zlib levels for each level that users write. The zlib that Node bundles looks for matches of four bytes and
 * more. Go's table of functions (`.gopclntab`) is full of matches of three, so at the same number the result is
 * up to 1.5 % larger than Info-ZIP's. Two steps further up, one in tables, it stays within 1 % also for stripped
 * programs, in less than Info-ZIP's processor time (docs/performance.md).
 */
const zlibLevels: readonly Levels[] = [
  { usual: 0, tables: 0 },
  { usual: 1, tables: 1 },
  { usual: 2, tables: 2 },
  { usual: 3, tables: 3 },
  { usual: 5, tables: 5 },
  { usual: 7, tables: 6 },
  { usual: 8, tables: 7 },
  { usual: 8, tables: 8 },
  { usual: 9, tables: 9 },
  { usual: 9, tables: 9 },
]
/** Above this sameness a piece is mostly a table of numbers (machine code has 0.04, tables 0.1 to 0.5). */
const tableSameness = 0.1
/** Below it a piece is noise, for example debug information that Go has compressed: nothing makes it smaller. */
const noiseSameness = 0.0045
/** Below it a piece has no dominant byte, and long Huffman blocks fit it even when it is somewhat uneven. */
const richSameness = 0.06
const smallestPieceBytes = 16 * 1024

/** A file in the form in which it lies in a zip. */
export interface Deflated {
  /** Raw deflate data (RFC 1951), or the bytes themselves. */
  readonly bytes: Buffer
  readonly isStored: boolean
  /** Size and CRC-32 of the original. */
  readonly sizeBytes: number
  readonly crc32: number
}

export interface DeflateOptions {
  /** 0 (stored) to 9. */
  readonly level: number
  readonly signal?: AbortSignal | undefined
  /** Another size of the pieces, to measure what they cost. The result depends on it. */
  readonly pieceBytes?: number
}

/**
 * Compresses a source into one raw deflate stream. Every piece but the last ends with a sync flush on a byte
 * boundary, and takes the end of its predecessor as dictionary, so the pieces can be compressed independently and
 * simply be put one behind the other.
 *
 * @throws the signal's reason when it aborts, and whatever the source throws
 */
export async function deflate(source: Source, options: DeflateOptions): Promise<Deflated> {
  const levels = zlibLevels[options.level] ?? { usual: 8, tables: 7 }
  const isStored = levels.usual === 0 || source.sizeBytes === 0
  const pieceBytes = options.pieceBytes ?? usualPieceBytes
  const joined = new Joined(source.sizeBytes)
  const running: Promise<Buffer>[] = []
  let dictionary: Buffer | undefined
  let position = 0
  let crc = 0
  for (const piece of source.pieces(pieceBytes)) {
    options.signal?.throwIfAborted()
    crc = crc32(piece, crc)
    position += piece.length
    if (isStored) {
      joined.add(piece)
      continue
    }
    running.push(compress(piece, settingsFor(piece, levels), dictionary, position === source.sizeBytes))
    dictionary = piece.subarray(-windowBytes)
    if (running.length * pieceBytes >= bytesInFlight) joined.add(await (running.shift() as Promise<Buffer>))
  }
  for (const piece of running) joined.add(await piece)
  options.signal?.throwIfAborted()
  return { bytes: joined.bytes(), isStored, sizeBytes: source.sizeBytes, crc32: crc }
}

/**
 * The pieces behind one another. There is room for all of them from the beginning: pages that nothing is written to
 * take no memory, while joining at the end would take that of the result twice.
 */
class Joined {
  private readonly room: Buffer
  private length = 0

  constructor(sizeBytes: number) {
    // More than what does not get smaller grows by: stored blocks and flushes take under a thousandth.
    this.room = Buffer.allocUnsafeSlow(sizeBytes + Math.ceil(sizeBytes / 256) + 64)
  }

  add(piece: Buffer): void {
    if (piece.copy(this.room, this.length) < piece.length) throw new Error('compressed data has no room')
    this.length += piece.length
  }

  bytes(): Buffer {
    return this.room.subarray(0, this.length)
  }
}

function compress(
  piece: Buffer,
  settings: ZlibOptions,
  dictionary: Buffer | undefined,
  isLast: boolean,
): Promise<Buffer> {
  const options = {
    ...settings,
    // What does not get smaller fits too.
    chunkSize: piece.length + 1024,
    finishFlush: isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
    ...(dictionary === undefined ? {} : { dictionary }),
  }
  const compressed = new Promise<Buffer>((resolve, reject) => {
    deflateRaw(piece, options, (error, result) => (error === null ? resolve(result) : reject(error)))
  })
  // The failure is seen where the piece is awaited; this keeps it from counting as unhandled before.
  compressed.catch(() => undefined)
  return compressed
}

/**
 * `memLevel` decides how long a Huffman block is, 2 ** (memLevel + 6) symbols. Where the bytes change their nature
 * often, short blocks follow them; where they stay alike, long ones save headers. The numbers are where the
 * results of neighbouring settings cross, over the pieces of hello-world, caddy and rclone.
 */
function settingsFor(piece: Buffer, levels: Levels): { readonly level: number; readonly memLevel: number } {
  if (piece.length < smallestPieceBytes) return { level: levels.usual, memLevel: 7 }
  const { unevenness, sameness } = natureOf(piece)
  // Stored blocks: looking for matches would take a fifth of the time of all of a program with debug information.
  if (sameness < noiseSameness) return { level: 0, memLevel: 9 }
  const level = sameness > tableSameness ? levels.tables : levels.usual
  if (unevenness < (sameness < richSameness ? 0.35 : 0.2)) return { level, memLevel: 9 }
  return { level, memLevel: unevenness < 0.45 ? 7 : unevenness < 0.6 ? 6 : 5 }
}
