import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { natureOf } from '../../src/archive/block-nature'

/** Bytes without a pattern, the same each time. */
function noise(sizeBytes: number): Buffer {
  const digests: Buffer[] = []
  for (let index = 0; index * 64 < sizeBytes; index += 1) {
    digests.push(createHash('sha512').update(String(index)).digest())
  }
  return Buffer.concat(digests).subarray(0, sizeBytes)
}

describe('natureOf', () => {
  it('calls a run of one byte even and monotonous', () => {
    expect(natureOf(Buffer.alloc(100_000, 7))).toEqual({ unevenness: 0, sameness: 1 })
  })

  it('calls halves without a byte in common uneven', () => {
    const halves = Buffer.concat([Buffer.alloc(50_000, 1), Buffer.alloc(50_000, 2)])
    expect(natureOf(halves)).toEqual({ unevenness: 1, sameness: 0.5 })
  })

  it('calls noise nearly even, with the sameness of noise', () => {
    const { unevenness, sameness } = natureOf(noise(256 * 1024))
    expect(unevenness).toBeLessThan(0.35)
    expect(sameness).toBeGreaterThan(1 / 256)
    expect(sameness).toBeLessThan(0.0045)
  })

  it.each([0, 1, 2, 3, 4, 5, 1000])('takes %i bytes', (size) => {
    const { unevenness, sameness } = natureOf(Buffer.alloc(size, 9))
    expect(unevenness).toBe(0)
    expect(sameness).toBe(size < 4 ? 1 / 256 : 1)
  })

  it('answers the same again after other blocks', () => {
    const block = noise(70_001)
    const first = natureOf(block)
    natureOf(Buffer.alloc(1_000_000, 3))
    expect(natureOf(block)).toEqual(first)
  })
})
