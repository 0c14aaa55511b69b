/**
 * Runs dist/index.js the way the Actions runner does: inputs as `INPUT_*`, files for outputs and the summary,
 * a temporary folder, and a workspace. For the demo and for tests.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const repositoryRoot = join(import.meta.dirname, '..')

export interface ActionRequest {
  readonly workspace: string
  readonly inputs: Readonly<Record<string, string>>
  /** Added to the runner's variables; `undefined` removes one. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** One of the other actions of the bundle; the main one when absent. */
  readonly action?: 'discover' | 'overview'
  /** The Node to run with. */
  readonly node?: string
  /** Folder of the bundle; `ACTION_DIST`, then the shipped one, when absent. */
  readonly dist?: string
  /** Called once, as soon as the action runs, for tests that signal it. */
  readonly onStart?: (child: ChildProcess) => void
  /** Called with each piece of the log as it comes. */
  readonly onOutput?: (text: string) => void
}

export interface ActionResult {
  readonly exitCode: number | null
  /** Standard output and standard error in the order in which they came. */
  readonly log: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  /** The temporary folder of the job, which holds the package until `dispose` removes it. */
  readonly tempFolder: string
  readonly elapsedMs: number
  dispose(): void
}

/**
 * Runs the shipped bundle to its end.
 *
 * @param request workspace, inputs and environment
 * @returns exit code, log, outputs and summary
 */
export async function runAction(request: ActionRequest): Promise<ActionResult> {
  const job = openJob(request)
  const entry = join(request.dist ?? process.env['ACTION_DIST'] ?? join(repositoryRoot, 'dist'), 'index.js')
  const child = spawn(
    request.node ?? process.execPath,
    [entry, ...(request.action === undefined ? [] : [request.action])],
    {
      cwd: request.workspace,
      env: job.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  request.onStart?.(child)
  const pieces: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text: string) => {
      pieces.push(text)
      request.onOutput?.(text)
    })
  }
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return job.close(exitCode, pieces.join(''))
}

/** A job of the runner whose step is still to be run. */
export interface OpenJob {
  /** All variables of the step. */
  readonly env: NodeJS.ProcessEnv
  /** Reads what the step has written. */
  close(exitCode: number | null, log: string): ActionResult
}

/** Makes the temporary folder and the files that the runner gives to a step. */
export function openJob(request: ActionRequest): OpenJob {
  const job = mkdtempSync(join(tmpdir(), 'action-job-'))
  const tempFolder = join(job, 'temp')
  mkdirSync(tempFolder)
  const files = { summary: join(job, 'summary.md'), output: join(job, 'output'), env: join(job, 'env') }
  for (const file of Object.values(files)) writeFileSync(file, '')
  const startedAt = performance.now()
  return {
    env: jobEnvironment(request, { files, tempFolder }),
    close: (exitCode, log) => ({
      exitCode,
      log,
      outputs: parseOutputs(readFileSync(files.output, 'utf8')),
      summary: readFileSync(files.summary, 'utf8'),
      tempFolder,
      elapsedMs: performance.now() - startedAt,
      dispose: () => rmSync(job, { recursive: true, force: true }),
    }),
  }
}

/**
 * The log as a person sees it in the log view: groups as headings, annotations as lines.
 *
 * @param log what the action printed
 * @returns the log without workflow commands
 */
export function readableLog(log: string): string {
  return log
    .split('\n')
    .filter((line) => !/^::(endgroup|add-mask|debug|set-output)/.test(line))
    .map((line) => {
      const command = /^::(group|error|warning|notice)(?: [^:]*)?::(.*)$/.exec(line)
      if (command === null) return line
      const [, name, text = ''] = command
      const plain = text.replaceAll('%0A', '\n    ').replaceAll('%0D', '').replaceAll('%25', '%')
      if (name === 'group') return `> ${plain}`
      // The runner shows the text alone; its place is part of it.
      return `${name}: ${plain}`
    })
    .join('\n')
}

function jobEnvironment(
  request: ActionRequest,
  job: { files: { summary: string; output: string; env: string }; tempFolder: string },
): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^(INPUT_|GITHUB_|ACTIONS_)/.test(name)),
    ),
    GITHUB_ACTIONS: 'true',
    CI: 'true',
    GITHUB_WORKSPACE: request.workspace,
    GITHUB_STEP_SUMMARY: job.files.summary,
    GITHUB_OUTPUT: job.files.output,
    GITHUB_ENV: job.files.env,
    GITHUB_EVENT_NAME: 'push',
    GITHUB_REPOSITORY: 'org/repository',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_RUN_ID: '1',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_ACTOR: 'someone',
    RUNNER_TEMP: job.tempFolder,
  }
  for (const [name, value] of Object.entries(request.inputs)) env[`INPUT_${name.toUpperCase()}`] = value
  for (const [name, value] of Object.entries(request.env ?? {})) {
    if (value === undefined) delete env[name]
    else env[name] = value
  }
  return env
}

// `name<<delimiter`, lines, `delimiter`: the form in which @actions/core writes GITHUB_OUTPUT.
function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {}
  const lines = text.split('\n')
  for (let index = 0; index < lines.length; index += 1) {
    const start = /^(.+?)<<(.+)$/.exec((lines[index] ?? '').replace(/\r$/, ''))
    if (start === null) continue
    const [, name = '', delimiter = ''] = start
    const value: string[] = []
    for (
      index += 1;
      index < lines.length && (lines[index] ?? '').replace(/\r$/, '') !== delimiter;
      index += 1
    ) {
      value.push(lines[index] ?? '')
    }
    outputs[name] = value.join('\n')
  }
  return outputs
}
