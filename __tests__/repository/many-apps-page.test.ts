/** The page on many apps has tables of two actions, and examples; here they are held true. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validateWorkflow } from '@action-validator/core'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseJson } from '../../src/functions/json/json'
import { readMapping } from '../../src/many-apps/discover/mapping'

const root = join(import.meta.dirname, '..', '..')
const page = readFileSync(join(root, 'docs', 'many-apps.md'), 'utf8')

describe.each(['discover', 'overview'])('the tables of %s', (name) => {
  const action: {
    readonly inputs: Readonly<Record<string, { readonly default?: string }>>
    readonly outputs: Readonly<Record<string, unknown>>
  } = parse(readFileSync(join(root, name, 'action.yml'), 'utf8'))

  it('name every input once, with its default', () => {
    const told = rowsOf(`Inputs of ${name}`).map(([input = '', byDefault = '']) => [
      wordsOf(input).join(),
      wordsOf(byDefault).join(),
    ])
    const declared = Object.entries(action.inputs).map(([input, { default: byDefault = '' }]) => [
      input,
      byDefault,
    ])
    expect(told).toEqual(declared)
  })

  it('name every output once', () => {
    const told = rowsOf(`Outputs of ${name}`).flatMap(([outputs = '']) => wordsOf(outputs))
    expect([...told].sort()).toEqual(Object.keys(action.outputs).sort())
  })
})

describe('the examples', () => {
  const blocks = (language: string) =>
    [...page.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, text = '']) => text)

  it.each(blocks('yaml'))('are workflows: %#', (text) => {
    const whole = text.startsWith('name:') ? text : `on: push\n${text}`
    expect(validateWorkflow(whole).errors).toEqual([])
  })

  it('give the reusable workflow inputs that it has', () => {
    const workflow = parse(readFileSync(join(root, '.github', 'workflows', 'deploy-apps.yml'), 'utf8'))
    const calls = blocks('yaml').flatMap(
      (text) => Object.values(parse(text).jobs) as { uses?: string; with?: object }[],
    )
    const given = calls
      .filter(({ uses }) => uses?.includes('deploy-apps.yml'))
      .flatMap((call) => Object.keys(call.with ?? {}))
    expect(given.length).toBeGreaterThan(3)
    expect(given.filter((name) => workflow.on.workflow_call.inputs[name] === undefined)).toEqual([])
  })

  it('have a mapping file without a mistake', () => {
    const [text = ''] = blocks('json')
    const { mapping, findings } = readMapping(parseJson(Buffer.from(text)), 'x.json')
    expect(findings).toEqual([])
    expect([...mapping.environments.keys()]).toEqual(['production', 'staging'])
    expect(mapping.apps).toHaveLength(1)
  })
})

function rowsOf(heading: string): readonly (readonly string[])[] {
  const section = page.split(`\n### ${heading}\n`)[1]?.split('\n#')[0] ?? ''
  const lines = section.split('\n').filter((line) => line.startsWith('|'))
  return lines.slice(2).map((line) => line.split('|').slice(1, -1))
}

function wordsOf(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word)
}
