import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { HostHandler } from '../../src/host/app'
import { resolveCommand, splitCommandLine } from '../../src/host/process/command-line'

const root = mkdtempSync(join(tmpdir(), 'command-line-'))
mkdirSync(join(root, 'bin'))
mkdirSync(join(root, 'folder'))
writeFileSync(join(root, 'handler'), '')
writeFileSync(join(root, 'bin', 'server'), '')
afterAll(() => rmSync(root, { recursive: true, force: true }))

const aHandler = (overrides: Partial<HostHandler>): HostHandler => ({
  executable: 'handler',
  workerPath: '',
  workerDirectory: '',
  workingDirectory: '',
  arguments: [],
  workerArguments: [],
  initializationTimeoutMs: 30_000,
  ...overrides,
})
const resolve = (overrides: Partial<HostHandler>) =>
  resolveCommand(aHandler(overrides), root, { NAME: 'bin', FUNCTIONS_CUSTOMHANDLER_PORT: '1234' })

describe('resolveCommand', () => {
  const found: readonly [Partial<HostHandler>, string][] = [
    [{ executable: 'handler' }, 'handler'],
    [{ executable: './handler' }, 'handler'],
    [{ executable: 'bin/server' }, 'bin/server'],
    [{ executable: 'server', workerDirectory: 'bin' }, 'bin/server'],
    [{ executable: '%NAME%/server' }, 'bin/server'],
    [{ executable: '/home/site/wwwroot/bin/server' }, 'bin/server'],
  ]
  it.each(found)('finds %j', (overrides, path) => {
    expect(resolve(overrides).program).toBe(join(root, path))
  })

  const lost: readonly [Partial<HostHandler>, string][] = [
    [{ executable: 'Handler' }, 'Handler'],
    [{ executable: 'folder' }, 'folder'],
    [{ executable: 'server', workingDirectory: 'bin' }, 'server'],
    [{ executable: '%NONE%/server' }, '%NONE%/server'],
    [{ executable: 'bin\\server' }, 'bin\\server'],
    [{ executable: '/no/such/file' }, '/no/such/file'],
    [{ executable: '/home/site/handler' }, '/home/site/handler'],
  ]
  it.skipIf(process.platform !== 'linux').each(lost)(
    'does not find %j (Linux file names)',
    (overrides, fileName) => {
      expect(resolve(overrides)).toMatchObject({ program: undefined, fileName })
    },
  )

  it('finds a program on the PATH of the host', () => {
    if (process.platform === 'win32') return
    expect(resolve({ executable: 'sh' }).program).toMatch(/\/bin\/sh$/)
  })

  const argumentCases: readonly [Partial<HostHandler>, readonly string[]][] = [
    [{ arguments: ['a', 'b c'] }, ['a', 'b', 'c']],
    [{ arguments: ['"b c"'] }, ['b c']],
    [
      { arguments: ['-x'], workerPath: 'my script.sh', workerArguments: ['-y'] },
      ['-x', 'my script.sh', '-y'],
    ],
    [{ arguments: ['--port', '%FUNCTIONS_CUSTOMHANDLER_PORT%'] }, ['--port', '1234']],
    [{ arguments: ['50%', 'kept?', '20%', 'end'] }, ['50', 'end']],
    [{ arguments: ['%UNSET%', 'x'] }, ['x']],
  ]
  it.each(argumentCases)('splits %j', (overrides, expected) => {
    expect(resolve(overrides).arguments).toEqual(expected)
  })

  it('takes the working directory from the app root', () => {
    expect(resolve({}).workingDirectory).toBe(join(root))
    expect(resolve({ workingDirectory: '%NAME%' }).workingDirectory).toBe(join(root, '%NAME%'))
  })
})

describe('splitCommandLine', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['', []],
    ['a\tb  c', ['a', 'b', 'c']],
    ['""', ['']],
    ['a"b c"d', ['ab cd']],
    [String.raw`\"a\" b\\c "d\\"`, ['"a"', String.raw`b\\c`, 'd\\']],
    ['"a""b"', ['a"b']],
    ["'a b'", ["'a", "b'"]],
    ['"open end', ['open end']],
  ]
  it.each(cases)('splits %j', (line, expected) => {
    expect(splitCommandLine(line)).toEqual(expected)
  })
})
