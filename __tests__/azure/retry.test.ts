import { describe, expect, it } from 'vitest'
import { HttpError, isTransient } from '../../src/azure/http/http-error'
import { redactText, redactUrl } from '../../src/azure/http/redact'
import { retry } from '../../src/azure/http/retry'
import { fastClock } from './loopback'

function failure(status: number, more: { networkCode?: string; retryAfterMs?: number } = {}): HttpError {
  return new HttpError({ method: 'GET', url: 'https://a.test/x?sig=abc', status, ...more })
}

describe('isTransient', () => {
  it.each([
    [408, true],
    [429, true],
    [500, true],
    [502, true],
    [503, true],
    [504, true],
    [501, false],
    [505, false],
    [400, false],
    [401, false],
    [403, false],
    [404, false],
    [409, false],
    [302, false],
  ])('status %i: %s', (status, expected) => {
    expect(isTransient(failure(status))).toBe(expected)
  })

  it.each([
    ['ECONNRESET', true],
    ['ETIMEDOUT', true],
    ['EAI_AGAIN', true],
    ['ENOTFOUND', true],
    ['EPIPE', true],
    ['EHOSTUNREACH', true],
    ['SELF_SIGNED_CERT_IN_CHAIN', false],
    ['CERT_HAS_EXPIRED', false],
  ])('connection error %s: %s', (networkCode, expected) => {
    expect(isTransient(failure(0, { networkCode }))).toBe(expected)
  })

  it('is false for anything that is no answer of a server', () => {
    expect(isTransient(new TypeError('x'))).toBe(false)
    expect(isTransient('reset')).toBe(false)
  })
})

describe('retry', () => {
  const policy = () => {
    const clock = fastClock()
    return { clock, deadline: clock.now() + 60_000, attempts: 4 }
  }

  it('doubles its waits with jitter and returns the first success', async () => {
    const bounds = policy()
    let tries = 0
    const result = await retry(bounds, async () => {
      tries += 1
      if (tries < 4) throw failure(503)
      return tries
    })
    expect(result).toBe(4)
    expect(bounds.clock.sleeps).toEqual([750, 1500, 3000])
  })

  it('waits as long as the server asks', async () => {
    const bounds = policy()
    let tries = 0
    await retry(bounds, async () => {
      tries += 1
      if (tries === 1) throw failure(429, { retryAfterMs: 7000 })
    })
    expect(bounds.clock.sleeps).toEqual([7000])
  })

  it('stops at the number of attempts', async () => {
    const bounds = policy()
    let tries = 0
    const run = retry(bounds, async () => {
      tries += 1
      throw failure(500)
    })
    await expect(run).rejects.toThrow('answered 500')
    expect(tries).toBe(4)
  })

  it('stops when the wait would pass the deadline', async () => {
    const bounds = { ...policy(), attempts: 100 }
    const run = retry(bounds, async () => {
      throw failure(503, { retryAfterMs: 25_000 })
    })
    await expect(run).rejects.toThrow('503')
    expect(bounds.clock.sleeps).toEqual([25_000, 25_000])
  })

  it('waits beyond the deadline when the server asks for it and there is patience', async () => {
    const plain = policy()
    const bounds = { ...plain, patience: plain.clock.now() + 600_000 }
    const deadlines: number[] = []
    const result = await retry(bounds, async (attempt, deadline) => {
      deadlines.push(deadline)
      if (attempt === 1) throw failure(429, { retryAfterMs: 300_000 })
      return 'done'
    })
    expect(result).toBe('done')
    expect(bounds.clock.sleeps).toEqual([300_000])
    expect((deadlines[1] ?? 0) - (deadlines[0] ?? 0)).toBe(300_000)
  })

  it('does not wait beyond its patience', async () => {
    const plain = policy()
    const bounds = { ...plain, patience: plain.clock.now() + 200_000 }
    const run = retry(bounds, async () => {
      throw failure(429, { retryAfterMs: 300_000 })
    })
    await expect(run).rejects.toThrow('429')
    expect(bounds.clock.sleeps).toEqual([])
  })

  it('does not try again what no waiting changes', async () => {
    const bounds = policy()
    await expect(retry(bounds, () => Promise.reject(failure(404)))).rejects.toThrow('404')
    expect(bounds.clock.sleeps).toEqual([])
  })

  it('rejects with the reason of the signal', async () => {
    const stop = new AbortController()
    const bounds = { ...policy(), signal: stop.signal }
    const run = retry(bounds, async () => {
      stop.abort(new Error('stopped by hand'))
      throw failure(503)
    })
    await expect(run).rejects.toThrow('503')
    await expect(retry(bounds, async () => 1)).rejects.toThrow('stopped by hand')
  })
})

describe('redaction', () => {
  it.each([
    ['https://s.blob.core.windows.net/c/b?sv=1&sig=AbC%2F%3D&se=2', 'AbC'],
    ['DefaultEndpointsProtocol=https;AccountName=a;AccountKey=c2VjcmV0;EndpointSuffix=x', 'c2VjcmV0'],
    ['Authorization: Bearer abcdefghij.klm', 'abcdefghij'],
    ['token eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.signature123 end', 'signature123'],
    ['https://$user:hunter2@app.scm.azurewebsites.net', 'hunter2'],
    ['client_assertion=abc123&x=1', 'abc123'],
    ['https://app/api/f?code=FunctionKey==', 'FunctionKey'],
  ])('takes the secret out of %s', (text, secret) => {
    expect(redactText(text)).not.toContain(secret)
    expect(redactText(text)).toContain('***')
  })

  it('leaves plain text alone and cuts long text', () => {
    expect(redactText('host is Running')).toBe('host is Running')
    expect(redactText('x'.repeat(5000), 10)).toBe(`${'x'.repeat(10)}…`)
  })

  it('shows no query of a URL', () => {
    expect(redactUrl('https://u:p@h.test/a?b=c#d')).toBe('https://h.test/a')
    expect(failure(500).url).toBe('https://a.test/x')
    expect(failure(500).message).not.toContain('abc')
  })
})
