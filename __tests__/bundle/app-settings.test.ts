import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AppSpec, anApp } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import type { AppFaults } from '../../emulator/server/faults'
import { deployTo } from './azure'
import { makeWorkspace, smallHandlerSource, type TestWorkspace } from './workspace'

const http = (authLevel: string) => ({
  bindings: [
    { type: 'httpTrigger', direction: 'in', name: 'req', authLevel },
    { type: 'http', direction: 'out', name: 'res' },
  ],
})
const open = http('anonymous')
const timer = (schedule: string) => ({ bindings: [{ type: 'timerTrigger', name: 'tick', schedule }] })
const orders = { type: 'eventHubTrigger', name: 'item', eventHubName: 'orders', connection: 'Orders' }

interface Case {
  readonly name: string
  readonly app?: Partial<AppSpec>
  readonly faults?: AppFaults
  readonly functions: Readonly<Record<string, object>>
  readonly inputs?: Readonly<Record<string, string>>
  /** `severity code` of what is said about the app and its settings. */
  readonly expected: readonly string[]
}

const cases: readonly Case[] = [
  { name: 'a good app', functions: { Hello: open }, expected: [] },
  {
    name: 'a schedule from a setting',
    app: { settings: { Clock__Schedule: '0 0 5 * * *' } },
    functions: { Tick: timer('%Clock:Schedule%') },
    expected: [],
  },
  {
    name: 'a schedule from a setting that is missing',
    functions: { Tick: timer('%Schedule%') },
    expected: ['error trigger-setting'],
  },
  {
    name: 'a setting that is no schedule',
    app: { settings: { Schedule: 'often' } },
    functions: { Tick: timer('%Schedule%') },
    expected: ['error timer-schedule'],
  },
  {
    name: 'the same for a function that is off',
    app: { settings: { 'AzureWebJobs.Tick.Disabled': 'true' } },
    functions: { Hello: open, Tick: timer('%Schedule%') },
    expected: ['notice function-switched-off', 'notice trigger-setting'],
  },
  {
    name: 'a connection that is missing',
    functions: { Work: { bindings: [orders] } },
    expected: ['error trigger-connection'],
  },
  ...['Orders__fullyQualifiedNamespace', 'AzureWebJobsOrders', 'CUSTOMCONNSTR_Orders'].map((setting) => ({
    name: `a connection by ${setting}`,
    app: { settings: { [setting]: 'secret-value' } },
    functions: { Work: { bindings: [orders] } },
    expected: [],
  })),
  {
    name: 'a connection among the connection strings',
    app: { connectionStrings: { Orders: { type: 'EventHub', value: 'secret-value' } } },
    functions: { Work: { bindings: [orders] } },
    expected: [],
  },
  {
    name: 'a platform variable',
    functions: {
      Work: { bindings: [{ ...orders, connection: 'AzureWebJobsStorage', consumerGroup: '%REGION_NAME%' }] },
    },
    app: { storage: 'connection-string' },
    expected: [],
  },
  {
    name: 'every function off',
    app: { settings: { AzureWebJobs_Hello_Disabled: '1' } },
    functions: { Hello: open },
    expected: ['error function-switched-off'],
  },
  {
    name: 'verify-path of a function that is off',
    app: { settings: { 'AzureWebJobs.Hello.Disabled': 'true' } },
    functions: { Hello: open, Other: open },
    inputs: { 'verify-path': '/api/hello' },
    expected: ['error function-switched-off'],
  },
  {
    name: 'verify-path of a function whose key may not be fetched',
    functions: { Hello: http('function'), Other: open },
    inputs: { 'verify-path': '/api/hello?name=ci', 'verify-keys': 'false' },
    expected: ['error verify-path-keyed'],
  },
  {
    name: 'verify-path of a function whose key is fetched',
    functions: { Hello: http('function') },
    inputs: { 'verify-path': '/api/hello' },
    expected: [],
  },
  {
    name: 'no storage for a timer',
    app: { storage: 'none' },
    functions: { Tick: timer('0 0 5 * * *') },
    expected: ['error site-storage-missing'],
  },
  {
    name: 'a storage of the development machine',
    app: { storage: 'none', settings: { AzureWebJobsStorage: 'UseDevelopmentStorage=true' } },
    functions: { Hello: http('function') },
    expected: ['error site-storage-missing'],
  },
  {
    name: 'no storage, and keys in files',
    app: { storage: 'none', settings: { AzureWebJobsSecretStorageType: 'files' } },
    functions: { Hello: http('function') },
    expected: [],
  },
  {
    name: 'no storage, and no need',
    app: { storage: 'none' },
    functions: { Hello: open },
    expected: ['notice site-storage-missing'],
  },
  {
    name: 'overrides of host.json',
    app: { settings: { AzureFunctionsJobHost__extensions__http__routePrefix: 'v2' } },
    functions: { Hello: open },
    expected: ['notice host-json-overridden'],
  },
  {
    name: 'a time zone',
    app: { settings: { WEBSITE_TIME_ZONE: 'Europe/Berlin' } },
    functions: { Tick: timer('0 0 5 * * *') },
    expected: ['warning timer-time-zone'],
  },
  {
    name: 'a deployment storage without its setting',
    app: {
      deploymentAuthentication: {
        type: 'StorageAccountConnectionString',
        storageAccountConnectionStringName: 'DEPLOY',
      },
    },
    functions: { Hello: open },
    expected: ['error site-deployment-storage'],
  },
  {
    name: 'a quota that is used up',
    faults: { front: 'quota' },
    functions: { Hello: open },
    expected: ['error site-quota-exceeded'],
  },
  {
    name: 'a lock',
    faults: { lock: 'ReadOnly' },
    functions: { Hello: open },
    expected: ['error azure-scope-locked'],
  },
  {
    name: 'an app that is closed to the network',
    faults: { front: 'closed' },
    functions: { Hello: open },
    expected: ['error scm-ip-forbidden', 'warning site-private'],
  },
]

const apps = cases.map(({ app = {} }, index) =>
  anApp({ name: `shop-${index}`, plan: 'flex-consumption', ...app }),
)

let emulator: Emulator
let workspace: TestWorkspace

beforeAll(async () => {
  workspace = makeWorkspace()
  workspace.sample('hello-world')
  workspace.write('hello-world/handler.go', smallHandlerSource)
  const slotted = 'orders-of-the-northern-warehouses'
  emulator = await startEmulator({
    apps: [...apps, anApp({ name: slotted, plan: 'elastic-premium', slots: [{ name: 'staging' }] })],
    faults: { apps: Object.fromEntries(cases.map(({ faults = {} }, index) => [`shop-${index}`, faults])) },
  })
  const built = await deployTo(emulator, {
    workspace: workspace.folder,
    appName: '',
    inputs: { 'working-directory': 'hello-world', rehearse: 'false' },
  })
  expect(built.exitCode, built.log).toBe(0)
  workspace.write('built', readFileSync(join(workspace.folder, 'hello-world/handler')), 0o755)
}, 120_000)
afterAll(async () => {
  await emulator.stop()
  workspace.remove()
})

function writeProject(name: string, functions: Readonly<Record<string, object>>): void {
  const host = {
    version: '2.0',
    customHandler: { description: { defaultExecutablePath: 'handler' }, enableForwardingHttpRequest: true },
    extensionBundle: { id: 'Microsoft.Azure.Functions.ExtensionBundle', version: '[4.*, 5.0.0)' },
  }
  workspace.write(`${name}/host.json`, JSON.stringify(host, undefined, 2))
  for (const [folder, json] of Object.entries(functions))
    workspace.write(`${name}/${folder}/function.json`, JSON.stringify(json, undefined, 2))
}

function look(appName: string, project: string, inputs: Readonly<Record<string, string>> = {}) {
  return deployTo(emulator, {
    workspace: workspace.folder,
    appName,
    inputs: {
      'working-directory': project,
      binary: 'built',
      rehearse: 'false',
      'dry-run': 'true',

      ...inputs,
    },
  })
}

/** `severity code` of every annotation, sorted. */
function said(log: string): readonly string[] {
  const lines = [...log.matchAll(/^::(error|warning|notice) (?:[^:\n]*,)?title=([\w-]+)/gm)]
  return lines.map(([, severity, code]) => `${severity} ${code}`).sort()
}

describe('what the app says before the upload', () => {
  it.each(cases.map((one, index) => ({ ...one, index })))(
    '$name',
    async ({ index, functions, inputs, expected }) => {
      writeProject(`p${index}`, functions)
      const result = await look(`shop-${index}`, `p${index}`, inputs)
      expect(said(result.log), result.log).toEqual(expected)
      expect(result.exitCode).toBe(expected.some((one) => one.startsWith('error')) ? 1 : 0)
      expect(result.log + result.summary).not.toContain('secret-value')
      expect(emulator.state.get(`shop-${index}`)).toMatchObject({ received: [], activated: 0 })
    },
  )

  it('gives no role command where the network is closed, and no start command where the quota is used up', async () => {
    const closed = cases.findIndex(({ faults }) => faults?.front === 'closed')
    const quota = cases.findIndex(({ faults }) => faults?.front === 'quota')
    const texts = await Promise.all([closed, quota].map((index) => look(`shop-${index}`, `p${index}`)))
    for (const { log, summary } of texts)
      expect(log + summary).not.toMatch(/role assignment|functionapp start/)
  })

  it('names the apps there are for a misspelt name', async () => {
    const result = await look('shopp-0', 'p0')
    expect(result.log).toContain('::error title=site-not-found')
    expect(result.log).toContain('Did you mean app-name: shop-0?')
  })

  it('warns of two hosts with one ID, and of functions that would be removed', async () => {
    const app = emulator.state.get('orders-of-the-northern-warehouses', 'staging')
    app.synced = [
      { name: 'Old', bindings: [], isDisabled: false },
      { name: 'Hello', bindings: [], isDisabled: false },
    ]
    const result = await look('orders-of-the-northern-warehouses', 'p0', { 'slot-name': 'staging' })
    expect(said(result.log), result.log).toEqual(['warning functions-removed', 'warning host-id-shared'])
    expect(result.log).toContain("a live function that is not in the package: 'Old'")
  })
})

describe('an identity that may deploy and not read the settings', () => {
  it('deploys all the same, and says what is not judged', async () => {
    const parts = [
      'read',
      'publish/*',
      'functions/*',
      'host/*',
      'hostruntime/*',
      'deployments/*',
      'slots/read',
    ]
    const role = parts.map((part) => `Microsoft.Web/sites/${part}`)
    const other = await startEmulator({
      apps: [anApp({ name: 'guarded', plan: 'flex-consumption' })],
      deployer: (usual) => ({ ...usual, roles: usual.roles.map(({ scope }) => ({ role, scope })) }),
    })
    try {
      writeProject('guarded', { HttpExample: open })
      const result = await deployTo(other, {
        workspace: workspace.folder,
        appName: 'guarded',
        inputs: {
          'working-directory': 'guarded',
          binary: 'built',
          rehearse: 'false',
          'verify-settle': '0',
          'verify-path': '/api/HttpExample',
        },
      })
      expect(said(result.log), result.log).toEqual(['notice site-settings-unreadable'])
      expect(result.log).toContain('Microsoft.Web/sites/config/list/action')
      expect(result.log).toContain('az role assignment create')
      expect(result).toMatchObject({ exitCode: 0, outputs: { deployed: 'true' } })
    } finally {
      await other.stop()
    }
  })
})
