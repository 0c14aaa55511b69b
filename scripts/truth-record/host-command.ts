/** A host that a command starts, once for each package, on this machine. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { RunningHost } from '../../src/host/container/running-host'
import {
  type HostPackage,
  type HostSource,
  hostKeys,
  hostSource,
  keyFile,
  packageVariables,
} from './host-source'

/** Above, a connection of somebody else may hold the port, and the host ends at once. */
const ports = { first: 20_000, last: 32_000 }
const patienceMs = 5000
const maximumLogLines = 200_000

/** @param command a line for `sh`; the package, the address and the keys are in its environment */
export function commandSource(command: string): HostSource {
  return hostSource(command, (given) => startCommand(command, given))
}

async function startCommand(command: string, given: HostPackage): Promise<RunningHost> {
  const own = mkdtempSync(join(tmpdir(), 'truth-host-'))
  const secrets = join(own, 'secrets')
  const home = join(own, 'home')
  for (const folder of [secrets, home]) mkdirSync(folder)
  writeFileSync(join(secrets, 'host.json'), keyFile)
  const port = await freePort()
  const variables = Object.entries({
    HOME: home,
    FUNCTIONS_WORKER_RUNTIME: 'custom',
    FUNCTIONS_EXTENSION_VERSION: '~4',
    AzureWebJobsSecretStorageType: 'files',
    AzureFunctionsJobHost__logging__console__isEnabled: 'true',
    ...packageVariables(given),
    AzureWebJobsScriptRoot: given.folder,
    ASPNETCORE_URLS: `http://127.0.0.1:${port}`,
    FUNCTIONS_SECRETS_PATH: secrets,
    FUNCTIONS_LOG_PATH: join(own, 'log'),
  }).map(([name, value]) => `${name}=${value}`)
  // A shell drops variables whose names have dots or colons, as those of the host have; `env` passes them on.
  const child = spawn('/bin/sh', ['-c', `exec env "$@" ${command}`, 'sh', ...variables], {
    env: { PATH: process.env['PATH'] },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const log: string[] = []
  for (const stream of [child.stdout, child.stderr]) collectLines(stream, log)
  const exited = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    child.once('close', resolve)
  })
  void exited.then(() => taken.delete(port))
  return {
    origin: `http://127.0.0.1:${port}`,
    masterKey: hostKeys.master,
    log: () => log,
    exited,
    stop: async () => {
      await end(child, exited)
      rmSync(own, { recursive: true, force: true })
    },
  }
}

function collectLines(stream: NodeJS.ReadableStream, log: string[]): void {
  let rest = ''
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    if (log.length < maximumLogLines) log.push(...lines)
  })
}

/** Asks the whole group to end, since the shell's child is the host. */
async function end({ pid }: ChildProcess, exited: Promise<number | null>): Promise<void> {
  if (pid === undefined) return
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    try {
      process.kill(-pid, signal)
    } catch {
      return
    }
    const isOver = exited.then(() => true)
    if (await Promise.race([isOver, delay(patienceMs, false, { ref: false })])) return
  }
}

const taken = new Set<number>()

async function freePort(): Promise<number> {
  for (;;) {
    const port = ports.first + Math.floor(Math.random() * (ports.last - ports.first))
    if (taken.has(port)) continue
    taken.add(port)
    if (await isFree(port)) return port
    taken.delete(port)
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => server.close(() => resolve(true)))
  })
}
