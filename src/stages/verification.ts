/** What the stages that verify share: one look at an app or slot, and its record in the report. */
import type { Session } from '../azure/sign-in'
import type { Site } from '../azure/site'
import { type Verification, type VerifiedFunction, verifyDeployment } from '../azure/verify'
import type { Project } from '../checks/project'
import { registeredNames } from '../gosource/native-functions'
import type { FunctionRecord, VerificationRecord } from '../report/run-report'
import type { Run } from './run'

/**
 * Verifies that an app or slot runs the functions of the project.
 *
 * @param project the project, for the names of its functions
 * @param timeoutMs how long it may take; default the input `verify-timeout`
 * @returns what was seen; nothing of it is recorded yet
 */
export function verifySite(
  { inputs, log, signal }: Run,
  session: Session,
  site: Site,
  project: Project,
  timeoutMs = inputs.verifyTimeoutMinutes * 60_000,
): Promise<Verification> {
  const isNative = project.model === 'native'
  return verifyDeployment(session, site, {
    expectedFunctions: isNative ? registeredNames(project.go) : project.functions.map(({ name }) => name),
    isFloor: isNative,
    verifyPath: inputs.verifyPath,
    timeoutMs,
    log,
    signal,
  })
}

/**
 * The record of a verification.
 *
 * @param verification what was seen
 * @returns the part of the report
 */
export function verificationRecord(verification: Verification): VerificationRecord {
  const { isVerified, hostState, hostErrors, expected, listed, elapsedMs, probe } = verification
  const seen = { isVerified, hostState, hostErrors, expected, listed, elapsedMs }
  return probe === undefined ? seen : { ...seen, probe }
}

/**
 * Records where the functions of the project are, and when Azure first listed them.
 *
 * @param verification of the app or slot that matters to callers
 */
export function fillFunctions({ record }: Run, { functions: listed }: Verification): void {
  const { project } = record.filled
  if (project === undefined) return
  if (project.model === 'native') {
    record.fill({ project: { ...project, functions: listed.map(learntFunction) } })
    return
  }
  const functions = project.functions.map((entry) => {
    const match = listed.find(({ name }) => name.toLowerCase() === entry.name.toLowerCase())
    if (match === undefined) return entry
    const { url, listedAfterMs } = match
    return { ...entry, listedAfterMs, ...(url === undefined ? {} : { url }) }
  })
  record.fill({ project: { ...project, functions } })
}

// The native worker registers its functions in code, so Azure is the first to name them.
function learntFunction({ name, trigger, url, listedAfterMs }: VerifiedFunction): FunctionRecord {
  return {
    name,
    trigger,
    listedAfterMs,
    ...(url === undefined || !URL.canParse(url) ? {} : { url, route: new URL(url).pathname }),
  }
}
