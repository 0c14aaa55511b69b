/** The stage that runs the finished package in the host's own image, asks it, and lets its word decide. */
import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { rmRF } from '@actions/io'
import { version } from '../../../package.json'
import { unpackArchive } from '../../archive/unpack'
import type { Project } from '../../checks/project'
import type { Finding } from '../../findings'
import { type HostContainer, startHostContainer } from '../../host/container/container'
import { askEngine, type Engine } from '../../host/container/engine'
import { engineError } from '../../host/container/engine-refusal'
import { failuresOf, readConsole } from '../../host/container/host-console'
import { makeKeys, openToAll } from '../../host/container/host-folder'
import type { HostImage } from '../../host/container/image'
import { collectOutput } from '../../host/rehearsal/handler-output'
import type { RehearsalRecord } from '../../report/run-report'
import { maskSecret } from '../../runner/step'
import { makeTempFolder } from '../folders'
import { type Run, settle } from '../run'
import { isStorage } from './lacking'
import type { PreparedHost } from './prepare'
import { askAll, type HostSeen } from './questions'
import { reportBlock } from './report-block'
import { type Facts, say, sayConsole, sayNetwork, seconds } from './say'
import { type HostVerdict, judgeHost } from './verdict'

const timeoutMs = 5 * 60_000

/**
 * Unpacks the zip with its modes, runs it in a container and asks the host about it.
 *
 * @param zipPath absolute path of the package
 * @throws ActionError when there is no engine, no image or no answer, or when a finding is an error
 */
export async function rehearseOnHost(
  run: Run,
  project: Project,
  zipPath: string,
  prepared: PreparedHost,
): Promise<void> {
  const { log, record, signal, inputs } = run
  const { engine, image, swept } = await prepared.ready()
  if (swept.length > 0) log.info(`Removed what an earlier run left with ${engine.name}: ${swept.join(', ')}`)
  const pulled =
    image.whyNotPulled === ''
      ? `pulled in ${seconds(image.pullMs)}`
      : `not pulled, since ${image.whyNotPulled}`
  log.info(`Image: ${image.reference} (${image.digest}), ${pulled}, with ${engine.name} ${engine.version}`)
  const { hidden } = collectOutput(inputs.rehearseSettings)
  const parent = makeTempFolder(run)
  const ending = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
  let host: HostContainer | undefined
  let isTold = false
  try {
    const startedAt = performance.now()
    const folders = await makeFolders(run, zipPath, parent)
    const { keys, ...mounts } = folders
    host = await startHostContainer({
      ...mounts,
      engine,
      image: image.id,
      name: nameOf(run.environment),
      masterKey: keys.master,
      hidden,
      // On a network that leads out, code of somebody else could ask the machine for its identity.
      mayPublish: run.workspace.stranger === undefined,
      signal: ending,
    })
    sayNetwork(run, host)
    const startMs = performance.now() - startedAt
    const askedAt = performance.now()
    const listed = project.app.hostFunctions.filter(({ isListed }) => isListed)
    const seen = await askAll({
      host,
      functionKey: keys.functions,
      hidden,
      expected: listed.map(({ name }) => name),
      functions: record.filled.project?.functions ?? [],
      signal: ending,
    })
    const libc = await libcOf(engine, host, ending)
    const questionsMs = performance.now() - askedAt
    const console_ = readConsole(host.log())
    const verdict = judgeHost({ project, tried: record.tried, seen, failures: failuresOf(console_) })
    const facts = { engine, image, host, startMs, questionsMs, libc }
    const block = blockOf(project, verdict, seen, image)
    record.fill({ rehearsal: recordOf(facts, seen, verdict, block) })
    isTold = true
    say(run, { ...facts, seen, verdict, console: console_, block })
    record.decide((finding) => verdict.decided.get(finding) ?? finding)
    settle(
      run,
      verdict.findings.map((finding) => placed(inputs.package !== '', finding)),
    )
  } catch (error) {
    if (host !== undefined && !isTold) sayConsole(run, readConsole(host.log()))
    if (!ending.aborted || signal.aborted) throw error
    throw engineError(
      'host-not-answering',
      `The host in the container has not answered everything within ${timeoutMs / 60_000} minutes.`,
      'Read the log of the host in this step',
    )
  } finally {
    await host?.stop()
    const left = host?.left() ?? ''
    if (left !== '') run.face.warn(`Something may be left with the engine; the next run removes it. ${left}`)
    await rmRF(parent).catch((error) =>
      run.face.warn(`The temporary folder of the host stays: ${String(error)}`),
    )
  }
}

async function makeFolders({ inputs }: Run, zipPath: string, parent: string) {
  const packageFolder = join(parent, 'wwwroot')
  const secretsFolder = join(parent, 'secrets')
  await unpackArchive(zipPath, packageFolder)
  await openToAll(packageFolder)
  const keys = await makeKeys(secretsFolder)
  for (const key of Object.values(keys)) maskSecret(key)
  const settings = Object.entries(inputs.rehearseSettings).filter(([name]) => !isStorage(name))
  const settingsFile = settings.length === 0 ? '' : join(parent, 'settings')
  if (settingsFile !== '') {
    const text = settings.map(([name, value]) => `${name}=${value}\n`).join('')
    await writeFile(settingsFile, text, { mode: 0o600 })
  }
  return { packageFolder, secretsFolder, settingsFile, keys }
}

/** With the run's id, and unlike that of any other job beside it. */
function nameOf(environment: NodeJS.ProcessEnv): string {
  const run = (environment['GITHUB_RUN_ID'] ?? '').replace(/\D/g, '').slice(0, 20) || 'local'
  return `go-azure-func-${run}-${randomBytes(5).toString('hex')}`
}

async function libcOf(engine: Engine, host: HostContainer, signal: AbortSignal): Promise<string> {
  const asked = { timeoutMs: 5000, signal, purpose: 'ask the image for its libc' }
  try {
    const { exitCode, stdout } = await askEngine(engine, ['exec', host.name, 'ldd', '--version'], asked)
    return exitCode === 0 ? (stdout.split('\n')[0] ?? '').trim().slice(0, 100) : ''
  } catch {
    return ''
  }
}

function recordOf(
  { engine, image, host, startMs, questionsMs }: Facts,
  { calls, uncalled, version: hostVersion, state, exitCode }: HostSeen,
  { differences }: HostVerdict,
  block: string,
): RehearsalRecord {
  return {
    calls: calls.map(({ target, answer }) => ({
      functionName: target.functionName,
      method: target.method,
      path: `/${target.path.replace(/^\//, '')}`,
      status: answer.status,
      elapsedMs: Math.round(answer.elapsedMs),
      ...(answer.bodyExcerpt === '' ? {} : { bodyExcerpt: answer.bodyExcerpt }),
    })),
    uncalled: [...uncalled].map(([functionName, reason]) => ({ functionName, reason })),
    host: {
      image: image.reference,
      digest: image.digest,
      version: hostVersion,
      engine: `${engine.name} ${engine.version}`,
      network: host.network,
      state: exitCode === undefined ? state : 'ended',
      ...{ pullMs: image.pullMs, startMs, questionsMs },
      ...(differences.length === 0 ? {} : { differences: block }),
    },
  }
}

function blockOf(project: Project, { differences }: HostVerdict, seen: HostSeen, image: HostImage): string {
  const about = new Set(differences.map(({ functionName }) => functionName))
  const functions = project.functions.filter(({ name }) => about.has(name)).map(({ json }) => json)
  const files = [project.hostJson, ...functions]
  return reportBlock({ action: version, hostVersion: seen.version, image: image.digest, differences, files })
}

// A package that was made earlier has no place in the repository.
function placed(isGiven: boolean, finding: Finding): Finding {
  if (!isGiven) return finding
  const { location, ...plain } = finding
  return location === undefined ? finding : plain
}
