/**
 * The real Go programs that are measured: the sample, and two public programs that are built from their modules
 * once and kept in `.cache/bench`.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '../scripts/run-action'

export const cacheFolder = join(repositoryRoot, '.cache', 'bench')

export interface Program {
  readonly name: string
  readonly path: string
  readonly sizeBytes: number
  /** How it was built, for the page. */
  readonly origin: string
}

export interface Programs {
  readonly hello: Program
  /** Absent when the module proxy did not answer. */
  readonly medium?: Program
  readonly large?: Program
  readonly notes: readonly string[]
}

const staticBuild = { ...process.env, CGO_ENABLED: '0', GOOS: 'linux', GOARCH: 'amd64', GOFLAGS: '' }

const publicPrograms = {
  medium: {
    name: 'caddy',
    target: 'github.com/caddyserver/caddy/v2/cmd/caddy@v2.10.0',
    flags: ['-ldflags=-s -w'],
  },
  large: { name: 'rclone', target: 'github.com/rclone/rclone@v1.70.3', flags: [] },
} as const

/**
 * Builds what is not there yet.
 *
 * @returns the programs, with a sentence for each that could not be built
 */
export function obtainPrograms(): Programs {
  mkdirSync(cacheFolder, { recursive: true })
  const notes: string[] = []
  const obtained = (key: keyof typeof publicPrograms): { [name in typeof key]?: Program } => {
    const { name, target, flags } = publicPrograms[key]
    const path = join(cacheFolder, 'programs', [name, ...flags].join('').replace(/[^a-z]+/g, '-'))
    const origin = ['CGO_ENABLED=0 go install', ...flags.map((flag) => `'${flag}'`), target].join(' ')
    if (!existsSync(path)) {
      console.log(`bench: ${origin} (some minutes, once)`)
      const bin = join(cacheFolder, 'install')
      const env = { ...staticBuild, GOBIN: bin }
      const built = spawnSync('go', ['install', ...flags, target], { env, encoding: 'utf8' })
      if (built.status !== 0) {
        const reason = (built.stderr ?? '').trim().split('\n').at(-1)
        notes.push(`\`${name}\` is left out: it could not be built (${reason}).`)
        return {}
      }
      mkdirSync(join(path, '..'), { recursive: true })
      renameSync(join(bin, name), path)
    }
    return { [key]: { name, path, sizeBytes: statSync(path).size, origin } }
  }
  return { hello: buildSample(), ...obtained('medium'), ...obtained('large'), notes }
}

function buildSample(): Program {
  const path = join(cacheFolder, 'programs', 'hello-world')
  mkdirSync(join(path, '..'), { recursive: true })
  const sample = join(repositoryRoot, 'samples', 'hello-world')
  const args = ['build', '-trimpath', '-o', path, 'handler.go']
  const built = spawnSync('go', args, { cwd: sample, env: staticBuild, encoding: 'utf8' })
  if (built.status !== 0) throw new Error(`the sample could not be built: ${built.stderr}`)
  const origin = 'CGO_ENABLED=0 go build -trimpath handler.go'
  return { name: 'hello-world', path, sizeBytes: statSync(path).size, origin }
}

/**
 * Puts a binary into a copy of the sample, as the `binary` input wants it.
 *
 * @param name of the folder below `.cache/bench`
 * @param program the binary
 * @returns absolute path of the workspace; the binary is `prebuilt` in it
 */
export function workspaceWith(name: string, program: string): string {
  const folder = join(cacheFolder, 'workspaces', name)
  mkdirSync(folder, { recursive: true })
  cpSync(join(repositoryRoot, 'samples', 'hello-world'), folder, { recursive: true })
  cpSync(program, join(folder, 'prebuilt'))
  return folder
}

/**
 * A copy of the sample that builds the large program itself.
 *
 * @returns absolute path of the workspace; undefined when its modules could not be had
 */
export function workspaceOfLarge(): string | undefined {
  const [path = '', version = ''] = publicPrograms.large.target.split('@')
  const folder = join(cacheFolder, 'workspaces', 'build-large')
  mkdirSync(folder, { recursive: true })
  cpSync(join(repositoryRoot, 'samples', 'hello-world'), folder, { recursive: true })
  // What the program's own main package does.
  const imports = [
    `_ "${path}/backend/all"`,
    `"${path}/cmd"`,
    `_ "${path}/cmd/all"`,
    `_ "${path}/lib/plugin"`,
  ]
  const address = 'os.Setenv("RCLONE_RC_ADDR", ":"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"))'
  const body = `func main() {\n\t${address}\n\tcmd.Main()\n}\n`
  const main = `package main\n\nimport (\n\t"os"\n\n\t${imports.join('\n\t')}\n)\n\n${body}`
  writeFileSync(join(folder, 'handler.go'), main)
  writeFileSync(join(folder, 'go.mod'), 'module example.com/large\n\ngo 1.23\n')
  const env = { ...staticBuild, GOFLAGS: '-mod=mod' }
  const got = spawnSync('go', ['get', `${path}@${version}`], { cwd: folder, env, encoding: 'utf8' })
  return got.status === 0 ? folder : undefined
}
