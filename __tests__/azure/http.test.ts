import { createHash } from 'node:crypto'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type HttpClient } from '../../src/azure/http/http'
import { type HttpError, isCertificateProblem, isTransient } from '../../src/azure/http/http-error'
import { clockFindings } from '../../src/azure/http/runner-clock'
import { openFile } from '../../src/files/opened-file'
import { type LoopbackServer, startServer } from './loopback'

let server: LoopbackServer
let http: HttpClient
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'azure-http-'))
})
beforeEach(async () => {
  server = await startServer()
  http = createHttpClient({ ca: server.ca })
})
afterEach(() => server.close())
afterAll(() => rm(folder, { recursive: true, force: true }))

async function failureOf(work: Promise<unknown>): Promise<HttpError> {
  return work.then(
    () => Promise.reject(new Error('It did not fail.')),
    (error) => error as HttpError,
  )
}

describe('createHttpClient', () => {
  it('sends headers and body and returns the answer', async () => {
    server.handler = () => ({
      status: 201,
      headers: { 'x-ms-request-id': 'r1', 'Retry-After': '7' },
      body: { a: 1 },
    })
    const answer = await http.send({
      method: 'PUT',
      url: `${server.origin}/a?b=c`,
      headers: { 'Content-Type': 'application/json' },
      body: '{"x":1}',
      timeoutMs: 5000,
    })
    expect(answer).toMatchObject({ status: 201, body: '{"a":1}', requestId: 'r1', retryAfterMs: 7000 })
    expect(server.requests[0]?.body.toString()).toBe('{"x":1}')
    expect(server.requests[0]?.headers['user-agent']).toMatch(/^go-azure-func-action\/\d/)
  })

  it('sends a POST without a body with its length', async () => {
    server.handler = () => ({ status: 204 })
    await http.send({ method: 'POST', url: `${server.origin}/sync`, timeoutMs: 5000 })
    expect(server.requests[0]?.headers['content-length']).toBe('0')
  })

  it.each([
    [{ 'Retry-After': '3' }, 3000],
    [{ Retryafter: '30' }, 30_000],
    [{ 'retry-after-ms': '250' }, 250],
    [{ 'Retry-After': 'soon' }, undefined],
    [{}, undefined],
  ])('reads how long to wait from %j', async (headers, expected) => {
    server.handler = () => ({ status: 200, headers: headers as Record<string, string> })
    const answer = await http.send({ method: 'GET', url: server.origin, timeoutMs: 5000 })
    expect(answer.retryAfterMs).toBe(expected)
  })

  it('reads a date in Retry-After', async () => {
    server.handler = () => ({ headers: { 'Retry-After': new Date(Date.now() + 20_000).toUTCString() } })
    const { retryAfterMs } = await http.send({ method: 'GET', url: server.origin, timeoutMs: 5000 })
    expect(retryAfterMs).toBeGreaterThan(15_000)
    expect(retryAfterMs).toBeLessThanOrEqual(20_000)
  })

  it('fails with status, place, excerpt and request id, without the query', async () => {
    server.handler = () => ({
      status: 403,
      headers: { 'x-ms-correlation-request-id': 'c1' },
      body: '<html><head><style>x{}</style></head><body>This web app is stopped.</body></html>',
    })
    const error = await failureOf(
      http.send({ method: 'GET', url: `${server.origin}/a?sig=secret`, timeoutMs: 5000 }),
    )
    expect(error).toMatchObject({ status: 403, method: 'GET', url: `${server.origin}/a`, requestId: 'c1' })
    expect(error.message).toContain('This web app is stopped.')
    expect(error.message).not.toMatch(/secret|style|html/)
  })

  it('does not follow a redirect, and takes no token elsewhere', async () => {
    const foreign = await startServer(() => ({ status: 200 }))
    try {
      server.handler = () => ({ status: 307, headers: { Location: `${foreign.origin}/steal` } })
      const error = await failureOf(
        http.send({
          method: 'GET',
          url: `${server.origin}/a`,
          headers: { Authorization: 'Bearer t' },
          timeoutMs: 5000,
        }),
      )
      expect(error.status).toBe(307)
      expect(error.message).toContain(`'${foreign.host}', which is not followed`)
      expect(foreign.requests).toEqual([])
    } finally {
      await foreign.close()
    }
  })

  it('ends a request that takes too long', async () => {
    server.handler = () => new Promise(() => undefined)
    const error = await failureOf(http.send({ method: 'GET', url: server.origin, timeoutMs: 100 }))
    expect(error).toMatchObject({ status: 0, networkCode: 'ETIMEDOUT' })
  })

  it('ends an answer that never ends', async () => {
    const slow = await startServer()
    slow.handler = () => ({ headers: { 'Content-Length': '1000' }, body: 'x' })
    const error = await failureOf(
      createHttpClient({ ca: slow.ca }).send({ method: 'GET', url: slow.origin, timeoutMs: 200 }),
    )
    await slow.close()
    expect(error.status).toBe(0)
  })

  it('cuts an answer that is too large', async () => {
    server.handler = () => ({ body: 'x'.repeat(100_000) })
    const answer = await http.send({ method: 'GET', url: server.origin, timeoutMs: 5000, maxBodyBytes: 1000 })
    expect(answer.isCut).toBe(true)
    expect(answer.body).toHaveLength(1000)
  })

  it('rejects with the reason of the signal', async () => {
    server.handler = () => new Promise(() => undefined)
    const stop = new AbortController()
    const run = http.send({ method: 'GET', url: server.origin, timeoutMs: 5000, signal: stop.signal })
    setTimeout(() => stop.abort(new Error('stopped by hand')), 50)
    await expect(run).rejects.toThrow('stopped by hand')
  })

  it('names a connection that was reset', async () => {
    server.handler = () => ({ isReset: true })
    const error = await failureOf(http.send({ method: 'GET', url: server.origin, timeoutMs: 5000 }))
    expect(error).toMatchObject({ status: 0, networkCode: 'ECONNRESET' })
  })

  it('recognises a certificate that is not trusted', async () => {
    const error = await failureOf(
      createHttpClient().send({ method: 'GET', url: server.origin, timeoutMs: 5000 }),
    )
    expect(isCertificateProblem(error)).toBe(true)
    expect(error.message).not.toContain('Authorization')
  })

  it('refuses a proxy variable that is no URL, without showing it', () => {
    process.env['HTTPS_PROXY'] = 'user:hunter2@:::'
    try {
      expect(() => createHttpClient()).toThrow('HTTPS_PROXY')
      expect(() => createHttpClient()).not.toThrow('hunter2')
    } finally {
      delete process.env['HTTPS_PROXY']
    }
  })

  it('goes through the proxy of the environment', async () => {
    const asked: string[] = []
    const proxy = createServer((socket) => {
      socket.once('data', (data) => {
        asked.push(data.toString().split('\r\n')[0] ?? '')
        socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n')
      })
    })
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    process.env['HTTPS_PROXY'] = `http://127.0.0.1:${(proxy.address() as { port: number }).port}`
    try {
      const run = createHttpClient().send({ method: 'GET', url: 'https://app.azure.test/x', timeoutMs: 5000 })
      await failureOf(run)
      expect(asked).toEqual(['CONNECT app.azure.test:443 HTTP/1.1'])
    } finally {
      delete process.env['HTTPS_PROXY']
      proxy.close()
    }
  })
})

describe('every request', () => {
  it('carries an id of its own and our version, and an error quotes the id', async () => {
    server.handler = () => ({ status: 500 })
    const error = await failureOf(http.send({ method: 'GET', url: server.origin, timeoutMs: 5000 }))
    const [request] = server.requests
    const id = String(request?.headers['x-ms-client-request-id'])
    expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    expect(error.message).toContain(`(client request ${id})`)
    expect(request?.headers['user-agent']).toMatch(/^go-azure-func-action\/\d+\.\d+\.\d+$/)
  })

  it.each([
    [undefined, []],
    [4 * 60_000, []],
    [7 * 60_000, ['7 minutes behind']],
    [-9 * 60_000, ['9 minutes ahead of']],
  ])('tells how far the clocks are apart: %s', (aheadMs, expected) => {
    const messages = clockFindings(aheadMs).map(({ message }) => message)
    expect(messages).toHaveLength(expected.length)
    for (const [index, text] of expected.entries()) expect(messages[index]).toContain(text)
  })

  it('learns the clock of the server', async () => {
    server.handler = () => ({ headers: { Date: new Date(Date.now() + 3_600_000).toUTCString() } })
    await http.send({ method: 'GET', url: server.origin, timeoutMs: 5000 })
    expect(Math.round((http.clockAheadMs?.() ?? 0) / 60_000)).toBe(60)
  })

  it.each(['gzip', 'deflate', 'br'])('reads an answer in %s, within its bound', async (encoding) => {
    const encode = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync }[encoding] ?? gzipSync
    let text = 'a small answer'
    server.handler = () => ({ headers: { 'Content-Encoding': encoding }, bytes: encode(Buffer.from(text)) })
    const request = { method: 'GET', url: server.origin, timeoutMs: 5000 } as const
    expect((await http.send(request)).body).toBe('a small answer')
    text = 'x'.repeat(5_000_000)
    const bomb = await http.send({ ...request, maxBodyBytes: 10_000 })
    expect(bomb).toMatchObject({ isCut: true, body: 'x'.repeat(10_000) })
  })
})

describe('an encoded answer', () => {
  const packed = gzipSync(Buffer.from('a small answer'))
  const ask = (headers: Record<string, string>, bytes: Buffer, status = 200) => {
    server.handler = () => ({ status, headers, bytes })
    return http.send({ method: 'GET', url: server.origin, timeoutMs: 5000 })
  }

  it.each<[string, Buffer]>([
    ['GZIP', packed],
    ['identity', Buffer.from('a small answer')],
    ['gzip, br', brotliCompressSync(packed)],
    ['br, gzip,', gzipSync(brotliCompressSync(Buffer.from('a small answer')))],
  ])('is read in %s', async (encoding, bytes) => {
    expect((await ask({ 'Content-Encoding': encoding }, bytes)).body).toBe('a small answer')
  })

  it.each(['gzip', 'br', 'deflate', 'zstd'])('may be empty in %s', async (encoding) => {
    expect((await ask({ 'Content-Encoding': encoding }, Buffer.alloc(0))).body).toBe('')
    expect((await ask({ 'Content-Encoding': encoding }, Buffer.alloc(0), 204)).status).toBe(204)
  })

  it.each<[string, string, Buffer]>([
    ['garbage', 'gzip', Buffer.from('<p>no compressed data</p>')],
    ['garbage', 'br', Buffer.from('<p>no compressed data</p>')],
    ['garbage', 'deflate', Buffer.from('<p>no compressed data</p>')],
    ['its first half', 'gzip', packed.subarray(0, packed.length / 2)],
    ['its first half', 'br', brotliCompressSync(Buffer.from('a small answer')).subarray(0, 5)],
    ['one layer', 'gzip, br', packed],
    ['what nobody knows', 'zstd', packed],
    ['too many layers', 'gzip, gzip, gzip, gzip', packed],
  ])('that is %s in %s is named and worth another try', async (_, encoding, bytes) => {
    const error = await failureOf(ask({ 'Content-Encoding': encoding }, bytes))
    expect(error).toMatchObject({ name: 'HttpError', status: 200 })
    expect(error.message).toContain(encoding)
    expect(isTransient(error)).toBe(true)
  })

  it('keeps the status of a refusal that cannot be read', async () => {
    const refusal = ask({ 'Content-Encoding': 'gzip' }, Buffer.from('garbage'), 403)
    expect(await failureOf(refusal)).toMatchObject({ status: 403 })
  })
})

describe('uploads', () => {
  const content = Buffer.alloc(1_500_000, 'z')
  const uploadOf = async (path: string, inspected: Buffer) => ({
    file: await openFile(path),
    sizeBytes: inspected.length,
    sha256: createHash('sha256').update(inspected).digest('hex'),
  })

  it('streams a file with its length and reports progress to the end', async () => {
    const path = join(folder, 'package.zip')
    await writeFile(path, content)
    server.handler = () => ({ status: 202 })
    const sent: number[] = []
    await http.send({
      method: 'POST',
      url: `${server.origin}/api/publish`,
      body: { ...(await uploadOf(path, content)), onProgress: (progress) => sent.push(progress.sentBytes) },
      timeoutMs: 10_000,
    })
    const [request] = server.requests
    expect(request?.headers['content-length']).toBe(String(content.length))
    expect(request?.headers['transfer-encoding']).toBeUndefined()
    expect(request?.body.equals(content)).toBe(true)
    expect(sent.at(-1)).toBe(content.length)
    expect(sent.length).toBeGreaterThan(3)
    expect([...sent].sort((one, other) => one - other)).toEqual(sent)
  })

  it('takes an answer that comes before the body was read', async () => {
    const path = join(folder, 'early.zip')
    await writeFile(path, Buffer.alloc(20_000_000, 'z'))
    server.early = () => ({ status: 409, body: 'There is a deployment currently in progress.' })
    const run = http.send({
      method: 'POST',
      url: `${server.origin}/api/publish`,
      body: await uploadOf(path, Buffer.alloc(20_000_000, 'z')),
      timeoutMs: 10_000,
    })
    expect((await failureOf(run)).status).toBe(409)
  })

  it.each([
    ['grew', content, content.subarray(0, 1000)],
    ['shrank', content, Buffer.concat([content, content])],
    ['has other bytes of the same number', Buffer.from(content).fill('y', 1_499_990), content],
  ])('never comes to its end when the file %s', async (_, written, inspected) => {
    const path = join(folder, 'changed.zip')
    await writeFile(path, written)
    server.handler = () => ({ status: 202 })
    const body = await uploadOf(path, inspected)
    const run = http.send({ method: 'POST', url: server.origin, body, timeoutMs: 5000 })
    await expect(run).rejects.toMatchObject({ code: 'package-changed' })
    expect(server.requests).toEqual([])
  })

  it('sends what was opened, also when another file took its name', async () => {
    const path = join(folder, 'replaced.zip')
    await writeFile(path, content)
    const body = await uploadOf(path, content)
    await writeFile(join(folder, 'other.zip'), 'another package')
    await rename(join(folder, 'other.zip'), path)
    server.handler = () => ({ status: 202 })
    await http.send({ method: 'POST', url: server.origin, body, timeoutMs: 5000 })
    expect(server.requests[0]?.body.equals(content)).toBe(true)
  })

  it('takes an early answer also when the server closes right after it', async () => {
    const path = join(folder, 'closing.zip')
    const large = Buffer.alloc(20_000_000, 'z')
    await writeFile(path, large)
    server.early = (request) => ({
      status: 409,
      body: 'There is a deployment currently in progress.',
      headers: { 'X-Connection': String(request.headers['connection']) },
    })
    const upload = await uploadOf(path, large)
    for (let round = 0; round < 5; round += 1) {
      const run = http.send({ method: 'POST', url: server.origin, body: upload, timeoutMs: 10_000 })
      expect(await failureOf(run)).toMatchObject({ status: 409 })
    }
    // A server that is asked to close may reset the connection while the package is still coming.
    expect(server.requests.map(({ headers }) => headers['connection'])).not.toContain('close')
  })

  it('are refused when the file shrinks between two tries', async () => {
    const path = join(folder, 'shrinking.zip')
    await writeFile(path, content)
    const body = await uploadOf(path, content)
    server.handler = () => ({ status: 401 })
    const request = { method: 'POST', url: server.origin, body, timeoutMs: 5000 } as const
    expect(await failureOf(http.send(request))).toMatchObject({ status: 401 })
    await writeFile(path, content.subarray(0, 1000))
    await expect(http.send(request)).rejects.toMatchObject({ code: 'package-changed' })
    expect(server.requests).toHaveLength(1)
  })

  it('go over a connection of their own', async () => {
    const path = join(folder, 'fresh.zip')
    await writeFile(path, content)
    server.handler = () => ({ status: 202 })
    await http.send({ method: 'GET', url: server.origin, timeoutMs: 5000 })
    const body = await uploadOf(path, content)
    await http.send({ method: 'POST', url: server.origin, body, timeoutMs: 5000 })
    const [before, upload] = server.requests
    expect(upload?.port).not.toBe(before?.port)
  })
})
