/** What GitHub reads besides workflows, and for which it shows no error when it is wrong. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { repositoryRoot } from '../../scripts/run-action'

const github = join(repositoryRoot, '.github')
const read = (...path: readonly string[]): string => readFileSync(join(github, ...path), 'utf8')
const forms = readdirSync(join(github, 'ISSUE_TEMPLATE')).filter((name) => name !== 'config.yml')

interface Field {
  readonly type: string
  readonly id?: string
  readonly attributes: {
    readonly label?: string
    readonly value?: string
    readonly options?: readonly string[]
    readonly render?: string
  }
  readonly validations?: { readonly required: boolean }
}

describe.each(forms)('the issue form %s', (name) => {
  const form: { name: string; description: string; body: readonly Field[]; labels: readonly string[] } =
    parse(read('ISSUE_TEMPLATE', name))

  it('has a name, a description and at least one field', () => {
    expect(form.name.length).toBeGreaterThan(3)
    expect(form.description).toMatch(/\.$/)
    expect(form.body.some(({ type }) => type !== 'markdown')).toBe(true)
  })

  it('has fields as GitHub knows them, each with an id of its own', () => {
    const ids = form.body.filter(({ type }) => type !== 'markdown').map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { type, id, attributes } of form.body) {
      expect(['markdown', 'input', 'textarea', 'dropdown', 'checkboxes']).toContain(type)
      if (type === 'markdown') expect(attributes.value).toBeTruthy()
      else {
        expect(id).toMatch(/^[a-z][a-z-]*$/)
        expect(attributes.label).toBeTruthy()
      }
      if (type === 'dropdown') expect(new Set(attributes.options).size).toBeGreaterThan(1)
      // GitHub fences what is rendered, so it is allowed for text areas alone.
      if (attributes.render !== undefined) expect(type).toBe('textarea')
    }
  })
})

describe('dependabot.yml', () => {
  const { version, updates } = parse(read('dependabot.yml')) as {
    version: number
    updates: readonly Record<string, Record<string, unknown>>[]
  }

  it('lets every new version wait, in groups', () => {
    expect(version).toBe(2)
    expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions', 'gomod'])
    for (const update of updates) {
      expect(update['cooldown']?.['default-days']).toBeGreaterThanOrEqual(7)
      expect(Object.keys(update['groups'] ?? {}).length).toBeGreaterThan(0)
    }
  })

  it('asks for a wait by kind of version only where GitHub knows one', () => {
    const actions = updates.find((update) => String(update['package-ecosystem']) === 'github-actions')
    expect(Object.keys(actions?.['cooldown'] ?? {})).toEqual(['default-days'])
  })
})

describe('the two halves of the rebuild of dist/', () => {
  const build = parse(read('workflows', 'rebuild-dist.yml'))
  const commit = parse(read('workflows', 'commit-dist.yml'))

  it('run code of a pull request without any permission to write, and write without running any', () => {
    expect(build.jobs.build.permissions).toEqual({ contents: 'read' })
    const commands = (commit.jobs.commit.steps as { run?: string }[]).map(({ run = '' }) => run).join('\n')
    expect(commands).not.toMatch(/\b(npm|npx|node|tsx|make)\b/)
    expect(commit.on.workflow_run.workflows).toEqual([build.name])
  })
})

describe('CODEOWNERS', () => {
  it('names paths that exist', () => {
    const lines = read('CODEOWNERS')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
    for (const line of lines) {
      const [pattern = '', ...owners] = line.split(' ')
      expect(owners.every((owner) => /^@[\w-]+\/[\w-]+$/.test(owner))).toBe(true)
      if (pattern !== '*') expect(() => readdirOrFile(pattern)).not.toThrow()
    }
  })
})

function readdirOrFile(pattern: string): unknown {
  const path = join(repositoryRoot, pattern)
  return pattern.endsWith('/') ? readdirSync(path) : readFileSync(path)
}
