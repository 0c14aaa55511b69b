// Proves that dist/ is exactly what source gives, and that it runs on Node 20 and on Node 24.
// With --no-git it skips the comparison with the commit (for a tree with uncommitted changes).
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const versions = { 20: '20.20.2', 24: '24.21.0' }

const build = spawnSync(process.execPath, [join(root, 'scripts', 'build-dist.mjs')], {
  cwd: root,
  encoding: 'utf8',
})
if (build.status !== 0) fail(`the build failed:\n${build.stdout}${build.stderr}`)

if (!process.argv.includes('--no-git')) {
  const status = spawnSync('git', ['status', '--porcelain', '--', 'dist'], { cwd: root, encoding: 'utf8' })
  if (status.status !== 0) fail(`git status failed:\n${status.stderr}`)
  if (status.stdout !== '')
    fail(`dist/ differs from what source gives:\n${status.stdout}Run 'npm run bundle' and commit dist/.`)
  console.log('check-dist: dist/ is what source gives')
}
for (const major of Object.keys(versions)) {
  startBundle(nodeOf(major))
  startDiscover(nodeOf(major))
}

function startBundle(node) {
  const workspace = mkdtempSync(join(tmpdir(), 'check-dist-'))
  try {
    cpSync(join(root, 'samples', 'hello-world'), workspace, { recursive: true })
    const summary = join(workspace, 'summary.md')
    writeFileSync(summary, '')
    const output = join(workspace, 'output.txt')
    writeFileSync(output, '')
    mkdirSync(join(workspace, 'temp'))
    const env = {
      ...process.env,
      GITHUB_WORKSPACE: workspace,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_OUTPUT: output,
      RUNNER_TEMP: join(workspace, 'temp'),
    }
    const args = ['--throw-deprecation', join(root, 'dist', 'index.js')]
    const result = spawnSync(node, args, { cwd: workspace, env, encoding: 'utf8' })
    const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()
    const isStatic = readFileSync(output, 'utf8').includes('not a dynamic executable')
    if (result.status !== 0 || !isStatic) {
      fail(
        `the bundle failed on Node ${version} (exit code ${result.status}):\n${result.stdout}${result.stderr}`,
      )
    }
    console.log(`check-dist: the bundle builds and inspects samples/hello-world on Node ${version}`)
  } finally {
    rmSync(workspace, { recursive: true, force: true })
  }
}

function startDiscover(node) {
  const folder = mkdtempSync(join(tmpdir(), 'check-dist-'))
  try {
    const output = join(folder, 'output.txt')
    const summary = join(folder, 'summary.md')
    for (const file of [output, summary]) writeFileSync(file, '')
    const env = {
      ...process.env,
      GITHUB_WORKSPACE: root,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_OUTPUT: output,
      GITHUB_EVENT_NAME: 'workflow_dispatch',
      'INPUT_WORKING-DIRECTORY': 'samples',
      INPUT_REPORTS: folder,
    }
    for (const name of ['discover', 'overview']) {
      const args = ['--throw-deprecation', join(root, name, 'index.js')]
      const result = spawnSync(node, args, { cwd: root, env, encoding: 'utf8' })
      if (result.status !== 0) fail(`${name} failed:\n${result.stdout}${result.stderr}`)
    }
    if (!readFileSync(output, 'utf8').includes('samples/hello-world')) {
      fail('discover did not find samples/hello-world')
    }
    const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim()
    console.log(`check-dist: discover finds the samples on Node ${version}, and overview runs`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// A Node of the given major version: the one that runs this, or one from npm that is kept outside
// node_modules/.bin, where it would shadow `node`.
function nodeOf(major) {
  if (process.versions.node.split('.')[0] === major) return process.execPath
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const name = `node-${platform}-${process.arch}`
  const folder = join(root, '.cache', `node-${major}`)
  const node = join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!existsSync(node)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{"private":true}\n')
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', `${name}@${versions[major]}`]
    const installed = spawnSync(npm, args, {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    })
    if (installed.status !== 0) fail(`Node ${major} could not be installed from npm:\n${installed.stderr}`)
  }
  return node
}

function fail(sentence) {
  console.error(`check-dist: ${sentence}`)
  process.exit(1)
}
