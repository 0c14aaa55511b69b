/** The findings with which a verification ends: one cause when it is late, notices when it is good. Pure. */
import type { Finding } from '../../findings'
import { answersOf, explainCalls, explainUncalled } from './call-findings'
import {
  cutList,
  functionErrors,
  staleFinding,
  unprovenFinding,
  unreadStatuses,
  unsettledFinding,
} from './life-findings'
import { packagedFunctions } from './look'
import { countStarts } from './processes'
import { failureOf, isHealthy, type LookFacts } from './standing'
import { explainHost, explainList, explainProbe } from './verify-findings'
import type { Watch } from './watch'

/**
 * Of a verification that ends well.
 *
 * @param facts of its last look
 */
export function explainGood(watch: Watch, facts: LookFacts): readonly Finding[] {
  const { site, judged, keys, plan, request, freshness, death } = watch
  const { hosts, validity } = facts
  const names = packagedFunctions(watch).map(({ name }) => name)
  const answers = answersOf(names, judged, plan.uncalled)
  const isProbed = facts.probe !== undefined
  return [
    ...hosts.slice(0, 1).flatMap((host) => explainHost(host, site, 'ready')),
    ...unreadStatuses(site, validity.unread),
    ...cutList(site, watch.list.cut),
    ...(request.uploaded === undefined || freshness.isProven ? [] : [unprovenFinding(site, freshness.how)]),
    ...explainCalls(judged, facts.hostErrors),
    ...(isProbed ? [] : explainUncalled(site, judged, keys, answers)),
    ...(death === undefined ? [] : [death]),
  ]
}

/**
 * Of a verification whose time is over.
 *
 * @param facts of its last look
 */
export function explainLate(facts: LookFacts, settleMs: number): readonly Finding[] {
  const { site, hosts, validity, lastList, freshness, calls, hostErrors, probe, sightings, elapsedMs } = facts
  const listFindings = explainList(validity.comparison, lastList)
  const ill = hosts.find((host) => !isHealthy({ hosts: [host] }))
  if (ill !== undefined) return [...explainHost(ill, site, 'late'), ...listFindings]
  if (!freshness.isFresh)
    return [staleFinding(site, freshness.how), ...(facts.listProblem === '' ? [] : listFindings)]
  const found = [
    ...functionErrors(validity.inError),
    ...listFindings,
    ...explainCalls(calls, hostErrors).filter(({ severity }) => severity === 'error'),
    ...(probe === undefined ? [] : explainProbe(probe.answer, probe.url)),
  ]
  if (found.length > 0) return found
  const life = { starts: countStarts(sightings), elapsedMs, hostErrors, lastFailure: failureOf(facts) }
  return [unsettledFinding(site, settleMs, life)]
}
