import { spawn } from 'node:child_process'
import { getEventListeners, once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { endWith } from '../../scripts/prove-azure/stopping'

describe('a program of a proof', () => {
  it('is forgotten when it has ended', async () => {
    const { signal } = new AbortController()
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
    endWith(child, signal)
    expect(getEventListeners(signal, 'abort')).toHaveLength(1)
    await once(child, 'close')
    expect(getEventListeners(signal, 'abort')).toHaveLength(0)
  })

  it.each(['before', 'after'])('ends when the proof is stopped %s it begins', async (when) => {
    const stop = new AbortController()
    if (when === 'before') stop.abort()
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
    endWith(child, stop.signal)
    stop.abort()
    const [code, name] = await once(child, 'close')
    expect([code, name]).toEqual([null, 'SIGTERM'])
  })
})
