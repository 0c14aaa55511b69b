/**
 * Compresses one entry with Node's native zlib, in blocks that run in parallel on its thread pool.
 * It knows nothing of zip headers. The output depends on the bytes and the level only, never on the number
 * of cores, because the blocks have a fixed size.
 */
import { promisify } from 'node:util'
import { constants, deflateRaw } from 'node:zlib'
import { crc32 } from './crc32'

const deflateBlock = promisify(deflateRaw)

/** Large enough that a block boundary costs under 0.05 % of size, small enough to keep four cores busy. */
export const blockBytes = 1024 * 1024
/** Window of deflate (RFC 1951): how far a match may reach back into the previous block. */
const windowBytes = 32 * 1024
/**
 * Twice the threads of libuv's pool, so that the next block already waits when a thread becomes free. This
 * times `blockBytes`, and as much again for the results, is what one entry holds in memory.
 */
const blocksInFlight = 6

/**
 * zlib level for each level that users write. The zlib that Node bundles looks for matches of four bytes and
 * more. Go's table of functions (`.gopclntab`) is full of matches of three, so at the same number the result is
 * up to 1.5 % larger than Info-ZIP's. Two steps further up it stays within 1 % also for stripped programs, in
 * about Info-ZIP's processor time, which the threads divide (docs/performance.md).
 */
const zlibLevels = [0, 1, 2, 3, 5, 7, 8, 8, 9, 9] as const
/** Smaller than the default 8: shorter Huffman blocks follow the sections of an ELF file better. */
const memLevel = 7
/** Output of a block mostly fits one chunk of half its size, which saves trips to the thread pool. */
const smallestChunkBytes = 1024

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
}

/**
 * Compresses a sequence of blocks into one raw deflate stream (RFC 1951). Every block but the last ends with
 * a sync flush on a byte boundary, and takes the end of its predecessor as dictionary, so the parts can be
 * compressed independently and simply be concatenated. Nothing is read before the first part is asked for,
 * and then never more than `blocksInFlight` blocks ahead.
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
  const level = zlibLevels[options.level] ?? zlibLevels[6]
  const parts: { readonly block: Buffer; readonly compressed: Promise<Buffer> }[] = []
  let dictionary: Buffer | undefined
  let held: Buffer | undefined
  let sizeBytes = 0
  let crc = 0
  const start = (block: Buffer, isLast: boolean): void => {
    const compressed = level === 0 ? Promise.resolve(block) : compress(block, level, dictionary, isLast)
    // The failure is seen where the part is awaited; this keeps it from counting as unhandled before.
    compressed.catch(() => undefined)
    parts.push({ block, compressed })
    // A copy, or the whole block would stay in memory until its successor is compressed.
    dictionary = Buffer.from(block.subarray(Math.max(0, block.length - windowBytes)))
  }
  // One block is held back, because only the end of the input tells which block is the last.
  for await (const block of blocks) {
    options.signal?.throwIfAborted()
    crc = crc32(block, crc)
    sizeBytes += block.length
    if (held !== undefined) start(held, false)
    held = block
    const oldest = parts.length < blocksInFlight ? undefined : parts.shift()
    if (oldest === undefined) continue
    yield await oldest.compressed
    if (oldest.block.length === blockBytes) options.used?.push(oldest.block)
  }
  if (held !== undefined) start(held, true)
  for (const { compressed } of parts) yield await compressed
  options.signal?.throwIfAborted()
  return { isStored: level === 0 || sizeBytes === 0, sizeBytes, crc32: crc }
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

function compress(
  block: Buffer,
  level: number,
  dictionary: Buffer | undefined,
  isLast: boolean,
): Promise<Buffer> {
  return deflateBlock(block, {
    level,
    memLevel,
    chunkSize: Math.max(smallestChunkBytes, block.length >> 1),
    finishFlush: isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
    ...(dictionary === undefined ? {} : { dictionary }),
  })
}
