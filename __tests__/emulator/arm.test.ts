import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anApp, fleet } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import { isAllowed, type Principal, type RoleAssignment } from '../../emulator/entra/identities'
import { EmulatorClient } from './emulator-client'

let emulator: Emulator
let client: EmulatorClient

beforeAll(async () => {
  emulator = await startEmulator({ apps: fleet() })
  client = new EmulatorClient(emulator)
})

afterAll(async () => {
  client.close()
  await emulator.stop()
})

const group = 'hello-functions-rg'
const subscription = () => `/subscriptions/${emulator.ids.subscriptionId}`
const site = (name: string) =>
  `${subscription()}/resourceGroups/${group}/providers/Microsoft.Web/sites/${name}`

async function asDeployer(method: string, path: string, authorization?: string) {
  const headers = authorization === undefined ? {} : { authorization }
  return await client.send(method, `${emulator.urls.arm}${path}`, { headers })
}

describe('who may call the resource manager', () => {
  it('needs an api-version before anything else', async () => {
    const reply = await asDeployer('GET', site('hello-flex'))
    expect(reply.status).toBe(400)
    expect(reply.json.error.code).toBe('MissingApiVersionParameter')
  })

  it('refuses an api-version that is none', async () => {
    const reply = await asDeployer('GET', `${site('hello-flex')}?api-version=latest`)
    expect(reply.json.error.code).toBe('InvalidApiVersionParameter')
  })

  it.each<[string, () => Promise<string | undefined>, string]>([
    ['no token', async () => undefined, 'AuthenticationFailed'],
    ['a token that is none', async () => 'Bearer abc', 'InvalidAuthenticationToken'],
    [
      'a token for another audience',
      async () => `Bearer ${await emulator.tokens.issue(emulator.deployer, 'https://appservice.azure.com')}`,
      'InvalidAuthenticationTokenAudience',
    ],
    [
      'an expired token',
      async () =>
        `Bearer ${await emulator.tokens.issue(emulator.deployer, 'https://management.azure.com', -60)}`,
      'ExpiredAuthenticationToken',
    ],
  ])('answers 401 to %s', async (_name, authorization, code) => {
    const reply = await asDeployer(
      'GET',
      `${site('hello-flex')}?api-version=2023-12-01`,
      await authorization(),
    )
    expect(reply.status).toBe(401)
    expect(reply.json.error.code).toBe(code)
    expect(reply.headers['www-authenticate']).toMatch(/^Bearer authorization_uri=/)
  })

  it('gives the endpoints of the cloud without a token', async () => {
    const reply = await asDeployer('GET', '/metadata/endpoints?api-version=2022-09-01')
    expect(reply.json).toMatchObject({
      resourceManager: `${emulator.urls.arm}/`,
      authentication: { loginEndpoint: emulator.urls.entra },
      appServiceResourceId: 'https://appservice.azure.com',
    })
  })
})

describe('roles', () => {
  it.each<[string, RoleAssignment['role'], string, string, boolean]>([
    ['its own scope', 'Reader', '/subscriptions/s', 'Microsoft.Web/sites/read', true],
    ['no write for a reader', 'Reader', '/subscriptions/s', 'Microsoft.Web/sites/config/write', false],
    ['case does not matter', 'Reader', '/SUBSCRIPTIONS/S', 'microsoft.web/SITES/Read', true],
    ['not a sibling with the same beginning', 'Owner', '/subscriptions/s/resourceGroups/a', 'x/read', false],
    [
      'a custom role',
      ['Microsoft.Web/sites/publish/action'],
      '/',
      'Microsoft.Web/sites/publish/action',
      true,
    ],
    ['a pattern is no prefix', ['Microsoft.Web/sites/read'], '/', 'Microsoft.Web/sites/readable', false],
  ])('%s', (_name, role, scope, action, expected) => {
    const principal: Principal = {
      tenantId: '',
      clientId: '',
      objectId: '',
      federated: [],
      roles: [{ role, scope }],
    }
    expect(isAllowed(principal, action, '/subscriptions/s/resourceGroups/ab/x')).toBe(expected)
  })

  it('are missing with action and scope in the answer', async () => {
    const other = await startEmulator({
      apps: [anApp({ name: 'a', plan: 'elastic-premium', slots: [{ name: 'staging' }] })],
      deployer: (usual) => ({
        ...usual,
        roles: [{ role: 'Reader', scope: `${subscription()}/resourceGroups/${group}` }],
      }),
    })
    const reader = new EmulatorClient(other)
    try {
      const id = site('a')
      expect((await reader.arm('GET', id)).status).toBe(200)
      const refused = await reader.arm('POST', `${id}/slots/staging/config/appsettings/list`)
      expect(refused.status).toBe(403)
      expect(refused.json.error.code).toBe('AuthorizationFailed')
      expect(refused.json.error.message).toContain(
        `'${other.ids.clientId}' with object id '${other.ids.objectId}' does not have authorization to perform action 'Microsoft.Web/sites/slots/config/list/action' over scope '${id}/slots/staging'`,
      )
      expect((await reader.scm('a', 'GET', '/api/deployments')).status).toBe(403)
    } finally {
      reader.close()
      await other.stop()
    }
  })
})

describe('finding an app', () => {
  it.each([
    ["resourceType EQ 'Microsoft.Web/Sites' AND name EQ 'hello-flex'", ['hello-flex']],
    ["resourceType eq 'microsoft.web/sites' and name eq 'HELLO-FLEX'", ['hello-flex']],
    ["resourceType eq 'Microsoft.Web/sites' and name eq 'nothing'", []],
    ["resourceType eq 'Microsoft.Web/sites/slots'", ['hello-premium/staging', 'hello-dedicated/staging']],
  ])('filters resources by %s', async (filter, names) => {
    const reply = await client.arm('GET', `${subscription()}/resources?$filter=${encodeURIComponent(filter)}`)
    expect(reply.json.value.map((each: { name: string }) => each.name)).toEqual(names)
  })

  it('refuses a filter that it does not understand', async () => {
    const filter = encodeURIComponent("name ne 'x' or startswith(name, 'y')")
    const reply = await client.arm('GET', `${subscription()}/resources?$filter=${filter}`)
    expect(reply.json.error.code).toBe('InvalidFilterInQueryString')
  })

  it.each([
    [() => site('nothing'), 404, 'ResourceNotFound'],
    [() => `${site('hello-premium')}/slots/nothing`, 404, 'ResourceNotFound'],
    [() => `${site('hello-flex')}/nothing`, 404, 'InvalidResourceType'],
    [() => '/subscriptions/00000000-0000-4000-8000-000000000000/resources', 404, 'SubscriptionNotFound'],
    [() => '/subscriptions/mine/resources', 400, 'InvalidSubscriptionId'],
  ])('says what is missing (%#)', async (path, status, code) => {
    const reply = await client.arm('GET', path())
    expect(reply.status).toBe(status)
    expect(reply.json.error.code).toBe(code)
  })

  it('lists subscriptions, plans and slots', async () => {
    const { subscriptionId } = emulator.ids
    const all = await client.arm('GET', '/subscriptions')
    expect(all.json.value.map((each: { subscriptionId: string }) => each.subscriptionId)).toEqual([
      subscriptionId,
    ])
    const slots = await client.arm('GET', `${site('hello-premium')}/slots`)
    expect(slots.json.value.map((each: { name: string }) => each.name)).toEqual(['hello-premium/staging'])
    const found = await client.arm('GET', site('hello-premium'))
    const plan = await client.arm('GET', found.json.properties.serverFarmId)
    expect(plan.json.sku).toMatchObject({ name: 'EP1', tier: 'ElasticPremium' })
  })
})

describe('the site resource', () => {
  it.each([
    ['hello-flex', 'functionapp,linux', 'FlexConsumption', true],
    ['hello-premium', 'functionapp,linux', 'ElasticPremium', true],
    ['hello-dedicated', 'functionapp,linux', 'PremiumV3', true],
    ['hello-consumption', 'functionapp,linux', 'Dynamic', true],
    ['hello-windows', 'functionapp', 'PremiumV3', false],
    ['hello-container', 'functionapp,linux,container', 'ElasticPremium', true],
    ['hello-container-apps', 'functionapp,linux,container,azurecontainerapps', null, true],
    ['hello-arc', 'functionapp,linux,kubernetes', 'PremiumV3', true],
    ['hello-logic', 'functionapp,workflowapp', 'WorkflowStandard', false],
    ['hello-web', 'app,linux', 'PremiumV3', true],
  ])('of %s has kind %s and sku %s', async (name, kind, sku, reserved) => {
    const { json } = await client.arm('GET', site(name))
    expect(json.kind).toBe(kind)
    expect(json.properties).toMatchObject({ sku, reserved, state: 'Running' })
    const isFlex = name === 'hello-flex'
    expect(json.properties.functionAppConfig).toEqual(
      isFlex ? expect.objectContaining({ runtime: { name: 'custom', version: '1.0' } }) : null,
    )
    expect(json.properties.managedEnvironmentId === null).toBe(name !== 'hello-container-apps')
  })

  it('names hosts that answer over verified TLS', async () => {
    const { json } = await client.arm('GET', site('hello-premium'))
    const [site_, scm] = json.properties.hostNameSslStates
    expect(scm.hostType).toBe('Repository')
    expect((await client.send('GET', `https://${site_.name}/`)).status).toBe(200)
    expect((await client.send('GET', `https://${scm.name}/api/settings`)).status).toBe(401)
  })

  it('of a stopped app says so, and its sites answer 403', async () => {
    const { json } = await client.arm('GET', site('hello-stopped'))
    expect(json.properties.state).toBe('Stopped')
    const scm = await client.scm('hello-stopped', 'GET', '/api/deployments')
    expect(scm.status).toBe(403)
    expect(scm.text).toContain('This web app is stopped')
  })
})
