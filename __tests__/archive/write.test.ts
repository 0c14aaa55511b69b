import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import {
  access,
  chmod,
  lstat,
  mkdir,
  readdir,
  readFile,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { beginEntry } from '../../src/archive/compressed-entry'
import { extractEntry, readArchive } from '../../src/archive/read'
import { fileSource } from '../../src/archive/source-file'
import { type Archive, type SourceEntry, writeArchive } from '../../src/archive/write'
import { temporaryFolder } from './folder'

const run = promisify(execFile)

const mebibyte = 1024 * 1024

async function hasProgram(name: string): Promise<boolean> {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const found = await Promise.all(
    folders.map((folder) =>
      access(join(folder, name), constants.X_OK).then(
        () => true,
        () => false,
      ),
    ),
  )
  return found.includes(true)
}

const contents: Readonly<Record<string, string>> = {
  'host.json': '{"version":"2.0"}',
  handler: 'binary '.repeat(1000),
  'HttpExample/function.json': '{"bindings":[]}',
  'Zeta/function.json': '{"bindings":[1]}',
  '42': 'a name like a number',
  'empty.txt': '',
  'grüße/ñ.txt': 'non-ASCII',
}

async function project(): Promise<{ folder: string; entries: SourceEntry[] }> {
  const folder = await temporaryFolder()
  const entries: SourceEntry[] = []
  for (const [name, text] of Object.entries(contents)) {
    const source = join(folder, 'app', name)
    await mkdir(join(source, '..'), { recursive: true })
    await writeFile(source, text)
    entries.push({ name, source, isExecutable: name === 'handler' })
  }
  return { folder, entries }
}

async function write(
  folder: string,
  entries: readonly SourceEntry[],
  compressionLevel = 6,
): Promise<Archive> {
  return writeArchive({ entries, outputPath: join(folder, 'app.zip'), compressionLevel })
}

async function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'nothing was refused',
    (error: { code?: string; message: string }) => `${error.code}: ${error.message}`,
  )
}

describe('writeArchive', () => {
  it('writes host.json first, then by code unit, with modes, sizes and the digest of the file', async () => {
    const { folder, entries } = await project()
    const archive = await write(folder, entries)
    const bytes = await readFile(archive.path)
    expect(archive.sizeBytes).toBe(bytes.length)
    expect(archive.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(archive.entries.map(({ name, sizeBytes, mode }) => [name, sizeBytes, mode])).toEqual([
      ['host.json', 17, 0o644],
      ['42', 20, 0o644],
      ['HttpExample/function.json', 15, 0o644],
      ['Zeta/function.json', 16, 0o644],
      ['empty.txt', 0, 0o644],
      ['grüße/ñ.txt', 9, 0o644],
      ['handler', 7000, 0o755],
    ])
    expect(await readdir(folder)).toEqual(['app', 'app.zip'])
  })

  it('records what readArchive reads', async () => {
    const { folder, entries } = await project()
    const { path, entries: written } = await write(folder, entries)
    const listing = await readArchive(path)
    expect(listing.entries.map((entry) => [entry.name, entry.mode, entry.madeBy])).toEqual(
      written.map((entry) => [entry.name, 0o100000 | entry.mode, 3]),
    )
  })

  it('gives the same bytes for other times, modes, order, place and kind of source', async () => {
    const first = await project()
    const second = await project()
    for (const entry of second.entries) {
      await utimes(String(entry.source), 1e9, 1e9)
      await chmod(String(entry.source), 0o700)
    }
    const expected = await write(first.folder, first.entries)
    expect((await write(second.folder, second.entries.reverse())).sha256).toBe(expected.sha256)
    const inMemory = Object.entries(contents).map(([name, text]) => ({
      name,
      source: Buffer.from(text),
      isExecutable: name === 'handler',
    }))
    expect((await write(second.folder, inMemory)).sha256).toBe(expected.sha256)
  })

  it('gives the same bytes in every time zone', async () => {
    const { folder, entries } = await project()
    const before = process.env['TZ']
    const digests = new Set<string>()
    try {
      for (const zone of ['UTC', 'Pacific/Kiritimati', 'America/St_Johns']) {
        process.env['TZ'] = zone
        digests.add((await write(folder, entries)).sha256)
      }
    } finally {
      if (before === undefined) delete process.env['TZ']
      else process.env['TZ'] = before
    }
    expect(digests.size).toBe(1)
  })

  it('gives a file another time when its content changes, because Kudu copies by time', async () => {
    const { folder, entries } = await project()
    const timeOf = async (content: string): Promise<number> => {
      const changed = entries.map((entry) =>
        entry.name === 'handler' ? { ...entry, source: Buffer.from(content) } : entry,
      )
      const bytes = await readFile((await write(folder, changed)).path)
      const header = bytes.indexOf('handler', bytes.lastIndexOf('PK\x01\x02')) - 46
      expect(bytes.readUInt32LE(header)).toBe(0x02014b50)
      return bytes.readUInt32LE(header + 12)
    }
    expect(await timeOf('one')).toBe(await timeOf('one'))
    expect(await timeOf('one')).not.toBe(await timeOf('two'))
  })

  it('is read by unzip and zipinfo with the same names, modes and contents', async (test) => {
    if (!(await hasProgram('unzip'))) test.skip('unzip is not installed')
    const { folder, entries } = await project()
    const { path } = await write(folder, entries)
    await run('unzip', ['-q', path, '-d', join(folder, 'out')])
    for (const [name, text] of Object.entries(contents)) {
      expect(await readFile(join(folder, 'out', name), 'utf8')).toBe(text)
      const { mode } = await stat(join(folder, 'out', name))
      expect(mode & 0o777).toBe(name === 'handler' ? 0o755 : 0o644)
    }
    const { stdout } = await run('unzip', ['-Z', path])
    expect(stdout).toMatch(/^-rwxr-xr-x {2}3\.0 unx +7000 b- defN .* handler$/m)
    expect(stdout).toMatch(/^-rw-r--r-- {2}3\.0 unx +17 b- defN .* host\.json$/m)
  })

  it('is read by Python with the same modes, maker and contents', async (test) => {
    if (!(await hasProgram('python3'))) test.skip('python3 is not installed')
    const { folder, entries } = await project()
    const { path } = await write(folder, entries)
    const script =
      'import json,sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n' +
      'print(json.dumps([[i.filename,i.external_attr>>16,i.create_system,z.read(i).decode()] for i in z.infolist()]))'
    const { stdout } = await run('python3', ['-c', script, path])
    const expected = Object.entries(contents).map(([name, text]) => [
      name,
      name === 'handler' ? 0o100755 : 0o100644,
      3,
      text,
    ])
    const read = JSON.parse(stdout) as unknown[][]
    expect(new Set(read.map((row) => JSON.stringify(row)))).toEqual(
      new Set(expected.map((row) => JSON.stringify(row))),
    )
  })

  it('is at most one percent larger than zip -6 makes a program', async (test) => {
    if (!(await hasProgram('zip'))) test.skip('zip is not installed')
    const folder = await temporaryFolder()
    const program = process.execPath
    const bytes = (await readFile(program)).subarray(0, 10 * mebibyte)
    await writeFile(join(folder, 'program'), bytes)
    await run('zip', ['-q', '-6', '-j', join(folder, 'theirs.zip'), join(folder, 'program')])
    const ours = await write(folder, [
      { name: 'program', source: join(folder, 'program'), isExecutable: true },
    ])
    expect(ours.sizeBytes).toBeLessThan((await stat(join(folder, 'theirs.zip'))).size * 1.01)
  })

  it.each([0, 1, 9])('writes and reads back at level %i', async (level) => {
    const { folder, entries } = await project()
    const archive = await write(folder, entries, level)
    const handler = archive.entries.find((entry) => entry.name === 'handler')
    if (level === 0) expect(handler?.compressedBytes).toBe(7000)
    else expect(handler?.compressedBytes).toBeLessThan(100)
  })

  it.each([0, 1])(
    'packs several files of many blocks at level %i, each with its own bytes',
    async (level) => {
      const { folder, entries } = await project()
      const many: SourceEntry[] = []
      for (const name of ['a', 'b']) {
        const source = join(folder, name)
        await writeFile(source, Buffer.alloc(9 * mebibyte + 5, `${name} of many blocks `))
        many.push({ name, source, isExecutable: false })
      }
      const archive = await write(folder, [...entries, ...many], level)
      const sizes = archive.entries.filter(({ name }) => name === 'a' || name === 'b')
      expect(sizes.map(({ sizeBytes }) => sizeBytes)).toEqual([9 * mebibyte + 5, 9 * mebibyte + 5])
      await extractEntry(archive.path, 'b', join(folder, 'back'), 100 * mebibyte)
      expect((await readFile(join(folder, 'back'))).equals(await readFile(join(folder, 'b')))).toBe(true)
    },
  )

  it('writes names with control characters as they are', async () => {
    const folder = await temporaryFolder()
    const name = 'a\u0001\tb\u007f'
    const { path } = await write(folder, [{ name, source: Buffer.from('x'), isExecutable: false }])
    expect((await readArchive(path)).entries[0]).toMatchObject({ name, isNameUtf8: true })
  })

  it('writes an empty package', async () => {
    const folder = await temporaryFolder()
    expect((await write(folder, [])).sizeBytes).toBe(22)
  })

  it.each([
    ['a\\b', "package-unsafe-name: 'a\\b' cannot be the name of an entry: it holds a backslash."],
    ['/a', "package-unsafe-name: '/a' cannot be the name of an entry: it is absolute."],
    [
      'a/../../b',
      "package-unsafe-name: 'a/../../b' cannot be the name of an entry: it climbs out of the folder with '..'.",
    ],
    ['a/', "package-unsafe-name: 'a/' cannot be the name of an entry: it names a folder."],
    ['a//b', "package-unsafe-name: 'a//b' cannot be the name of an entry: it has an empty or dot segment."],
    ['', "package-unsafe-name: '' cannot be the name of an entry: it is empty."],
    ['C:/a', "package-unsafe-name: 'C:/a' cannot be the name of an entry: it starts with a drive letter."],
  ])('refuses the name %j', async (name, message) => {
    const folder = await temporaryFolder()
    const work = write(folder, [{ name, source: Buffer.from('x'), isExecutable: false }])
    expect(await refusal(work)).toBe(message)
    expect(await readdir(folder)).toEqual([])
  })

  it('refuses two entries of one name', async () => {
    const folder = await temporaryFolder()
    const entry = { name: 'a', source: Buffer.from('x'), isExecutable: false }
    expect(await refusal(write(folder, [entry, entry]))).toBe(
      "package-duplicate-name: Two entries have the name 'a'.",
    )
  })

  it('refuses sources that are missing, folders or links, and leaves nothing behind', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'folder'))
    await writeFile(join(folder, 'target'), 'x')
    await symlink('target', join(folder, 'link'))
    const before = await readdir(folder)
    const attempt = (name: string) =>
      refusal(write(folder, [{ name: 'a', source: join(folder, name), isExecutable: false }]))
    expect(await attempt('missing')).toMatch(
      /^package-source-unreadable: '.*missing' cannot be packed: ENOENT/,
    )
    expect(await attempt('folder')).toMatch(
      /^package-source-unreadable: '.*folder' cannot be packed: (it is not a regular file|EISDIR.*)\.$/,
    )
    if (process.platform !== 'win32') {
      expect(await attempt('link')).toMatch(
        /^package-source-unreadable: '.*link' cannot be packed: it is a symbolic link\.$/,
      )
    }
    expect(await readdir(folder)).toEqual(before)
  })

  it('keeps the previous package when it fails, and says where it could not write', async () => {
    const { folder, entries } = await project()
    const { sha256 } = await write(folder, entries)
    const bad = [...entries, { name: 'more', source: join(folder, 'missing'), isExecutable: false }]
    await refusal(write(folder, bad))
    expect(
      createHash('sha256')
        .update(await readFile(join(folder, 'app.zip')))
        .digest('hex'),
    ).toBe(sha256)
    expect(await refusal(write(join(folder, 'nowhere'), entries))).toMatch(
      /^package-unwritable: The package cannot be written to '.*app\.zip': ENOENT/,
    )
    await mkdir(join(folder, 'taken.zip'))
    const outputPath = join(folder, 'taken.zip')
    expect(await refusal(writeArchive({ entries, outputPath, compressionLevel: 6 }))).toMatch(
      /^package-unwritable: The package cannot be written to '.*taken\.zip'/,
    )
    expect((await readdir(folder)).sort()).toEqual(['app', 'app.zip', 'taken.zip'])
  })

  it('refuses before anything is written what a zip cannot hold', async () => {
    const folder = await temporaryFolder()
    const many = Array.from({ length: 65_535 }, (_, index) => ({
      name: String(index),
      source: Buffer.alloc(0),
      isExecutable: false,
    }))
    expect(await refusal(write(folder, many))).toBe(
      'package-too-large: The package would hold 65535 files; fewer than 65535 files and at most 2 GiB are packed.',
    )
    const source = join(folder, 'sparse')
    await writeFile(source, '')
    await truncate(source, 5 * 1024 ** 3)
    expect(await refusal(write(folder, [{ name: 'a', source, isExecutable: false }]))).toBe(
      'package-too-large: The package would hold a file of 5368709120 bytes; fewer than 65535 files and at most 2 GiB are packed.',
    )
    expect(await readdir(folder)).toEqual(['sparse'])
  })

  it('takes an executable that is begun elsewhere and comes last', async () => {
    const { folder, entries } = await project()
    const expected = await write(folder, entries)
    const late = entries.map((entry) => ({
      ...entry,
      source: entry.isExecutable
        ? setTimeout(50).then(() => beginEntry(String(entry.source), { level: 6 }))
        : entry.source,
    }))
    expect((await write(folder, late)).sha256).toBe(expected.sha256)
  })

  it('gives up an entry that is begun and not needed any more', async () => {
    const begun = beginEntry(Buffer.alloc(64 * mebibyte, 'abc'), { level: 9 })
    await begun.stop()
    await expect(begun.compressed).rejects.toThrow('the entry was given up')
  })

  it.skipIf(process.platform === 'win32')(
    'replaces a link in its place, and does not follow it',
    async () => {
      const { folder, entries } = await project()
      await writeFile(join(folder, 'mine'), 'mine')
      await symlink('mine', join(folder, 'app.zip'))
      const { path, sha256 } = await write(folder, entries)
      expect(
        createHash('sha256')
          .update(await readFile(path))
          .digest('hex'),
      ).toBe(sha256)
      expect((await lstat(path)).isFile()).toBe(true)
      expect(await readFile(join(folder, 'mine'), 'utf8')).toBe('mine')
    },
  )

  it('stops when it is aborted and leaves nothing behind', async () => {
    const folder = await temporaryFolder()
    const stop = new AbortController()
    const reason = new Error('the job was cancelled')
    const source = Buffer.alloc(64 * mebibyte, 'abc')
    const work = writeArchive({
      entries: [{ name: 'a', source, isExecutable: false }],
      outputPath: join(folder, 'app.zip'),
      compressionLevel: 1,
      signal: stop.signal,
    })
    void setTimeout(5).then(() => stop.abort(reason))
    await expect(work).rejects.toBe(reason)
    expect(await readdir(folder)).toEqual([])
  })
})

describe('fileSource', () => {
  it.each([
    ['grew', 'longer than before', 'it grew'],
    ['shrank', 'sho', 'it shrank'],
    ['was written to', 'SAME SIZE!', 'it was written to'],
  ])('notices a file that %s', async (_how, text, reason) => {
    const path = join(await temporaryFolder(), 'file')
    await writeFile(path, 'same size?')
    await utimes(path, 1e9, 1e9)
    const read = async () => {
      const source = fileSource(path)
      try {
        for (const piece of source.pieces(4)) if (piece.toString() === 'same') await writeFile(path, text)
      } finally {
        source.close()
      }
    }
    expect(await refusal(read())).toBe(
      `package-source-changed: '${path}' changed while it was packed: ${reason}.`,
    )
  })
})
