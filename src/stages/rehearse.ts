/** The stage that starts the packaged handler on the runner, as the Functions host would in Azure. */
import { join } from 'node:path'
import { rmRF } from '@actions/io'
import { unpackArchive } from '../archive/unpack'
import type { Project } from '../checks/project'
import type { Finding } from '../findings'
import { canExecute } from '../host/process/executable'
import { describeIsolation, type IsolationDecision } from '../host/process/isolation'
import { canRehearse } from '../host/rehearsal/platform'
import { rehearse } from '../host/rehearsal/rehearse'
import { makeTempFolder } from './folders'
import { isolationOf } from './isolate'
import { type Run, settle } from './run'

const timeoutMs = 120_000

/**
 * Why there can be no rehearsal here.
 *
 * @returns one sentence; undefined when it can run
 */
export function rehearsalHindrance({ inputs }: Run, project: Project): string | undefined {
  if (inputs.rehearse === 'false') return "'rehearse' is false"
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
 * Unpacks the zip with its mode bits, starts the handler and calls its functions.
 *
 * @param zipPath absolute path of the package
 * @param decision how the handler is started
 * @throws ActionError when a finding is an error
 */
export async function rehearseZip(
  run: Run,
  zipPath: string,
  decision: Exclude<IsolationDecision, { kind: 'not-started' }>,
): Promise<void> {
  const { inputs, log, record, signal } = run
  log.info(describeIsolation(decision))
  log.group('Rehearse')
  const parent = makeTempFolder(run)
  try {
    const folder = join(parent, 'wwwroot')
    await unpackArchive(zipPath, folder)
    const mode = inputs.rehearse === 'true' ? 'true' : 'auto'
    const { startMs, calls, note, findings } = await rehearse({
      folder,
      mode,
      timeoutMs,
      signal,
      ...isolationOf(decision, run),
    })
    record.fill({
      rehearsal: {
        calls,
        ...(startMs === undefined ? {} : { startMs }),
        ...(note === undefined ? {} : { note }),
      },
    })
    for (const { method, path, status, elapsedMs } of calls)
      log.info(`${method} ${path}: ${status} (${elapsedMs.toFixed(0)} ms)`)
    if (note !== undefined) log.info(note)
    log.endGroup()
    if (startMs !== undefined) log.info(`Rehearsed: the handler answered after ${startMs.toFixed(0)} ms`)
    signal.throwIfAborted()
    settle(
      run,
      findings.map((finding) => place(run, finding)),
    )
  } finally {
    await rmRF(parent)
  }
}

// What is said of one function is annotated at its function.json, everything else at host.json. A package that
// was made earlier has no place in the repository.
function place({ record, inputs }: Run, finding: Finding): Finding {
  const { project } = record.filled
  if (project === undefined || inputs.package !== '') return finding
  const about = project.functions.find(({ name }) => name === finding.functionName)
  const path = about === undefined ? 'host.json' : `${about.name}/function.json`
  return { ...finding, location: { file: project.folder === '.' ? path : `${project.folder}/${path}` } }
}
