import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { startFunctionsHost } from '../../src/host/functions-host'
import { answerRequest, type HostSite } from '../../src/host/host-pages'

const cleanUps: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

const http = (authLevel: string, route?: string) =>
  JSON.stringify({
    bindings: [
      {
        type: 'httpTrigger',
        direction: 'in',
        name: 'req',
        authLevel,
        ...(route === undefined ? {} : { route }),
      },
      { type: 'http', direction: 'out', name: 'res' },
    ],
  })
const timer = '{"bindings":[{"type":"timerTrigger","direction":"in","name":"t","schedule":"0 0 0 1 1 *"}]}'
const hostJson =
  '{"version":"2.0","customHandler":{"description":{"defaultExecutablePath":"handler"},"enableForwardingHttpRequest":true}}'
/** The app of which the host was asked: one function in error, one switched off. */
const goodApp = {
  'host.json': hostJson,
  'Bad/function.json': http('nope'),
  'Keyed/function.json': http('function', 'keyed/{id:int?}'),
  'Master/function.json': http('admin'),
  'Off/function.json': http('anonymous'),
  'Open/function.json': http('anonymous', 'open'),
  'Tick/function.json': timer,
}
const names = ['Bad', 'Keyed', 'Master', 'Off', 'Open', 'Tick']

const prefixed = (routePrefix: string) =>
  JSON.stringify({ ...JSON.parse(hostJson), extensions: { http: { routePrefix } } })

function aSite(
  files: Readonly<Record<string, string>>,
  settings: Readonly<Record<string, string>> = { 'AzureWebJobs.Off.Disabled': 'true' },
): HostSite {
  const folder = mkdtempSync(join(tmpdir(), 'host-pages-'))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  // No program: whatever gets as far as the handler is over soon.
  const host = startFunctionsHost({
    folder,
    profile: 'elastic-premium',
    settings,
    initializationTimeoutMs: 10,
  })
  cleanUps.push(() => rmSync(folder, { recursive: true, force: true }), host.stop)
  return {
    host,
    keys: { master: 'mk', host: { default: 'fk' }, functions: { Keyed: { own: 'ok' } } },
    identity: { id: 'id', instanceId: '', startedAtMs: Date.now() - 1000 },
    settings,
    origin: 'https://app.example',
  }
}

async function ask(
  site: HostSite,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
) {
  const body = Buffer.from(headers['content-type'] === undefined ? '' : '{"input":"x"}')
  const answer = await answerRequest(site, { method, path, headers, body })
  const text = Buffer.from(answer?.body ?? '').toString()
  return { status: answer?.status, headers: answer?.headers, text }
}

const json = (text: string): Record<string, unknown> & { name?: string }[] => JSON.parse(text)

describe('the pages of a host that runs', () => {
  const master = { 'x-functions-key': 'mk' }
  const own = { 'x-functions-key': 'fk' }
  const typed = { ...master, 'content-type': 'application/json' }
  it.each([
    ['GET', '/admin/host/status', {}, 401],
    ['GET', '/admin/host/status', own, 403],
    ['GET', '/admin/host/status', master, 200],
    ['GET', '/admin/host/ping', {}, 200],
    ['GET', '/admin/functions', {}, 401],
    ['GET', '/admin/functions', master, 200],
    ['GET', '/admin/functions/open', master, 200],
    ['GET', '/admin/functions/Nope', master, 404],
    ['GET', '/admin/functions/Nope/status', master, 404],
    ['GET', '/admin/host/keys', master, 200],
    ['GET', '/admin/functions/Keyed/keys', master, 200],
    ['GET', '/admin/warmup', master, 200],
    ['GET', '/admin/vfs/', master, 403],
    ['GET', '/admin/proxies', master, 404],
    ['POST', '/admin/functions/Tick', master, 415],
    ['POST', '/admin/functions/Tick', typed, 202],
    ['POST', '/admin/functions/Nope', typed, 404],
    ['POST', '/admin/host/synctriggers', master, 500],
    ['GET', '/', {}, 200],
    ['GET', '/api', master, 404],
    ['GET', '/favicon.ico', {}, 404],
    ['GET', '/api/Bad', master, 404],
    ['GET', '/api/Off', {}, 404],
    ['GET', '/api/keyed/x', {}, 404],
    ['GET', '/api/keyed/5', {}, 401],
    ['GET', '/api/keyed/5?code=wrong', {}, 401],
    ['GET', '/api/Master', own, 401],
  ])('%s %s with %j: %i', async (method, path, headers, status) => {
    expect(await ask(aSite(goodApp), method, path, headers)).toMatchObject({ status })
  })

  it.each([
    ['/api/open', {}],
    ['/api/keyed/5', own],
    ['/api/keyed/5?code=ok', {}],
    ['/api/Master?code=mk', {}],
    ['/api/Off', master],
  ])('let %s with %j through to the handler', async (path, headers) => {
    const site = aSite(goodApp)
    // It cannot be started here; the first caller learns that, and the process ends.
    expect(await ask(site, 'GET', path, headers)).toMatchObject({ status: 500 })
    expect(await ask(site, 'GET', path, headers)).toMatchObject({ status: undefined })
  })

  it('list every function by name, in error or off', async () => {
    const site = aSite(goodApp)
    const listed = json((await ask(site, 'GET', '/admin/functions', master)).text)
    expect(listed.map(({ name }) => name)).toEqual(names)
    expect(listed).toMatchObject([
      {},
      { invoke_url_template: 'https://app.example/api/keyed/{id:int?}', isDisabled: false },
      {},
      { isDisabled: true },
      {},
      { invoke_url_template: null },
    ])
    expect((await ask(site, 'GET', '/admin/functions/Open/status', master)).text).toBe('{}')
    expect((await ask(site, 'GET', '/admin/functions/Off/status', master)).text).toBe('{}')
    const bad = json((await ask(site, 'GET', '/admin/functions/Bad/status', master)).text)
    expect(bad).toEqual({ errors: [expect.stringContaining('AuthorizationLevel')] })
  })

  it('name state and uptime, and no errors', async () => {
    const { text } = await ask(aSite(goodApp), 'GET', '/admin/host/status', master)
    expect(json(text)).toMatchObject({ state: 'Running', processUptime: expect.any(Number) })
    expect(json(text)).not.toHaveProperty('errors')
  })
})

describe('a function', () => {
  it.each([
    ['under the prefix admin', { 'host.json': prefixed('admin') }, '/admin/Master', 401],
    ['at the place of a page of the host', { 'host.json': prefixed('admin') }, '/admin/host/status', 401],
    [
      'that is in error and has its route',
      {
        'Off/function.json': JSON.stringify({
          ...JSON.parse(http('anonymous')),
          configurationSource: 'attributes',
        }),
      },
      '/api/off',
      500,
    ],
  ])('%s', async (_what, files, path, status) => {
    expect(await ask(aSite({ ...goodApp, ...files }, {}), 'GET', path)).toMatchObject({ status })
  })
})

describe('a host that runs and refuses', () => {
  const master = { 'x-functions-key': 'mk' }
  const hostJsonWith = (http: object) => JSON.stringify({ ...JSON.parse(hostJson), extensions: { http } })
  const paths = ['/', '/api/open', '/api/Master', '/api/nope', '/admin/host/ping', '/admin/functions']
  it.each([
    ['a limit of 0', { maxConcurrentRequests: 0 }, [500, 500, 500, 500, 200, 200]],
    ['another', { maxOutstandingRequests: 0 }, [500, 500, 500, 500, 200, 200]],
    ['an age that is none', { hsts: { maxAge: 'yes' } }, [500, 500, 500, 500, 500, 500]],
    ['no limit', { maxConcurrentRequests: -1, hsts: { maxAge: '1' } }, [200, 500, 401, 404, 200, 200]],
  ])('requests by %s', async (_why, section, statuses) => {
    const site = aSite({ ...goodApp, 'host.json': hostJsonWith(section) })
    const seen: (number | undefined)[] = []
    // The one that gets as far as the handler, which is not there, comes last: the process ends with it.
    const order = [...paths].sort(
      (left, right) => Number(left === '/api/open') - Number(right === '/api/open'),
    )
    for (const path of order)
      seen[paths.indexOf(path)] = (
        await ask(site, 'GET', path, path.startsWith('/admin') ? master : {})
      ).status
    expect(seen).toEqual(statuses)
  })
})

describe('the pages of a host in error', () => {
  const master = { 'x-functions-key': 'mk' }
  it.each([
    ['a host.json that is none', { ...goodApp, 'host.json': 'none' }, 500, 500],
    [
      'a route that stops the host',
      { ...goodApp, 'Open/function.json': http('anonymous', '/open') },
      200,
      200,
    ],
  ])('because of %s', async (_why, files, list, status) => {
    const site = aSite(files)
    const shown = await ask(site, 'GET', '/admin/host/status', master)
    expect(shown.status).toBe(200)
    expect(json(shown.text)).toMatchObject({ state: 'Error', errors: [expect.any(String)] })
    expect(await ask(site, 'GET', '/admin/functions/Open/status', master)).toMatchObject({ status })
    const listed = await ask(site, 'GET', '/admin/functions', master)
    expect(listed.status).toBe(list)
    if (list === 200) expect(json(listed.text).map(({ name }) => name)).toEqual(names)
    for (const path of ['/', '/api/open', '/api/nope'])
      expect(await ask(site, 'GET', path)).toMatchObject({
        status: 503,
        text: 'Function host is not running.',
      })
  })
})
