import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findProgram, isSteady } from '../../src/programs/find-program'

describe('a path that means the same file from every folder', () => {
  it.each([
    ['C:\\go\\bin\\go.exe', true],
    ['c:/go/bin/go.exe', true],
    ['\\\\host\\share\\go.exe', true],
    ['C:bin\\go.exe', false],
    ['\\bin\\go.exe', false],
    ['bin\\go.exe', false],
    ['go.exe', false],
  ])('%s on Windows: %s', (path, expected) => expect(isSteady(path, 'win32')).toBe(expected))

  it.each([
    ['/usr/bin/go', true],
    ['bin/go', false],
    ['go', false],
    ['./go', false],
  ])('%s elsewhere: %s', (path, expected) => expect(isSteady(path, 'linux')).toBe(expected))
})

describe.skipIf(process.platform === 'win32')('a program on PATH (files are made executable by mode)', () => {
  const path = process.env['PATH']
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'find-program-'))
    for (const name of ['project', 'tools']) {
      mkdirSync(join(folder, name))
      writeFileSync(join(folder, name, 'tool'), '#!/bin/sh\n')
      chmodSync(join(folder, name, 'tool'), 0o755)
    }
  })
  afterEach(() => {
    process.env['PATH'] = path
    process.chdir(join(import.meta.dirname, '..', '..'))
    rmSync(folder, { recursive: true, force: true })
  })

  it.each([[''], ['.'], ['./'], ['../project']])(
    'is not taken from the entry %j, which depends on the current folder',
    async (entry) => {
      process.chdir(join(folder, 'project'))
      process.env['PATH'] = [entry, join(folder, 'tools')].join(delimiter)
      expect(await findProgram('tool')).toBe(join(folder, 'tools', 'tool'))
      process.env['PATH'] = entry
      await expect(findProgram('tool')).rejects.toMatchObject({ code: 'ENOENT' })
    },
  )

  it('may be named by its absolute path', async () => {
    const absolute = join(folder, 'tools', 'tool')
    expect(await findProgram(absolute)).toBe(absolute)
  })
})
