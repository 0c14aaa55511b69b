/**
 * A port on this side of an isolated handler: whoever connects to it reaches the handler through the relay. Like the
 * handler's own port, it refuses connections until the handler listens.
 */
import { connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

const pollMs = 10
const accepted = 0x2b

export interface Gate {
  close(): void
}

/**
 * Opens the port as soon as the handler takes connections.
 *
 * @param port the same port as the handler's
 * @param socketPath the relay's socket
 * @param onError called when the port cannot be opened
 * @returns to be closed with the handler
 */
export function openGate(port: number, socketPath: string, onError: (error: Error) => void): Gate {
  const closing = new AbortController()
  const sockets = new Set<Socket>()
  let server: Server | undefined
  const open = async () => {
    while (!closing.signal.aborted) {
      const first = await reach(socketPath)
      if (first !== undefined) {
        first.destroy()
        break
      }
      await delay(pollMs, undefined, { ref: false })
    }
    if (closing.signal.aborted) return
    server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (client) => {
      sockets.add(client)
      client.once('close', () => sockets.delete(client))
      passOn(client, socketPath)
    })
    server.once('error', onError)
    server.listen({ host: '127.0.0.1', port, exclusive: true })
  }
  open().catch(onError)
  return {
    close: () => {
      closing.abort()
      server?.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

async function passOn(client: Socket, socketPath: string): Promise<void> {
  client.on('error', () => client.destroy())
  const relay = await reach(socketPath)
  if (relay === undefined || client.destroyed) {
    relay?.destroy()
    client.resetAndDestroy()
    return
  }
  client.once('close', () => relay.destroy())
  relay.once('error', () => client.destroy())
  client.pipe(relay)
  relay.pipe(client)
  client.resume()
}

/** Connects to the handler; undefined when it did not take the connection. */
function reach(socketPath: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ path: socketPath, allowHalfOpen: true })
    const refuse = () => {
      socket.destroy()
      resolve(undefined)
    }
    socket.on('error', refuse)
    socket.once('end', refuse)
    socket.once('close', refuse)
    socket.once('readable', () => {
      const mark: Buffer | null = socket.read(1)
      if (mark?.[0] !== accepted) return refuse()
      for (const name of ['error', 'end', 'close'] as const) socket.removeListener(name, refuse)
      socket.on('error', () => socket.destroy())
      resolve(socket)
    })
  })
}
