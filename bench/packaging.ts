/**
 * Packaging against `zip -6`: wall time, size, memory, threads, and what levels and block sizes cost.
 */
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { deflateBlocks } from '../src/archive/deflate'
import { writeArchive } from '../src/archive/write'
import { megabytes, percent, type Section, type Table, times } from './page'
import { measureAction, stageMs, timeProgram } from './processes'
import { cacheFolder, type Program, type Programs, workspaceWith } from './programs'
import { alternate, milliseconds, ratioOf, shown } from './sampling'

const mostRatio = 0.8
const mostGrowth = 0.01
const mostBytes = 200e6
const inputs = { binary: 'prebuilt', rehearse: 'false' } as const
const packedFiles = ['host.json', 'HttpExample/function.json', 'prebuilt'] as const

/**
 * Measures packaging.
 *
 * @param programs what to pack; the medium one is held against the budget
 * @param rounds of alternation
 */
export async function measurePackaging(programs: Programs, rounds: number): Promise<Section> {
  const { hello, medium, large } = programs
  const rows: (readonly string[])[] = []
  let judged: Compared | undefined
  for (const program of [hello, medium, large]) {
    if (program === undefined) continue
    const compared = await compare(program, program === large ? Math.min(rounds, 2) : rounds)
    rows.push(compared.cells)
    if (program === medium) judged = compared
  }
  const subject = medium ?? hello
  const huge = await hugeRun(large ?? subject)
  const missing = { measured: 'the program could not be built', isMet: undefined }
  return {
    title: 'Package',
    blocks: [
      `${rounds} rounds in turn (2 for the large one). The stage of a real run chooses the files, compresses, writes, reads everything back with its checksums and computes the SHA-256; \`zip -q -6\` only writes.`,
      {
        head: [
          'binary',
          'size',
          'package stage',
          '`zip -q -6`',
          'wall time',
          'our size',
          'against `zip -6`',
          'peak memory',
        ],
        rows,
      },
      `A ${megabytes(huge.inputBytes)} binary was packed in ${milliseconds(huge.elapsedMs)} with a peak of ${megabytes(huge.peakBytes)} for the whole process: blocks of 1 MiB are read, compressed and written, and at most eight of them are in flight.`,
      await threads(subject),
      'Blocks are compressed on the threads of libuv, four unless `UV_THREADPOOL_SIZE` says otherwise; the bytes do not depend on their number.',
      await blockSizes(subject),
      '1 MiB is where more size per block no longer makes the result smaller by a tenth of a percent, while the last blocks still fill all threads.',
      await levels(subject),
      coldStart,
    ],
    budgets: [
      {
        what: 'packaging a 40 MB binary on 2 cores, against `zip -6`',
        limit: times(mostRatio),
        ...(judged === undefined
          ? missing
          : { measured: times(judged.ratio), isMet: judged.ratio <= mostRatio }),
      },
      {
        what: 'its size against `zip -6`',
        limit: percent(mostGrowth),
        ...(judged === undefined
          ? missing
          : { measured: percent(judged.growth), isMet: judged.growth <= mostGrowth }),
      },
      {
        what: `peak memory at ${megabytes(huge.inputBytes)} input`,
        limit: megabytes(mostBytes),
        measured: megabytes(huge.peakBytes),
        isMet: huge.peakBytes <= mostBytes,
      },
    ],
  }
}

const coldStart =
  'What a smaller package gains at a cold start: a host that mounts the package downloads it, so each megabyte less saves 1000 ms divided by the megabytes per second that it gets from storage, 20 ms at 50 MB/s (an assumption; nothing here measures Azure). From level 6 to level 9 the table gives a few tenths of a percent: some milliseconds per cold start for a multiple of the compression time in every run. `-ldflags=-s -w`, which leaves the symbol table out, saves far more.'

interface Compared {
  readonly cells: readonly string[]
  readonly ratio: number
  readonly growth: number
}

async function compare(program: Program, rounds: number): Promise<Compared> {
  const workspace = workspaceWith(`package-${program.name}`, program.path)
  const theirs = join(cacheFolder, `${program.name}.zip`)
  let ourBytes = 0
  let peakBytes = 0
  const series = await alternate(rounds, {
    ours: async () => {
      const run = await measureAction(workspace, inputs)
      ourBytes = run.report.package?.sizeBytes ?? Number.NaN
      peakBytes = Math.max(peakBytes, run.peakBytes)
      return stageMs(run.report, 'package')
    },
    zip: async () => {
      rmSync(theirs, { force: true })
      return timeProgram('zip', ['-q', '-6', theirs, ...packedFiles], { cwd: workspace })
    },
  })
  const growth = ourBytes / statSync(theirs).size - 1
  const ratio = ratioOf(series.ours, series.zip)
  return {
    ratio,
    growth,
    cells: [
      program.name,
      megabytes(program.sizeBytes),
      shown(series.ours),
      shown(series.zip),
      times(ratio),
      megabytes(ourBytes),
      percent(growth),
      megabytes(peakBytes),
    ],
  }
}

/**
 * A program of a given size: a real one, with the bytes of another one behind it until it is large enough.
 *
 * @param first what is inspected
 * @param filler what follows
 * @param sizeBytes of the file
 * @returns its path
 */
export async function filledProgram(first: Program, filler: Program, sizeBytes: number): Promise<string> {
  const path = join(cacheFolder, 'programs', `filled-${Math.round(sizeBytes / 1e6)}`)
  if (existsSync(path) && statSync(path).size === sizeBytes) return path
  mkdirSync(join(path, '..'), { recursive: true })
  const head = readFileSync(first.path)
  const body = readFileSync(filler.path)
  async function* pieces(): AsyncGenerator<Buffer> {
    yield head.subarray(0, sizeBytes)
    for (let left = sizeBytes - head.length; left > 0; left -= body.length) yield body.subarray(0, left)
  }
  await pipeline(pieces(), createWriteStream(path, { mode: 0o755 }))
  return path
}

async function hugeRun(
  program: Program,
): Promise<{ inputBytes: number; elapsedMs: number; peakBytes: number }> {
  const inputBytes = 500e6
  const workspace = workspaceWith('package-huge', await filledProgram(program, program, inputBytes))
  const run = await measureAction(workspace, inputs)
  rmSync(workspace, { recursive: true })
  return { inputBytes, elapsedMs: stageMs(run.report, 'package'), peakBytes: run.peakBytes }
}

async function threads(program: Program): Promise<Table> {
  const workspace = workspaceWith(`package-${program.name}`, program.path)
  const timed = (count: string) => async () =>
    stageMs((await measureAction(workspace, inputs, { UV_THREADPOOL_SIZE: count })).report, 'package')
  const series = await alternate(2, { one: timed('1'), two: timed('2'), four: timed('4') })
  return {
    head: ['threads', `package stage, ${program.name}`, 'against one'],
    rows: [
      ['1', shown(series.one), ''],
      ['2', shown(series.two), times(ratioOf(series.two, series.one))],
      ['4', shown(series.four), times(ratioOf(series.four, series.one))],
    ],
  }
}

async function blockSizes(program: Program): Promise<Table> {
  const bytes = readFileSync(program.path)
  const sizes = new Map<number, number>()
  const timed = (blockKib: number) => async () => {
    const startedAt = performance.now()
    let sizeBytes = 0
    for await (const part of deflateBlocks(cut(bytes, blockKib * 1024), { level: 6 }))
      sizeBytes += part.length
    sizes.set(blockKib, sizeBytes)
    return performance.now() - startedAt
  }
  const kinds = [128, 256, 512, 1024, 2048, 4096]
  const series = await alternate(2, Object.fromEntries(kinds.map((kib) => [`${kib}`, timed(kib)])))
  const smallest = Math.min(...sizes.values())
  return {
    head: ['block', `compressing ${program.name}`, 'over the smallest result'],
    rows: kinds.map((kib) => [
      `${kib} KiB`,
      shown(series[`${kib}`] ?? { samples: [] }),
      percent((sizes.get(kib) ?? Number.NaN) / smallest - 1),
    ]),
  }
}

function* cut(bytes: Buffer, size: number): Iterable<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

async function levels(program: Program): Promise<Table> {
  const outputPath = join(cacheFolder, 'level.zip')
  const theirs = join(cacheFolder, 'level-theirs.zip')
  const rows: (readonly string[])[] = []
  for (const level of [1, 3, 5, 6, 7, 9]) {
    const entries = [{ name: 'handler', source: program.path, isExecutable: true }]
    const { elapsedMs, sizeBytes } = await writeArchive({ entries, outputPath, compressionLevel: level })
    rmSync(theirs, { force: true })
    const zipMs = await timeProgram('zip', ['-q', `-${level}`, '-j', theirs, program.path])
    const theirBytes = statSync(theirs).size
    rows.push([
      String(level),
      milliseconds(elapsedMs),
      megabytes(sizeBytes),
      milliseconds(zipMs),
      megabytes(theirBytes),
      times(elapsedMs / zipMs),
      percent(sizeBytes / theirBytes - 1),
    ])
  }
  return {
    head: ['level', `ours, ${program.name}`, 'size', '`zip`', 'size', 'wall time', 'size against `zip`'],
    rows,
  }
}
