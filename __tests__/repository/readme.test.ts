import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '..', '..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const action: {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>
  readonly outputs: Readonly<Record<string, unknown>>
} = parse(readFileSync(join(root, 'action.yml'), 'utf8'))

/** What an input without a default in action.yml comes from; every other one is simply empty. */
const derived: Readonly<Record<string, string>> = {
  'main-package': 'the package in the folder, else the only main package around it',
  executable: 'from `host.json`',
  audience: 'per cloud',
  cloud: 'azurecloud',
  'verify-settle': '10, 15 or 40',
}

describe('the tables of the README', () => {
  it('name every input of action.yml once, with its default', () => {
    const told = rowsOf('Inputs').flatMap(([names = '', defaults = '']) => {
      // A row for several inputs gives one default for each, or none; words outside of quotes are an explanation.
      const values = /^`[^`]+`(, `[^`]+`)*$/.test(defaults) ? wordsOf(defaults) : undefined
      return wordsOf(names).map((name, index) => [name, values === undefined ? defaults : values[index]])
    })
    const declared = Object.entries(action.inputs).map(([name, input]) => [
      name,
      input.default ?? derived[name] ?? '',
    ])
    expect(sorted(told)).toEqual(sorted(declared))
  })

  it('name every output of action.yml once', () => {
    const told = rowsOf('Outputs').flatMap(([names = '']) => wordsOf(names))
    expect([...told].sort()).toEqual(Object.keys(action.outputs).sort())
  })
})

describe('the Node of the README', () => {
  it('is the one that each of the three actions declares, and that a fork would change', () => {
    const declared = ['action.yml', 'discover/action.yml', 'overview/action.yml'].map(
      (path) => parse(readFileSync(join(root, path), 'utf8')).runs.using,
    )
    const [, told = ''] =
      /The action declares `(node\d+)`\. Current runners .* one yellow line/.exec(readme) ?? []
    expect(declared).toEqual([told, told, told])
    expect(readme).toMatch(
      /A fork that wants Node \d+ everywhere writes `using: node\d+` into the three `action\.yml` files/,
    )
  })
})

/** Cells of the rows of the table under a heading, without its head. */
function rowsOf(heading: string): readonly (readonly string[])[] {
  const section = readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  const lines = section.split('\n').filter((line) => line.startsWith('|'))
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

function wordsOf(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word)
}

function sorted(rows: readonly (readonly (string | undefined)[])[]) {
  return [...rows].sort(([one = ''], [other = '']) => (one < other ? -1 : 1))
}
