import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { unpackArchive } from '../../src/archive/unpack'
import { temporaryFolder } from './folder'
import { type RawEntry, rawZip } from './raw-zip'

async function prepare(
  entries: readonly RawEntry[],
): Promise<{ path: string; folder: string; root: string }> {
  const root = await temporaryFolder()
  const path = join(root, 'app.zip')
  await writeFile(path, rawZip(entries))
  return { path, folder: join(root, 'out'), root }
}

async function refusal(path: string, folder: string): Promise<string> {
  return unpackArchive(path, folder).then(
    () => 'nothing was refused',
    (error: { code?: string; message: string }) =>
      `${error.code}: ${error.message.replace(`'${path}'`, 'PATH').replace(folder, 'OUT')}`,
  )
}

describe('unpackArchive', () => {
  it('unpacks files with their modes and makes folders as needed', async () => {
    const { path, folder } = await prepare([
      { name: 'host.json', content: '{}' },
      { name: 'bin/', mode: 0o040000 },
      { name: 'bin/handler', content: 'binary', mode: 0o100755 },
      { name: 'a/b/c.txt', content: 'deep', mode: 0o100600 },
      { name: 'bare', content: 'no mode', mode: 0, madeBy: 0 },
      { name: 'empty/', mode: 0o040755 },
    ])
    await unpackArchive(path, folder)
    expect((await readdir(folder)).sort()).toEqual(['a', 'bare', 'bin', 'empty', 'host.json'])
    expect(await readFile(join(folder, 'a/b/c.txt'), 'utf8')).toBe('deep')
    if (process.platform === 'win32') return
    const modes = await Promise.all(
      ['host.json', 'bin/handler', 'a/b/c.txt', 'bare'].map(
        async (name) => (await stat(join(folder, name))).mode & 0o777,
      ),
    )
    expect(modes).toEqual([0o644, 0o755, 0o600, 0o644])
  })

  it.each([
    {
      name: '../up',
      says: "package-unsafe-name: The package PATH holds an entry '../up': it climbs out of the folder with '..'; it was not unpacked.",
    },
    {
      name: 'a/../../up',
      says: "package-unsafe-name: The package PATH holds an entry 'a/../../up': it climbs out of the folder with '..'; it was not unpacked.",
    },
    {
      name: '..\\up',
      says: "package-unsafe-name: The package PATH holds an entry '..\\up': it climbs out of the folder with '..'; it was not unpacked.",
    },
    {
      name: '/etc/cron.d/x',
      says: "package-unsafe-name: The package PATH holds an entry '/etc/cron.d/x': it is absolute; it was not unpacked.",
    },
    {
      name: 'C:/x',
      says: "package-unsafe-name: The package PATH holds an entry 'C:/x': it starts with a drive letter; it was not unpacked.",
    },
    {
      name: 'a\0b',
      says: "package-unsafe-name: The package PATH holds an entry 'a\\x00b': it contains a NUL character; it was not unpacked.",
    },
    {
      name: 'a\\b',
      says: "package-backslash: The package PATH holds a name with a backslash, 'a\\b'; it was not unpacked.",
    },
    {
      name: 'link',
      mode: 0o120777,
      content: '/etc',
      says: "package-symlink: The package PATH holds the symbolic link 'link'; it was not unpacked.",
    },
    {
      name: 'secret',
      flags: 0x801,
      says: "package-encrypted: The package PATH holds the encrypted entry 'secret'; it was not unpacked.",
    },
    {
      name: 'host.json',
      says: "package-duplicate-name: The package PATH holds two entries named 'host.json'; it was not unpacked.",
    },
  ])('refuses $name before it writes anything', async ({ says, ...entry }) => {
    const { path, folder, root } = await prepare([{ name: 'host.json', content: '{}' }, entry])
    expect(await refusal(path, folder)).toBe(says)
    expect(await readdir(folder)).toEqual([])
    expect((await readdir(root)).sort()).toEqual(['app.zip', 'out'])
  })

  it('does not unpack into a folder that holds something, such as a link that leads out', async () => {
    const { path, folder, root } = await prepare([{ name: 'link/x', content: 'x' }])
    await mkdir(join(root, 'elsewhere'))
    await mkdir(folder)
    await symlink(join(root, 'elsewhere'), join(folder, 'link'), 'dir')
    expect(await refusal(path, folder)).toBe(
      "package-unwritable: Nothing can be unpacked into 'OUT': it is not empty.",
    )
    expect(await readdir(join(root, 'elsewhere'))).toEqual([])
  })

  it('says so when one name is a file and a folder at once', async () => {
    const { path, folder } = await prepare([
      { name: 'a', content: 'file' },
      { name: 'a/b', content: 'inside' },
    ])
    expect(await refusal(path, folder)).toBe(
      "package-unreadable: The package PATH cannot be read: 'a' is a file and the folder of 'a/b'.",
    )
  })
})
