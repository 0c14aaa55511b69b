import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(join(root, 'src'), join(entry.parentPath, entry.name)).split(sep).join('/'))

/** The room of a path under src/: its first folder, or the file itself at the top. */
const roomOf = (path: string): string =>
  path.includes('/') ? path.slice(0, path.indexOf('/')) : path.replace(/\.ts$/, '')

const importsOf = (path: string): string[] => {
  const text = readFileSync(join(root, 'src', path), 'utf8')
  const found = text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)
  // A module inside a library is named by its path, and belongs to the library all the same.
  return [...found].flatMap(([, target]) =>
    target === undefined ? [] : [target.replace(/^(\.\.\/)+node_modules\//, '')],
  )
}

const roomImports = (path: string): string[] =>
  importsOf(path)
    .filter((target) => target.startsWith('.') && !target.endsWith('/package.json'))
    .map((target) =>
      roomOf(
        relative('/src', join('/src', path, '..', target))
          .split(sep)
          .join('/'),
      ),
    )
    .filter((room) => room !== roomOf(path))

const rooms = ['archive', 'azure', 'elf', 'go', 'host', 'project', 'report', 'runner']

describe('the directions between rooms', () => {
  it.each(sources)('%s', (path) => {
    const room = roomOf(path)
    const allowed: Record<string, readonly string[]> = {
      index: ['main', 'runner'],
      main: ['stages', 'inputs', 'findings', 'errors', 'report', 'runner'],
      stages: [...rooms, 'inputs', 'input-rules', 'findings', 'errors', 'discover'],
      // The other two actions: each carries values between the rooms, as `stages` does, and nobody imports it.
      discover: ['project', 'go', 'runner', 'report', 'findings', 'errors', 'workflow-commands'],
      overview: ['project', 'runner', 'report', 'errors', 'workflow-commands'],
      inputs: ['findings', 'errors', 'workflow-commands', 'input-rules'],
      'input-rules': ['inputs'],
      runner: ['findings', 'errors', 'workflow-commands'],
      report: ['findings', 'errors', 'workflow-commands'],
      'workflow-commands': [],
      errors: ['findings'],
      findings: [],
    }
    const targets = allowed[room] ?? ['findings', 'errors']
    expect(roomImports(path).filter((target) => !targets.includes(target))).toEqual([])
  })
})

it('gives the action nothing of discover but the descriptions of its codes', () => {
  const users = sources.filter((path) => !/^(?:discover|overview)\//.test(path))
  const used = users.flatMap((path) =>
    importsOf(path).filter((target) => /\/(?:discover|overview)\//.test(target)),
  )
  expect(used).toEqual(['../discover/codes'])
})

describe('the libraries of a room', () => {
  const places: Record<string, readonly RegExp[]> = {
    '@actions/core': [/^workflow-commands\.ts$/, /^runner\/id-token\.ts$/],
    jszip: [],
    yauzl: [/^archive\//],
    '@azure/identity': [/^azure\/credential/],
    'node-sarif-builder': [/^report\/sarif/],
    '@cyclonedx/cyclonedx-library': [/^report\/sbom/],
    '@azure/storage-blob': [/^azure\/(package-store|storage-request)/],
  }
  it.each(sources)('%s', (path) => {
    for (const target of importsOf(path)) {
      const places_ =
        places[
          target
            .split('/')
            .slice(0, target.startsWith('@') ? 2 : 1)
            .join('/')
        ]
      if (places_ !== undefined)
        expect(
          places_.some((place) => place.test(path)),
          `${path} imports ${target}`,
        ).toBe(true)
    }
  })
})

describe('the files', () => {
  it.each(sources)('%s has at most 260 lines', (path) => {
    expect(readFileSync(join(root, 'src', path), 'utf8').split('\n').length).toBeLessThanOrEqual(261)
  })

  it('have names that say what they hold', () => {
    expect(
      sources.filter((path) => /(^|\/)(utils?|helpers?|common|misc|manager)[^/]*(\/|\.ts$)/.test(path)),
    ).toEqual([])
  })
})
