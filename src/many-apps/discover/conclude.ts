/** The end of every run of `discover`: outputs, summary, log, annotations, and whether the step fails. */
import { ActionError, messageOf } from '../../errors'
import type { Finding } from '../../findings'
import { renderDiscovery } from '../../report/discovery-page'
import { tellFindings, writeSummary } from '../../report/publish'
import type { Log } from '../../runner/log'
import { failStep, findingsPage, markFailed, setOutputs } from '../../runner/step'
import { countOf } from '../../text/quantities'
import { type AppOutcome, discoveryOf, outputsOf } from './result'

export interface EndedDiscovery {
  readonly outcome: AppOutcome
  readonly environmentName: string
  readonly findings: readonly Finding[]
  readonly thrown: unknown
  readonly log: Log
  readonly elapsedMs: number
}

/**
 * Reports a run that is over, and fails the step when it has to.
 *
 * @param ended what was found, and what was thrown
 */
export async function conclude({
  outcome,
  environmentName,
  findings,
  thrown,
  log,
  elapsedMs,
}: EndedDiscovery): Promise<void> {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const isDefect = thrown !== undefined && !(thrown instanceof ActionError)
  const hasFailed = isDefect || errors.length > 0
  for (const { name, folder, reason, isInMatrix } of hasFailed ? [] : outcome.apps) {
    log.info(`${isInMatrix ? '+' : '-'} ${name} (${folder})${reason === '' ? '' : `: ${reason}`}`)
  }
  // A matrix of a failed step would deploy to apps that nobody meant.
  const unset = hasFailed ? undefined : setOutputs(outputsOf(outcome, environmentName))
  if (unset !== undefined) log.info(unset)
  const discovery = discoveryOf(outcome, findings, elapsedMs)
  const problem = await writeSummary(renderDiscovery(discovery, findingsPage(process.env)), process.env)
  if (problem !== undefined) log.info(problem)
  tellFindings(findings, isDefect ? 1 : 0, log)
  if (isDefect) {
    log.debug(thrown instanceof Error ? (thrown.stack ?? '') : String(thrown))
    failStep(`discover itself failed: ${messageOf(thrown)}. Please report this with the debug log.`)
  } else if (hasFailed) {
    markFailed()
    log.info(`Failed: ${countOf(errors.length, 'error')}, see the summary`)
  } else {
    const changed = outcome.apps.filter(({ isChanged }) => isChanged).length
    log.info(`${changed} of ${countOf(outcome.apps.length, 'app')} changed (${Math.round(elapsedMs)} ms).`)
  }
}
