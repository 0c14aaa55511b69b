import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { extractEntry, readArchive, readEntryText } from '../../src/archive/read'
import { temporaryFolder } from './folder'
import { type RawEntry, rawZip } from './raw-zip'

async function stored(bytes: Buffer): Promise<string> {
  const path = join(await temporaryFolder(), 'app.zip')
  await writeFile(path, bytes)
  return path
}

async function refusal(path: string, work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'nothing was refused',
    (error: { code?: string; message: string }) =>
      `${error.code}: ${error.message.replace(`The package '${path}'`, 'The package')}`,
  )
}

const plain: RawEntry = { name: 'host.json', content: '{"version":"2.0"}' }
const sound = rawZip([plain, { name: 'handler', content: 'binary', mode: 0o100755 }])

/** A zip64 end record and locator that point at `directoryOffset` and claim `entryCount` entries. */
function zip64(directoryOffset: bigint, entryCount: bigint, recordOffset = 0n): Buffer {
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06064b50)
  record.writeBigUInt64LE(44n, 4)
  record.writeBigUInt64LE(entryCount, 24)
  record.writeBigUInt64LE(entryCount, 32)
  record.writeBigUInt64LE(directoryOffset, 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50)
  locator.writeBigUInt64LE(recordOffset, 8)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  for (const at of [8, 10]) end.writeUInt16LE(0xffff, at)
  end.writeUInt32LE(0xffffffff, 16)
  return Buffer.concat([record, locator, end])
}

describe('readArchive', () => {
  it('lists names, sizes, modes, maker and kinds as they stand', async () => {
    const path = await stored(
      rawZip([
        { name: 'a\\b', content: 'x'.repeat(100) },
        { name: '../up', method: 0, content: 'y', mode: 0o100600, madeBy: 0 },
        { name: 'link', content: 'target', mode: 0o120777 },
        { name: 'folder/', mode: 0o040755 },
        { name: 'secret', flags: 0x801, method: 0, data: Buffer.alloc(13), declaredSize: 1 },
        { name: 'bare', mode: 0 },
      ]),
    )
    const { entries, sizeBytes } = await readArchive(path)
    expect(sizeBytes).toBe((await readFile(path)).length)
    expect(entries.map(({ crc32: _, dataPosition: __, ...entry }) => entry)).toEqual([
      described({
        name: 'a\\b',
        sizeBytes: 100,
        compressedBytes: 4 + deflateRawSync('x'.repeat(100)).length - 4,
      }),
      described({ name: '../up', sizeBytes: 1, compressedBytes: 1, mode: 0o100600, madeBy: 0, method: 0 }),
      described({ name: 'link', sizeBytes: 6, compressedBytes: 8, mode: 0o120777, isSymlink: true }),
      described({ name: 'folder/', sizeBytes: 0, compressedBytes: 2, mode: 0o040755, isDirectory: true }),
      described({ name: 'secret', sizeBytes: 1, compressedBytes: 13, method: 0, isEncrypted: true }),
      described({ name: 'bare', sizeBytes: 0, compressedBytes: 2, mode: undefined }),
    ])
    const bytes = await readFile(path)
    const [first] = entries
    const start = first?.dataPosition ?? 0
    expect(inflateRawSync(bytes.subarray(start, start + (first?.compressedBytes ?? 0))).toString()).toBe(
      'x'.repeat(100),
    )
  })

  it.each([
    { what: 'an empty file', bytes: Buffer.alloc(0), says: 'it is not a zip, or it was cut off' },
    { what: 'a text', bytes: Buffer.from('hello'.repeat(100)), says: 'it is not a zip, or it was cut off' },
    { what: 'half a zip', bytes: sound.subarray(0, 60), says: 'it is not a zip, or it was cut off' },
    {
      what: 'a zip without its beginning',
      bytes: sound.subarray(40),
      says: 'its directory does not end where its end record begins',
    },
    {
      what: 'bytes after the end',
      bytes: Buffer.concat([sound, Buffer.from('more')]),
      says: 'something follows the end of the zip',
    },
    {
      what: 'more entries than there are',
      bytes: rawZip([plain], { entryCount: 2 }),
      says: 'its directory holds fewer entries than it counts',
    },
    {
      what: 'an offset that is no safe integer',
      bytes: zip64(2n ** 63n, 1n),
      says: 'its directory does not end where its end record begins',
    },
    {
      what: 'a zip64 record far away',
      bytes: zip64(0n, 1n, 2n ** 62n),
      says: 'its directory points beyond the end of the file',
    },
    {
      what: 'a header beyond the end',
      bytes: rawZip([{ ...plain, offset: 0x7fff_ffff }]),
      says: "its directory points beyond the end of the file (at the entry 'host.json')",
    },
    {
      what: 'two entries on the same data',
      bytes: rawZip([plain, { ...plain, offset: 0 }]),
      says: "'host.json' and 'host.json' overlap",
    },
    {
      what: 'another name at the data',
      bytes: rawZip([{ ...plain, localName: 'host.jso_' }]),
      says: "an entry is named 'host.json' in the directory and 'host.jso_' at its data",
    },
    {
      what: 'a size that cannot be true',
      bytes: rawZip([{ name: 'bomb', content: 'x', declaredSize: 1_000_000 }]),
      says: "'bomb' declares 1000000 bytes, which 3 compressed bytes cannot hold",
    },
    {
      what: 'stored sizes that differ',
      bytes: rawZip([{ name: 'a', content: 'x', method: 0, declaredSize: 2 }]),
      says: "the sizes of a stored entry contradict each other (at the entry 'a')",
    },
    {
      what: 'strong encryption',
      bytes: rawZip([{ ...plain, flags: 0x41 }]),
      says: "it is encrypted (at the entry 'host.json')",
    },
  ])('refuses $what', async ({ bytes, says }) => {
    const path = await stored(bytes)
    expect(await refusal(path, readArchive(path))).toBe(
      `package-unreadable: The package cannot be read: ${says}.`,
    )
  })

  it('refuses a file that is missing or a folder', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'none.zip')
    expect(await refusal(path, readArchive(path))).toMatch(
      /^package-unreadable: The package cannot be read: ENOENT/,
    )
    expect(await refusal(folder, readArchive(folder))).toMatch(
      /^package-unreadable: The package cannot be read: (it is not a regular file|EISDIR|EPERM)/,
    )
  })

  it('refuses more entries or more bytes than a function app has', async () => {
    const many = await stored(zip64(0n, 100_000n))
    expect(await refusal(many, readArchive(many))).toBe(
      'package-limit: The package declares 100000 entries; at most 65535 are accepted.',
    )
    const large = await stored(
      rawZip([{ name: 'a', declaredSize: 2 ** 31 + 1, data: Buffer.alloc(2 ** 21 + 2048) }]),
    )
    expect(await refusal(large, readArchive(large))).toBe(
      'package-limit: The package declares more than 2147483648 bytes unpacked; at most 2 GiB are accepted.',
    )
  })

  it('answers every cut and many damaged bytes with its own error', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'app.zip')
    const codes = new Set<string | undefined>()
    const attempt = async (bytes: Buffer) => {
      await writeFile(path, bytes)
      await readEntryText(path, 'handler', 1000).catch((error: { code?: string }) => codes.add(error.code))
    }
    for (let length = 0; length < sound.length; length += 3) await attempt(sound.subarray(0, length))
    for (let index = 0; index < sound.length; index += 1) {
      const damaged = Buffer.from(sound)
      damaged[index] = (damaged[index] ?? 0) ^ (index % 2 === 0 ? 0xff : 0x01)
      await attempt(damaged)
    }
    expect([...codes].sort()).toEqual(['package-limit', 'package-unreadable'])
  })
})

describe('readEntryText and extractEntry', () => {
  it('read an entry of exactly this name', async () => {
    const path = await stored(sound)
    expect(await readEntryText(path, 'host.json', 17)).toBe('{"version":"2.0"}')
    const target = join(path, '..', 'handler')
    await extractEntry(path, 'handler', target, 1000)
    expect(await readFile(target, 'utf8')).toBe('binary')
  })

  const bomb = deflateRawSync(Buffer.alloc(5_000_000))
  it.each([
    {
      what: 'data that inflates to more than it declares',
      entry: { name: 'a', data: bomb, declaredSize: 1000 },
      says: "package-unreadable: The package cannot be read: the data of 'a' is damaged (it inflates to more than it declares).",
    },
    {
      what: 'data that inflates to less than it declares',
      entry: { name: 'a', content: 'abc', declaredSize: 4 },
      says: "package-unreadable: The package cannot be read: the data of 'a' is damaged (it inflates to less than it declares).",
    },
    {
      what: 'another checksum',
      entry: { name: 'a', content: 'abc', declaredCrc: 1 },
      says: "package-unreadable: The package cannot be read: the data of 'a' is damaged (its checksum does not match).",
    },
    {
      what: 'bytes that are no deflate data',
      entry: { name: 'a', data: Buffer.alloc(10, 0xff), declaredSize: 100 },
      says: "package-unreadable: The package cannot be read: the data of 'a' is damaged (it does not inflate).",
    },
    {
      what: 'an encrypted entry',
      entry: { name: 'a', content: 'abc', flags: 0x801 },
      says: "package-unreadable: The package cannot be read: 'a' is encrypted.",
    },
    {
      what: 'another method',
      entry: { name: 'a', content: 'abc', method: 93 },
      says: "package-unreadable: The package cannot be read: 'a' is compressed with method 93.",
    },
    {
      what: 'a symbolic link',
      entry: { name: 'a', content: '/etc/passwd', mode: 0o120777 },
      says: "package-unreadable: The package cannot be read: 'a' is a symbolic link.",
    },
    {
      what: 'too large an entry',
      entry: { name: 'a', content: 'x'.repeat(1001) },
      says: "package-limit: 'a' in 'PATH' has 1001 bytes; at most 1000 are accepted.",
    },
    {
      what: 'a missing entry',
      entry: { name: 'A' },
      says: "package-entry-missing: The package has no entry 'a'.",
    },
  ])('refuse $what and leave nothing behind', async ({ entry, says }) => {
    const path = await stored(rawZip([entry]))
    const target = join(path, '..', 'out')
    const expected = says.replace('PATH', path)
    expect(await refusal(path, readEntryText(path, 'a', 1000))).toBe(expected)
    expect(await refusal(path, extractEntry(path, 'a', target, 1000))).toBe(expected)
    expect(await readdir(join(path, '..'))).toEqual(['app.zip'])
  })

  it('refuse a name that two entries have', async () => {
    const path = await stored(rawZip([plain, plain]))
    expect(await refusal(path, readEntryText(path, 'host.json', 1000))).toBe(
      "package-unreadable: The package cannot be read: 2 entries have the name 'host.json'.",
    )
  })

  it('never write over a file', async () => {
    const path = await stored(sound)
    const target = join(path, '..', 'handler')
    await writeFile(target, 'mine')
    expect(await refusal(path, extractEntry(path, 'handler', target, 1000))).toMatch(
      /^package-unwritable: 'handler' cannot be unpacked to '.*handler': EEXIST/,
    )
    expect(await readFile(target, 'utf8')).toBe('mine')
  })
})

function described(entry: Record<string, unknown>) {
  return {
    mode: 0o100644,
    madeBy: 3,
    isSymlink: false,
    isDirectory: false,
    isEncrypted: false,
    isNameUtf8: true,
    method: 8,
    ...entry,
  }
}
