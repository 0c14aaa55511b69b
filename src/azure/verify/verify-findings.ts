/** What a verification that did not succeed is told as. Pure. */
import { ActionError, messageOf } from '../../errors'
import type { Finding } from '../../findings'
import { adviceFor, azureFinding, plainText } from '../http'
import type { Comparison, ListedFunction, Site } from '../site'
import type { CallAnswer } from './call'
import type { HostStatus } from './host-status'
import { closureOf } from './platform-page'

/**
 * What there is to say about the host.
 *
 * @param host as last read
 * @param moment `ready`: all is listed; `broken`: the same errors for three looks; `late`: the deadline has come
 * @returns findings, none for a host that runs
 */
export function explainHost(
  host: HostStatus,
  site: Site,
  moment: 'ready' | 'broken' | 'late',
): readonly Finding[] {
  if (host.isForbidden) {
    return [
      azureFinding(
        'notice',
        'verify-host-unread',
        `The state of the host of '${site.appName}' was not read: ${host.unreadable}`,
        'Give the identity the role Website Contributor on the app, or Microsoft.Web/sites/hostruntime/* in a custom role.',
      ),
    ]
  }
  if (moment === 'ready') return []
  if (host.errors.length > 0) {
    // Lines of one failed start are one cause.
    const advice = host.errors.map(adviceFor).find((line) => line !== undefined)
    return [
      azureFinding(
        'error',
        'verify-host-error',
        `The host of '${site.appName}' is in the state '${host.state}'. It reported: '${host.errors.join("', '")}'`,
        advice ?? 'Correct the cause that the host names and deploy again.',
      ),
    ]
  }
  if (host.unreadable !== '') {
    return [
      azureFinding(
        'error',
        'verify-host-unreachable',
        `The host of '${site.appName}' could not be asked for its state: ${host.unreadable}`,
        'Usually the handler ended at its start, AzureWebJobsStorage cannot be used, or an access restriction keeps Azure out. Look at the log stream of the app.',
      ),
    ]
  }
  return [
    azureFinding(
      'error',
      'verify-host-state',
      `The host of '${site.appName}' was in the state '${host.state}' at the deadline, not 'Running'.`,
      'Raise verify-timeout if the app starts slowly; otherwise look at the log stream of the app.',
    ),
  ]
}

/** The last list of functions before the deadline. */
export interface LastList {
  readonly listed: readonly ListedFunction[]
  /** Names from the package. */
  readonly expectedFunctions: readonly string[]
  /** Whether the program registers functions in code, and may register more. */
  readonly isFloor?: boolean
  /** Why it could not be read; empty when it could. */
  readonly listProblem: string
  /** Why the last sync failed; empty when it did not. */
  readonly syncProblem: string
}

/**
 * What there is to say about the list at the deadline.
 *
 * @param comparison of the last list
 * @param last the last list, and what went wrong about it
 * @returns findings, none when the list is as expected
 */
export function explainList(comparison: Comparison, last: LastList): readonly Finding[] {
  const { listed, expectedFunctions: expected, isFloor = false, listProblem, syncProblem } = last
  if (listProblem !== '') {
    return [
      azureFinding(
        'error',
        'verify-list-unread',
        `The functions could not be listed: ${listProblem}`,
        'Run the job again.',
      ),
    ]
  }
  if (comparison.isReady) return []
  const names = listed.map((one) => `'${one.name}'`).join(', ')
  const wanted =
    expected.length === 0 ? 'at least one function' : expected.map((name) => `'${name}'`).join(', ')
  const sync = syncProblem === '' ? '' : ` The last sync of the triggers failed: ${syncProblem}`
  if (comparison.isPlaceholder) {
    const only = names === '' ? 'no functions' : `only ${names}`
    return [
      azureFinding(
        'error',
        'verify-no-functions',
        `Azure lists ${only} at the deadline; expected ${wanted}.${sync}`,
        isFloor
          ? 'The native worker registered nothing: look at the log stream of the app for its start. If it did, press Refresh in the portal, which syncs once more.'
          : 'The host did not read the package: check that host.json is at its root. If it did, press Refresh in the portal, which syncs once more.',
      ),
    ]
  }
  const findings: Finding[] = []
  if (comparison.missing.length > 0) {
    const missing = comparison.missing.map((name) => `'${name}'`).join(', ')
    findings.push(
      azureFinding(
        'error',
        'verify-functions-missing',
        `Azure does not list ${missing}; it lists ${names}.${sync}`,
        isFloor
          ? 'main registers these functions, so Azure still runs another program: restart the app and run the job again. If they stay away, look at the log stream for the start of the worker.'
          : 'Check function.json of these functions, and `functions` in host.json, which hides all that it does not name.',
      ),
    )
  }
  if (comparison.unexpected.length > 0) {
    const unexpected = comparison.unexpected.map((name) => `'${name}'`).join(', ')
    findings.push(
      azureFinding(
        'error',
        'verify-functions-unexpected',
        `Azure still lists ${unexpected}, which the package does not have.`,
        'Old files or an old package are still in use: set WEBSITE_RUN_FROM_PACKAGE=1 on App Service plans, or restart the app.',
      ),
    )
  }
  return findings
}

/**
 * What there is to say about the answer to `verify-path`.
 *
 * @param probe the last answer
 * @param url as it may be shown
 * @returns a finding, none for 2xx
 */
export function explainProbe(probe: CallAnswer, url: string): readonly Finding[] {
  if (probe.status >= 200 && probe.status < 300) return []
  if (probe.status === 0) {
    return [
      azureFinding(
        'error',
        'verify-probe-failed',
        probe.problem,
        'Check that the runner reaches the app: access restrictions and private endpoints keep it out.',
      ),
    ]
  }
  const text = plainText(probe.bodyExcerpt).slice(0, 200)
  const body = text === '' ? '' : `: '${text}'`
  return [
    azureFinding(
      'error',
      'verify-probe-failed',
      `GET ${url} answered ${probe.status}${body}, not 2xx.`,
      hintFor(probe),
    ),
  ]
}

function hintFor(probe: CallAnswer): string {
  const { status } = probe
  const closure = closureOf(probe, undefined)
  if (closure !== undefined) return `It was not the function that answered: ${closure.reason}.`
  if (status === 401 || status === 403) {
    return 'The function wants a key, or the app a sign-in: verify a function with authLevel anonymous, or one made for health checks.'
  }
  if (status === 404)
    return "Check the route in function.json and routePrefix in host.json. Go's router is case-sensitive."
  if (status >= 500)
    return 'The host did not reach the handler, or the handler failed: look at the log stream of the app.'
  return 'Set verify-path to a path that answers a plain GET with 2xx.'
}

/**
 * The finding of a verification that was stopped.
 *
 * @returns a warning, since the package is deployed all the same
 */
export function cancelledFinding(): Finding {
  return azureFinding(
    'warning',
    'verify-abandoned',
    'The run was stopped before the deployed functions were verified.',
    'The package is deployed: look at the functions in the portal, or run the job again.',
  )
}

/**
 * The finding of an error that ended the verification.
 *
 * @param error what was thrown
 * @returns its code, message and hint
 */
export function explainThrown(error: unknown): Finding {
  return error instanceof ActionError
    ? { code: error.code, severity: 'error', message: error.message, hint: error.hint ?? '' }
    : azureFinding('error', 'azure-call-failed', messageOf(error), 'Run the job again.')
}
