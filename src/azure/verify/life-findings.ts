/** What is told of an app that is not new, does not stay, or has functions in error. Pure. */
import type { Finding } from '../../findings'
import { block } from '../../text/passages'
import { shellQuote } from '../../text/shell-quote'
import { adviceFor, azureFinding } from '../http'
import type { Site } from '../site'
import type { FunctionStatus } from './function-status'

/**
 * The finding of an app that still runs what it ran before.
 *
 * @param how what was seen, as a sentence
 */
export function staleFinding(site: Site, how: string): Finding {
  const slot = site.slotName === '' ? '' : ` --slot ${shellQuote(site.slotName)}`
  return azureFinding(
    'error',
    'verify-stale',
    `Nothing showed that '${site.appName}' runs the uploaded package. ${how}`,
    `Restart the app and run the job again; raise verify-timeout if it takes long to change over.\n${block(`az functionapp restart --name ${shellQuote(site.appName)} --resource-group ${shellQuote(site.resourceGroup)}${slot}`)}`,
  )
}

export interface Life {
  readonly starts: number
  readonly elapsedMs: number
  /** Of the host, as they were seen. */
  readonly hostErrors: readonly string[]
  /** The last call that failed, in words; empty when none did. */
  readonly lastFailure: string
}

/** The finding of a host that is started again and again. */
export function restartsFinding(site: Site, life: Life): Finding {
  return azureFinding(
    'error',
    'verify-restarts',
    `The host of '${site.appName}' does not stay up: it was started ${life.starts} times within ${Math.round(life.elapsedMs / 1000)} s.${causeOf(life)}`,
    hintFor(life),
  )
}

/** The finding of an app that answered, and never for long enough. */
export function unsettledFinding(site: Site, settleMs: number, life: Life): Finding {
  const starts = life.starts > 1 ? ` The host was started ${life.starts} times.` : ''
  return azureFinding(
    'error',
    'verify-unsettled',
    `'${site.appName}' answered, but it did not stay well for ${Math.round(settleMs / 1000)} s before verify-timeout was over.${starts}${causeOf(life)}`,
    hintFor(life),
  )
}

function causeOf({ hostErrors, lastFailure }: Life): string {
  if (hostErrors[0] !== undefined) return ` It reported: '${hostErrors[0]}'.`
  return lastFailure === '' ? '' : ` ${lastFailure}`
}

function hintFor({ hostErrors }: Life): string {
  const advice = hostErrors.map(adviceFor).find((line) => line !== undefined)
  return (
    advice ??
    'When a handler ends three times, the host ends, too. Look at the log stream of the app for the last lines of the handler, and run with rehearse: true to see its output.'
  )
}

/** One error for each function that the host has in error. */
export function functionErrors(inError: readonly FunctionStatus[]): readonly Finding[] {
  return inError.map(({ name, errors }) => ({
    ...azureFinding(
      'error',
      'verify-function-error',
      `The host reports an error of the function '${name}': '${errors.join("', '")}'`,
      adviceFor(errors.join(' ')) ??
        'Correct what the host names in its function.json, or in the settings of the app.',
    ),
    functionName: name,
  }))
}

/** A notice when statuses of functions could not be read. */
export function unreadStatuses(site: Site, unread: readonly FunctionStatus[]): readonly Finding[] {
  const [first] = unread
  if (first === undefined) return []
  const reason = first.problem === '' ? 'this version of the host has no page for it (404).' : first.problem
  const names = unread.slice(0, 5).map(({ name }) => `'${name}'`)
  return [
    azureFinding(
      'notice',
      'verify-status-unread',
      `Whether the host has ${names.join(', ')} in error is not known: ${reason}`,
      first.isForbidden
        ? `Give the identity the role Website Contributor on '${site.appName}', or Microsoft.Web/sites/hostruntime/* in a custom role.`
        : 'The list of functions and their answers decided alone.',
    ),
  ]
}

/** A notice when the list of functions had an end that was not read. */
export function cutList(site: Site, cut: string): readonly Finding[] {
  if (cut === '') return []
  return [
    azureFinding(
      'notice',
      'verify-list-cut',
      `The list of the functions of '${site.appName}' was not read to its end: ${cut}.`,
      'Functions behind that end do not count as missing; the host was asked for each of them.',
    ),
  ]
}

/** A notice when nothing tells whether this is the version before. */
export function unprovenFinding(site: Site, how: string): Finding {
  return azureFinding(
    'notice',
    'verify-unproven',
    `'${site.appName}' answers as expected. ${how}`,
    'Give the identity Microsoft.Web/sites/hostruntime/* on the app (Website Contributor has it), so that the start of the host can be read.',
  )
}
