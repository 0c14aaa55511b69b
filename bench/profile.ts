/**
 * Where the time of a check run goes, from a CPU profile, and the speed of what cannot be made faster here.
 */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { deflateRaw, deflateRawSync, inflateRawSync } from 'node:zlib'
import { runAction } from '../scripts/run-action'
import { crc32 } from '../src/archive/crc32'
import type { Section, Table } from './page'
import { type ActionRun, measureAction, stageMs } from './processes'
import { cacheFolder, type Program, type Programs, workspaceWith } from './programs'
import { median, milliseconds } from './sampling'

interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

const inputs = { binary: 'prebuilt' } as const

/**
 * Profiles a check run and measures the limits.
 *
 * @param programs the sample, and the medium program for throughput
 */
export async function measureProfile({ hello, medium }: Programs): Promise<Section> {
  const workspace = workspaceWith('profile', hello.path)
  return {
    title: 'What is left, and its limits',
    blocks: [
      'Stages of a check run with `binary:` on `samples/hello-world`, all defaults (median of five runs):',
      await stages(workspace),
      'CPU samples of the main thread in such a run; “idle” is waiting for the compression threads, the disk and the handler:',
      await profile(workspace),
      `Speed of the primitives on this machine, on the bytes of ${(medium ?? hello).name}:`,
      await limits(medium ?? hello),
      'Compressing is zlib, and zlib is the limit of the package stage: its threads are busy from the first block to the last. Reading back and the SHA-256 follow at their own speed. What is left beside it is V8 reading and compiling code for its first use, some milliseconds per stage, and round trips: signing in and looking the app up are about ten requests, most of which depend on the answer to the one before.',
    ],
    budgets: [],
  }
}

async function stages(workspace: string): Promise<Table> {
  const runs: ActionRun[] = []
  for (let round = 0; round < 5; round += 1) runs.push(await measureAction(workspace, inputs))
  const names = ['inputs', 'preflight', 'inspect', 'package', 'rehearse'] as const
  const rows = names.map((name) => [
    name,
    milliseconds(median(runs.map(({ report }) => stageMs(report, name)))),
  ])
  const insideMs = median(runs.map(({ report }) => report.elapsedMs))
  const wholeMs = median(runs.map(({ elapsedMs }) => elapsedMs))
  const sumMs = names.reduce((sum, name) => sum + median(runs.map(({ report }) => stageMs(report, name))), 0)
  return {
    head: ['stage', 'time'],
    rows: [
      ...rows,
      ['loading chunks between the stages, outputs', milliseconds(insideMs - sumMs)],
      ['starting and ending the process, loading the entry, summary', milliseconds(wholeMs - insideMs)],
      ['the whole process', milliseconds(wholeMs)],
    ],
  }
}

async function profile(workspace: string): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-profile-'))
  try {
    const file = join(folder, 'profile.json')
    const hook = join(import.meta.dirname, 'profiler.cjs')
    const env = { NODE_OPTIONS: `--require ${hook}`, BENCH_PROFILE_FILE: file }
    const result = await runAction({ workspace, inputs, env })
    result.dispose()
    const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8')) as CpuProfile
    const kinds = new Map(nodes.map(({ id, callFrame }) => [id, kindOf(callFrame)]))
    const spentUs = new Map<string, number>()
    for (const [index, id] of samples.entries()) {
      const kind = kinds.get(id) ?? 'unknown'
      spentUs.set(kind, (spentUs.get(kind) ?? 0) + (timeDeltas[index] ?? 0))
    }
    const total = [...spentUs.values()].reduce((sum, value) => sum + value, 0)
    const rows = [...spentUs].sort(([, left], [, right]) => right - left).slice(0, 14)
    return {
      head: ['where', 'time', 'part'],
      rows: rows.map(([kind, us]) => [kind, milliseconds(us / 1000), `${((us / total) * 100).toFixed(0)} %`]),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function kindOf({ functionName, url, lineNumber }: CpuProfile['nodes'][number]['callFrame']): string {
  if (functionName === '(idle)') return 'idle'
  if (functionName === '(garbage collector)') return 'garbage collection'
  if (functionName === '(program)') return 'native code without a JavaScript frame'
  if (url.startsWith('node:internal/modules') || functionName.startsWith('compile'))
    return 'Node: loading and compiling modules'
  if (url.startsWith('node:') || url === '') return 'Node: built-in modules and their native calls'
  return url.startsWith('file:') ? sourceOf(url, lineNumber) : 'other'
}

/** The room or library that a line of a chunk belongs to, from the bundler's comments. */
function sourceOf(url: string, lineNumber: number): string {
  const lines = linesOf(url)
  for (let line = lineNumber; line >= 0; line -= 1) {
    const text = lines[line] ?? ''
    const path = /CONCATENATED MODULE: \.\/(\S+)/.exec(text)?.[1]
    if (path !== undefined) {
      const library = /^node_modules\/((?:@[\w.-]+\/)?[\w.-]+)/.exec(path)?.[1]
      return library ?? path.split('/').slice(0, 2).join('/')
    }
    if (/^\/\*\*\*\/ "?[\w./-]+"?:/.test(text)) break
  }
  return `other modules in ${basename(url)}`
}

const knownLines = new Map<string, readonly string[]>()

function linesOf(url: string): readonly string[] {
  const known = knownLines.get(url)
  if (known !== undefined) return known
  const lines = readFileSync(new URL(url), 'utf8').split('\n')
  knownLines.set(url, lines)
  return lines
}

async function limits(program: Program): Promise<Table> {
  const bytes = readFileSync(program.path).subarray(0, 32 * 1024 * 1024)
  const block = 1024 * 1024
  const blocks = Array.from({ length: bytes.length / block }, (_, index) =>
    bytes.subarray(index * block, (index + 1) * block),
  )
  const packed = deflateRawSync(bytes, { level: 7 })
  const deflateBlock = promisify(deflateRaw)
  const scratch = join(cacheFolder, 'scratch')
  const speed = async (work: () => unknown): Promise<string> => {
    const took: number[] = []
    for (let round = 0; round < 3; round += 1) {
      const startedAt = performance.now()
      await work()
      took.push(performance.now() - startedAt)
    }
    return `${(bytes.length / 1000 / median(took)).toFixed(0)} MB/s`
  }
  const rows = [
    [
      'deflate, zlib level 7, one thread',
      await speed(() => blocks.map((each) => deflateRawSync(each, { level: 7 }))),
    ],
    [
      'the same on the thread pool',
      await speed(() => Promise.all(blocks.map((each) => deflateBlock(each, { level: 7 })))),
    ],
    ['inflate', await speed(() => inflateRawSync(packed))],
    ['CRC-32', await speed(() => crc32(bytes))],
    ['SHA-256', await speed(() => createHash('sha256').update(bytes).digest())],
    ['writing a file (page cache)', await speed(() => writeFileSync(scratch, bytes))],
    ['reading a file (page cache)', await speed(() => readFileSync(scratch))],
  ]
  rmSync(scratch)
  return { head: ['primitive', 'speed, of what goes in or comes out unpacked'], rows }
}
