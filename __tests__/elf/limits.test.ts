import { describe, expect, it } from 'vitest'
import { inspectBinary } from '../../src/elf/inspect'
import { bytesSource } from '../../src/elf/source'
import { buildElf } from './elf-builder'

const size = 64 * 1024 * 1024

function inspectCounting(content: Buffer) {
  const source = bytesSource(content, 0o755)
  const count = { bytes: 0, reads: 0 }
  const counting = {
    ...source,
    read: (offset: number, length: number) => {
      const part = source.read(offset, length)
      count.bytes += part.length
      count.reads += 1
      return part
    },
  }
  return { inspection: inspectBinary(counting, { name: 'handler', goarch: 'amd64' }), count }
}

/** A section table of the most entries libmagic looks at, each with its name on another page. */
function manySections(): Buffer {
  const file = Buffer.alloc(size)
  buildElf().copy(file)
  const table = 0x100000
  file.writeBigUInt64LE(BigInt(table), 40)
  file.writeUInt16LE(64, 58)
  file.writeUInt16LE(32768, 60)
  file.writeUInt16LE(1, 62)
  for (let index = 0; index < 32768; index += 1) {
    file.writeUInt32LE((index * 20_495) % (60 * 1024 * 1024), table + index * 64)
  }
  return file
}

function manyWritableSegments(): Buffer {
  const file = Buffer.alloc(size)
  const segment = { type: 1, flags: 6, fileSize: BigInt(size) }
  buildElf({ segments: Array.from({ length: 40 }, () => segment) }).copy(file)
  return file
}

describe('a file that leads everywhere', () => {
  it.each([
    ['32768 sections with names on different pages', manySections, 'too many places to look at'],
    ['40 writable segments of the whole file', manyWritableSegments, 'statically linked'],
  ])('is read within the limits: %s', (_, make, says) => {
    const { inspection, count } = inspectCounting(make())
    expect(count.bytes).toBeLessThanOrEqual((16 + 8) * 1024 * 1024 + 8192)
    expect(count.reads).toBeLessThanOrEqual(4500 + 2000)
    expect(inspection.fileOutput).toContain(says)
    expect(inspection.findings.map((finding) => finding.code)).toEqual(['not-go'])
  })

  it('stops following symbol versions that point at each other', () => {
    const file = buildElf({
      interpreter: '/lib64/ld-linux-x86-64.so.2',
      needed: ['libc.so.6'],
      versions: { 'libc.so.6': ['GLIBC_2.34'] },
    })
    // vn_cnt and vna_next are raised so that the records overlap.
    const at = file.indexOf(Buffer.from('01000100', 'hex'), 0x900)
    file.writeUInt16LE(0xffff, at + 2)
    file.writeUInt32LE(1, at + 16 + 12)
    const { inspection } = inspectCounting(file)
    expect(inspection.image?.dynamic?.versions).toHaveLength(1)
  })
})
