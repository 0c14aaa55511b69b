/**
 * Before and after of the package writer: versions of the repository's history against the one of today. A version
 * is left out where the history does not have it.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '../scripts/run-action'
import { extractCommit, leftOut, type Version } from './history'
import { megabytes, percent, type Section, times } from './page'
import { cacheFolder, type Programs } from './programs'
import { median, milliseconds } from './sampling'

const versions: readonly Version[] = [
  {
    commit: '758ea38',
    story:
      'held the compressed package in memory and wrote it with jszip. Since then blocks are written as they are compressed, by a container writer of our own (`src/archive/container.ts`)',
  },
  {
    commit: '3a732f8',
    story:
      'compressed blocks of 1 MiB with one level and one memory level, and read every entry back through streams. Now each piece of 256 KiB gets the settings that fit its bytes (`src/archive/block-nature.ts`), and the zip is read through a window instead of five small reads per entry (`src/archive/bounded-reader.ts`)',
  },
  {
    commit: '32626c9',
    story:
      'read files through the thread pool, where the reads waited behind the pieces that were being compressed, and joined parts into one buffer before each write. Now files are read on the main thread (`src/archive/source-file.ts`), and parts are handed to the system as they are (`src/archive/container.ts`)',
  },
  {
    commit: 'bed95e6',
    story:
      'compressed each piece in two trips to the thread pool, so that none was ready before the last one had begun, searched noise for matches, and read the package back when all of it was written. Now a piece is one trip and noise is stored as it is (`src/archive/deflate.ts`), and each part is read back while the next ones are compressed (`src/archive/readback.ts`)',
  },
]
const rounds = 2

export interface Written {
  readonly elapsedMs: number
  readonly sizeBytes: number
  readonly peakBytes: number
}

/**
 * Measures the versions in turn, each in a process of its own.
 *
 * @param programs what to pack
 */
export async function measureEarlier(programs: Programs): Promise<Section> {
  const blocks: Section['blocks'][number][] = [
    'Peak memory is that of the whole process with TypeScript loaded. The small files are 2000 of 300 bytes to 3 kB.',
  ]
  for (const version of versions) blocks.push(...compareWith(version, programs))
  return { title: 'Package writer, before and after', blocks, budgets: [] }
}

function compareWith(version: Version, { hello, medium, large }: Programs): Section['blocks'] {
  const { commit, story } = version
  const folder = join(cacheFolder, 'earlier', commit)
  const before = join(folder, 'src')
  if (!extractCommit(commit, ['src/archive', 'src/errors.ts', 'src/findings.ts'], folder))
    return [leftOut(version)]
  const small = { name: '2000 small files', ...smallFiles() }
  const subjects = [hello, medium, large, small].filter((program) => program !== undefined)
  const rows = subjects.map(({ name, path, sizeBytes }) => {
    const pairs = Array.from({ length: sizeBytes > 50e6 ? 1 : rounds }, () => ({
      old: writeOnce(path, before),
      now: writeOnce(path),
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
  return [
    `Commit \`${commit}\` ${story}.`,
    { head: ['binary', 'size', 'before', 'now', 'wall time', 'size', 'peak before', 'peak now'], rows },
  ]
}

function smallFiles(): { readonly path: string; readonly sizeBytes: number } {
  const path = join(cacheFolder, 'small-files')
  mkdirSync(path, { recursive: true })
  let sizeBytes = 0
  for (let index = 0; index < 2000; index += 1) {
    const text = `{"number": ${index}, "list": [${Array.from({ length: 60 + (index % 400) }, (_, at) => at * index)}]}`
    writeFileSync(join(path, `${index}.json`), text)
    sizeBytes += text.length
  }
  return { path, sizeBytes }
}

/**
 * Packs a file, or all files of a folder, in a process of its own.
 *
 * @param binary absolute path
 * @param source the version of the code; the one of today when absent
 * @param more further environment
 */
export function writeOnce(
  binary: string,
  source = join(repositoryRoot, 'src'),
  more: Readonly<Record<string, string>> = {},
): Written {
  const output = join(cacheFolder, 'earlier.zip')
  const script = join(import.meta.dirname, 'write-once.ts')
  const hook = join(import.meta.dirname, 'peak-memory.cjs')
  const peakFile = join(cacheFolder, 'earlier-peak')
  const args = ['--require', hook, '--import', 'tsx', script, source, binary, output]
  const env = { ...process.env, ...more, BENCH_PEAK_FILE: peakFile }
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
