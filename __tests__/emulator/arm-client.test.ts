import { type Site, WebSiteManagementClient } from '@azure/arm-appservice'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import { aPackage, EmulatorClient } from './emulator-client'

// Microsoft's own client, generated from the specification of the service: what it cannot read here, it could not
// read there.

const group = 'hello-functions-rg'
let emulator: Emulator
let client: WebSiteManagementClient

beforeAll(async () => {
  emulator = await startEmulator({
    apps: [
      anApp({ name: 'premium', plan: 'elastic-premium', slots: ['a', 'b', 'c'].map((name) => ({ name })) }),
      anApp({ name: 'flex', plan: 'flex-consumption' }),
      anApp({ name: 'dedicated', plan: 'dedicated' }),
    ],
  })
  const credential = {
    getToken: async () => ({
      token: await emulator.tokens.issue(emulator.deployer, 'https://management.azure.com'),
      expiresOnTimestamp: Date.now() + 600_000,
    }),
  }
  client = new WebSiteManagementClient(credential, emulator.ids.subscriptionId, {
    endpoint: emulator.urls.arm,
    tlsOptions: { ca: emulator.ca },
    retryOptions: { maxRetries: 0 },
  })
  const own = new EmulatorClient(emulator)
  await own.scm('premium/a', 'POST', '/api/zipdeploy', await aPackage(['One', 'Two', 'Three']))
  await emulator.settle()
  own.close()
})

afterAll(() => emulator.stop())

async function namesOf(list: AsyncIterable<{ name?: string }>): Promise<readonly (string | undefined)[]> {
  const names: (string | undefined)[] = []
  for await (const { name } of list) names.push(name)
  return names
}

describe('@azure/arm-appservice', () => {
  it.each<[string, () => AsyncIterable<{ name?: string }>, readonly string[]]>([
    ['webApps.list', () => client.webApps.list(), ['premium', 'flex', 'dedicated']],
    [
      'webApps.listByResourceGroup',
      () => client.webApps.listByResourceGroup(group),
      ['premium', 'flex', 'dedicated'],
    ],
    [
      'webApps.listSlots',
      () => client.webApps.listSlots(group, 'premium'),
      ['premium/a', 'premium/b', 'premium/c'],
    ],
    ['webApps.listFunctions', () => client.webApps.listFunctions(group, 'dedicated'), []],
    [
      'webApps.listInstanceFunctionsSlot',
      () => client.webApps.listInstanceFunctionsSlot(group, 'premium', 'a'),
      ['premium/a/One', 'premium/a/Three', 'premium/a/Two'],
    ],
  ])('reads %s over its pages', async (_name, list, names) => {
    expect(await namesOf(list())).toEqual(names)
  })

  it('reads an app, a slot and a plan', async () => {
    const flex = await client.webApps.get(group, 'flex')
    expect(flex).toMatchObject({
      kind: 'functionapp,linux',
      sku: 'FlexConsumption',
      state: 'Running',
      reserved: true,
      functionAppConfig: { runtime: { name: 'custom', version: '1.0' } },
      hostNameSslStates: [{ hostType: 'Standard' }, { hostType: 'Repository' }],
    } satisfies Partial<Record<keyof Site, unknown>>)
    expect((await client.webApps.getSlot(group, 'premium', 'b')).defaultHostName).toMatch(/^localhost:\d+$/)
    const plan = await client.appServicePlans.get(group, 'premium-plan')
    expect(plan).toMatchObject({ sku: { name: 'EP1', tier: 'ElasticPremium' }, reserved: true })
  })

  it('reads configuration, settings and policies, and writes what the logs are', async () => {
    const web = await client.webApps.getConfiguration(group, 'dedicated')
    expect(web).toMatchObject({ minTlsVersion: '1.2', http20Enabled: true })
    const settings = await client.webApps.listApplicationSettings(group, 'dedicated')
    expect(settings.properties?.['FUNCTIONS_WORKER_RUNTIME']).toBe('custom')
    expect((await client.webApps.getScmAllowed(group, 'dedicated')).allow).toBe(false)
    expect((await client.webApps.listSlotConfigurationNames(group, 'premium')).appSettingNames).toEqual([])
    expect(
      (await client.webApps.getDiagnosticLogsConfiguration(group, 'dedicated')).applicationLogs,
    ).toMatchObject({
      fileSystem: { level: 'Off' },
    })
    await client.webApps.updateDiagnosticLogsConfig(group, 'dedicated', {
      applicationLogs: { fileSystem: { level: 'Information' } },
    })
    const logs = await client.webApps.getDiagnosticLogsConfiguration(group, 'dedicated')
    expect(logs.applicationLogs?.fileSystem?.level).toBe('Information')
  })

  it('reads functions, keys and deployments', async () => {
    const one = await client.webApps.getInstanceFunctionSlot(group, 'premium', 'One', 'a')
    expect(one).toMatchObject({ language: 'custom', isDisabled: false })
    const keys = await client.webApps.listHostKeysSlot(group, 'premium', 'a')
    expect(keys.masterKey).not.toBe('')
    expect(await namesOf(client.webApps.listDeploymentsSlot(group, 'premium', 'a'))).toHaveLength(1)
  })

  it('reads what is secret, and what is not', async () => {
    const user = await client.webApps.listPublishingCredentials(group, 'dedicated')
    expect([user.publishingUserName, user.scmUri]).toEqual(['$dedicated', expect.stringMatching(/^https:/)])
    const strings = await client.webApps.listConnectionStrings(group, 'dedicated')
    expect(strings.properties).toEqual({})
    expect((await client.webApps.getFtpAllowed(group, 'dedicated')).allow).toBe(false)
    const signIn = await client.webApps.getAuthSettingsV2WithoutSecrets(group, 'dedicated')
    expect(signIn.platform?.enabled).toBe(false)
  })

  it('reads one deployment with its log, and the stacks', async () => {
    const [id = ''] = await namesOf(client.webApps.listDeploymentsSlot(group, 'premium', 'a'))
    const deployment = await client.webApps.getDeploymentSlot(group, 'premium', id, 'a')
    expect(deployment).toMatchObject({ status: 4, active: true })
    expect(await client.webApps.listDeploymentLogSlot(group, 'premium', id, 'a')).toBeDefined()
    expect(await namesOf(client.provider.listFunctionAppStacks())).toEqual(['custom'])
  })

  it('reads what an error says', async () => {
    await expect(client.webApps.get(group, 'nothing')).rejects.toMatchObject({
      statusCode: 404,
      code: 'ResourceNotFound',
    })
  })

  it('creates a slot and deletes it', async () => {
    const envelope = { location: 'westeurope' }
    const slot = await client.webApps.createOrUpdateSlot(group, 'dedicated', 'new', envelope)
    expect(slot.name).toBe('dedicated/new')
    const again = await client.webApps.createOrUpdateSlot(group, 'dedicated', 'new', envelope)
    expect(again.defaultHostName).toBe(slot.defaultHostName)
    await client.webApps.deleteSlot(group, 'dedicated', 'new')
    expect(await namesOf(client.webApps.listSlots(group, 'dedicated'))).toEqual([])
    await expect(client.webApps.createOrUpdateSlot(group, 'flex', 'new', envelope)).rejects.toMatchObject({
      statusCode: 409,
    })
  })

  it('swaps, and waits for the end', async () => {
    await client.webApps.swapSlot(group, 'premium', 'a', { targetSlot: 'production', preserveVnet: true })
    expect(await namesOf(client.webApps.listFunctions(group, 'premium'))).toEqual([
      'premium/One',
      'premium/Three',
      'premium/Two',
    ])
    const { slotSwapStatus } = await client.webApps.get(group, 'premium')
    expect(slotSwapStatus).toMatchObject({ sourceSlotName: 'a', destinationSlotName: 'production' })
  })
})
