import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import type { Principal } from '../../emulator/entra/identities'
import { type JobEvent, type SubjectForm, subjectOf } from '../../emulator/entra/oidc-issuer'
import { EmulatorClient, type Reply } from './emulator-client'

let emulator: Emulator
let client: EmulatorClient

beforeAll(async () => {
  emulator = await startEmulator({ apps: [] })
  client = new EmulatorClient(emulator)
})

afterAll(async () => {
  client.close()
  await emulator.stop()
})

async function idToken(audience = 'api://AzureADTokenExchange'): Promise<string> {
  const url = `${emulator.env['ACTIONS_ID_TOKEN_REQUEST_URL']}&audience=${encodeURIComponent(audience)}`
  const authorization = `Bearer ${emulator.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']}`
  return (await client.send('GET', url, { headers: { authorization } })).json.value
}

function claims(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
}

interface Exchange {
  readonly tenant?: string
  readonly form?: Readonly<Record<string, string>>
  readonly assertion?: string
}

async function exchange({ tenant, form, assertion }: Exchange = {}): Promise<Reply> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: emulator.ids.clientId,
    scope: 'https://management.azure.com/.default',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion ?? (await idToken()),
    ...form,
  })
  for (const [name, value] of [...body]) if (value === '') body.delete(name)
  const url = `${emulator.urls.entra}/${tenant ?? emulator.ids.tenantId}/oauth2/v2.0/token`
  return await client.send(
    'POST',
    url,
    { headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    body.toString(),
  )
}

describe('the GitHub token endpoint', () => {
  it.each<[JobEvent, SubjectForm, string]>([
    ['push', 'names', 'repo:octo-org/hello-functions:ref:refs/heads/main'],
    ['push', 'ids', 'repo:octo-org@65/hello-functions@74:ref:refs/heads/main'],
    ['pull_request', 'names', 'repo:octo-org/hello-functions:pull_request'],
    ['environment', 'names', 'repo:octo-org/hello-functions:environment:production'],
    ['environment', 'ids', 'repo:octo-org@65/hello-functions@74:environment:production'],
    ['tag', 'names', 'repo:octo-org/hello-functions:ref:refs/tags/v1.0.0'],
  ])('issues a %s token with the subject in form %s', async (event, subjectForm, subject) => {
    const before = emulator.oidc.job
    emulator.oidc.job = { ...before, event, subjectForm }
    const token = claims(await idToken('somewhere'))
    emulator.oidc.job = before
    expect(token['sub']).toBe(subject)
    expect(token['iss']).toBe('https://token.actions.githubusercontent.com')
    expect(token['aud']).toBe('somewhere')
    expect(token['environment']).toBe(event === 'environment' ? 'production' : undefined)
    expect(Number(token['exp']) - Number(token['iat'])).toBe(300)
  })

  it('refuses another request token', async () => {
    const url = emulator.env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? ''
    const reply = await client.send('GET', url, { headers: { authorization: 'Bearer guessed' } })
    expect(reply.status).toBe(401)
  })

  it('publishes the key that signs', async () => {
    const reply = await client.send('GET', `${emulator.urls.oidc}/.well-known/jwks`)
    expect(reply.json.keys).toHaveLength(1)
    expect(reply.json.keys[0]).toMatchObject({ alg: 'RS256', kty: 'RSA', use: 'sig' })
    expect(reply.json.keys[0]).not.toHaveProperty('d')
  })
})

describe('the token endpoint of Entra', () => {
  it('exchanges a GitHub token for an access token of the resource', async () => {
    const reply = await exchange({ form: { scope: 'https://appservice.azure.com/.default' } })
    expect(reply.status).toBe(200)
    expect(reply.json).toMatchObject({ token_type: 'Bearer', expires_in: 3599 })
    expect(claims(reply.json.access_token)).toMatchObject({
      aud: 'https://appservice.azure.com',
      appid: emulator.ids.clientId,
      tid: emulator.ids.tenantId,
    })
  })

  it.each<[string, number, number, Exchange]>([
    ['a malformed tenant', 900023, 400, { tenant: 'no tenant' }],
    ['an unknown tenant', 90002, 400, { tenant: '00000000-0000-4000-8000-000000000000' }],
    ['an unknown client', 700016, 400, { form: { client_id: '00000000-0000-4000-8000-000000000000' } }],
    ['another grant', 70003, 400, { form: { grant_type: 'password' } }],
    ['a client secret', 7000215, 401, { form: { client_secret: 'x', client_assertion: '' } }],
    ['no credential', 7000216, 401, { form: { client_assertion: '' } }],
    ['no scope', 900144, 400, { form: { scope: '' } }],
    ['a scope that is no resource', 1002012, 400, { form: { scope: 'User.Read' } }],
    ['an unknown resource', 500011, 400, { form: { scope: 'https://example.com/.default' } }],
    ['a token that is none', 700027, 401, { assertion: 'a.b.c' }],
  ])('refuses %s with AADSTS%i', async (_name, code, status, request) => {
    const reply = await exchange(request)
    expect(reply.status).toBe(status)
    expect(reply.json.error_codes).toEqual([code])
    expect(reply.json.error_description).toMatch(
      new RegExp(`^AADSTS${code}: .+ Trace ID: [0-9a-f-]{36} Correlation ID: [0-9a-f-]{36} Timestamp: .+Z$`),
    )
    expect(reply.json.trace_id).toMatch(/^[0-9a-f-]{36}$/)
  })

  it.each<[string, number, (usual: Principal) => Principal]>([
    ['no federated credential', 70021, (usual) => ({ ...usual, federated: [] })],
    ['another issuer', 700211, (usual) => changed(usual, { issuer: 'https://ghes.example.com' })],
    ['another subject', 700213, (usual) => changed(usual, { subject: 'repo:octo-org/other:pull_request' })],
    ['another audience', 700212, (usual) => changed(usual, { audience: 'api://other' })],
    [
      'the subject in another case',
      7002138,
      (usual) => changed(usual, { subject: subjectOf(emulator.oidc.job).toUpperCase() }),
    ],
    ['no service principal', 7000229, (usual) => ({ ...usual, hasServicePrincipal: false })],
  ])('refuses an app registration with %s with AADSTS%i', async (_name, code, deployer) => {
    const other = await startEmulator({ apps: [], deployer })
    const kept = emulator
    const keptClient = client
    emulator = other
    client = new EmulatorClient(other)
    try {
      const reply = await exchange()
      expect(reply.json.error_codes).toEqual([code])
    } finally {
      client.close()
      emulator = kept
      client = keptClient
      await other.stop()
    }
  })

  it('refuses an assertion that is too old', async () => {
    const before = emulator.oidc.job
    emulator.oidc.job = { ...before, ageSeconds: 600 }
    const assertion = await idToken()
    emulator.oidc.job = before
    expect((await exchange({ assertion })).json.error_codes).toEqual([700024])
  })

  it('quotes the presented subject', async () => {
    const before = emulator.oidc.job
    emulator.oidc.job = { ...before, branch: 'feature/x' }
    const reply = await exchange()
    emulator.oidc.job = before
    expect(reply.json.error_description).toContain("'repo:octo-org/hello-functions:ref:refs/heads/feature/x'")
  })

  it('injects errors by number and resource', async () => {
    emulator.faults.set({ tokens: [{ code: 53003, resource: 'https://appservice.azure.com', times: 1 }] })
    const scope = 'https://appservice.azure.com/.default'
    expect((await exchange()).status).toBe(200)
    expect((await exchange({ form: { scope } })).json.error_codes).toEqual([53003])
    expect((await exchange({ form: { scope } })).status).toBe(200)
    emulator.faults.set({})
  })
})

function changed(usual: Principal, change: Partial<Principal['federated'][number]>): Principal {
  return { ...usual, federated: usual.federated.map((each) => ({ ...each, ...change })) }
}
