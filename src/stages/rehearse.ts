/** The stage that starts the packaged handler on the runner, as the Functions host would in Azure. */
import { join } from 'node:path'
import { rmRF } from '@actions/io'
import { unpackArchive } from '../archive/unpack'
import type { Site } from '../azure/site'
import type { Project } from '../checks/project'
import type { Finding } from '../findings'
import { planRules } from '../functions/plans'
import { canExecute } from '../host/process/executable'
import {
  decideIsolation,
  describeIsolation,
  type IsolationDecision,
  jobFolders,
  tryWays,
  waysToTry,
} from '../host/process/isolation'
import type { HostFinding } from '../host/rehearsal/finding'
import type { LivingHandler } from '../host/rehearsal/living-handler'
import { canRehearse } from '../host/rehearsal/platform'
import { type Rehearsal, type RehearsalRequest, rehearse } from '../host/rehearsal/rehearse'
import type { RehearsalRecord } from '../report/run-report'
import { makeTempFolder } from './folders'
import { type Run, settle } from './run'
import { sourceFactsOf } from './source-facts'

const timeoutMs = 120_000

/**
 * Why there can be no rehearsal here.
 *
 * @returns one sentence; undefined when it can run
 */
export function rehearsalHindrance({ inputs }: Run, project: Project): string | undefined {
  if (inputs.rehearse === 'false') return "'rehearse' is false"
  if (inputs.rehearse === 'host') return undefined
  if (project.model === 'native') {
    return 'The native worker answers to the Functions host over gRPC, which is not started on the runner.'
  }
  const place = canRehearse({
    platform: process.platform,
    arch: process.arch,
    goarch: inputs.goarch,
    mode: inputs.rehearse,
    isEmulated: canExecute(inputs.goarch),
  })
  return place.ok ? undefined : place.reason
}

/**
 * Tries the ways of isolation on this machine.
 *
 * @returns how the handler is started, or why it is not
 */
export async function chooseIsolation({ inputs, environment, workspace }: Run): Promise<IsolationDecision> {
  const hasToken = Boolean(environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'])
  const ways = waysToTry(process.getuid?.() === 0, environment['RUNNER_ENVIRONMENT'] ?? '')
  return decideIsolation({
    mode: inputs.rehearse === 'true' ? 'true' : 'auto',
    hasIdentity: inputs.appName !== '' || hasToken,
    // GitHub gives the job of a fork's `pull_request` neither secrets nor, by default, a token.
    isStrangers: workspace.stranger !== undefined && (workspace.eventName !== 'pull_request' || hasToken),
    isGiven: inputs.package !== '',
    tried: await tryWays(ways),
  })
}

function isolationOf(decision: IsolationDecision, { environment }: Run): Pick<RehearsalRequest, 'isolation'> {
  if (decision.kind !== 'isolated') return {}
  return { isolation: { way: decision.way, covered: jobFolders(environment, process.execPath) } }
}

/** What a rehearsal leaves for the stages behind it. */
export interface Rehearsed {
  /** Runs until it is stopped; only when something is going to be deployed. */
  readonly living: LivingHandler | undefined
  /** Findings that weigh more on some plans, which the connection tells. */
  readonly byPlan: readonly HostFinding[]
}

/**
 * Unpacks the zip with its mode bits, starts the handler and calls its functions.
 *
 * @param zipPath absolute path of the package
 * @param decision how the handler is started
 * @returns what is left to do; whoever gets it stops the handler
 * @throws ActionError when a finding is an error
 */
export async function rehearseZip(
  run: Run,
  project: Project,
  zipPath: string,
  decision: Exclude<IsolationDecision, { kind: 'not-started' }>,
): Promise<Rehearsed> {
  const { inputs, log, record, signal } = run
  log.info(describeIsolation(decision))
  log.group('Rehearse')
  const parent = makeTempFolder(run)
  let living: LivingHandler | undefined
  try {
    const folder = join(parent, 'wwwroot')
    await unpackArchive(zipPath, folder)
    const delivers = inputs.appName !== '' && !inputs.dryRun
    const rehearsal = await rehearse({
      folder,
      mode: inputs.rehearse === 'true' ? 'true' : 'auto',
      timeoutMs,
      signal,
      settings: inputs.rehearseSettings,
      // What a given package was made of is not known.
      ...(inputs.package === '' ? { source: sourceFactsOf(run, project) } : {}),
      ...(delivers ? { livesOn: (finding) => place(run, finding) } : {}),
      ...isolationOf(decision, run),
    })
    if (rehearsal.living !== undefined) living = removing(rehearsal.living, parent)
    record.fill({ rehearsal: recordOf(rehearsal) })
    say(run, rehearsal)
    signal.throwIfAborted()
    const isByPlan = ({ hasFailed = false }: HostFinding) => hasFailed && inputs.appName !== ''
    const { findings } = rehearsal
    const left = { living, byPlan: findings.filter(isByPlan) }
    settle(
      run,
      findings.filter((finding) => !isByPlan(finding)).map((finding) => place(run, finding)),
    )
    return left
  } catch (error) {
    await living?.stop()
    living = undefined
    throw error
  } finally {
    if (living === undefined) await rmRF(parent)
  }
}

/**
 * Records what weighs more on the plan of the app: on a read-only folder, that the handler failed to write into it.
 *
 * @param site undefined when there is no app
 * @throws ActionError when a finding is an error there
 */
export function settleByPlan(run: Run, { byPlan }: Rehearsed, site: Site | undefined): void {
  const fromPackage = site?.settings.get('WEBSITE_RUN_FROM_PACKAGE') ?? ''
  const isReadOnly =
    site !== undefined && (planRules[site.plan].mountsPackage || /^(?:1|https:)/i.test(fromPackage))
  const severity = isReadOnly ? 'error' : 'warning'
  settle(
    run,
    byPlan.map((finding) => place(run, { ...finding, severity })),
  )
}

function removing(living: LivingHandler, folder: string): LivingHandler {
  const { death } = living
  return {
    death,
    get found() {
      return living.found
    },
    stop: async () => {
      await living.stop()
      await rmRF(folder)
    },
  }
}

function recordOf({ startMs, calls, uncalled, note, findings }: Rehearsal): RehearsalRecord {
  const missing = [...new Set(findings.flatMap(({ settings = [] }) => settings))]
  return {
    calls,
    uncalled,
    ...(missing.length === 0 ? {} : { missingSettings: missing }),
    ...(startMs === undefined ? {} : { startMs }),
    ...(note === undefined ? {} : { note }),
  }
}

function say({ log }: Run, { startMs, calls, uncalled, note, output }: Rehearsal): void {
  for (const { method, path, status, elapsedMs } of calls)
    log.info(`${method} ${path}: ${status} (${elapsedMs.toFixed(0)} ms)`)
  for (const { functionName, reason } of uncalled)
    log.info(`Not called: ${functionName}, since ${reason}. rehearse: true calls every function.`)
  if (note !== undefined) log.info(note)
  if (output.length > 0) log.info('The handler printed:')
  for (const line of output) log.info(`  ${line}`)
  log.endGroup()
  if (startMs !== undefined) log.info(`Rehearsed: the handler answered after ${startMs.toFixed(0)} ms`)
}

// What has no place of its own is annotated at the function.json of its function, everything else at host.json. A
// package that was made earlier has no place in the repository.
function place({ record, inputs }: Run, finding: HostFinding | Finding): Finding {
  const { code, severity, message, hint, location, functionName } = finding
  const plain = { code, severity, message, hint, ...(functionName === undefined ? {} : { functionName }) }
  const { project } = record.filled
  if (project === undefined || inputs.package !== '') return plain
  if (location !== undefined) return { ...plain, location }
  const about = project.functions.find(({ name }) => name === functionName)
  const path = about === undefined ? 'host.json' : `${about.name}/function.json`
  return { ...plain, location: { file: project.folder === '.' ? path : `${project.folder}/${path}` } }
}
