import { describe, expect, it } from 'vitest'
import { findProgram } from '../../src/runner/program-path'

const files = [
  'C:\\go\\bin\\go.exe',
  'D:\\tools\\go.com',
  'D:\\tools\\go.cmd',
  'D:\\a\\app\\go.exe',
  '\\\\host\\share\\go.exe',
]
const find = (env: Record<string, string>, name = 'go') =>
  findProgram(name, {
    env,
    platform: 'win32',
    isFile: (path) => files.some((file) => file.toLowerCase() === path.toLowerCase()),
  })

describe('a program on Windows', () => {
  it.each([
    ['is found on PATH', { Path: 'C:\\Windows;C:\\go\\bin' }, 'C:\\go\\bin\\go.exe'],
    ['is found whatever the case of the variable', { PATH: 'c:/GO/bin' }, 'c:\\GO\\bin\\go.exe'],
    ['is found in quoted folders', { PATH: '"C:\\go\\bin"' }, 'C:\\go\\bin\\go.exe'],
    ['is found on a share', { PATH: '\\\\host\\share' }, '\\\\host\\share\\go.exe'],
    [
      'is found in the order of PATHEXT',
      { PATH: 'D:\\tools', PATHEXT: '.CMD;.EXE;.COM' },
      'D:\\tools\\go.com',
    ],
    ['is found with an empty PATHEXT', { PATH: 'C:\\go\\bin', PATHEXT: '' }, 'C:\\go\\bin\\go.exe'],
  ])('%s', (_, env, expected) => expect(find(env)).toBe(expected))

  it.each([
    ['the current folder', { PATH: '.;;D:app;\\a\\app;app' }],
    ['a script that only a shell could start', { PATH: 'D:\\tools', PATHEXT: '.CMD;.EXE' }],
    ['an empty PATH', {}],
  ])('is not taken from %s', (_, env) => {
    expect(() => find(env)).toThrowError(expect.objectContaining({ code: 'ENOENT' }))
  })

  it('may be named with its ending', () => {
    expect(find({ PATH: 'C:\\go\\bin' }, 'go.EXE')).toBe('C:\\go\\bin\\go.EXE')
  })
})

it('elsewhere is left to the system, which looks at PATH alone', () => {
  expect(findProgram('go', { env: {}, platform: 'linux' })).toBe('go')
})
