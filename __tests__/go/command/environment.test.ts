import { describe, expect, it } from 'vitest'
import { childEnvironment, withVariables } from '../../../src/go/command/environment'

describe('childEnvironment', () => {
  it.each([
    'INPUT_APP-NAME',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_URL',
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_RESULTS_URL',
    'ACTIONS_CACHE_URL',
    'GITHUB_TOKEN',
    'GITHUB_OUTPUT',
    'GITHUB_ENV',
    'AZURE_CLIENT_SECRET',
    'AZURE_FEDERATED_TOKEN_FILE',
    'ARM_CLIENT_SECRET',
  ])('withholds %s', (name) => {
    expect(childEnvironment({ [name]: 'x', PATH: '/bin' }, 'linux')).toEqual({ PATH: '/bin' })
  })

  it('keeps what Go and git need', () => {
    const environment = {
      HOME: '/h',
      GOFLAGS: '-mod=mod',
      GOPRIVATE: 'x',
      GITHUB_WORKSPACE: '/w',
      GH_TOKEN: 't',
    }
    expect(childEnvironment({ ...environment, GONE: undefined }, 'linux')).toEqual(environment)
  })

  it('compares names without regard to case on Windows only', () => {
    const environment = { input_tags: 'x', Github_Token: 'y', Path: 'C:\\' }
    expect(childEnvironment(environment, 'win32')).toEqual({ Path: 'C:\\' })
    expect(childEnvironment(environment, 'linux')).toEqual(environment)
  })
})

describe('withVariables', () => {
  it('replaces a variable of another case on Windows', () => {
    expect(withVariables({ goos: 'windows', x: '1' }, { GOOS: 'linux' }, 'win32')).toEqual({
      GOOS: 'linux',
      x: '1',
    })
    expect(withVariables({ goos: 'windows' }, { GOOS: 'linux' }, 'linux')).toEqual({
      goos: 'windows',
      GOOS: 'linux',
    })
  })
})
