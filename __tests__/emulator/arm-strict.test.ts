import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { rootRoutes, siteCalls } from '../../emulator/arm/routes'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import { issuerRoutes } from '../../emulator/entra/oidc-issuer'
import { entraRoutes } from '../../emulator/entra/routes'
import { flexRoutes } from '../../emulator/scm/flex'
import { kuduRoutes } from '../../emulator/scm/kudu'
import { aPackage, EmulatorClient, type Reply } from './emulator-client'

let emulator: Emulator
let client: EmulatorClient

beforeAll(async () => {
  emulator = await startEmulator({
    apps: [
      ...['one', 'two', 'three', 'five'].map((name) => anApp({ name, plan: 'dedicated' })),
      anApp({ name: 'four', plan: 'flex-consumption' }),
      anApp({ name: 'premium', plan: 'elastic-premium', slots: ['a', 'b', 'c'].map((name) => ({ name })) }),
    ],
  })
  client = new EmulatorClient(emulator)
})

/** With a role in the whole subscription, so that what is missing is said to be missing. */
async function asOwner(test: (asked: EmulatorClient, of: Emulator) => Promise<void>): Promise<void> {
  const other = await startEmulator({
    apps: [anApp({ name: 'one', plan: 'dedicated' })],
    deployer: (usual) => ({ ...usual, roles: [{ role: 'Owner', scope: subscription() }] }),
  })
  const owner = new EmulatorClient(other)
  try {
    await test(owner, other)
  } finally {
    owner.close()
    await other.stop()
  }
}

afterAll(async () => {
  client.close()
  await emulator.stop()
})

const subscription = () => `/subscriptions/${emulator.ids.subscriptionId}`
const group = () => `${subscription()}/resourceGroups/hello-functions-rg`
const site = (name: string) => `${group()}/providers/Microsoft.Web/sites/${name}`

async function ask(method: string, pathAndQuery: string): Promise<Reply> {
  const token = await emulator.tokens.issue(emulator.deployer, 'https://management.azure.com')
  return await client.send(method, `${emulator.urls.arm}${pathAndQuery}`, {
    headers: { authorization: `Bearer ${token}` },
  })
}

describe('api-versions', () => {
  it.each([
    ['latest', 'InvalidApiVersionParameter'],
    ['2023-13-01', 'InvalidApiVersionParameter'],
    ['2023-02-30', 'InvalidApiVersionParameter'],
    ['2023-12-01-next', 'InvalidApiVersionParameter'],
    ['1999-01-01', 'InvalidApiVersionParameter'],
    ['2013-12-31', 'NoRegisteredProviderFound'],
  ])('%s is refused for a site with %s', async (version, code) => {
    const reply = await ask('GET', `${site('one')}?api-version=${version}`)
    expect([reply.status, reply.json.error.code]).toEqual([400, code])
    expect(reply.json.error.message).toContain(`'${version}'`)
  })

  it('that are too old name type, place and the versions there are', async () => {
    const { json } = await ask('POST', `${site('one')}/config/appsettings/list?api-version=2013-01-01`)
    expect(json.error.message).toMatch(
      /^No registered resource provider found for location 'westeurope' and API version '2013-01-01' for type 'sites\/config'\. The supported api-versions are '2014-04-01-preview, 2014-04-01, .*'\. The supported locations are '/,
    )
  })

  it.each([
    ['/resources', '2012-01-01', 400],
    ['/resources', '2013-03-01', 200],
    ['/providers/Microsoft.Web/sites', '2014-01-01', 400],
  ])('of %s begin with those of its provider: %s', async (path, version, status) => {
    const reply = await ask('GET', `${subscription()}${path}?api-version=${version}`)
    expect(reply.status).toBe(status)
    if (status === 400) expect(reply.json.error.code).toBe('InvalidApiVersionParameter')
  })

  it.each([
    ['2031-02-03', 'api-version 2031-02-03 is not known here'],
    ['2023-12-01', undefined],
  ])('%s is served, and noted: %s', async (version, note) => {
    expect((await ask('GET', `${site('two')}?api-version=${version}`)).status).toBe(200)
    expect(emulator.requests.to('arm', 'GET', new RegExp(version)).at(-1)?.note).toBe(note)
  })
})

describe('lists', () => {
  async function pages(path: string): Promise<readonly (readonly string[])[]> {
    const seen: string[][] = []
    let next: string | undefined = `${path}${path.includes('?') ? '&' : '?'}api-version=2023-12-01`
    while (next) {
      const { json }: Reply = await ask('GET', next)
      seen.push(json.value.map(({ name }: { name: string }) => name))
      next = json.nextLink?.slice(emulator.urls.arm.length)
    }
    return seen
  }

  it.each([
    ['apps', () => `${group()}/providers/Microsoft.Web/sites`, [2, 2, 2]],
    ['slots', () => `${site('premium')}/slots`, [2, 1]],
    ['resources of a group', () => `${group()}/resources`, [2, 2, 2, 2, 1]],
    ['filtered resources', () => `${subscription()}/resources?$filter=name%20eq%20'ONE'`, [1]],
  ])('of %s come in pages, each entry once', async (_name, path, sizes) => {
    const seen = await pages(path())
    expect(seen.map((page) => page.length)).toEqual(sizes)
    expect(new Set(seen.flat()).size).toBe(seen.flat().length)
  })

  it('have pages as long as a knob says', async () => {
    emulator.faults.set({ pageItems: 5 })
    expect((await pages(`${group()}/resources`)).map((page) => page.length)).toEqual([5, 4])
    emulator.faults.set({})
  })

  it('have the group of an app beside them', async () => {
    const { json } = await ask('GET', `${group()}?api-version=2021-04-01`)
    expect(json).toMatchObject({ name: 'hello-functions-rg', properties: { provisioningState: 'Succeeded' } })
  })

  it('refuse a token that is none', async () => {
    const reply = await ask('GET', `${group()}/resources?api-version=2021-04-01&$skipToken=abc`)
    expect([reply.status, reply.json.error.code]).toEqual([400, 'InvalidSkipToken'])
  })
})

describe('a resource group', () => {
  const below = ['', '/resources', '/providers/Microsoft.Web/sites', '/providers/Microsoft.Web/sites/one']

  it('that is not there is 404 for whoever may look, with all that would be in it', async () => {
    await asOwner(async (owner) => {
      for (const path of below) {
        const { status, json } = await owner.arm('GET', `${subscription()}/resourceGroups/other${path}`)
        const message = "Resource group 'other' could not be found."
        expect([status, json.error]).toEqual([404, { code: 'ResourceGroupNotFound', message }])
      }
    })
  })

  it.each(below)('that is not there is 403 for whoever may not: %s', async (path) => {
    const { status } = await client.arm('GET', `${subscription()}/resourceGroups/other${path}`)
    expect(status).toBe(403)
  })

  it('with a locked app in it stays', async () => {
    await asOwner(async (owner, other) => {
      other.faults.set({ apps: { one: { lock: 'CanNotDelete' } } })
      const { status, json } = await owner.arm('DELETE', group())
      expect([status, json.error]).toEqual([
        409,
        {
          code: 'ScopeLocked',
          message: `The scope '${group()}' cannot perform delete operation because following scope(s) are locked: '${site('one')}'. Please remove the lock and try again.`,
        },
      ])
      expect((await owner.arm('GET', group())).json.properties.provisioningState).toBe('Succeeded')
    })
  })
})

describe('what there is not', () => {
  it.each([
    ['/nothing', 'MissingSubscription'],
    [() => `${subscription()}/nothing`, 'NotFound'],
    [() => `${group()}/providers/Microsoft.Nothing/things`, 'InvalidResourceNamespace'],
    [() => `${group()}/providers/Microsoft.Web/things/x`, 'InvalidResourceType'],
    [() => `${site('one')}/things`, 'InvalidResourceType'],
    [() => `${site('premium')}/slots/a/slots`, 'InvalidResourceType'],
  ])('is 404 (%#)', async (path, code) => {
    const url = typeof path === 'string' ? path : path()
    const reply = await ask('GET', `${url}?api-version=2023-12-01`)
    expect([reply.status, reply.json.error.code]).toEqual([404, code])
    expect(emulator.requests.all.at(-1)?.note).toMatch(/^no emulated call/)
  })

  it.each([...new Set(siteCalls.map(({ path }) => path))])(
    'a verb that S%s does not take is 405',
    async (path) => {
      const reply = await ask('PROPFIND', `${site('premium')}${example(path)}?api-version=2023-12-01`)
      expect(reply.status).toBe(405)
      const methods = siteCalls
        .filter((each) => each.path === path && !each.slotOnly)
        .map(({ method }) => method)
      expect(String(reply.headers['allow']).split(', ')).toEqual(expect.arrayContaining(methods))
      expect(reply.json).toEqual({
        Message: "The requested resource does not support http method 'PROPFIND'.",
      })
    },
  )

  it.each(rootRoutes.map(({ path }) => path))('a verb that %s does not take is 405', async (path) => {
    const reply = await ask('PROPFIND', `${example(path)}?api-version=2023-12-01`)
    expect([reply.status, reply.headers['allow']]).toEqual([405, expect.stringMatching(/GET|POST/)])
  })

  it.each([
    ...kuduRoutes.map(({ path }) => ['one', path] as const),
    ...flexRoutes.map(({ path }) => ['four', path] as const),
  ])('a verb that an SCM site does not take is 405: %s %s', async (app, path) => {
    const reply = await client.scm(app, 'PROPFIND', example(path))
    expect([reply.status, reply.headers['allow']]).toEqual([405, expect.stringMatching(/GET|POST|DELETE/)])
  })

  it.each(['one', 'four'])('a path that the SCM site of %s does not have is 404, and noted', async (app) => {
    expect((await client.scm(app, 'GET', '/api/nothing')).status).toBe(404)
    expect(emulator.requests.to(`scm:${app}`, 'GET', /nothing/).at(-1)?.note).toBe('no emulated call')
  })

  it.each([...entraRoutes, ...issuerRoutes].map(({ path }) => path))(
    'a verb that sign-in does not take is 405: %s',
    async (path) => {
      const origin = issuerRoutes.some((each) => each.path === path)
        ? emulator.urls.oidc
        : emulator.urls.entra
      const reply = await client.send('PROPFIND', `${origin}${example(path)}`)
      expect([reply.status, reply.headers['allow']]).toEqual([405, expect.stringMatching(/GET|POST/)])
    },
  )

  function example(template: string): string {
    return template
      .replace('{subscription}', emulator.ids.subscriptionId)
      .replaceAll(/\{\*?\w+(?::(\w+)[^}]*)?\}/g, (_, first?: string) => first ?? 'x')
  }
})

describe('the id of a zip deployment', () => {
  it('is a GUID outside of the history when the knob says so', async () => {
    emulator.faults.set({ apps: { five: { guidDeploymentId: true } } })
    const reply = await client.scm('five', 'POST', '/api/zipdeploy?isAsync=true', await aPackage())
    emulator.faults.set({})
    const id = String(reply.headers['scm-deployment-id'])
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/)
    expect((await client.scm('five', 'GET', `/api/deployments/${id}`)).status).toBe(404)
  })
})
