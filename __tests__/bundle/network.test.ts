/**
 * Where the bundle sends what it holds: never after a redirect, never without a trusted certificate, through the
 * proxy of the environment; and what it does for pull requests, whose code is not trusted.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import { type ActionResult, repositoryRoot, runAction } from '../../scripts/run-action'
import { buildElf } from '../elf/elf-builder'
import { signInInputs } from './azure'
import { functionJson, handlerSource, hostJson, makeWorkspace, type TestWorkspace } from './workspace'

vi.setConfig({ testTimeout: 120_000 })

let workspace: TestWorkspace
let emulator: Emulator
const results: ActionResult[] = []
beforeAll(async () => {
  workspace = makeWorkspace()
  workspace.write('host.json', hostJson('handler'))
  workspace.write('Hello/function.json', functionJson)
  workspace.write('handler.go', handlerSource('/api/Hello'))
  workspace.write('handler', buildElf(), 0o755)
  emulator = await startEmulator({
    apps: [
      anApp({ name: 'net-flex', plan: 'flex-consumption' }),
      anApp({ name: 'net-consumption', plan: 'consumption' }),
    ],
  })
})
afterAll(async () => {
  for (const result of results) result.dispose()
  await emulator?.stop()
  workspace?.remove()
})

/** Deploys a binary that no host can start: enough to see where requests go. */
async function run(inputs: Record<string, string>, env: Record<string, string | undefined> = {}) {
  const result = await runAction({
    workspace: workspace.folder,
    inputs: {
      binary: 'handler',
      rehearse: 'false',
      'deploy-timeout': '1',
      'verify-timeout': '1',
      ...signInInputs(emulator),
      ...inputs,
    },
    env: { ...emulator.env, ...noProxy, ...env },
  })
  results.push(result)
  return result
}

/** The variables of this machine must not decide. */
const noProxy = Object.fromEntries(
  ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY'].flatMap((name) => [
    [name, undefined],
    [name.toLowerCase(), undefined],
  ]),
)

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

describe('a redirect to another host', () => {
  let foreign: Server
  let origin = ''
  const received: string[] = []
  beforeAll(async () => {
    foreign = createServer((request: IncomingMessage, response) => {
      let body = ''
      request.setEncoding('latin1')
      request.on('data', (text: string) => {
        body += text
      })
      request.on('end', () => {
        received.push(`${request.method} ${request.url}\n${request.rawHeaders.join('\n')}\n${body}`)
        response.end('{}')
      })
    })
    origin = `http://127.0.0.1:${await listen(foreign)}`
  })
  afterAll(() => void foreign.close())

  const services = [
    ['GitHub', 'oidc', /./, 'net-flex'],
    ['Entra', 'entra', /token/, 'net-flex'],
    ['the resource manager', 'arm', /./, 'net-flex'],
    ['the SCM site', 'scm:net-flex', /./, 'net-flex'],
    ['the blob storage', 'storage', /./, 'net-consumption'],
  ] as const
  it.each(
    services.flatMap((service) =>
      // The toolkit asks GitHub again for fifteen seconds; one status is enough there.
      (service[1] === 'oidc' ? ([302] as const) : ([302, 307] as const)).map(
        (status) => [...service, status] as const,
      ),
    ),
  )('of %s gets no secret', async (_, service, path, appName, status) => {
    received.length = 0
    const first = emulator.requests.all.length
    emulator.faults.set({
      requests: [
        {
          service,
          path,
          times: Number.POSITIVE_INFINITY,
          effect: { kind: 'redirect', location: `${origin}/steal`, status },
        },
      ],
    })
    const result = await run({ 'app-name': appName })
    emulator.faults.set({})
    const asked = emulator.requests.all.slice(first).filter((request) => request.service === service)
    expect(asked.length, result.log).toBeGreaterThan(0)
    expect(result.exitCode).toBe(1)
    const secrets = [...emulator.secrets.all, emulator.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? 'none']
    for (const text of received) {
      expect(
        secrets.filter((secret) => text.includes(secret)),
        text.slice(0, 500),
      ).toEqual([])
      expect(text).not.toMatch(/^authorization$|eyJ/im)
    }
  })
})

describe('a certificate that is not trusted', () => {
  it('ends the run with one clear message', async () => {
    const result = await run({ 'app-name': 'net-flex' }, { NODE_EXTRA_CA_CERTS: undefined })
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({ errors: '1', deployed: 'false' })
    expect(result.log).toMatch(/certificate/i)
  })

  it('is never accepted by the code', () => {
    const root = join(repositoryRoot, 'src')
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    )
    const relaxed = files.filter((name) =>
      /rejectUnauthorized|NODE_TLS_REJECT|checkServerIdentity|allowInsecureConnection/.test(
        readFileSync(join(root, name), 'utf8'),
      ),
    )
    expect(relaxed).toEqual([])
  })
})

describe('a proxy', () => {
  let proxy: Server
  let address = ''
  const tunnels = new Set<string>()
  beforeAll(async () => {
    proxy = createServer((_, response) => void response.writeHead(405).end())
    proxy.on('connect', (request, client, head) => {
      const target = request.url ?? ''
      tunnels.add(target)
      const [host = '', port = ''] = target.split(':')
      const server = connect(Number(port), host === 'localhost' ? '127.0.0.1' : host, () => {
        client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
        server.write(head)
        server.pipe(client)
        client.pipe(server)
      })
      server.on('error', () => client.destroy())
      client.on('error', () => server.destroy())
    })
    address = `http://127.0.0.1:${await listen(proxy)}`
  })
  afterAll(() => void proxy.close())

  const hosts = () => ({
    entra: new URL(emulator.urls.entra).host,
    arm: new URL(emulator.urls.arm).host,
    scm: emulator.state.get('net-flex').scmHost,
  })

  it.each(['HTTPS_PROXY', 'https_proxy'])('of %s carries every request to Azure', async (name) => {
    tunnels.clear()
    const result = await run({ 'app-name': 'net-flex', 'dry-run': 'true' }, { [name]: address })
    expect(result.exitCode, result.log).toBe(0)
    expect([...tunnels]).toEqual(expect.arrayContaining(Object.values(hosts())))
  })

  it('carries nothing that NO_PROXY names', async () => {
    tunnels.clear()
    const env = { HTTPS_PROXY: address, NO_PROXY: 'example.com,localhost' }
    const result = await run({ 'app-name': 'net-flex', 'dry-run': 'true' }, env)
    expect(result.exitCode, result.log).toBe(0)
    expect([...tunnels]).toEqual([])
  })

  it('that is none is named by the error, without its password', async () => {
    const env = { HTTPS_PROXY: 'socks5://user:canary-proxy-password@127.0.0.1:9' }
    const result = await run({ 'app-name': 'net-flex', 'dry-run': 'true' }, env)
    expect(result.exitCode).toBe(1)
    expect(result.log).toMatch(/^::error title=azure-proxy-invalid::.*HTTPS_PROXY/m)
    expect(`${result.log}${result.summary}`).not.toContain('canary-proxy-password')
  })
})

describe('a pull request', () => {
  const fork = {
    pull_request: { head: { repo: { full_name: 'mallory/app' } }, base: { repo: { full_name: 'octo/app' } } },
  }
  const withoutToken = { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined }
  const event = () => workspace.write('event.json', JSON.stringify(fork))

  it('from a fork, with app-name, is told that its code is not deployed, and nothing is asked', async () => {
    const first = emulator.requests.all.length
    const env = { ...withoutToken, GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: event() }
    const result = await run({ 'app-name': 'net-flex' }, env)
    expect(result.exitCode).toBe(1)
    expect(result.log).toMatch(/^::error title=deploy-fork-code.*'mallory\/app'/m)
    expect(emulator.requests.all.length).toBe(first)
  })

  it('from a fork, without app-name, is checked without any request', async () => {
    const first = emulator.requests.all.length
    const env = { ...withoutToken, GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: event() }
    const inputs = { 'client-id': '', 'tenant-id': '', 'subscription-id': '' }
    const result = await run(inputs, env)
    expect(result.exitCode, result.log).toBe(0)
    expect(result.outputs['deployed']).toBe('false')
    expect(emulator.requests.all.length).toBe(first)
  })
})
