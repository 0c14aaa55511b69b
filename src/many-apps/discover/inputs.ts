/** The inputs of `discover`: one reader, every bad input in one error. Reads the environment only. */

import { getMultilineInput as lines, getInput as text } from '@actions/core'
import { choice, refuseInputs, yesOrNo } from '../../inputs/fields'
import { architectures } from '../../inputs/inputs'
import { type Part, readPart } from './matrix'

export interface DiscoverInputs {
  readonly workingDirectory: string
  readonly exclude: readonly string[]
  /** Empty: the event says it. */
  readonly base: string
  /** Empty: what is checked out. */
  readonly head: string
  readonly onlyChanged: boolean
  readonly goarch: string
  readonly tags: string
  /** Empty: no function apps are named. */
  readonly environmentName: string
  /** Empty: the usual file, when there is one. */
  readonly mappingFile: string
  readonly appNamePattern: string
  /** Undefined: all. */
  readonly part: Part | undefined
}

/**
 * Reads and checks every input.
 *
 * @throws ActionError `input-invalid` that lists every bad input with its value and what is allowed
 */
export function readDiscoverInputs(): DiscoverInputs {
  const problems: string[] = []
  const part = text('part')
  const inputs: DiscoverInputs = {
    workingDirectory: text('working-directory') || '.',
    exclude: lines('exclude'),
    base: text('base'),
    head: text('head'),
    onlyChanged: yesOrNo('only-changed', problems, true),
    goarch: choice('goarch', architectures, 'amd64', problems),
    tags: text('tags'),
    environmentName: text('environment-name'),
    mappingFile: text('mapping-file'),
    appNamePattern: text('app-name-pattern'),
    part: part === '' ? undefined : readPart(part),
  }
  if (part !== '' && inputs.part === undefined) {
    problems.push(`'part' is '${part}': use a number and how many parts there are, for example '1/4'.`)
  }
  for (const name of ['base', 'head'] as const) {
    const value = inputs[name]
    // Git takes what begins with a dash for an option.
    if (value !== '' && !/^[^\s\p{Cc}-][^\s\p{Cc}]*$/u.test(value)) {
      problems.push(`'${name}' is '${value}': use a commit, a branch or a tag.`)
    }
  }
  if (inputs.environmentName === '' && inputs.appNamePattern !== '') {
    problems.push(
      `'app-name-pattern' is '${inputs.appNamePattern}', but 'environment-name' is empty, so no function app is named: set both or neither.`,
    )
  }
  refuseInputs(problems, 'docs/many-apps.md lists the inputs')
  return Object.freeze(inputs)
}
