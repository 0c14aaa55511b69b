import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { placeInWorkflow, readWorkflowFile } from '../../src/runner/workflow-file'

const commit = 'a'.repeat(40)
const path = '.github/workflows/deploy.yml'
const text = `on: push
jobs:
  deploy:
    steps:
      - uses: actions/checkout@v7
      # app-name: not-this
      - uses: "Org/Action/discover@v1"
        with:
          'app-name': my-app
          client-id: a
      - uses: azure/login@v3
        with: { client-id: b }
      - name: x
        with:
          client-id: c
`

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'workflow-'))
  mkdirSync(join(folder, '.git'))
  mkdirSync(join(folder, '.github/workflows'), { recursive: true })
  writeFileSync(join(folder, '.git/HEAD'), `${commit}\n`)
  writeFileSync(join(folder, path), text)
  symlinkSync(join(folder, path), join(folder, '.github/workflows/link.yml'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const job = (changes: Record<string, string> = {}) =>
  readWorkflowFile({
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_WORKSPACE: folder,
    GITHUB_WORKFLOW_REF: `o/r/${path}@refs/heads/main`,
    GITHUB_WORKFLOW_SHA: commit,
    GITHUB_ACTION_REPOSITORY: 'org/action',
    ...changes,
  })

describe('the file of the workflow', () => {
  it('is read where the commit that runs is checked out', () => {
    expect(job()).toEqual({ path, text, action: 'org/action' })
  })

  it.each<[string, Record<string, string>]>([
    ['another commit is checked out', { GITHUB_WORKFLOW_SHA: 'b'.repeat(40) }],
    ['the commit is not told', { GITHUB_WORKFLOW_SHA: '' }],
    ['nothing is checked out', { GITHUB_WORKSPACE: join(tmpdir(), 'no-such-folder') }],
    ['there is no workspace', { GITHUB_WORKSPACE: '' }],
  ])('is named and not read when %s', (_, changes) => {
    expect(job(changes)).toEqual({ path, text: '', action: 'org/action' })
  })

  it.each<[string, string]>([
    ['a link', 'link.yml'],
    ['no file', 'gone.yaml'],
  ])('is named and not read when %s is there', (_, name) => {
    const file = `.github/workflows/${name}`
    expect(job({ GITHUB_WORKFLOW_REF: `o/r/${file}@main` })).toMatchObject({ path: file, text: '' })
  })

  it.each([
    { GITHUB_WORKFLOW_REF: '' },
    { GITHUB_WORKFLOW_REF: `o/other/${path}@refs/heads/main` },
    { GITHUB_WORKFLOW_REF: `o/r/.github/workflows/../../x.yml@main` },
    { GITHUB_WORKFLOW_REF: 'o/r/.github/workflows/a/b.yml@main' },
    { GITHUB_WORKFLOW_REF: `o/r/${path}` },
    { GITHUB_REPOSITORY: '' },
  ])('is not known with %j', (changes) => {
    expect(job(changes)).toBeUndefined()
  })
})

describe('a place in the workflow', () => {
  const workflow = { path, text, action: 'org/action' }

  it.each<[string, readonly string[], number | undefined]>([
    ['the line of a key', ['app-name'], 9],
    ['the first key that is there', ['slot-name', 'app-name'], 9],
    ['the step, when the key is not there', ['swap-with'], 7],
    ['the step, when the key is there twice', ['client-id'], 7],
    ['the step, without a key', [], 7],
  ])('is %s', (_, keys, line) => {
    expect(placeInWorkflow(workflow, keys)).toEqual({ file: path, line })
  })

  it('has no line when the step is there twice, or the action is a local one', () => {
    const twice = { ...workflow, text: `${text}      - uses: org/action@v1\n` }
    expect(placeInWorkflow(twice, [])).toEqual({ file: path })
    expect(placeInWorkflow({ ...workflow, action: '' }, [])).toEqual({ file: path })
    expect(placeInWorkflow({ ...workflow, text: '' }, ['app-name'])).toEqual({ file: path })
  })
})
