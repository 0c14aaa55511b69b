import { execFileSync } from 'node:child_process'
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeResultFile } from '../../src/report/result-file'

let folder = ''
let workspace = ''
let outside = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'result-file-'))
  workspace = join(folder, 'workspace')
  outside = join(folder, 'outside')
  mkdirSync(workspace)
  mkdirSync(outside)
  writeFileSync(join(outside, 'authorized_keys'), 'mine')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (path: string, text = 'text') => writeResultFile({ path, workspace, what: 'report' }, text)
const untouched = (): void => {
  expect(readdirSync(outside)).toEqual(['authorized_keys'])
  expect(readFileSync(join(outside, 'authorized_keys'), 'utf8')).toBe('mine')
}

describe('writeResultFile', () => {
  it('makes folders, writes the whole text and leaves nothing beside it', async () => {
    expect(await write('a/b/report.json', 'first')).toBeUndefined()
    expect(await write('a/b/report.json', 'second')).toBeUndefined()
    expect(readFileSync(join(workspace, 'a', 'b', 'report.json'), 'utf8')).toBe('second')
    expect(readdirSync(join(workspace, 'a', 'b'))).toEqual(['report.json'])
  })

  it('says why it could not', async () => {
    writeFileSync(join(workspace, 'file'), '')
    expect(await write('file/report.json')).toMatch(/^No report was written to '.*report\.json': E/)
  })

  it('writes elsewhere when the path itself says so', async () => {
    expect(await write('../beside/report.json')).toBeUndefined()
    expect(await write(join(folder, 'beside', 'more', 'report.json'))).toBeUndefined()
    expect(readdirSync(join(folder, 'beside')).sort()).toEqual(['more', 'report.json'])
  })
})

describe.skipIf(process.platform === 'win32')('writeResultFile with links', () => {
  it.each<{ kind: string; links: Record<string, string>; path: string }>([
    { kind: 'a folder that is a link', links: { reports: '../outside' }, path: 'reports/report.json' },
    { kind: 'an absolute link', links: { reports: 'OUTSIDE' }, path: 'reports/report.json' },
    { kind: 'a folder below a link', links: { reports: '../outside' }, path: 'reports/a/b/report.json' },
    { kind: 'a link to a link', links: { one: 'two', two: '../outside' }, path: 'one/report.json' },
    {
      kind: 'a link to a folder that is not there yet',
      links: { reports: '../later' },
      path: 'reports/report.json',
    },
  ])('refuses $kind', async ({ links, path }) => {
    for (const [name, target] of Object.entries(links)) {
      symlinkSync(target === 'OUTSIDE' ? outside : target, join(workspace, name))
    }
    const reason = await write(path)
    expect(reason).toMatch(
      /^No report was written to '.*report\.json': (?:a link in this path leads out|ENOENT)/,
    )
    untouched()
    expect(readdirSync(folder).sort()).toEqual(['outside', 'workspace'])
  })

  it.each([
    ['a file outside', '../outside/authorized_keys'],
    ['a file outside that is not there yet', '../outside/new'],
    ['a file inside', 'other'],
  ])('replaces a link to %s, and does not follow it', async (_, target) => {
    writeFileSync(join(workspace, 'other'), 'mine')
    symlinkSync(target, join(workspace, 'report.json'))
    expect(await write('report.json')).toBeUndefined()
    expect(lstatSync(join(workspace, 'report.json')).isFile()).toBe(true)
    expect(readFileSync(join(workspace, 'report.json'), 'utf8')).toBe('text')
    expect(readFileSync(join(workspace, 'other'), 'utf8')).toBe('mine')
    untouched()
  })

  it('follows a link that stays inside', async () => {
    mkdirSync(join(workspace, 'out'))
    symlinkSync('out', join(workspace, 'reports'))
    expect(await write('reports/report.json')).toBeUndefined()
    expect(readdirSync(join(workspace, 'out'))).toEqual(['report.json'])
  })

  it('knows the workspace behind a link of its own', async () => {
    symlinkSync('workspace', join(folder, 'link'))
    const other = { workspace: join(folder, 'link'), what: 'report' }
    expect(await writeResultFile({ ...other, path: 'a/report.json' }, 'x')).toBeUndefined()
    expect(await writeResultFile({ ...other, path: join(workspace, 'b.json') }, 'x')).toBeUndefined()
    symlinkSync('../outside', join(workspace, 'reports'))
    expect(await writeResultFile({ ...other, path: join(workspace, 'reports', 'b.json') }, 'x')).toMatch(
      /a link in this path/,
    )
    untouched()
  })

  it('writes into a pipe, which has nothing beside it', async () => {
    const pipe = join(workspace, 'pipe')
    execFileSync('mkfifo', [pipe])
    const reading = readFile(pipe, 'utf8')
    expect(await write('pipe')).toBeUndefined()
    expect(await reading).toBe('text')
    expect(readdirSync(workspace)).toEqual(['pipe'])
  })
})
