import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readWorkspace, repositoryPath, repositoryRootOf } from '../../src/runner/workspace'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'workspace-')))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('readWorkspace', () => {
  it('reads what the runner sets', () => {
    const event = join(folder, 'event.json')
    writeFileSync(event, '{"number": 7}')
    const workspace = readWorkspace(
      {
        GITHUB_WORKSPACE: folder,
        RUNNER_TEMP: folder,
        GITHUB_EVENT_NAME: 'push',
        GITHUB_EVENT_PATH: event,
        GITHUB_ACTOR: 'someone',
        GITHUB_REPOSITORY: 'org/repo',
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_RUN_ID: '12',
        GITHUB_SHA: 'abc',
      },
      '/elsewhere',
    )
    expect(workspace).toEqual({
      folder,
      tempFolder: folder,
      eventName: 'push',
      actor: 'someone',
      repository: 'org/repo',
      sha: 'abc',
      runUrl: 'https://github.com/org/repo/actions/runs/12',
      eventPayload: { number: 7 },
    })
  })

  it('does without any of it', () => {
    const workspace = readWorkspace({ RUNNER_TEMP: join(folder, 'gone'), GITHUB_EVENT_PATH: folder }, folder)
    expect(workspace).toMatchObject({ folder, tempFolder: tmpdir(), runUrl: '', eventPayload: undefined })
  })
})

describe('repositoryRootOf', () => {
  it('finds the checkout in a sub-folder of the workspace', () => {
    mkdirSync(join(folder, 'checkout', '.git'), { recursive: true })
    mkdirSync(join(folder, 'checkout', 'api'))
    expect(repositoryRootOf(join(folder, 'checkout', 'api'), folder)).toBe(join(folder, 'checkout'))
  })

  it('does not look outside the workspace', () => {
    mkdirSync(join(folder, '.git'))
    mkdirSync(join(folder, 'inner', 'api'), { recursive: true })
    expect(repositoryRootOf(join(folder, 'inner', 'api'), join(folder, 'inner'))).toBe(join(folder, 'inner'))
    expect(repositoryRootOf(folder, join(folder, 'inner'))).toBe(join(folder, 'inner'))
  })
})

describe('repositoryPath', () => {
  it.each([
    [['repo', 'api', 'host.json'], 'api/host.json'],
    [['repo'], '.'],
    [['repo', '..name'], '..name'],
  ])('makes %j relative', (parts, expected) => {
    expect(repositoryPath(join(folder, ...parts), join(folder, 'repo'))).toBe(expected)
  })

  it('leaves a path outside as it is', () => {
    expect(repositoryPath(join(folder, 'other'), join(folder, 'repo'))).toBe(join(folder, 'other'))
  })
})
