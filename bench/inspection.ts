/**
 * Inspecting a binary against `file`, `ldd` and `go version -m`, and how much of the file is read for it.
 */
import { inspectBinary } from '../src/elf/inspect'
import { type ByteSource, openSource } from '../src/elf/source'
import { megabytes, type Section, times } from './page'
import { measureAction, stageMs, timeProgram } from './processes'
import { type Program, type Programs, workspaceOfLarge, workspaceWith } from './programs'
import { alternate, fastest, median, milliseconds, ratioOf, shown } from './sampling'

const limitMs = 10
const limitBytes = 1024 * 1024
const leastRatio = 20

interface Row {
  readonly cells: readonly string[]
  readonly coldMs: number
  readonly warmMs: number
  readonly toolsMs: number
  readonly bytesRead: number
  readonly ratio: number
  readonly coldRatio: number
  /** Absent where the program is not built in a run. */
  readonly builtRatio: number | undefined
}

/**
 * Measures inspection.
 *
 * @param programs what to inspect; the largest one is held against the budget
 * @param rounds of alternation
 */
export async function measureInspection(programs: Programs, rounds: number): Promise<Section> {
  const { hello, medium, large } = programs
  const measured = [hello, medium, large].filter((program) => program !== undefined)
  const rows: Row[] = []
  const built = {
    [hello.name]: () => workspaceWith('inspect-built', hello.path),
    ...(large === undefined ? {} : { [large.name]: workspaceOfLarge }),
  }
  for (const program of measured) rows.push(await measureOne(program, rounds, built[program.name]?.()))
  const last = rows.at(-1)
  const name = measured.at(-1)
  const unmeasured = { measured: 'the large program could not be built', isMet: undefined }
  const judged = large !== undefined && last !== undefined && name !== undefined ? last : undefined
  return {
    title: 'Inspect',
    blocks: [
      `${rounds} rounds in turn. “Given” is the stage of a run with \`binary:\`, with code that V8 has never seen and the lines it prints; “built” is the stage of a run that builds the same program, which inspects Go itself while it waits for \`go build\`; “warm” is the inspection alone, many times over. The tools are run one after the other, as a script would.`,
      {
        head: [
          'binary',
          'size',
          'given',
          'built',
          'warm',
          'read',
          '`file` + `ldd` + `go version -m`',
          'given: faster by',
          'built: faster by',
          'warm: faster by',
        ],
        rows: rows.map(({ cells }) => cells),
      },
      'It reads program headers, section headers, the notes and the build info by their position, in pages of 4 KiB, so the time does not grow with the file. What a run with a given binary takes beyond that is V8 compiling the code on its first use; it has nothing to wait for meanwhile.',
      ...(judged === undefined ? [] : [limitOf(judged)]),
    ],
    budgets: [
      {
        needsFreeCores: true,
        what: 'inspecting a 100 MB binary, in a run with `binary:`',
        limit: `${limitMs} ms`,
        ...(judged === undefined
          ? unmeasured
          : { measured: milliseconds(judged.coldMs), isMet: judged.coldMs <= limitMs }),
      },
      {
        what: 'reading for it',
        limit: '1 MiB',
        ...(judged === undefined
          ? unmeasured
          : {
              measured: `${(judged.bytesRead / 1024).toFixed(0)} KiB`,
              isMet: judged.bytesRead <= limitBytes,
            }),
      },
      {
        what: '`file` + `ldd` + `go version -m` over the inspection, warm',
        limit: `at least ${leastRatio} ×`,
        ...(judged === undefined
          ? unmeasured
          : { measured: times(judged.ratio), isMet: judged.ratio >= leastRatio }),
      },
      {
        what: 'the same over the stage of a run that builds the binary',
        limit: `at least ${leastRatio} ×`,
        ...(judged?.builtRatio === undefined
          ? unmeasured
          : { measured: times(judged.builtRatio), isMet: judged.builtRatio >= leastRatio }),
      },
      {
        what: 'the same over the stage of a run with `binary:`',
        limit: `at least ${leastRatio} ×`,
        ...(judged === undefined
          ? unmeasured
          : { measured: times(judged.coldRatio), isMet: judged.coldRatio >= leastRatio }),
      },
    ],
  }
}

/** Why a process that has only just started does not reach the ratio. */
function limitOf({ coldMs, warmMs, toolsMs }: Row): string {
  const [most, once] = [milliseconds(toolsMs / leastRatio), milliseconds(coldMs - warmMs)]
  return `For the largest program, a twentieth of what the tools take is ${most}. Reading and judging take ${milliseconds(warmMs)} of that; the first run of the code, and the lines that the stage prints, take ${once} more in a process that has just started.`
}

async function measureOne(program: Program, rounds: number, building: string | undefined): Promise<Row> {
  const workspace = workspaceWith(`inspect-${program.name}`, program.path)
  const inputs = { binary: 'prebuilt', rehearse: 'false', 'compression-level': '0' }
  let bytesRead = 0
  const inspectOnce = (): number => {
    const startedAt = performance.now()
    const file = openSource(program.path)
    const source: ByteSource = {
      ...file,
      read: (offset, length) => {
        bytesRead += length
        return file.read(offset, length)
      },
    }
    inspectBinary(source, { name: program.name, goarch: 'amd64' })
    file.close()
    return performance.now() - startedAt
  }
  for (let count = 0; count < 200; count += 1) inspectOnce()
  bytesRead = 0
  inspectOnce()
  const readByOne = bytesRead
  const series = await alternate(rounds, {
    tools: async () =>
      (await timeProgram('file', [program.path])) +
      (await timeProgram('ldd', [program.path], { exitCodes: [0, 1] })) +
      (await timeProgram('go', ['version', '-m', program.path])),
    warm: async () => median(Array.from({ length: 9 }, inspectOnce)),
    cold: async () => stageMs((await measureAction(workspace, inputs)).report, 'inspect'),
    built: async () => (building === undefined ? Number.NaN : await builtMs(building)),
  })
  const builtRatio = building === undefined ? undefined : ratioOf(series.tools, series.built)
  const ratio = ratioOf(series.tools, series.warm)
  const coldRatio = ratioOf(series.tools, series.cold)
  return {
    coldMs: fastest(series.cold),
    warmMs: fastest(series.warm),
    toolsMs: fastest(series.tools),
    bytesRead: readByOne,
    ratio,
    coldRatio,
    builtRatio,
    cells: [
      program.name,
      megabytes(program.sizeBytes),
      shown(series.cold),
      building === undefined ? '' : shown(series.built),
      shown(series.warm),
      `${(readByOne / 1024).toFixed(0)} KiB`,
      shown(series.tools),
      times(coldRatio),
      builtRatio === undefined ? '' : times(builtRatio),
      times(ratio),
    ],
  }
}

async function builtMs(workspace: string): Promise<number> {
  const inputs = { rehearse: 'false', 'compression-level': '0' }
  return stageMs((await measureAction(workspace, inputs)).report, 'inspect')
}
