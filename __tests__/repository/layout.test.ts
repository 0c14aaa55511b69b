/** Sizes, names and head comments of the sources. Who may import whom is held by .dependency-cruiser.cjs. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const mostLines = 260
const mostFiles = 25

const filesOf = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))

const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')
const shipped = filesOf('src')
const sources = [...shipped, ...filesOf('emulator')]

it('the unit tests start neither the emulator nor the bundle', () => {
  const units = filesOf('__tests__').filter((path) => !/^__tests__\/(bundle|emulator|workflow)\//.test(path))
  const starting = /from '(\.\.\/)+emulator\/|\brunAction\(|\bdeployTo\(/
  expect(units.filter((path) => starting.test(textOf(path)))).toEqual([])
})

describe('the sources', () => {
  it(`have at most ${mostLines} lines a file`, () => {
    const lengths = sources.map((path) => [path, textOf(path).trimEnd().split('\n').length] as const)
    expect(lengths.filter(([, lines]) => lines > mostLines)).toEqual([])
    expect(lengths.length).toBeGreaterThan(300)
  })

  it(`have at most ${mostFiles} files a folder`, () => {
    const counts = new Map<string, number>()
    for (const path of shipped) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1)
    expect([...counts].filter(([, count]) => count > mostFiles)).toEqual([])
  })

  it('say at the top what they are for', () => {
    expect(sources.filter((path) => !/^\/\*\*|^\/\/ /.test(textOf(path)))).toEqual([])
  })

  it('have names that say what they hold', () => {
    const empty = /(^|\/)(utils?|helpers?|common|misc|types|constants|manager)[^/]*(\/|\.ts$)/
    expect([...sources, ...filesOf('scripts')].filter((path) => empty.test(path))).toEqual([])
  })
})
