// Makes a fresh clone ready: node modules, Go, Chromium and the programs that tests compare with.
// Uses nothing but Node itself; installs with apt-get when it runs as root on Debian, and otherwise says
// in one line what to install and from where.
// Usage: node scripts/setup.mjs [modules] [go] [browser] [tools] [engine]
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const isWindows = process.platform === 'win32'

/** The 1.x that samples/native asks for, the newest of all. */
const newestNeeded = 24

const programs = {
  go: {
    needs: [{ command: 'go', debian: ['golang-go'] }],
    from: 'Go 1.19 or newer from https://go.dev/dl/',
    isRequired: true,
  },
  browser: {
    needs: [{ command: 'chromium', debian: ['chromium', 'fonts-liberation'] }],
    from: 'Chromium from your distribution (tests that render pages do not run without it)',
    isRequired: false,
  },
  tools: {
    needs: [
      { command: 'file', debian: ['file'] },
      { command: 'zip', debian: ['zip'] },
      { command: 'unzip', debian: ['unzip'] },
      { command: '7z', debian: ['p7zip-full'] },
      { command: 'bsdtar', debian: ['libarchive-tools'] },
      { command: 'python3', debian: ['python3'] },
      { command: 'gcc', debian: ['gcc', 'libc6-dev'] },
      { command: 'shellcheck', debian: ['shellcheck'] },
    ],
    from: 'file, zip, unzip, 7z, bsdtar, python3, gcc and shellcheck from your distribution (tests that compare with them do not run without them)',
    isRequired: false,
  },
  engine: {
    needs: [{ command: 'dockerd', debian: ['docker.io'] }],
    from: 'dockerd from your distribution (tests of the real host in a container do not run without it, and without root)',
    isRequired: false,
  },
}

for (const wanted of process.argv.slice(2)) {
  if (wanted === 'modules') installModules()
  else if (wanted in programs) installPrograms(programs[wanted])
  else fail(`setup: unknown part '${wanted}': use modules, ${Object.keys(programs).join(', ')}`)
}

function installModules() {
  const lock = join(root, 'package-lock.json')
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return
  console.log('setup: installing node modules')
  run(isWindows ? 'npm.cmd' : 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'])
}

function installPrograms({ needs, from, isRequired }) {
  const missing = needs.filter(({ command }) => !isOnPath(command))
  if (missing.length > 0) installMissing(missing, { from, isRequired })
  if (needs === programs.go.needs) tellOldGo()
}

function installMissing(missing, { from, isRequired }) {
  const names = missing.map(({ command }) => command).join(', ')
  const canInstall = process.getuid?.() === 0 && isOnPath('apt-get')
  if (!canInstall) {
    const sentence = `setup: ${names} not found on PATH: install ${from}`
    if (isRequired) fail(sentence)
    console.log(sentence)
    return
  }
  console.log(`setup: installing ${names} with apt-get`)
  run('apt-get', ['update', '-qq'])
  const packages = missing.flatMap(({ debian }) => debian)
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages])
}

/** What needs a newer Go than the one on PATH is skipped, and says so in one line each; here is what to do about it. */
function tellOldGo() {
  const { stdout } = spawnSync('go', ['env', 'GOVERSION'], { cwd: root, encoding: 'utf8', shell: isWindows })
  const [, minor] = /^go1\.(\d+)/.exec(stdout ?? '') ?? []
  if (minor === undefined || Number(minor) >= newestNeeded) return
  console.log(
    `setup: ${stdout.trim()} is on PATH: what needs a newer one is skipped; Go 1.${newestNeeded} or newer runs all of it (https://go.dev/dl/)`,
  )
}

function isOnPath(command) {
  const endings = isWindows ? ['.exe', '.cmd'] : ['']
  return (process.env.PATH ?? '')
    .split(delimiter)
    .some((folder) => endings.some((ending) => existsSync(join(folder, command + ending))))
}

function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const result = spawnSync(command, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: isWindows,
  })
  if (result.status !== 0) fail(`setup: '${command} ${args.join(' ')}' failed (exit code ${result.status})`)
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
