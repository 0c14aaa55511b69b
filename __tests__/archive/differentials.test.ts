/**
 * Zips that unpackers read differently: what was inspected would not be what is unpacked. Each kind was tried with
 * Python's zipfile, Info-ZIP's unzip and System.IO.Compression, on which the Functions host stands.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { auditArchive } from '../../src/archive/audit'
import { tableCrc32 } from '../../src/archive/crc32'
import { readArchive } from '../../src/archive/read'
import { unpackArchive } from '../../src/archive/unpack'
import { temporaryFolder } from './folder'
import { descriptor, extraField, type RawEntry, rawZip, unicodePath, zip64End } from './raw-zip'

const hostJson: RawEntry = { name: 'host.json', content: '{"version":"2.0"}' }
const good: RawEntry = { name: 'handler', content: 'static handler', mode: 0o100755 }
const bad: RawEntry = { name: 'handler', content: 'dynamic handler!', mode: 0o100755 }
const sound = rawZip([hostJson, good])

/** What a given package meets, in the order of the stages: reading, the audit, unpacking. */
async function verdict(bytes: Buffer): Promise<string> {
  const folder = await temporaryFolder()
  const path = join(folder, 'app.zip')
  await writeFile(path, bytes)
  try {
    const listing = await readArchive(path)
    const findings = auditArchive(listing, { executable: 'handler', packageName: 'app.zip' })
    const [error] = findings.filter(({ severity }) => severity === 'error')
    if (error !== undefined) return `${error.code}: ${error.message}`
    await unpackArchive(path, join(folder, 'out'))
    const notices = findings.map(({ severity, code }) => `, ${severity} ${code}`)
    return `accepted${notices.join('')}`
  } catch (error) {
    const { code, message } = error as { code?: string; message: string }
    return `${code}: ${message.replace(`The package '${path}' cannot be read: `, '')}`
  }
}

/** The directory of a zip, without what is before and behind. */
function directoryOf(zip: Buffer): Buffer {
  return zip.subarray(zip.indexOf('PK\x01\x02'), zip.indexOf('PK\x05\x06'))
}

/** The same zip with the record of zip64 and its locator before the end record. */
function withZip64(
  zip: Buffer,
  change: Partial<Record<'entryCount' | 'directoryBytes' | 'directoryStart', number>>,
) {
  const at = zip.indexOf('PK\x05\x06')
  const start = zip.indexOf('PK\x01\x02')
  const truth = { entryCount: zip.readUInt16LE(at + 10), directoryBytes: at - start, directoryStart: start }
  return Buffer.concat([zip.subarray(0, at), zip64End(at, { ...truth, ...change }), zip.subarray(at)])
}

const end = (zip: Buffer): Buffer => zip.subarray(zip.indexOf('PK\x05\x06'))
const longer = deflateRawSync('static handler and more')

describe('a zip that unpackers read differently', () => {
  it.each<{ kind: string; zip: Buffer; says: string }>([
    {
      kind: 'a second name for some unpackers',
      zip: rawZip([hostJson, good, { ...bad, name: 'other', extra: unicodePath('other', 'handler') }]),
      says: "package-unreadable: an entry is named 'other' and, for some unpackers, 'handler'.",
    },
    {
      kind: 'a secret with a harmless second name',
      zip: rawZip([
        hostJson,
        good,
        { name: 'local.settings.json', content: '{}', extra: unicodePath('local.settings.json', 'data.txt') },
      ]),
      says: "package-unreadable: an entry is named 'local.settings.json' and, for some unpackers, 'data.txt'.",
    },
    {
      kind: 'a harmless name with a secret second one',
      zip: rawZip([
        hostJson,
        good,
        { name: 'data.txt', content: '{}', extra: unicodePath('data.txt', 'local.settings.json') },
      ]),
      says: "package-unreadable: an entry is named 'data.txt' and, for some unpackers, 'local.settings.json'.",
    },
    {
      kind: 'a second name at the data only',
      zip: rawZip([hostJson, { ...good, local: { extra: unicodePath('handler', 'other') } }]),
      says: "package-unreadable: an entry is named 'handler' and, for some unpackers, 'other'.",
    },
    {
      kind: 'two second names, the first one the same',
      zip: rawZip([
        hostJson,
        {
          ...good,
          extra: Buffer.concat([unicodePath('handler', 'handler'), unicodePath('handler', 'other')]),
        },
      ]),
      says: "package-unreadable: 'handler' has two values where an extra field has one.",
    },
    {
      kind: 'a secret that its mode calls a folder',
      zip: rawZip([hostJson, good, { name: 'local.settings.json', content: '{}', mode: 0o040755 }]),
      says: "package-secret: 'local.settings.json' in app.zip looks like a file of local app settings, with connection strings.",
    },
    {
      kind: 'a folder with data',
      zip: rawZip([hostJson, good, { name: 'data/', content: 'hidden', mode: 0o040755 }]),
      says: "package-unreadable: the folder 'data/' has data.",
    },
    {
      kind: 'a second directory right before the end record',
      zip: rawZip([hostJson, good], { before: directoryOf(rawZip([hostJson, bad])) }),
      says: 'package-unreadable: its directory does not end where its end record begins.',
    },
    {
      kind: 'a second directory that the end record measures but does not name',
      zip: rawZip([hostJson, good], {
        before: directoryOf(rawZip([hostJson, bad])),
        directoryBytes: 2 * directoryOf(sound).length,
      }),
      says: 'package-unreadable: its directory holds more entries than it counts.',
    },
    {
      kind: 'a zip64 end record that names another directory',
      zip: withZip64(sound, { directoryStart: 10 }),
      says: 'package-unreadable: its two end records contradict each other.',
    },
    {
      kind: 'a zip64 end record that counts otherwise',
      zip: withZip64(sound, { entryCount: 1 }),
      says: 'package-unreadable: its two end records contradict each other.',
    },
    {
      kind: 'fewer entries than the directory has',
      zip: rawZip([hostJson, good, bad], { entryCount: 2 }),
      says: 'package-unreadable: its directory holds more entries than it counts.',
    },
    {
      kind: 'more entries than the directory has',
      zip: rawZip([hostJson, good], { entryCount: 3 }),
      says: 'package-unreadable: its directory holds fewer entries than it counts.',
    },
    {
      kind: 'another count on this disk',
      zip: rawZip([hostJson, good], { entriesOnDisk: 1 }),
      says: 'package-unreadable: its end record counts its entries in two ways.',
    },
    {
      kind: 'a whole zip in the comment',
      zip: rawZip([hostJson, good], { comment: rawZip([hostJson, bad]) }),
      says: 'package-unreadable: its directory does not end where its end record begins.',
    },
    {
      kind: 'a whole zip in the comment, with offsets that fit',
      zip: rawZip([hostJson, good], {
        comment: rawZip([hostJson, bad], { prefix: sound, isAdjusted: true }).subarray(sound.length),
      }),
      says: `package-unreadable: ${sound.length} bytes lie before its first entry.`,
    },
    {
      kind: 'a zip in the comment that bytes follow',
      zip: rawZip([hostJson, good], {
        comment: Buffer.concat([rawZip([hostJson, bad]), Buffer.from('more')]),
      }),
      says: 'package-unreadable: something follows the end of the zip.',
    },
    {
      kind: 'one zip behind another',
      zip: Buffer.concat([rawZip([hostJson, bad]), sound]),
      says: 'package-unreadable: its directory does not end where its end record begins.',
    },
    {
      kind: 'one zip behind another, with offsets that fit',
      zip: rawZip([hostJson, good], { prefix: rawZip([hostJson, bad]), isAdjusted: true }),
      says: `package-unreadable: ${rawZip([hostJson, bad]).length} bytes lie before its first entry.`,
    },
    {
      kind: 'bytes before the zip',
      zip: rawZip([hostJson, good], { prefix: Buffer.from('#!/bin/sh\n') }),
      says: 'package-unreadable: its directory does not end where its end record begins.',
    },
    {
      kind: 'an end record in the comment that counts nothing',
      zip: rawZip([hostJson, good], { comment: end(rawZip([])) }),
      says: 'package-unreadable: its directory does not end where its end record begins.',
    },
    {
      kind: 'an end record in the comment that counts nothing and fits',
      zip: rawZip([hostJson, good], { comment: end(rawZip([], { directoryStart: sound.length })) }),
      says: `package-unreadable: ${sound.length} bytes lie before its first entry.`,
    },
    {
      kind: 'another name at the data',
      zip: rawZip([hostJson, { ...good, localName: 'hostile' }]),
      says: "package-unreadable: an entry is named 'handler' in the directory and 'hostile' at its data.",
    },
    {
      kind: 'another method at the data',
      zip: rawZip([hostJson, { ...good, local: { method: 0 } }]),
      says: "package-unreadable: 'handler' is compressed with method 8 in the directory and 0 at its data.",
    },
    {
      kind: 'another size at the data',
      zip: rawZip([hostJson, { ...good, local: { sizeBytes: 3 } }]),
      says: "package-unreadable: the sizes of 'handler' differ between the directory and its data.",
    },
    {
      kind: 'another compressed size at the data',
      zip: rawZip([hostJson, { ...good, local: { compressedBytes: 3 } }]),
      says: "package-unreadable: the sizes of 'handler' differ between the directory and its data.",
    },
    {
      kind: 'another size in a zip64 field at the data',
      zip: rawZip([
        hostJson,
        {
          ...good,
          local: { sizeBytes: 0xffffffff, extra: extraField(1, Buffer.from([3, 0, 0, 0, 0, 0, 0, 0])) },
        },
      ]),
      says: "package-unreadable: the sizes of 'handler' differ between the directory and its data.",
    },
    {
      kind: 'another checksum at the data',
      zip: rawZip([hostJson, { ...good, local: { crc: 1 } }]),
      says: "package-unreadable: the checksum of 'handler' differs between the directory and its data.",
    },
    {
      kind: 'encryption in the directory only',
      zip: rawZip([hostJson, { ...good, flags: 0x801, local: { flags: 0x800 } }]),
      says: "package-unreadable: the flags of 'handler' differ between the directory and its data.",
    },
    {
      kind: 'sizes behind the data, in the directory only',
      zip: rawZip([hostJson, { ...good, flags: 0x808, local: { flags: 0x800 } }]),
      says: "package-unreadable: the flags of 'handler' differ between the directory and its data.",
    },
    {
      kind: 'other sizes behind the data',
      zip: rawZip([hostJson, { ...good, flags: 0x808, behind: descriptor(1, 2, 3) }]),
      says: "package-unreadable: 16 bytes behind the data of 'handler' are not part of it.",
    },
    {
      kind: 'an entry that the directory does not name',
      zip: rawZip([{ ...hostJson, behind: rawZip([bad]).subarray(0, 50) }, good]),
      says: "package-unreadable: 50 bytes behind the data of 'host.json' are not part of it.",
    },
    {
      kind: 'one name twice',
      zip: rawZip([hostJson, good, bad]),
      says: "package-duplicate-name: app.zip has more than one entry for 'handler'.",
    },
    {
      kind: 'a declared size of nothing',
      zip: rawZip([hostJson, { ...good, declaredSize: 0 }]),
      says: "package-unreadable: the data of 'handler' is damaged (it inflates to more than it declares).",
    },
    {
      kind: 'a declared size that is too small, with its checksum',
      zip: rawZip([hostJson, { ...good, data: longer }]),
      says: "package-unreadable: the data of 'handler' is damaged (it inflates to more than it declares).",
    },
    {
      kind: 'more behind the end of the data, small',
      zip: rawZip([hostJson, { ...good, data: Buffer.concat([deflateRawSync('static handler'), longer]) }]),
      says: "package-unreadable: the data of 'handler' is damaged (something follows the end of its data).",
    },
    {
      kind: 'more behind the end of the data, large',
      zip: rawZip([
        hostJson,
        {
          ...good,
          content: Buffer.alloc(1_000_000, 'good'),
          data: Buffer.concat([deflateRawSync(Buffer.alloc(1_000_000, 'good')), longer]),
        },
      ]),
      says: "package-unreadable: the data of 'handler' is damaged (something follows the end of its data).",
    },
    {
      kind: 'a wrong checksum',
      zip: rawZip([hostJson, { ...good, declaredCrc: 1 }]),
      says: "package-unreadable: the data of 'handler' is damaged (its checksum does not match).",
    },
    {
      kind: 'a NUL in a name',
      zip: rawZip([hostJson, good, { name: 'local.settings.json\0.txt' }]),
      says: "package-unsafe-name: The entry 'local.settings.json\\x00.txt' of app.zip has an unsafe name: it contains a NUL character.",
    },
    {
      kind: 'an empty name',
      zip: rawZip([hostJson, good, { name: '' }]),
      says: "package-unsafe-name: The entry '' of app.zip has an unsafe name: it is empty.",
    },
    {
      kind: 'a file that is a folder, with a name that sorts between',
      zip: rawZip([hostJson, good, { name: 'handler.txt' }, { name: 'handler/more' }]),
      says: "package-unreadable: 'handler' is a file and the folder of 'handler/more'.",
    },
    {
      kind: 'deflate64',
      zip: rawZip([hostJson, { ...good, method: 9 }]),
      says: "package-unsupported-compression: 'handler' in app.zip is compressed with method 9; only 0 and 8 (deflate) are unpacked.",
    },
    {
      kind: 'strong encryption',
      zip: rawZip([hostJson, { ...good, flags: 0x841 }]),
      says: "package-unreadable: it is encrypted (at the entry 'handler').",
    },
    {
      kind: 'data on another disk',
      zip: rawZip([hostJson, { ...good, disk: 1 }]),
      says: "package-unreadable: the data of 'handler' lies in another part of a split archive.",
    },
    {
      kind: 'an end on another disk',
      zip: rawZip([hostJson, good], { disk: 1 }),
      says: 'package-unreadable: it is one part of a split archive.',
    },
    {
      kind: 'a directory on another disk',
      zip: rawZip([hostJson, good], { directoryDisk: 1 }),
      says: 'package-unreadable: it is one part of a split archive.',
    },
    {
      kind: 'a directory that is declared too small',
      zip: rawZip([hostJson, good], { directoryBytes: directoryOf(sound).length - 1 }),
      says: 'package-unreadable: its directory does not end where its end record begins.',
    },
    {
      kind: 'a directory that is declared too large',
      zip: rawZip([hostJson, good], { directoryBytes: directoryOf(sound).length + 1 }),
      says: 'package-unreadable: its directory does not end where its end record begins.',
    },
    {
      kind: 'a gap behind the directory',
      zip: rawZip([hostJson, good], { before: Buffer.from('gap') }),
      says: 'package-unreadable: its directory does not end where its end record begins.',
    },
    {
      kind: 'entries on the same data',
      zip: rawZip([good, { ...good, offset: 0 }, hostJson]),
      says: "package-unreadable: 'handler' and 'handler' overlap.",
    },
    {
      kind: 'data that reaches into the directory',
      zip: rawZip([
        hostJson,
        { ...good, method: 0, declaredCompressed: 20, declaredSize: 20, content: 'static handler' },
      ]),
      says: "package-unreadable: 'handler' reaches into the directory.",
    },
    {
      kind: 'a link',
      zip: rawZip([hostJson, good, { name: 'link', content: '/etc/passwd', mode: 0o120777 }]),
      says: "package-symlink: 'link' in app.zip: Azure does not restore symbolic links.",
    },
  ])('is refused: $kind', async ({ zip, says }) => {
    expect(await verdict(zip)).toBe(says)
  })
})

describe('a zip that unpackers read alike', () => {
  const other = Buffer.from('caf\x82', 'latin1')
  it.each<{ kind: string; zip: Buffer; says?: string }>([
    { kind: 'a plain one', zip: sound },
    { kind: 'a comment', zip: rawZip([hostJson, good], { comment: Buffer.from('made by hand') }) },
    {
      kind: 'a second name that is the same',
      zip: rawZip([hostJson, good, { name: 'é', extra: unicodePath('é', 'é') }]),
    },
    {
      kind: 'a second name that is the same in another encoding',
      zip: rawZip([
        hostJson,
        good,
        { name: '', rawName: other, flags: 0, extra: unicodePath(other, 'café') },
      ]),
      says: 'accepted, notice package-name-encoding',
    },
    { kind: 'a zip64 end record that says the same', zip: withZip64(sound, {}) },
    { kind: 'an empty folder', zip: rawZip([hostJson, good, { name: 'empty/', mode: 0o040755 }]) },
    {
      kind: 'sizes behind the data',
      zip: rawZip([
        hostJson,
        {
          ...good,
          flags: 0x808,
          local: { crc: 0, compressedBytes: 0, sizeBytes: 0 },
          behind: descriptor(
            tableCrc32(Buffer.from('static handler')),
            deflateRawSync('static handler').length,
            'static handler'.length,
          ),
        },
      ]),
    },
    {
      kind: 'a pipe and a device, which all take for files',
      zip: rawZip([hostJson, good, { name: 'pipe', mode: 0o010644 }, { name: 'device', mode: 0o020644 }]),
    },
    {
      kind: 'names that differ in case',
      zip: rawZip([hostJson, good, { name: 'Handler' }]),
      says: 'accepted, notice package-case-collision',
    },
    {
      kind: 'composed and decomposed accents',
      zip: rawZip([hostJson, good, { name: 'caf\u00e9' }, { name: 'cafe\u0301' }]),
      says: 'accepted, notice package-case-collision',
    },
    {
      kind: 'a name that is not UTF-8 but says so',
      zip: rawZip([hostJson, good, { name: '', rawName: other }]),
      says: 'accepted, notice package-name-encoding',
    },
  ])('is accepted: $kind', async ({ zip, says = 'accepted' }) => {
    expect(await verdict(zip)).toBe(says)
  })

  it('has what its mode calls a folder unpacked as the file that it is', async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'app.zip')
    await writeFile(path, rawZip([{ name: 'a', content: 'text', mode: 0o040644 }]))
    await unpackArchive(path, join(folder, 'out'))
    expect(await readFile(join(folder, 'out', 'a'), 'utf8')).toBe('text')
  })
})
