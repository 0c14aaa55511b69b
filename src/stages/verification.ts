/** What the stages that verify share: one verification of an app or slot, its findings, and its record in the report. */
import type { Session } from '../azure/sign-in'
import type { Site } from '../azure/site'
import {
  type LivingProof,
  type Uploaded,
  type Verification,
  type VerifiedFunction,
  verifyDeployment,
} from '../azure/verify'
import { type Project, placeIn } from '../checks/project'
import type { Finding } from '../findings'
import { findFunction } from '../functions/routes/route-table'
import { registeredNames } from '../gosource/native-functions'
import type { FunctionRecord } from '../report/run-report'
import type { VerificationRecord } from '../report/verification-record'
import { maskSecret } from '../runner/step'
import type { Run } from './run'

/** What differs from verification to verification. */
export interface VerificationOrder {
  /** How long it may take; default the input `verify-timeout`. */
  readonly timeoutMs?: number
  /** How long it has to stay so, when the input `verify-settle` is not set; default what fits. */
  readonly settleMs?: number
  /** What has to be found again; without, nothing has to be new. */
  readonly uploaded?: Uploaded
  /** A process that has run for long enough has settled. */
  readonly countsUptime?: boolean
  readonly living?: LivingProof
}

/**
 * Verifies that an app or slot runs the functions of the project.
 *
 * @param project the project, for the names of its functions
 * @returns what was seen; nothing of it is recorded yet
 */
export function verifySite(
  { inputs, log, signal, record }: Run,
  session: Session,
  site: Site,
  project: Project,
  order: VerificationOrder,
): Promise<Verification> {
  const isNative = project.model === 'native'
  const { verifySettleSeconds } = inputs
  const listed = project.app.hostFunctions.filter(({ isListed }) => isListed)
  return verifyDeployment(session, site, {
    timeoutMs: inputs.verifyTimeoutMinutes * 60_000,
    ...order,
    expectedFunctions: isNative ? registeredNames(project.go) : listed.map(({ name }) => name),
    isFloor: isNative,
    functions: isNative ? [] : (record.filled.project?.functions ?? []),
    rehearsed: record.filled.rehearsal?.calls ?? [],
    verifyPath: inputs.verifyPath,
    ...keyedPath(inputs, project),
    callsFunctions: inputs.verifyCalls,
    fetchesKeys: inputs.verifyKeys,
    ...(verifySettleSeconds === undefined ? {} : { settleMs: verifySettleSeconds * 1000 }),
    mask: maskSecret,
    log,
    signal,
  })
}

// A key that the path has already is used as it is.
function keyedPath({ verifyPath, verifyKeys }: Run['inputs'], { app }: Project) {
  if (verifyPath === '' || !verifyKeys || /[?&]code=/i.test(verifyPath)) return {}
  const found = findFunction(app.routes, 'GET', verifyPath)?.function
  return found?.authLevel.toLowerCase() === 'function' ? { verifyPathKey: found.name } : {}
}

/** What is said of a function is annotated at its function.json. A given package has no place in the repository. */
export function placeFindings(
  { inputs }: Run,
  project: Project,
  findings: readonly Finding[],
): readonly Finding[] {
  if (inputs.package !== '') return findings
  return findings.map((finding) => {
    const isOfFolder = project.functions.some(({ name }) => name === finding.functionName)
    if (!isOfFolder || finding.location !== undefined) return finding
    return { ...finding, location: placeIn(project, `${finding.functionName}/function.json`) }
  })
}

/** What answered, and what is only listed, for the log. */
export function verifiedLine({ answers, listed, probe }: Verification): string {
  const answered = answers.filter(({ state }) => state === 'answered').map(({ functionName }) => functionName)
  const others = listed.filter((name) => !answered.some((one) => one.toLowerCase() === name.toLowerCase()))
  const parts = [
    ...(answered.length > 0 ? [`Answered: ${answered.join(', ')}`] : []),
    ...(probe !== undefined && probe.status > 0 ? [`verify-path answered ${probe.status}`] : []),
    ...(others.length > 0 ? [`Listed: ${others.join(', ')}`] : []),
  ]
  return parts.join('; ')
}

/**
 * The record of a verification.
 *
 * @param verification what was seen
 * @returns the part of the report
 */
export function verificationRecord(verification: Verification): VerificationRecord {
  const { isVerified, hostState, hostErrors, expected, listed, elapsedMs, probe } = verification
  const { answers, watchedMs, starts, freshness } = verification
  return {
    isVerified,
    hostState,
    hostErrors,
    expected,
    listed,
    answers,
    ...(freshness === '' ? {} : { freshness }),
    watchedMs,
    starts,
    elapsedMs,
    ...(probe === undefined ? {} : { probe }),
  }
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
