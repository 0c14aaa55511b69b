import { describe, expect, it } from 'vitest'
import { explainMissingToken, fetchIdToken, readClaims } from '../../src/azure/sign-in/oidc-token'
import { fastClock, keepingLog } from './loopback'

const granted = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't' }
const fork = {
  pull_request: { head: { repo: { full_name: 'mallory/app' } }, base: { repo: { full_name: 'octo/app' } } },
}
const own = {
  pull_request: { head: { repo: { full_name: 'octo/app' } }, base: { repo: { full_name: 'octo/app' } } },
}

describe('explainMissingToken', () => {
  it.each([
    ['permission', { GITHUB_EVENT_NAME: 'push' }, {}, 'oidc-permission-missing', 'id-token: write'],
    [
      'half of the variables',
      { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x' },
      {},
      'oidc-permission-missing',
      'id-token: write',
    ],
    ['a fork', { GITHUB_EVENT_NAME: 'pull_request' }, fork, 'oidc-fork-pull-request', 'app-name empty'],
    [
      'an own pull request',
      { GITHUB_EVENT_NAME: 'pull_request' },
      own,
      'oidc-permission-missing',
      'reusable workflow',
    ],
    [
      'Dependabot',
      { GITHUB_EVENT_NAME: 'pull_request', GITHUB_ACTOR: 'dependabot[bot]' },
      own,
      'oidc-dependabot',
      'dependabot',
    ],
    [
      'a payload that is no object',
      { GITHUB_EVENT_NAME: 'pull_request' },
      'x',
      'oidc-permission-missing',
      'id-token',
    ],
  ])('%s', (_name, environment, payload, code, inHint) => {
    const error = explainMissingToken(environment, payload)
    expect(error?.code).toBe(code)
    expect(error?.hint).toContain(inHint)
  })

  it('names the fork', () => {
    expect(explainMissingToken({ GITHUB_EVENT_NAME: 'pull_request' }, fork)?.message).toContain(
      "'mallory/app'",
    )
  })

  it('is silent when a token can be asked for', () => {
    expect(explainMissingToken({ ...granted, GITHUB_EVENT_NAME: 'pull_request' }, fork)).toBeUndefined()
  })
})

describe('fetchIdToken', () => {
  const request = (answers: readonly (string | Error)[]) => {
    const clock = fastClock()
    let calls = 0
    return {
      clock,
      calls: () => calls,
      request: {
        audience: 'api://AzureADTokenExchange',
        clock,
        signal: new AbortController().signal,
        log: keepingLog(),
        getIdToken: async (): Promise<string> => {
          const answer = answers[Math.min(calls, answers.length - 1)] ?? ''
          calls += 1
          if (answer instanceof Error) throw answer
          return answer
        },
      },
    }
  }
  const wrapped = (status: string) =>
    new Error(`Error message: Failed to get ID Token. \n Error Code : ${status}\n Error Message: x`)

  it.each(['undefined', '429', '500', '503', '408'])('tries again after %s', async (status) => {
    const run = request([wrapped(status), wrapped(status), 'jwt'])
    await expect(fetchIdToken(run.request)).resolves.toBe('jwt')
    expect(run.clock.sleeps).toHaveLength(2)
  })

  it.each(['400', '403', '404'])('does not try again after %s', async (status) => {
    const run = request([wrapped(status)])
    await expect(fetchIdToken(run.request)).rejects.toMatchObject({ code: 'oidc-token-failed' })
    expect(run.calls()).toBe(1)
  })

  it('gives up after five tries', async () => {
    const run = request([wrapped('503')])
    await expect(fetchIdToken(run.request)).rejects.toMatchObject({ code: 'oidc-token-failed' })
    expect(run.calls()).toBe(5)
  })
})

describe('readClaims', () => {
  it('reads what Entra compares', () => {
    const payload = Buffer.from(
      JSON.stringify({
        iss: 'https://i',
        sub: 'repo:o/r:pull_request',
        aud: ['a'],
        repository_id: '1',
        repository_owner_id: '2',
      }),
    ).toString('base64url')
    expect(readClaims(`h.${payload}.s`)).toMatchObject({
      issuer: 'https://i',
      subject: 'repo:o/r:pull_request',
      audience: 'a',
      repositoryId: '1',
      repositoryOwnerId: '2',
    })
  })

  it.each(['', 'x', 'a.b.c', `a.${'x'.repeat(200_000)}.c`])(
    'gives empty claims for what is no token',
    (token) => {
      expect(readClaims(token).subject).toBe('')
    },
  )
})
