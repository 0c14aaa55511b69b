import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemClock } from '../../src/azure/http/clock'
import { createHttpClient } from '../../src/azure/http/http'
import { type SignInRequest, signIn } from '../../src/azure/sign-in/sign-in'
import {
  type Answer,
  cloudAt,
  keepingLog,
  type LoopbackServer,
  type SeenRequest,
  startServer,
} from './loopback'

// The identity library brings its own connections: in this file only, the certificate that the test made is taken
// without the environment variable that is read at start.
const trusting = { NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_NO_WARNINGS: '1' } as const
beforeAll(() => void Object.assign(process.env, trusting))
afterAll(() => {
  for (const name of Object.keys(trusting)) delete process.env[name]
})

const clientId = '11111111-2222-3333-4444-555555555555'
const tenantId = '99999999-2222-3333-4444-555555555555'
const subscriptionId = '00000000-0000-0000-0000-000000000001'

let server: LoopbackServer
let exchanges: URLSearchParams[]
let refusal: ((form: URLSearchParams) => Answer | undefined) | undefined

beforeEach(async () => {
  exchanges = []
  refusal = undefined
  server = await startServer(entra)
})
afterEach(() => server.close())

function entra(request: SeenRequest): Answer {
  if (request.path.endsWith('/.well-known/openid-configuration')) {
    const base = `${server.origin}/${tenantId}`
    return {
      headers: { 'Content-Type': 'application/json' },
      body: {
        issuer: `${base}/v2.0`,
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        token_endpoint: `${base}/oauth2/v2.0/token`,
        jwks_uri: `${base}/discovery/v2.0/keys`,
      },
    }
  }
  if (request.path === '/subscriptions') {
    return { body: { value: [{ subscriptionId, displayName: 'Only one' }] } }
  }
  const form = new URLSearchParams(request.body.toString())
  exchanges.push(form)
  return (
    refusal?.(form) ?? {
      headers: { 'Content-Type': 'application/json' },
      body: { token_type: 'Bearer', expires_in: 3600, access_token: `token-for-${form.get('scope')}` },
    }
  )
}

function assertion(): string {
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = {
    iss: 'https://token.actions.githubusercontent.com',
    sub: 'repo:octo/app:environment:prod',
    aud: 'api://AzureADTokenExchange',
  }
  return `${encode({ alg: 'RS256' })}.${encode(claims)}.c2VjcmV0LXNpZ25hdHVyZQ`
}

function aRequest(overrides: Partial<SignInRequest> = {}): SignInRequest {
  return {
    cloud: cloudAt(server.origin),
    clientId,
    tenantId,
    subscriptionId,
    audience: '',
    env: { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://x', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 't' },
    getIdToken: async () => assertion(),
    log: keepingLog(),
    signal: new AbortController().signal,
    clock: systemClock,
    http: createHttpClient({ ca: server.ca }),
    ...overrides,
  }
}

describe('signIn with the identity of the job', () => {
  it('exchanges a fresh GitHub token for every audience and masks what it gets', async () => {
    const audiences: string[] = []
    const masked: string[] = []
    const session = await signIn(
      aRequest({
        getIdToken: async (audience) => {
          audiences.push(audience)
          return assertion()
        },
        mask: (secret) => masked.push(secret),
      }),
    )
    expect(await session.token('arm')).toBe('token-for-https://management.azure.com/.default')
    expect(await session.token('scm')).toBe('token-for-https://appservice.azure.com/.default')
    expect(await session.token('scm')).toBe('token-for-https://appservice.azure.com/.default')
    expect(audiences).toEqual(['api://AzureADTokenExchange', 'api://AzureADTokenExchange'])
    expect(exchanges).toHaveLength(2)
    expect(exchanges[0]?.get('client_assertion')).toBe(assertion())
    expect(exchanges[0]?.get('grant_type')).toBe('client_credentials')
    expect(masked).toHaveLength(2)
    expect(session).toMatchObject({ way: 'oidc', subscriptionId, clientId })
  })

  it('asks once for callers that come together, and again after a token was refused', async () => {
    const session = await signIn(aRequest())
    await Promise.all([session.token('scm'), session.token('scm'), session.token('scm')])
    expect(exchanges).toHaveLength(2)
    session.forget('arm')
    await session.token('arm')
    expect(exchanges).toHaveLength(3)
  })

  it('uses the audience of the input', async () => {
    const audiences: string[] = []
    await signIn(
      aRequest({
        audience: 'api://custom',
        getIdToken: async (audience) => {
          audiences.push(audience)
          return assertion()
        },
      }),
    )
    expect(audiences).toEqual(['api://custom'])
  })

  it('explains a refusal with what was presented, and shows no token', async () => {
    refusal = () => ({
      status: 401,
      headers: { 'Content-Type': 'application/json' },
      body: {
        error: 'invalid_client',
        error_description:
          "AADSTS700213: No matching federated identity record found for presented assertion subject 'x'.",
        error_codes: [700213],
      },
    })
    const log = keepingLog()
    const error = await signIn(aRequest({ log })).catch((thrown) => thrown)
    expect(error).toMatchObject({ code: 'entra-no-matching-credential' })
    expect(error.hint).toContain('repo:octo/app:environment:prod')
    const everything = `${error.message}${error.hint}${error.stack}${log.lines}${log.debugLines}`
    expect(everything).not.toContain('c2VjcmV0LXNpZ25hdHVyZQ')
  })

  it('tells a failed GitHub token from a failed exchange', async () => {
    const getIdToken = async (): Promise<string> => {
      throw new Error('Error Code : 403')
    }
    await expect(signIn(aRequest({ getIdToken }))).rejects.toMatchObject({ code: 'oidc-token-failed' })
    expect(exchanges).toHaveLength(0)
  })

  it('finds the subscription when the identity sees exactly one', async () => {
    const session = await signIn(aRequest({ subscriptionId: '' }))
    expect(session.subscriptionId).toBe(subscriptionId)
  })

  it.each([
    [{ clientId: 'my-app' }, "'my-app'"],
    [{ tenantId: '' }, 'tenant-id is empty'],
    [{ tenantId: 'a b' }, "'a b'"],
    [{ subscriptionId: 'prod' }, "'prod'"],
  ])('refuses %j before any request', async (overrides, inMessage) => {
    const error = await signIn(aRequest(overrides)).catch((thrown) => thrown)
    expect(error).toMatchObject({ code: 'azure-sign-in-inputs' })
    expect(error.message).toContain(inMessage)
    expect(server.requests).toEqual([])
  })

  it('explains a missing permission before any request', async () => {
    await expect(signIn(aRequest({ env: {} }))).rejects.toMatchObject({ code: 'oidc-permission-missing' })
    expect(server.requests).toEqual([])
  })

  it.each([
    ['half an answer', { body: '{"token_type":"Bearer","expires_in":3600,"access_tok' }],
    ['a page', { status: 503, body: '<html>busy</html>' }],
    ['a refusal that is not its own', { status: 401, body: '{"error":{"code":"proxy"}}' }],
    ['429', { status: 429, body: '{"error":"busy"}' }],
    ['a reset', { isReset: true }],
  ] as const)('asks Entra again after %s', async (_, answer) => {
    refusal = () => (exchanges.length === 1 ? answer : undefined)
    const clock = { ...systemClock, sleep: async () => undefined }
    const session = await signIn(aRequest({ clock }))
    expect(await session.token('arm')).toMatch(/^token-for-/)
    expect(exchanges.length).toBeGreaterThanOrEqual(2)
  })

  it('says what answered in the place of Entra', async () => {
    refusal = () => ({ status: 403, body: '<html><p>Blocked by policy</p></html>' })
    await expect(signIn(aRequest())).rejects.toMatchObject({
      code: 'azure-call-failed',
      message: expect.stringMatching(
        /^Could not sign in to Azure: POST \S+\/token answered 403: Blocked by policy$/,
      ),
    })
    expect(exchanges).toHaveLength(1)
  })
})

describe.skipIf(process.platform === 'win32')('signIn with the session of azure/login', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'azure-cli-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const path = process.env['PATH']
  afterEach(() => {
    process.env['PATH'] = path
  })

  async function installCli(account: unknown): Promise<NodeJS.ProcessEnv> {
    const program = join(folder, 'az')
    await writeFile(
      program,
      `#!/bin/sh\ncase "$2" in\nshow) echo '${JSON.stringify(account)}';;\n*) echo "$@" >> '${join(folder, 'calls')}'; echo '{"accessToken":"cli-token","expires_on":4102444800}';;\nesac\n`,
    )
    await chmod(program, 0o755)
    process.env['PATH'] = `${folder}${delimiter}/usr/bin:/bin`
    return { PATH: process.env['PATH'] }
  }

  const account = {
    id: subscriptionId,
    tenantId,
    environmentName: 'AzureCloud',
    user: { name: clientId, type: 'servicePrincipal' },
  }

  it('takes subscription and principal from the CLI', async () => {
    const env = await installCli(account)
    const session = await signIn(aRequest({ clientId: '', tenantId: '', subscriptionId: '', env }))
    expect(session).toMatchObject({ way: 'azure-cli', subscriptionId, clientId })
    expect(await session.token('arm')).toBe('cli-token')
    expect(await session.token('scm')).toBe('cli-token')
  })

  it('refuses a session of another cloud', async () => {
    const env = await installCli({ ...account, environmentName: 'AzureUSGovernment' })
    const cloud = { ...cloudAt(server.origin), isPrivateArm: false }
    await expect(signIn(aRequest({ clientId: '', env, cloud }))).rejects.toMatchObject({
      code: 'azure-cloud-mismatch',
    })
  })

  it('names both ways when there is neither', async () => {
    process.env['PATH'] = folder
    const error = await signIn(aRequest({ clientId: '', env: { PATH: folder } })).catch((thrown) => thrown)
    expect(error).toMatchObject({ code: 'azure-sign-in-missing' })
    expect(error.hint).toMatch(/client-id.*azure\/login/)
  })
})
