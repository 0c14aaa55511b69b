/**
 * The real host's word against the predictions of the checks: what it refuses is an error in its words, what it runs
 * and lets answer overrules an error, and each contradiction is told. Pure.
 */
import { severityOf, wordsOf } from '../../azure/verify'
import type { Project } from '../../checks/project'
import type { Finding } from '../../findings'
import { isLacking } from './lacking'
import { findingFor, functionOf, type HostRefusal } from './place-of-refusal'
import type { HostCall, HostSeen } from './questions'

/** A prediction and what the host made of it. */
export interface Difference {
  readonly functionName?: string
  readonly predicted: string
  readonly said: string
}

export interface HostVerdict {
  /** What the findings on trial become. */
  readonly decided: ReadonlyMap<Finding, Finding>
  readonly findings: readonly Finding[]
  readonly differences: readonly Difference[]
}

export interface HostCase {
  readonly project: Project
  /** Errors of the checks that the host was asked about. */
  readonly tried: readonly Finding[]
  readonly seen: HostSeen
  /** The last failures in the log of the host. */
  readonly failures: readonly string[]
}

/** Judges what was seen. */
export function judgeHost(one: HostCase): HostVerdict {
  const { project, tried, seen } = one
  const refusals = refusalsOf(one)
  const decided = new Map<Finding, Finding>()
  const findings: Finding[] = []
  const differences: Difference[] = []
  for (const refusal of refusals) {
    const known = findingFor(project, tried, refusal)
    if (known !== undefined) {
      if (!decided.has(known))
        decided.set(known, { ...known, message: `${wordsAbout(refusal)} ${known.message}` })
      continue
    }
    findings.push(ownFinding(project, refusal))
    if (refusal.kind === 'refuses') {
      differences.push({
        ...(refusal.functionName === undefined ? {} : { functionName: refusal.functionName }),
        predicted: 'nothing is wrong with it',
        said: refusal.text,
      })
    }
  }
  const isWell = refusals.every(({ severity, kind }) => severity === 'warning' || kind === 'call')
  for (const finding of tried) {
    if (decided.has(finding)) continue
    const said = isWell ? praiseOf(finding, one) : undefined
    if (said === undefined) continue
    const name = functionOf(finding)
    differences.push({
      ...(name === undefined ? {} : { functionName: name }),
      predicted: finding.message,
      said: said.text,
    })
    if (said.hasAnswered) {
      decided.set(finding, {
        ...finding,
        severity: 'warning',
        message: `${finding.message} The Functions host ${seen.version} was asked: ${said.text}.`,
      })
    }
  }
  return { decided, findings: [...findings, ...differences.map(noticeOf)], differences }
}

function refusalsOf({ seen, project, failures }: HostCase): readonly HostRefusal[] {
  const { state, errors, exitCode, validity, statuses, calls, triggered } = seen
  const refuses = { kind: 'refuses', severity: 'error' } as const
  const last = failures.slice(-2).join(' | ').slice(-600)
  if (exitCode !== undefined) {
    const text = `its process ended with exit code ${exitCode ?? 'unknown'}${last === '' ? '' : `: ${last}`}`
    return [...errors.map((error) => ({ ...refuses, text: error })), { ...refuses, text }]
  }
  if (state.toLowerCase() !== 'running') {
    const texts =
      errors.length > 0 ? errors : [`its state is '${state || 'unknown'}'${last === '' ? '' : `: ${last}`}`]
    return texts.map((text) => ({ ...refuses, text }))
  }
  const inError = [...statuses.values()].filter((one) => one.state === 'in-error' && !isLacking(one.errors))
  const missing = validity.comparison.missing
  const isEmpty = missing.length === 0 && statuses.size === 0
  return [
    ...inError.map(({ name, errors: own }) => ({ ...refuses, functionName: name, text: own.join(' | ') })),
    ...missing.map((name) => ({ ...refuses, functionName: name, text: 'it is not in its list' })),
    ...(isEmpty ? [{ ...refuses, text: 'it runs and has no function' }] : []),
    ...calls.flatMap((call) => failingCall(call, calls)),
    ...triggered
      .filter(({ hasFailed, status }) => hasFailed || status >= 400 || status === 0)
      .map(({ functionName, status }) => ({
        functionName,
        kind: 'call' as const,
        // A handler may want what only the app has: an empty call of a timer proves less than an answer.
        severity: 'warning' as const,
        text: `the call of this ${triggerOf(project, functionName)} failed (${status})`,
      })),
  ]
}

function failingCall(
  { target, answer, verdict }: HostCall,
  calls: readonly HostCall[],
): readonly HostRefusal[] {
  if (verdict.kind === 'closed') {
    return [{ functionName: target.functionName, kind: 'call', severity: 'warning', text: verdict.reason }]
  }
  if (verdict.kind !== 'failing') return []
  const verdicts = calls.map((call) => call.verdict)
  const what = `${target.method} /${target.path.replace(/^\//, '')}`
  const text =
    verdict.why === 'no-answer'
      ? `${what} was not answered: ${answer.problem}`
      : `${what} answered ${wordsOf(answer)}${verdict.why === 'unknown-path' ? ', as any unknown path' : ''}`
  const severity = severityOf(target, verdict.why, verdicts)
  return [{ functionName: target.functionName, kind: 'call', severity, text }]
}

function triggerOf(project: Project, name: string): string {
  return project.app.hostFunctions.find((one) => one.name === name)?.trigger ?? 'function'
}

function wordsAbout({ kind, functionName, text }: HostRefusal): string {
  if (kind === 'call') return `Asked of the Functions host: ${text}.`
  return functionName === undefined
    ? `The Functions host does not run it: '${text}'.`
    : `The Functions host has the function '${functionName}' in error: '${text}'.`
}

function ownFinding(project: Project, refusal: HostRefusal): Finding {
  const { functionName, kind, severity } = refusal
  const isBundle = /extension ?bundle/i.test(refusal.text)
  const isOfFolder = project.functions.some(({ name }) => name === functionName)
  const file = isOfFolder ? `${functionName}/function.json` : 'host.json'
  const hints = {
    call: 'Read what the handler printed, in the log of this step. Give the values that it needs with rehearse-settings.',
    refuses: isBundle
      ? 'Correct the bundle in host.json. The container reaches no network, so the host can only use the bundles of its image. Set host-image to a newer image, if the bundle is right.'
      : 'Correct what the host names. When the handler only lacks a setting here, give it with rehearse-settings. The whole log of the host and the output of the handler are in the log of this step.',
  }
  return {
    code: kind === 'call' ? 'host-call-fails' : 'host-refuses',
    severity,
    message: wordsAbout(refusal),
    hint: hints[kind],
    location: { file: project.folder === '.' ? file : `${project.folder}/${file}` },
    ...(functionName === undefined ? {} : { functionName }),
  }
}

interface Praise {
  readonly text: string
  /** Only then an error is overruled. */
  readonly hasAnswered: boolean
}

/** What the host says for something that was predicted to be refused; undefined when it says nothing. */
function praiseOf(finding: Finding, { seen, project }: HostCase): Praise | undefined {
  const name = functionOf(finding)
  const answered = seen.calls.filter(
    ({ verdict }) => verdict.kind === 'answered' || verdict.kind === 'own-404',
  )
  if (name === undefined) {
    const isOfHostJson = finding.location === undefined || /(?:^|\/)host\.json$/.test(finding.location.file)
    if (!isOfHostJson || answered.length === 0) return undefined
    const { target, answer } = answered[0] as HostCall
    return { text: `it runs, and '${target.functionName}' answers ${answer.status}`, hasAnswered: true }
  }
  if (seen.statuses.get(name.toLowerCase())?.state !== 'valid') return undefined
  const call = answered.find(({ target }) => target.functionName === name)
  if (call !== undefined)
    return { text: `it runs '${name}', which answers ${call.answer.status}`, hasAnswered: true }
  const triggered = seen.triggered.find(({ functionName }) => functionName === name)
  if (triggered?.status === 202 && !triggered.hasFailed)
    return {
      text: `it runs '${name}', and its ${triggerOf(project, name)} could be called`,
      hasAnswered: true,
    }
  if (seen.calls.some(({ target }) => target.functionName === name)) return undefined
  return { text: `it has '${name}' without an error, which was not called`, hasAnswered: false }
}

function noticeOf({ functionName, predicted, said }: Difference): Finding {
  return {
    code: 'prediction-differs',
    severity: 'notice',
    message: `This action says: ${quoted(predicted)}. The Functions host says: ${quoted(said)}.`,
    hint: 'The host is right. Please report it, with the block in the log of this step, at https://github.com/org/go-azure-func-action/issues: of your files it holds only names.',
    ...(functionName === undefined ? {} : { functionName }),
  }
}

function quoted(text: string): string {
  return `'${text.replace(/[.\s]+$/, '').slice(0, 500)}'`
}
