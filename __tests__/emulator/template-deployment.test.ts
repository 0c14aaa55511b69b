import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import { proofPlans } from '../../scripts/prove-azure/names'
import { EmulatorClient, type Reply } from './emulator-client'

let emulator: Emulator
let client: EmulatorClient

beforeAll(async () => {
  emulator = await startEmulator({
    apps: [],
    deployer: (usual) => ({ ...usual, roles: [{ role: 'Owner', scope: '/' }] }),
    pageItems: 50,
  })
  client = new EmulatorClient(emulator)
})

afterAll(async () => {
  client.close()
  await emulator.stop()
})

const groupOf = (name: string): string =>
  `/subscriptions/${emulator.ids.subscriptionId}/resourceGroups/${name}`
const deploymentOf = (name: string): string => `${groupOf(name)}/providers/Microsoft.Resources/deployments/d`
const template = (plan: string): object =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'infra', `${plan}.json`), 'utf8'))

async function deploy(name: string, plan: string, changed: Record<string, unknown> = {}): Promise<Reply> {
  const values = {
    appName: `${name}-app`,
    planName: `${name}-plan`,
    storageName: 'templatestore',
    identityName: 'reader',
    location: 'westeurope',
    deployerId: emulator.ids.objectId,
    deployerType: 'ServicePrincipal',
    expiresOn: '2030-01-01T00:00:00Z',
  }
  const parameters = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }]))
  await client.arm('PUT', groupOf(name), { location: 'westeurope' })
  return await client.arm('PUT', deploymentOf(name), {
    properties: { mode: 'Incremental', template: template(plan), parameters, ...changed },
  })
}

describe.each(proofPlans)('infra/%s.json', (plan) => {
  it('makes an app with its slots, which go with the group', async () => {
    const name = `group-${plan}`
    const accepted = await deploy(name, plan)
    expect([accepted.status, accepted.json.properties.provisioningState]).toEqual([201, 'Accepted'])
    let shown = await client.arm('GET', deploymentOf(name))
    while (shown.json.properties.provisioningState !== 'Succeeded') {
      expect(['Accepted', 'Running']).toContain(shown.json.properties.provisioningState)
      await sleep(20)
      shown = await client.arm('GET', deploymentOf(name))
    }
    const list = await client.arm('GET', `${groupOf(name)}/resources`)
    const sites = list.json.value.filter(({ type }: { type: string }) =>
      type.startsWith('Microsoft.Web/sites'),
    )
    expect(sites).toHaveLength(plan === 'flex' ? 1 : 2)
    const site = await client.arm('GET', `${groupOf(name)}/providers/Microsoft.Web/sites/${name}-app`)
    expect(site.json.properties.functionAppConfig === null).toBe(plan !== 'flex')
    const gone = await client.arm('DELETE', groupOf(name))
    expect([gone.status, gone.headers['location']]).toEqual([202, expect.stringMatching(/operationresults/)])
    while ((await client.arm('GET', groupOf(name))).status !== 404) await sleep(20)
    expect(emulator.state.find(`${name}-app`)).toBeUndefined()
  })
})

describe('a template', () => {
  it.each<[string, Record<string, unknown>, RegExp]>([
    [
      'with a function that there is none of',
      {
        template: { resources: [], outputs: { a: { type: 'string', value: "[nothing('x')]" } } },
        parameters: {},
      },
      /'nothing' is not valid/,
    ],
    ['with a parameter that is not given', { parameters: {} }, /'appName' is not provided/],
    [
      'with an expression that is cut off',
      { template: { resources: [{ type: "[concat('a']", name: 'x' }] }, parameters: {} },
      /unexpected token/,
    ],
    ['with a surplus parameter', { template: {}, parameters: { more: { value: 1 } } }, /'more'/],
  ])('%s is refused', async (_what, changed, message) => {
    const reply = await deploy('refused', 'flex', changed)
    expect([reply.status, reply.json.error.code]).toEqual([400, 'InvalidTemplate'])
    expect(reply.json.error.message).toMatch(message)
  })
})
