import { describe, expect, it } from 'vitest'
import {
  decideIsolation,
  describeIsolation,
  type IsolationWay,
  jobFolders,
  waysToTry,
} from '../../../src/host/process/isolation'

describe('waysToTry', () => {
  const cases: readonly [string, boolean, string, readonly IsolationWay[]][] = [
    ['root in a container job', true, 'github-hosted', ['root']],
    ['root on a machine of one’s own', true, 'self-hosted', ['root']],
    ['root without a runner', true, '', ['root']],
    ['the user of a hosted runner', false, 'github-hosted', ['sudo', 'user-namespace']],
    ['the user of a self-hosted runner: never sudo', false, 'self-hosted', ['user-namespace']],
    ['a user without a runner: never sudo', false, '', ['user-namespace']],
    ['another spelling of hosted: never sudo', false, 'GitHub-Hosted', ['user-namespace']],
  ]
  it.each(cases)('%s', (_name, isRoot, runnerEnvironment, expected) => {
    expect(waysToTry(isRoot, runnerEnvironment)).toEqual(expected)
  })
})

describe('decideIsolation', () => {
  type Tried = readonly [IsolationWay, string | undefined]
  const root: Tried = ['root', undefined]
  const noRoot: Tried = ['root', 'unshare failed: Operation not permitted']
  const sudo: Tried = ['sudo', undefined]
  const noSudo: Tried = ['sudo', 'a password is required']
  const user: Tried = ['user-namespace', undefined]
  const noUser: Tried = ['user-namespace', "'unshare' is not installed"]
  const cases: readonly [readonly Tried[], 'auto' | 'true', boolean, string][] = [
    [[root], 'auto', true, 'root'],
    [[root], 'auto', false, 'root'],
    [[root], 'true', true, 'root'],
    [[root], 'true', false, 'root'],
    [[sudo], 'auto', true, 'sudo'],
    [[sudo], 'auto', false, 'sudo'],
    [[noSudo, user], 'auto', true, 'user-namespace'],
    [[noSudo, user], 'true', false, 'user-namespace'],
    [[user], 'auto', true, 'user-namespace'],
    [[noRoot], 'auto', true, 'not-started'],
    [[noRoot], 'auto', false, 'open'],
    [[noRoot], 'true', true, 'open'],
    [[noRoot], 'true', false, 'open'],
    [[noSudo, noUser], 'auto', true, 'not-started'],
    [[noSudo, noUser], 'auto', false, 'open'],
    [[noSudo, noUser], 'true', true, 'open'],
    [[], 'auto', true, 'not-started'],
    [[], 'auto', false, 'open'],
  ]
  it.each(cases)('%j, rehearse: %s, identity %s: %s', (tried, mode, hasIdentity, expected) => {
    const decision = decideIsolation({
      mode,
      hasIdentity,
      isStrangers: false,
      isGiven: false,
      tried: tried.map(([way, problem]) => ({ way, problem })),
    })
    expect(decision.kind === 'isolated' ? decision.way : decision.kind).toBe(expected)
  })

  it.each([
    [[root], 'true', 'root'],
    [[noSudo, user], 'auto', 'user-namespace'],
    [[noRoot], 'true', 'not-started'],
    [[noSudo, noUser], 'auto', 'not-started'],
    [[], 'true', 'not-started'],
  ] as const)(
    "starts a stranger's handler isolated or not at all: %j, rehearse: %s: %s",
    (tried, mode, expected) => {
      for (const hasIdentity of [true, false]) {
        const given = tried.map(([way, problem]) => ({ way, problem }))
        const decision = decideIsolation({
          mode,
          hasIdentity,
          isStrangers: true,
          isGiven: false,
          tried: given,
        })
        expect(decision.kind === 'isolated' ? decision.way : decision.kind).toBe(expected)
        if (decision.kind === 'not-started')
          expect(decision.reason).toContain('a fork has a part in this run')
      }
    },
  )

  it.each([
    ['auto', true, 'not-started'],
    ['auto', false, 'not-started'],
    ['true', true, 'open'],
    ['true', false, 'open'],
  ] as const)('starts a given package in mode %s, identity %s: %s', (mode, hasIdentity, expected) => {
    const tried = [{ way: 'root', problem: 'no namespaces' }] as const
    const decision = decideIsolation({ mode, hasIdentity, isStrangers: false, isGiven: true, tried })
    expect(decision.kind).toBe(expected)
    if (decision.kind === 'not-started') expect(decision.reason).toMatch(/no namespaces.*rehearse: true/)
  })

  it('says why a handler is not started, and what to do', () => {
    const tried = [
      { way: 'sudo', problem: 'a password is required' },
      { way: 'user-namespace', problem: 'unshare failed: Permission denied' },
    ] as const
    const decision = decideIsolation({
      mode: 'auto',
      hasIdentity: true,
      isStrangers: false,
      isGiven: false,
      tried,
    })
    expect(decision).toMatchObject({ kind: 'not-started' })
    const { reason } = decision as { reason: string }
    expect(reason).toContain('namespaces with sudo: a password is required')
    expect(reason).toContain('a user namespace: unshare failed: Permission denied')
    expect(reason).toContain('in a job of its own')
    expect(reason).toContain('rehearse: true')
  })
})

describe('describeIsolation', () => {
  it.each(['root', 'sudo', 'user-namespace'] as const)('%s is one line', (way) => {
    const line = describeIsolation({ kind: 'isolated', way })
    expect(line).toMatch(/^Isolated \(.+\): own PID, mount, .*package read-only.*new privileges\.$/)
  })

  it('says what an open start means', () => {
    expect(describeIsolation({ kind: 'open', reason: 'no way' })).toBe(
      'Not isolated: the handler runs with the rights of this job (no way).',
    )
  })
})

describe('jobFolders', () => {
  it('names the folders of workspace, files and runner once', () => {
    const environment = {
      GITHUB_WORKSPACE: '/usr/local/actions-runner/_work/app/app',
      RUNNER_TEMP: '/usr/local/actions-runner/_work/_temp',
      GITHUB_OUTPUT: '/usr/local/actions-runner/_work/_temp/_runner_file_commands/set_output_1',
      GITHUB_ENV: '/usr/local/actions-runner/_work/_temp/_runner_file_commands/set_env_1',
      HOME: '/',
      RUNNER_TOOL_CACHE: 'relative',
    }
    expect(jobFolders(environment, '/usr/local/actions-runner/externals/node20/bin/node')).toEqual([
      '/usr/local/actions-runner',
      '/usr/local/actions-runner/_work/app/app',
      '/usr/local/actions-runner/_work/_temp',
      '/usr/local/actions-runner/_work/_temp/_runner_file_commands',
    ])
  })

  it('does not take a Node of the system for a runner', () => {
    expect(jobFolders({}, '/usr/bin/node')).toEqual([])
  })
})
