import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ArchiveEntry, readArchive } from '../../src/archive/read'
import { verifyArchive } from '../../src/archive/verify'
import { writeArchive } from '../../src/archive/write'

const folder = mkdtempSync(join(tmpdir(), 'verify-'))
const path = join(folder, 'app.zip')
let entries: readonly ArchiveEntry[] = []

beforeAll(async () => {
  await writeArchive({
    entries: [
      { name: 'host.json', source: Buffer.from('{}'), isExecutable: false },
      { name: 'handler', source: Buffer.alloc(600_000, 'handler '), isExecutable: true },
    ],
    outputPath: path,
    compressionLevel: 6,
  })
  entries = (await readArchive(path)).entries
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What was meant and what was read back, the second entry changed in one respect. */
async function verify(meant: object, readBack: object = {}): Promise<string> {
  const described = entries.map((entry) => ({
    ...entry,
    mode: entry.mode ?? 0,
    isStored: entry.method === 0,
  }))
  const second = (index: number, change: object): object => (index === 1 ? change : {})
  return verifyArchive(
    path,
    described.map((entry, index) => ({ ...entry, ...second(index, meant) })),
    described.map((entry, index) => ({ ...entry, ...second(index, readBack) })),
  ).then(
    () => 'the same',
    (error: Error) => error.message,
  )
}

describe('verifyArchive', () => {
  it('accepts what was meant and read back', async () => {
    expect(await verify({})).toBe('the same')
  })

  it.each([
    ['another name', { name: 'other' }, {}, 'entry 2 has another name'],
    ['another mode', { mode: 0o100644 }, {}, "'handler' has another mode"],
    ['another method', { isStored: true }, {}, "'handler' has another method"],
    ['another place', {}, { dataPosition: 1 }, "'handler' lies elsewhere"],
    ['another length', {}, { compressedBytes: 1 }, "'handler' lies elsewhere"],
    ['another size than meant', { sizeBytes: 1 }, {}, "'handler' has another size"],
    ['another size than read', {}, { sizeBytes: 1 }, "'handler' has another size"],
    ['another checksum than meant', { crc32: 1 }, {}, "'handler' has another checksum"],
    ['another checksum than read', {}, { crc32: 1 }, "'handler' has another checksum"],
  ])('refuses %s', async (_, meant, readBack, how) => {
    expect(await verify(meant, readBack)).toBe(`The written package is not what was meant: ${how}.`)
  })

  it('refuses another number of entries', async () => {
    await expect(verifyArchive(path, [], [])).rejects.toThrow(/it has 2 entries instead of 0/)
  })
})
