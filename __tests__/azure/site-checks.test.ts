import { describe, expect, it } from 'vitest'
import { readAuthorizationFailed, roleAssignment } from '../../src/azure/sign-in/roles'
import { AppSettings } from '../../src/azure/site/app-settings'
import { type PlanFacts, planOf } from '../../src/azure/site/plan'
import { checkSite } from '../../src/azure/site/site-checks'
import { ActionError } from '../../src/errors'
import { shellQuote } from '../../src/text/shell-quote'
import { aSite } from './loopback'

const linux: PlanFacts = {
  appName: 'app',
  kind: 'functionapp,linux',
  sku: 'Standard',
  isReserved: true,
  linuxFxVersion: '',
  isInManagedEnvironment: false,
  isFlexConfigured: false,
}

describe('planOf', () => {
  it.each([
    ['FlexConsumption', 'flex-consumption'],
    ['flexconsumption', 'flex-consumption'],
    ['Dynamic', 'consumption'],
    ['ElasticPremium', 'elastic-premium'],
    ['Basic', 'dedicated'],
    ['Standard', 'dedicated'],
    ['PremiumV3', 'dedicated'],
    ['IsolatedV2', 'dedicated'],
  ])('sku %s is %s', (sku, plan) => {
    expect(planOf({ ...linux, sku })).toBe(plan)
  })

  it('knows Flex by its configuration when the sku is missing', () => {
    expect(planOf({ ...linux, sku: '', isFlexConfigured: true })).toBe('flex-consumption')
  })

  it.each([
    ['Windows', { kind: 'functionapp', isReserved: false }, 'site-is-windows', 'Linux'],
    [
      'a container',
      { kind: 'functionapp,linux,container' },
      'site-is-container',
      'functions-container-action',
    ],
    [
      'a container by its image',
      { linuxFxVersion: 'DOCKER|nginx' },
      'site-is-container',
      'functions-container-action',
    ],
    [
      'Container Apps',
      { kind: 'functionapp,linux,container,azurecontainerapps' },
      'site-is-container-app',
      'functions-container-action',
    ],
    [
      'Container Apps by environment',
      { isInManagedEnvironment: true },
      'site-is-container-app',
      'functions-container-action',
    ],
    ['Kubernetes', { kind: 'functionapp,linux,kubernetes' }, 'site-is-kubernetes', 'func azure'],
    ['a Logic App', { kind: 'functionapp,workflowapp,linux' }, 'site-is-logic-app', 'function app'],
    ['a web app', { kind: 'app,linux' }, 'site-is-web-app', 'webapps-deploy'],
  ])('refuses %s with what to use instead', (_name, facts, code, inHint) => {
    try {
      planOf({ ...linux, ...facts })
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({ code })
      expect((error as { hint: string }).hint).toContain(inHint)
      expect((error as Error).message).toContain("'app'")
    }
  })
})

const go = { goarch: 'amd64', model: 'custom-handler', triggers: ['httpTrigger'] } as const
const storage = ['AzureWebJobsStorage', 'secret-connection-string'] as const

function codes(
  site: Parameters<typeof aSite>[0],
  facts: Partial<Parameters<typeof checkSite>[1]> = {},
): string[] {
  return checkSite(aSite(site), { ...go, ...facts }, longBefore).map(
    (finding) => `${finding.severity} ${finding.code}`,
  )
}

const storageOf = (authentication: string) => ({ authentication, identityId: '', settingName: '' })

const longBefore = Date.parse('2026-11-28')

const custom = (more: readonly (readonly [string, string])[] = []): AppSettings =>
  new AppSettings([storage, ['FUNCTIONS_WORKER_RUNTIME', 'custom'], ...more])

describe('checkSite', () => {
  it.each([
    ['flex-consumption', new AppSettings([storage])],
    ['elastic-premium', custom()],
    [
      'dedicated',
      custom([
        ['WEBSITE_RUN_FROM_PACKAGE', '1'],
        ['FUNCTIONS_EXTENSION_VERSION', '~4'],
      ]),
    ],
  ] as const)('finds nothing on a good %s app', (plan, settings) => {
    expect(codes({ plan, settings })).toEqual([])
  })

  it.each(['go', 'golang', 'native', 'Go'])(
    'takes a Flex app for the runtime %s for a native project',
    (name) => {
      expect(codes({ runtime: { name, version: '1.24' } }, { model: 'native' })).toEqual([])
    },
  )

  it('only mentions the end of Linux Consumption', () => {
    expect(codes({ plan: 'consumption', settings: custom() })).toEqual(['notice plan-retires'])
    expect(
      checkSite(aSite({ plan: 'consumption', settings: custom() }), go, longBefore)[0]?.message,
    ).toContain('2028-09-30')
  })

  it.each([
    ['2028-07-01T23:59:59Z', 'notice'],
    ['2028-07-02T00:00:00Z', 'warning'],
    ['2028-09-30T00:00:00Z', 'warning'],
    ['2029-01-01T00:00:00Z', 'warning'],
  ])('speaks of the end of Linux Consumption on %s as a %s', (day, severity) => {
    const site = aSite({ plan: 'consumption', settings: custom() })
    expect(checkSite(site, go, Date.parse(day))).toMatchObject([{ code: 'plan-retires', severity }])
    const other = aSite({ plan: 'elastic-premium', settings: custom() })
    expect(checkSite(other, go, Date.parse(day))).toEqual([])
  })

  it.each([
    ['a stopped app', { state: 'Stopped' }, {}, 'error site-stopped'],
    ['a private app', { isPublic: false }, {}, 'warning site-private'],
    ['arm64', {}, { goarch: 'arm64' }, 'error site-architecture'],
    [
      'a native project off Flex',
      { plan: 'elastic-premium', settings: custom() },
      { model: 'native' },
      'error site-native-needs-flex',
    ],
    [
      'a Flex app of another language',
      { runtime: { name: 'dotnet-isolated', version: '8' } },
      {},
      'error site-runtime-wrong',
    ],
    ['a custom-handler Flex app for a native project', {}, { model: 'native' }, 'error site-runtime-wrong'],
    [
      'a worker that does not exist',
      {
        runtime: { name: 'golang', version: '1.24' },
        settings: new AppSettings([storage, ['FUNCTIONS_WORKER_RUNTIME', 'go']]),
      },
      { model: 'native' },
      'error site-setting-not-on-flex',
    ],
    [
      'another worker runtime',
      { plan: 'dedicated', settings: new AppSettings([storage, ['FUNCTIONS_WORKER_RUNTIME', 'node']]) },
      {},
      'error site-runtime-wrong',
    ],
    [
      'no worker runtime',
      { plan: 'dedicated', settings: new AppSettings([storage]) },
      {},
      'warning site-runtime-wrong',
    ],
    [
      'a build flag',
      { plan: 'elastic-premium', settings: custom([['SCM_DO_BUILD_DURING_DEPLOYMENT', 'true']]) },
      {},
      'error site-build-flag',
    ],
    [
      'Oryx',
      { plan: 'dedicated', settings: custom([['ENABLE_ORYX_BUILD', '1']]) },
      {},
      'error site-build-flag',
    ],
    [
      'a build flag next to a mounted package',
      {
        plan: 'dedicated',
        settings: custom([
          ['ENABLE_ORYX_BUILD', '1'],
          ['WEBSITE_RUN_FROM_PACKAGE', '1'],
        ]),
      },
      {},
      'warning site-build-flag',
    ],
    [
      'run from package on Flex',
      { settings: new AppSettings([storage, ['WEBSITE_RUN_FROM_PACKAGE', '1']]) },
      {},
      'error site-run-from-package',
    ],
    [
      'run from a URL on Premium',
      {
        plan: 'elastic-premium',
        settings: custom([['WEBSITE_RUN_FROM_PACKAGE', 'https://s/x.zip?sig=abc']]),
      },
      {},
      'error site-run-from-package',
    ],
    [
      'run from zip',
      { plan: 'dedicated', settings: custom([['WEBSITE_RUN_FROM_ZIP', 'https://s/x.zip?sig=abc']]) },
      {},
      'error site-run-from-package',
    ],
    [
      'a quota that is used up',
      { state: 'QuotaExceeded', isQuotaExceeded: true },
      {},
      'error site-quota-exceeded',
    ],
    [
      'settings that may not be read',
      {
        plan: 'dedicated',
        settings: new AppSettings([]),
        settingsRefusal: new ActionError('azure-role-missing', 'no'),
      },
      {},
      'notice site-settings-unreadable',
    ],
    [
      'a deployment storage without its setting',
      { deploymentStorage: { ...storageOf('StorageAccountConnectionString'), settingName: 'DEPLOY' } },
      {},
      'error site-deployment-storage',
    ],
    [
      'a deployment storage without its usual setting',
      { deploymentStorage: storageOf('StorageAccountConnectionString') },
      {},
      'error site-deployment-storage',
    ],
    [
      'a deployment storage without the identity of the app',
      {
        deploymentStorage: storageOf('SystemAssignedIdentity'),
        identities: { isSystemAssigned: false, userAssigned: [] },
      },
      {},
      'error site-deployment-storage',
    ],
    [
      'a deployment storage whose identity is another one',
      {
        deploymentStorage: { ...storageOf('UserAssignedIdentity'), identityId: '/a/b' },
        identities: { isSystemAssigned: true, userAssigned: ['/a/c'] },
      },
      {},
      'error site-deployment-storage',
    ],
    [
      'an old host',
      { plan: 'dedicated', settings: custom([['FUNCTIONS_EXTENSION_VERSION', '~3']]) },
      {},
      'warning site-host-version',
    ],
    [
      'a sleeping app with a timer',
      { plan: 'dedicated', isAlwaysOn: false, settings: custom() },
      { triggers: ['timerTrigger'] },
      'notice site-always-on',
    ],
    ['a worker runtime on Flex', { settings: custom() }, {}, 'warning site-setting-not-on-flex'],
  ] as const)('%s', (_name, site, facts, expected) => {
    expect(codes(site as Parameters<typeof aSite>[0], facts as object)).toEqual([expected])
  })

  it.each([
    ['SystemAssignedIdentity', {}],
    ['userassignedidentity', { identityId: '/A/B' }],
    ['StorageAccountConnectionString', { settingName: 'DEPLOY' }],
  ])('finds nothing wrong with a deployment storage by %s', (way, more) => {
    const settings = new AppSettings([storage, ['deploy', 'secret']])
    const identities = { isSystemAssigned: true, userAssigned: ['/a/b'] }
    expect(codes({ settings, identities, deploymentStorage: { ...storageOf(way), ...more } })).toEqual([])
  })

  it('never gives the command to start an app whose quota is used up', () => {
    const [finding] = checkSite(aSite({ state: 'Stopped', isQuotaExceeded: true }), go, longBefore)
    expect(finding).toMatchObject({ code: 'site-quota-exceeded' })
    expect(finding?.hint).not.toContain('functionapp start')
  })

  it('says why =1 matters on Linux Consumption', () => {
    expect(codes({ plan: 'consumption', settings: custom([['WEBSITE_RUN_FROM_PACKAGE', '1']]) })).toEqual([
      'warning site-run-from-package',
      'notice plan-retires',
    ])
  })

  it('takes every name of the native runtime', () => {
    for (const name of ['go', 'golang', 'native', '']) {
      expect(codes({ runtime: { name, version: '1.0' } }, { model: 'native' })).toEqual([])
    }
  })

  it('names the slot in its commands, and never a value', () => {
    const settings = custom([['WEBSITE_RUN_FROM_PACKAGE', 'https://s/x.zip?sig=hunter2']])
    const [finding] = checkSite(
      aSite({ plan: 'elastic-premium', slotName: 'blue', settings }),
      go,
      longBefore,
    )
    expect(finding?.hint).toContain(
      'az functionapp config appsettings delete --setting-names WEBSITE_RUN_FROM_PACKAGE --name app --resource-group rg --slot blue',
    )
    expect(JSON.stringify(finding)).not.toContain('hunter2')
  })
})

describe('roles', () => {
  it('reads nothing from other answers', () => {
    expect(readAuthorizationFailed('<html>')).toBeUndefined()
    expect(readAuthorizationFailed('{"error":{"code":"ScopeLocked","message":"locked"}}')).toBeUndefined()
  })

  it.each([
    ['Microsoft.Web/sites/slots/publish/action', "'Website Contributor'"],
    [
      'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write',
      "'Storage Blob Data Contributor'",
    ],
    ['Microsoft.Resources/subscriptions/resources/read', 'Reader'],
  ])('%s needs %s', (action, role) => {
    const scope = '/subscriptions/s/resourceGroups/r g/providers/Microsoft.Web/sites/a/slots/b'
    const command = roleAssignment({ action, scope, objectId: '' }, 'client')
    expect(command).toContain(`--assignee client --role ${role}`)
    expect(command).toContain("--scope '/subscriptions/s/resourceGroups/r g/providers/Microsoft.Web/sites/a'")
  })

  it('quotes for a shell', () => {
    expect(shellQuote("a'b $(c)")).toBe("'a'\\''b $(c)'")
    expect(shellQuote('')).toBe("''")
  })
})
