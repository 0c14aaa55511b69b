/** The bundled `discover` on real repositories: which apps there are, and which of them a change concerns. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type AppRepository,
  makeAppRepository,
  openAppRepository,
  sharedSource,
} from '../../scripts/app-repository'
import type { ActionResult } from '../../scripts/run-action'
import { runWarm } from './warm-jobs'
import { hostJson } from './workspace'

let folder: string
let repository: AppRepository
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'discover-')))
  repository = makeAppRepository(folder, {
    apps: { first: ['text'], second: ['auth'], third: [] },
    shared: { auth: ['text'], text: [] },
  })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

interface Request {
  readonly inputs?: Readonly<Record<string, string>>
  readonly event?: string
  readonly payload?: unknown
  readonly env?: Readonly<Record<string, string>>
  readonly workspace?: string
}

async function discover({
  inputs = {},
  event = 'workflow_dispatch',
  payload,
  env,
  workspace = folder,
}: Request = {}) {
  const outside = realpathSync(mkdtempSync(join(tmpdir(), 'event-')))
  const eventPath = join(outside, 'event.json')
  writeFileSync(eventPath, JSON.stringify(payload ?? {}))
  const result = await runWarm({
    workspace,
    action: 'discover',
    inputs,
    env: { GITHUB_EVENT_NAME: event, GITHUB_EVENT_PATH: eventPath, ...env },
  })
  result.dispose()
  rmSync(outside, { recursive: true })
  return result
}

const changedOf = ({ outputs, log }: ActionResult): readonly string[] => {
  if (outputs['changed'] === undefined) throw new Error(log)
  return JSON.parse(outputs['changed'])
}

const reasonsOf = ({ outputs }: ActionResult): Record<string, string> =>
  Object.fromEntries(
    (JSON.parse(outputs['apps'] ?? '[]') as { name: string; reason: string }[]).map(({ name, reason }) => [
      name,
      reason,
    ]),
  )

/** Commits a change, and says which apps it concerns. */
async function changing(
  change: () => void,
  inputs: Readonly<Record<string, string>> = {},
): Promise<ActionResult> {
  change()
  repository.commit('Change')
  const result = await discover({ inputs: { base: 'HEAD~1', ...inputs } })
  expect(result.exitCode, result.log).toBe(0)
  return result
}

const everything = ['first', 'second', 'third']

describe('a change concerns', () => {
  it.each<[string, readonly string[], () => void]>([
    ['the app in whose folder it is', ['third'], () => repository.write('services/third/notes.txt', 'x')],
    [
      'every app that imports the package',
      ['first', 'second'],
      () => repository.write('shared/text/text.go', sharedSource('text', [], 'two')),
    ],
    [
      'an app that imports it near only',
      ['second'],
      () => repository.write('shared/auth/auth.go', sharedSource('auth', ['text'], 'two')),
    ],
    ['no app with a test file', [], () => repository.write('shared/text/text_test.go', 'package text\n')],
    ['no app with a text beside a package', [], () => repository.write('shared/text/README.md', 'x')],
    [
      'importers of a package with a new file',
      ['first', 'second'],
      () => repository.write('shared/text/more.go', 'package text\n'),
    ],
    [
      'importers of a package with a file of a C compiler',
      ['first', 'second'],
      () => repository.write('shared/text/more.h', '/* x */\n'),
    ],
    [
      'no app with a comment in go.mod',
      [],
      () => repository.write('shared/go.mod', '// x\nmodule example.com/shop/shared\n\ngo 1.18\n'),
    ],
    [
      'users of a module with another go line',
      ['first', 'second'],
      () => repository.write('shared/go.mod', 'module example.com/shop/shared\n\ngo 1.17\n'),
    ],
    [
      'every app with another go line of go.work',
      everything,
      () => repository.write('go.work', 'go 1.23\n\nuse ./services\nuse ./shared\n'),
    ],
    [
      'both places of a folder that was moved',
      ['first', 'third'],
      () => repository.git('mv', 'services/first/Hello', 'services/third/Bye'),
    ],
  ])('%s', async (_, expected, change) => {
    expect(changedOf(await changing(change))).toEqual(expected)
  })

  it('users of a module that another version of is required', async () => {
    const goMod = (version: string) =>
      `module example.com/shop/services\n\ngo 1.18\n\nrequire example.com/lib v1.${version}.0\n\nreplace example.com/lib v1.${version}.0 => ../lib${version}\n`
    for (const version of ['1', '2']) {
      repository.write(`lib${version}/go.mod`, 'module example.com/lib\n\ngo 1.18\n')
      repository.write(`lib${version}/lib.go`, 'package lib\n')
    }
    repository.write('services/third/lib.go', 'package main\n\nimport _ "example.com/lib"\n')
    repository.write('services/go.mod', goMod('1'))
    repository.commit('Require a module')
    const result = await changing(() => repository.write('services/go.mod', goMod('2')))
    expect(changedOf(result)).toEqual(['third'])
    expect(reasonsOf(result)['third']).toContain(
      'example.com/lib v1.1.0 replaced by ./lib1 → v1.2.0 replaced by ./lib2',
    )
  })

  it('embedded files, those that are gone too', async () => {
    repository.write(
      'shared/text/embedded.go',
      'package text\n\nimport "embed"\n\n//go:embed pages\nvar pages embed.FS\n',
    )
    for (const name of ['one', 'two']) repository.write(`shared/text/pages/${name}.html`, name)
    repository.commit('Embed pages')
    expect(changedOf(await changing(() => repository.write('shared/text/pages/one.html', 'x')))).toEqual([
      'first',
      'second',
    ])
    expect(changedOf(await changing(() => rmSync(join(folder, 'shared/text/pages/two.html'))))).toEqual([
      'first',
      'second',
    ])
  })

  it('an app with a link to what changed', async () => {
    repository.write('assets/logo.txt', 'x')
    symlinkSync('../../assets', join(folder, 'services/third/assets'))
    repository.commit('Link')
    expect(changedOf(await changing(() => repository.write('assets/logo.txt', 'y')))).toEqual(['third'])
  })

  it('apps and importers of a submodule', async () => {
    const other = realpathSync(mkdtempSync(join(tmpdir(), 'submodule-')))
    try {
      const inner = openAppRepository(other)
      inner.git('init', '--quiet', '--initial-branch=main')
      inner.write('sub.go', 'package sub\n')
      inner.write('app/host.json', hostJson('handler'))
      inner.write('app/main.go', 'package main\n\nfunc main() {}\n')
      inner.commit('Begin')
      repository.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other, 'shared/sub')
      repository.write('services/third/sub.go', 'package main\n\nimport _ "example.com/shop/shared/sub"\n')
      repository.commit('Add a submodule')
      inner.write('sub.go', 'package sub\n\nvar X = 1\n')
      inner.commit('Change')
      const result = await changing(() => {
        execFileSync('git', ['-c', 'protocol.file.allow=always', 'pull', '--quiet'], {
          cwd: join(folder, 'shared/sub'),
        })
      })
      expect(changedOf(result)).toEqual(['third', 'app'])
    } finally {
      rmSync(other, { recursive: true, force: true })
    }
  })

  it('an app whose main package lies elsewhere', async () => {
    repository.write(
      'services/cmd/fourth/main.go',
      'package main\n\nimport _ "example.com/shop/shared/auth"\n\nfunc main() {}\n',
    )
    repository.write('deploy/fourth/host.json', hostJson('handler'))
    repository.write('deploy/go.mod', 'module example.com/none\n\ngo 1.22\n')
    const apps = { 'deploy/fourth': { 'main-package': '../../services/cmd/fourth' } }
    repository.write('.github/function-apps.json', JSON.stringify({ apps }))
    repository.commit('Add an app')
    const result = await changing(() =>
      repository.write('shared/auth/auth.go', sharedSource('auth', ['text'], 'two')),
    )
    expect(changedOf(result)).toEqual(['fourth', 'second'])
    expect(JSON.parse(result.outputs['matrix'] ?? '').include[0]['main-package']).toBe(
      '../../services/cmd/fourth',
    )
  })
})

describe('what cannot be told counts as changed, and is said', () => {
  it.each<[string, string, unknown, string]>([
    ['a new branch', 'push', { before: '0'.repeat(40) }, 'the branch is new'],
    ['a forced push', 'push', { before: 'HEAD', forced: true }, 'the push was forced'],
    ['a commit that is not there', 'push', { before: 'a'.repeat(40) }, 'this clone does not have the commit'],
    ['another event', 'schedule', {}, "the event 'schedule' names no commit"],
    ['a payload that is no commit', 'push', { before: '--upload-pack=x' }, 'names no commit before it'],
  ])('%s', async (_, event, payload, reason) => {
    const before = repository.git('rev-parse', 'HEAD')
    const filled = JSON.parse(JSON.stringify(payload).replace('HEAD', before))
    const result = await discover({ event, payload: filled })
    expect(result.exitCode, result.log).toBe(0)
    expect(changedOf(result)).toEqual(everything)
    expect(result.summary).toContain('since all of them count as changed')
    expect(result.summary.replaceAll('`', '')).toContain(reason)
  })

  it('a shallow clone', async () => {
    const before = repository.git('rev-parse', 'HEAD')
    repository.commit('Nothing')
    const clone = realpathSync(mkdtempSync(join(tmpdir(), 'clone-')))
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${folder}`, clone])
    const result = await discover({ workspace: clone, event: 'push', payload: { before } })
    rmSync(clone, { recursive: true })
    expect(changedOf(result)).toEqual(everything)
    expect(result.log).toMatch(/^::warning title=changes-uncertain::.*fetch-depth: 0/m)
  })

  it('without Go', async () => {
    repository.write('shared/text/text.go', sharedSource('text', [], 'two'))
    repository.commit('Change')
    const bin = join(folder, '.bin')
    mkdirSync(bin)
    symlinkSync(execFileSync('which', ['git'], { encoding: 'utf8' }).trim(), join(bin, 'git'))
    const result = await discover({ inputs: { base: 'HEAD~1' }, env: { PATH: bin } })
    expect(changedOf(result)).toEqual(everything)
    expect(result.log).toContain("'go' cannot be started")
  })

  it('an import that Go cannot resolve concerns the app alone', async () => {
    repository.write('services/third/broken.go', 'package main\n\nimport _ "example.com/shop/shared/gone"\n')
    repository.commit('Break')
    const result = await changing(() => repository.write('README.md', 'x'))
    expect(changedOf(result)).toEqual(['third'])
    expect(reasonsOf(result)['third']).toContain('Go cannot tell what it imports')
  })

  it('without Git, from the files on disk', async () => {
    rmSync(join(folder, '.git'), { recursive: true })
    const result = await discover()
    expect(result.exitCode, result.log).toBe(0)
    expect(changedOf(result)).toEqual(everything)
  })
})

describe('a pull request', () => {
  it('is compared with what it is merged into', async () => {
    const base = repository.git('rev-parse', 'HEAD')
    repository.git('checkout', '--quiet', '-b', 'proposal')
    repository.write('services/first/notes.txt', 'x')
    const head = repository.commit('Propose')
    repository.git('checkout', '--quiet', 'main')
    repository.write('services/second/notes.txt', 'x')
    repository.commit('Go on')
    const payload = { pull_request: { base: { sha: base }, head: { sha: head } } }
    repository.git('checkout', '--quiet', 'proposal')
    expect(changedOf(await discover({ event: 'pull_request', payload }))).toEqual(['first'])
    repository.git('checkout', '--quiet', '--detach', 'main')
    repository.git('merge', '--quiet', '--no-ff', '-m', 'Merge', 'proposal')
    expect(changedOf(await discover({ event: 'pull_request', payload }))).toEqual(['first'])
  })
})

describe('apps', () => {
  it('are Go apps only, and the log says what was left out', async () => {
    repository.write('rust/host.json', hostJson('handler'))
    repository.write('dotnet/host.json', '{"version":"2.0"}')
    repository.write('dotnet/tool.go', 'package tool\n')
    repository.write('vendor/x/host.json', hostJson('handler'))
    repository.write('vendor/x/main.go', 'package main\n')
    repository.write('old/host.json', hostJson('handler'))
    repository.write('old/main.go', 'package main\n')
    repository.write('ignored/host.json', hostJson('handler'))
    repository.write('.gitignore', 'ignored\n')
    const result = await discover({ inputs: { exclude: 'old' } })
    expect(JSON.parse(result.outputs['apps'] ?? '').map((app: { folder: string }) => app.folder)).toEqual([
      'services/first',
      'services/second',
      'services/third',
    ])
    for (const line of [
      'Left out: rust, since it holds no Go file.',
      'Left out: dotnet, since its host.json names no custom handler',
      'Left out: vendor/x, since Go leaves folders',
      "Left out: old, since 'exclude' names it.",
    ]) {
      expect(result.log).toContain(line)
    }
    expect(result.log).not.toContain('Left out: ignored')
  })

  it('have names that are unique, and hostile folders do no harm', async () => {
    const folders = [
      'Café',
      '::error::x',
      '$(touch pwned)',
      '`id`',
      '<b>&',
      '日本',
      '-rf',
      'a b/first',
      "it's;#|",
      '$' + '{{ x }}',
      '中文',
    ]
    for (const name of folders) {
      repository.write(`more/${name}/host.json`, hostJson('handler'))
      repository.write(`more/${name}/main.go`, 'package main\n\nfunc main() {}\n')
    }
    const before = repository.commit('Add')
    for (const name of folders) repository.write(`more/${name}/notes.txt`, 'x')
    repository.commit('Change all')
    const result = await discover({ inputs: { base: before } })
    expect(result.exitCode, result.log).toBe(0)
    const { include } = JSON.parse(result.outputs['matrix'] ?? '') as {
      include: { name: string; folder: string }[]
    }
    expect(include.map((entry) => entry.folder).sort()).toEqual(folders.map((name) => `more/${name}`).sort())
    const apps = JSON.parse(result.outputs['apps'] ?? '') as { name: string }[]
    const names = apps.map((app) => app.name)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/)
    expect(names).toContain('cafe')
    expect(names).toContain('services-first')
    expect(result.log.split('\n').filter((line) => /^\s*::(?:error|set-|add-)/.test(line))).toEqual([])
  })

  it('with a name that no input can carry are an error', async () => {
    repository.write('more/end /host.json', hostJson('handler'))
    repository.write('more/end /main.go', 'package main\n')
    const result = await discover()
    expect(result.exitCode).toBe(1)
    expect(result.log).toContain('app-folder-name')
    expect(result.outputs['matrix']).toBeUndefined()
  })

  it('are at most 256 in a matrix, and parts divide them', async () => {
    for (let index = 0; index < 300; index += 1) {
      repository.write(`many/app${index}/host.json`, hostJson('handler'))
      repository.write(`many/app${index}/main.go`, 'package main\n')
    }
    const whole = await discover()
    expect(whole.exitCode).toBe(1)
    expect(whole.log).toContain(
      '303 apps are in the matrix, but GitHub starts at most 256 jobs for one matrix.',
    )
    expect(whole.outputs['matrix']).toBeUndefined()
    const parts = await Promise.all(['1/2', '2/2'].map((part) => discover({ inputs: { part } })))
    const folders = parts.flatMap(({ outputs }) =>
      (JSON.parse(outputs['matrix'] ?? '') as { include: { folder: string }[] }).include.map(
        (entry) => entry.folder,
      ),
    )
    expect(new Set(folders).size).toBe(303)
    expect(folders).toHaveLength(303)
  })
})

describe('the mapping', () => {
  const map = (mapping: unknown) =>
    repository.write(
      '.github/function-apps.json',
      typeof mapping === 'string' ? mapping : JSON.stringify(mapping, null, 2),
    )
  const named = { 'environment-name': 'production' }

  it('goes from the app over its environment to the pattern', async () => {
    map({
      environments: { production: { 'resource-group': 'rg-{environment}', 'verify-path': '/api/x' } },
      apps: {
        'services/first': { name: 'one', environments: { production: 'contoso-one' } },
        'services/second': { environments: { production: false } },
      },
    })
    const result = await discover({ inputs: { ...named, 'app-name-pattern': '{name}-{environment}' } })
    const { include } = JSON.parse(result.outputs['matrix'] ?? '')
    const shared = {
      'slot-name': '',
      'resource-group': 'rg-production',
      'verify-path': '/api/x',
      'main-package': '',
    }
    expect(include).toEqual([
      { ...shared, name: 'one', folder: 'services/first', 'app-name': 'contoso-one' },
      { ...shared, name: 'third', folder: 'services/third', 'app-name': 'third-production' },
    ])
    expect(result.outputs['artifact-prefix']).toBe('production')
  })

  it('tells every bad entry at its place, and gives no matrix', async () => {
    map(`{
  "environments": { "production": { "appname": "x" } },
  "apps": {
    "services/gone": {},
    "services/first": { "name": "Big", "environments": { "production": "a_b" } },
    "services/second": 3
  }
}`)
    const result = await discover({ inputs: { ...named, 'app-name-pattern': '{name}' } })
    expect(result.exitCode).toBe(1)
    expect(result.outputs['matrix']).toBeUndefined()
    for (const place of ['2:37', '4:5', '5:33', '5:72', '6:24']) {
      expect(result.log).toMatch(
        new RegExp(`^::error title=app-mapping-invalid,.*::\\.github/function-apps\\.json:${place}: `, 'm'),
      )
    }
  })

  it.each<[string, unknown, Record<string, string>, string]>([
    [
      'an environment that it does not know',
      { environments: { staging: {} } },
      { 'app-name-pattern': '{name}' },
      'app-environment-unknown',
    ],
    [
      'an app without a function app',
      { apps: { 'services/first': { environments: { production: 'x' } } } },
      {},
      'app-name-missing',
    ],
    ['two apps for one function app', {}, { 'app-name-pattern': 'same' }, 'app-name-shared'],
    ['a pattern with another placeholder', {}, { 'app-name-pattern': '{folder}' }, 'app-mapping-invalid'],
    ['no JSON', '{', {}, 'app-mapping-invalid'],
    ['a file that is not there', {}, { 'mapping-file': 'none.json' }, 'app-mapping-invalid'],
  ])('refuses %s', async (_, mapping, inputs, code) => {
    map(mapping)
    const result = await discover({ inputs: { ...named, ...inputs } })
    expect(result.exitCode).toBe(1)
    expect(result.log).toContain(`::error title=${code}`)
  })
})

it('refuses inputs that it cannot use, all at once', async () => {
  const inputs = {
    part: '5/4',
    base: '--output=x',
    'only-changed': 'yes',
    goarch: '386',
    'app-name-pattern': 'x',
  }
  const result = await discover({ inputs })
  expect(result.exitCode).toBe(1)
  for (const name of Object.keys(inputs)) expect(result.log).toContain(`'${name}' is '`)
})

it('stops when another commit than head is checked out', async () => {
  repository.commit('Nothing')
  const result = await discover({ inputs: { head: 'HEAD~1' } })
  expect(result.exitCode).toBe(1)
  expect(result.log).toContain('head-not-checked-out')
})
