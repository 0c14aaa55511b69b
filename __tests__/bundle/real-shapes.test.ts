/**
 * The shapes that real function apps have, written anew: what a first run says of each, without any other input than
 * what its user cannot do without. Shapes that other tests hold are named there (`samples/good/README.md`).
 */
import { readFile } from 'node:fs/promises'
import JSZip from 'jszip'
import { expect, it, vi } from 'vitest'
import { commandsIn } from './runner-log'
import { runWarm } from './warm-jobs'
import { makeWorkspace } from './workspace'

vi.setConfig({ testTimeout: 180_000, maxConcurrency: 2 })

interface Shape {
  readonly name: string
  /** `working-directory` below it. */
  readonly folder?: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly isGreen: boolean
  /** Every finding that is annotated, `severity code`, sorted. */
  readonly found: readonly string[]
  /** What the first error, or the first finding, has to say. */
  readonly says?: RegExp
  /** It needs a rehearsal, which only Linux has. */
  readonly isRehearsed?: boolean
}

const shapes: readonly Shape[] = [
  {
    name: 'good/command-folder',
    isGreen: true,
    found: ['notice main-package-found'],
    says: /'\.\/cmd\/server'/,
  },
  {
    name: 'good/module-above',
    folder: 'functions',
    isGreen: true,
    found: ['notice main-package-found'],
    says: /'\.\.'/,
  },
  {
    name: 'good/handler-beside',
    folder: 'configs',
    isGreen: true,
    found: ['notice main-package-found'],
    says: /'\.\.\/handler'/,
  },
  {
    name: 'good/windows-name',
    isGreen: true,
    found: ['notice executable-name-windows'],
    says: /handler\.exe/,
  },
  {
    name: 'good/old-cosmos-names',
    isGreen: true,
    found: ['notice extension-bundle-old'],
    says: /'collectionName' becomes 'containerName'/,
  },
  { name: 'good/http-worker', isGreen: true, found: ['warning http-worker-deprecated'] },
  { name: 'good/serve-command', isGreen: true, found: [] },
  {
    name: 'good/setting-as-argument',
    isGreen: true,
    isRehearsed: true,
    found: ['warning handler-needs-setting'],
    says: /DATABASE_URL/,
  },
  {
    name: 'good/needs-setting',
    isGreen: true,
    isRehearsed: true,
    found: ['warning handler-needs-setting'],
    says: /MAIL_KEY/,
  },
  { name: 'good/needs-setting', inputs: { 'rehearse-settings': 'MAIL_KEY=x' }, isGreen: true, found: [] },
  {
    name: 'good/plain-timer',
    isGreen: true,
    isRehearsed: true,
    found: ['warning handler-contract-answer'],
    says: /answers POST "\/Purge".*with plain text/,
  },
  { name: 'good/empty-status', isGreen: true, found: [] },
  { name: 'good/many-bindings', isGreen: true, found: [] },
  { name: 'good/commented-host-json', isGreen: true, found: ['notice host-json-not-strict'] },
  { name: 'good/local-settings', isGreen: true, found: [] },
  {
    name: 'bad/old-bundle',
    isGreen: false,
    found: ['error extension-bundle-too-old'],
    says: /Write "version": "\[4\.\*, 5\.0\.0\)"/,
  },
  {
    name: 'bad/one-broken',
    isGreen: false,
    isRehearsed: true,
    found: ['error route-not-registered'],
    says: /"Gamma"/,
  },
  {
    name: 'bad/route-without-api',
    isGreen: false,
    isRehearsed: true,
    found: ['error route-not-registered'],
    says: /Write '\/api\/Greet' here/,
  },
  {
    name: 'bad/assembled',
    isGreen: false,
    found: ['error no-functions', 'warning function-json-nested'],
    says: /a Makefile.*in a step before this one, or give its zip as package/,
  },
  {
    name: 'bad/several-apps',
    isGreen: false,
    found: ['error host-json-missing'],
    says: /working-directory: bad\/several-apps\/services\/mails; working-directory: bad\/several-apps\/services\/orders/,
  },
  {
    name: 'bad/no-go-sum',
    isGreen: false,
    found: ['error go-sum-absent'],
    says: /Run go mod tidy/,
  },
  {
    name: 'bad/renamed-module',
    isGreen: false,
    found: ['error go-own-package-missing'],
    says: /file=bad\/renamed-module\/go\.mod,line=1,[^\n]*Change the line "module example\.com\/sketch" to "module example\.com\/painting"/,
  },
  {
    name: 'bad/binary-elsewhere',
    folder: 'infrastructure',
    isGreen: false,
    found: ['error go-no-files'],
    says: /set binary to a finished executable/,
  },
  {
    name: 'bad/static-web-app',
    isGreen: false,
    found: ['error custom-handler-missing'],
    says: /'package\.json' says that this is an app in Node\.js/,
  },
  {
    name: 'bad/rust-handler',
    isGreen: false,
    found: ['error go-no-files'],
    says: /'Cargo\.toml' says that the program is written in Rust/,
  },
  {
    name: 'bad/dotnet-handler',
    isGreen: false,
    found: ['error go-no-files'],
    says: /'Painter\.csproj' says that the program is written in \.NET/,
  },
  {
    name: 'bad/old-worker',
    isGreen: false,
    found: ['error worker-unknown', 'notice main-package-found'],
    says: /the worker 'github\.com\/Azure\/azure-functions-go-worker'\. Azure does not have this worker/,
  },
]

it.concurrent.for(shapes)('$name: the first verdict is right', async (shape, context) => {
  const { name, folder = '', inputs = {}, isGreen, found, says, isRehearsed = false } = shape
  if (isRehearsed && process.platform !== 'linux') context.skip('the handler is a Linux program')
  const workspace = makeWorkspace()
  workspace.sample(name)
  const result = await runWarm({
    workspace: workspace.folder,
    inputs: { 'working-directory': [name, folder].filter(Boolean).join('/'), ...inputs },
  })
  try {
    const seen = commandsIn(result.log).filter(({ properties }) => properties['title'] !== undefined)
    expect(
      seen.map(({ name: severity, properties: { title } }) => `${severity} ${title}`).sort(),
      result.log,
    ).toEqual([...found])
    expect(result.exitCode, result.log).toBe(isGreen ? 0 : 1)
    if (says !== undefined) expect(result.log).toMatch(says)
    if (!isGreen) return
    const zip = await JSZip.loadAsync(await readFile(result.outputs['package'] ?? ''))
    expect(Object.keys(zip.files)).not.toContain('local.settings.json')
    if (process.platform === 'linux' && !found.some((each) => each.startsWith('warning')))
      expect(result.log).toMatch(/^Rehearsed: the handler answered after \d+ ms$/m)
  } finally {
    result.dispose()
    workspace.remove()
  }
})
