/**
 * Proves that the app runs what was uploaded: looks again and again until the process is new, the functions are
 * valid, their handlers answer, and all of that stays so for a while. Changes nothing but the sync of triggers.
 */
import { ActionError } from '../../errors'
import type { Finding } from '../../findings'
import { readActivePackage } from '../deploy'
import { redactText } from '../http'
import type { Session } from '../sign-in'
import { type Site, syncTriggers } from '../site'
import { judgeCall } from './alive'
import { appUrlOf } from './call'
import { answersOf } from './call-findings'
import { explainGood, explainLate } from './ending'
import { answersAsRehearsed, changeSince, type Freshness, judgeFreshness, newSightings } from './fresh'
import { callFunctions, lookAtHost, packagedFunctions } from './look'
import { countStarts, processesOf } from './processes'
import { isHealthy, type LookFacts, Standings } from './standing'
import { afterGoodLook, isOver, type QuietWindow, settleTime } from './stays'
import { judgeValidity } from './valid'
import type { Verification, VerifyRequest } from './verification'
import { cancelledFinding, explainThrown } from './verify-findings'
import { beginWatch, type Watch } from './watch'

/**
 * Verifies a deployment.
 *
 * @param site that was deployed to
 * @param request what is expected, and for how long to wait for it
 * @returns what was seen; `isVerified` only when all of it is as expected
 * @throws ActionError `verify-path-invalid` before anything is sent
 */
export async function verifyDeployment(
  session: Session,
  site: Site,
  request: VerifyRequest,
): Promise<Verification> {
  const url = request.verifyPath === '' ? '' : redactText(appUrlOf(site, request.verifyPath), 1000)
  const watch = beginWatch(session, site, request)
  const findings: Finding[] = []
  let isCancelled = false
  try {
    findings.push(...(await watchUntilSettled(watch, url)))
  } catch (error) {
    isCancelled = request.signal.aborted || session.signal.aborted
    if (!isCancelled && !(error instanceof ActionError)) throw error
    findings.push(isCancelled ? cancelledFinding() : explainThrown(error))
  }
  return conclude(watch, findings, isCancelled, url)
}

const pollEveryMs = 2000
const slowPollMs = 5000
const quickPhaseMs = 60_000

async function watchUntilSettled(watch: Watch, url: string): Promise<readonly Finding[]> {
  const { session, site, request, deadline } = watch
  const { clock } = session
  const standings = new Standings()
  watch.syncProblem = await syncTriggers(session, site, deadline, request.signal)
  for (let round = 1; ; round += 1) {
    const askedMs = await look(watch)
    const death = request.living?.found
    if (death?.severity === 'error') return [death]
    watch.death = death
    const facts = factsOf(watch, url)
    const standing = standings.of(facts)
    if (standing.kind === 'red') return standing.findings
    const nowMs = clock.now()
    const settleMs = settleOf(watch)
    const watching = { settleMs, sightings: watch.sightings, nowMs }
    if (standing.kind === 'good') {
      watch.window = afterGoodLook(watch.window, watching)
      watch.watchedMs = nowMs - watch.window.beganAtMs
      if (isOver(watch.window, watching) || hasSettledBefore(watch, settleMs))
        return explainGood(watch, facts)
    } else if (watch.window !== undefined) {
      watch.window = undefined
      watch.statuses.clear()
    }
    const delayMs = Math.max(pauseOf(watch, settleMs, nowMs), askedMs)
    // What has begun to be quiet is watched to its end.
    const limit =
      watch.window === undefined ? deadline : Math.max(deadline, endOf(watch.window, settleMs) + slowPollMs)
    if (nowMs + delayMs > limit) return explainLate(facts, settleMs)
    await pause(watch, delayMs)
    if (isSyncDue(round) && !facts.validity.comparison.isReady) {
      const quickly = Math.min(deadline, clock.now() + 5000)
      watch.syncProblem = await syncTriggers(session, site, quickly, request.signal)
    }
  }
}

// A sync may land on a placeholder and publish only `WarmUp`; nothing heals that but another sync
// (azure-functions-host#11873), so it is repeated after every two looks that found no more, and later more seldom.
function isSyncDue(round: number): boolean {
  return round % (round <= 6 ? 2 : 4) === 0
}

async function look(watch: Watch): Promise<number> {
  const { session, request } = watch
  let askedMs = await lookAtHost(watch)
  for (const error of watch.hosts.flatMap(({ errors }) => errors)) watch.hostErrors.add(error)
  const nowMs = session.clock.now()
  const isReady = isHealthy(watch) && watch.listProblem === '' && validityOf(watch).isValid
  if (isReady && isCallDue(watch, nowMs)) {
    askedMs = Math.max(askedMs, await callFunctions(watch))
    watch.calledAtMs = nowMs
    watch.judged = watch.calls.map((call) => ({ ...call, verdict: judgeCall(call, watch.unknown) }))
  }
  watch.freshness = await freshnessOf(watch)
  request.log.debug(
    `Host: ${watch.hosts.map(({ state }) => state).join(', ')}; functions: ${watch.list.functions.length}; ${watch.freshness.how}`,
  )
  const seen = watch.hosts.flatMap(({ process }) => process ?? [])
  if (watch.freshness.isFresh) watch.sightings = [...watch.sightings, ...seen]
  return askedMs
}

// At the beginning of a quiet window, in its middle, and at its end.
function isCallDue(watch: Watch, nowMs: number): boolean {
  const { window, calledAtMs } = watch
  if (window === undefined) return true
  const settleMs = settleOf(watch)
  return nowMs - calledAtMs >= settleMs / 2 || nowMs + 1000 >= endOf(window, settleMs)
}

function isContentProven({ request, list, calls }: Watch): boolean {
  const before = request.uploaded?.before
  const isSame = before !== undefined && before.active.sha256 === request.uploaded?.sha256
  const isFirst = before?.functions?.length === 0
  return (
    isSame || isFirst || changeSince(before, list.functions, calls) !== undefined || answersAsRehearsed(calls)
  )
}

async function freshnessOf(watch: Watch): Promise<Freshness> {
  const { session, site, request, startedAtMs, hosts, calls } = watch
  const { uploaded } = request
  if (uploaded === undefined) return { isFresh: true, isProven: true, how: '' }
  const facts = {
    uploadStartedAtMs: uploaded.startedAtMs,
    before: uploaded.before,
    ownSha256: uploaded.sha256,
    sightings: hosts.flatMap(({ process }) => process ?? []),
    change: undefined,
    waitedMs: session.clock.now() - startedAtMs,
  }
  const byProcess = judgeFreshness(facts)
  if (byProcess.isFresh) return byProcess
  const isRehearsed = facts.waitedMs >= pollEveryMs * 10 && answersAsRehearsed(calls)
  const change =
    changeSince(uploaded.before, watch.list.functions, calls) ?? (isRehearsed ? 'rehearsed' : undefined)
  if (change === undefined) return byProcess
  const active = await readActivePackage(session, site, request.signal)
  const isOurs =
    active.sha256 === uploaded.sha256 || (uploaded.id !== '' && active.deploymentId === uploaded.id)
  return isOurs ? judgeFreshness({ ...facts, change }) : byProcess
}

function validityOf({ request, list, statuses }: Watch) {
  const { expectedFunctions: expected, isFloor = false } = request
  return judgeValidity({ expected, isFloor, list, statuses })
}

function factsOf(watch: Watch, url: string): LookFacts {
  const { request, list, listProblem, syncProblem, probe, session, startedAtMs } = watch
  const nowMs = session.clock.now()
  return {
    site: watch.site,
    hosts: watch.hosts,
    hostErrors: [...watch.hostErrors],
    listProblem,
    lastList: { ...request, listed: list.functions, listProblem, syncProblem },
    freshness: watch.freshness,
    validity: validityOf(watch),
    calls: watch.judged,
    probe: url === '' || probe === undefined ? undefined : { answer: probe, url },
    isProbeMissing: url !== '' && probe === undefined,
    sightings: sinceUpload(watch),
    nowMs,
    elapsedMs: nowMs - startedAtMs,
  }
}

function sinceUpload({ request: { uploaded }, sightings }: Watch): Watch['sightings'] {
  return uploaded === undefined ? sightings : newSightings(sightings, uploaded.startedAtMs, uploaded.before)
}

function settleOf({ request, judged, probe, death }: Watch): number {
  const isAnswered = judged.some(({ verdict }) => verdict.kind === 'answered' || verdict.kind === 'own-404')
  return settleTime({
    wantedMs: request.settleMs,
    isRehearsedAlive: request.living !== undefined && death === undefined,
    isAnythingCalled: isAnswered || (probe !== undefined && probe.status > 0),
  })
}

// Of what was not deployed now: it has stayed for as long as its processes have run.
function hasSettledBefore({ request, sightings, session }: Watch, settleMs: number): boolean {
  if (request.countsUptime !== true || sightings.length === 0) return false
  return processesOf(sightings).every((one) => session.clock.now() - one.startedBeforeMs >= settleMs)
}

function endOf({ beganAtMs }: QuietWindow, settleMs: number): number {
  return beganAtMs + settleMs
}

function pauseOf({ window, startedAtMs }: Watch, settleMs: number, nowMs: number): number {
  if (window === undefined) return nowMs - startedAtMs < quickPhaseMs ? pollEveryMs : slowPollMs
  const leftMs = endOf(window, settleMs) - nowMs
  const stepMs = Math.min(pollEveryMs, Math.max(200, settleMs / 2))
  return leftMs > 0 ? Math.min(stepMs, leftMs) : stepMs
}

// The end of the rehearsed handler ends the wait for the next look.
async function pause({ session, request }: Watch, delayMs: number): Promise<void> {
  const { living } = request
  const sleep = session.clock.sleep(delayMs, request.signal)
  if (living === undefined || living.found !== undefined) return sleep
  await Promise.race([sleep, living.death])
}

function conclude(
  watch: Watch,
  findings: readonly Finding[],
  isCancelled: boolean,
  url: string,
): Verification {
  const { session, request, list, hosts, probe, startedAtMs } = watch
  const names = packagedFunctions(watch).map(({ name }) => name)
  const host = hosts.find(({ state }) => state.toLowerCase() !== 'running') ?? hosts[0]
  return {
    isVerified: !isCancelled && !findings.some((finding) => finding.severity === 'error'),
    isCancelled,
    hostState: host?.state ?? 'Unknown',
    hostErrors: host?.errors ?? [],
    expected: request.expectedFunctions,
    listed: list.functions.map((listed) => listed.name),
    functions: list.functions.map((listed) => ({
      ...listed,
      listedAfterMs: watch.listedAfter.get(listed.name) ?? 0,
    })),
    answers: answersOf(names, watch.judged, watch.plan.uncalled),
    freshness: watch.freshness.how,
    isFresh: watch.freshness.isProven,
    isContentProven: isContentProven(watch),
    watchedMs: watch.watchedMs,
    starts: countStarts(sinceUpload(watch)),
    elapsedMs: session.clock.now() - startedAtMs,
    ...(probe === undefined
      ? {}
      : {
          probe: { url, status: probe.status, bodyExcerpt: probe.bodyExcerpt, elapsedMs: probe.elapsedMs },
        }),
    findings,
  }
}
