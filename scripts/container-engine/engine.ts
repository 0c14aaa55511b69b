/**
 * A container engine for tests: Docker's own daemon with everything of it in one folder, which ends with it. Needs
 * root and `dockerd`; no registry is there, so that images are imported.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { accessSync, constants, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

export interface TestEngine {
  /** For the environment of whoever asks it. */
  readonly dockerHost: string
  /** Runs `docker` with these words. */
  docker(args: readonly string[], input?: Buffer): string
  stop(): Promise<void>
}

const startTimeoutMs = 60_000

/** @returns why there can be no engine here; undefined when there can */
export function engineHindrance(): string | undefined {
  if (process.platform !== 'linux') return 'the daemon of Docker runs on Linux only'
  if (process.getuid?.() !== 0) return 'the daemon of Docker is started as root only'
  if (!['dockerd', 'docker'].every(isOnPath)) return 'dockerd is not on PATH: node scripts/setup.mjs engine'
  return undefined
}

function isOnPath(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/** @throws Error with the end of the daemon's log */
export async function startEngine(): Promise<TestEngine> {
  // A socket's path has little room.
  const folder = mkdtempSync(join('/tmp', 'engine-'))
  const socket = join(folder, 'docker.sock')
  const log = join(folder, 'log')
  const file = openSync(log, 'w')
  const daemon = spawn(
    'dockerd',
    [
      ...['--storage-driver=vfs', '--data-root', join(folder, 'data'), '--exec-root', join(folder, 'exec')],
      ...['--bridge', 'none', '--pidfile', join(folder, 'pid'), '--host', `unix://${socket}`],
    ],
    { stdio: ['ignore', file, file], env: { ...process.env, TMPDIR: tmpdir() } },
  )
  const dockerHost = `unix://${socket}`
  const docker = (args: readonly string[], input?: Buffer): string => {
    const { status, stdout, stderr } = spawnSync('docker', args, {
      env: { ...process.env, DOCKER_HOST: dockerHost },
      maxBuffer: 64 * 2 ** 20,
      ...(input === undefined ? {} : { input }),
    })
    if (status !== 0) throw new Error(`docker ${args.join(' ')}: ${stderr}`)
    return stdout.toString()
  }
  const stop = async (): Promise<void> => {
    // A bridge would outlive its daemon.
    try {
      const containers = docker(['ps', '--all', '--quiet']).split('\n').filter(Boolean)
      if (containers.length > 0) docker(['rm', '--force', ...containers])
      docker(['network', 'prune', '--force'])
    } catch {
      // It is not well, and ends all the same.
    }
    await end(daemon)
    rmSync(folder, { recursive: true, force: true })
  }
  const deadline = performance.now() + startTimeoutMs
  for (;;) {
    try {
      docker(['version'])
      return { dockerHost, docker, stop }
    } catch {
      if (daemon.exitCode !== null || performance.now() > deadline) {
        const last = readFileSync(log, 'utf8').slice(-2000)
        await stop()
        throw new Error(`dockerd did not start: ${last}`)
      }
      await delay(200)
    }
  }
}

async function end(daemon: ChildProcess): Promise<void> {
  if (daemon.exitCode !== null) return
  const ended = new Promise<void>((resolve) => daemon.once('close', () => resolve()))
  daemon.kill('SIGTERM')
  await Promise.race([ended, delay(15_000).then(() => daemon.kill('SIGKILL'))])
}
