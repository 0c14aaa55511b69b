/**
 * Before and after of the package writer: the version of the repository's history that held the whole package in
 * memory and handed it to jszip, against the one of today. Left out where the history does not have it.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { repositoryRoot } from '../scripts/run-action'
import { megabytes, percent, type Section, times } from './page'
import { cacheFolder, type Programs } from './programs'
import { median, milliseconds } from './sampling'

/** The last commit whose archive room used jszip. */
const commit = '758ea38'
const rounds = 2

interface Written {
  readonly elapsedMs: number
  readonly sizeBytes: number
  readonly peakBytes: number
}

/**
 * Measures both versions in turn, each in a process of its own.
 *
 * @param programs what to pack
 */
export async function measureEarlier({ hello, medium, large }: Programs): Promise<Section> {
  const title = 'Package writer, before and after'
  const before = join(cacheFolder, 'earlier')
  if (!extract(before)) {
    return { title, blocks: [`Left out: the history here does not have commit ${commit}.`], budgets: [] }
  }
  const subjects = [hello, medium, large].filter((program) => program !== undefined)
  const rows = subjects.map(({ name, path, sizeBytes }) => {
    const pairs = Array.from({ length: sizeBytes > 50e6 ? 1 : rounds }, () => ({
      old: write(before, path),
      now: write(join(repositoryRoot, 'src'), path),
    }))
    const old = middle(pairs.map((pair) => pair.old))
    const now = middle(pairs.map((pair) => pair.now))
    return [
      name,
      megabytes(sizeBytes),
      milliseconds(old.elapsedMs),
      milliseconds(now.elapsedMs),
      times(median(pairs.map((pair) => pair.now.elapsedMs / pair.old.elapsedMs))),
      percent(now.sizeBytes / old.sizeBytes - 1),
      megabytes(old.peakBytes),
      megabytes(now.peakBytes),
    ]
  })
  return {
    title,
    blocks: [
      `Before is commit \`${commit}\`: the compressed package was held in memory and written by jszip. Now blocks are written as they are compressed, by a container writer of our own (\`src/archive/container.ts\`), at the same levels. The levels stayed after a measurement: one step less (zlib's level 7 for 6) halves the processor time, but a stripped program becomes 1.2 % larger than with \`zip -6\`. Peak memory is that of the whole process with TypeScript loaded.`,
      {
        head: ['binary', 'size', 'before', 'now', 'wall time', 'size', 'peak before', 'peak now'],
        rows,
      },
    ],
    budgets: [],
  }
}

function extract(folder: string): boolean {
  rmSync(folder, { recursive: true, force: true })
  const listing = git(
    'ls-tree',
    '-r',
    '--name-only',
    commit,
    'src/archive',
    'src/errors.ts',
    'src/findings.ts',
  )
  if (listing === undefined) return false
  // `git archive` would leave src/ out, since a run of the action does not download it.
  for (const path of listing.split('\n').filter((line) => line !== '')) {
    const target = join(folder, relative('src', path))
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, git('show', `${commit}:${path}`) ?? '')
  }
  return true
}

function git(...args: readonly string[]): string | undefined {
  const run = spawnSync('git', args, { cwd: repositoryRoot, encoding: 'utf8', maxBuffer: 1 << 26 })
  return run.status === 0 ? run.stdout : undefined
}

function write(source: string, binary: string): Written {
  const output = join(cacheFolder, 'earlier.zip')
  const script = join(import.meta.dirname, 'write-once.ts')
  const hook = join(import.meta.dirname, 'peak-memory.cjs')
  const peakFile = join(cacheFolder, 'earlier-peak')
  const args = ['--require', hook, '--import', 'tsx', script, source, binary, output]
  const env = { ...process.env, BENCH_PEAK_FILE: peakFile }
  const run = spawnSync(process.execPath, args, { cwd: repositoryRoot, encoding: 'utf8', env })
  rmSync(output, { force: true })
  if (run.status !== 0) throw new Error(`packing with ${source} failed: ${run.stderr}`)
  const peakBytes = Number(readFileSync(peakFile, 'utf8')) * 1024
  return { ...(JSON.parse(run.stdout) as Omit<Written, 'peakBytes'>), peakBytes }
}

function middle(runs: readonly Written[]): Written {
  return {
    elapsedMs: median(runs.map(({ elapsedMs }) => elapsedMs)),
    sizeBytes: runs[0]?.sizeBytes ?? Number.NaN,
    peakBytes: Math.max(...runs.map(({ peakBytes }) => peakBytes)),
  }
}
