import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { type Inspection, inspectBinary } from '../../src/elf/inspect'
import { type ByteSource, bytesSource, openSource } from '../../src/elf/source'

const cgo =
  'package main\n\n// static int answer(void) { return 42; }\nimport "C"\n\nfunc main() { print(C.answer(), "\\n") }\n'
const plain = 'package main\n\nfunc main() { print("ok\\n") }\n'

interface Build {
  readonly source?: string
  readonly flags?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Error codes of the verdict; empty when it must start. */
  readonly errors: readonly string[]
  readonly others?: readonly string[]
  readonly linkage: Inspection['linkage']
  /** Whether it needs a C compiler for this machine. */
  readonly isCgo?: boolean
}

const builds: Readonly<Record<string, Build>> = {
  static: { errors: [], linkage: 'static' },
  stripped: { flags: ['-ldflags=-s -w', '-trimpath'], errors: [], linkage: 'static' },
  pie: { flags: ['-buildmode=pie'], errors: ['elf-interpreter'], linkage: 'dynamic' },
  'GOAMD64=v3': { env: { GOAMD64: 'v3' }, errors: [], others: ['goamd64-level'], linkage: 'static' },
  arm64: { env: { GOARCH: 'arm64' }, errors: ['elf-machine'], linkage: 'static' },
  windows: { env: { GOOS: 'windows' }, errors: ['not-elf'], linkage: 'unknown' },
  darwin: { env: { GOOS: 'darwin' }, errors: ['not-elf'], linkage: 'unknown' },
  freebsd: { env: { GOOS: 'freebsd' }, errors: ['elf-os'], linkage: 'static' },
  cgo: {
    source: cgo,
    isCgo: true,
    errors: ['elf-interpreter', 'elf-needed-library'],
    linkage: 'dynamic',
  },
  'cgo, static': {
    source: cgo,
    isCgo: true,
    flags: ['-ldflags=-linkmode=external -extldflags=-static'],
    errors: [],
    others: ['cgo-but-static'],
    linkage: 'static',
  },
  race: {
    isCgo: true,
    flags: ['-race'],
    errors: ['elf-interpreter', 'elf-needed-library'],
    others: ['race-or-cover-build'],
    linkage: 'dynamic',
  },
  'c-shared': {
    source: cgo,
    isCgo: true,
    flags: ['-buildmode=c-shared'],
    errors: ['elf-type'],
    linkage: 'dynamic',
  },
}

const hasGo = spawnSync('go', ['version']).status === 0
const isAmd64Linux = process.platform === 'linux' && process.arch === 'x64'
const hasGcc = isAmd64Linux && spawnSync('gcc', ['--version']).status === 0
const version = spawnSync('file', ['--version'], { encoding: 'utf8' }).stdout?.split('\n')[0] ?? ''
const isComparable = process.platform === 'linux' && /^file-5\.4[45]$/.test(version)

let folder: string
const failures = new Map<string, string>()

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'elf-go-'))
  if (!hasGo) return
  for (const [name, build] of Object.entries(builds)) {
    if (build.isCgo === true && !hasGcc) failures.set(name, 'no gcc for linux/amd64 on this machine')
    else compile(name, build)
  }
}, 600_000)
afterAll(() => rmSync(folder, { recursive: true }))

function compile(name: string, build: Build): void {
  const project = join(folder, `${name} source`)
  mkdirSync(project)
  writeFileSync(join(project, 'main.go'), build.source ?? plain)
  const env = {
    ...process.env,
    GOOS: 'linux',
    GOARCH: 'amd64',
    GOENV: 'off',
    GOFLAGS: '',
    GO111MODULE: 'auto',
    GOTOOLCHAIN: 'local',
    CGO_ENABLED: build.isCgo === true ? '1' : '0',
    ...build.env,
  }
  const args = ['build', ...(build.flags ?? []), '-o', join(folder, name), 'main.go']
  const { status, stderr } = spawnSync('go', args, { cwd: project, env, encoding: 'utf8' })
  if (status !== 0) failures.set(name, `go build failed: ${stderr.trim()}`)
  // A shared library is written without the executable bit, which is a finding of its own.
  else chmodSync(join(folder, name), 0o755)
}

function skipUnlessBuilt(ctx: TestContext, name: string): void {
  if (!hasGo) ctx.skip('go is not installed')
  const failure = failures.get(name)
  // Only what the machine lacks is a reason to skip; any other failed build is a failed test.
  if (failure?.startsWith('no gcc') === true || failure?.includes('race requires') === true) ctx.skip(failure)
  expect(failure).toBeUndefined()
}

function inspect(name: string): Inspection {
  const source = openSource(join(folder, name))
  try {
    return inspectBinary(source, { name: 'handler', goarch: 'amd64' })
  } finally {
    source.close()
  }
}

const codesOf = (inspection: Inspection, isError: boolean) =>
  inspection.findings
    .filter((finding) => (finding.severity === 'error') === isError)
    .map((finding) => finding.code)

describe.each(Object.entries(builds))('go build: %s', (name, build) => {
  it('gets the right verdict', (ctx) => {
    skipUnlessBuilt(ctx, name)
    const inspection = inspect(name)
    // Which versions a cgo build needs depends on the glibc of this machine.
    expect(codesOf(inspection, true).filter((code) => code !== 'elf-glibc-version')).toEqual(build.errors)
    expect(codesOf(inspection, false)).toEqual(build.others ?? [])
    expect(inspection.linkage).toBe(build.linkage)
  })

  it('has the line of the installed file', (ctx) => {
    skipUnlessBuilt(ctx, name)
    if (!isComparable) ctx.skip(`needs Linux with file 5.44 or 5.45 (found '${version}')`)
    const { stdout } = spawnSync('file', ['-b', join(folder, name)], { encoding: 'utf8' })
    expect(inspect(name).fileOutput).toBe(`handler: ${stdout.trimEnd()}`)
  })

  it('really starts in an empty root exactly when the verdict says so', (ctx) => {
    skipUnlessBuilt(ctx, name)
    if (!isAmd64Linux || process.getuid?.() !== 0) ctx.skip('needs root on linux/amd64 for chroot')
    const isStarted = startsInEmptyRoot(join(folder, name))
    expect(isStarted).toBe(codesOf(inspect(name), true).length === 0)
  })
})

function startsInEmptyRoot(binary: string): boolean {
  const root = mkdtempSync(join(folder, 'root-'))
  copyFileSync(binary, join(root, 'handler'))
  chmodSync(join(root, 'handler'), 0o755)
  const { status } = spawnSync('chroot', [root, '/handler'], { timeout: 20_000 })
  rmSync(root, { recursive: true })
  return status === 0
}

describe('the build info', () => {
  it('says how the binary was made', (ctx) => {
    skipUnlessBuilt(ctx, 'static')
    const { buildInfo, goVersion, image } = inspect('static')
    const expected = spawnSync('go', ['env', 'GOVERSION'], { encoding: 'utf8', cwd: folder }).stdout.trim()
    expect(goVersion).toBe(expected)
    expect(buildInfo?.path).toBe('command-line-arguments')
    expect(buildInfo?.settings.get('CGO_ENABLED')).toBe('0')
    expect(buildInfo?.settings.get('GOOS')).toBe('linux')
    expect(image?.hasSymbolTable).toBe(true)
  })

  for (const goos of ['windows', 'darwin']) {
    it(`names the GOOS of a file for ${goos}`, (ctx) => {
      skipUnlessBuilt(ctx, goos)
      expect(inspect(goos).findings[0]?.hint).toContain(`Its build info says GOOS=${goos}.`)
    })
  }
})

describe('a damaged Go binary', () => {
  it('never throws and never reads above the limits', { timeout: 120_000 }, (ctx) => {
    skipUnlessBuilt(ctx, 'pie')
    const original = readFileSync(join(folder, 'pie'))
    const copy = Buffer.from(original)
    let state = 1
    const random = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
      return (state >>> 8) % below
    }
    const places = interestingPlaces(original)
    let mostBytes = 0
    let verdicts = 0
    for (let round = 0; round < 4000; round += 1) {
      const touched: number[] = []
      for (let flips = 1 + random(4); flips > 0; flips -= 1) {
        const [start, length] = places[random(places.length)] ?? [0, 1]
        const at = Math.min(start + random(length), copy.length - 1)
        copy[at] = random(2) === 0 ? random(256) : 0xff
        touched.push(at)
      }
      const counted = countingSource(bytesSource(copy, 0o755))
      const inspection = inspectBinary(counted.source, { name: 'handler', goarch: 'amd64' })
      mostBytes = Math.max(mostBytes, counted.bytes())
      verdicts += Number(inspection.findings.length > 0)
      for (const at of touched) copy[at] = original[at] ?? 0
    }
    expect(mostBytes).toBeLessThanOrEqual(24 * 1024 * 1024)
    // Whatever byte is wrong, an interpreter that is still there must not turn into a pass.
    expect(verdicts).toBeGreaterThan(3900)
  })
})

/** Headers, interpreter, dynamic section and notes stand in the first page; the section table elsewhere. */
function interestingPlaces(file: Buffer): readonly (readonly [number, number])[] {
  const sections = Number(file.readBigUInt64LE(40))
  const count = file.readUInt16LE(60)
  const dynamic = Array.from({ length: file.readUInt16LE(56) }, (_, index) => 64 + index * 56)
    .filter((at) => file.readUInt32LE(at) === 2)
    .map((at) => [Number(file.readBigUInt64LE(at + 8)), Number(file.readBigUInt64LE(at + 32))] as const)
  return [[4, 60], [64, 560], [0, 4096], [sections, count * 64], ...dynamic]
}

function countingSource(source: ByteSource): { readonly source: ByteSource; bytes(): number } {
  let bytes = 0
  return {
    source: {
      ...source,
      read: (offset, length) => {
        const part = source.read(offset, length)
        bytes += part.length
        return part
      },
    },
    bytes: () => bytes,
  }
}
