import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { validateAction } from '@action-validator/core'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { workflowErrors } from './workflow-schema'

const root = join(import.meta.dirname, '..', '..')
const folder = join(root, '.github', 'workflows')
const workflows = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name))
const read = (...parts: string[]): string => readFileSync(join(root, ...parts), 'utf8')

const actions = [
  ['action.yml', 'inputs/read-inputs.ts'],
  ['discover/action.yml', 'many-apps/discover/inputs.ts'],
  ['overview/action.yml', 'many-apps/overview/inputs.ts'],
] as const

describe.each(actions)('%s', (file, reader) => {
  it('is valid against the schema of actions', () => {
    expect(validateAction(read(file)).errors).toEqual([])
  })

  it('has a description on every input and output', () => {
    const action = parse(read(file))
    for (const entry of Object.values({ ...action.inputs, ...action.outputs })) {
      expect((entry as { description?: string }).description).toMatch(/\.$/)
    }
  })

  it('names exactly the inputs that are read', () => {
    const declared = Object.keys(parse(read(file)).inputs)
    const source = read('src', reader)
    const readers = source.matchAll(/\b(?:text|lines|choice|wholeNumber|yesOrNo)\('([a-z0-9-]+)'/g)
    expect([...new Set([...readers].map(([, name]) => name))].sort()).toEqual([...declared].sort())
  })

  it('runs the one bundle, itself or by a file of a few lines', () => {
    const main = join(file, '..', parse(read(file)).runs.main)
    if (main === join('dist', 'index.js')) return
    expect(read(main).trimEnd().split('\n').length).toBeLessThan(6)
    expect(read(main)).toContain("import('../dist/index.js')")
  })
})

describe('the tests', () => {
  it('run on three systems, x64 and arm64, with the Node of the action and the next one', () => {
    const { matrix } = parse(read('.github', 'workflows', 'ci.yml')).jobs.test.strategy
    for (const runner of [
      /ubuntu-latest/,
      /ubuntu.*arm/,
      /windows-latest/,
      /windows.*arm/,
      /macos.*intel/,
      /macos-latest/,
    ])
      expect(matrix.os).toContainEqual(expect.stringMatching(runner))
    expect(matrix.node).toEqual([20, 24])
  })
})

describe.each(workflows)('%s', (name) => {
  const text = read('.github', 'workflows', name)
  const workflow = parse(text)

  it('is valid against the schema of workflows', () => expect(workflowErrors(text)).toEqual([]))

  it('grants nothing on top', () => expect(workflow.permissions).toEqual({}))

  it('pins every action by SHA, with its version', () => {
    const uses = [...text.matchAll(/uses:\s*(\S+)(.*)/g)].filter(([, target]) => !target?.startsWith('./'))
    for (const [line] of uses) expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it('keeps no credentials after a checkout', () => {
    const jobs = Object.values(workflow.jobs) as {
      steps?: { uses?: string; with?: Record<string, unknown> }[]
    }[]
    for (const step of jobs.flatMap((job) => job.steps ?? [])) {
      if (step.uses?.startsWith('actions/checkout@')) expect(step.with?.['persist-credentials']).toBe(false)
    }
  })

  it('puts no value of an expression into a script', () => {
    for (const [, script = ''] of text.matchAll(/^ +(?:- )?run:((?:.|\n {10,})*)$/gm)) {
      expect(script).not.toContain('${{')
    }
  })
})
