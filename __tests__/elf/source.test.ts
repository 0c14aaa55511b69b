import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BoundedReader, bytesSource, openSource, ReadLimitReached } from '../../src/elf/source'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'elf-source-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('openSource', () => {
  it('reads ranges, short at the end and empty past it', () => {
    const path = join(folder, 'handler')
    writeFileSync(path, 'abcdef', { mode: 0o640 })
    const source = openSource(path)
    expect(source.sizeBytes).toBe(6)
    if (process.platform !== 'win32') expect(source.mode).toBe(0o640)
    expect(Buffer.from(source.read(4, 10)).toString()).toBe('ef')
    expect(source.read(6, 10)).toHaveLength(0)
    source.close()
  })

  it.each([
    ['a missing file', 'none', 'cannot be opened: ENOENT'],
    ['a folder', 'dir', 'is a folder, not a regular file.'],
  ])('refuses %s', (_, name, message) => {
    mkdirSync(join(folder, 'dir'), { recursive: true })
    expect(() => openSource(join(folder, name))).toThrowError(message)
  })

  it('refuses a named pipe that has no writer, without waiting for one', (ctx) => {
    const path = join(folder, 'pipe')
    if (spawnSync('mkfifo', [path]).status !== 0) ctx.skip('this system has no mkfifo')
    expect(() => openSource(path)).toThrowError(/pipe" is a named pipe, not a regular file/)
  })
})

describe('BoundedReader', () => {
  const reader = () =>
    new BoundedReader(bytesSource(Buffer.alloc(100_000, 7)), { totalBytes: 20_000, reads: 4 })

  it.each([
    [-1n, 0],
    [1n << 63n, 0],
    [100_000n, 0],
    [99_998n, 2],
    [4090n, 16],
  ])('gives what lies at %s', (offset, length) => {
    expect(reader().at(offset, 16)).toHaveLength(length)
  })

  it('reads a page once', () => {
    const bounded = reader()
    bounded.at(0, 16)
    bounded.at(100, 16)
    expect(bounded.reads).toBe(1)
  })

  it.each([
    ['bytes in one request', (bounded: BoundedReader) => bounded.at(0, 20_001)],
    ['reads', (bounded: BoundedReader) => [0, 1, 2, 3, 4].map((page) => bounded.at(page * 4096, 1))],
    ['bytes past the cache', (bounded: BoundedReader) => bounded.scan(0, 20_001)],
  ])('stops at its limit of %s', (_, act) => {
    expect(() => act(reader())).toThrowError(ReadLimitReached)
  })
})
