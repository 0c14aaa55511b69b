/** What a real host is asked: a server plays its pages, and remembers who asked with which key. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import type { PackagedFunction } from '../../src/azure/verify'
import { askAll, type HostSeen } from '../../src/stages/real-host/questions'

const lacksStorage =
  "Microsoft.Azure.WebJobs.Host: Error indexing method 'Functions.Q'. Storage account connection string 'AzureWebJobsStorage' does not exist. Make sure that it is a defined App Setting."

interface Asked {
  readonly method: string
  readonly path: string
  readonly key: string
  readonly type: string
  readonly body: string
}

interface Played {
  /** One after the other, the last for ever. */
  readonly states?: readonly object[]
  readonly errors?: Readonly<Record<string, readonly string[]>>
  /** Of the handler; 200 where nothing is said. */
  readonly answers?: Readonly<Record<string, number>>
  readonly log?: readonly string[]
}

const http = (name: string, authLevel: string, methods: readonly string[] = ['GET']): PackagedFunction => ({
  ...{ name, trigger: 'httpTrigger', route: `/api/${name}`, methods, authLevel },
})
const functions: readonly PackagedFunction[] = [
  http('Open', 'anonymous'),
  http('Keyed', 'function'),
  http('Mine', 'admin'),
  http('Order', 'anonymous', ['POST']),
  { name: 'Nightly', trigger: 'timerTrigger' },
  { name: 'Q', trigger: 'queueTrigger' },
]

async function ask(played: Played = {}): Promise<{ seen: HostSeen; asked: readonly Asked[] }> {
  const {
    states = [{ state: 'Running', version: '4.1' }],
    errors = { Q: [lacksStorage] },
    answers = {},
  } = played
  const asked: Asked[] = []
  let looks = 0
  const pageOf = (path: string, method: string): [status: number, page: unknown] => {
    if (path === '/admin/host/status') return [200, states[Math.min(looks++, states.length - 1)]]
    if (path === '/admin/functions')
      return [
        200,
        functions.map(({ name, trigger }) => ({ name, config: { bindings: [{ type: trigger }] } })),
      ]
    const [, name = '', isStatus] = /^\/admin\/functions\/(\w+)(\/status)?$/.exec(path) ?? []
    if (isStatus !== undefined) return [200, { errors: errors[name] ?? [] }]
    if (name !== '') return [method === 'POST' ? 202 : 405, '']
    return [answers[path] ?? (path.startsWith('/api/') ? 200 : 404), `answer of ${path} to mk fk`]
  }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (piece) => {
      body += piece
    })
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      const key = String(headers['x-functions-key'] ?? '')
      asked.push({ method, path: url, key, type: headers['content-type'] ?? '', body })
      const [status, page] = pageOf(url, method)
      response.writeHead(status).end(typeof page === 'string' ? page : JSON.stringify(page))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const asking = askAll({
    host: {
      origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      masterKey: 'mk',
      log: () => played.log ?? [],
      exited: new Promise(() => undefined),
      stop: () => Promise.resolve(),
    },
    functionKey: 'fk',
    hidden: (text) => text.replaceAll('answer', 'reply'),
    expected: functions.map(({ name }) => name),
    functions,
    signal: AbortSignal.timeout(20_000),
  })
  try {
    return { seen: await asking, asked }
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

describe.concurrent('the questions to a real host', () => {
  it('go to every safe function with its key, and to timers through the host', async () => {
    const { seen, asked } = await ask({
      log: ['info: Function.Nightly[2]', "      Executed 'Functions.Nightly' (Succeeded"],
    })
    const calls = asked.filter(({ path }) => path.startsWith('/api/'))
    expect(calls.map(({ method, path, key }) => `${method} ${path} ${key}`).sort()).toEqual([
      'GET /api/Keyed fk',
      'GET /api/Mine mk',
      'GET /api/Open ',
    ])
    const posts = asked.filter(({ method }) => method === 'POST')
    expect(posts).toEqual([
      {
        method: 'POST',
        path: '/admin/functions/Nightly',
        key: 'mk',
        type: 'application/json',
        body: '{"input":""}',
      },
    ])
    expect(seen.triggered).toEqual([{ functionName: 'Nightly', status: 202, hasFailed: false }])
    expect(seen.uncalled.get('Order')).toBe('it takes POST')
    expect(seen.uncalled.get('Q')).toBe('a storage account or another setting is lacking here')
    expect([...seen.uncalled.keys()].sort()).toEqual(['Order', 'Q'])
    const excerpts = seen.calls.map(({ answer }) => answer.bodyExcerpt)
    expect(excerpts).toContain('reply of /api/Open to *** ***')
  })

  it('see a timer fail by the log of the host', async () => {
    const log = ['fail: Function.Nightly[3]', "      Executed 'Functions.Nightly' (Failed, Id=1)"]
    expect((await ask({ log })).seen.triggered).toEqual([
      { functionName: 'Nightly', status: 202, hasFailed: true },
    ])
  })

  it('call nothing that is in error', async () => {
    const { seen, asked } = await ask({
      errors: { Open: ['broken'], Nightly: ['broken'], Q: [lacksStorage] },
    })
    expect(asked.some(({ path }) => path === '/api/Open' || path === '/admin/functions/Nightly')).toBe(false)
    expect(seen.statuses.get('open')).toMatchObject({ state: 'in-error', errors: ['broken'] })
  })

  it('collect every text of a host that does not run, and call nothing', async () => {
    const error = (...errors: readonly string[]) => ({ state: 'Error', version: '4.1', errors })
    const { seen, asked } = await ask({ states: [error('one'), error('one'), error('two'), error('one')] })
    expect([seen.state, seen.errors]).toEqual(['Error', ['one', 'two']])
    expect(asked.some(({ path }) => path.startsWith('/api/'))).toBe(false)
  })

  it('look once more after the calls', async () => {
    const running = { state: 'Running', version: '4.1' }
    const { seen } = await ask({
      states: [running, running, { state: 'Error', version: '4.1', errors: ['late'] }],
    })
    expect([seen.state, seen.errors]).toEqual(['Error', ['late']])
  })
})
