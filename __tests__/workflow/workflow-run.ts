/**
 * Runs the reusable workflow as GitHub would: its jobs in the order of their needs, matrices, conditions, steps. Steps
 * that use `discover` and `overview` run the shipped files, those that use the main action run in processes that are
 * kept; those of others do what they do for us.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { repositoryRoot, runAction } from '../../scripts/run-action'
import { runWarm } from '../bundle/warm-jobs'
import { Artifacts } from './artifacts'
import { asText, fill, isMet, type Scope, type Value } from './expressions'

interface Step {
  readonly id?: string
  readonly name?: string
  readonly if?: string
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, string | number | boolean>>
  readonly env?: Readonly<Record<string, string>>
}

interface Job {
  readonly name: string
  readonly needs?: string | readonly string[]
  readonly if?: string
  readonly permissions: Readonly<Record<string, string>>
  readonly strategy?: { readonly 'fail-fast': boolean; readonly matrix: string }
  readonly environment?: { readonly name: string; readonly url: string }
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress': boolean }
  readonly outputs?: Readonly<Record<string, string>>
  readonly steps: readonly Step[]
}

interface Workflow {
  readonly on: { readonly workflow_call: { readonly inputs: Readonly<Record<string, { default: Value }>> } }
  readonly jobs: Readonly<Record<string, Job>>
}

/** One job that ran. */
export interface JobRun {
  readonly name: string
  readonly result: 'success' | 'failure'
  readonly outputs: Readonly<Record<string, string>>
  readonly log: string
  readonly summary: string
  readonly concurrency: string
  readonly environmentUrl: string
}

export interface WorkflowResult {
  readonly jobs: readonly JobRun[]
  readonly artifacts: readonly string[]
}

export interface WorkflowRequest {
  /** The repository of the caller. */
  readonly repository: string
  readonly inputs: Readonly<Record<string, Value>>
  readonly vars: Readonly<Record<string, string>>
  readonly event: { readonly name: string; readonly payload: unknown }
  /** Environment of the jobs that may ask for an identity token. */
  readonly signInEnv: Readonly<Record<string, string>>
}

/** Runs every job whose condition is met. */
export async function runWorkflow(path: string, request: WorkflowRequest): Promise<WorkflowResult> {
  const workflow = parse(readFileSync(path, 'utf8')) as Workflow
  const folder = mkdtempSync(join(tmpdir(), 'workflow-'))
  try {
    const run = new Run(folder, request, workflow)
    for (const id of Object.keys(workflow.jobs)) await run.job(id)
    return { jobs: run.done, artifacts: run.artifacts.names }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

class Run {
  readonly done: JobRun[] = []
  readonly artifacts: Artifacts
  readonly #folder: string
  readonly #request: WorkflowRequest
  readonly #workflow: Workflow
  readonly #inputs: Readonly<Record<string, Value>>
  readonly #needs: Record<string, { result: string; outputs: Readonly<Record<string, string>> }> = {}

  constructor(folder: string, request: WorkflowRequest, workflow: Workflow) {
    this.#folder = folder
    this.#request = request
    this.#workflow = workflow
    const declared = workflow.on.workflow_call.inputs
    for (const name of Object.keys(request.inputs)) {
      if (declared[name] === undefined) throw new Error(`the workflow has no input '${name}'`)
    }
    const defaults = Object.entries(declared).map(([name, input]) => [name, input.default] as const)
    this.#inputs = { ...Object.fromEntries(defaults), ...request.inputs }
    this.artifacts = new Artifacts(join(folder, 'artifacts'))
  }

  async job(id: string): Promise<void> {
    const job = this.#workflow.jobs[id]
    if (job === undefined) throw new Error(`there is no job '${id}'`)
    const needed = [job.needs ?? []].flat()
    const needs = Object.fromEntries(
      needed.map((name) => {
        const need = this.#needs[name]
        if (need === undefined) throw new Error(`the job '${id}' comes before '${name}', which it needs`)
        return [name, need]
      }),
    )
    const contexts = { inputs: this.#inputs, needs, vars: this.#request.vars }
    const isSuccess = Object.values(needs).every(({ result }) => result === 'success')
    if (!isMet(job.if, { contexts, isSuccess })) {
      this.#needs[id] = { result: 'skipped', outputs: {} }
      return
    }
    const entries = job.strategy === undefined ? [{}] : matrixOf(job.strategy.matrix, { contexts, isSuccess })
    if (job.strategy !== undefined && entries.length === 0) throw new Error(`the matrix of '${id}' is empty`)
    const runs: JobRun[] = []
    // Two at a time, as on a small fleet.
    for (let first = 0; first < entries.length; first += 2) {
      const pair = entries.slice(first, first + 2)
      runs.push(...(await Promise.all(pair.map((matrix) => this.#single(id, job, { ...contexts, matrix })))))
    }
    this.done.push(...runs)
    const result = runs.every((run) => run.result === 'success') ? 'success' : 'failure'
    this.#needs[id] = { result, outputs: runs.at(-1)?.outputs ?? {} }
  }

  async #single(id: string, job: Job, shared: Readonly<Record<string, Value>>): Promise<JobRun> {
    const home = mkdtempSync(join(this.#folder, `${id}-`))
    const workspace = join(home, 'workspace')
    mkdirSync(workspace)
    const steps: Record<string, { outputs: Readonly<Record<string, string>> }> = {}
    const contexts = {
      ...shared,
      steps,
      job: { workflow_repository: 'org/go-azure-func-action', workflow_sha: 'x' },
    }
    const kept: { log: string; summary: string; isSuccess: boolean; dispose: (() => void)[] } = {
      log: '',
      summary: '',
      isSuccess: true,
      dispose: [],
    }
    for (const step of job.steps) {
      const scope: Scope = { contexts, isSuccess: kept.isSuccess }
      if (!isMet(step.if, scope)) continue
      const inputs = filled(step.with ?? {}, scope)
      try {
        if (step.run !== undefined) kept.log += script(step, workspace, scope)
        else if (step.uses?.startsWith('./') === true) {
          const ended = await this.#ours(step.uses, inputs, workspace, job.permissions)
          kept.log += ended.log
          kept.summary += ended.summary
          kept.dispose.push(ended.dispose)
          if (step.id !== undefined) steps[step.id] = { outputs: ended.outputs }
          if (ended.exitCode !== 0) kept.isSuccess = false
        } else this.#theirs(step.uses ?? '', inputs, workspace)
      } catch (error) {
        kept.log += `${error instanceof Error ? error.message : String(error)}\n`
        kept.isSuccess = false
      }
    }
    const scope: Scope = { contexts, isSuccess: kept.isSuccess }
    for (const dispose of kept.dispose) dispose()
    return {
      name: asText(fill(job.name, scope)),
      result: kept.isSuccess ? 'success' : 'failure',
      outputs: filled(job.outputs ?? {}, scope),
      log: kept.log,
      summary: kept.summary,
      concurrency: asText(fill(job.concurrency?.group ?? '', scope)),
      environmentUrl: asText(fill(job.environment?.url ?? '', scope)),
    }
  }

  /** Runs an action as the runner does: its defaults, its `main`, and only the inputs that it declares. */
  async #ours(
    uses: string,
    inputs: Readonly<Record<string, string>>,
    workspace: string,
    permissions: Job['permissions'],
  ) {
    const folder = join(workspace, uses)
    const action = parse(readFileSync(join(folder, 'action.yml'), 'utf8'))
    for (const name of Object.keys(inputs)) {
      if (action.inputs[name] === undefined) throw new Error(`${uses} has no input '${name}'`)
    }
    const all: Record<string, string> = {}
    for (const [name, input] of Object.entries(action.inputs as Record<string, { default?: string }>)) {
      all[name] = inputs[name] ?? input.default ?? ''
    }
    const eventPath = join(workspace, '..', 'event.json')
    execFileSync('tee', [eventPath], { input: JSON.stringify(this.#request.event.payload), stdio: 'pipe' })
    const request = {
      workspace,
      inputs: all,
      env: {
        GITHUB_EVENT_NAME: this.#request.event.name,
        GITHUB_EVENT_PATH: eventPath,
        ...(permissions['id-token'] === 'write' ? this.#request.signInEnv : {}),
      },
    }
    const dist = join(folder, action.runs.main, '..')
    // What is done for each app is alike.
    return await (existsSync(join(folder, 'dist')) ? runWarm(request) : runAction({ ...request, dist }))
  }

  #theirs(uses: string, inputs: Readonly<Record<string, string>>, workspace: string): void {
    const name = uses.replace(/@[0-9a-f]{40}$/, '')
    if (name === 'actions/setup-go') return
    if (name === 'actions/upload-artifact') this.artifacts.upload(workspace, inputs)
    else if (name === 'actions/download-artifact') this.artifacts.download(workspace, inputs)
    else if (name === 'actions/checkout') checkout(this.#request.repository, inputs, workspace)
    else throw new Error(`the action '${uses}' is not known here`)
  }
}

function checkout(repository: string, inputs: Readonly<Record<string, string>>, workspace: string): void {
  if (inputs['path'] !== undefined) {
    const folder = join(workspace, inputs['path'])
    mkdirSync(folder)
    execFileSync('git', ['init', '--quiet'], { cwd: folder })
    for (const name of ['action.yml', 'discover', 'overview']) {
      cpSync(join(repositoryRoot, name), join(folder, name), { recursive: true })
    }
    symlinkSync(process.env['ACTION_DIST'] ?? join(repositoryRoot, 'dist'), join(folder, 'dist'))
    return
  }
  const depth = inputs['fetch-depth'] === '0' ? [] : ['--depth', '1']
  execFileSync('git', ['clone', '--quiet', ...depth, `file://${repository}`, '.'], { cwd: workspace })
  if (inputs['ref']) execFileSync('git', ['checkout', '--quiet', inputs['ref']], { cwd: workspace })
}

function script({ run = '', env = {} }: Step, workspace: string, scope: Scope): string {
  if (run.includes('${{')) throw new Error('a script holds an expression')
  const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run]
  const ended = spawnSync('bash', args, {
    cwd: workspace,
    env: { PATH: process.env['PATH'], ...filled(env, scope) },
    encoding: 'utf8',
  })
  if (ended.status !== 0) throw new Error(`${ended.stdout}${ended.stderr}`)
  return ended.stdout
}

function matrixOf(expression: string, scope: Scope): readonly { readonly [key: string]: Value }[] {
  const { include } = fill(expression, scope) as { include: readonly { readonly [key: string]: Value }[] }
  return include
}

function filled(
  values: Readonly<Record<string, string | number | boolean>>,
  scope: Scope,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, asText(fill(String(value), scope))]),
  )
}
