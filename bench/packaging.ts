/**
 * Packaging against `zip -6`: wall time, size, memory, threads, and what levels and block sizes cost.
 */
import { randomBytes } from 'node:crypto'
import {
  appendFileSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { deflate } from '../src/archive/deflate'
import { memorySource } from '../src/archive/source-file'
import { writeArchive } from '../src/archive/write'
import { megabytes, percent, type Section, type Table, times } from './page'
import { measureAction, timeProgram } from './processes'
import { cacheFolder, type Program, type Programs, workspaceWith } from './programs'
import { alternate, milliseconds, ratioOf, shown } from './sampling'
import { writeInProcess } from './write-in-process'

const mostRatio = 0.8
const mostGrowth = 0.01
const mostBeyondInputBytes = 200e6
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
  const all: Compared[] = []
  for (const program of [hello, medium, large]) {
    if (program === undefined) continue
    const compared = await compare(program, program === large ? 1 : rounds)
    rows.push(compared.cells)
    all.push(compared)
  }
  const subject = medium ?? hello
  const missing = { measured: 'the program could not be built', isMet: undefined }
  const worstRatio = Math.max(...all.map(({ ratio }) => ratio))
  const worstGrowth = Math.max(...all.map(({ growth }) => growth))
  const memory = measureMemory()
  return {
    title: 'Package',
    blocks: [
      `${rounds} rounds in turn (one for the large program). Packing is timed in a process of its own, without its start, because a real run begins it before the stage has its turn: it compresses, writes, reads everything back with its checksums and computes the SHA-256; \`zip -q -6\` only writes. Size and peak memory are those of a real run.`,
      {
        head: [
          'binary',
          'size',
          'packing',
          '`zip -q -6`',
          'wall time',
          'our size',
          'against `zip -6`',
          'peak memory',
        ],
        rows,
      },
      await threads(subject),
      'Pieces are compressed on the threads of libuv, four unless `UV_THREADPOOL_SIZE` says otherwise; the bytes do not depend on their number.',
      await blockSizes(subject),
      'The size hardly depends on the piece: shorter ones follow the sections of a program better, and pay for more boundaries. 256 KiB keeps all threads busy to the end of a file and is a tenth of a percent better than 1 MiB for small stripped programs, whose sections are short.',
      await levels(subject),
      memory.table,
      coldStart,
    ],
    budgets: [
      {
        needsFreeCores: true,
        what: 'packaging on 2 cores, against `zip -6`: the worst of the programs, of which one has 40 MB',
        limit: times(mostRatio),
        ...(medium === undefined ? missing : { measured: times(worstRatio), isMet: worstRatio <= mostRatio }),
      },
      {
        what: 'size against `zip -6`: the worst of them',
        limit: percent(mostGrowth),
        ...(medium === undefined
          ? missing
          : { measured: percent(worstGrowth), isMet: worstGrowth <= mostGrowth }),
      },
      {
        what: 'peak memory beyond the input, of what does not get smaller: the worst of them',
        limit: megabytes(mostBeyondInputBytes),
        measured: megabytes(memory.worstBytes),
        isMet: memory.worstBytes <= mostBeyondInputBytes,
      },
    ],
  }
}

const coldStart =
  'What a smaller package gains at a cold start: a host that mounts the package downloads it, so each megabyte less saves 1000 ms divided by the megabytes per second that it gets from storage, 20 ms at 50 MB/s (an assumption; nothing here measures Azure). Level 9 saves hardly anything for a multiple of the time in every run; level 1 costs each cold start the difference in size and saves most of the compression, which suits pull requests that deploy nothing. `-ldflags=-s -w`, which leaves the symbol table out, saves far more.'

interface Compared {
  readonly cells: readonly string[]
  readonly ratio: number
  readonly growth: number
}

async function compare(program: Program, rounds: number): Promise<Compared> {
  const workspace = workspaceWith(`package-${program.name}`, program.path)
  const theirs = join(cacheFolder, `${program.name}.zip`)
  const run = await measureAction(workspace, inputs)
  const ourBytes = run.report.package?.sizeBytes ?? Number.NaN
  const series = await alternate(rounds, {
    ours: async () => writeInProcess(program.path).elapsedMs,
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
      megabytes(run.peakBytes),
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

/** Noise at level 6, and at level 0, where nothing gets smaller; in a process with TypeScript loaded. */
function measureMemory(): { readonly table: Table; readonly worstBytes: number } {
  const path = join(cacheFolder, 'noise')
  const rows: (readonly string[])[] = []
  let worstBytes = 0
  for (const size of [100, 500]) {
    writeFileSync(path, '')
    for (let written = 0; written < size; written += 1) appendFileSync(path, randomBytes(1e6))
    for (const level of [6, 0]) {
      const { peakBytes } = writeInProcess(path, {}, level)
      rows.push([megabytes(size * 1e6), String(level), megabytes(peakBytes)])
      worstBytes = Math.max(worstBytes, peakBytes - size * 1e6)
    }
  }
  rmSync(path)
  return { table: { head: ['noise', 'level', 'peak memory'], rows }, worstBytes }
}

async function threads(program: Program): Promise<Table> {
  const timed = (count: string) => async () =>
    writeInProcess(program.path, { UV_THREADPOOL_SIZE: count }).elapsedMs
  const series = await alternate(1, { one: timed('1'), two: timed('2'), four: timed('4') })
  return {
    head: ['threads', `packing ${program.name}`, 'against one'],
    rows: [
      ['1', shown(series.one), ''],
      ['2', shown(series.two), times(ratioOf(series.two, series.one))],
      ['4', shown(series.four), times(ratioOf(series.four, series.one))],
    ],
  }
}

async function blockSizes(program: Program): Promise<Table> {
  const bytes = readFileSync(program.path).subarray(0, 16 * 1024 * 1024)
  const sizes = new Map<number, number>()
  const timed = (blockKib: number) => async () => {
    const startedAt = performance.now()
    const deflated = await deflate(memorySource(bytes), { level: 6, pieceBytes: blockKib * 1024 })
    sizes.set(blockKib, deflated.bytes.length)
    return performance.now() - startedAt
  }
  const kinds = [64, 128, 256, 512, 1024, 4096]
  const series = await alternate(2, Object.fromEntries(kinds.map((kib) => [`${kib}`, timed(kib)])))
  const smallest = Math.min(...sizes.values())
  return {
    head: ['piece', `compressing 16 MiB of ${program.name}`, 'over the smallest result'],
    rows: kinds.map((kib) => [
      `${kib} KiB`,
      shown(series[`${kib}`] ?? { samples: [] }),
      percent((sizes.get(kib) ?? Number.NaN) / smallest - 1),
    ]),
  }
}

async function levels(program: Program): Promise<Table> {
  const outputPath = join(cacheFolder, 'level.zip')
  const entries = [{ name: 'handler', source: program.path, isExecutable: true }]
  const rows: { level: number; elapsedMs: number; sizeBytes: number }[] = []
  for (const level of [1, 3, 5, 6, 9]) {
    const { elapsedMs, sizeBytes } = await writeArchive({ entries, outputPath, compressionLevel: level })
    rows.push({ level, elapsedMs, sizeBytes })
  }
  rmSync(outputPath)
  const usual = rows.find(({ level }) => level === 6)
  return {
    head: ['level', `packing ${program.name}`, 'size', 'time against level 6', 'size against level 6'],
    rows: rows.map(({ level, elapsedMs, sizeBytes }) => [
      String(level),
      milliseconds(elapsedMs),
      megabytes(sizeBytes),
      times(elapsedMs / (usual?.elapsedMs ?? Number.NaN)),
      percent(sizeBytes / (usual?.sizeBytes ?? Number.NaN) - 1),
    ]),
  }
}
