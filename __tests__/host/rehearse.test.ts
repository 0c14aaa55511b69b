import { execFileSync } from 'node:child_process'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hostCodes } from '../../src/host/codes'
import { tryWays, waysToTry } from '../../src/host/process/isolation'
import { type Rehearsal, type RehearsalRequest, rehearse } from '../../src/host/rehearsal/rehearse'
import type { SourceFacts } from '../../src/host/rehearsal/source-facts'
import {
  anApp,
  buildHandlerProgram,
  httpFunction,
  type TestAppOptions,
  timerFunction,
} from './handler-program'

const runsHere = process.platform === 'linux'
let program = ''

beforeAll(() => {
  if (runsHere) program = buildHandlerProgram()
})
afterAll(() => {
  if (program !== '') rmSync(dirname(program), { recursive: true, force: true })
})

type Isolated = NonNullable<RehearsalRequest['isolation']>
const isolation = runsHere ? await isolationHere() : undefined

const noSource: SourceFacts = {
  variables: [],
  library: undefined,
  placeOfFrame: () => undefined,
  placeOfText: () => undefined,
  registers: (): boolean => false,
  plainAnswer: () => undefined,
  unpackedFile: () => undefined,
}

const reading = (name: string): SourceFacts => ({
  ...noSource,
  variables: [{ name, file: 'main.go', line: 3 }],
})

/** The one function is all functions. */
const isOfAll = /^handler-(?:panics|answers-5xx|no-answer)$/

/** The same is true of a handler whether it runs in the open or isolated, where this machine can isolate. */
const starts: readonly [string, boolean, { isolation?: Isolated }][] = [
  ['in the open (needs Linux)', runsHere, {}],
  ['isolated (needs Linux and namespaces)', isolation !== undefined, isolation ? { isolation } : {}],
]

async function isolationHere(): Promise<Isolated | undefined> {
  const tried = await tryWays(waysToTry(process.getuid?.() === 0, process.env['RUNNER_ENVIRONMENT'] ?? ''))
  const way = tried.find(({ problem }) => problem === undefined)?.way
  return way && { way, covered: [] }
}

function programsIn(folder: string): string[] {
  const lines = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n')
  return lines.filter((line) => line.includes(folder))
}

describe.concurrent.each(starts)('rehearse %s', (_start, isPossible, start) => {
  const it = test.runIf(isPossible)
  const rehearsalOf = async (
    options: TestAppOptions,
    request: Partial<RehearsalRequest> = {},
    isGone = true,
  ): Promise<Rehearsal> => {
    const app = anApp(program, options)
    try {
      return await rehearse({ folder: app.folder, mode: 'auto', timeoutMs: 60_000, ...start, ...request })
    } finally {
      // The whole family is gone: nothing runs from this folder any more.
      if (isGone) expect(programsIn(app.folder)).toEqual([])
      app.remove()
    }
  }

  it('starts a good handler, calls its function and finds nothing', async () => {
    const rehearsal = await rehearsalOf({})
    expect(rehearsal.findings).toEqual([])
    expect(rehearsal.note).toBeUndefined()
    expect(rehearsal.startMs).toBeLessThan(5000)
    expect(rehearsal.calls).toMatchObject([
      { functionName: 'hello', method: 'GET', path: '/api/hello', status: 200 },
    ])
  })

  const hello = { hello: httpFunction() }
  const job = { Job: timerFunction }
  const httpJob = { Job: httpFunction('job') }
  const contract = { enableForwardingHttpRequest: false }
  const cases: readonly [string, TestAppOptions, Partial<RehearsalRequest>, string, RegExp][] = [
    [
      'exits 1',
      { mode: 'exits-one' },
      {},
      'handler-exits',
      /code 1 before it listened: ".*cannot open templates\/index\.html"\. Its last lines: "first line"/,
    ],
    ['panics', { mode: 'panics' }, {}, 'handler-exits', /code 2 before it listened/],
    ['exits 0', { mode: 'exits-zero' }, {}, 'handler-exits-zero', /code 0 before it listened/],
    [
      'exits 0 behind its server',
      { mode: 'exits-after-root', functions: { hello: httpFunction('hello', ['post']) } },
      {},
      'handler-exits-zero',
      /code 0 soon after it listened\..*every request fails/,
    ],
    ['exits 200', { mode: 'restarts' }, {}, 'handler-exits', /code 200 before it listened\..*without end/],
    ['misses a setting', { mode: 'needs-setting' }, {}, 'handler-needs-setting', /COSMOS_KEY is required/],
    [
      'never listens',
      { mode: 'never-listens' },
      { readinessTimeoutMs: 1500 },
      'handler-never-listens',
      /nothing listens on its port after 2 s/,
    ],
    [
      'listens on another port',
      { mode: 'other-port' },
      { readinessTimeoutMs: 2500 },
      'handler-wrong-port',
      /listens on port \d+, not on 127\.0\.0\.1/,
    ],
    [
      'listens on another address',
      { mode: 'other-address' },
      { readinessTimeoutMs: 2500 },
      'handler-wrong-port',
      /address "127\.0\.0\.2"/,
    ],
    [
      'listens on IPv6 only',
      { mode: 'ipv6' },
      { readinessTimeoutMs: 2500 },
      'handler-ipv6-only',
      /"\[::1\]" only/,
    ],
    ['hangs on /', { mode: 'hangs' }, {}, 'handler-root-hangs', /did not answer GET \/ within 10 s/],
    ['starts slowly', { mode: 'slow' }, {}, 'handler-slow-start', /took 1\d\.\d s/],
    [
      'has no x-bit',
      { fileMode: 0o644 },
      {},
      'handler-start-failed',
      /'\/home\/site\/wwwroot\/handler' with working directory '\/home\/site\/wwwroot'\. Permission denied/,
    ],
    [
      'is missing',
      { fileMode: 0 },
      {},
      'handler-start-failed',
      /process 'handler'.*No such file or directory/,
    ],
    [
      'misses the prefix',
      { mode: 'no-prefix' },
      {},
      'handler-route-404',
      /404 to GET "\/api\/hello".*does answer "\/hello"/,
    ],
    [
      'has no route',
      { mode: 'no-route' },
      {},
      'handler-route-404',
      /404 to GET "\/api\/hello" of function "hello"/,
    ],
    [
      'dies on a call',
      { mode: 'crashes-on-call' },
      {},
      'handler-panics',
      /code 1 while it answered function "hello": ".*no memory left"/,
    ],
    [
      'panics on a call',
      { mode: 'panics-on-call' },
      {},
      'handler-panics',
      /panics at GET "\/api\/hello" of function "hello": ".*assignment to entry in nil map"/,
    ],
    [
      'answers 500',
      { mode: 'answers-500' },
      {},
      'handler-answers-5xx',
      /answers 500 to GET "\/api\/hello" of function "hello": "no such table: users"/,
    ],
    [
      'lets a call wait',
      { mode: 'waits-on-call' },
      {},
      'handler-no-answer',
      /no answer to GET "\/api\/hello" of function "hello" within 10 s\. It printed: ".*asking the printer"/,
    ],
    [
      'breaks the connection of a call',
      { mode: 'breaks-on-call' },
      {},
      'handler-no-answer',
      /breaks the connection at GET "\/api\/hello" of function "hello", without an answer\.$/,
    ],
    [
      'waits on and on, and reads a variable',
      { mode: 'never-listens' },
      { readinessTimeoutMs: 1500, source: reading('DATABASE_URL') },
      'handler-needs-setting',
      /nothing listens on its port after 2 s\. The program reads DATABASE_URL/,
    ],
    [
      'has no contract route',
      { mode: 'good', functions: job },
      { mode: 'true' },
      'handler-contract-answer',
      /404 to POST "\/Job".*every unknown path/,
    ],
    [
      'answers the contract empty',
      { mode: 'contract-empty', functions: job },
      { mode: 'true' },
      'handler-contract-answer',
      /without a body/,
    ],
    [
      'answers the contract as text',
      { mode: 'contract-text', functions: job },
      { mode: 'true' },
      'handler-contract-answer',
      /as "text\/plain; charset=utf-8"/,
    ],
    [
      'answers no JSON',
      { mode: 'contract-not-json', functions: job },
      { mode: 'true' },
      'handler-contract-answer',
      /no JSON object/,
    ],
    [
      'answers a bad HTTP output',
      { mode: 'contract-bad-output', functions: httpJob, customHandler: contract },
      {},
      'handler-contract-answer',
      /HTTP output/,
    ],
    [
      'refuses the sample',
      { mode: 'contract-500', functions: job },
      { mode: 'true' },
      'handler-contract-status',
      /500 to POST "\/Job"/,
    ],
  ]

  it.each(cases)('reports a handler that %s', async (_name, options, request, code, message) => {
    const { findings } = await rehearsalOf({ functions: hello, ...options }, request)
    expect(findings.map((finding) => finding.code)).toEqual([code])
    expect(findings[0]?.message).toMatch(message)
    expect(findings[0]?.message).not.toContain('handler-app-')
    const { severity } = hostCodes[code as keyof typeof hostCodes]
    expect(findings[0]?.severity).toBe(isOfAll.test(code) ? 'error' : severity)
    expect(findings[0]?.hint).not.toBe('')
  })

  it('takes an application’s own 404 for what it is', async () => {
    const functions = { item: httpFunction('items/{id:int}') }
    const { findings, calls } = await rehearsalOf({ mode: 'own-404', functions })
    expect(calls).toMatchObject([{ path: '/api/items/1', status: 404 }])
    expect(findings).toEqual([])
  })

  it.each([
    ['a notice where the code registers it', { registers: (): boolean => true }, 'notice'],
    ['an error where the code does not', { registers: (): boolean => false }, 'error'],
    ['a warning without any source', undefined, 'warning'],
  ] as const)('takes the 404 of any path for a sample value as %s', async (_name, known, severity) => {
    const { findings, calls } = await rehearsalOf(
      { mode: 'router-404', functions: { item: httpFunction('items/{id}') } },
      known === undefined ? {} : { source: { ...noSource, ...known } },
    )
    expect(calls).toMatchObject([{ path: '/api/items/sample', status: 404 }])
    expect(findings).toMatchObject([{ code: 'handler-route-404', severity, functionName: 'item' }])
    expect(calls[0]?.isUnknownPath).toBe(severity === 'notice' ? undefined : true)
  })

  it('looks into the source for what a function that is not called would answer', async () => {
    const source = { ...noSource, plainAnswer: () => ({ kind: 'text' as const, file: 'main.go', line: 3 }) }
    const { findings, uncalled } = await rehearsalOf({ functions: job }, { source })
    expect(uncalled).toMatchObject([{ functionName: 'Job' }])
    expect(findings).toMatchObject([
      { code: 'handler-contract-answer', severity: 'warning', location: { file: 'main.go', line: 3 } },
    ])
  })

  it('finds nothing wrong when another value of the parameter is known', async () => {
    const functions = { item: httpFunction('items/{id}') }
    const { findings } = await rehearsalOf({ mode: 'one-item', functions })
    expect(findings).toEqual([])
  })

  it('calls the others when one function ends the handler', async () => {
    const functions = {
      crash: httpFunction('crash'),
      hello: httpFunction(),
      post: httpFunction('p', ['post']),
    }
    const { findings, calls, uncalled } = await rehearsalOf({ mode: 'crashes-once', functions })
    expect(calls).toMatchObject([
      { functionName: 'crash', status: 0 },
      {
        functionName: 'hello',
        status: 200,
        bodyExcerpt: expect.stringMatching(/^\{"arguments":\["crashes-once"\]/),
      },
    ])
    expect(findings).toMatchObject([{ code: 'handler-panics', severity: 'warning', functionName: 'crash' }])
    expect(uncalled).toEqual([{ functionName: 'post', reason: 'its methods (POST) may change something' }])
  })

  it('warns of one function of several that answers 500', async () => {
    const functions = { hello: httpFunction(), other: httpFunction() }
    const { findings } = await rehearsalOf({ mode: 'answers-500-once', functions })
    expect(findings).toMatchObject([
      { code: 'handler-answers-5xx', severity: 'warning', functionName: 'other' },
    ])
  })

  it('warns of one function of several that gives no answer', async () => {
    const functions = { hello: httpFunction(), other: httpFunction() }
    const { findings } = await rehearsalOf({ mode: 'waits-on-one-call', functions })
    expect(findings).toMatchObject([
      { code: 'handler-no-answer', severity: 'warning', functionName: 'other' },
    ])
  })

  it.each([
    ['an answer that began, such as a stream', 'streams', { hello: httpFunction('hello/{*rest}') }, []],
    ['the long work of the only function', 'contract-waits', job, ['handler-no-answer']],
  ] as const)('does not refuse %s', async (_name, mode, functions, codes) => {
    const { findings } = await rehearsalOf({ mode, functions }, { mode: 'true' })
    expect(findings.map(({ code }) => code)).toEqual(codes)
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('does not blame a call for the end of the rehearsal', async () => {
    const { findings, uncalled, note } = await rehearsalOf({ mode: 'waits-on-call' }, { timeoutMs: 3000 })
    expect({ findings, note }).toEqual({ findings: [], note: 'Stopped after 3 s, before it was over.' })
    expect(uncalled).toEqual([{ functionName: 'hello', reason: 'the rehearsal was over' }])
  })

  it('lets a good handler live on, and tells its later end', async () => {
    const { living, findings } = await rehearsalOf(
      { mode: 'dies-later' },
      { livesOn: (finding) => finding },
      false,
    )
    expect({ findings, found: living?.found }).toEqual({ findings: [], found: undefined })
    const death = await living?.death
    expect(death).toMatchObject({
      code: 'handler-exits',
      severity: 'error',
      message: expect.stringMatching(/exited with code 1 \d\.\d s after it listened: ".*lease lost"/),
    })
    expect(living?.found).toBe(death)
    await living?.stop()
  })

  it('ends a living handler without calling it a death', async () => {
    const { living } = await rehearsalOf({}, { livesOn: (finding) => finding }, false)
    await Promise.all([living?.stop(), living?.stop()])
    const first = await Promise.race([
      living?.death,
      new Promise((resolve) => setTimeout(resolve, 300, 'none')),
    ])
    expect({ first, found: living?.found }).toEqual({ first: 'none', found: undefined })
  })

  it('hands on no handler that has an error', async () => {
    const { living } = await rehearsalOf({ mode: 'no-route' }, { livesOn: (finding) => finding })
    expect(living).toBeUndefined()
  })

  it('gives the handler its settings, and shows their values nowhere', async () => {
    const settings = { DATABASE_URL: 'postgres://user:s3cr3t+x/1@db/app' }
    const { findings, output } = await rehearsalOf({ mode: 'prints-setting' }, { settings })
    expect(findings).toMatchObject([{ code: 'handler-exits' }])
    expect(findings[0]?.message).toContain('cannot connect to ***')
    expect(JSON.stringify({ findings, output })).not.toContain('s3cr3t')
  })

  it('has harmless values for what every app has, and a value of its own wins', async () => {
    const given = async (settings: Record<string, string>) =>
      (await rehearsalOf({ mode: 'needs-storage' }, { settings })).findings.map(({ message }) => message)
    expect(await given({})).toEqual([])
    expect(await given({ AzureWebJobsStorage: '' })).toEqual([expect.stringContaining('no storage')])
  })

  it('does not call unsafe functions or other triggers in mode auto', async () => {
    const functions = { hello: httpFunction('hello', ['post']), Job: timerFunction }
    const auto = await rehearsalOf({ functions })
    expect(auto).toMatchObject({ calls: [], findings: [] })
    expect(auto.startMs).toBeDefined()
    const forced = await rehearsalOf({ mode: 'contract-good', functions }, { mode: 'true' })
    expect(forced.calls.map(({ method, path, status }) => `${method} ${path} ${status}`)).toEqual([
      'POST /api/hello 200',
      'POST /Job 200',
    ])
  })

  it('ends children that left the process group', async () => {
    const app = anApp(program, { mode: 'spawns' })
    const before = sleepers()
    await rehearse({ folder: app.folder, mode: 'auto', timeoutMs: 60_000, ...start })
    expect(sleepers()).toEqual(before)
    app.remove()
  })

  it('drains a handler that floods its output', async () => {
    expect((await rehearsalOf({ mode: 'chatty' })).calls).toMatchObject([{ status: 200 }])
  })

  it('stops at once when it is cancelled', async () => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 300)
    const startedAt = performance.now()
    const rehearsal = await rehearsalOf({ mode: 'never-listens' }, { signal: controller.signal })
    expect(performance.now() - startedAt).toBeLessThan(5000)
    expect(rehearsal).toMatchObject({ calls: [], findings: [], note: 'Cancelled before it was over.' })
  })

  it('stops when its time is over', async () => {
    const rehearsal = await rehearsalOf({ mode: 'never-listens' }, { timeoutMs: 1000 })
    expect(rehearsal).toMatchObject({ findings: [], note: 'Stopped after 1 s, before it was over.' })
  })

  it('does not start what the host would not start', async () => {
    const none = await rehearsalOf({ functions: {} })
    expect(none.note).toContain('finds no valid function')
    const noHandler = await rehearsalOf({ hostJson: { version: '2.0' } })
    expect(noHandler.note).toContain('WorkerConfig for runtime: custom not found.')
    const broken = await rehearsalOf({ hostJson: '{ version: 2.0 }' })
    expect(broken.note).toContain("'2' is an invalid value")
  })

  it('refuses text and foreign binaries as the kernel does, without a shell', async () => {
    const app = anApp(program, {})
    const handler = join(app.folder, 'handler')
    const tryWith = async (content: string | Buffer) => {
      writeFileSync(handler, content)
      const { findings } = await rehearse({ folder: app.folder, mode: 'auto', timeoutMs: 10_000, ...start })
      return findings[0]?.message ?? ''
    }
    const foreign = readFileSync(program)
    foreign.writeUInt16LE(process.arch === 'x64' ? 183 : 62, 18)
    expect(await tryWith('echo hello\n')).toContain('Exec format error')
    expect(await tryWith(foreign)).toContain('Exec format error')
    expect(await tryWith('!<arch>\n')).toContain('Exec format error')
    expect(await tryWith('')).toContain('Exec format error')
    expect(await tryWith('#!/bin/sh\r\nexit 0\n')).toContain('No such file or directory')
    app.remove()
  })

  it('does not find a compiler that only the runner has', async () => {
    const { findings } = await rehearsalOf({
      customHandler: { description: { defaultExecutablePath: 'go', arguments: ['run', '.'] } },
    })
    expect(findings[0]?.message).toContain("start process 'go'")
  })

  it('waits no longer than needed for a program that never reads the port variable', async () => {
    const app = anApp(program, {})
    renameSync(join(app.folder, 'handler'), join(app.folder, 'server'))
    writeFileSync(join(app.folder, 'handler'), '#!/bin/sh\nexec ./server other-port\n', { mode: 0o755 })
    const startedAt = performance.now()
    const { findings } = await rehearse({ folder: app.folder, mode: 'auto', timeoutMs: 60_000, ...start })
    expect(findings.map(({ code }) => code)).toEqual(['handler-wrong-port'])
    expect(performance.now() - startedAt).toBeLessThan(8000)
    app.remove()
  })
})

describe
  .runIf(isolation !== undefined)
  .concurrent('an isolated rehearsal (needs Linux and namespaces)', () => {
    const outcomes: readonly [string, string, string, RegExp, RegExp][] = [
      [
        'writes into its package',
        'writes',
        'handler-writes-package',
        /open cache\.db: read-only file system.*It wrote to "cache\.db", and the folder of the app is read-only/,
        /read-only on Flex Consumption/,
      ],
      [
        'connects at start',
        'connects',
        'handler-needs-setting',
        /network is unreachable.*has no network/,
        /rehearse: false/,
      ],
      [
        'waits for its database',
        'waits-for-database',
        'handler-needs-setting',
        /nothing listens on its port after 3 s.*the database is not there yet.*network is unreachable.*has no network/,
        /rehearse: false/,
      ],
      [
        'asks for a name at start',
        'resolves',
        'handler-needs-setting',
        /db\.example\.com.*has no network/,
        /rehearse: false/,
      ],
    ]
    test.each(outcomes)(
      'says of a handler that %s what the isolation has to do with it',
      async (...outcome) => {
        const [, mode, code, message, hint] = outcome
        const app = anApp(program, { mode })
        const request = { folder: app.folder, mode: 'auto', timeoutMs: 60_000 } as const
        // Only one that never ends by itself lets it come to this.
        const patience = mode === 'waits-for-database' ? { readinessTimeoutMs: 2500 } : {}
        const { findings } = await rehearse({ ...request, ...patience, ...(isolation ? { isolation } : {}) })
        expect(findings).toMatchObject([
          { code, message: expect.stringMatching(message), hint: expect.stringMatching(hint) },
        ])
        app.remove()
      },
    )

    test('lets a handler read files that only their owner may read', async () => {
      const app = anApp(program, { functions: { hello: httpFunction() } })
      writeFileSync(join(app.folder, 'routes.txt'), '/api/hello', { mode: 0o600 })
      const request = { folder: app.folder, mode: 'auto', timeoutMs: 60_000 } as const
      const { calls } = await rehearse({ ...request, ...(isolation ? { isolation } : {}) })
      expect(calls).toMatchObject([{ status: 200 }])
      app.remove()
    })

    test('says why it did not start when its surroundings cannot be made', async () => {
      const app = anApp(program, {
        customHandler: { description: { defaultExecutablePath: 'handler', workingDirectory: '/sys' } },
      })
      const request = { folder: app.folder, mode: 'auto', timeoutMs: 60_000 } as const
      const rehearsal = await rehearse({ ...request, ...(isolation ? { isolation } : {}) })
      expect(rehearsal).toMatchObject({ calls: [], findings: [] })
      expect(rehearsal.note).toMatch(/^Not started: The handler could not be isolated: .*\/sys/)
      app.remove()
    })
  })

describe('the remedy for a route that the handler has elsewhere', () => {
  const legacy = { version: '2.0', httpWorker: { description: { defaultExecutablePath: 'handler' } } }
  test.each<[string, string, TestAppOptions, string]>([
    [
      'in another case',
      '/api/hello',
      { functions: { Hello: httpFunction() } },
      `Register "/api/Hello" in the handler's router, in this spelling, or name it in the HTTP trigger: "route": "hello".`,
    ],
    [
      'under the name of the function',
      '/api/hello',
      { functions: { hello: httpFunction('v1/greet') } },
      `Register "/api/v1/greet" in the handler's router, in this spelling, or name it in the HTTP trigger: "route": "hello".`,
    ],
    [
      'without the prefix',
      '/hello',
      {},
      `Register "/api/hello" in the handler's router, in this spelling, or set extensions.http.routePrefix to "" in host.json.`,
    ],
    ['nowhere', '/other', {}, `Register "/api/hello" in the handler's router, in this spelling.`],
    [
      'under the public path, for the section httpWorker',
      '/api/hello',
      { hostJson: legacy },
      `Register "/hello" in the handler's router, in this spelling, or rename the section httpWorker to customHandler with "enableForwardingHttpRequest": true.`,
    ],
  ])('%s', async (_name, route, options, hint) => {
    const app = anApp(program, options)
    writeFileSync(join(app.folder, 'routes.txt'), route)
    const { findings } = await rehearse({ folder: app.folder, mode: 'auto', timeoutMs: 60_000 })
    app.remove()
    expect(findings).toMatchObject([{ code: 'handler-route-404', hint }])
  })
})

function sleepers(): string[] {
  const lines = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n')
  return lines.filter((line) => line.trim() === '/bin/sleep 300')
}
