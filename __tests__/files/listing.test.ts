import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises'
import { platform } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listFiles } from '../../src/files/listing'
import { aFolder } from '../checks/folder'

describe('listFiles', () => {
  it('lists files with forward slashes, sorted, without .git and node_modules', async () => {
    const folder = await aFolder({
      'b.txt': 'two',
      'a/c/d.txt': '',
      'a.txt': 'x',
      '.git/config': '',
      'a/node_modules/x/index.js': '',
      '.github/x.yml': '',
    })
    const files = listFiles(folder, { limit: 10 })
    expect(files.map(({ path }) => path)).toEqual(['.github/x.yml', 'a.txt', 'a/c/d.txt', 'b.txt'])
    expect(files[3]).toMatchObject({ sizeBytes: 3, kind: 'file' })
  })

  it('shows symbolic links without following them', async (context) => {
    const folder = await aFolder({ 'a/x.txt': '' })
    try {
      await symlink('..', join(folder, 'a', 'loop'))
    } catch {
      context.skip('this system does not let the user make symbolic links')
    }
    const files = listFiles(folder, { limit: 10 })
    expect(files.map(({ path, kind }) => `${path} ${kind}`)).toEqual(['a/loop symlink', 'a/x.txt file'])
  })

  it('keeps permission bits', async (context) => {
    if (platform() === 'win32') context.skip('Windows has no permission bits')
    const folder = await aFolder({ x: '' })
    await chmod(join(folder, 'x'), 0o750)
    expect(listFiles(folder, { limit: 10 })[0]?.mode).toBe(0o750)
  })

  it('lists ten thousand files', async () => {
    const folder = await aFolder({})
    for (let group = 0; group < 10; group += 1) {
      await mkdir(join(folder, `group${group}`))
      const names = Array.from({ length: 1000 }, (_, index) => join(folder, `group${group}`, `${index}.txt`))
      await Promise.all(names.map((name) => writeFile(name, '')))
    }
    expect(listFiles(folder, { limit: 10_000 })).toHaveLength(10_000)
    expect(() => listFiles(folder, { limit: 9999 })).toThrow(
      expect.objectContaining({
        code: 'project-too-large',
        message: `The folder '${folder}' holds more than 9999 files.`,
      }),
    )
  })

  it('says which folder cannot be read', async () => {
    const folder = join(await aFolder({}), 'missing')
    expect(() => listFiles(folder, { limit: 1 })).toThrow(
      expect.objectContaining({
        code: 'project-folder',
        message: expect.stringContaining(`'${folder}' cannot be read`),
      }),
    )
  })
})
