import { describe, expect, it } from 'vitest'
import { isAllowedUrl, requireAllowed } from '../../src/azure/http/allowed-hosts'
import { endpointOverrides, refuseOverrides, resolveCloud } from '../../src/azure/http/clouds'
import { clouds } from '../../src/inputs/cloud'

describe('resolveCloud', () => {
  it.each([
    [
      'azurecloud',
      'https://login.microsoftonline.com',
      'https://management.azure.com',
      'https://appservice.azure.com',
      'api://AzureADTokenExchange',
    ],
    [
      'azureusgovernment',
      'https://login.microsoftonline.us',
      'https://management.usgovcloudapi.net',
      'https://appservice.azure.us',
      'api://AzureADTokenExchangeUSGov',
    ],
    [
      'azurechinacloud',
      'https://login.chinacloudapi.cn',
      'https://management.chinacloudapi.cn',
      'https://appservice.azure.cn',
      'api://AzureADTokenExchangeChina',
    ],
  ])('%s has its endpoints and audiences', (name, authority, arm, scm, federation) => {
    const cloud = resolveCloud(name, {})
    expect([cloud.authorityHost, cloud.armEndpoint, cloud.scmAudience, cloud.federationAudience]).toEqual([
      authority,
      arm,
      scm,
      federation,
    ])
    expect(cloud.isPrivateArm).toBe(false)
    expect(cloud.isPrivateAuthority).toBe(false)
  })

  it('takes the empty name and any case', () => {
    expect(resolveCloud('', {}).name).toBe('azurecloud')
    expect(resolveCloud('AzureUSGovernment', {}).name).toBe('azureusgovernment')
  })

  it('refuses another name and lists the right ones', () => {
    expect(() => resolveCloud('azurestack', {})).toThrow("'azurestack'")
    try {
      resolveCloud('azurestack', {})
    } catch (error) {
      expect((error as { hint: string }).hint).toContain(clouds.join(', '))
    }
  })

  it.each([
    'http://arm.test',
    'https://user:pw@arm.test',
    'https://arm.test/path',
    'https://arm.test/?a=b',
    'arm.test',
  ])('refuses the endpoint %s without showing it', (endpoint) => {
    const read = (): unknown => resolveCloud('', { AZURE_RESOURCE_MANAGER_ENDPOINT: endpoint })
    expect(read).toThrow('AZURE_RESOURCE_MANAGER_ENDPOINT')
    expect(read).not.toThrow('pw')
  })

  it('keeps instance discovery for authorities that are public', () => {
    expect(
      resolveCloud('', { AZURE_AUTHORITY_HOST: 'https://login.microsoftonline.com/' }).isPrivateAuthority,
    ).toBe(false)
    expect(
      resolveCloud('azurechinacloud', { AZURE_AUTHORITY_HOST: 'https://login.partner.microsoftonline.cn' })
        .isPrivateAuthority,
    ).toBe(false)
    expect(resolveCloud('', { AZURE_AUTHORITY_HOST: 'https://localhost:8443' }).isPrivateAuthority).toBe(true)
  })
})

describe('allowed hosts', () => {
  const azure = resolveCloud('azurecloud', { AZURE_SCM_HOST_SUFFIX: '.evil.test' })
  const emulator = resolveCloud('azurecloud', {
    AZURE_RESOURCE_MANAGER_ENDPOINT: 'https://arm.azure.test:8443',
    AZURE_SCM_HOST_SUFFIX: '.scm.azure.test, blobs.test,..bad',
  })

  it.each([
    ['arm', 'https://management.azure.com/subscriptions', true],
    ['arm', 'https://management.azure.com:444/', false],
    ['arm', 'https://management.azure.com.evil.test/', false],
    ['arm', 'http://management.azure.com/', false],
    ['arm', 'https://management.usgovcloudapi.net/', false],
    ['scm', 'https://app.scm.azurewebsites.net/api', true],
    ['scm', 'https://app-abc.scm.westeurope-01.azurewebsites.net/api', true],
    ['scm', 'https://app.azurewebsites.net/api', false],
    ['scm', 'https://app.scm.azurewebsites.net.evil.test/', false],
    ['scm', 'https://scm.evil.test/', false],
    ['scm', 'https://user@app.scm.azurewebsites.net/', false],
    ['scm', 'https://app.scm.azurewebsites.net:8443/', false],
    ['scm', 'https://management.azure.com/', false],
    ['blob', 'https://store.blob.core.windows.net/c', true],
    ['blob', 'https://store.blob.core.windows.net.evil.test/c', false],
    ['blob', 'https://app.scm.azurewebsites.net/', false],
  ] as const)('public cloud: %s %s is %s', (purpose, url, isAllowed) => {
    expect(isAllowedUrl(azure, purpose, url)).toBe(isAllowed)
  })

  it.each([
    ['arm', 'https://arm.azure.test:8443/x', true],
    ['arm', 'https://arm.azure.test/x', false],
    ['arm', 'https://management.azure.com/', false],
    ['scm', 'https://arm.azure.test:8443/x', true],
    ['scm', 'https://app.scm.azure.test:9443/x', true],
    ['scm', 'https://app.scm.azurewebsites.net/x', false],
    ['blob', 'https://blobs.test:10000/x', true],
    ['blob', 'https://store.blobs.test/x', true],
    ['blob', 'https://notblobs.test/x', false],
    ['blob', 'https://store.blob.core.windows.net/', false],
  ] as const)('replaced resource manager: %s %s is %s', (purpose, url, isAllowed) => {
    expect(isAllowedUrl(emulator, purpose, url)).toBe(isAllowed)
  })

  it('names the host and the way out when it refuses', () => {
    expect(() => requireAllowed(azure, 'scm', 'https://evil.test/?token=abc')).toThrow("'evil.test'")
    expect(() => requireAllowed(azure, 'scm', 'https://evil.test/?token=abc')).not.toThrow('abc')
  })
})

describe('endpoints of the environment', () => {
  it.each([
    [{}, []],
    [{ AZURE_AUTHORITY_HOST: 'https://login.microsoftonline.com/' }, []],
    [{ AZURE_RESOURCE_MANAGER_ENDPOINT: 'https://management.azure.com' }, []],
    [
      { AZURE_AUTHORITY_HOST: 'https://evil.test' },
      [{ variable: 'AZURE_AUTHORITY_HOST', origin: 'https://evil.test' }],
    ],
    [
      { AZURE_RESOURCE_MANAGER_ENDPOINT: 'https://evil.test:8443' },
      [{ variable: 'AZURE_RESOURCE_MANAGER_ENDPOINT', origin: 'https://evil.test:8443' }],
    ],
  ])('%j are named', (environment, expected) => {
    const overrides = endpointOverrides(resolveCloud('', environment))
    expect(overrides).toEqual(expected)
    if (expected.length === 0) expect(() => refuseOverrides(overrides)).not.toThrow()
    else
      expect(() => refuseOverrides(overrides)).toThrowError(
        expect.objectContaining({ code: 'azure-endpoint-in-fork' }),
      )
  })
})
