/**
 * The stage that checks the project, and what is still found out when it fails: one run names what is wrong in host.json
 * and what is wrong with the program.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { rmRF } from '@actions/io'
import type { BegunBuild } from './begin-build'
import { takeBinary } from './binary'
import { makeTempFolder } from './folders'
import { inspect } from './inspect'
import { checkAndRecord, executablePlace, readSubject, type Subject } from './preflight'
import { Recorder } from './recorder'
import type { Run } from './run'

/**
 * Reads and checks the project; when a check fails, looks at its program all the same.
 *
 * @param building the build that was begun; undefined when a binary is given
 * @throws ActionError when the folder cannot be read, or when a finding is an error
 */
export async function readAndCheck(run: Run, building: BegunBuild | undefined): Promise<Subject> {
  const { record, signal } = run
  const read: Subject[] = []
  try {
    return await record.stage('preflight', signal, () => {
      const subject = readSubject(run)
      read.push(subject)
      checkAndRecord(run, subject)
      return subject
    })
  } catch (error) {
    for (const subject of signal.aborted ? [] : read) await tellTheRest(run, subject, building)
    throw error
  }
}

/** A `go` that is silent for so long, as one that loads a toolchain, does not hold up what is known. */
const patienceMs = 5000

/**
 * Builds a project with errors all the same, or inspects its given binary, so that one round tells what is wrong with
 * the code, too. Nothing of it stays but the findings. A folder without host.json or Go code is not the project.
 */
async function tellTheRest(run: Run, subject: Subject, building: BegunBuild | undefined): Promise<void> {
  const { record, signal } = run
  const { project } = subject
  const hasProgram = building === undefined || project.go.files.length > 0
  if (project.hostJson.state === 'missing' || !hasProgram) return
  const buildFolder = makeTempFolder(run)
  const inputs = { ...run.inputs, sbomFile: '' }
  const aside: Run = { ...run, inputs, record: new Recorder(), buildFolder }
  aside.record.ignore(run.inputs.ignoreFindings)
  try {
    if (building === undefined) {
      const place = executablePlace(project)
      await record.stage('inspect', signal, () => inspect(aside, takeBinary(aside), subject, place))
    } else {
      const silence = delay(patienceMs, 'silent', { ref: false })
      if ((await Promise.race([building.answered, silence])) === 'silent') return
      // The name in host.json may be what is wrong.
      const named = { ...project, executable: 'handler' }
      await record.stage('build', signal, () => building.finish(named, signal, aside))
    }
  } catch {
    // It is recorded; what ends the run is the error before.
  } finally {
    record.add(aside.record.found)
    await rmRF(buildFolder)
  }
}
