import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import type { RequestEffect } from '../../emulator/server/faults'
import { aPackage, EmulatorClient } from './emulator-client'

let emulator: Emulator
let client: EmulatorClient
let zip: Buffer

beforeAll(async () => {
  emulator = await startEmulator({
    apps: [anApp({ name: 'premium', plan: 'elastic-premium' })],
  })
  client = new EmulatorClient(emulator)
  zip = await aPackage()
})

afterEach(async () => {
  emulator.faults.set({})
  for (const app of emulator.state.apps) await expect.poll(() => app.lockedBy).toBeUndefined()
})

afterAll(async () => {
  client.close()
  await emulator.stop()
})

const deployments = () => client.scm('premium', 'GET', '/api/deployments')
const zipDeploy = () => client.scm('premium', 'POST', '/api/zipdeploy?isAsync=true', zip)

describe('a request fault', () => {
  const path = /^\/api\/deployments/

  function once(effect: RequestEffect): void {
    emulator.faults.set({ requests: [{ service: 'scm:premium', method: 'GET', path, effect }] })
  }

  it.each(['before-body', 'during-body', 'after-body', 'after-processing'] as const)(
    'resets the connection %s, once',
    async (when) => {
      const effect = { kind: 'reset', when } as const
      emulator.faults.set({
        requests: [{ service: 'scm:premium', method: 'POST', path: /zipdeploy/, effect }],
      })
      const received = emulator.state.get('premium').received.length
      await expect(zipDeploy()).rejects.toThrow(/hang up|ECONNRESET|EPIPE/)
      const isProcessed = when === 'after-processing'
      expect(emulator.state.get('premium').received.length - received).toBe(isProcessed ? 1 : 0)
      await expect.poll(() => emulator.state.get('premium').lockedBy).toBeUndefined()
      expect((await zipDeploy()).status).toBe(202)
    },
  )

  it('answers with a status of its own', async () => {
    once({ kind: 'status', status: 429, headers: { 'retry-after': '1' }, body: 'slow down' })
    const reply = await deployments()
    expect([reply.status, reply.headers['retry-after'], reply.text]).toEqual([429, '1', 'slow down'])
    expect((await deployments()).status).toBe(200)
  })

  it('cuts the text of an answer', async () => {
    await client.scm('premium', 'POST', '/api/zipdeploy', zip)
    once({ kind: 'truncated-text' })
    const reply = await deployments()
    expect(reply.status).toBe(200)
    expect(reply.text.length).toBeGreaterThan(10)
    expect(reply.json).toBeUndefined()
  })

  it('cuts the connection in the middle of an answer', async () => {
    once({ kind: 'truncated-answer' })
    await expect(deployments()).rejects.toThrow(/aborted/)
  })

  it('changes the content type', async () => {
    once({ kind: 'content-type', contentType: 'text/html' })
    expect((await deployments()).headers['content-type']).toBe('text/html')
  })

  it('redirects', async () => {
    once({ kind: 'redirect', location: 'https://example.com/' })
    const reply = await deployments()
    expect([reply.status, reply.headers['location']]).toEqual([302, 'https://example.com/'])
  })

  it('sends an answer in small pieces', async () => {
    once({ kind: 'trickle', chunkBytes: 200, everyMs: 5 })
    expect((await deployments()).json.length).toBeGreaterThan(0)
  })

  it('never answers', async () => {
    once({ kind: 'silence' })
    const { scmHost } = emulator.state.get('premium')
    const asked = client.send('GET', `https://${scmHost}/api/deployments`, {
      timeout: 100,
      signal: AbortSignal.timeout(150),
    })
    await expect(asked).rejects.toThrow(/abort/i)
  })

  it('can let some requests pass first, and is logged', async () => {
    const effect = { kind: 'status', status: 500 } as const
    emulator.faults.set({ requests: [{ path, effect, skip: 1, times: 2 }] })
    emulator.requests.clear()
    const seen = [await deployments(), await deployments(), await deployments(), await deployments()]
    expect(seen.map((reply) => reply.status)).toEqual([200, 500, 500, 200])
    const logged = emulator.requests.to('scm:premium', 'GET', path)
    expect(logged.map((each) => each.fault)).toEqual([undefined, 'status', 'status', undefined])
    expect(logged[0]).toMatchObject({
      audience: 'https://appservice.azure.com',
      scheme: 'Bearer',
      status: 200,
    })
    expect(JSON.stringify(logged)).not.toContain('eyJ')
  })
})
