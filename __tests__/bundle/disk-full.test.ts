/**
 * Disks that are full, and file systems that are read-only: each place that the action or `go` writes to, on a
 * small file system of its own. One clear message each, and nothing half done is left.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, type TestContext, vi } from 'vitest'
import { type ActionResult, repositoryRoot } from '../../scripts/run-action'
import { runWarm } from './warm-jobs'
import { makeWorkspace, smallHandlerSource, type TestWorkspace } from './workspace'

vi.setConfig({ testTimeout: 120_000 })

let workspace: TestWorkspace
let mount: ((...words: string[]) => void) | undefined
const mounted: string[] = []
const results: ActionResult[] = []
beforeAll(() => {
  workspace = makeWorkspace()
  workspace.sample('hello-world')
  workspace.write('hello-world/handler.go', smallHandlerSource)
  mount = mounter()
})
afterEach(() => {
  for (const folder of mounted.splice(0)) {
    mount?.('umount', folder)
    rmdirSync(folder)
  }
  for (const result of results.splice(0)) result.dispose()
})
afterAll(() => workspace?.remove())

/** Mounting is for root, or for a runner that may become root without a password. */
function mounter(): ((...words: string[]) => void) | undefined {
  if (process.platform !== 'linux') return undefined
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const run = (...words: string[]): void => {
    const [file = '', ...args] = [...prefix, ...words]
    execFileSync(file, args, { stdio: 'pipe' })
  }
  const folder = join(workspace.folder, 'try')
  mkdirSync(folder)
  try {
    run('mount', '-t', 'tmpfs', 'tmpfs', folder)
    run('umount', folder)
    return run
  } catch {
    return undefined
  } finally {
    rmdirSync(folder)
  }
}

/** A file system of its own, with these options of tmpfs(5). */
function place(context: TestContext, options: string): string {
  if (mount === undefined) context.skip('no file system can be mounted here')
  const folder = join(workspace.folder, `disk-${mounted.length}`)
  mkdirSync(folder)
  mount?.('mount', '-t', 'tmpfs', '-o', `mode=0777,${options}`, 'tmpfs', folder)
  mounted.push(folder)
  return folder
}

async function run(
  inputs: Record<string, string>,
  env: Record<string, string> = {},
  folder = workspace.folder,
): Promise<ActionResult> {
  const all = { 'working-directory': 'hello-world', rehearse: 'false', ...inputs }
  const result = await runWarm({ workspace: folder, inputs: all, env })
  results.push(result)
  return result
}

function expectOneError(result: ActionResult, code: string, words: RegExp): void {
  expect(result.exitCode).toBe(1)
  const errors = result.log.split('\n').filter((line) => line.startsWith('::error title='))
  expect(errors, result.log).toHaveLength(1)
  expect(errors[0]).toMatch(new RegExp(`^::error title=${code}[,:]`))
  expect(errors[0]).toMatch(words)
  expect(result.log).not.toMatch(/The action itself failed|\n\s+at /)
  expect(result.summary).toContain(code)
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)

function copySample(folder: string): void {
  cpSync(join(repositoryRoot, 'samples/hello-world'), join(folder, 'hello-world'), { recursive: true })
  writeFileSync(join(folder, 'hello-world/handler.go'), smallHandlerSource)
}

describe('a full disk under the temporary folder', () => {
  it('ends the packaging with one error, and leaves no part of the zip', async (context) => {
    const folder = place(context, 'size=100k')
    expectOneError(await run({}, { RUNNER_TEMP: folder }), 'package-unwritable', /no space left on device/)
    expect(filesIn(folder)).toEqual([])
  })

  it('ends the packaging with one error when not even a folder can be made', async (context) => {
    const folder = place(context, 'nr_inodes=1')
    expectOneError(
      await run({}, { RUNNER_TEMP: folder }),
      'temp-folder-unwritable',
      /no space left on device/,
    )
  })

  it('ends the rehearsal with one error, and leaves nothing of what was unpacked', async (context) => {
    // Room for the zip of this sample, whatever Go built it, and not for its program besides.
    const folder = place(context, 'size=5m')
    cpSync(join(repositoryRoot, 'samples/hello-world'), join(workspace.folder, 'large'), { recursive: true })
    const inputs = { 'working-directory': 'large', 'compression-level': '6', rehearse: 'true' }
    const result = await run(inputs, { RUNNER_TEMP: folder })
    expectOneError(result, 'package-unwritable', /no space left on device/)
    expect(filesIn(folder)).toEqual(['large.zip'])
  })
})

describe('a full disk under the build', () => {
  it('ends it with one error when the executable does not fit, and leaves no part of it', async (context) => {
    const folder = place(context, 'size=1m')
    copySample(folder)
    const before = filesIn(folder)
    const result = await run({}, {}, folder)
    expectOneError(result, 'go-cannot-write', /write handler: no space left on device/)
    expect(filesIn(folder)).toEqual(before)
  })

  it.for([
    ['without room for the executable', 'size=200k'],
    ['without room for a folder', 'nr_inodes=1'],
  ] as const)('ends it with one error in a temporary folder %s', async ([_, options], context) => {
    const folder = place(context, options)
    // A flag that no earlier build had: what is cached needs no space.
    const result = await run({ ldflags: `-X main.unique=${process.pid}` }, { TMPDIR: folder })
    expectOneError(result, 'go-cannot-write', /no space left on device/)
    expect(filesIn(folder)).toEqual([])
  })
})

describe('a read-only file system', () => {
  it('under the temporary folder ends the packaging with one error', async (context) => {
    const folder = place(context, 'size=1m,ro')
    expectOneError(await run({}, { RUNNER_TEMP: folder }), 'temp-folder-unwritable', /read-only file system/)
  })

  it.for([
    ['go-cannot-write', 'handler'],
    ['executable-folder-unwritable', 'bin/handler'],
  ] as const)('under the workspace ends the build with %s', async ([code, executable], context) => {
    const folder = place(context, 'size=1m')
    copySample(folder)
    const hostJson = join(folder, 'hello-world/host.json')
    writeFileSync(hostJson, readFileSync(hostJson, 'utf8').replace('"handler"', `"${executable}"`))
    mount?.('mount', '-o', 'remount,ro', folder)
    expectOneError(await run({}, {}, folder), code, /read-only file system/)
  })

  it('under the workspace is no hindrance for a binary that was built elsewhere', async (context) => {
    const folder = place(context, 'size=16m')
    copySample(folder)
    const built = await run({}, {}, folder)
    expect(built.exitCode, built.log).toBe(0)
    mount?.('mount', '-o', 'remount,ro', folder)
    const result = await run({ binary: 'hello-world/handler' }, {}, folder)
    expect(result.exitCode, result.log).toBe(0)
  })
})

describe('a full disk under what is written for the reader', () => {
  const files = {
    'report-file': 'full/report.json',
    'sarif-file': 'full/result.sarif',
    'sbom-file': 'full/sbom.json',
  }

  it('is said in one warning for each file; earlier lines stay, and no half file', async (context) => {
    const folder = place(context, 'size=16k')
    const [output, summary] = [join(folder, 'output'), join(folder, 'summary')]
    // Each fills one page of the file system but for a few bytes, and the last one takes the last page.
    writeFileSync(output, `earlier=${'1'.repeat(4080)}\n`)
    writeFileSync(summary, `# ${'E'.repeat(4080)}\n`)
    writeFileSync(join(folder, 'report.json'), '{}')
    writeFileSync(join(folder, 'filler'), Buffer.alloc(4096))
    symlinkSync(folder, join(workspace.folder, 'full'))
    const result = await run(files, { GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary })
    expect(result.exitCode, result.log).toBe(0)
    const warnings = result.log.split('\n').filter((line) => line.startsWith('::warning::No '))
    expect(warnings.map((line) => /No (.*?) (?:was|were)/.exec(line)?.[1]).sort()).toEqual(
      ['SARIF file', 'SBOM', 'outputs', 'report', 'summary'].sort(),
    )
    for (const line of warnings) expect(line).toContain('no space left on device')
    expect(readFileSync(output, 'utf8')).toMatch(/^earlier=1{4080}\n$/)
    expect(readFileSync(summary, 'utf8')).toMatch(/^# E{4080}\n$/)
    expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe('{}')
    expect(filesIn(folder).sort()).toEqual(['filler', 'output', 'report.json', 'summary'])
  })

  it.skipIf(process.platform !== 'linux')(
    'is said also where the file is a device that is full',
    async () => {
      // Linux alone has this device.
      const env = { GITHUB_OUTPUT: '/dev/full', GITHUB_STEP_SUMMARY: '/dev/full' }
      const result = await run({ 'report-file': '/dev/full' }, env)
      expect(result.exitCode, result.log).toBe(0)
      expect(
        result.log.match(/^::warning::No (?:report|outputs|summary) .*no space left on device/gm),
      ).toHaveLength(3)
    },
  )
})
