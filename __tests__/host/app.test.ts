import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type LoadOptions, loadApp } from '../../src/host/app'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'host-app-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function load(files: Readonly<Record<string, unknown>>, options: LoadOptions = {}) {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  }
  return loadApp(folder, options)
}

const description = { defaultExecutablePath: 'handler' }
const good = { version: '2.0', customHandler: { description } }
const bindings = (...list: readonly object[]) => ({ bindings: list })
const trigger = { type: 'httpTrigger', direction: 'in', name: 'req' }
const output = { type: 'http', direction: 'out', name: 'res' }
const http = bindings(trigger, output)

describe('host.json', () => {
  it('is read with comments, single quotes, bare keys, trailing commas and a byte order mark', () => {
    const text = `\uFEFF{ // comment
      version: '2.0',
      'CustomHandler': { Description: { DEFAULTEXECUTABLEPATH: 'bin/handler', arguments: ['a', 'b',], }, },
    }`
    expect(load({ 'host.json': text })).toMatchObject({
      errors: [],
      handler: { executable: 'bin/handler', arguments: ['a', 'b'], initializationTimeoutMs: 30_000 },
    })
  })

  const broken: readonly [string, unknown, RegExp][] = [
    ['unparseable', '{ "version": ', /^Unable to parse host configuration file '.*host\.json'\. /],
    ['an array', '[]', /^Unable to parse/],
    ['nested without end', `{"a":${'['.repeat(50_000)}`, /^Unable to parse/],
    ['without version', { customHandler: {} }, /missing the required 'version'/],
    ['with a version key in capitals', { Version: '2.0' }, /missing the required 'version'/],
    ['with a number as version', { version: 2 }, /^'2' is an invalid value/],
    ['with version 3.0', { version: '3.0' }, /^'3\.0' is an invalid value/],
    [
      'without description',
      { version: '2.0', customHandler: { enableForwardingHttpRequest: true } },
      /^WorkerConfig for runtime: custom not found\.$/,
    ],
    [
      'with an empty path',
      { version: '2.0', customHandler: { description: { defaultExecutablePath: '' } } },
      /cannot be empty\.$/,
    ],
    [
      'with an empty bundle version',
      { ...good, extensionBundle: { id: 'x' } },
      /^The value of version property/,
    ],
    [
      'with a bad bundle range',
      { ...good, extensionBundle: { id: 'x', version: '4' + '.x' } },
      /^The value of version property/,
    ],
    [
      'with a bad time-out',
      { ...good, functionTimeout: 'soon' },
      /^Failed to convert configuration value 'soon' at 'AzureFunctionsJobHost:FunctionTimeout'/,
    ],
    ['with an unknown profile', { ...good, configurationProfile: 'mine' }, /'mine' is not supported/],
    [
      'with a flag that is no boolean',
      { version: '2.0', customHandler: { description, enableProxyingHttpRequest: 'yes' } },
      /EnableProxyingHttpRequest' to type 'System\.Boolean'\.$/,
    ],
    [
      'with a waiting time that is no time span',
      { version: '2.0', customHandler: { description, initializationTimeout: '30s' } },
      /InitializationTimeout' to type 'System\.TimeSpan'\.$/,
    ],
    [
      'with a bundle range that nothing is in',
      { ...good, extensionBundle: { id: 'x', version: '[5.0.0, 4.*)' } },
      /^The value of version property/,
    ],
    [
      'with a port that is none',
      { version: '2.0', customHandler: { description, port: '%PORT%' } },
      /customHandler:Port' to type 'System\.Int32'/,
    ],
  ]
  it.each(broken)('that is %s stops the host', (_name, content, error) => {
    const app = load({ 'host.json': content })
    expect(app.errors[0]).toMatch(error)
  })

  it.each([
    ['missing', {}],
    ['empty', { 'host.json': '{}' }],
  ])('that is %s leaves the host without a worker', (_name, files) => {
    const app = load({ ...files, 'hello/function.json': http })
    expect(app).toMatchObject({
      errors: ['WorkerConfig for runtime: custom not found.'],
      handler: undefined,
    })
  })

  it.each(['utf16le', 'utf8'] as const)('is read in %s when its first bytes say so', (encoding) => {
    const text = `\uFEFF${JSON.stringify(good)}`
    writeFileSync(join(folder, 'host.json'), Buffer.from(text, encoding))
    expect(load({})).toMatchObject({ errors: [], handler: { executable: 'handler' } })
  })

  it('allows routes for the worker runtime custom only', () => {
    const routes = { version: '2.0', customHandler: { description, http: { routes: [{ route: '{*all}' }] } } }
    const withRuntime = (name: string) =>
      load({ 'host.json': routes }, { settings: { FUNCTIONS_WORKER_RUNTIME: name } }).errors
    expect(withRuntime('custom')).toEqual([])
    expect(withRuntime('node')).toEqual(['Routes configuration is only allowed for worker runtime: custom'])
  })

  it.each([{}, { description: {} }, { description: { arguments: [] } }])(
    'has no section in %j',
    (section) => {
      const app = load({
        'host.json': { version: '2.0', customHandler: section },
        'hello/function.json': http,
      })
      expect(app).toMatchObject({
        errors: ['WorkerConfig for runtime: custom not found.'],
        handler: undefined,
      })
    },
  )

  it('can be overridden by app settings', () => {
    const settings = {
      AzureFunctionsJobHost__customHandler__description__defaultExecutablePath: 'other',
      AzureFunctionsJobHost__CustomHandler__Description__arguments: '["x","y"]',
      AzureFunctionsJobHost__extensions__http__routePrefix: 'v1',
    }
    expect(load({ 'host.json': good }, { settings })).toMatchObject({
      routePrefix: 'v1',
      handler: { executable: 'other', arguments: ['x', 'y'] },
    })
  })

  const forwardings: readonly [object, string][] = [
    [{}, 'none'],
    [{ enableForwardingHttpRequest: true }, 'forward'],
    [{ enableForwardingHttpRequest: 'True' }, 'forward'],
    [{ enableForwardingHttpRequest: true, enableProxyingHttpRequest: true }, 'proxy'],
    [{ http: { enableForwardingHttpRequest: true } }, 'none'],
  ]
  it.each(forwardings)('forwards by %j as %s', (flags, forwarding) => {
    const app = load({ 'host.json': { version: '2.0', customHandler: { description, ...flags } } })
    expect(app.forwarding).toBe(forwarding)
  })

  it('takes the legacy section for a forwarding one, and prefers the new one', () => {
    const legacy = load({ 'host.json': { version: '2.0', httpWorker: { description } } })
    expect(legacy).toMatchObject({ isLegacy: true, forwarding: 'forward' })
    expect(legacy.warnings.at(-1)).toContain('will be deprecated')
    const both = load({ 'host.json': { ...good, httpWorker: { description } } })
    expect(both).toMatchObject({ isLegacy: false, forwarding: 'none' })
    expect(both.warnings.at(-1)).toContain('Both httpWorker and customHandler')
  })

  it.each([
    [{}, 'consumption', 300_000],
    [{}, 'flex-consumption', 1_800_000],
    [{ functionTimeout: '00:00:02' }, 'elastic-premium', 2000],
    [{ functionTimeout: '-1' }, 'dedicated', undefined],
  ] as const)('of %j on %s let a function take %s ms', (written, profile, functionTimeoutMs) => {
    const app = load({ 'host.json': { ...good, ...written } }, { profile })
    expect(app.functionTimeoutMs).toBe(functionTimeoutMs)
  })

  const policies: readonly [object, string[]][] = [
    [{ strategy: 5, maxRetryCount: 3 }, []],
    [{ strategy: '5', maxRetryCount: -7 }, []],
    [{ strategy: 5, delayInterval: '00:00:05' }, ["Value cannot be null. (Parameter 'MaxRetryCount')"]],
    [{ strategy: 1, maxRetryCount: 3 }, ["Value cannot be null. (Parameter 'DelayInterval')"]],
    [{ maxRetryCount: 3 }, ["Value cannot be null. (Parameter 'MinimumInterval')"]],
  ]
  it.each(policies)('judge the policy %j alike in host.json and in function.json: %j', (retry, errors) => {
    const written = { bindings: [trigger, output], retry }
    expect(load({ 'host.json': { ...good, retry } }).errors).toEqual(errors)
    const { functions } = load({ 'host.json': good, 'Hello/function.json': written })
    expect(functions[0]?.errors).toEqual(errors.map((text) => `${text}.`))
  })

  it('judge a delay below zero of a function only, whose strategy the host makes before anything runs', () => {
    const retry = { strategy: 1, maxRetryCount: 3, delayInterval: '-00:00:05' }
    expect(load({ 'host.json': { ...good, retry } }).errors).toEqual([])
    const written = { bindings: [trigger, output], retry }
    const { functions } = load({ 'host.json': good, 'Hello/function.json': written })
    expect(functions[0]?.errors).toEqual(["The TimeSpan must not be negative. (Parameter 'delayInterval')."])
  })

  const timeouts: readonly [string, LoadOptions['profile'], boolean][] = [
    ['00:10:00', 'consumption', true],
    ['00:10:01', 'consumption', false],
    ['-1', 'consumption', false],
    ['-1', 'flex-consumption', true],
    ['01:00:00', 'elastic-premium', true],
    ['00:00:00', 'dedicated', false],
  ]
  it.each(timeouts)('accepts functionTimeout %s on %s: %s', (functionTimeout, profile, isAccepted) => {
    const app = load({ 'host.json': { ...good, functionTimeout } }, profile ? { profile } : {})
    expect(app.errors.length === 0).toBe(isAccepted)
  })
})

describe('functions', () => {
  it('are direct folders with a function.json in this spelling', () => {
    const app = load({
      'host.json': good,
      'Hello/function.json': bindings(
        { ...trigger, route: 'Items/{id}', methods: ['get', 'POST'], authLevel: 'Anonymous' },
        output,
      ),
      'nested/deep/function.json': http,
      'wrong/Function.json': http,
      'function.json': http,
      'static/readme.txt': 'x',
    })
    expect(app.functions).toMatchObject([
      {
        name: 'Hello',
        trigger: 'httpTrigger',
        route: 'Items/{id}',
        methods: ['get', 'POST'],
        authLevel: 'anonymous',
        isHttpInAndOut: true,
        errors: [],
      },
    ])
  })

  const timer = { type: 'timerTrigger', direction: 'in', name: 'timer' }
  const queue = { type: 'queueTrigger', direction: 'in', name: 'message', queueName: 'work' }
  const refused: readonly [string, unknown, RegExp][] = [
    ['hello', { bindings: [] }, /^At least one binding/],
    ['hello', { Bindings: [trigger, output] }, /^At least one binding/],
    ['hello', '{', /^Error reading JObject|^Unexpected end/],
    ['1st', http, /^'1st' is not a valid function name\.$/],
    ['host', http, /^'host' is not a valid function name\.$/],
    ['admin', http, /built in routes\.$/],
    ['runtimeInfo', http, /built in routes\.$/],
    ['hello', bindings({ ...trigger, name: 'my_req' }, output), /^The binding name my_req is invalid/],
    [
      'hello',
      bindings({ ...trigger, direction: 'inward' }, output),
      /^'inward' is not a valid binding direction/,
    ],
    ['hello', bindings({ direction: 'in', name: 'req' }, output), /must specify a Type\.$/],
    ['hello', bindings(trigger, { ...output, name: 'REQ' }), /^Multiple bindings with name 'REQ'/],
    ['hello', bindings(trigger, { ...timer, schedule: '0 0 * * * *' }), /^Multiple trigger bindings/],
    ['hello', bindings(output), /^No trigger binding/],
    ['hello', bindings({ ...trigger, name: '$return' }, output), /direction of 'out'\.$/],
    [
      'hello',
      bindings({ ...trigger, authLevel: 'everyone' }, output),
      /Invalid value specified for binding property 'authLevel'/,
    ],
    ['hello', { ...http, scriptFile: 'none.sh' }, /^Invalid script file name/],
    ['hello', { ...http, retry: { strategy: 'fixedDelay', maxRetryCount: 1 } }, /'DelayInterval'/],
    ['hello', bindings(queue), /'queueTrigger' are not registered/],
    ['hello', bindings({ ...timer, schedule: '* *' }), /The schedule expression '\* \*' was not recognized/],
    [
      'hello',
      bindings({ ...timer, schedule: '0 61 * * * *' }),
      /The schedule expression '0 61 \* \* \* \*' was not recognized/,
    ],
  ]
  it.each(refused)('%s is refused with %j', (name, content, error) => {
    const app = load({ 'host.json': good, [`${name}/function.json`]: content })
    expect(app.errors).toEqual([])
    expect(app.functions[0]?.errors[0]).toMatch(error)
  })

  it('needs the extension bundle for most bindings, and knows its types', () => {
    const host = {
      ...good,
      extensionBundle: { id: 'Microsoft.Azure.Functions.ExtensionBundle', version: '[4.*, 5.0.0)' },
    }
    const app = load({
      'host.json': host,
      'job/function.json': bindings(queue),
      'typo/function.json': bindings({ ...queue, type: 'queTrigger' }),
    })
    expect(app.functions.map(({ errors }) => errors.length)).toEqual([0, 1])
    expect(app.functions[1]?.errors[0]).toContain(
      "'queTrigger' were not found in the configured extension bundle",
    )
  })

  it('takes schedules of five and six fields, settings, names, and time spans on every plan of Linux', () => {
    const schedules = [
      '*/5 * * * *',
      '0 0 9-17/2 * * Mon-Fri',
      '%Schedule%',
      '0 30 9 * Jan *',
      '0 0 0 1,15 * *',
    ]
    const files = Object.fromEntries(
      schedules.map((schedule, index) => [`t${index}/function.json`, bindings({ ...timer, schedule })]),
    )
    expect(load({ 'host.json': good, ...files }).functions.flatMap(({ errors }) => errors)).toEqual([])
    const span = { 'host.json': good, 's/function.json': bindings({ ...timer, schedule: '00:05:00' }) }
    expect(load(span, { profile: 'elastic-premium' }).functions.at(-6)?.errors).toEqual([])
    expect(load(span, { profile: 'flex-consumption' }).functions.at(-6)?.errors).toEqual([])
  })

  it('refuses the second of two equal routes with a common method', () => {
    const withRoute = (route: string, ...methods: string[]) =>
      bindings({ ...trigger, route, methods }, output)
    const app = load({
      'host.json': good,
      'a/function.json': withRoute('items', 'get'),
      'b/function.json': withRoute('Items', 'get', 'post'),
      'c/function.json': withRoute('items', 'put'),
    })
    expect(app.functions.map(({ errors }) => errors)).toEqual([
      [],
      ["The route specified conflicts with the route defined by function 'a'."],
      [],
    ])
  })

  it('obeys the allow-list, and routes in host.json', () => {
    const listed = load({
      'host.json': { ...good, functions: ['B'] },
      'a/function.json': http,
      'b/function.json': http,
    })
    expect(listed.functions.map(({ name }) => name)).toEqual(['b'])
    const routes = {
      version: '2.0',
      customHandler: {
        description,
        http: { routes: [{ route: 'x' }, { route: '{*all}', authorizationLevel: 'anonymous' }] },
      },
    }
    const clash = load({ 'host.json': routes })
    expect(clash.errors[0]).toMatch(/^Detected both function\.json files/)
    rmSync(join(folder, 'a'), { recursive: true })
    rmSync(join(folder, 'b'), { recursive: true })
    expect(load({}).functions).toMatchObject([
      { name: 'http-handler1', route: 'x', authLevel: 'function' },
      { name: 'http-handler2', route: '{*all}', authLevel: 'anonymous' },
    ])
  })

  it('has one catch-all function with the profile for MCP', () => {
    const app = load({ 'host.json': { ...good, configurationProfile: 'mcp-custom-handler' } })
    expect(app).toMatchObject({ forwarding: 'proxy', routePrefix: '', functions: [{ route: '{*route}' }] })
  })

  it('knows what Flex Consumption refuses', () => {
    const blob = { type: 'blobTrigger', direction: 'in', name: 'blob', path: 'x/{name}' }
    const files = {
      'host.json': { ...good, extensionBundle: { id: 'x', version: '[4.*, 5.0.0)' } },
      'polls/function.json': bindings(blob),
      'pushes/function.json': bindings({ ...blob, source: 'EventGrid' }),
    }
    expect(load(files, { profile: 'flex-consumption' }).functions.map(({ errors }) => errors.length)).toEqual(
      [1, 0],
    )
    expect(load(files, { profile: 'elastic-premium' }).functions.map(({ errors }) => errors.length)).toEqual([
      0, 0,
    ])
  })
})
