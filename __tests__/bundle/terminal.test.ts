/** The command of the terminal, as the bundle in dist/ runs it and as npm takes it from an archive and from a clone. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { repositoryRoot } from '../../scripts/run-action'
import { functionJson, hostJson, makeWorkspace, smallHandlerSource, type TestWorkspace } from './workspace'

const isWindows = process.platform === 'win32'
let workspace: TestWorkspace
beforeEach(() => {
  workspace = makeWorkspace()
})
afterEach(() => workspace.remove())

const project = (folder: string): void => {
  workspace.write(`${folder}/host.json`, hostJson('handler'))
  workspace.write(`${folder}/Hello/function.json`, functionJson)
  workspace.write(`${folder}/handler.go`, smallHandlerSource)
}

/** What a job would have around it: none of it may change what the command does. */
const jobVariables = {
  INPUT_GOARCH: 'mips',
  'INPUT_APP-NAME': 'my-functions',
  GITHUB_ACTIONS: 'true',
  GITHUB_OUTPUT: '/nonexistent/output',
  GITHUB_STEP_SUMMARY: '/nonexistent/summary',
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x',
}

function check(...words: string[]) {
  const entry = join(repositoryRoot, 'terminal', 'index.js')
  const temp = join(workspace.folder, '.temp')
  mkdirSync(temp, { recursive: true })
  const env = { ...process.env, ...jobVariables, TMPDIR: temp, TMP: temp, TEMP: temp, NO_COLOR: '1' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...words], {
    cwd: workspace.folder,
    env,
    encoding: 'utf8',
  })
  return { exitCode: status, stdout, stderr, left: readdirSync(temp) }
}

describe('go-azure-func-action check', () => {
  it('passes a good project, changes nothing in it, and leaves nothing behind', () => {
    project('api')
    const before = readdirSync(join(workspace.folder, 'api'))
    const { exitCode, stdout, stderr, left } = check('check', 'api')
    expect(stdout).toMatch(/^Binary: linux\/amd64, go1\.\S+, .*, static\nPackage: 3 files, /)
    expect(stdout).toMatch(
      process.platform === 'linux' && process.arch === 'x64'
        ? /\nRehearsal: the handler answered after \d+ ms\n {2}GET \/api\/Hello: 200\n/
        : /\nRehearsal: not started\. /,
    )
    expect(stdout).toMatch(/\nPassed: 0 errors, 0 warnings, 0 notices \(\d+\.\d s\)\n$/)
    expect(stderr).toBe('')
    expect(exitCode).toBe(0)
    expect(readdirSync(join(workspace.folder, 'api'))).toEqual(before)
    expect(left).toEqual([])
  })

  it('keeps an executable that is there for this machine', () => {
    project('.')
    // As Go writes it on macOS (mach-o/loader.h: MH_MAGIC_64).
    const forMacOS = Buffer.concat([Buffer.from('cffaedfe', 'hex'), Buffer.alloc(1000)])
    workspace.write('handler', forMacOS, 0o755)
    expect(check('check')).toMatchObject({ exitCode: 0 })
    expect(readFileSync(join(workspace.folder, 'handler'))).toEqual(forMacOS)
  })

  it('names each finding at its place, as seen from the current folder, without workflow commands', () => {
    project('services/api')
    workspace.write('services/api/host.json', hostJson('handler').replace('[4.*, 5.0.0)', '[1.*, 2.0.0)'))
    const { exitCode, stdout, stderr } = check('check', 'services/api')
    const [, file = '', line = ''] = /^(\S+):(\d+):\d+: error: .* \[[a-z-]+\]$/m.exec(stdout) ?? []
    expect(file.replaceAll('\\', '/')).toBe('services/api/host.json')
    expect(readFileSync(join(workspace.folder, file), 'utf8').split('\n')[Number(line) - 1]).toContain('[1.*')
    expect(`${stdout}${stderr}`).not.toMatch(/^::/m)
    expect(exitCode).toBe(1)
  })

  it('finds what the build finds', () => {
    project('.')
    workspace.write('handler.go', 'package main\n\nfunc main() {\n\tundefinedName()\n}\n')
    const { exitCode, stdout } = check('check')
    expect(stdout).toMatch(/^handler\.go:4:2: error: /m)
    expect(exitCode).toBe(1)
  })

  it('prints nothing but JSON with --json, as its schema has it', () => {
    project('.')
    workspace.write('Hello/function.json', functionJson.replace('anonymous', 'everybody'))
    const { exitCode, stdout } = check('check', '--json')
    const report = JSON.parse(stdout)
    const ajv = addFormats(new Ajv2020({ strict: true }))
    const schema = JSON.parse(readFileSync(join(repositoryRoot, 'docs', 'report.schema.json'), 'utf8'))
    expect(ajv.validate(schema, report), ajv.errorsText()).toBe(true)
    expect(report.findings.length).toBeGreaterThan(0)
    expect(exitCode).toBe(report.outcome === 'passed' ? 0 : 1)
  })

  it('fails over a warning when it is asked to', () => {
    project('.')
    workspace.write('host.json', hostJson('handler').replace('{', '{ "version": "2.0",'))
    const mild = check('check', '--rehearse', 'false')
    const strict = check('check', '--rehearse', 'false', '--fail-on', 'warning')
    for (const { stdout } of [mild, strict]) expect(stdout).toMatch(/: warning: .* \[json-duplicate-key\]$/m)
    expect([mild.exitCode, strict.exitCode]).toEqual([0, 1])
  })

  it.each([
    [['check', 'nowhere'], "There is no folder 'nowhere'."],
    [['check', '--fail-on', 'never'], "'fail-on' is 'never': use 'error' or 'warning'."],
    [['deploy'], "There is no command 'deploy'."],
    [[], 'A command is missing'],
  ])('ends with 2 and one sentence for %j', (words, sentence) => {
    const { exitCode, stdout, stderr } = check(...words)
    expect(stderr).toContain(`go-azure-func-action: ${sentence}`)
    expect(stdout).toBe('')
    expect(exitCode).toBe(2)
  })

  it('shows its help and its version', () => {
    expect(check('--help')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('Usage: ') })
    const { version } = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8'))
    expect(check('--version')).toMatchObject({ exitCode: 0, stdout: `${version}\n` })
  })

  it('ends with 2 and leaves nothing behind when it is interrupted', async (context) => {
    if (isWindows) context.skip('Windows ends a process without a signal that it could handle')
    project('.')
    // Nothing listens: the rehearsal waits, and is interrupted.
    workspace.write('handler.go', 'package main\n\nfunc main() { select {} }\n')
    const temp = join(workspace.folder, '.temp')
    mkdirSync(temp)
    const entry = join(repositoryRoot, 'terminal', 'index.js')
    const child = spawn(process.execPath, [entry, 'check', '--verbose'], {
      cwd: workspace.folder,
      env: { ...process.env, TMPDIR: temp },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let shown = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (shown += text))
    child.stderr.on('data', () => child.kill('SIGINT'))
    const exitCode = await new Promise((resolve) => child.once('close', resolve))
    expect(shown).toMatch(/^Cancelled: /m)
    expect(exitCode).toBe(2)
    expect(readdirSync(temp)).toEqual([])
  })
})

/** Generous: the promise is 30 s the first time and 5 s afterwards, and CI shares its machine. */
const slowness = 4
const patience = { timeout: 240_000 }

describe('npx', patience, () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'npx-'))
    project('.')
    workspace.write('host.json', hostJson('handler').replace('[4.*, 5.0.0)', '[1.*, 2.0.0)'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  /** @returns milliseconds until the first finding was there */
  function firstFinding(source: readonly string[]): number {
    const startedMs = performance.now()
    const { status, stdout, stderr } = spawnSync('npx', ['--yes', ...source, 'check'], {
      cwd: workspace.folder,
      encoding: 'utf8',
      shell: isWindows,
      // An empty cache, no configuration of this repository, and no registry: there is nothing to fetch.
      env: {
        ...process.env,
        npm_config_cache: join(folder, 'cache'),
        npm_config_userconfig: join(folder, 'npmrc'),
        npm_config_registry: 'http://127.0.0.1:9',
        npm_config_update_notifier: 'false',
        NO_COLOR: '1',
      },
    })
    const elapsedMs = performance.now() - startedMs
    expect(`${stdout}${stderr}`).toMatch(/^host\.json:\d+:\d+: error: /m)
    expect(status).toBe(1)
    return elapsedMs
  }

  function tell(what: string, firstMs: number, nextMs: number): void {
    console.log(
      `npx ${what}: ${(firstMs / 1000).toFixed(1)} s the first time, ${(nextMs / 1000).toFixed(1)} s afterwards`,
    )
    expect(firstMs).toBeLessThan(30_000 * slowness)
    expect(nextMs).toBeLessThan(5_000 * slowness)
  }

  /** The tree as it lies here, as a commit; HEAD where nothing has changed. */
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: repositoryRoot, encoding: 'utf8' }).trim()
  const isClone = existsSync(join(repositoryRoot, '.git'))
  const treeHere = () =>
    git('-c', 'user.name=x', '-c', 'user.email=x@x', 'stash', 'create') || git('rev-parse', 'HEAD')

  it('runs the archive that GitHub serves', (context) => {
    if (!isClone) context.skip('this is no clone, so git cannot make an archive of it')
    const archive = join(folder, 'archive.tgz')
    git('archive', '--format=tar.gz', '--prefix=go-azure-func-action-main/', '-o', archive, treeHere())
    const source = ['--package', `file:${archive}`, 'go-azure-func-action']
    tell('of an archive', firstFinding(source), firstFinding(source))
  })

  it('runs a clone', (context) => {
    if (!isClone) context.skip('this is no clone')
    const clone = join(folder, 'clone')
    git('clone', '--quiet', '--no-hardlinks', '--depth=1', pathToFileURL(repositoryRoot).href, clone)
    // What is not committed yet is under test, too.
    execFileSync('tar', ['-x', '-C', clone], {
      input: execFileSync('git', ['archive', treeHere()], { cwd: repositoryRoot, maxBuffer: 1 << 28 }),
    })
    execFileSync('git', ['add', '--all'], { cwd: clone })
    const commit = [
      '-c',
      'user.name=x',
      '-c',
      'user.email=x@x',
      'commit',
      '--quiet',
      '--allow-empty',
      '-am',
      'x',
    ]
    execFileSync('git', commit, { cwd: clone })
    const source = [`git+${pathToFileURL(clone).href}`]
    tell('of a clone', firstFinding(source), firstFinding(source))
  })
})

describe('package.json', () => {
  const own = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8'))

  it('has no script for which npm would install everything first', () => {
    const names = Object.keys(own.scripts)
    const hooks = ['build', 'prepare', 'prepack', 'preinstall', 'install', 'postinstall']
    expect(names.filter((name) => hooks.includes(name))).toEqual([])
  })

  it('pins what is bundled, and has npm install none of it for the command', () => {
    expect([...own.bundleDependencies].sort()).toEqual(Object.keys(own.dependencies).sort())
    for (const version of Object.values(own.dependencies)) expect(version).toMatch(/^\d/)
  })
})
