/** What a look amounts to: good, not yet, or not any more. Pure, but for the memory of since when something is wrong. */
import type { Finding } from '../../findings'
import type { Site } from '../site'
import { isForeseen, severityOf } from './alive'
import { wordsOf } from './call'
import { explainCalls, type JudgedCall } from './call-findings'
import type { Freshness } from './fresh'
import type { HostStatus } from './host-status'
import { functionErrors, restartsFinding } from './life-findings'
import { countStarts, type Sighting } from './processes'
import { mostStarts } from './stays'
import type { Validity } from './valid'
import { explainHost, explainList, explainProbe, type LastList } from './verify-findings'

/** What is known after a look. */
export interface LookFacts {
  readonly site: Site
  readonly hosts: readonly HostStatus[]
  readonly hostErrors: readonly string[]
  readonly listProblem: string
  readonly lastList: LastList
  readonly freshness: Freshness
  readonly validity: Validity
  readonly calls: readonly JudgedCall[]
  /** Undefined without `verify-path`. */
  readonly probe: { readonly answer: Parameters<typeof explainProbe>[0]; readonly url: string } | undefined
  readonly isProbeMissing: boolean
  readonly sightings: readonly Sighting[]
  readonly nowMs: number
  readonly elapsedMs: number
}

export type Standing =
  | { readonly kind: 'good' }
  | { readonly kind: 'not-yet' }
  | { readonly kind: 'red'; readonly findings: readonly Finding[] }

/** Since when something has been as it is. */
export class Persistence {
  readonly #since = new Map<string, number>()

  /** @returns how long it has been so, in milliseconds; 0 when it is not */
  note(what: string, isSo: boolean, nowMs: number): number {
    if (!isSo) {
      this.#since.delete(what)
      return 0
    }
    const since = this.#since.get(what) ?? nowMs
    this.#since.set(what, since)
    return nowMs - since
  }
}

// What a host that runs says of its functions does not change any more.
const functionPatienceMs = 20_000
// A handler may take the host's 30 s to listen.
const callPatienceMs = 45_000
// Looks at which the host names the same errors, or the app refuses for want of a key.
const errorLooks = 3
const refusals = 4

/** Judges a look. */
export class Standings {
  readonly #persistence = new Persistence()
  #errorLooks = 0
  #lastErrors = ''
  #refusals = 0

  of(facts: LookFacts): Standing {
    return this.#red(facts) ?? (this.#isGood(facts) ? { kind: 'good' } : { kind: 'not-yet' })
  }

  #red(facts: LookFacts): Standing | undefined {
    const { site, sightings, elapsedMs, hostErrors, validity, nowMs } = facts
    const broken = facts.hosts.find(
      ({ state, errors }) => state.toLowerCase() === 'error' && errors.length > 0,
    )
    const errors = broken?.errors.join('\n') ?? ''
    this.#errorLooks =
      broken !== undefined && errors === this.#lastErrors ? this.#errorLooks + 1 : Number(errors !== '')
    this.#lastErrors = errors
    if (broken !== undefined && this.#errorLooks >= errorLooks)
      return red(explainHost(broken, site, 'broken'))
    const starts = countStarts(sightings)
    if (starts > mostStarts) {
      return red([restartsFinding(site, { starts, elapsedMs, hostErrors, lastFailure: failureOf(facts) })])
    }
    const isSteady = isHealthy(facts) && facts.freshness.isFresh && facts.listProblem === ''
    const lacking = this.#persistence.note('functions', isSteady && validity.isFinal, nowMs)
    if (lacking >= functionPatienceMs) {
      return red([...functionErrors(validity.inError), ...explainList(validity.comparison, facts.lastList)])
    }
    const failing = facts.calls.filter((call) => this.#severity(call, facts) === 'error')
    const failed = failing.map(({ target }) => this.#failingMs(target.functionName, facts))
    if (isSteady && failed.some((ms) => ms >= callPatienceMs))
      return red(explainCalls(facts.calls, hostErrors))
    return this.#refusedProbe(facts)
  }

  #refusedProbe({ probe }: LookFacts): Standing | undefined {
    const status = probe?.answer.status
    this.#refusals = status === 401 || status === 403 ? this.#refusals + 1 : 0
    return probe !== undefined && this.#refusals >= refusals
      ? red(explainProbe(probe.answer, probe.url))
      : undefined
  }

  #isGood(facts: LookFacts): boolean {
    const { freshness, listProblem, validity, probe } = facts
    const isListed = isHealthy(facts) && listProblem === '' && validity.isValid
    // Every call is looked at, so that it is known since when it fails.
    const open = facts.calls.filter((call) => !this.#isAccepted(call, facts))
    const isProbed =
      probe === undefined ? !facts.isProbeMissing : explainProbe(probe.answer, probe.url).length === 0
    return isListed && freshness.isFresh && open.length === 0 && isProbed
  }

  #isAccepted(call: JudgedCall, facts: LookFacts): boolean {
    const failingMs = this.#failingMs(call.target.functionName, facts)
    const severity = this.#severity(call, facts)
    if (severity !== 'warning') return severity === undefined
    return isForeseen(call.target, severity) || failingMs >= callPatienceMs
  }

  #failingMs(functionName: string, { calls, nowMs }: LookFacts): number {
    const isFailing = calls.some(
      ({ target, verdict }) => target.functionName === functionName && verdict.kind === 'failing',
    )
    return this.#persistence.note(`call ${functionName}`, isFailing, nowMs)
  }

  #severity({ target, verdict }: JudgedCall, { calls }: LookFacts): 'error' | 'warning' | undefined {
    if (verdict.kind !== 'failing') return undefined
    return severityOf(
      target,
      verdict.why,
      calls.map((call) => call.verdict),
    )
  }
}

function red(findings: readonly Finding[]): Standing {
  return { kind: 'red', findings }
}

/** Whether the host runs, or may not be asked. */
export function isHealthy({ hosts }: Pick<LookFacts, 'hosts'>): boolean {
  return hosts.every(({ state, isForbidden }) => state.toLowerCase() === 'running' || isForbidden)
}

/** The first call that fails, as a sentence; empty when none does. */
export function failureOf({ calls }: Pick<LookFacts, 'calls'>): string {
  const failing = calls.find(({ verdict }) => verdict.kind === 'failing')
  if (failing === undefined) return ''
  const { target, answer } = failing
  return `${target.method} of the function '${target.functionName}' answered ${answer.status === 0 ? 'nothing' : wordsOf(answer)}.`
}
