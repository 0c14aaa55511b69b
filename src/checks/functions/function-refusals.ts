/**
 * What the host refuses in a function.json, as problems with our words: each check names its rules and explains one
 * refusal. Whether something is refused is decided on the ground floor; nothing here decides it once more.
 */
import type { Binding, FunctionFolder } from '../../functions/function-json/functions'
import type { FunctionRefusal, FunctionRule } from '../../functions/function-json/refusals'
import { quoteJson } from '../../functions/json/json-tree'
import { type Check, type CheckContext, type FunctionProblem, inFunctionJson } from '../check'

/** A refusal with what it is about. */
export interface Refused extends FunctionRefusal {
  readonly folder: FunctionFolder
  /** The binding, when it is about one. */
  readonly about: Binding | undefined
}

/**
 * A check that explains refusals.
 *
 * @param rules which ones
 * @param explain gives the text, or nothing when another check speaks of this one; the place is the refusal's own
 */
export function onRefusals(
  rules: readonly FunctionRule[],
  explain: (refused: Refused, context: CheckContext) => FunctionProblem | undefined,
): Check['run'] {
  return (project, context) =>
    project.functions.flatMap((folder) =>
      folder.refusals
        .filter(({ rule }) => rules.includes(rule))
        .flatMap((refusal) => {
          const about = folder.bindings.find(({ node }) => node === refusal.binding)
          const problem = explain({ ...refusal, folder, about }, context)
          if (problem === undefined) return []
          const { at = refusal.span, ...rest } = problem
          return [{ ...rest, location: { ...inFunctionJson(project, folder), ...at } }]
        }),
    )
}

/** The binding in the middle of a sentence. */
export function called({ about }: Pick<Refused, 'about'>): string {
  if (about === undefined) return 'a binding'
  const { name, type } = about
  return name === undefined || name === '' ? `a binding of type '${type ?? ''}'` : `the binding '${name}'`
}

/** The same at its beginning. */
export function capitalized(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}

/** The value at fault, as it is written. */
export function quoted({ value }: Pick<Refused, 'value'>): string {
  return value === undefined ? 'missing' : quoteJson(value)
}
