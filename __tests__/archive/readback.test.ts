import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { constants, deflateRawSync, inflateRawSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { crc32 } from '../../src/archive/crc32'
import { blocksOf, deflateBlocks } from '../../src/archive/deflate'
import { ReadBack } from '../../src/archive/readback'

const folder = mkdtempSync(join(tmpdir(), 'readback-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Text that compresses and never repeats exactly, longer than one piece. */
const content = Buffer.from(
  Array.from({ length: 60_000 }, (_, line) => `line ${line * 7919} of ${line}\n`).join(''),
)

async function partsOf(bytes: Buffer, level: number): Promise<Buffer[]> {
  const parts: Buffer[] = []
  for await (const part of deflateBlocks(blocksOf(bytes), { level })) parts.push(part)
  return parts
}

interface Written {
  readonly parts: readonly Buffer[]
  /** What lies in the file in their place. */
  readonly lies?: readonly Buffer[]
  readonly level?: number
}

/** Writes parts into a file and reads them back as they come. */
function readBackOf({ parts, lies = parts, level = 6 }: Written): ReadBack {
  const file = openSync(join(folder, 'zip'), 'w+')
  try {
    const readBack = new ReadBack(file, level === 0)
    readBack.begin('bin/handler', 100)
    let written = 100
    for (const [index, part] of parts.entries()) {
      readBack.expect(part.length)
      const bytes = lies[index] ?? Buffer.alloc(0)
      writeSync(file, bytes, 0, bytes.length, written)
      written += part.length
      readBack.upTo(written)
    }
    readBack.end()
    readBack.upTo(written)
    return readBack
  } finally {
    closeSync(file)
  }
}

describe('ReadBack', () => {
  it.each([0, 1, 6, 9])('finds at level %i what a whole stream inflates to', async (level) => {
    const parts = await partsOf(content, level)
    expect(parts.length).toBeGreaterThan(4)
    expect(readBackOf({ parts, level }).entries).toEqual([
      {
        name: 'bin/handler',
        dataPosition: 100,
        compressedBytes: Buffer.concat(parts).length,
        sizeBytes: content.length,
        crc32: crc32(content),
      },
    ])
    const data = readFileSync(join(folder, 'zip')).subarray(100)
    expect((level === 0 ? data : inflateRawSync(data)).equals(content)).toBe(true)
  })

  it('reads no part that may be the last one before it is known', async () => {
    const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = await partsOf(content, 6)
    const file = openSync(join(folder, 'zip'), 'w+')
    try {
      const readBack = new ReadBack(file, false)
      readBack.begin('a', 0)
      readBack.expect(first.length)
      writeSync(file, first, 0, first.length, 0)
      readBack.upTo(first.length)
      expect(readBack.entries[0]?.sizeBytes).toBe(0)
      readBack.expect(second.length)
      readBack.upTo(first.length)
      expect(readBack.entries[0]?.sizeBytes).toBe(256 * 1024)
    } finally {
      closeSync(file)
    }
  })

  const changed = (bytes: Buffer, at: number): Buffer => {
    const copy = Buffer.from(bytes)
    copy[at] = (copy[at] ?? 0) ^ 0xff
    return copy
  }

  it('has another checksum when a byte of stored data differs', async () => {
    const parts = await partsOf(content, 0)
    const lies = parts.map((part, index) => (index === 2 ? changed(part, 77) : part))
    expect(readBackOf({ parts, lies, level: 0 }).entries[0]?.crc32).not.toBe(crc32(content))
  })

  it('refuses data that does not inflate', async () => {
    const parts = await partsOf(content, 6)
    const lies = parts.map((part, index) => (index === 3 ? Buffer.alloc(part.length, 0xff) : part))
    expect(() => readBackOf({ parts, lies })).toThrow(
      "The written package is not what was meant: 'bin/handler' cannot be read back, its data does not inflate.",
    )
  })

  it('refuses a stream that ends before its last part', async () => {
    const parts = await partsOf(content, 6)
    const early = deflateRawSync(content.subarray(0, 256 * 1024), { finishFlush: constants.Z_FINISH })
    const [, ...rest] = parts
    expect(() => readBackOf({ parts: [early, ...rest] })).toThrow(/its data ends early/)
  })

  it('refuses a stream that does not end', async () => {
    const parts = await partsOf(content, 6)
    expect(() => readBackOf({ parts: parts.slice(0, -1) })).toThrow(/its data does not inflate/)
  })

  it('refuses a part that needs what is not before it', async () => {
    const [first = Buffer.alloc(0), , ...rest] = await partsOf(content, 6)
    let entry: unknown
    try {
      entry = readBackOf({ parts: [first, ...rest] }).entries[0]
    } catch {
      return
    }
    expect(entry).not.toMatchObject({ crc32: crc32(content) })
  })

  it('refuses a file that is shorter than what was written', async () => {
    const parts = await partsOf(content, 6)
    const lies = parts.map((part, index) => (index === parts.length - 1 ? part.subarray(0, 10) : part))
    expect(() => readBackOf({ parts, lies })).toThrow(/the file is shorter than what was written/)
  })
})
