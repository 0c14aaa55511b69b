/**
 * How time grows with the project: functions, files, size of the binary, Go packages.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '../scripts/run-action'
import { filledProgram } from './packaging'
import type { Section, Table } from './page'
import { exponentOf, lineThrough, type Plot, type Point, renderPlot } from './plot'
import { measureAction, stageMs, timeAction, timeProgram } from './processes'
import { cacheFolder, type Programs, workspaceWith } from './programs'
import { median, milliseconds } from './sampling'

const mostPeakBytes: Readonly<Record<number, number>> = { 100: 200e6, 500: 500e6 }
const plain = { binary: 'prebuilt', rehearse: 'false', 'compression-level': '0' } as const

interface Growth {
  readonly file: string
  readonly plot: Plot
  readonly table: Table
  readonly explanation: string
  readonly budgets?: Section['budgets']
}

/**
 * Measures growth and writes a plot for each kind of it.
 *
 * @param programs the sample, and a filler for large binaries
 * @param plotFolder absolute path
 */
export async function measureGrowth(programs: Programs, plotFolder: string): Promise<Section> {
  const all = [
    await byFunctions(programs),
    await byFiles(programs),
    await byBinary(programs),
    await byPackages(),
  ]
  mkdirSync(plotFolder, { recursive: true })
  const blocks = all.flatMap(({ file, plot, table, explanation }) => {
    writeFileSync(join(plotFolder, file), renderPlot(plot))
    const { slope } = lineThrough(plot.points)
    const exponent = exponentOf(plot.points)
    const fit = `Slope: ${slopeText(slope)} ${plot.xLabel.replace(/s?( .*)?$/, '')}; exponent between the two largest points ${exponent.toFixed(2)} (1 is linear).`
    return [`### ${plot.title}`, table, `![${plot.title}](images/${file})`, `${fit} ${explanation}`]
  })
  const worst = Math.max(...all.map(({ plot }) => exponentOf(plot.points)))
  return {
    title: 'Growth',
    blocks: [
      'Medians of two runs (one run for binaries above 50 MB). Plots show milliseconds; the dashed line is the least-squares fit.',
      ...blocks,
    ],
    budgets: [
      ...all.flatMap(({ budgets = [] }) => budgets),
      {
        what: 'growth with functions, files, size and packages: the steepest exponent',
        limit: 'linear: 1, and 0.1 for noise',
        measured: worst.toFixed(2),
        isMet: worst <= 1.1,
      },
    ],
  }
}

async function byFunctions({ hello }: Programs): Promise<Growth> {
  const rows: (readonly string[])[] = []
  const points: Point[] = []
  for (const count of [1, 50, 100, 200]) {
    const workspace = workspaceWith(`growth-functions-${count}`, hello.path)
    for (let index = 1; index < count; index += 1) {
      const folder = join(workspace, `Function${index}`)
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, 'function.json'), functionJson(`route${index}`))
    }
    const runs = await repeat(2, () => measureAction(workspace, plain))
    const checkMs = median(runs.map(({ report }) => stageMs(report, 'preflight')))
    const wholeMs = median(runs.map(({ elapsedMs }) => elapsedMs))
    rows.push([String(count), milliseconds(checkMs), milliseconds(wholeMs)])
    points.push({ x: count, y: wholeMs })
  }
  return {
    file: 'growth-functions.svg',
    plot: { title: 'Functions', xLabel: 'functions', yLabel: 'whole run, ms', points },
    table: { head: ['functions', 'checks', 'whole run, stored package'], rows },
    explanation:
      'Per function one `function.json` is read, parsed with positions and checked, packed and read back.',
  }
}

async function byFiles({ hello }: Programs): Promise<Growth> {
  const rows: (readonly string[])[] = []
  const points: Point[] = []
  for (const count of [1, 1000, 5000, 10_000]) {
    const workspace = workspaceWith(`growth-files-${count}`, hello.path)
    for (let index = 0; index < count; index += 1) {
      const folder = join(workspace, 'static', String(index % 50))
      if (index < 50) mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, `${index}.txt`), `file ${index}\n`.repeat(20))
    }
    const beside = await repeat(2, () => measureAction(workspace, plain))
    const inside = await repeat(2, () =>
      measureAction(workspace, { ...plain, include: 'static/**', 'compression-level': '6' }),
    )
    const besideMs = median(beside.map(({ elapsedMs }) => elapsedMs))
    const insideMs = median(inside.map(({ elapsedMs }) => elapsedMs))
    const packMs = median(inside.map(({ report }) => stageMs(report, 'package')))
    rows.push([String(count), milliseconds(besideMs), milliseconds(packMs), milliseconds(insideMs)])
    points.push({ x: count, y: insideMs })
    rmSync(workspace, { recursive: true })
  }
  return {
    file: 'growth-files.svg',
    plot: { title: 'Files', xLabel: 'files', yLabel: 'whole run with all files packed, ms', points },
    table: {
      head: ['files', 'whole run, files left out', 'package stage, all packed', 'whole run, all packed'],
      rows,
    },
    explanation:
      'Per packed file it is opened, read and closed on the main thread, compressed on the thread pool, and read back through its local header; a file that is left out is only listed.',
  }
}

async function byBinary({ hello, medium, large }: Programs): Promise<Growth> {
  const rows: (readonly string[])[] = []
  const points: Point[] = []
  const peakBytes = new Map<number, number>()
  for (const size of [10, 50, 100, 250, 500]) {
    const program = await filledProgram(hello, large ?? medium ?? hello, size * 1e6)
    const workspace = workspaceWith(`growth-binary-${size}`, program)
    const runs = await repeat(size > 50 ? 1 : 2, () =>
      measureAction(workspace, { binary: 'prebuilt', rehearse: 'false' }),
    )
    const inspectMs = median(runs.map(({ report }) => stageMs(report, 'inspect')))
    const packMs = median(runs.map(({ report }) => stageMs(report, 'package')))
    const peak = Math.max(...runs.map((run) => run.peakBytes))
    peakBytes.set(size, peak)
    rows.push([`${size} MB`, milliseconds(inspectMs), milliseconds(packMs), `${(peak / 1e6).toFixed(0)} MB`])
    points.push({ x: size, y: packMs })
    rmSync(workspace, { recursive: true })
    rmSync(program)
  }
  return {
    file: 'growth-binary.svg',
    plot: { title: 'Size of the binary', xLabel: 'MB', yLabel: 'package stage, ms', points },
    table: { head: ['binary', 'inspect', 'package', 'peak memory'], rows },
    explanation:
      'Compressing is zlib per byte, spread over the cores, and begins before the package has its turn; inspecting reads the same few pages whatever the size; memory is that of the compressed package, which jszip has to know as a whole, and of the pieces in flight.',
    budgets: Object.entries(mostPeakBytes).map(([size, limitBytes]) => {
      const bytes = peakBytes.get(Number(size)) ?? Number.NaN
      return {
        what: `peak memory of the process with a binary of ${size} MB`,
        limit: `${limitBytes / 1e6} MB`,
        measured: `${(bytes / 1e6).toFixed(0)} MB`,
        isMet: bytes <= limitBytes,
      }
    }),
  }
}

async function byPackages(): Promise<Growth> {
  const rows: (readonly string[])[] = []
  const points: Point[] = []
  const env = { CGO_ENABLED: '0', GOOS: 'linux', GOARCH: 'amd64', GOFLAGS: '-buildvcs=false' }
  for (const count of [1, 100, 500]) {
    const workspace = join(cacheFolder, 'workspaces', `growth-packages-${count}`)
    makeModule(workspace, count)
    const build = ['build', '-trimpath', '-o', 'handler', '.']
    await timeProgram('go', build, { cwd: workspace, env })
    const pairs = await repeat(2, async () => {
      rmSync(join(workspace, 'handler'), { force: true })
      const action = await timeAction(workspace, { rehearse: 'false' })
      rmSync(join(workspace, 'handler'), { force: true })
      return { action, go: await timeProgram('go', build, { cwd: workspace, env }) }
    })
    const actionMs = median(pairs.map(({ action }) => action))
    const goMs = median(pairs.map(({ go }) => go))
    rows.push([String(count), milliseconds(actionMs), milliseconds(goMs), milliseconds(actionMs - goMs)])
    points.push({ x: count, y: actionMs })
  }
  return {
    file: 'growth-packages.svg',
    plot: { title: 'Go packages', xLabel: 'packages', yLabel: 'whole run, warm Go cache, ms', points },
    table: { head: ['packages', 'whole run', '`go build` alone', 'difference'], rows },
    explanation:
      "The slope is that of `go build` itself, which looks at each package even when nothing changed; the action's part does not grow.",
  }
}

function makeModule(folder: string, count: number): void {
  cpSync(join(repositoryRoot, 'samples', 'hello-world'), folder, { recursive: true })
  writeFileSync(join(folder, 'go.mod'), 'module example.com/growth\n\ngo 1.19\n')
  const names = Array.from({ length: count }, (_, index) => `part${index}`)
  for (const name of names) {
    mkdirSync(join(folder, 'parts', name), { recursive: true })
    const text = `package ${name}\n\n// Value is used by main.\nfunc Value() int { return len("${name}") }\n`
    writeFileSync(join(folder, 'parts', name, 'part.go'), text)
  }
  const imports = names.map((name) => `\t"example.com/growth/parts/${name}"`).join('\n')
  const sum = names.map((name) => `${name}.Value()`).join(' +\n\t\t')
  writeFileSync(
    join(folder, 'sum.go'),
    `package main\n\nimport (\n${imports}\n)\n\nvar sum = 0 +\n\t\t${sum}\n`,
  )
}

function functionJson(route: string): string {
  const http = {
    type: 'httpTrigger',
    direction: 'in',
    name: 'req',
    authLevel: 'anonymous',
    methods: ['get'],
    route,
  }
  return JSON.stringify({ bindings: [http, { type: 'http', direction: 'out', name: 'res' }] }, null, 2)
}

async function repeat<T>(count: number, work: () => Promise<T>): Promise<readonly T[]> {
  const results: T[] = []
  for (let index = 0; index < count; index += 1) results.push(await work())
  return results
}

function slopeText(slope: number): string {
  return slope < 0.01 ? `${(slope * 1000).toFixed(2)} µs per` : `${slope.toFixed(2)} ms per`
}
