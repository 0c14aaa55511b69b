/**
 * A job as a runner lays it out, with everything that a handler could want of it, and an app in its temporary folder.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createSocketServer, type Server } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface AttackedJob {
  /** The package. */
  readonly app: string
  /** The handler's `/home`. */
  readonly home: string
  /** Text of the files that the runner reads after the step. */
  commandFiles(): readonly string[]
  close(): Promise<void>
}

export interface Attacks {
  /** Seconds that a process without parent sleeps; also how it is found. */
  readonly daemon?: string
  /** The process that stands for the action. */
  readonly pid?: number
}

const commandFiles = ['set_output', 'set_env', 'add_path', 'save_state', 'step_summary']

/**
 * Lays out the job and starts what listens on its machine.
 *
 * @param program from `buildAttacker`
 * @param attacks what the handler does besides answering
 * @returns the job; everything in it can be had by a handler that is started in the open
 */
export async function anAttackedJob(program: string, attacks: Attacks = {}): Promise<AttackedJob> {
  const folder = mkdtempSync(join(tmpdir(), 'job-'))
  // A runner's folders can be read by every user of the machine; the secrets in them are what is kept here.
  chmodSync(folder, 0o755)
  const file = (path: string, text: string, mode = 0o666) => {
    const full = join(folder, path)
    mkdirSync(dirname(full), { recursive: true })
    writeFileSync(full, text)
    chmodSync(full, mode)
    return full
  }
  const secrets = [
    file('_work/app/app/.git/config', '[http]\n\textraheader = AUTHORIZATION: basic eyJ\n'),
    file('.credentials', '{"scheme":"OAuth"}'),
    file('_work/_temp/azureProfile.json', '{}'),
    file('home/.azure/msal_token_cache.json', '{}'),
    file('home/.docker/config.json', '{}'),
    file('home/.ssh/id_ed25519', 'key'),
    join(folder, '_work/app'),
    join(folder, 'home'),
    '/root',
    '/var',
    '/run',
    '/sys',
  ]
  const written = commandFiles.map((name) => file(`_work/_temp/_runner_file_commands/${name}_1`, ''))
  const app = join(folder, '_work/_temp/go-azure-func-1/wwwroot')
  mkdirSync(app, { recursive: true })
  copyFileSync(program, join(app, 'handler'))
  chmodSync(join(app, 'handler'), 0o755)
  copyFileSync(program, join(app, 'setuid'))
  chmodSync(join(app, 'setuid'), 0o4755)
  const docker = join(folder, 'docker.sock')
  // As long as such a name can be; Node 20 fills shorter ones up with zeros.
  const hidden = randomUUID().padEnd(107, 'x')
  const tokens = createServer((_, response) => response.end('{"value":"eyJhbGciOi"}'))
  const elsewhere = createServer((_, response) => response.end())
  const servers: readonly Server[] = [tokens, elsewhere, createSocketServer(), createSocketServer()]
  tokens.listen(0, '127.0.0.1')
  elsewhere.listen(0, '0.0.0.0')
  servers[2]?.listen(docker)
  servers[3]?.listen(`\0${hidden}`)
  await Promise.all(servers.map((server) => server.listening || once(server, 'listening')))
  chmodSync(docker, 0o777)
  const secret = randomUUID()
  // Another step's program, or a service of the runner.
  const neighbour: ChildProcess = spawn('sleep', ['600'], {
    env: { PATH: process.env['PATH'], TOKEN: secret },
  })
  const plan = {
    secret,
    pid: attacks.pid ?? process.pid,
    read: secrets,
    write: written,
    sockets: [docker, `@${hidden}`],
    address: {
      token: `127.0.0.1:${portOf(tokens)}`,
      machine: `${ownAddress()}:${portOf(elsewhere)}`,
      metadata: '169.254.169.254:80',
    },
    setuid: join(app, 'setuid'),
    daemon: attacks.daemon ?? '',
  }
  writeFileSync(join(app, 'attacks.json'), JSON.stringify(plan))
  return {
    app,
    home: join(folder, 'rehearsal-home'),
    commandFiles: () => written.map((path) => readFileSync(path, 'utf8')),
    close: async () => {
      neighbour.kill('SIGKILL')
      for (const server of servers) server.close()
      tokens.closeAllConnections()
      elsewhere.closeAllConnections()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}

/** An address of this machine that is not the loopback's; on a machine without any, the loopback's. */
function ownAddress(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((found) => found ?? [])
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1'
}
