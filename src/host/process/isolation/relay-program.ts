/**
 * The program that stands between this process and an isolated handler: JavaScript text for `node -e`, since it runs
 * as a process of its own. It has the handler's network and a process namespace around the handler's; the handler
 * cannot see it.
 */

/** What the relay reads from its standard input, as one line of JSON. The end of that input is the handler's end. */
export interface RelayOrder {
  /** Program and arguments that make the handler's namespaces and become the handler. */
  readonly command: readonly string[]
  /** The handler's complete environment. */
  readonly environment: Readonly<Record<string, string>>
  /** The port on 127.0.0.1 that connections are passed to. */
  readonly port: number
  /** A folder that only this process and the relay write to. At the end of its input the relay removes it. */
  readonly folder: string
}

/** Files in the relay's folder. */
export const relayFiles = {
  /** A Unix socket. The relay answers `+` when the handler took the connection, and closes it when not. */
  gate: 'gate',
  /** The relay's process id as this process sees it. It is there as soon as the handler is. */
  pid: 'pid',
  /** JSON `{code, signal}` of the handler's end. */
  exit: 'exit',
} as const

// It is the first process of its namespace, so the kernel ends everything in there with it, however it ends.
export const relayProgram = String.raw`
const { spawn } = require('node:child_process')
const { chmodSync, readlinkSync, rmSync, writeFileSync } = require('node:fs')
const { connect, createServer } = require('node:net')
let text = ''
let leave = () => {}
process.stdin.on('end', () => { leave(); process.exit(1) })
process.stdin.on('data', (chunk) => {
  text += chunk
  if (!text.endsWith('\n')) return
  process.stdin.removeAllListeners('data').resume()
  start(JSON.parse(text))
})
function start({ command: [file, ...args], environment, port, folder }) {
  leave = () => { try { rmSync(folder, { recursive: true, force: true }) } catch {} }
  const write = (name, content) => writeFileSync(folder + '/' + name, content)
  const child = spawn(file, args, { env: environment, stdio: ['ignore', 'inherit', 'inherit', 'pipe'] })
  let isReady = false
  child.stdio[3].once('data', () => {
    isReady = true
    write('${relayFiles.pid}', readlinkSync('/proc/self'))
    const gate = folder + '/${relayFiles.gate}'
    createServer({ allowHalfOpen: true }, (client) => pass(client, port)).listen(gate, () => chmodSync(gate, 0o666))
  })
  child.once('error', (error) => { console.error(error.message); process.exit(1) })
  child.once('close', (code, signal) => {
    if (isReady) write('${relayFiles.exit}', JSON.stringify({ code, signal }))
    process.exit(code ?? 1)
  })
}
function pass(client, port) {
  const handler = connect({ host: '127.0.0.1', port, allowHalfOpen: true })
  const end = () => { client.destroy(); handler.destroy() }
  for (const socket of [client, handler]) socket.on('error', end)
  handler.once('connect', () => {
    client.write('+')
    client.pipe(handler)
    handler.pipe(client)
  })
}
`
