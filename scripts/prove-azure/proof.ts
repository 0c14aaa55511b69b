/**
 * One proof: the group is created and filled, the scenarios run one after the other, and the group is removed, however
 * it ends. Says what came of it; compares nothing.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { repositoryRoot, runAction } from '../run-action'
import { type ArmClient, armClient } from './arm-client'
import type { HostRole } from './exchange'
import { type ProofNames, proofNames } from './names'
import type { ProofOptions } from './options'
import { functionName, writeProject } from './project'
import { type RecorderOrder, recorderVariable } from './recorder-order'
import { cleaner, type Surroundings } from './redaction'
import { createGroup, deployTemplate, type GroupRequest, readHosts, removeGroup } from './resource-group'
import { type Scenario, scenariosOf } from './scenarios'
import type { Session } from './session'
import { endWith } from './stopping'

export interface Ended {
  readonly scenario: Scenario
  readonly verdict: 'passed' | 'failed' | 'not run'
  /** Codes of the errors, from the report of the run. */
  readonly errors: readonly string[]
  readonly elapsedMs: number
}

export interface Proof {
  readonly ended: readonly Ended[]
  /** Why it did not come to its end; undefined when it did. */
  readonly broken: string | undefined
  /** The resource group is still there. */
  readonly isLeft: boolean
  readonly recording: string
}

export async function prove(
  options: ProofOptions,
  session: Session,
  signal: AbortSignal,
  tell: (line: string) => void,
): Promise<Proof> {
  const names = proofNames(options.plan, options.seed)
  const folder = mkdtempSync(join(tmpdir(), 'prove-azure-'))
  const run = new ProofRun(options, session, names, folder, tell)
  try {
    return await run.whole(signal)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

class ProofRun {
  readonly #options: ProofOptions
  readonly #session: Session
  readonly #names: ProofNames
  readonly #folder: string
  readonly #tell: (line: string) => void
  readonly #file: string
  #hosts: Record<string, HostRole>
  #scenario = 'group'
  #startedAtMs = Date.now()

  constructor(
    options: ProofOptions,
    session: Session,
    names: ProofNames,
    folder: string,
    tell: (line: string) => void,
  ) {
    this.#options = options
    this.#session = session
    this.#names = names
    this.#folder = folder
    this.#tell = tell
    this.#file = join(folder, 'recording.jsonl')
    writeFileSync(this.#file, '')
    this.#hosts = knownHosts(session)
  }

  async whole(signal: AbortSignal): Promise<Proof> {
    const { plan, location, keep, only } = this.#options
    const isEmulator = this.#session.place === 'emulator'
    const group: GroupRequest = {
      session: this.#session,
      arm: this.#arm(),
      names: this.#names,
      plan,
      location,
      // Longer than the tolerance, so that what is late is seen as late.
      deadlineMs: isEmulator ? 300_000 : 30 * 60_000,
    }
    const scenarios = scenariosOf(plan).filter(({ name }) => only.length === 0 || only.includes(name))
    const ended: Ended[] = []
    let broken: string | undefined
    let isOurs = false
    try {
      this.#tell(`Creating the resource group '${this.#names.group}' in ${location}.`)
      signal.throwIfAborted()
      // From here on it may be there, also when no answer comes.
      isOurs = await createGroup(group).then(
        () => true,
        (error: unknown) => {
          isOurs = !(error instanceof Error && /exists \(/.test(error.message))
          throw error
        },
      )
      await deployTemplate(group, signal)
      this.#hosts = { ...this.#hosts, ...(await readHosts(group)) }
      const recorder = await this.#bundleRecorder()
      for (const scenario of scenarios) {
        signal.throwIfAborted()
        ended.push(await this.#play(scenario, recorder, signal))
      }
    } catch (error) {
      broken = signal.aborted ? 'It was interrupted.' : error instanceof Error ? error.message : String(error)
    }
    const isLeft = isOurs && (await this.#remove(group, keep))
    const clean = cleaner(this.#surroundings())
    return {
      ended: [
        ...ended,
        ...scenarios
          .slice(ended.length)
          .map((scenario): Ended => ({ scenario, verdict: 'not run', errors: [], elapsedMs: 0 })),
      ],
      broken: broken === undefined || isEmulator ? broken : clean(broken),
      isLeft,
      recording: readFileSync(this.#file, 'utf8'),
    }
  }

  async #remove(group: GroupRequest, keep: boolean): Promise<boolean> {
    if (keep) {
      this.#tell(`The resource group '${this.#names.group}' is kept, and costs money. Remove it with:`)
      this.#tell(`  az group delete --name ${this.#names.group}`)
      return true
    }
    this.#tell(`Removing the resource group '${this.#names.group}'.`)
    this.#begin('removal')
    try {
      await removeGroup(group)
      return false
    } catch (error) {
      this.#tell(error instanceof Error ? error.message : String(error))
      this.#tell(`Remove it yourself: az group delete --name ${this.#names.group}`)
      return true
    }
  }

  async #play(scenario: Scenario, recorder: string, signal: AbortSignal): Promise<Ended> {
    this.#begin(scenario.name)
    const workspace = join(this.#folder, scenario.name)
    mkdirSync(workspace)
    writeProject(workspace, scenario)
    const order: RecorderOrder = {
      ...this.#surroundings(),
      file: this.#file,
      scenario: scenario.name,
      startedAtMs: this.#startedAtMs,
    }
    const result = await runAction({
      workspace,
      inputs: {
        ...this.#session.inputs,
        'app-name': this.#names.app,
        'verify-path': `/api/${functionName}`,
        'report-file': 'report.json',
        ...(scenario.isDynamic ? { binary: 'handler' } : {}),
        ...scenario.inputs,
      },
      env: {
        ...this.#session.env,
        NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import=${pathToFileURL(recorder).href}`.trim(),
        [recorderVariable]: JSON.stringify(order),
      },
      onStart: (child) => endWith(child, signal),
    })
    try {
      const verdict = result.exitCode === 0 ? 'passed' : 'failed'
      const errors = errorsOf(join(workspace, 'report.json'))
      const word =
        verdict === scenario.expects ? 'as expected' : `NOT as expected, which is '${scenario.expects}'`
      this.#tell(
        `${scenario.name}: ${verdict}, ${word}, ${(result.elapsedMs / 1000).toFixed(1)} s${errors.length > 0 ? ` (${errors.join(', ')})` : ''}`,
      )
      // The lines that ask a runner to mask a token hold the token.
      const log = result.log.replaceAll(/^::add-mask::.*\n?/gm, '')
      if (verdict !== scenario.expects || process.env['PROVE_AZURE_LOG']) this.#tell(log)
      return { scenario, verdict, errors, elapsedMs: result.elapsedMs }
    } finally {
      result.dispose()
    }
  }

  #begin(scenario: string): void {
    this.#scenario = scenario
    this.#startedAtMs = Date.now()
  }

  #arm(): ArmClient {
    return armClient(this.#session, {
      file: this.#file,
      scenario: () => this.#scenario,
      startedAtMs: () => this.#startedAtMs,
      surroundings: () => this.#surroundings(),
    })
  }

  #surroundings(): Surroundings {
    const { app, group, identity, plan, storage } = this.#names
    const { subscriptionId, tenantId, inputs } = this.#session
    return {
      hosts: this.#hosts,
      names: [
        [group, '{group}'],
        [app, '{app}'],
        [identity, '{identity}'],
        [plan, '{plan}'],
        [storage, '{storage}'],
        [subscriptionId, '{subscription}'],
        [tenantId, '{tenant}'],
        [inputs['client-id'] ?? '', '{client}'],
        ...Object.entries(this.#hosts)
          .filter(([, role]) => role !== 'arm' || this.#session.place === 'emulator')
          .map(([host, role]) => [host, `{${role}-host}`] as const),
      ],
    }
  }

  async #bundleRecorder(): Promise<string> {
    const outfile = join(this.#folder, 'recorder.mjs')
    const entry = join(repositoryRoot, 'scripts', 'prove-azure', 'recorder.ts')
    await build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      logLevel: 'error',
    })
    return outfile
  }
}

function knownHosts({ armEndpoint, env }: Session): Record<string, HostRole> {
  const host = (url: string | undefined): string => (url && URL.canParse(url) ? new URL(url).host : '')
  return {
    [new URL(armEndpoint).host]: 'arm',
    [host(env['AZURE_AUTHORITY_HOST']) || 'login.microsoftonline.com']: 'entra',
    ...(env['ACTIONS_ID_TOKEN_REQUEST_URL'] ? { [host(env['ACTIONS_ID_TOKEN_REQUEST_URL'])]: 'oidc' } : {}),
  }
}

function errorsOf(file: string): readonly string[] {
  try {
    const { findings = [] } = JSON.parse(readFileSync(file, 'utf8')) as {
      findings?: readonly { severity: string; code: string }[]
    }
    return [...new Set(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code))]
  } catch {
    return []
  }
}
