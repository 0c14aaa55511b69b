/** Kinds of inputs that every action of this bundle has, and the one error that lists what is wrong with them. */
import { getInput as text } from '@actions/core'
import { ActionError } from '../errors'

/** @throws ActionError `input-invalid` when there are problems; `where` ends the hint */
export function refuseInputs(problems: readonly string[], where: string): void {
  if (problems.length === 0) return
  throw new ActionError('input-invalid', problems.join('\n'), {
    hint: `Correct the \`with:\` block of this step; ${where}.`,
  })
}

/** The value when it is one of these; else `otherwise`, and a problem when something else is given. */
export function choice<T extends string>(
  name: string,
  allowed: readonly T[],
  otherwise: T,
  problems: string[],
): T {
  const given = text(name)
  if (given === '') return otherwise
  const match = allowed.find((value) => value === given)
  if (match === undefined) problems.push(`'${name}' is '${given}': use ${alternatives(allowed)}.`)
  return match ?? otherwise
}

/** The same for a whole number. */
export function wholeNumber(
  name: string,
  least: number,
  most: number,
  otherwise: number,
  problems: string[],
): number {
  const given = text(name)
  if (given === '') return otherwise
  const value = /^\d{1,6}$/.test(given) ? Number(given) : Number.NaN
  if (value >= least && value <= most) return value
  problems.push(`'${name}' is '${given}': use a whole number from ${least} to ${most}.`)
  return otherwise
}

/** The same for `true` and `false`. */
export function yesOrNo(name: string, problems: string[], otherwise = false): boolean {
  return choice(name, ['true', 'false'], otherwise ? 'true' : 'false', problems) === 'true'
}

function alternatives(allowed: readonly string[]): string {
  return allowed.map((value) => `'${value}'`).join(' or ')
}
