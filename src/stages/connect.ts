/**
 * The stage that signs in and looks at the function app, while the build runs. It changes nothing in Azure.
 */
import { clockFindings, endpointOverrides, refuseOverrides, resolveCloud, systemClock } from '../azure/http'
import { type Session, signIn } from '../azure/sign-in'
import {
  checkSite,
  findSharedHostId,
  listFunctions,
  lookUpSite,
  readConnectionStrings,
  removedFunctions,
  type Site,
  siteOptions,
  warmUpScm,
} from '../azure/site'
import { checkSwapTarget, lookUpSwapTarget } from '../azure/swap'
import { type Remembering, rememberBefore } from '../azure/verify'
import { withContext } from '../checks'
import type { CheckContext } from '../checks/check'
import type { Project } from '../checks/project'
import { asksForConnectionStrings, knownSettings } from '../checks/settings/known-settings'
import { messageOf } from '../errors'
import type { Finding } from '../findings'
import { holdLog, type Log } from '../runner/log'
import { maskSecret, requestIdToken } from '../runner/step'
import { checkFor, recordFunctions, type Subject } from './preflight'
import { type Run, settle } from './run'

export interface Connection {
  readonly session: Session
  readonly site: Site
  /** As the host reads it with the app's settings and plan. */
  readonly project: Project
  /** What the checks were told of the app. */
  readonly context: CheckContext
  /** What the slot is swapped with; absent without `swap-with`. */
  readonly target?: Site
  /** What the app is like before the upload, in the reading; absent when nothing is deployed. */
  readonly before?: Remembering
}

/** A connection that is being made beside other work. */
export interface Connecting {
  /** Aborts with the error when the connection fails, so that a build beside it can be ended. */
  readonly failure: AbortSignal
  /** Gives the connection, after its log lines were written; throws what made it fail. */
  finish(): Promise<Connection>
  /** Ends it without a result. */
  stop(reason: unknown): Promise<void>
}

/**
 * Begins to connect. Its log lines are held back until `finish`, since groups cannot be nested.
 *
 * @param subject the project, for what the app has to offer it
 * @returns the connection in the making
 */
export function beginConnection(run: Run, subject: Subject): Connecting {
  const failure = new AbortController()
  const stopping = new AbortController()
  const signal = AbortSignal.any([run.signal, stopping.signal])
  const { log, replay } = holdLog()
  const work = run.record.stage('sign-in', signal, () => connect(run, subject, log, signal))
  const settled = work.then(
    (connection) => ({ connection }),
    (error: unknown) => {
      failure.abort(error)
      return { error }
    },
  )
  const end = async () => {
    const result = await settled
    replay(run.log)
    run.log.endGroup()
    return result
  }
  return {
    failure: failure.signal,
    finish: async () => {
      const result = await end()
      if ('error' in result) throw result.error
      return result.connection
    },
    stop: async (reason) => {
      stopping.abort(reason)
      await end()
    },
  }
}

async function connect(run: Run, subject: Subject, log: Log, signal: AbortSignal): Promise<Connection> {
  const { inputs, environment, workspace, record } = run
  const startedAtMs = record.elapsedMs()
  log.group(`Sign in and look at ${inputs.appName}`)
  const cloud = resolveCloud(inputs.cloud, environment)
  const overrides = endpointOverrides(cloud)
  for (const { variable, origin } of overrides) log.info(`${variable}: ${origin}`)
  if (workspace.stranger !== undefined) refuseOverrides(overrides)
  const session = await signIn({
    cloud,
    clientId: inputs.clientId,
    tenantId: inputs.tenantId,
    subscriptionId: inputs.subscriptionId,
    audience: inputs.audience,
    env: environment,
    eventPayload: workspace.eventPayload,
    getIdToken: requestIdToken,
    mask: maskSecret,
    log,
    signal,
    clock: systemClock,
  })
  const { appName, slotName, resourceGroup } = inputs
  const site = await lookUpSite(session, { appName, slotName, resourceGroup })
  record.fill({
    deployment: {
      appName: site.appName,
      ...(site.slotName === '' ? {} : { slotName: site.slotName }),
      resourceGroup: site.resourceGroup,
      plan: site.plan,
      appUrl: site.appUrl,
      state: 'not started',
      dryRun: inputs.dryRun,
      ...(overrides.length === 0
        ? {}
        : { endpoints: overrides.map(({ variable, origin }) => `${variable}: ${origin}`) }),
      log: [],
    },
  })
  record.add(clockFindings(session.http.clockAheadMs?.()))
  const target = await findTarget(run, session, site)
  const label = 'sign in, look at the app'
  record.draw({ section: 'azure', label, startedAtMs, elapsedMs: record.elapsedMs() - startedAtMs })
  log.info(`Found ${site.appName}: ${site.plan}, ${site.state}, ${site.appUrl}`)
  const { project } = subject
  const triggers = project.functions.flatMap(({ trigger }) => trigger?.type ?? [])
  if (target !== undefined) {
    record.add(checkSwapTarget(target))
    log.info(`Found '${inputs.swapWith}', which is swapped with: ${target.state}, ${target.appUrl}`)
  }
  settle(run, checkSite(site, { goarch: inputs.goarch, model: project.model, triggers }, session.clock.now()))
  const context = await contextOf(run, session, project, site)
  const deployed = withContext(project, context)
  checkFor(run, subject, context)
  recordFunctions(run, deployed)
  const before = inputs.dryRun
    ? undefined
    : rememberBefore(session, site, {
        functions: record.filled.project?.functions ?? [],
        verifyPath: inputs.verifyPath,
        callsFunctions: inputs.verifyCalls,
        signal,
      })
  const warmUpAtMs = record.elapsedMs()
  const live = [site, ...(target === undefined ? [] : [target])]
  const [warmUp, ...known] = await Promise.all([
    warmUpScm(session, site),
    findSharedHostId(session, site),
    ...live.map((one) => findRemoved(session, one, deployed)),
  ])
  record.add(known.flat())
  record.draw({
    section: 'azure',
    label: 'wake the deployment site',
    startedAtMs: warmUpAtMs,
    elapsedMs: warmUp.elapsedMs,
  })
  if (warmUp.findings.length > 0) before?.stop()
  settle(run, warmUp.findings)
  return {
    session,
    site,
    project: deployed,
    context,
    ...(target === undefined ? {} : { target }),
    ...(before === undefined ? {} : { before }),
  }
}

/** What the checks are told of the app. */
async function contextOf(
  { inputs }: Run,
  session: Session,
  project: Project,
  site: Site,
): Promise<CheckContext> {
  const { settings, plan, appName } = site
  const app = {
    appName,
    target: siteOptions(site),
    verifyPath: inputs.verifyPath,
    takesKeys: inputs.verifyKeys,
  }
  if (site.settingsRefusal !== undefined) return { plan, app }
  const read = (name: string) => settings.get(name)
  const connectionStrings = asksForConnectionStrings(project, settings.names())
    ? await readConnectionStrings(session, site.resourceId)
    : []
  const workerRuntime = read('FUNCTIONS_WORKER_RUNTIME')
  return {
    plan,
    app,
    ...knownSettings(project, { names: settings.names(), connectionStrings, read }),
    ...(workerRuntime === undefined ? {} : { workerRuntime }),
  }
}

/** The functions that run now and would be gone; nothing where they cannot be listed. */
async function findRemoved(session: Session, site: Site, project: Project): Promise<readonly Finding[]> {
  // The functions of the native worker are known to its program alone.
  if (project.model === 'native') return []
  try {
    const { functions: before } = await listFunctions(session, site, session.signal)
    return removedFunctions(
      site,
      before,
      project.app.hostFunctions.map(({ name }) => name),
    )
  } catch (error) {
    session.signal.throwIfAborted()
    session.log.debug(`What '${site.appName}' runs now could not be listed: ${messageOf(error)}`)
    return []
  }
}

async function findTarget({ inputs }: Run, session: Session, site: Site): Promise<Site | undefined> {
  if (inputs.swapWith === '') return undefined
  return lookUpSwapTarget(session, site, inputs.swapWith)
}
