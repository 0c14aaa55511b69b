/**
 * Compresses one entry with Node's native zlib, in blocks that run in parallel on its thread pool.
 * It knows nothing of zip headers. The output depends on the bytes and the level only, never on the number
 * of cores, because the blocks have a fixed size.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { constants, createDeflateRaw } from 'node:zlib'
import { natureOf } from './block-nature'
import { crc32 } from './crc32'

/** What is read at once. */
export const blockBytes = 1024 * 1024
/**
 * What is compressed at once, with settings of its own: small enough that most pieces lie in one section of a
 * program, large enough that the boundaries cost under 0.05 % of size.
 */
const usualPieceBytes = 256 * 1024
/** Window of deflate (RFC 1951): how far a match may reach back into the previous piece. */
export const windowBytes = 32 * 1024
/**
 * Far more than libuv's pool has threads, so that they stay busy while the main thread does something else. This
 * many bytes, and as much again for the results, is what one entry holds in memory.
 */
const bytesInFlight = 8 * 1024 * 1024
/** With this many, the threads have work while the main thread sees which parts are ready and what is done with them. */
const enoughPieces = 12

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

/** What is known of an entry once all of it went through. */
export interface Deflated {
  /** Whether the parts are the bytes themselves instead of raw deflate data. */
  readonly isStored: boolean
  readonly sizeBytes: number
  readonly crc32: number
}

export interface DeflateOptions {
  /** 0 (stored) to 9. */
  readonly level: number
  readonly signal?: AbortSignal | undefined
  /**
   * Gets every full block once its part was taken. Reading into them again keeps memory bounded also when a busy
   * machine gives the garbage collector no time.
   */
  readonly used?: Buffer[] | undefined
  /** Another size of the pieces, to measure what they cost. The result depends on it. */
  readonly pieceBytes?: number
}

/**
 * Compresses a sequence of blocks into one raw deflate stream (RFC 1951). They are cut into pieces. Every piece
 * but the last ends with a sync flush on a byte boundary, and takes the end of its predecessor as dictionary, so
 * the parts can be compressed independently and simply be concatenated. Nothing is read before the first part is
 * asked for, and then never more than `bytesInFlight` ahead.
 *
 * @param blocks pieces of exactly `blockBytes`, the last one shorter or equal; each is kept until compressed
 * @param options level and abort signal
 * @returns the compressed parts in their order; at the end size and CRC-32 of the original
 * @throws the signal's reason when it aborts, and whatever `blocks` throws
 */
export async function* deflateBlocks(
  blocks: AsyncIterable<Buffer> | Iterable<Buffer>,
  options: DeflateOptions,
): AsyncGenerator<Buffer, Deflated, undefined> {
  const levels = zlibLevels[options.level] ?? { usual: 8, tables: 7 }
  const isStored = levels.usual === 0
  const pieceBytes = options.pieceBytes ?? usualPieceBytes
  const piecesInFlight = Math.ceil(bytesInFlight / pieceBytes)
  const parts: Part[] = []
  let dictionary: Buffer | undefined
  let held: Buffer | undefined
  let sizeBytes = 0
  let crc = 0
  const start = (block: Buffer, isLastBlock: boolean): void => {
    for (let begin = 0; begin < block.length; begin += pieceBytes) {
      const piece = block.subarray(begin, begin + pieceBytes)
      const isLast = isLastBlock && begin + pieceBytes >= block.length
      const compressed = isStored ? Promise.resolve(piece) : compress(piece, levels, dictionary, isLast)
      const isEnd = block.length === blockBytes && begin + pieceBytes >= blockBytes
      const part: Part = { compressed, isReady: isStored, ended: isEnd ? block : undefined }
      compressed.then(
        () => {
          part.isReady = true
        },
        // The failure is seen where the part is awaited; this keeps it from counting as unhandled before.
        () => undefined,
      )
      parts.push(part)
      dictionary = piece.subarray(-windowBytes)
    }
    // A copy, or the whole block would stay in memory until its successor is compressed.
    dictionary = dictionary === undefined ? undefined : Buffer.from(dictionary)
  }
  const taken = ({ ended }: Part): void => {
    if (ended !== undefined) options.used?.push(ended)
  }
  // One block is held back, because only the end of the input tells which block is the last.
  for await (const block of blocks) {
    options.signal?.throwIfAborted()
    crc = crc32(block, crc)
    sizeBytes += block.length
    if (held !== undefined) start(held, false)
    held = block
    // Lets the pool tell which pieces it has compressed.
    if (parts.length >= enoughPieces) await nextTurn()
    while (parts.length >= piecesInFlight || (parts.length >= enoughPieces && parts[0]?.isReady === true)) {
      const oldest = parts.shift() as Part
      yield await oldest.compressed
      taken(oldest)
    }
  }
  if (held !== undefined) start(held, true)
  for (const { compressed } of parts) yield await compressed
  options.signal?.throwIfAborted()
  return { isStored: isStored || sizeBytes === 0, sizeBytes, crc32: crc }
}

/** A piece on its way, and the block that nobody needs any more once it was taken. */
interface Part {
  readonly compressed: Promise<Buffer>
  isReady: boolean
  readonly ended: Buffer | undefined
}

/**
 * Cuts bytes that are in memory into blocks for `deflateBlocks`.
 *
 * @param bytes the whole content
 * @returns views on it, no copies
 */
export function* blocksOf(bytes: Uint8Array): Iterable<Buffer> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let start = 0; start < buffer.length; start += blockBytes) {
    yield buffer.subarray(start, start + blockBytes)
  }
}

/**
 * One trip to the thread pool per piece. `zlib.deflateRaw` makes a second one to end its stream, which waits there
 * behind all other pieces: none would be ready before the last one has begun.
 */
function compress(
  piece: Buffer,
  levels: Levels,
  dictionary: Buffer | undefined,
  isLast: boolean,
): Promise<Buffer> {
  const stream = createDeflateRaw({
    ...settingsFor(piece, levels),
    // What does not get smaller fits too.
    chunkSize: piece.length + 1024,
    flush: isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
    ...(dictionary === undefined ? {} : { dictionary }),
  })
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  return new Promise((resolve, reject) => {
    stream.once('error', reject)
    stream.write(piece, (error) => {
      // Within this call, it would make an error for everybody who still writes.
      setImmediate(() => stream.destroy())
      const [first = Buffer.alloc(0), ...more] = chunks
      if (error instanceof Error) reject(error)
      else resolve(more.length === 0 ? first : Buffer.concat(chunks))
    })
  })
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
