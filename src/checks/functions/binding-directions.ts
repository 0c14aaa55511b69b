/**
 * Checks of the direction of bindings: what the host refuses of it, and an output that it takes for an input.
 */
import { isOutputOnly } from '../../functions/function-json/binding-types'
import type { Binding, FunctionFolder } from '../../functions/function-json/functions'
import { isTriggerType } from '../../functions/function-json/read-bindings'
import { memberInAnyCase, quoteJson } from '../../functions/json/json-tree'
import { type Check, type FunctionProblem, onEachBinding } from '../check'
import { called, capitalized, onRefusals, quoted, type Refused } from './function-refusals'

export const directionChecks: readonly Check[] = [
  {
    code: 'binding-direction',
    severity: 'error',
    run: (project, context) => [...refusedDirections(project, context), ...readOutputs(project, context)],
  },
  {
    code: 'binding-return-direction',
    severity: 'error',
    run: onRefusals(['binding-return-direction'], returnDirection),
  },
]

const refusedDirections = onRefusals(['binding-direction'], direction)
const readOutputs = onEachBinding(readOutput)

function direction(refused: Refused): FunctionProblem {
  const { folder, about, value, effect } = refused
  const owner = folder.name
  const type = about?.type ?? ''
  const right = isTriggerType(type) ? 'in' : 'out'
  const hint = `Write "direction": "${right}".`
  if (effect === 'unlisted') {
    const message = `The direction ${quoted(refused)} of ${called(refused)} in function '${owner}' must be "in", "out" or "inout".`
    return { message, hint }
  }
  if (isTriggerType(type)) {
    const meaning =
      about?.direction === 'out'
        ? 'so the host takes it for an output'
        : "but a trigger is 'in' and nothing else"
    return {
      message: `The trigger '${type}' of function '${owner}' has the direction ${shownDirection(refused)}, ${meaning}.`,
      hint,
    }
  }
  const found = `${capitalized(called(refused))} of type '${type}' in function '${owner}' has`
  if (value === undefined) {
    return { message: `${found} no 'direction', so the host takes it for an input.`, hint }
  }
  if (!isOutputOnly(type)) {
    return {
      message: `${found} the direction ${shownDirection(refused)}, which must be a word.`,
      hint: 'Write "in" or "out".',
    }
  }
  return { message: `${found} the direction ${shownDirection(refused)}, but it is an output.`, hint }
}

function shownDirection({ value }: Refused): string {
  return value?.kind === 'string' ? `'${value.value}'` : value === undefined ? "'in'" : quoteJson(value)
}

/** The host starts such a function and never writes the output. */
function readOutput(
  binding: Binding,
  { name: owner, refusals }: FunctionFolder,
): FunctionProblem | undefined {
  if (refusals.length > 0 || binding.direction !== 'in' || !isOutputOnly(binding.type)) return undefined
  const written = memberInAnyCase(binding.node, 'direction')?.value
  const found = written === undefined ? "has no 'direction'" : `has the direction ${quoteJson(written)}`
  return {
    message: `${capitalized(called({ about: binding }))} of type '${binding.type}' in function '${owner}' ${found}, so the host takes it for an input and writes nothing.`,
    hint: 'Write "direction": "out".',
    severity: 'warning',
    at: written?.span ?? binding.node.span,
  }
}

function returnDirection({ folder, about }: Refused): FunctionProblem {
  return {
    message: `The binding '$return' of function '${folder.name}' has the direction '${about?.direction}', but it can only be 'out'.`,
    hint: 'Write "direction": "out".',
  }
}
