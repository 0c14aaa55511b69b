/** Whether a container is reached from here at all. */
import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** An address that can be reached answers or refuses within moments. */
const reachTimeoutMs = 5000

/** Whether there is a way to the port. One that refuses is reached: the host has not begun to listen. */
export async function reach(
  address: string,
  port: number,
  running: { readonly hasExited: () => boolean },
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const deadline = performance.now() + reachTimeoutMs
  while (performance.now() < deadline && !running.hasExited()) {
    signal?.throwIfAborted()
    if ((await tryConnection(address, port)) === 'reached') return true
    await delay(200)
  }
  return false
}

function tryConnection(host: string, port: number): Promise<'reached' | 'not-reached'> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 })
    const end = (answer: 'reached' | 'not-reached') => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => end('reached'))
    socket.once('timeout', () => end('not-reached'))
    socket.once('error', ({ code }: NodeJS.ErrnoException) =>
      end(code === 'ECONNREFUSED' || code === 'ECONNRESET' ? 'reached' : 'not-reached'),
    )
  })
}
