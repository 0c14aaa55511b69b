import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openPackageStore, type PackageWrite } from '../../src/azure/deploy/package-store'
import { openFile } from '../../src/files/opened-file'
import {
  type Answer,
  aSession,
  cloudAt,
  type LoopbackServer,
  type SeenRequest,
  startServer,
} from './loopback'

let server: LoopbackServer
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.close())

describe('the storage library', () => {
  // It knows no other way to trust the certificate of a test.
  const folder = mkdtempSync(join(tmpdir(), 'storage-'))
  const path = join(folder, 'package.zip')
  const [sizeBytes, sha256] = [2, createHash('sha256').update('PK').digest('hex')]
  beforeEach(() => writeFileSync(path, 'PK'))
  afterEach(() => rmSync(path))

  const write = async (onBlob: (request: SeenRequest, count: number) => Answer, there = sha256) => {
    let blobs = 0
    const forgotten: string[] = []
    server.handler = (request) => {
      if (request.query.get('restype') === 'container') return { status: 201 }
      if (request.method === 'HEAD') {
        return { headers: { 'x-ms-meta-sha256': there, 'x-ms-blob-type': 'BlockBlob' } }
      }
      // The blocks; what makes a blob of them is the list.
      if (request.query.get('comp') === 'block') return { status: 201 }
      blobs += 1
      return onBlob(request, blobs)
    }
    const session = aSession(server, {
      cloud: { ...cloudAt(server.origin), blobHostSuffixes: [server.host] },
      forget: (purpose) => void forgotten.push(purpose),
    })
    const place = { way: 'key', account: 'store', key: 'a2V5', endpoint: `${server.origin}/store` } as const
    const request: PackageWrite = {
      name: 'app/p.zip',
      package: { file: await openFile(path), sizeBytes, sha256 },
      origin: { sha: 'c0ffee', repoName: 'octo/app', actor: 'mona', slotName: '' },
      deadline: session.clock.now() + 300_000,
      signal: session.signal,
    }
    await (await openPackageStore(session, place)).write(request)
    return { blobs, forgotten }
  }

  it.each([408, 429, 500, 502, 503, 504])('is made to try again after %i', async (status) => {
    await expect(write((_, count) => (count === 1 ? { status } : { status: 201 }))).resolves.toMatchObject({
      blobs: 2,
    })
  })

  it('gets a new token after a 401, once', async () => {
    const { forgotten } = await write((_, count) => ({ status: count === 1 ? 401 : 201 }))
    expect(forgotten).toEqual(['storage'])
    await expect(write(() => ({ status: 401 }))).rejects.toMatchObject({ status: 401 })
  })

  it('says that the name is taken when what is there is not its own', async () => {
    const taken = write(
      () => ({ status: 409, body: '<Error><Code>BlobAlreadyExists</Code></Error>' }),
      'other',
    )
    await expect(taken).rejects.toMatchObject({ status: 409 })
  })

  it('takes a package that is there already for its own when the answer was lost', async () => {
    const lost = (_: SeenRequest, count: number): Answer =>
      count === 1 ? { isReset: true } : { status: 409, headers: { 'x-ms-error-code': 'BlobAlreadyExists' } }
    await expect(write(lost)).resolves.toMatchObject({ blobs: 2 })
  })
})
