import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { crc32, deflateRawSync } from 'node:zlib'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { type ZipEntry, zipStream } from '../../src/archive/jszip'

const modifiedAt = new Date(Date.UTC(2001, 1, 3, 4, 5, 6))

function entry(name: string, text: string, isStored = false): ZipEntry {
  const plain = Buffer.from(text)
  const bytes = isStored ? plain : deflateRawSync(plain)
  return {
    name,
    mode: 0o100755,
    bytes,
    isStored,
    sizeBytes: plain.length,
    crc32: crc32(plain),
    modifiedAt,
  }
}

const bytesOf = (entries: readonly ZipEntry[]): Promise<Buffer> =>
  buffer(zipStream(entries).pipe(new PassThrough()))

describe('zipStream', () => {
  it('is used with the version that it was written for', () => {
    const root = join(import.meta.dirname, '..', '..')
    const read = (path: string) =>
      JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, unknown>
    const asked = read('package.json')['dependencies'] as Record<string, string>
    expect(asked['jszip']).toBe('3.10.1')
    expect(read('node_modules/jszip/package.json')['version']).toBe('3.10.1')
  })

  it('writes the bytes that it is given, without compressing them again', async () => {
    // Not what the declared checksum is of: jszip must neither look inside nor correct it.
    const given = {
      ...entry('a', 'x'.repeat(1000)),
      bytes: Buffer.from('no deflate data'),
      crc32: 0x12345678,
    }
    const zip = await bytesOf([given])
    expect(zip.readUInt32LE(0)).toBe(0x04034b50)
    expect(zip.readUInt16LE(8)).toBe(8)
    expect(zip.readUInt32LE(14)).toBe(0x12345678)
    expect(zip.readUInt32LE(18)).toBe(15)
    expect(zip.readUInt32LE(22)).toBe(1000)
    expect(zip.subarray(30, 46).toString()).toBe('ano deflate data')
  })

  it('keeps order, modes, maker and time, and makes no folders', async () => {
    const names = ['b', '42', 'a/c', '7', '__proto__', 'ä']
    const zip = await bytesOf(names.map((name, index) => entry(name, name.repeat(50), index === 2)))
    const read = await JSZip.loadAsync(zip)
    const files = names.map((name) => read.files[name])
    expect(files.map((file) => file?.unixPermissions)).toEqual(names.map(() => 0o100755))
    expect(files.map((file) => file?.date.getTime())).toEqual(names.map(() => modifiedAt.getTime()))
    expect(await Promise.all(files.map((file) => file?.async('string')))).toEqual(
      names.map((name) => name.repeat(50)),
    )
    const directory: string[] = []
    for (let at = zip.indexOf('PK\x01\x02'); at !== -1; at = zip.indexOf('PK\x01\x02', at + 1)) {
      expect(zip.readUInt8(at + 5)).toBe(3)
      directory.push(zip.subarray(at + 46, at + 46 + zip.readUInt16LE(at + 28)).toString())
    }
    expect(directory).toEqual(names)
  })
})
