// Runs the tests that start Go once more with the Go of Debian stable, which is older than what most people have, and
// without a module proxy. Installs it with apt-get where it is missing and may be installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
// Where the package golang-go puts it; PATH may have another one first.
const folder = '/usr/lib/go/bin'
// These rooms start no Go.
const without = ['archive', 'azure', 'files', 'functions', 'fuzz', 'gosource', 'inputs', 'report', 'truth']

if (!existsSync(join(folder, 'go'))) install()
const env = {
  ...process.env,
  PATH: `${folder}:${process.env.PATH}`,
  GOTOOLCHAIN: 'local',
  GOPROXY: 'off',
}
const { stdout } = spawnSync('go', ['version'], { env, encoding: 'utf8' })
console.log(`test-debian-go: ${stdout.trim()}, no module proxy`)
const rooms = readdirSync(join(root, '__tests__'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !without.includes(entry.name))
  .map(({ name }) => `__tests__/${name}/`)
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const tests = spawnSync(process.execPath, [vitest, 'run', ...rooms], {
  cwd: root,
  env,
  stdio: 'inherit',
})
process.exit(tests.status ?? 1)

function install() {
  const isRoot = process.getuid?.() === 0
  const update = isRoot ? spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' }) : undefined
  const args = ['install', '-y', '-qq', '--no-install-recommends', 'golang-go']
  const installed =
    update?.status === 0
      ? spawnSync('apt-get', args, {
          env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
          stdio: 'inherit',
        })
      : undefined
  if (installed?.status === 0) return
  console.error(`test-debian-go: there is no go in ${folder}: install Debian's package golang-go`)
  process.exit(1)
}
