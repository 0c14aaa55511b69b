import { type ChildProcess, execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ActionResult, repositoryRoot, runAction } from '../../scripts/run-action'
import { runWarm } from './warm-jobs'
import { functionJson, hostJson, makeWorkspace, smallHandlerSource, type TestWorkspace } from './workspace'

const isWindows = process.platform === 'win32'
let workspace: TestWorkspace
const results: ActionResult[] = []
beforeEach(() => {
  workspace = makeWorkspace()
})
afterEach(() => {
  workspace.remove()
  for (const result of results.splice(0)) result.dispose()
})

const run = async (inputs: Record<string, string>, env: Record<string, string | undefined> = {}) => {
  const result = await runWarm({ workspace: workspace.folder, inputs, env })
  results.push(result)
  return result
}

const runBundle = async (inputs: Record<string, string>, env: Record<string, string | undefined> = {}) => {
  const result = await runAction({ workspace: workspace.folder, inputs, env })
  results.push(result)
  return result
}

const project = (folder: string): void => {
  workspace.write(`${folder}/host.json`, hostJson('handler'))
  workspace.write(`${folder}/Hello/function.json`, functionJson)
  workspace.write(`${folder}/handler.go`, smallHandlerSource)
}

describe('samples/hello-world', () => {
  it('passes with every output, a summary and a report that its schema accepts', async () => {
    workspace.sample('hello-world')
    const result = await runBundle({ 'working-directory': 'hello-world', 'report-file': 'out/report.json' })
    expect(result.log).toMatch(
      /^Built handler: linux\/amd64, go1\.\S+, \d+\.\d MB, static \(\d+\.\d s, build cache (cold|partial|warm)\)$/m,
    )
    expect(result.exitCode).toBe(0)
    expect(result.outputs).toMatchObject({
      executable: 'hello-world/handler',
      linkage: 'static',
      interpreter: '',
      needed: '[]',
      machine: 'x86-64',
      'ldd-output': '\tnot a dynamic executable',
      functions: '["HttpExample"]',
      errors: '0',
      warnings: '0',
      deployed: 'false',
      report: 'out/report.json',
    })
    expect(result.outputs['go-version']).toMatch(/^go1\.\d+/)
    expect(result.outputs['file-output']).toMatch(
      /^handler: ELF 64-bit LSB executable, x86-64, .*statically linked/,
    )
    expect(result.outputs['package-sha256']).toMatch(/^[0-9a-f]{64}$/)
    expect(existsSync(result.outputs['package'] ?? '')).toBe(true)
    expect(result.summary).toContain('## Passed')
    const report = JSON.parse(readFileSync(join(workspace.folder, 'out/report.json'), 'utf8'))
    expect(schemaErrors(report)).toEqual([])
  })

  it('gives the same package in another folder, at another time and in another time zone', async () => {
    workspace.sample('hello-world')
    const first = await runBundle({ 'working-directory': 'hello-world' }, { TZ: 'Asia/Tokyo' })
    cpSync(join(workspace.folder, 'hello-world'), join(workspace.folder, 'copy'), { recursive: true })
    const second = await runBundle({ 'working-directory': 'copy' }, { TZ: 'America/New_York' })
    expect(first.outputs['package-sha256']).toBe(second.outputs['package-sha256'])
  })
})

describe('static flags win', () => {
  it.each([
    ['the environment', { CGO_ENABLED: '1', GOOS: 'windows', GOARCH: 'arm64' }],
    ['GOFLAGS', { GOFLAGS: '-buildmode=pie -ldflags=-linkmode=external' }],
  ])('over %s', async (_, env) => {
    project('.')
    const result = await run({}, env)
    expect(result.outputs).toMatchObject({ linkage: 'static', machine: 'x86-64' })
    expect(result.exitCode).toBe(0)
  })

  it('over go env -w', async () => {
    project('.')
    const goenv = workspace.write(
      'goenv',
      'CGO_ENABLED=1\nGOFLAGS=-buildmode=pie\nGOOS=darwin\nGOARCH=arm64\n',
    )
    const result = await run({}, { GOENV: goenv })
    expect(result.outputs).toMatchObject({ linkage: 'static', machine: 'x86-64' })
    expect(result.exitCode).toBe(0)
  })
})

describe('the wrong binary', () => {
  it('made as the usual instructions say, is red with interpreter, libraries, glibc version and the fix', async (context) => {
    workspace.sample('dynamic')
    const cwd = join(workspace.folder, 'dynamic')
    const env = { ...process.env, CGO_ENABLED: '1', GOOS: 'linux', GOARCH: 'amd64' }
    const built = spawnSync('go', ['build', '-o', 'handler', 'handler.go'], { cwd, env, encoding: 'utf8' })
    if (built.status !== 0) context.skip(`cgo does not work on this machine: ${built.stderr.split('\n')[0]}`)
    const result = await run({ 'working-directory': 'dynamic', binary: 'dynamic/handler' })
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({ linkage: 'dynamic', needed: '["libc.so.6"]', errors: '1' })
    expect(result.outputs['interpreter']).toBe('/lib64/ld-linux-x86-64.so.2')
    // One binary with three facts is one finding.
    const annotations = result.log.match(/^::error .*/gm) ?? []
    expect(annotations.length).toBe(1)
    for (const fact of ['title=elf-interpreter,file=dynamic/host.json,line=', "'libc.so.6'", 'GLIBC_2.34']) {
      expect(annotations[0]).toContain(fact)
    }
    expect(result.log.trimEnd().split('\n').at(-1)).toBe('Failed: 1 error, see the summary')
    expect(result.log).toContain('CGO_ENABLED=0')
    expect(result.summary).toContain('```mermaid')
  })

  it('is red as position-independent code without cgo', async () => {
    project('.')
    const env = { ...process.env, CGO_ENABLED: '0', GOOS: 'linux', GOARCH: 'amd64' }
    const args = ['build', '-buildmode=pie', '-o', 'handler', 'handler.go']
    execFileSync('go', args, { cwd: workspace.folder, env })
    const result = await run({ binary: 'handler' })
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({ linkage: 'dynamic', needed: '[]', errors: '1' })
    expect(result.outputs['ldd-output']).toContain('\tstatically linked')
  })
})

describe('package', () => {
  it('takes the zip of an earlier run, inspects what is inside, and builds nothing', async () => {
    workspace.sample('hello-world')
    workspace.write('hello-world/handler.go', smallHandlerSource)
    const made = await run({ 'working-directory': 'hello-world' })
    const result = await run({ package: made.outputs['package'] ?? '' }, { PATH: '/nonexistent' })
    expect(result.log).toContain('static')
    expect(result.exitCode).toBe(0)
    expect(result.outputs).toMatchObject({
      linkage: 'static',
      functions: '["HttpExample"]',
      'package-sha256': made.outputs['package-sha256'],
    })
  })

  it.each([
    ['gone.zip', undefined, "'package' is 'gone.zip', and there is no such file in the workspace."],
    ['text.zip', 'not a zip', 'text.zip'],
  ])('refuses %s', async (name, text, expected) => {
    if (text !== undefined) workspace.write(name, text)
    const result = await run({ package: name })
    expect(result.exitCode).toBe(1)
    expect(result.log).toContain(expected)
    expect(result.log).not.toMatch(/\n\s+at /)
  })
})

describe('what the child is given', () => {
  it('holds no inputs and no tokens of the job', async (context) => {
    if (isWindows) context.skip('the go that listens is a shell script')
    project('.')
    const bin = mkdtempSync(join(tmpdir(), 'fake-go-'))
    const seen = join(bin, 'seen')
    const real = spawnSync('which', ['go'], { encoding: 'utf8' }).stdout.trim()
    const script = `#!/bin/sh\nenv >> '${seen}'\nexec '${real}' "$@"\n`
    writeFileSync(join(bin, 'go'), script, { mode: 0o755 })
    const result = await run(
      { ldflags: '-X main.canary=1' },
      {
        PATH: `${bin}:${process.env['PATH']}`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'canary-token',
        ACTIONS_ID_TOKEN_REQUEST_URL: 'https://canary-url',
        ACTIONS_RUNTIME_TOKEN: 'canary-runtime',
        GITHUB_TOKEN: 'canary-github',
      },
    )
    const environment = readFileSync(seen, 'utf8')
    rmSync(bin, { recursive: true, force: true })
    expect(result.exitCode).toBe(0)
    expect(environment).toContain('CGO_ENABLED=0')
    expect(environment).not.toMatch(/INPUT_|canary-/)
  })
})

describe('when things are missing or broken', () => {
  it('says so when there is no go', async () => {
    project('.')
    const result = await run({}, { PATH: '/nonexistent' })
    expect(result.exitCode).toBe(1)
    expect(result.log).toMatch(/::error title=go-missing/)
  })

  it('lists every bad input in one error', async () => {
    const result = await run({ goarch: 'mips', 'fail-on': 'never' })
    expect(result.exitCode).toBe(1)
    expect(result.log).toContain("'goarch' is 'mips': use 'amd64' or 'arm64'.")
    expect(result.log).toContain("'fail-on' is 'never': use 'error' or 'warning'.")
    expect(result.summary).toContain('## Failed')
  })

  it('goes on without a summary file and without an output file', async () => {
    project('.')
    const result = await run({}, { GITHUB_STEP_SUMMARY: undefined, GITHUB_OUTPUT: '/nonexistent/output' })
    expect(result.log).toContain('No summary was written: GITHUB_STEP_SUMMARY is not set.')
    expect(result.log).toContain('No outputs were set: ')
    expect(result.exitCode).toBe(0)
  })

  it('points at the line of a compiler error, relative to the repository', async () => {
    project('api')
    workspace.write('api/handler.go', 'package main\n\nfunc main() {\n\tundefinedName()\n}\n')
    const result = await run({ 'working-directory': 'api' })
    expect(result.exitCode).toBe(1)
    expect(result.log).toContain('file=api/handler.go,line=4,col=2')
    expect(result.log).not.toMatch(/^api\/handler\.go:4:2|^\.\/handler\.go:4:2/m)
  })

  it('leaves no begun package behind when the build fails', async () => {
    project('.')
    workspace.write('handler.go', 'package main\n\nfunc main() {\n\tundefinedName()\n}\n')
    workspace.write('assets/large.bin', Buffer.alloc(20_000_000, 'a static file'))
    const result = await runWarm({ workspace: workspace.folder, inputs: { include: 'assets' } })
    try {
      expect(result.exitCode).toBe(1)
      expect(readdirSync(result.tempFolder)).toEqual([])
    } finally {
      result.dispose()
    }
  })

  it('lets nothing that the compiler prints act as a workflow command', async () => {
    project('.')
    workspace.write('handler.go', 'package main\n\n//line ::set-output name=x::y:1\nfunc main() { a() }\n')
    const result = await run({})
    expect(result.exitCode).toBe(1)
    expect(result.log).not.toMatch(/^\s*::set-output/m)
  })

  it('writes a summary when it is cancelled', async (context) => {
    if (isWindows) context.skip('Windows ends a process without a signal that it could handle')
    project('.')
    let child: ChildProcess | undefined
    const result = await runAction({
      workspace: workspace.folder,
      inputs: {},
      onStart: (started) => {
        child = started
      },
      onOutput: (text) => {
        if (text.includes('::group::Build')) child?.kill('SIGINT')
      },
    })
    results.push(result)
    expect(result.exitCode).toBe(1)
    expect(result.summary).toContain('Cancelled')
  })
})

function schemaErrors(report: unknown): unknown {
  const schema = JSON.parse(readFileSync(join(repositoryRoot, 'docs', 'report.schema.json'), 'utf8'))
  const ajv = new Ajv2020({ strict: true })
  addFormats(ajv)
  const validate = ajv.compile(schema)
  return validate(report) ? [] : validate.errors
}
