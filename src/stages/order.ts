/**
 * The order of the stages, which of them the inputs leave out, and which run side by side.
 */

import type { Project } from '../checks/project'
import { ActionError } from '../errors'
import { swapStages } from '../report/run-report'
import type { Ahead } from './ahead'
import type { BegunBuild } from './begin-build'
import { type Binary, takeBinary } from './binary'
import type { Connection } from './connect'
import { executablePlace, preflight, type Subject } from './preflight'
import { loadSummary, publishOutputs } from './report'
import type { Run } from './run'

/**
 * Goes through the stages.
 *
 * @param run the run
 * @param ahead what is begun already
 * @throws whatever ends a stage early; what was found until then is recorded
 */
export async function goThrough(run: Run, ahead: Ahead): Promise<void> {
  await acceptFindings(run)
  if (run.inputs.swapWith !== '') run.record.askForSwap()
  const { fork } = run.workspace
  if (run.inputs.appName !== '' && fork !== undefined) {
    const { refuseForkCode } = await import('./fork-code')
    refuseForkCode(run, fork)
  }
  if (run.inputs.package === '') await fromProject(run, ahead)
  else await fromPackage(run)
}

// A code that does not exist would silently accept nothing.
async function acceptFindings({ inputs, record }: Run): Promise<void> {
  if (inputs.ignoreFindings.length === 0) return
  const { codeDescriptions } = await import('./code-descriptions')
  const unknown = inputs.ignoreFindings.filter((code) => !Object.hasOwn(codeDescriptions, code))
  if (unknown.length > 0) {
    const names = unknown.map((code) => `'${code}'`).join(', ')
    throw new ActionError(
      'input-invalid',
      `'ignore-findings' names ${names}, which is no code of a finding.`,
      {
        hint: 'Write one code per line as the summary shows it, for example `plan-retires`; docs/findings.md has all of them.',
      },
    )
  }
  record.ignore(inputs.ignoreFindings)
}

async function fromProject(run: Run, ahead: Ahead): Promise<void> {
  const { record, signal } = run
  const subject = await record.stage('preflight', signal, () => preflight(run))
  const { project } = subject
  const connection = await whileConnecting(run, subject, async (ending) => {
    const zipPath = await buildAndPack(run, subject, ahead, ending)
    await publishOutputs(record)
    await rehearsePackage(run, project, zipPath)
  })
  await deliver(run, project, connection)
}

// The package is begun beside the build and the inspection, and given up when one of them fails.
async function buildAndPack(run: Run, subject: Subject, ahead: Ahead, ending: AbortSignal): Promise<string> {
  const { record, signal, inputs } = run
  const { project } = subject
  const building = inputs.binary === '' ? await begunBuild(run, ahead) : undefined
  const obtaining = obtainBinary(run, project, building, ending)
  obtaining.catch(() => undefined)
  // Until `go build` runs, nothing else keeps the main thread.
  await building?.started
  const begun = loadPacker().then(({ beginPacking }) => beginPacking(run, project))
  begun.catch(() => undefined)
  loadAhead(run)
  try {
    const binary = await obtaining
    const { inspect } = await import('./inspect')
    const { beginExecutable } = await import('./ahead')
    const executable = (await ahead.executable) ?? beginExecutable(run, binary.path)
    const packing = await begun
    packing.supply(executable)
    await record.stage('inspect', signal, () => inspect(run, binary, subject, executablePlace(project)))
    return await record.stage('package', signal, () => packing.finish())
  } catch (error) {
    await begun.then((packing) => packing.stop()).catch(() => undefined)
    throw error
  }
}

// Where a fork has a part in the run, it begins only after that was looked into.
async function begunBuild(run: Run, { building }: Ahead): Promise<BegunBuild> {
  if (building !== undefined) return building
  const { beginBuild } = await import('./begin-build')
  return beginBuild(run)
}

async function loadPacker(): Promise<typeof import('./pack')> {
  const { loadPacking } = await import('./ahead')
  return loadPacking()
}

async function loadRehearser(): Promise<typeof import('./rehearse')> {
  const { loadRehearsal } = await loadPacker()
  return loadRehearsal()
}

async function fromPackage(run: Run): Promise<void> {
  const { record, signal } = run
  const { openPackage } = await import('./given-package')
  // The job that made the package rehearses it; one that may sign in does not start its handler again.
  for (const stage of ['build', 'package', 'rehearse'] as const) record.skip(stage, "'package' is given")
  const given = await record.stage('preflight', signal, () => openPackage(run))
  try {
    const { inspect } = await import('./inspect')
    const connection = await whileConnecting(run, given.subject, async () => {
      await record.stage('inspect', signal, () => inspect(run, given.binary, given.subject, undefined))
      await publishOutputs(record)
    })
    await deliver(run, given.subject.project, connection)
  } finally {
    given.dispose()
  }
}

async function obtainBinary(
  run: Run,
  project: Project,
  building: BegunBuild | undefined,
  ending: AbortSignal,
): Promise<Binary> {
  const { record } = run
  if (building !== undefined) return record.stage('build', ending, () => building.finish(project, ending))
  const binary = await record.stage('build', ending, () => takeBinary(run))
  record.skip('build', "'binary' is given")
  return binary
}

// Code that later stages need is loaded while `go build` or zlib runs, when it costs no time.
function loadAhead(run: Run): void {
  const { inputs } = run
  const inspecting = import('./inspect')
  const loading: Promise<unknown>[] = [import('./ahead'), loadSummary(), inspecting]
  if (inputs.rehearse !== 'false') loading.push(loadRehearser())
  // A chunk that cannot be loaded is reported by the stage that needs it; Go's own program is nobody's concern.
  void Promise.all(loading)
    .then(() => inspecting)
    .then(({ rehearseInspection }) => {
      if (inputs.binary === '') rehearseInspection(run)
    })
    .catch(() => undefined)
}

async function rehearsePackage(run: Run, project: Project, zipPath: string): Promise<void> {
  if (run.inputs.rehearse === 'false') {
    run.record.skip('rehearse', "'rehearse' is false")
    return
  }
  const { rehearsalHindrance, rehearseZip } = await loadRehearser()
  const hindrance = rehearsalHindrance(run, project)
  if (hindrance === undefined) await run.record.stage('rehearse', run.signal, () => rehearseZip(run, zipPath))
  else run.record.skip('rehearse', hindrance)
}

/**
 * Connects to Azure beside other work. Whichever fails first ends the other.
 *
 * @returns the connection; undefined when nothing is to be deployed
 */
async function whileConnecting(
  run: Run,
  subject: Subject,
  work: (ending: AbortSignal) => Promise<void>,
): Promise<Connection | undefined> {
  if (run.inputs.appName === '') {
    for (const stage of ['sign-in', 'deploy', 'verify'] as const)
      run.record.skip(stage, "no 'app-name' is given")
    await work(run.signal)
    return undefined
  }
  const { beginConnection } = await import('./connect')
  const connecting = beginConnection(run, subject)
  try {
    await work(AbortSignal.any([run.signal, connecting.failure]))
  } catch (error) {
    if (!connecting.failure.aborted) await connecting.stop(new Error('another stage failed'))
    else await connecting.finish()
    throw error
  }
  return connecting.finish()
}

async function deliver(run: Run, project: Project, connection: Connection | undefined): Promise<void> {
  if (connection === undefined) return
  const { record, signal } = run
  const { inputs } = run
  if (inputs.dryRun) {
    for (const stage of ['deploy', 'verify', ...(inputs.swapWith === '' ? [] : swapStages)] as const)
      record.skip(stage, "'dry-run' is true: nothing was changed")
    return
  }
  if (inputs.skipUnchanged) {
    const { skipUnchanged } = await import('./unchanged')
    if (await skipUnchanged(run, connection, project)) return
  }
  const { deploy, verify } = await import('./deploy')
  const deployment = await record.stage('deploy', signal, () => deploy(run, connection))
  await publishOutputs(record)
  await record.stage('verify', signal, () => verify(run, connection, project, deployment))
  const { target } = connection
  if (target === undefined) return
  const { releaseBySwap } = await import('./swap')
  await releaseBySwap(run, { ...connection, target }, project, deployment)
}
