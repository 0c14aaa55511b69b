/** A program named `docker` that answers as a case says, and writes down what it was asked. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Answer {
  readonly exitCode?: number
  readonly stdout?: string
  readonly stderr?: string
  /** Never ends. */
  readonly hangs?: boolean
  /** With `run`: serves these bodies on the published port, one status page after the other, the last one for ever. */
  readonly serves?: readonly string[]
}

/** By the first word of the command line, or the first two. */
export type Behaviour = Readonly<Record<string, Answer>>

const rootless = { ServerVersion: '28.0.0', SecurityOptions: ['name=rootless'] }
const here = { ServerVersion: '28.0.0', SecurityOptions: [] }

export const good: Behaviour = {
  info: { stdout: JSON.stringify(rootless) },
  ps: {},
  'network ls': {},
  pull: {},
  'image inspect': { stdout: JSON.stringify({ Id: 'sha256:1', Os: 'linux', Architecture: 'amd64' }) },
  rm: {},
}

/** With networks that are reached from here. */
export const onThisLinux: Behaviour = {
  ...good,
  info: { stdout: JSON.stringify(here) },
  'network create': {},
  'network rm': {},
  inspect: { stdout: '127.0.0.1 ' },
}

export interface FakeDocker {
  readonly folder: string
  /** The command lines so far. */
  calls(): readonly string[]
  dispose(): void
}

/** Makes the program and lets PATH lead to it alone. */
export function fakeDocker(behaviour: Behaviour, name = 'docker'): FakeDocker {
  const folder = mkdtempSync(join(tmpdir(), 'fake-docker-'))
  const log = join(folder, 'calls')
  writeFileSync(log, '')
  const script = `#!${process.execPath}
const { appendFileSync } = require('node:fs')
const args = process.argv.slice(2)
appendFileSync(${JSON.stringify(log)}, args.join(' ') + '\\n')
const behaviour = ${JSON.stringify(behaviour)}
const answer = behaviour[args.slice(0, 2).join(' ')] ?? behaviour[args[0]] ?? { exitCode: 1, stderr: 'not played' }
process.stdout.write(answer.stdout ?? '')
process.stderr.write(answer.stderr ?? '')
if (answer.serves) {
  const [, port] = /127\\.0\\.0\\.1:(\\d+):/.exec(args.join(' ')) ?? []
  let looks = 0
  require('node:http').createServer((request, response) => {
    const isStatus = request.url === '/admin/host/status'
    response.end(isStatus ? answer.serves[Math.min(looks++, answer.serves.length - 1)] : '[]')
  }).listen(Number(port), '127.0.0.1')
} else if (answer.hangs) setInterval(() => undefined, 1000)
else process.exitCode = answer.exitCode ?? 0
`
  const file = join(folder, name)
  writeFileSync(file, script)
  chmodSync(file, 0o755)
  const before = process.env['PATH']
  process.env['PATH'] = folder
  return {
    folder,
    calls: () =>
      readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line !== ''),
    dispose: () => {
      process.env['PATH'] = before
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
