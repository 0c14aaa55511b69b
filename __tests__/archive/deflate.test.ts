import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { crc32, tableCrc32 } from '../../src/archive/crc32'
import { blockBytes, blocksOf, type Deflated, deflateBlocks } from '../../src/archive/deflate'

const dictionary = Array.from({ length: 5000 }, (_, index) =>
  createHash('md5')
    .update(String(index))
    .digest('hex')
    .slice(0, (index % 13) + 3),
)

/** Text that compresses like code does: repeats near and far, no period at block size. */
function sample(sizeBytes: number): Buffer {
  const words: string[] = []
  for (let index = 0, length = 0; length < sizeBytes; index += 1) {
    const word = dictionary[(index * 7 + (index >> 4)) % dictionary.length] ?? ''
    words.push(word)
    length += word.length
  }
  return Buffer.from(words.join('')).subarray(0, sizeBytes)
}

/** All parts in one piece. */
async function whole(bytes: Uint8Array, level = 6): Promise<Deflated & { readonly content: Buffer }> {
  const stream = deflateBlocks(blocksOf(bytes), { level })
  const parts: Buffer[] = []
  for (;;) {
    const step = await stream.next()
    if (step.done === true) return { ...step.value, content: Buffer.concat(parts) }
    parts.push(step.value)
  }
}

const sizes = [0, 1, 100, blockBytes - 1, blockBytes, blockBytes + 1, 3 * blockBytes, 3 * blockBytes + 7]

describe('deflateBlocks', () => {
  it.each(sizes)('inflates to the same %i bytes', async (size) => {
    const bytes = sample(size)
    const deflated = await whole(bytes)
    expect(deflated.sizeBytes).toBe(size)
    expect(deflated.crc32).toBe(tableCrc32(bytes))
    expect(deflated.isStored).toBe(size === 0)
    if (size > 0) expect(inflateRawSync(deflated.content).equals(bytes)).toBe(true)
  })

  it('loses almost nothing at the block boundaries', async () => {
    const bytes = sample(5 * blockBytes)
    const { content } = await whole(bytes)
    expect(content.length).toBeLessThan(deflateRawSync(bytes, { level: 6 }).length * 1.005)
  })

  it('gives the same bytes each time', async () => {
    const bytes = sample(6 * blockBytes)
    const [left, right] = await Promise.all([whole(bytes), whole(Buffer.from(bytes))])
    expect(left.content.equals(right.content)).toBe(true)
  })

  it('has a higher level give a smaller result, and stores at level 0', async () => {
    const bytes = sample(blockBytes + 100)
    const lengths: number[] = []
    for (const level of [0, 1, 6, 9]) {
      const deflated = await whole(bytes, level)
      expect(deflated.isStored).toBe(level === 0)
      lengths.push(deflated.content.length)
    }
    expect(lengths[0]).toBe(bytes.length)
    expect([...lengths].sort((left, right) => right - left)).toEqual(lengths)
    expect(lengths[2]).toBeLessThan(lengths[1] ?? 0)
  })

  it('stops with the reason of the signal', async () => {
    const reason = new Error('cancelled')
    const stream = deflateBlocks(blocksOf(sample(2 * blockBytes)), {
      level: 6,
      signal: AbortSignal.abort(reason),
    })
    await expect(stream.next()).rejects.toBe(reason)
  })

  it('reads only a few blocks ahead of what is taken', async () => {
    let read = 0
    function* endless(): Iterable<Buffer> {
      for (;;) {
        read += 1
        yield Buffer.alloc(blockBytes)
      }
    }
    const stream = deflateBlocks(endless(), { level: 1 })
    // A block is four parts; eight blocks are in flight, and one is held back.
    for (let taken = 1; taken <= 60; taken += 1) {
      await stream.next()
      expect(read).toBeLessThanOrEqual(Math.ceil(taken / 4) + 9)
    }
    await stream.return(undefined as never)
  })
})

describe('crc32', () => {
  it('is the one of the zip format, native and from the table', () => {
    const digits = Buffer.from('123456789')
    expect(crc32(digits)).toBe(0xcbf43926)
    expect(tableCrc32(digits)).toBe(0xcbf43926)
    expect(tableCrc32(digits.subarray(4), tableCrc32(digits.subarray(0, 4)))).toBe(0xcbf43926)
    expect(crc32(digits.subarray(4), crc32(digits.subarray(0, 4)))).toBe(0xcbf43926)
  })
})
