import { describe, expect, it } from 'vitest'
import { mentionsText } from '../../src/elf/mention'
import { bytesSource } from '../../src/elf/source'

const mebibyte = 1024 * 1024
const withText = (offset: number): Uint8Array => {
  const bytes = Buffer.alloc(3 * mebibyte)
  bytes.write('THE_PORT', offset, 'latin1')
  return bytes
}

describe('mentionsText', () => {
  it.each([0, mebibyte - 4, mebibyte, 3 * mebibyte - 8])('finds a text at offset %i', (offset) => {
    expect(mentionsText(bytesSource(withText(offset)), ['OTHER', 'THE_PORT'])).toBe(true)
  })

  it('finds nothing where there is nothing', () => {
    expect(mentionsText(bytesSource(withText(5)), ['THE_PORTS'])).toBe(false)
    expect(mentionsText(bytesSource(new Uint8Array()), ['x'])).toBe(false)
  })

  it('does not look through a file of more than a gibibyte', () => {
    const huge = { sizeBytes: 1025 * mebibyte, read: () => new Uint8Array() }
    expect(mentionsText(huge, ['x'])).toBeUndefined()
  })
})
