/**
 * Checks of single values in host.json that stop the host: what its configuration binder cannot convert and what the
 * owner of a setting refuses. Which settings have which type stands on the ground floor; here are the explanations.
 */
import { leafAt } from '../../functions/host-json/configuration'
import { quoteJson } from '../../functions/json/json-tree'
import type { Refusal } from '../../functions/refusal'
import { logLevels } from '../../functions/values/enumerations'
import { closestName } from '../../text/name-distance'
import { type Check, inHostJson, type Problem } from '../check'
import type { Project } from '../project'

export const settingValueChecks: readonly Check[] = [
  {
    code: 'forwarding-not-boolean',
    severity: 'error',
    run: onRefusals(isOf(/EnableForwarding|EnableProxying/i), flag),
  },
  { code: 'function-timeout-invalid', severity: 'error', run: onRefusals(isShortOrNone, timeSpan) },
  {
    code: 'handler-port-invalid',
    severity: 'error',
    run: onRefusals(isOf(/(?:customHandler|httpWorker).Port$/i), port),
  },
  { code: 'host-setting-value', severity: 'error', run: onRefusals(isOther, anyValue) },
  {
    code: 'log-level-unknown',
    severity: 'error',
    run: onRefusals(({ rule }) => rule === 'log-level', level),
  },
  { code: 'host-retry-invalid', severity: 'error', run: onRefusals(({ rule }) => rule === 'retry', retry) },
  {
    code: 'requests-refused',
    severity: 'error',
    run: onRefusals(isOfRequests, requests),
  },
]

/** Settings with a check of their own; the others share one. */
const ownChecks =
  /EnableForwarding|EnableProxying|InitializationTimeout$|^FunctionTimeout$|(?:customHandler|httpWorker).Port$/i
const valueRules: ReadonlySet<string> = new Set(['setting-value', 'setting-range', 'setting-text'])

function isOf(subject: RegExp): (refusal: Refusal) => boolean {
  return (refusal) => refusal.rule === 'setting-value' && subject.test(refusal.subject ?? '')
}

function isOther({ rule, effect, subject = '' }: Refusal): boolean {
  return effect === 'host' && valueRules.has(rule) && !(rule === 'setting-value' && ownChecks.test(subject))
}

/** A time span that is longer than the plan allows has a check of its own. */
function isShortOrNone(refusal: Refusal): boolean {
  return isOf(/^FunctionTimeout$/i)(refusal) || refusal.rule === 'function-timeout-short'
}

/** A limit or header setting at which every request fails, not only those of one function. */
function isOfRequests({ effect, functionName }: Refusal): boolean {
  return effect === 'mute' || (effect === 'unreachable' && functionName === undefined)
}

interface Explained {
  /** What follows the key and its value. */
  readonly wrong: string
  readonly hint: string
}

function onRefusals(
  isMeant: (refusal: Refusal) => boolean,
  explain: (refusal: Refusal, value: string) => Explained,
): Check['run'] {
  return (project) =>
    project.app.refusals.filter(isMeant).map((refusal) => problemOf(project, refusal, explain))
}

function problemOf(
  project: Project,
  refusal: Refusal,
  explain: (refusal: Refusal, value: string) => Explained,
): Problem {
  const { subject = '', setting, span } = refusal
  const leaf = leafAt(project.configuration, subject.replaceAll('.', ':'))
  const value =
    leaf === undefined ? '' : leaf.setting === undefined ? quoteJson(leaf.node) : `"${leaf.value}"`
  const { wrong, hint } = explain(refusal, leaf?.value ?? '')
  const section = refusal.rule === 'retry' ? 'is not complete' : 'is a list or an object'
  const is = value === '' ? section : `is ${value}`
  const key = subject.startsWith('customHandler.') ? subject.slice('customHandler.'.length) : subject
  const given = setting === undefined ? `'${key}'` : `'${key}' (app setting '${setting}')`
  return { message: `${given} ${is}${wrong}`, hint, location: inHostJson(project, span) }
}

function flag({ subject = '' }: Refusal): Explained {
  const name = subject.split('.').at(-1) ?? ''
  return { wrong: ', but only true and false are possible.', hint: `Write "${name}": true` }
}

function timeSpan(): Explained {
  return {
    wrong: ', which is no time span of at least one second.',
    hint: 'Write hours, minutes and seconds, for example "00:10:00".',
  }
}

function port(): Explained {
  return {
    wrong: ', which is no whole number.',
    hint: "Remove 'port' and listen on the port in FUNCTIONS_CUSTOMHANDLER_PORT.",
  }
}

/** What the host wants, by the .NET type that it names. */
const wanted: readonly (readonly [type: RegExp, kind: string, example: string])[] = [
  [/'System\.Boolean'/, 'neither true nor false', 'Write true or false.'],
  [/'System\.Int32'/, 'no whole number', 'Write a whole number.'],
  [/'System\.Single'/, 'no number', 'Write a number, for example 0.8.'],
  [/'System\.TimeSpan'/, 'no time span', 'Write hours, minutes and seconds, for example "00:00:30".'],
  [/RetryStrategy'/, 'no retry strategy', 'Write "fixedDelay" or "exponentialBackoff".'],
  [/FileLoggingMode'/, 'no mode of file logging', 'Write "never", "always" or "debugOnly".'],
  [/CustomHandlerType'/, 'no type of custom handler', 'Remove \'type\', or write "http".'],
  [/AuthorizationLevel'/, 'no authorization level', 'Write "anonymous", "function" or "admin".'],
]

function anyValue({ rule, text }: Refusal): Explained {
  if (rule === 'setting-text') return { wrong: ', but the host reads a text here.', hint: 'Write one text.' }
  const [, kind = 'not what the host reads here', hint = 'Correct the value.'] =
    rule === 'setting-value' ? (wanted.find(([type]) => type.test(text)) ?? []) : []
  if (rule === 'setting-value') return { wrong: `, which is ${kind}.`, hint }
  return {
    wrong: `, which the host refuses: ${text}`,
    hint: 'Write a value within the limits, or remove the key.',
  }
}

function level(_: Refusal, value: string): Explained {
  const { members: names } = logLevels
  const known = value.toLowerCase() === 'info' ? 'Information' : closestName(value, names)
  const hint = known === undefined ? `Possible levels: ${names.join(', ')}.` : `Did you mean "${known}"?`
  return { wrong: ', which is no log level.', hint }
}

function retry({ text }: Refusal): Explained {
  return {
    wrong: `, and the host refuses the retry policy: ${text}`,
    hint: 'Write "strategy", "maxRetryCount" and the intervals of that strategy, or remove \'retry\'.',
  }
}

function requests({ rule, text }: Refusal): Explained {
  const why = rule === 'setting-range' ? 'a limit that no request fits into' : 'not what the host reads here'
  const [, , hint] = wanted.find(([type]) => type.test(text)) ?? []
  return {
    wrong: `, which is ${why}: every request is answered with 500.`,
    hint: rule === 'setting-range' ? 'Write 1 or more, or -1 for no limit.' : (hint ?? 'Correct the value.'),
  }
}
