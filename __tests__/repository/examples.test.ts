/** The habits of every workflow that a page shows: what is copied from there is what many repositories will run. */
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { repositoryRoot } from '../../scripts/run-action'
import { workflowBlocks, workflowOf } from './page-workflows'

interface Step {
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}

const stepsOf = (text: string): readonly Step[] =>
  Object.values(
    (parse(workflowOf(text)) as { jobs: Record<string, Step & { steps?: Step[] }> }).jobs,
  ).flatMap((job) => [job, ...(job.steps ?? [])])
const blocks = workflowBlocks.map(({ page, line, text }) => ({
  place: `${page}:${line}`,
  steps: stepsOf(text),
}))

describe.each(blocks)('$place', ({ steps }) => {
  const named = (name: string) => steps.filter(({ uses = '' }) => uses.startsWith(`${name}@`))

  it('keeps no credentials after a checkout', () => {
    for (const step of named('actions/checkout')) expect(step.with?.['persist-credentials']).toBe(false)
  })

  it('lets setup-go find something to name its cache by, also without a go.sum', () => {
    for (const { with: given = {} } of named('actions/setup-go')) {
      if (given['cache'] === false) continue
      expect(given['cache-dependency-path']).toBe('**/go.sum\n**/host.json\n')
    }
  })

  it('names this action by its major version, or by a commit with its version', () => {
    for (const { uses = '' } of steps.filter(({ uses = '' }) => uses.startsWith('org/go-azure-func-action')))
      expect(uses).toMatch(/@(v1|[0-9a-f]{40})$/)
  })
})

const shown = (object: string): string =>
  execFileSync('git', ['show', object], { cwd: repositoryRoot, encoding: 'utf8' })

describe('the README', () => {
  const read = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8')
  const readme = read('README.md')
  const [, commit = '', version = ''] =
    /org\/go-azure-func-action@([0-9a-f]{40}) # v(\d+\.\d+\.\d+)/.exec(readme) ?? []

  const ours: string = JSON.parse(read('package.json')).version
  // A commit cannot name itself: until the one after a release, the README pins the release before it.
  const isPinned = version === ours

  it('pins one commit, in the section that says how: that of our version, or of the one before it', () => {
    expect(readme.match(/go-azure-func-action@[0-9a-f]{40}/g)).toHaveLength(1)
    expect(readme.split('\n## Versions\n')[1]).toContain(commit)
    const released = [...read('CHANGELOG.md').matchAll(/^## \[(\d+\.\d+\.\d+)\]/gm)].map(([, each]) => each)
    expect(released[0]).toBe(ours)
    expect(released.slice(0, 2)).toContain(version)
  })

  it.each(['inputs', 'outputs'] as const)('marks the %s that this version does not know', (kind) => {
    const found = spawnSync('git', ['cat-file', '-e', `${commit}^{commit}`], { cwd: repositoryRoot })
    // A shallow clone, or an archive, does not have it.
    if (isPinned && found.status !== 0) return expect(read('CHANGELOG.md')).toContain(`[${version}]`)
    const now = Object.keys(parse(read('action.yml'))[kind])
    const known = isPinned ? Object.keys(parse(shown(`${commit}:action.yml`))[kind]) : now
    const title = kind === 'inputs' ? 'Inputs' : 'Outputs'
    const section = readme.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? ''
    const rows = section.split('\n').filter((line) => line.startsWith('| `'))
    const marked = rows
      .filter((row) => row.includes('*Unreleased*'))
      .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
    expect(marked.sort()).toEqual(now.filter((name) => !known.includes(name)).sort())
  })
})
