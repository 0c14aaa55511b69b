/** Writing a package to a real blob server, Azurite, behind the emulator. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BlobServiceClient, StorageSharedKeyCredential } from '@azure/storage-blob'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import { openPackageStore } from '../../src/azure/deploy/package-store'
import { createHttpClient } from '../../src/azure/http/http'
import { openFile } from '../../src/files/opened-file'
import { aSession, type LoopbackServer, startServer } from '../azure/loopback'

let emulator: Emulator
let server: LoopbackServer
let folder: string

beforeAll(async () => {
  emulator = await startEmulator({ apps: [anApp({ name: 'app', plan: 'consumption' })] })
  server = await startServer()
  folder = await mkdtemp(join(tmpdir(), 'package-store-'))
})
afterEach(() => emulator.faults.set({}))
afterAll(async () => {
  await emulator.stop()
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a package in the storage', () => {
  // More than two blocks, so that their order counts.
  const bytes = randomBytes(9_000_000)
  const sha256 = createHash('sha256').update(bytes).digest('hex')

  async function write(name: string) {
    const path = join(folder, name)
    await writeFile(path, bytes)
    const session = aSession(server, { http: createHttpClient({ ca: emulator.ca }) })
    const { account, blobEndpoint } = emulator.storage
    const place = { way: 'key', account: account.name, key: account.key, endpoint: blobEndpoint } as const
    const store = await openPackageStore(session, place)
    const file = await openFile(path)
    try {
      await store.write({
        name: `app/${name}`,
        package: { file, sizeBytes: bytes.length, sha256 },
        origin: { sha: 'c0ffee', repoName: 'octo/app', actor: 'mona', slotName: '' },
        deadline: session.clock.now() + 300_000,
        signal: session.signal,
      })
    } finally {
      await file.close()
    }
    const credential = new StorageSharedKeyCredential(account.name, account.key)
    const options = { keepAliveOptions: { enable: true }, tlsOptions: { ca: emulator.ca } }
    const service = new BlobServiceClient(blobEndpoint, credential, options)
    return service.getContainerClient('go-azure-func-action').getBlockBlobClient(`app/${name}`)
  }

  it('is what was inspected, with both digests', async () => {
    const blob = await write('whole.zip')
    expect((await blob.downloadToBuffer()).equals(bytes)).toBe(true)
    const { contentMD5, metadata, contentType } = await blob.getProperties()
    expect(Buffer.from(contentMD5 ?? []).equals(createHash('md5').update(bytes).digest())).toBe(true)
    expect(metadata?.['sha256']).toBe(sha256)
    expect(contentType).toBe('application/zip')
  })

  it('never becomes one when a block arrives with another byte', async () => {
    const path = /comp=block(?:&|$)/
    emulator.faults.set({
      requests: [{ service: 'storage', method: 'PUT', path, skip: 1, effect: { kind: 'damaged-body' } }],
    })
    await expect(write('damaged.zip')).rejects.toMatchObject({ name: 'HttpError', status: 400 })
    expect(emulator.requests.to('storage', 'PUT', /comp=blocklist/)).toHaveLength(1)
  })
})
