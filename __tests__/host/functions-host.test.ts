import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { PublicRequest } from '../../src/host/forwarding'
import {
  type FunctionsHost,
  type FunctionsHostOptions,
  startFunctionsHost,
} from '../../src/host/functions-host'
import type { HostResponse } from '../../src/host/invocation'
import {
  anApp,
  buildHandlerProgram,
  httpFunction,
  type TestAppOptions,
  timerFunction,
} from './handler-program'

const runsHere = process.platform === 'linux'
let program = ''
const cleanUps: (() => Promise<void> | void)[] = []

beforeAll(() => {
  if (runsHere) program = buildHandlerProgram()
})
afterAll(() => {
  if (program !== '') rmSync(dirname(program), { recursive: true, force: true })
})
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

function aHost(options: TestAppOptions = {}, hostOptions: Partial<FunctionsHostOptions> = {}): FunctionsHost {
  const app = anApp(program, options)
  const host = startFunctionsHost({ folder: app.folder, profile: 'elastic-premium', ...hostOptions })
  cleanUps.push(app.remove, host.stop)
  return host
}

/** For requests whose connection holds. */
async function answerOf(host: FunctionsHost, request: PublicRequest): Promise<HostResponse> {
  const answer = await host.handle(request)
  if (answer === undefined) throw new Error('the connection broke')
  return answer
}

const logTexts = (host: FunctionsHost) => host.log.entries.map(({ text }) => text)
const jsonOf = (body: Uint8Array) => JSON.parse(Buffer.from(body).toString('utf8'))
const get = (path: string, headers = {}) => ({
  method: 'GET',
  path,
  headers: { host: 'app.example', ...headers },
})

describe.runIf(runsHere)('startFunctionsHost (needs Linux)', () => {
  it('forwards a request with its path, merged query and headers', async () => {
    const host = aHost()
    const { status, body } = await answerOf(
      host,
      get('/api/hello?a=1&b=x%20y&a=2', { 'x-own': 'kept', te: 'trailers' }),
    )
    expect({ status, state: host.state, dispatcher: host.dispatcher }).toEqual({
      status: 200,
      state: 'Running',
      dispatcher: 'Initialized',
    })
    const seen = jsonOf(body)
    expect(seen).toMatchObject({ method: 'GET', uri: '/api/hello?a=1,2&b=x%20y', host: 'app.example' })
    expect(seen.headers).toMatchObject({ 'X-Own': ['kept'] })
    expect(seen.headers['X-Azure-Functions-Invocationid'][0]).toMatch(/^[\da-f-]{36}$/)
    expect(seen.headers['User-Agent'][0]).toContain('Azure-Functions-Host/')
  })

  it('starts the handler in the environment of the host and nothing else', async () => {
    process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] = 'secret-of-the-runner'
    const host = aHost({}, { settings: { Greeting: 'hello', AzureWebJobsStorage: 'x' }, home: '/tmp' })
    const { environment } = jsonOf((await answerOf(host, get('/api/hello'))).body)
    delete process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']
    const names = (environment as string[]).map((entry) => entry.split('=')[0]).sort()
    expect(names).toEqual(
      [
        'AzureWebJobsScriptRoot',
        'AzureWebJobsStorage',
        'FUNCTIONS_APP_ROOT_PATH',
        'FUNCTIONS_CUSTOMHANDLER_PORT',
        'FUNCTIONS_CUSTOMHANDLER_WORKER_ID',
        'FUNCTIONS_EXTENSION_VERSION',
        'FUNCTIONS_HTTPWORKER_ID',
        'FUNCTIONS_HTTPWORKER_PORT',
        'FUNCTIONS_WORKER_RUNTIME',
        'Greeting',
        'HOME',
        'PATH',
      ].sort(),
    )
  })

  it('copies a body only with a Content-Length when it forwards, always when it proxies', async () => {
    const functions = { hello: httpFunction('hello', ['post']) }
    const chunked = {
      method: 'POST',
      path: '/api/hello?a=1&a=2',
      headers: { 'transfer-encoding': 'chunked', 'content-type': 'text/plain' },
      body: Buffer.from('abc'),
    }
    const counted = { ...chunked, headers: { 'content-length': '3', 'content-type': 'text/plain' } }
    const forwarding = aHost({ functions })
    expect(await forwarding.handle(chunked)).toMatchObject({ status: 500 })
    expect(logTexts(forwarding)).toContainEqual(expect.stringMatching(/^'Transfer-Encoding: chunked' header/))
    expect(jsonOf((await answerOf(forwarding, counted)).body)).toMatchObject({ body: 'abc' })
    const proxying = aHost({ functions, customHandler: { enableProxyingHttpRequest: true } })
    expect(jsonOf((await answerOf(proxying, chunked)).body)).toMatchObject({
      body: 'abc',
      uri: '/api/hello?a=1&a=2',
    })
  })

  it('routes without regard to case, by method, and hands on the path as typed', async () => {
    const host = aHost()
    expect((await answerOf(host, get('/API/Hello'))).status).toBe(404)
    expect(logTexts(host)).toContain('Worker process started and initialized.')
    expect((await answerOf(host, { ...get('/api/hello'), method: 'POST' })).status).toBe(404)
    expect((await answerOf(host, get('/api/other'))).status).toBe(404)
    const disabled = aHost({}, { settings: { 'AzureWebJobs.hello.Disabled': 'true' } })
    expect((await answerOf(disabled, get('/api/hello'))).status).toBe(404)
  })

  it('speaks the contract where nothing is forwarded', async () => {
    const host = aHost({
      mode: 'contract-echo',
      customHandler: { enableForwardingHttpRequest: false },
      functions: { Job: httpFunction('items/{id:int}', ['post']) },
    })
    const answer = await answerOf(host, {
      method: 'POST',
      path: '/api/items/7?x=1',
      headers: { 'content-type': 'application/json', 'content-length': '2' },
      body: Buffer.from('{}'),
    })
    expect(answer.status).toBe(201)
    expect(answer.headers).toMatchObject({ 'x-made': 'yes' })
    expect(jsonOf(answer.body)).toMatchObject({
      Data: {
        req: {
          Url: 'http://localhost/api/items/7?x=1',
          Method: 'POST',
          Query: { x: '1' },
          Params: { id: '7' },
          Headers: { 'Content-Type': ['application/json'] },
          Body: '{}',
        },
      },
      Metadata: { id: '"7"', x: '"1"', Query: { x: '1' }, sys: { MethodName: 'Job' } },
    })
    expect(logTexts(host)).toContain('seen /Job')
  })

  it('invokes other triggers, with strings encoded twice, and follows the redirects of a mux', async () => {
    const app = { mode: 'contract-redirects', functions: { Job: timerFunction } } as const
    const host = aHost({ ...app, customHandler: { enableForwardingHttpRequest: false } })
    const result = await host.invoke('job', 'hello', { DequeueCount: 1 })
    expect(result).toMatchObject({ succeeded: true, answer: { logs: ['seen /Job/'] } })
    // The same client serves both ways, and with forwarding it follows nothing.
    expect(await aHost(app).invoke('job', 'hello')).toMatchObject({
      succeeded: false,
      error: 'Response status code does not indicate success: 307 (Temporary Redirect).',
    })
  })

  const failures: readonly [string, RegExp][] = [
    ['contract-text', /No MediaTypeFormatter is available .* media type 'text\/plain'/],
    ['contract-not-json', /Invalid HttpResponseMessage:/],
    ['contract-500', /Response status code does not indicate success: 500 \(Internal Server Error\)\./],
    ['good', /Response status code does not indicate success: 404 \(Not Found\)\./],
  ]
  it.each(failures)('fails an invocation of a handler in mode %s', async (mode, text) => {
    const host = aHost({ mode, functions: { Job: timerFunction } })
    const result = await host.invoke('Job', {})
    expect(result).toMatchObject({ succeeded: false, error: expect.stringMatching(text) })
  })

  it('runs an invocation that gets an empty answer until functionTimeout, and restarts the handler', async () => {
    const host = aHost(
      { mode: 'contract-empty', functions: { Job: timerFunction } },
      { functionTimeoutMs: 400 },
    )
    await host.settled
    const result = await host.invoke('Job', {})
    expect(result).toMatchObject({ succeeded: false, error: /^Timeout value of 00:00:00 exceeded by/ })
    await expect
      .poll(() => logTexts(host).filter((text) => /started and initialized/.test(text)).length)
      .toBe(2)
    expect(host).toMatchObject({ state: 'Running', errors: { length: 0 } })
  })

  it('starts a crashing handler three times, and then its process ends', async () => {
    const host = aHost({ mode: 'exits-one' })
    const waiting = host.handle(get('/api/hello'))
    await host.settled
    expect(host).toMatchObject({ state: 'Ended', ended: { aborted: true } })
    expect(await waiting).toBeUndefined()
    const texts = logTexts(host)
    expect(texts.filter((text) => /handler exited with code 1 \(0x1\)$/.test(text))).toHaveLength(3)
    expect(texts.some((text) => /cannot open templates\/index\.html$/.test(text))).toBe(true)
    expect(host.errors.at(-1)).toBe('Exceeded http worker restart retry count. Shutting down Functions Host')
    expect(await host.handle(get('/api/hello'))).toBeUndefined()
  })

  it.each(['never-listens', 'exits-zero', 'other-port'])('gives up on a handler that %s', async (mode) => {
    const host = aHost({ mode }, { readinessTimeoutMs: 300 })
    await host.settled
    expect(logTexts(host).filter((text) => text === 'Initializing HttpWorker timed out.')).toHaveLength(3)
    expect(logTexts(host).some((text) => /^Waiting for HttpWorker.*ECONNREFUSED/.test(text))).toBe(true)
    expect(host.state).toBe('Ended')
  })

  it('keeps a handler that ended with code 0 once it was ready, and cannot reach it', async () => {
    const host = aHost({ mode: 'exits-after-ready' })
    await host.settled
    await new Promise((resolve) => setTimeout(resolve, 800))
    expect(await answerOf(host, get('/api/hello'))).toMatchObject({ status: 500 })
    expect(host.state).toBe('Running')
    expect(logTexts(host)).toContain(`Connection refused (127.0.0.1:${host.port})`)
  })

  it('restarts after exit code 200 without counting', async () => {
    const host = aHost({ mode: 'restarts' })
    const restarts = () => logTexts(host).filter((text) => /needs to be restarted/.test(text)).length
    await expect.poll(restarts, { timeout: 20_000 }).toBeGreaterThan(3)
    expect(host.state).toBe('Running')
  })

  it('sets the execute bit on Consumption plans only', async () => {
    const flex = aHost({ fileMode: 0o644 }, { profile: 'flex-consumption' })
    expect(await answerOf(flex, get('/api/hello'))).toMatchObject({ status: 200 })
    const premium = aHost({ fileMode: 0o644 }, { profile: 'elastic-premium', initializationTimeoutMs: 50 })
    await premium.settled
    expect(premium.dispatcher).toBe('Initializing')
    expect(premium.errors[1]).toMatch(/Permission denied$/)
    expect(premium.state).toBe('Running')
    expect(await answerOf(premium, get('/api/hello'))).toMatchObject({ status: 500 })
    expect(premium.state).toBe('Ended')
    expect(premium.errors.at(-1)).toMatch(/^Final functionDispatcher state: Initializing\./)
  })

  it('never starts a handler without a valid function, and answers 404', async () => {
    const host = aHost({ functions: { admin: httpFunction() } })
    await host.settled
    expect(host).toMatchObject({ state: 'Running', dispatcher: 'Default', port: undefined })
    expect(await answerOf(host, get('/api/admin'))).toMatchObject({ status: 404 })
    expect(logTexts(host)[0]).toBe(
      "The 'admin' function is in error: The specified route conflicts with one or more built in routes.",
    )
  })

  it('shows what stops it', async () => {
    const host = aHost({ hostJson: { version: '2.0', customHandler: { enableForwardingHttpRequest: true } } })
    expect(host).toMatchObject({ state: 'Error', errors: ['WorkerConfig for runtime: custom not found.'] })
    expect(await answerOf(host, get('/api/hello'))).toMatchObject({ status: 503 })
    await host.stop()
    expect(host.state).toBe('Stopped')
  })
})
