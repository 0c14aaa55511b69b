import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { appendFileSync, chmodSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { startEmulator } from '../../emulator/emulator'
import type { ActionResult } from '../../scripts/run-action'
import { clockSpeed, deployTo, fastClock, makePackages } from './azure'
import { runWarm } from './warm-jobs'
import { functionJson, hostJson, makeWorkspace, smallHandlerSource, type TestWorkspace } from './workspace'

let workspace: TestWorkspace
const results: ActionResult[] = []
beforeEach(() => {
  workspace = makeWorkspace()
})
afterEach(() => {
  workspace.remove()
  for (const result of results.splice(0)) result.dispose()
})

const run = async (
  inputs: Record<string, string>,
  env: Record<string, string | undefined> = {},
): Promise<ActionResult> => {
  const result = await runWarm({
    workspace: workspace.folder,
    inputs: { rehearse: 'false', ...inputs },
    env,
  })
  results.push(result)
  return result
}

const project = (folder: string): void => {
  workspace.write(`${folder}/host.json`, hostJson('handler'))
  workspace.write(`${folder}/Hello/function.json`, functionJson)
  workspace.write(`${folder}/handler.go`, smallHandlerSource)
}

describe('a project in a folder', () => {
  it.each([
    ['with blanks', 'my function app'],
    ['with quotes', `it's a "quoted" app`],
    ['with non-ASCII', 'función-日本語-ö'],
    ['with what shells and workflow commands know', '$(id);&%0A::x::'],
    ['with a name of 255 bytes', 'a'.repeat(255)],
  ])('%s is built and packed', async (_, folder) => {
    project(folder)
    const result = await run({ 'working-directory': folder })
    expect(result.exitCode, result.log).toBe(0)
    expect(result.outputs).toMatchObject({ functions: '["Hello"]', linkage: 'static' })
  })

  it('with a line break is built and packed, or refused in one sentence', async () => {
    project('two\nlines')
    const result = await run({ 'working-directory': 'two\nlines' })
    expect(result.log).not.toMatch(/\n\s+at /)
    if (result.exitCode !== 0) expect(result.outputs['errors'] ?? result.log).toMatch(/1|two/)
  })

  it('packs files with strange names under these names', async () => {
    project('.')
    const names = ['a b.txt', `q"u'o.txt`, 'ü.txt', `${'n'.repeat(251)}.txt`]
    for (const name of names) workspace.write(`data/${name}`, 'x')
    const result = await run({ include: 'data/**' })
    expect(result.exitCode, result.log).toBe(0)
    for (const name of names) expect(result.log).toContain(`data/${name} (1 bytes)`)
  })
})

describe('a project under git', () => {
  it.each(['true', 'false'])('with core.quotepath=%s has its files under their own names', async (value) => {
    project('.')
    const names = ['ü.txt', `q"u'o.txt`, '日本 語.txt']
    for (const name of names) workspace.write(`data/${name}`, 'x')
    const git = (...words: string[]) =>
      execFileSync('git', ['-C', workspace.folder, ...words], { stdio: 'pipe' })
    git('init', '-q')
    git('config', 'core.quotepath', value)
    git('add', '.')
    git('-c', 'user.name=a', '-c', 'user.email=a@example.com', 'commit', '-qm', 'all')
    const result = await run({ include: 'data/**' })
    expect(result.exitCode, result.log).toBe(0)
    for (const name of names) expect(result.log).toContain(`data/${name} (1 bytes)`)
  })
})

describe('a project that changes while it is packed', () => {
  it('is one clear error, and no package is left', async () => {
    project('.')
    const growing = workspace.write('data/growing.bin', randomBytes(8_000_000))
    let timer: NodeJS.Timeout | undefined
    const result = await runWarm({
      workspace: workspace.folder,
      inputs: { rehearse: 'false', include: 'data/**' },
      onOutput: (text) => {
        if (text.includes('::group::Build')) timer ??= setInterval(() => appendFileSync(growing, 'x'), 2)
      },
    })
    clearInterval(timer)
    results.push(result)
    expect(result.exitCode, result.log).toBe(1)
    const errors = result.log.split('\n').filter((line) => line.startsWith('::error title='))
    expect(errors).toHaveLength(1)
    expect(errors[0]).toMatch(
      /^::error title=package-source-changed::.*growing\.bin' changed while it was packed/,
    )
    expect(result.outputs).not.toHaveProperty('package')
    const left = readdirSync(result.tempFolder, { recursive: true, withFileTypes: true })
    expect(left.filter((entry) => entry.isFile())).toEqual([])
  })
})

describe('the file system', () => {
  it('may have links that lead in a circle', async () => {
    project('.')
    mkdirSync(join(workspace.folder, 'data'))
    symlinkSync('..', join(workspace.folder, 'data/up'))
    symlinkSync('loop', join(workspace.folder, 'loop'))
    const result = await run({ include: 'data/**' })
    expect(result.log).not.toMatch(/\n\s+at /)
    expect(result.elapsedMs).toBeLessThan(60_000)
    expect(result.outputs['package-sha256'] ?? result.log).toMatch(/^[0-9a-f]{64}$|link/)
  })

  it('may be without the temporary folder of the runner', async () => {
    project('.')
    const result = await run({}, { RUNNER_TEMP: undefined })
    expect(result.exitCode, result.log).toBe(0)
    const missing = await run({}, { RUNNER_TEMP: '/nonexistent/temp' })
    expect(missing.log).not.toMatch(/\n\s+at /)
    expect(missing.exitCode === 0 || missing.log.includes('/nonexistent/temp')).toBe(true)
  })

  it('may be read-only where the project is', async (context) => {
    if (process.getuid?.() === 0) context.skip('root may write to read-only folders')
    project('app')
    chmodSync(join(workspace.folder, 'app'), 0o555)
    const result = await run({ 'working-directory': 'app' })
    chmodSync(join(workspace.folder, 'app'), 0o755)
    expect(result.exitCode).toBe(1)
    expect(result.log).toMatch(/permission denied|EACCES/i)
    expect(result.log).not.toMatch(/\n\s+at /)
  })
})

describe('two deployments at once to one app', () => {
  it('both end with the truth about whose package is active', { timeout: 180_000 }, async () => {
    const plans = ['flex-consumption', 'elastic-premium', 'consumption'] as const
    const packages = await makePackages(['hello-world', 'multi-function'])
    const emulator = await startEmulator({
      apps: plans.map((plan) => anApp({ name: `two-${plan}`, plan })),
      latencies: { deploymentStepMs: 300 },
      faults: { apps: Object.fromEntries(plans.map((plan) => [`two-${plan}`, { uptimeSpeed: clockSpeed }])) },
    })
    try {
      const deployTwice = async (plan: (typeof plans)[number]): Promise<void> => {
        const app = emulator.state.get(`two-${plan}`)
        const both = await Promise.all(
          ['hello-world', 'multi-function'].map((sample) =>
            deployTo(emulator, {
              workspace: packages.folder,
              appName: app.spec.name,
              inputs: { package: `${sample}.zip`, 'verify-timeout': '1' },
              env: fastClock,
            }),
          ),
        )
        const active = both.find(({ outputs }) => outputs['package-sha256'] === app.activeSha256)
        const other = both.find((result) => result !== active)
        // It may have seen the other one, which then gave way and put this package back.
        if (active?.exitCode !== 0) expect(active?.log).toContain('title=deployment-overtaken')
        // The other one was active first and was seen to be, or says what is there instead of it.
        if (other?.exitCode !== 0)
          expect(other?.log).toMatch(
            /title=(verify-(functions|stale|function-error)|deployment-(busy|conflict|overtaken|unproven|not-restored))/,
          )
        else expect(app.activated).toBe(2)
      }
      // Side by side: whoever loses waits out its time for the verification.
      await Promise.all(plans.map(deployTwice))
    } finally {
      await emulator.stop()
      packages.remove()
    }
  })
})
