/** The inputs of `overview`. Reads the environment only. */

import { getInput as text } from '@actions/core'
import { refuseInputs, yesOrNo } from '../../inputs/fields'

/** An entry of the matrix, as it was given. */
export type MatrixEntry = Readonly<Record<string, unknown>> & { readonly name: string }

export interface OverviewInputs {
  readonly reports: string
  readonly stages: readonly string[]
  /** Undefined: the apps are those that have reports. */
  readonly matrix: readonly MatrixEntry[] | undefined
  readonly title: string
  readonly isQuiet: boolean
}

/**
 * Reads and checks every input.
 *
 * @throws ActionError `input-invalid` that lists every bad input
 */
export function readOverviewInputs(): OverviewInputs {
  const problems: string[] = []
  const stages = text('stages')
    .split(/[\s,]+/)
    .filter((stage) => stage !== '')
  for (const stage of stages) {
    if (!/^[a-z0-9]+$/.test(stage)) {
      problems.push(
        `'stages' names '${stage}': use lower-case letters and digits, with spaces between stages.`,
      )
    }
  }
  const isQuiet = yesOrNo('quiet', problems)
  const given = text('matrix')
  const matrix = given === '' ? undefined : readMatrix(given)
  if (given !== '' && matrix === undefined) {
    const shown = given.length > 80 ? `${given.slice(0, 80)}…` : given
    problems.push(`'matrix' is '${shown}': use the output 'matrix' of discover.`)
  }
  refuseInputs(problems, 'docs/many-apps.md lists the inputs')
  const reports = text('reports') || 'reports'
  return { reports, stages, matrix, title: text('title'), isQuiet }
}

function readMatrix(given: string): readonly MatrixEntry[] | undefined {
  try {
    const { include }: { include?: unknown } = JSON.parse(given)
    return Array.isArray(include) && include.every(isEntry) ? include : undefined
  } catch {
    return undefined
  }
}

function isEntry(value: unknown): value is MatrixEntry {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string'
}
