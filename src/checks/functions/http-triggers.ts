/**
 * Checks of HTTP triggers: authorization level, methods and output
 * (ScriptHost.cs and FunctionMetadataExtensions.cs of azure-functions-host).
 */
import { httpMethods } from '../../functions/function-json/binding-attributes'
import type { FunctionFolder } from '../../functions/function-json/functions'
import { scalarText } from '../../functions/json/json-text'
import { memberInAnyCase, quoteJson } from '../../functions/json/json-tree'
import { type Check, type FunctionProblem, onEachFunction } from '../check'
import { onRefusals, quoted, type Refused } from './function-refusals'

export const httpTriggerChecks: readonly Check[] = [
  { code: 'http-auth-level', severity: 'error', run: onRefusals(['http-auth-level'], authLevel) },
  {
    code: 'http-methods',
    severity: 'error',
    run: (project, context) => [...refusedMethods(project, context), ...unknownMethods(project, context)],
  },
  { code: 'http-output-missing', severity: 'warning', run: onEachFunction(outputMissing) },
]

const refusedMethods = onRefusals(['http-methods'], methods)
const unknownMethods = onEachFunction(unknownMethod)

function authLevel(refused: Refused): FunctionProblem {
  return {
    message: `'authLevel' of function '${refused.folder.name}' is ${quoted(refused)}, which is no authorization level.`,
    hint: 'Possible values: anonymous, function, admin.',
  }
}

function methods(refused: Refused): FunctionProblem {
  const found = `'methods' of function '${refused.folder.name}' is ${quoted(refused)}`
  const effect =
    refused.effect === 'unreachable'
      ? 'so every request to the function gets 404'
      : 'not a list, so the function is in error'
  return {
    message: `${found}, ${effect}.`,
    hint: 'Write "methods": ["get", "post"], or leave it out for every method.',
  }
}

/** Beside others that work. */
function unknownMethod({ name, trigger, http, refusals }: FunctionFolder): FunctionProblem | undefined {
  const value = memberInAnyCase(trigger?.node, 'methods')?.value
  if (http === undefined || value?.kind !== 'array' || refusals.length > 0) return undefined
  const item = value.items.find((each) => !httpMethods.has((scalarText(each) ?? '').toUpperCase()))
  if (item === undefined) return undefined
  const message = `'methods' of function '${name}' names ${quoteJson(item)}, which is no HTTP method.`
  return { message, hint: 'Remove it, or correct it.', at: item.span, severity: 'warning' }
}

function outputMissing({ name, http, trigger, bindings }: FunctionFolder): FunctionProblem | undefined {
  if (http === undefined || bindings.some(({ type }) => type?.toLowerCase() === 'http')) return undefined
  const place = memberInAnyCase(trigger?.node, 'type')?.value.span
  return {
    message: `The HTTP function '${name}' has no 'http' output, so its requests are not forwarded: the handler gets the invocation, and only its 'ReturnValue' reaches the caller.`,
    hint: 'Add { "type": "http", "direction": "out", "name": "res" } to its bindings.',
    ...(place === undefined ? {} : { at: place }),
  }
}
