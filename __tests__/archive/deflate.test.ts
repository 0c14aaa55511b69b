import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { crc32, tableCrc32 } from '../../src/archive/crc32'
import { type Deflated, deflate, usualPieceBytes } from '../../src/archive/deflate'
import { memorySource, type Source } from '../../src/archive/source-file'

const dictionary = Array.from({ length: 5000 }, (_, index) =>
  createHash('md5')
    .update(String(index))
    .digest('hex')
    .slice(0, (index % 13) + 3),
)

/** Text that compresses like code does: repeats near and far, no period at piece size. */
function sample(sizeBytes: number): Buffer {
  const words: string[] = []
  for (let index = 0, length = 0; length < sizeBytes; index += 1) {
    const word = dictionary[(index * 7 + (index >> 4)) % dictionary.length] ?? ''
    words.push(word)
    length += word.length
  }
  return Buffer.from(words.join('')).subarray(0, sizeBytes)
}

/** Bytes without a pattern, the same each time. */
function noise(sizeBytes: number): Buffer {
  const digests: Buffer[] = []
  for (let index = 0; index * 64 < sizeBytes; index += 1) {
    digests.push(createHash('sha512').update(String(index)).digest())
  }
  return Buffer.concat(digests).subarray(0, sizeBytes)
}

const whole = (bytes: Uint8Array, level = 6): Promise<Deflated> => deflate(memorySource(bytes), { level })

const piece = usualPieceBytes
const sizes = [0, 1, 100, piece - 1, piece, piece + 1, 3 * piece, 40 * piece + 7]

describe('deflate', () => {
  it.each(sizes)('inflates to the same %i bytes', async (size) => {
    const bytes = sample(size)
    const deflated = await whole(bytes)
    expect(deflated.sizeBytes).toBe(size)
    expect(deflated.crc32).toBe(tableCrc32(bytes))
    expect(deflated.isStored).toBe(size === 0)
    if (size > 0) expect(inflateRawSync(deflated.bytes).equals(bytes)).toBe(true)
  })

  it.each([1, 6, 9])('has room for noise at level %i', async (level) => {
    for (const size of [1, 20, 1000, piece + 1, 5 * piece]) {
      const bytes = noise(size)
      const deflated = await whole(bytes, level)
      expect(inflateRawSync(deflated.bytes).equals(bytes)).toBe(true)
      expect(deflated.bytes.length).toBeLessThan(size * 1.001 + 64)
    }
  })

  it('loses almost nothing at the boundaries of the pieces', async () => {
    const bytes = sample(20 * piece)
    const { bytes: deflated } = await whole(bytes)
    expect(deflated.length).toBeLessThan(deflateRawSync(bytes, { level: 6 }).length * 1.005)
  })

  it('gives the same bytes each time', async () => {
    const bytes = sample(24 * piece)
    const [left, right] = await Promise.all([whole(bytes), whole(Buffer.from(bytes))])
    expect(left.bytes.equals(right.bytes)).toBe(true)
  })

  it('has a higher level give a smaller result, and stores at level 0', async () => {
    const bytes = sample(4 * piece + 100)
    const lengths: number[] = []
    for (const level of [0, 1, 6, 9]) {
      const deflated = await whole(bytes, level)
      expect(deflated.isStored).toBe(level === 0)
      lengths.push(deflated.bytes.length)
    }
    expect(lengths[0]).toBe(bytes.length)
    expect([...lengths].sort((left, right) => right - left)).toEqual(lengths)
    expect(lengths[2]).toBeLessThan(lengths[1] ?? 0)
  })

  it('stops with the reason of the signal', async () => {
    const reason = new Error('cancelled')
    const source = memorySource(sample(2 * piece))
    await expect(deflate(source, { level: 6, signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  })

  it('reads no further when it is stopped while pieces are compressed', async () => {
    const stop = new AbortController()
    let read = 0
    const endless: Source = {
      sizeBytes: 1000 * piece,
      pieces: function* () {
        for (;;) {
          read += 1
          if (read === 100) stop.abort(new Error('enough'))
          yield Buffer.alloc(piece)
        }
      },
      close: () => undefined,
    }
    await expect(deflate(endless, { level: 1, signal: stop.signal })).rejects.toThrow('enough')
    expect(read).toBe(100)
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
