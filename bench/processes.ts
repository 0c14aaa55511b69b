/**
 * Runs other programs and the bundled action for the measurements: wall time, peak memory, and the stage times
 * that the action itself reports.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type ActionResult, runAction } from '../scripts/run-action'
import type { RunReport, StageName } from '../src/report/run-report'

const peakMemoryHook = join(import.meta.dirname, 'peak-memory.cjs')
const processorTimeHook = join(import.meta.dirname, 'processor-time.cjs')

/**
 * Runs a program to its end and demands that it succeeds.
 *
 * @param file the program
 * @param args its arguments
 * @param options working folder, environment, and exit codes that are fine too
 * @returns wall time in milliseconds
 */
export function timeProgram(
  file: string,
  args: readonly string[],
  options: {
    readonly cwd?: string
    readonly env?: Readonly<Record<string, string | undefined>>
    readonly exitCodes?: readonly number[]
  } = {},
): Promise<number> {
  const startedAt = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let errors = ''
    child.stderr.setEncoding('utf8')
    child.stderr.on('data', (text: string) => {
      errors += text
    })
    child.once('error', reject)
    child.once('close', (code) => {
      const isGood = (options.exitCodes ?? [0]).includes(code ?? -1)
      if (isGood) resolve(performance.now() - startedAt)
      else reject(new Error(`'${file} ${args.join(' ')}' ended with ${code}: ${errors}`))
    })
  })
}

export interface ActionRun {
  readonly elapsedMs: number
  readonly peakBytes: number
  readonly report: RunReport
  readonly result: ActionResult
}

/**
 * Runs the bundled action as the runner does and demands that it passes.
 *
 * @param workspace absolute path
 * @param inputs its inputs
 * @param env further environment
 * @returns wall time of the process, its peak memory, and its report
 */
export async function measureAction(
  workspace: string,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<ActionRun> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-run-'))
  try {
    const reportFile = join(folder, 'report.json')
    const peakFile = join(folder, 'peak')
    const result = await runAction({
      workspace,
      inputs: { ...inputs, 'report-file': reportFile },
      env: { ...env, NODE_OPTIONS: `--require ${peakMemoryHook}`, BENCH_PEAK_FILE: peakFile },
    })
    result.dispose()
    if (result.exitCode !== 0) throw new Error(`the action failed:\n${result.log}`)
    return {
      elapsedMs: result.elapsedMs,
      peakBytes: Number(readFileSync(peakFile, 'utf8')) * 1024,
      report: JSON.parse(readFileSync(reportFile, 'utf8')) as RunReport,
      result,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Wall time of an action run without anything that measures inside of it.
 *
 * @param workspace absolute path
 * @param inputs its inputs
 * @param dist folder of another bundle
 * @returns milliseconds
 */
export async function timeAction(
  workspace: string,
  inputs: Readonly<Record<string, string>>,
  dist?: string,
): Promise<number> {
  const result = await runAction({ workspace, inputs, ...(dist === undefined ? {} : { dist }) })
  result.dispose()
  if (result.exitCode !== 0) throw new Error(`the action failed:\n${result.log}`)
  return result.elapsedMs
}

/**
 * Processor time of an action run on all its threads.
 *
 * @param workspace absolute path
 * @param inputs its inputs
 * @returns milliseconds
 */
export async function processorMsOfAction(
  workspace: string,
  inputs: Readonly<Record<string, string>>,
): Promise<number> {
  return withProcessorFile(async (env) => {
    const result = await runAction({ workspace, inputs, env })
    result.dispose()
    if (result.exitCode !== 0) throw new Error(`the action failed:\n${result.log}`)
  })
}

/**
 * Processor time of a Node that does nothing.
 *
 * @returns milliseconds
 */
export async function processorMsOfNode(): Promise<number> {
  return withProcessorFile(async (env) => {
    await timeProgram(process.execPath, ['-e', '0'], { env })
  })
}

async function withProcessorFile(
  run: (env: Readonly<Record<string, string>>) => Promise<void>,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-processor-'))
  try {
    const file = join(folder, 'time')
    await run({ NODE_OPTIONS: `--require ${processorTimeHook}`, BENCH_PROCESSOR_FILE: file })
    return Number(readFileSync(file, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** How long a stage took, in milliseconds; not a number when it did not run. */
export function stageMs(report: RunReport, name: StageName): number {
  const stage = report.stages.find((candidate) => candidate.name === name)
  return stage !== undefined && 'elapsedMs' in stage ? Number(stage.elapsedMs) : Number.NaN
}

/**
 * The scripts that a process loaded, from V8's own coverage record.
 *
 * @param folder the folder that `NODE_V8_COVERAGE` named
 * @param coverage the texts of its files
 * @returns file names below the folder of the bundle
 */
export function loadedScripts(folder: string, coverage: readonly string[]): readonly string[] {
  const base = `${pathToFileURL(folder).href}/`
  const urls = coverage.flatMap((text) =>
    (JSON.parse(text) as { result: readonly { url: string }[] }).result.map(({ url }) => url),
  )
  return [...new Set(urls.filter((url) => url.startsWith(base)).map((url) => url.slice(base.length)))]
}
