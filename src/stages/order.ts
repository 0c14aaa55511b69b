/** The order of the stages, which of them the inputs leave out, and which run side by side. */

import type { BegunEntry } from '../archive/compressed-entry'
import type { Project } from '../checks/project'
import { neededVariables } from '../checks/settings/variables'
import { ActionError } from '../errors'
import type { LivingHandler } from '../host/rehearsal/living-handler'
import { swapStages } from '../report/run-report'
import { type BegunBuild, beginBuild } from './begin-build'
import { type Binary, takeBinary } from './binary'
import { codeDescriptions } from './code-descriptions'
import { beginConnection, type Connection } from './connect'
import { deploy, verify } from './deploy'
import { guardAgainst } from './fork-code'
import { openPackage } from './given-package'
import { inspect } from './inspect'
import { beginExecutable, beginGivenBinary, beginPacking } from './pack'
import { executablePlace, type Subject } from './preflight'
import { readAndCheck } from './read-and-check'
import { prepareHost, refuseNative, rehearseOnHost } from './real-host'
import { chooseIsolation, type Rehearsed, rehearsalHindrance, rehearseZip, settleByPlan } from './rehearse'
import { publishOutputs } from './report'
import { type Run, settle } from './run'
import { releaseBySwap } from './swap'
import { skipUnchanged } from './unchanged'

/**
 * Goes through the stages.
 *
 * @throws whatever ends a stage early; what was found until then is recorded
 */
export async function goThrough(run: Run): Promise<void> {
  acceptFindings(run)
  if (run.inputs.swapWith !== '') run.record.askForSwap()
  const { stranger } = run.workspace
  if (stranger !== undefined) guardAgainst(run, stranger)
  if (run.inputs.package !== '') return fromPackage(run)
  const ahead = beginAhead(run)
  try {
    await fromProject(run, ahead)
  } finally {
    endAhead(ahead)
  }
}

/** What is begun before its turn. */
interface Ahead {
  /** The binary that is given, which is being compressed. */
  readonly executable?: BegunEntry
  /** The build, of which `go` is being asked. */
  readonly building?: BegunBuild
}

// The threads that compress, or `go`, have work while the main thread reads and checks the project.
function beginAhead(run: Run): Ahead {
  return run.inputs.binary === '' ? { building: beginBuild(run) } : { executable: beginGivenBinary(run) }
}

// Closes the file and ends the question when the run ended before they were used.
function endAhead({ executable, building }: Ahead): void {
  executable?.stop().catch(() => undefined)
  building?.stop()
}

// A code that does not exist would silently accept nothing.
function acceptFindings({ inputs, record }: Run): void {
  if (inputs.ignoreFindings.length === 0) return
  const unknown = inputs.ignoreFindings.filter((code) => !Object.hasOwn(codeDescriptions, code))
  if (unknown.length > 0) {
    const names = unknown.map((code) => `'${code}'`).join(', ')
    throw new ActionError(
      'input-invalid',
      `'ignore-findings' names ${names}, which is no code of a finding.`,
      {
        hint: 'Write one code per line as the summary shows it, for example `plan-retires`. All codes: https://github.com/org/go-azure-func-action/blob/main/docs/findings.md',
      },
    )
  }
  record.ignore(inputs.ignoreFindings)
}

async function fromProject(run: Run, ahead: Ahead): Promise<void> {
  const subject = await readAndCheck(run, ahead.building)
  await rehearseAndDeliver(run, subject, async (ending) => {
    const zipPath = await buildAndPack(run, subject, ahead, ending)
    publishOutputs(run)
    return zipPath
  })
}

// The package is begun beside the build and the inspection, and given up when one of them fails.
async function buildAndPack(run: Run, subject: Subject, ahead: Ahead, ending: AbortSignal): Promise<string> {
  const { record, signal } = run
  const { project } = subject
  const { building } = ahead
  const obtaining = obtainBinary(run, project, building, ending)
  obtaining.catch(() => undefined)
  // Until `go build` runs, nothing else keeps the main thread.
  await building?.started
  const begun = beginPacking(run, project)
  begun.catch(() => undefined)
  try {
    const binary = await obtaining
    const executable = ahead.executable ?? beginExecutable(run, binary.path)
    const packing = await begun
    packing.supply(executable)
    await record.stage('inspect', signal, () => inspect(run, binary, subject, executablePlace(project)))
    return await record.stage('package', signal, () => packing.finish())
  } catch (error) {
    await begun.then((packing) => packing.stop()).catch(() => undefined)
    throw error
  }
}

async function fromPackage(run: Run): Promise<void> {
  const { record, signal } = run
  for (const stage of ['build', 'package'] as const) record.skip(stage, "'package' is given")
  const given = await record.stage('preflight', signal, () => openPackage(run))
  try {
    await rehearseAndDeliver(run, given.subject, async () => {
      await record.stage('inspect', signal, () => inspect(run, given.binary, given.subject, undefined))
      publishOutputs(run)
      return given.path
    })
  } finally {
    await given.dispose()
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

/**
 * Rehearses the package that is made beside the connection, and delivers it while its handler lives on.
 *
 * @param make gives the path of the package
 */
async function rehearseAndDeliver(
  run: Run,
  subject: Subject,
  make: (ending: AbortSignal) => Promise<string>,
): Promise<void> {
  const { project } = subject
  const hindrance = rehearsalHindrance(run, project)
  if (run.inputs.rehearse === 'host' && project.model === 'native') throw refuseNative()
  const real = run.inputs.rehearse === 'host' ? prepareHost(run) : undefined
  // Trying what this machine allows takes a moment, which the build hides.
  const isolation = hindrance === undefined && real === undefined ? chooseIsolation(run) : undefined
  let rehearsed: Rehearsed | undefined
  try {
    const connection = await whileConnecting(run, subject, async (ending) => {
      const zipPath = await make(ending)
      const decision = await isolation
      if (real !== undefined) {
        await run.record.stage('rehearse', run.signal, () => rehearseOnHost(run, project, zipPath, real))
      } else if (decision === undefined) run.record.skip('rehearse', hindrance ?? '')
      else if (decision.kind === 'not-started') {
        run.log.info(`Not rehearsed: ${decision.reason}`)
        run.record.skip('rehearse', decision.reason)
      } else {
        rehearsed = await run.record.stage('rehearse', run.signal, () =>
          rehearseZip(run, project, zipPath, decision),
        )
      }
    })
    if (rehearsed !== undefined) settleByPlan(run, rehearsed, connection?.site)
    if (connection !== undefined) {
      const named = run.record.filled.rehearsal?.missingSettings ?? []
      run.record.add(neededVariables(connection.project, connection.context, named).map(subject.present))
    }
    await deliver(run, connection, rehearsed)
  } finally {
    await real?.stop()
    await rehearsed?.living?.stop()
  }
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

async function deliver(
  run: Run,
  connection: Connection | undefined,
  rehearsed: Rehearsed | undefined,
): Promise<void> {
  if (connection === undefined) return
  try {
    await release(run, connection, rehearsed?.living)
  } finally {
    connection.before?.stop()
  }
}

async function release(run: Run, connection: Connection, living: LivingHandler | undefined): Promise<void> {
  const { record, signal } = run
  const { project } = connection
  const { inputs } = run
  if (inputs.dryRun) {
    for (const stage of ['deploy', 'verify', ...(inputs.swapWith === '' ? [] : swapStages)] as const)
      record.skip(stage, "'dry-run' is true: nothing was changed")
    return
  }
  if (inputs.skipUnchanged) {
    if (await skipUnchanged(run, connection, project)) return
  }
  // It may have ended while Azure was asked.
  if (living?.found !== undefined) settle(run, [living.found])
  const deployment = await record.stage('deploy', signal, () => deploy(run, connection))
  publishOutputs(run)
  await record.stage('verify', signal, () => verify(run, connection, project, deployment, living))
  const { target } = connection
  if (target === undefined) return
  await releaseBySwap(run, { ...connection, target }, project, deployment, living)
}
