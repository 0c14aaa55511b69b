/** A program named `docker` that answers as a case says, keeps what it made, and writes down what it was asked. */
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Answer {
  readonly exitCode?: number
  readonly stdout?: string
  readonly stderr?: string
  /** Never ends. */
  readonly hangs?: boolean
  /** With `run`: a host on the published port. */
  readonly serves?: Served
}

export interface Served {
  /** One status page after the other, the last one for ever. */
  readonly status: readonly string[]
  /** Other pages by their path; all else is 404. */
  readonly pages?: Readonly<Record<string, string>>
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
  'image inspect': { stdout: JSON.stringify([{ Id: 'sha256:1', Os: 'linux', Architecture: 'amd64' }]) },
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

/** Why there can be no such program; empty where there can. */
export const whyNotPlayed =
  process.platform === 'linux' ? '' : ' (the engine is played by a script for Linux)'

export interface FakeDocker {
  readonly folder: string
  /** The command lines so far. */
  calls(): readonly string[]
  /** Containers and networks that were not removed, and processes of the program that still run. */
  left(): readonly string[]
  /** Lets PATH of this process lead to it alone, until it is disposed of. */
  takePath(): void
  dispose(): void
}

export function fakeDocker(behaviour: Behaviour, name = 'docker'): FakeDocker {
  const folder = mkdtempSync(join(tmpdir(), 'fake-docker-'))
  const file = join(folder, name)
  writeFileSync(file, script(behaviour))
  chmodSync(file, 0o755)
  writeFileSync(`${file}.mjs`, server)
  const before = process.env['PATH']
  const linesOf = (path: string): readonly string[] =>
    existsSync(path)
      ? readFileSync(path, 'utf8')
          .split('\n')
          .filter((line) => line !== '')
      : []
  return {
    folder,
    calls: () => linesOf(join(folder, 'calls')),
    left: () => [
      ...readdirSync(folder).filter((each) => /^(?:container|network)-/.test(each)),
      ...linesOf(join(folder, 'processes')).filter(isRunning),
    ],
    takePath: () => {
      process.env['PATH'] = folder
    },
    dispose: () => {
      process.env['PATH'] = before
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function isRunning(pid: string): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

function script(behaviour: Behaviour): string {
  // What two words name comes before what the first of them names.
  const keys = Object.keys(behaviour).sort((one, other) => other.split(' ').length - one.split(' ').length)
  const cases = keys.map(
    (key) =>
      `${key.includes(' ') ? quoted(key) : `${quoted(`${key} `)}*`})\n${reply(key, behaviour[key] ?? {})};;`,
  )
  return `#!/bin/sh
PATH=/usr/bin:/bin
folder=\${0%/*}
printf '%s\\n' "$*" >> "$folder/calls"
echo $$ >> "$folder/processes"
for last; do :; done
keep() { echo $$ > "$folder/$1"; }
named() { while [ "$1" != --name ]; do shift; done; echo "$2"; }
end() { [ ! -e "$folder/$1" ] || { read -r pid < "$folder/$1"; rm "$folder/$1"; [ $# -lt 2 ] || kill "$pid"; }; }
case "$1 $2" in
${cases.join('\n')}
*) echo 'not played' >&2; exit 1;;
esac
`
}

function reply(key: string, { exitCode = 0, stdout = '', stderr = '', hangs, serves }: Answer): string {
  const isDone = exitCode === 0 && hangs !== true
  const lives = hangs === true || serves !== undefined
  const effects: Readonly<Record<string, string>> = {
    run: lives ? 'keep "container-$(named "$@")"' : '',
    rm: isDone ? 'end "container-$last" kill' : '',
    'network create': isDone ? 'keep "network-$last"' : '',
    'network rm': isDone ? 'end "network-$last"' : '',
  }
  return [
    `printf %s ${quoted(stdout)}`,
    `printf %s ${quoted(stderr)} >&2`,
    effects[key] ?? '',
    serves === undefined
      ? ''
      : `exec ${quoted(process.execPath)} "$0.mjs" ${quoted(JSON.stringify(serves))} "$*"`,
    hangs === true ? 'exec sleep 100000' : `exit ${exitCode}`,
  ].join('\n')
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

const server = `import { createServer } from 'node:http'
const { status, pages = {} } = JSON.parse(process.argv[2])
const [, port] = /127\\.0\\.0\\.1:(\\d+):/.exec(process.argv[3])
let looks = 0
createServer(({ url }, response) => {
  const page = url === '/admin/host/status' ? status[Math.min(looks++, status.length - 1)] : pages[url.split('?')[0]]
  response.writeHead(page === undefined ? 404 : 200).end(page)
}).listen(Number(port), '127.0.0.1')
`
