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
/** Threads in libuv's pool unless UV_THREADPOOL_SIZE says otherwise. */
const blocksInFlight = 4

/**
 * zlib level for each level that users write. The zlib that Node bundles looks for matches of four bytes
 * and more, so at the same number it compresses Go binaries 1 to 1.5 % worse than Info-ZIP, and faster.
 * A step or two further up gives Info-ZIP's size in less than Info-ZIP's time.
 */
const zlibLevels = [0, 1, 2, 3, 5, 7, 8, 8, 9, 9] as const
/** Smaller than the default 8: shorter Huffman blocks follow the sections of an ELF file better. */
const memLevel = 7
/** Output of a block mostly fits one chunk of half its size, which saves trips to the thread pool. */
const smallestChunkBytes = 1024

export interface Deflated {
  /** Raw deflate data, or the bytes themselves when `isStored`. */
  readonly content: Buffer
  readonly isStored: boolean
  readonly sizeBytes: number
  readonly crc32: number
}

export interface DeflateOptions {
  /** 0 (stored) to 9. */
  readonly level: number
  readonly signal?: AbortSignal | undefined
}

/**
 * Compresses a sequence of blocks into one raw deflate stream (RFC 1951). Every block but the last ends with
 * a sync flush on a byte boundary, and takes the end of its predecessor as dictionary, so the parts can be
 * compressed independently and simply be concatenated.
 *
 * @param blocks pieces of exactly `blockBytes`, the last one shorter or equal; each is kept until compressed
 * @param options level and abort signal
 * @returns the compressed bytes with size and CRC-32 of the original
 * @throws the signal's reason when it aborts, and whatever `blocks` throws
 */
export async function deflateBlocks(
  blocks: AsyncIterable<Buffer> | Iterable<Buffer>,
  options: DeflateOptions,
): Promise<Deflated> {
  const level = zlibLevels[options.level] ?? zlibLevels[6]
  const parts: Promise<Buffer>[] = []
  let dictionary: Buffer | undefined
  let held: Buffer | undefined
  let sizeBytes = 0
  let crc = 0
  const start = (block: Buffer, isLast: boolean): void => {
    const part = level === 0 ? Promise.resolve(block) : compress(block, level, dictionary, isLast)
    // The failure is seen where the part is awaited; this keeps it from counting as unhandled before.
    part.catch(() => undefined)
    parts.push(part)
    dictionary = block.subarray(Math.max(0, block.length - windowBytes))
  }
  // One block is held back, because only the end of the input tells which block is the last.
  for await (const block of blocks) {
    options.signal?.throwIfAborted()
    crc = crc32(block, crc)
    sizeBytes += block.length
    if (held !== undefined) start(held, false)
    held = block
    await parts[parts.length - blocksInFlight]
  }
  if (held !== undefined) start(held, true)
  const content = Buffer.concat(await Promise.all(parts))
  options.signal?.throwIfAborted()
  return { content, isStored: level === 0 || sizeBytes === 0, sizeBytes, crc32: crc }
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
