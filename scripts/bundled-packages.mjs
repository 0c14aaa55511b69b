// A package of its own that asks for what is bundled and nothing else, as the lock file has it, for tools that tell by
// `dependencies` what is shipped. What is installed is there with the files that describe it, without its code.
// Usage of the command: node scripts/bundled-packages.mjs audit
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'))

/**
 * Lays the package out for the time of some work.
 *
 * @param work what is done with its folder
 * @returns what the work returns
 */
export async function withBundledPackages(work) {
  const folder = mkdtempSync(join(tmpdir(), 'bundled-packages-'))
  try {
    const { name, version, license, bundled } = read('package.json')
    const lock = read('package-lock.json')
    const kept = closureOf(bundled, lock.packages)
    // Each is asked for by name: npm would mark a package that only another's wish brings in, and tools skip those.
    const topmost = kept.filter((path) => path.lastIndexOf('node_modules/') === 0)
    const dependencies = Object.fromEntries(
      topmost.map((path) => [path.slice('node_modules/'.length), lock.packages[path].version]),
    )
    const own = { name, version, license, dependencies }
    const packages = { '': own, ...Object.fromEntries(kept.map((path) => [path, lock.packages[path]])) }
    for (const entry of Object.values(packages)) delete entry.dev
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...own, private: true }))
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ ...lock, packages }))
    for (const path of kept.filter((candidate) => existsSync(join(root, candidate))))
      copyFiles(join(root, path), join(folder, path))
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Paths of the lock file, as `require` finds packages: beside the one that asks, then further up. */
function closureOf(names, packages) {
  const kept = new Set()
  const open = names.map((name) => [name, ''])
  for (let asked = open.pop(); asked !== undefined; asked = open.pop()) {
    const [name, from] = asked
    const path = placesFrom(from, name).find((candidate) => packages[candidate] !== undefined)
    if (path === undefined || kept.has(path)) continue
    kept.add(path)
    const { dependencies, optionalDependencies, peerDependencies } = packages[path]
    for (const next of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }))
      open.push([next, path])
  }
  return [...kept].sort()
}

function placesFrom(path, name) {
  const here = path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`
  return path === ''
    ? [here]
    : [here, ...placesFrom(path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), name)]
}

function copyFiles(from, to) {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isFile()) cpSync(join(from, entry.name), join(to, entry.name))
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2] === 'audit') {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  process.exitCode = await withBundledPackages((folder) => {
    const options = { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' }
    return spawnSync(npm, ['audit', '--package-lock-only'], options).status ?? 1
  })
}
