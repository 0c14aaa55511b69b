/** Packs one file with the archive room in a process of its own, so that its memory can be measured. */
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '../scripts/run-action'
import { cacheFolder } from './programs'

export interface Written {
  readonly elapsedMs: number
  readonly sizeBytes: number
  /** Of the whole process, TypeScript loaded. */
  readonly peakBytes: number
}

/** Packs a binary; the variables come on top of the environment. */
export function writeInProcess(
  binary: string,
  variables: Readonly<Record<string, string>> = {},
  level = 6,
): Written {
  const output = join(cacheFolder, 'written.zip')
  const script = join(import.meta.dirname, 'write-once.ts')
  const hook = join(import.meta.dirname, 'peak-memory.cjs')
  const peakFile = join(cacheFolder, 'written-peak')
  const args = ['--require', hook, '--import', 'tsx', script, binary, output, String(level)]
  const env = { ...process.env, ...variables, BENCH_PEAK_FILE: peakFile }
  const run = spawnSync(process.execPath, args, { cwd: repositoryRoot, encoding: 'utf8', env })
  rmSync(output, { force: true })
  if (run.status !== 0) throw new Error(`packing '${binary}' failed: ${run.stderr}`)
  const peakBytes = Number(readFileSync(peakFile, 'utf8')) * 1024
  return { ...(JSON.parse(run.stdout) as Omit<Written, 'peakBytes'>), peakBytes }
}
