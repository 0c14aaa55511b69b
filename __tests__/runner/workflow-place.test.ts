import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { keysByCode, workflowPlace } from '../../src/runner/workflow-place'
import { codeDescriptions } from '../../src/stages/code-descriptions'
import { Recorder } from '../../src/stages/recorder'
import { aFinding } from '../report/a-report'

const path = '.github/workflows/deploy.yml'
const workflow = { path, text: 'on: push\nwith:\n  app-name: a\n  slot-name: b\n', action: '' }

it.each([
  ['site-not-found', { file: path, line: 3 }],
  ['azure-role-missing', { file: path, line: 3 }],
  ['site-slot-not-found', { file: path, line: 4 }],
  ['entra-no-matching-credential', { file: path }],
  // The job has no part in these.
  ['azure-unreachable', undefined],
  ['verify-no-functions', undefined],
  ['deployment-failed', undefined],
  ['toString', undefined],
])('of %s is %j', (code, expected) => {
  expect(workflowPlace(aFinding({ code }), workflow)).toEqual(expected)
})

it('knows only codes and inputs that there are', () => {
  const action = readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')
  for (const [code, keys] of Object.entries(keysByCode)) {
    expect(codeDescriptions, code).toHaveProperty(code)
    for (const key of keys) expect(key === 'permissions' || action.includes(`\n  ${key}:\n`), key).toBe(true)
  }
})

it('is given to what names no file, once, and to nothing else', () => {
  const record = new Recorder()
  const placed = aFinding({ code: 'site-not-found', location: { file: 'x.go', line: 2 } })
  record.add([aFinding({ code: 'site-not-found' }), placed, aFinding({ code: 'elf-machine' })])
  record.locate((finding) => workflowPlace(finding, workflow))
  expect(record.found.map(({ location }) => location)).toEqual([
    { file: path, line: 3 },
    { file: 'x.go', line: 2 },
    undefined,
  ])
})
