/** Runs one workflow with act, on this machine instead of in containers, and says how each step ended. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '../run-action'

const version = 'v0.2.89'
const folder = join(repositoryRoot, '.cache', 'act')

export interface ActRun {
  /** Folder of the repository. */
  readonly repository: string
  /** Path of the workflow inside it. */
  readonly workflow: string
  readonly event: string
  readonly env: Readonly<Record<string, string>>
  readonly variables: Readonly<Record<string, string>>
  readonly inputs: Readonly<Record<string, string>>
  /** `owner/name@ref` and the folder that is taken for it. */
  readonly repositories: Readonly<Record<string, string>>
  /** For what act keeps. */
  readonly cache: string
}

export interface ActStep {
  readonly job: string
  /** As act names it: what it uses, or the beginning of its command. */
  readonly step: string
  readonly result: string
}

/**
 * Builds act from its source, from the module proxy, unless it is there already.
 *
 * @returns path of the program, and its version
 * @throws when it cannot be built
 */
export function installAct(): { readonly program: string; readonly version: string } {
  const program = join(folder, process.platform === 'win32' ? 'act.exe' : 'act')
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true })
    console.log(`test:act: building act ${version}`)
    const built = spawnSync('go', ['install', `github.com/nektos/act@${version}`], {
      env: { ...process.env, GOBIN: folder, GOFLAGS: '' },
      encoding: 'utf8',
    })
    if (built.status !== 0) throw new Error(`act ${version} could not be built:\n${built.stderr}`)
  }
  return { program, version }
}

/**
 * @param program path of act
 * @param run the workflow and what it meets
 * @returns every step that ran, and the whole log
 */
export async function runAct(
  program: string,
  run: ActRun,
): Promise<{ readonly exitCode: number | null; readonly steps: readonly ActStep[]; readonly log: string }> {
  const named = (flag: string, values: Readonly<Record<string, string>>): readonly string[] =>
    Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`])
  const args = [
    run.event,
    ...['--workflows', run.workflow, '--platform', 'ubuntu-latest=-self-hosted'],
    ...['--json', '--action-offline-mode', '--no-cache-server'],
    ...named('--env', run.env),
    ...named('--var', run.variables),
    ...named('--input', run.inputs),
    ...named('--local-repository', run.repositories),
  ]
  const env = { ...process.env, XDG_CACHE_HOME: run.cache, XDG_CONFIG_HOME: run.cache }
  const child = spawn(program, args, { cwd: run.repository, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text: string) => {
      log += text
    })
  }
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return { exitCode, steps: stepsOf(log), log }
}

interface LogLine {
  readonly job?: string
  readonly jobID?: string
  readonly step?: string
  readonly stage?: string
  readonly stepID?: readonly string[]
  readonly stepResult?: string
}

/** Steps of the job itself: those inside a composite action have longer numbers. */
function stepsOf(log: string): readonly ActStep[] {
  return log.split('\n').flatMap((line) => {
    const { jobID, step, stage, stepID, stepResult } = parseLine(line)
    if (stage !== 'Main' || stepID?.length !== 1 || stepResult === undefined) return []
    return [{ job: jobID ?? '', step: step ?? '', result: stepResult }]
  })
}

function parseLine(line: string): LogLine {
  try {
    return JSON.parse(line) as LogLine
  } catch {
    return {}
  }
}
