/** The tables of docs/many-apps.md, held against the actions that they describe. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { repositoryRoot } from '../../scripts/run-action'

const page = readFileSync(join(repositoryRoot, 'docs', 'many-apps.md'), 'utf8')

describe.each(['discover', 'overview'])('docs/many-apps.md on %s', (name) => {
  const action: {
    readonly inputs: Readonly<Record<string, { readonly default?: string }>>
    readonly outputs: Readonly<Record<string, unknown>>
  } = parse(readFileSync(join(repositoryRoot, name, 'action.yml'), 'utf8'))

  it('names every input once, with its default', () => {
    const told = rowsOf(`Inputs of ${name}`).map(([input, value]) => [unquoted(input), unquoted(value)])
    expect(told).toEqual(
      Object.entries(action.inputs).map(([input, { default: value = '' }]) => [input, value]),
    )
  })

  it('names every output once', () => {
    const told = rowsOf(`Outputs of ${name}`).map(([output]) => unquoted(output))
    expect(told).toEqual(Object.keys(action.outputs))
  })
})

/** Cells of the rows of the table under a heading, without its head. */
function rowsOf(heading: string): readonly (readonly string[])[] {
  const section = page.split(`\n### ${heading}\n`)[1]?.split(/\n#/)[0] ?? ''
  const lines = section.split('\n').filter((line) => line.startsWith('|'))
  return lines.slice(2).map((line) => line.split('|').slice(1, -1))
}

function unquoted(cell = ''): string {
  return cell.trim().replace(/^`|`$/g, '')
}
