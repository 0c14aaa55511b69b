import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deployPackage } from '../../src/azure/deploy/deployment'
import { createHttpClient } from '../../src/azure/http/http'
import type { Session } from '../../src/azure/sign-in/session'
import { AppSettings } from '../../src/azure/site/app-settings'
import type { Site } from '../../src/azure/site/site'
import { readConnectionString, storagePlaces } from '../../src/azure/site/storage-place'
import { aRun, codesOf, packageBytes, packageSha256, type Run } from './kudu'
import { aSite, cloudAt, fastClock, keepingLog, type LoopbackServer, siteId, startServer } from './loopback'

// The account and key that Azurite documents for everybody.
const account = 'devstoreaccount1'
const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='

let folder: string
let server: LoopbackServer
let azurite: ChildProcess | undefined
let endpoint: string
let settings: Record<string, string>
let syncStatus: number

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'azure-blob-'))
  const bootstrap = await startServer()
  await writeFile(join(folder, 'cert.pem'), bootstrap.certificate.cert)
  await writeFile(join(folder, 'key.pem'), bootstrap.certificate.key)
  await bootstrap.close()
  const port = await freePort()
  endpoint = `https://localhost:${port}/${account}`
  azurite = await startAzurite(port)
}, 60_000)
afterAll(async () => {
  azurite?.kill()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  syncStatus = 204
  server = await startServer((request) => {
    if (request.path === `${siteId}/config/appsettings/list`) return { body: { properties: settings } }
    if (request.path === `${siteId}/config/appsettings`) {
      settings = JSON.parse(request.body.toString()).properties
      return { body: {} }
    }
    if (request.path === `${siteId}/host/default/sync`) return { status: syncStatus }
    return { status: 404 }
  })
  settings = { OTHER: 'kept', AzureWebJobsStorage: connectionString() }
})
afterEach(() => server.close())

function connectionString(): string {
  return `DefaultEndpointsProtocol=https;AccountName=${account};AccountKey=${key};BlobEndpoint=${endpoint};`
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done))
  const { port } = probe.address() as { port: number }
  await new Promise((done) => probe.close(done))
  return port
}

function startAzurite(port: number): Promise<ChildProcess> {
  const program = fileURLToPath(new URL('../../node_modules/azurite/dist/src/blob/main.js', import.meta.url))
  const child = spawn(
    process.execPath,
    [
      program,
      '--blobHost',
      '127.0.0.1',
      '--blobPort',
      String(port),
      '--inMemoryPersistence',
      '--skipApiVersionCheck',
      '--disableTelemetry',
      '--oauth',
      'basic',
      '--cert',
      join(folder, 'cert.pem'),
      '--key',
      join(folder, 'key.pem'),
    ],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  return new Promise((done, fail) => {
    let output = ''
    const read = (chunk: Buffer): void => {
      output += chunk.toString()
      if (output.includes('successfully listen')) done(child)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.on('exit', () => fail(new Error(`Azurite ended: ${output}`)))
  })
}

/** What Azurite's basic mode looks at: audience and times, no signature. */
function storageToken(audience = 'https://storage.azure.com'): string {
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    aud: audience,
    iss: 'https://sts.windows.net/t/',
    iat: now - 60,
    nbf: now - 60,
    exp: now + 3600,
  }
  return `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}.c2lnbmF0dXJl`
}

async function aBlobRun(
  site: Partial<Site> = {},
  session: Partial<Session> = {},
  token: string = storageToken(),
): Promise<Run> {
  const clock = fastClock()
  return aRun(server, folder, {
    site: {
      plan: 'consumption',
      sku: 'Dynamic',
      hasIdentity: false,
      settings: new AppSettings(Object.entries(settings)),
      ...site,
    },
    session: {
      clock,
      cloud: cloudAt(server.origin, 'localhost'),
      http: createHttpClient({ ca: server.ca }),
      accessToken: async () => ({ token, expiresAtMs: Date.now() + 3_600_000 }),
      ...session,
    },
    request: { deadline: clock.now() + 900_000 },
  })
}

async function download(url: string): Promise<Buffer | number> {
  const http = createHttpClient({ ca: server.ca })
  const answer = await http.send({ method: 'GET', url, timeoutMs: 5000, accepts: () => true })
  return answer.status === 200 ? Buffer.from(answer.body) : answer.status
}

describe('Linux Consumption with a connection string', () => {
  it('stores the package, points the app to it through a signed address and syncs', async () => {
    const run = await aBlobRun()
    const deployment = await run.deploy()
    expect(deployment).toMatchObject({ way: 'blob', outcome: 'succeeded', state: 'Success' })
    expect(deployment.id).toMatch(
      new RegExp(`^app/20261123T000000Z-${packageSha256.slice(0, 12)}-[0-9a-f]{8}\\.zip$`),
    )
    const address = settings['WEBSITE_RUN_FROM_PACKAGE'] ?? ''
    expect(settings).toMatchObject({ OTHER: 'kept', AzureWebJobsStorage: connectionString() })
    expect(new URL(address).searchParams.get('sp')).toBe('r')
    expect(new URL(address).searchParams.get('se')).toBe('2028-12-31T00:00:00Z')
    expect(await download(address)).toEqual(packageBytes)
    expect(await download(address.split('?')[0] ?? '')).not.toEqual(packageBytes)
    expect(codesOf(deployment)).toEqual(['warning blob-sas'])
    expect(deployment.findings[0]?.message).toContain('2028-12-31')
    expect(server.calls().at(-1)).toBe(`POST ${siteId}/host/default/sync`)
  })

  it('shows neither key nor signature anywhere', async () => {
    const run = await aBlobRun()
    const deployment = await run.deploy()
    const findings = (await deployment.restore?.()) ?? []
    const everything = JSON.stringify([deployment, findings, run.log.lines, run.log.debugLines])
    const signature =
      /sig=([^&]+)/.exec(JSON.stringify(server.requests.map((request) => request.body.toString())))?.[1] ??
      'none'
    expect(signature).not.toBe('none')
    expect(everything).not.toContain(key)
    expect(everything).not.toContain(signature)
  })

  it('merges into the settings of that moment', async () => {
    const run = await aBlobRun()
    settings = { ...settings, ADDED_MEANWHILE: 'yes' }
    await run.deploy()
    expect(settings).toMatchObject({ ADDED_MEANWHILE: 'yes', OTHER: 'kept' })
  })

  it('puts the previous value back, unless somebody changed it', async () => {
    settings['WEBSITE_RUN_FROM_PACKAGE'] = 'https://old.test/package.zip?sig=old'
    const deployment = await (await aBlobRun()).deploy()
    const findings = (await deployment.restore?.()) ?? []
    expect(settings['WEBSITE_RUN_FROM_PACKAGE']).toBe('https://old.test/package.zip?sig=old')
    expect(findings.map((finding) => finding.code)).toEqual(['deployment-restored'])
    const second = await (await aBlobRun()).deploy()
    settings['WEBSITE_RUN_FROM_PACKAGE'] = 'https://else.test/x.zip'
    expect((await second.restore?.())?.map((finding) => finding.code)).toEqual(['deployment-not-restored'])
    expect(settings['WEBSITE_RUN_FROM_PACKAGE']).toBe('https://else.test/x.zip')
  })

  it('finishes a change that was begun when the run is stopped, and can still put it back', async () => {
    const stop = new AbortController()
    settings['WEBSITE_RUN_FROM_PACKAGE'] = 'https://old.test/p.zip'
    const run = await aBlobRun({}, { signal: stop.signal })
    const deployment = await run.deploy()
    stop.abort(new Error('SIGTERM'))
    await deployment.restore?.()
    expect(settings['WEBSITE_RUN_FROM_PACKAGE']).toBe('https://old.test/p.zip')

    const late = new AbortController()
    const answer = server.handler
    server.handler = (request) => {
      if (request.path.endsWith('/appsettings/list')) late.abort(new Error('SIGTERM'))
      return answer(request)
    }
    const stopped = await aBlobRun({}, { signal: late.signal })
    expect(
      await deployPackage(stopped.session, stopped.site, { ...stopped.request, signal: late.signal }),
    ).toMatchObject({
      outcome: 'cancelled',
      state: 'WEBSITE_RUN_FROM_PACKAGE points to the new package',
    })
    expect(settings['WEBSITE_RUN_FROM_PACKAGE']).toContain('/go-azure-func-action/')
  })

  it('removes the setting again when there was none', async () => {
    const deployment = await (await aBlobRun()).deploy()
    await deployment.restore?.()
    expect(settings).not.toHaveProperty('WEBSITE_RUN_FROM_PACKAGE')
  })

  it('keeps the newest five packages of this app, and the one in use before', async () => {
    const run = await aBlobRun({ appName: 'tidy' })
    const addresses: string[] = []
    for (let day = 0; day < 8; day += 1) {
      await run.session.clock.sleep(60_000)
      // Somebody rolled back to the first package before the last deployment.
      if (day === 7) settings['WEBSITE_RUN_FROM_PACKAGE'] = addresses[0] ?? ''
      await run.deploy()
      addresses.push(settings['WEBSITE_RUN_FROM_PACKAGE'] ?? '')
    }
    const there = await Promise.all(
      addresses.map(async (address) => Buffer.isBuffer(await download(address))),
    )
    expect(there).toEqual([false, false, false, true, true, true, true, true])
    const other = await (await aBlobRun({ appName: 'tid' })).deploy()
    expect(codesOf(other)).toEqual(['warning blob-sas'])
    expect(await download(addresses[7] ?? '')).toEqual(packageBytes)
  })

  it('keeps an old package while the app still points to it', async () => {
    const run = await aBlobRun({ appName: 'pinned' })
    await run.deploy()
    const first = settings['WEBSITE_RUN_FROM_PACKAGE'] ?? ''
    for (let day = 0; day < 5; day += 1) {
      await run.session.clock.sleep(60_000)
      settings['WEBSITE_RUN_FROM_PACKAGE'] = first
      await run.deploy()
    }
    expect(await download(first)).toEqual(packageBytes)
  })

  it('leaves a failed sync to verification', async () => {
    syncStatus = 400
    const deployment = await (await aBlobRun()).deploy()
    expect(deployment.outcome).toBe('unconfirmed')
    expect(codesOf(deployment)).toContain('warning deployment-unsynced')
  })

  it('refuses a wrong key, without showing it', async () => {
    const wrong = connectionString().replace(key, Buffer.from('wrong').toString('base64'))
    settings['AzureWebJobsStorage'] = wrong
    const deployment = await (await aBlobRun()).deploy()
    expect(codesOf(deployment)).toEqual(['error blob-storage-refused'])
    expect(settings).not.toHaveProperty('WEBSITE_RUN_FROM_PACKAGE')
    expect(JSON.stringify(deployment)).not.toContain(Buffer.from('wrong').toString('base64'))
  })
})

describe('Linux Consumption with identities', () => {
  it('stores the package with a token and points to it without a signature', async () => {
    settings = { AzureWebJobsStorage__accountName: account, AzureWebJobsStorage__blobServiceUri: endpoint }
    const deployment = await (await aBlobRun({ hasIdentity: true })).deploy()
    expect(deployment.outcome).toBe('succeeded')
    expect(settings['WEBSITE_RUN_FROM_PACKAGE']).toBe(`${endpoint}/go-azure-func-action/${deployment.id}`)
    expect(codesOf(deployment)).toEqual(['notice blob-reader-role'])
    expect(deployment.findings[0]?.hint).toContain("--role 'Storage Blob Data Reader'")
  })

  it('says which role the deployer lacks', async () => {
    settings = { AzureWebJobsStorage__accountName: account, AzureWebJobsStorage__blobServiceUri: endpoint }
    const deployment = await (
      await aBlobRun({ hasIdentity: true }, {}, storageToken('https://wrong.test'))
    ).deploy()
    expect(codesOf(deployment)).toEqual(['error blob-storage-refused'])
    expect(deployment.findings[0]?.hint).toContain("--role 'Storage Blob Data Contributor'")
    expect(deployment.findings[0]?.hint).toContain(`/storageAccounts/${account}`)
  })

  it('prefers them to the key, and falls back to it', async () => {
    const good = await (await aBlobRun({ hasIdentity: true })).deploy()
    expect(settings['WEBSITE_RUN_FROM_PACKAGE']).not.toContain('sig=')
    expect(codesOf(good)).toEqual(['notice blob-reader-role'])
    const refused = await (
      await aBlobRun({ hasIdentity: true }, {}, storageToken('https://wrong.test'))
    ).deploy()
    expect(settings['WEBSITE_RUN_FROM_PACKAGE']).toContain('sig=')
    expect(codesOf(refused)).toEqual(['warning blob-sas'])
  })

  it('sends no token to a blob host outside the cloud', async () => {
    settings = {
      AzureWebJobsStorage__accountName: account,
      AzureWebJobsStorage__blobServiceUri: 'https://blobs.evil.test',
    }
    expect(codesOf(await (await aBlobRun()).deploy())).toEqual(['error azure-host-not-allowed'])
  })
})

describe('storagePlaces', () => {
  const cloud = cloudAt('https://arm.test')
  const publicCloud = { ...cloud, blobHostSuffixes: ['.blob.core.windows.net'] }
  const placesOf = (values: Record<string, string>, hasIdentity = false): unknown =>
    storagePlaces(publicCloud, aSite({ hasIdentity, settings: new AppSettings(Object.entries(values)) }))

  it('builds the endpoint from the account and the cloud', () => {
    expect(placesOf({ AzureWebJobsStorage__accountName: 'store' })).toEqual([
      {
        way: 'identity',
        account: 'store',
        endpoint: 'https://store.blob.core.windows.net',
        isIdentityNamed: false,
      },
    ])
    expect(
      readConnectionString(
        publicCloud,
        'AccountName=a1b;AccountKey=x==;EndpointSuffix=core.chinacloudapi.cn',
      ),
    ).toEqual({
      way: 'key',
      account: 'a1b',
      key: 'x==',
      endpoint: 'https://a1b.blob.core.chinacloudapi.cn',
    })
  })

  it('has none without a setting', () => {
    expect(placesOf({})).toEqual([])
  })

  it.each([
    [{ AzureWebJobsStorage: '@Microsoft.KeyVault(SecretUri=https://v/s)' }, 'Key Vault'],
    [{ AzureWebJobsStorage: 'hunter2' }, 'AccountName'],
    [{ AzureWebJobsStorage: 'AccountName=a;AccountKey=hunter2;BlobEndpoint=http://a' }, 'https'],
    [{ AzureWebJobsStorage__accountName: 'Not An Account' }, 'no storage account'],
    [{ AzureWebJobsStorage__blobServiceUri: 'http://a' }, 'https'],
  ])('refuses %j without showing the value', (values, inMessage) => {
    expect(() => placesOf(values)).toThrow(inMessage)
    expect(() => placesOf(values)).not.toThrow('hunter2')
  })
})

it('fails without a storage before anything is sent', async () => {
  settings = {}
  const run = await aBlobRun({}, { log: keepingLog() })
  expect(codesOf(await run.deploy())).toEqual(['error blob-storage-missing'])
  expect(server.requests).toEqual([])
})
