import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditArchive } from '../../src/archive/audit'
import { archiveCodes } from '../../src/archive/codes'
import { readArchive } from '../../src/archive/read'
import { writeArchive } from '../../src/archive/write'
import { temporaryFolder } from './folder'
import { type RawEntry, rawZip } from './raw-zip'

const hostJson: RawEntry = { name: 'host.json', content: '{}' }
const handler: RawEntry = { name: 'handler', content: 'binary', mode: 0o100755 }

async function audit(entries: readonly RawEntry[], executable: string | undefined = 'handler') {
  const path = join(await temporaryFolder(), 'app.zip')
  await writeFile(path, rawZip(entries))
  return auditArchive(await readArchive(path), { executable, packageName: 'app.zip' })
}

describe('auditArchive', () => {
  it('has nothing to say of a package that this action wrote', async () => {
    const outputPath = join(await temporaryFolder(), 'app.zip')
    await writeArchive({
      outputPath,
      compressionLevel: 6,
      entries: [
        { name: 'host.json', source: Buffer.from('{}'), isExecutable: false },
        { name: 'bin/handler', source: Buffer.from('binary'), isExecutable: true },
      ],
    })
    const listing = await readArchive(outputPath)
    expect(auditArchive(listing, { executable: './bin/handler', packageName: 'app.zip' })).toEqual([])
  })

  it.each<{ entries: RawEntry[]; executable?: string; says: string[] }>([
    {
      entries: [handler],
      says: ["error package-host-json-missing: app.zip has no 'host.json' at its root."],
    },
    {
      entries: [{ ...hostJson, name: 'Host.json' }, handler],
      says: [
        "error package-host-json-missing: app.zip has 'Host.json' instead of 'host.json'; names are case-sensitive in Azure.",
      ],
    },
    {
      entries: [
        { ...hostJson, name: 'app/host.json' },
        { ...handler, name: 'app/handler' },
      ],
      executable: 'app/handler',
      says: [
        "error package-host-json-nested: host.json lies in the folder 'app' of app.zip, not at the root.",
      ],
    },
    {
      entries: [hostJson],
      says: [
        "error package-executable-missing: app.zip has no entry 'handler', which host.json names as the executable.",
      ],
    },
    {
      entries: [hostJson, { ...handler, name: 'Handler' }],
      says: [
        "error package-executable-missing: app.zip has no entry 'handler', which host.json names as the executable, but 'Handler'; names are case-sensitive.",
      ],
    },
    {
      entries: [hostJson, { ...handler, name: 'handler/main' }],
      says: [
        "error package-executable-missing: app.zip has no entry 'handler', which host.json names as the executable: a folder has that name.",
      ],
    },
    {
      entries: [hostJson, { ...handler, mode: 0o100644 }],
      says: [
        "error package-executable-mode: The executable 'handler' in app.zip has mode 0644, without the execute bit.",
      ],
    },
    {
      entries: [hostJson, { ...handler, mode: 0 }],
      says: [
        "error package-executable-mode: The executable 'handler' in app.zip has no mode, without the execute bit.",
      ],
    },
    {
      entries: [hostJson, { ...handler, madeBy: 0 }],
      says: [
        "error package-made-by: The entry 'handler' of app.zip was made by system 0, not by Unix (3), so its mode is ignored.",
      ],
    },
    {
      entries: [{ ...hostJson, mode: 0o100600 }, handler],
      says: [
        "error package-unreadable-mode: 'host.json' in app.zip cannot be read by others ('host.json' has mode 0600).",
      ],
    },
    {
      entries: [hostJson, handler, { name: 'Http\\function.json' }],
      says: [
        "error package-backslash: 'Http\\function.json' in app.zip: a backslash makes no folder on Linux.",
      ],
    },
    {
      entries: [hostJson, handler, { name: '../up' }, { name: '/abs' }],
      says: [
        "error package-unsafe-name: The entry '../up' of app.zip has an unsafe name: it climbs out of the folder with '..'. So have 1 more.",
      ],
    },
    {
      entries: [hostJson, handler, hostJson],
      says: ["error package-duplicate-name: app.zip has more than one entry for 'host.json'."],
    },
    {
      entries: [hostJson, handler, { name: 'HANDLER' }],
      says: ["notice package-case-collision: 'handler', 'HANDLER' in app.zip differ only in case."],
    },
    {
      entries: [hostJson, handler, { name: 'caf\u00e9' }, { name: 'cafe\u0301' }],
      says: [
        "notice package-case-collision: 'caf\u00e9', 'cafe\u0301' in app.zip differ only in how accents are encoded.",
      ],
    },
    {
      entries: [hostJson, handler, { name: 'x', rawName: Buffer.from('caf\x82', 'latin1'), flags: 0 }],
      says: [
        "notice package-name-encoding: 'café' in app.zip: the name is not in UTF-8, and unpackers read it differently.",
      ],
    },
    {
      entries: [hostJson, handler, { name: 'lib', mode: 0o120777, content: 'x' }],
      says: ["error package-symlink: 'lib' in app.zip: Azure does not restore symbolic links."],
    },
    {
      entries: [hostJson, handler, { name: 'x', flags: 0x801 }],
      says: ["error package-encrypted: 'x' in app.zip: Azure cannot unpack encrypted entries."],
    },
    {
      entries: [hostJson, handler, { name: 'x', method: 93 }],
      says: [
        "error package-unsupported-compression: 'x' in app.zip is compressed with method 93; only 0 and 8 (deflate) are unpacked.",
      ],
    },
    {
      entries: [hostJson, handler, { name: 'local.settings.json' }, { name: 'a/b.pem' }, { name: 'c.key' }],
      says: [
        "error package-secret: 'local.settings.json' in app.zip looks like a file of local app settings, with connection strings.",
        "error package-secret: 'a/b.pem', 'c.key' in app.zip look like a key or certificate store.",
      ],
    },
    {
      entries: [hostJson, handler, { name: 'app_offline.htm' }, { name: 'proxies.json' }],
      says: [
        "error package-app-offline: 'app_offline.htm' at the root of app.zip switches the app off.",
        "warning package-proxies-json: app.zip has a 'proxies.json', which version 4 of the host ignores.",
      ],
    },
    {
      entries: [
        hostJson,
        handler,
        { name: 'main.go' },
        { name: 'go.mod' },
        { name: '.git/HEAD' },
        { name: 'b/c.go' },
      ],
      says: [
        "notice package-go-sources: app.zip holds what the app does not need: 'main.go', 'go.mod', '.git/HEAD' and 1 more.",
      ],
    },
  ])('says $says', async ({ entries, executable, says }) => {
    const findings = await audit(entries, executable)
    expect(findings.map(({ code, severity, message }) => `${severity} ${code}: ${message}`)).toEqual(says)
    for (const { hint } of findings) expect(hint).toMatch(/\.$/)
  })

  it('says that a package is larger than zip deployment takes', () => {
    const entry = {
      sizeBytes: 1,
      compressedBytes: 1,
      madeBy: 3,
      isSymlink: false,
      isDirectory: false,
      isEncrypted: false,
      isNameUtf8: true,
      method: 8,
      crc32: 0,
      dataPosition: 0,
      mode: 0o100755,
    }
    const findings = auditArchive(
      { path: 'app.zip', sizeBytes: 1024 ** 3 + 1, entries: [{ ...entry, name: 'host.json' }] },
      { executable: undefined, packageName: 'app.zip' },
    )
    expect(findings.map(({ message }) => message)).toEqual([
      'app.zip has 1073741825 bytes; zip deployment takes at most 1 GB.',
    ])
  })

  it('does not let a hostile zip fill the summary', async () => {
    const many = Array.from({ length: 300 }, (_, index) => [
      { name: `../${index}` },
      { name: `k${index}.pem` },
      { name: `k${index}.PEM` },
    ]).flat()
    const findings = await audit([hostJson, handler, ...many])
    expect(findings.length).toBeLessThan(20)
    for (const { message } of findings) expect(message.length).toBeLessThan(1000)
  })
})

describe('archiveCodes', () => {
  it.each(Object.entries(archiveCodes))('%s is described in whole sentences', (code, description) => {
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)+$/)
    for (const text of [description.wrong, description.seen, description.fix]) expect(text).toMatch(/[.`]$/)
    expect(description.title).not.toMatch(/\.$/)
  })
})
