/** The zip reader: the list, the audit, one entry as text, and unpacking into a folder that nothing may leave. */
import { existsSync, lstatSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { descriptor, type RawEnd, type RawEntry, rawZip, unicodePath } from '../../__tests__/archive/raw-zip'
import { auditArchive } from '../../src/archive/audit'
import { readArchive, readEntryText } from '../../src/archive/read'
import { unpackArchive } from '../../src/archive/unpack'
import { ActionError } from '../../src/errors'
import type { Random } from '../random'
import { BrokenPromiseOfReader, type Target } from '../target'

const names = [
  'host.json',
  'handler',
  'Hello/function.json',
  'a/b/c/d.txt',
  '../out',
  '/etc/passwd',
  'C:\\x',
  'a\\..\\b',
  'link',
  'folder/',
  'HOST.JSON',
  './x',
  'a//b',
  '',
  '\u202egnp',
  'n'.repeat(300),
  'con',
  'a\0b',
]

const bomb = deflateRawSync(Buffer.alloc(2_000_000))

let folder: string | undefined

/** In memory where the system has such a place: a million small files are no task for a disk. */
function workFolder(): string {
  folder ??= mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'fuzz-zip-'))
  return folder
}

process.once('exit', () => {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
})

export const zip: Target = {
  name: 'zip',
  reads: 'zips (`readArchive`, `auditArchive`, `readEntryText`, `unpackArchive`)',
  inputs: 200_000,
  longestBytes: 32 * 1024,
  refuses: true,
  dictionary: [
    'PK\x01\x02',
    'PK\x03\x04',
    'PK\x05\x06',
    'PK\x06\x06',
    'PK\x06\x07',
    'PK\x07\x08',
    '../',
    'host.json',
    '\x01\0\x08\0',
  ],
  seeds: () => [
    rawZip([
      { name: 'host.json', content: '{"version":"2.0"}' },
      { name: 'handler', content: 'binary', mode: 0o100755 },
      { name: 'Hello/function.json', content: '{}', method: 0 },
    ]),
    rawZip([
      { name: 'folder/', mode: 0o040755 },
      { name: 'folder/a', content: 'x'.repeat(5000) },
    ]),
    rawZip([{ name: 'bomb', data: bomb, declaredSize: 2_000_000 }]),
    rawZip([]),
    rawZip([{ name: 'é', extra: unicodePath('é', 'é') }]),
    rawZip([
      {
        name: 'streamed',
        method: 0,
        content: 'abc',
        flags: 0x808,
        local: { crc: 0, compressedBytes: 0, sizeBytes: 0 },
        behind: descriptor(0x352441c2, 3, 3),
      },
    ]),
  ],
  generate: (random) =>
    rawZip(
      // Few entries lie: a zip with many lies is refused at the first one.
      Array.from({ length: random.below(6) }, (_, index) =>
        random.oneIn(5) ? randomEntry(random) : soundEntry(random, index),
      ),
      random.oneIn(5) ? random.pick(lyingEnds(random)) : {},
    ),
  read: async (input) => {
    const base = workFolder()
    const path = join(base, 'app.zip')
    const out = join(base, 'out')
    writeFileSync(path, input)
    try {
      const listing = await readArchive(path)
      auditArchive(listing, { executable: 'handler', packageName: 'app.zip' })
      await refusable(readEntryText(path, 'host.json', 1024 * 1024))
      await unpackArchive(path, out)
    } finally {
      const beside = readdirSync(base).filter((name) => name !== 'app.zip' && name !== 'out')
      if (existsSync(out)) {
        demandPlain(out)
        rmSync(out, { recursive: true, force: true })
      }
      if (beside.length > 0) {
        for (const name of beside) rmSync(join(base, name), { recursive: true, force: true })
        // biome-ignore lint/correctness/noUnsafeFinally: an escape outweighs whatever was thrown
        throw new BrokenPromiseOfReader(`unpacked outside of its folder: ${beside.join(', ')}`)
      }
    }
    return undefined
  },
}

async function refusable(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof ActionError)) throw error
  })
}

function demandPlain(out: string): void {
  for (const entry of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
    const status = lstatSync(join(out, entry))
    if (!status.isFile() && !status.isDirectory())
      throw new BrokenPromiseOfReader(`'${entry}' was unpacked as a link`)
    if ((status.mode & 0o6000) !== 0) throw new BrokenPromiseOfReader(`'${entry}' was unpacked set-user-id`)
  }
}

function lyingEnds(random: Random): readonly RawEnd[] {
  return [
    { entryCount: random.below(0x10000) },
    { entriesOnDisk: random.below(10) },
    { directoryBytes: random.below(2000) },
    { directoryStart: random.below(2000) },
    { comment: rawZip([{ name: 'handler' }]) },
    { before: Buffer.from(random.bytes(random.below(60))) },
    { prefix: Buffer.from(random.bytes(random.below(60))), isAdjusted: random.oneIn(2) },
  ]
}

function soundEntry(random: Random, index: number): RawEntry {
  const folder = random.pick(['', 'a/', 'a/b/', 'Hello/'])
  const content = random.bytes(random.below(400))
  return { name: `${folder}${index}`, content, method: random.pick([0, 8]) }
}

function randomEntry(random: Random): RawEntry {
  const content = random.bytes(random.below(400))
  const lies: Partial<RawEntry>[] = [
    {},
    {},
    { declaredSize: random.below(100_000) },
    { declaredCrc: random.next() },
    { data: bomb, declaredSize: random.pick([10, 1_000_000, 2_000_000]) },
    { offset: random.below(500) },
    { localName: random.pick(names) },
    { flags: random.below(0x10000) },
    { method: random.pick([0, 8, 9, 12, 93]) },
    { mode: random.below(0x10000), madeBy: random.below(256) },
    { mode: 0o120777 },
    { mode: 0o106755 },
    { rawName: Buffer.from(random.bytes(random.below(20))) },
    { extra: unicodePath(random.pick(names), random.pick(names)) },
    { extra: Buffer.from(random.bytes(random.below(40))) },
    { local: { extra: Buffer.from(random.bytes(random.below(40))) } },
    { local: random.pick([{ flags: random.below(0x10000) }, { method: 0 }, { crc: 0 }, { sizeBytes: 0 }]) },
    { flags: 0x808, behind: descriptor(random.next(), random.below(400), random.below(400)) },
    { behind: Buffer.from(random.bytes(random.below(60))) },
    { disk: random.below(0x10000) },
  ]
  return { name: random.pick(names), content, method: random.pick([0, 8]), ...random.pick(lies) }
}
