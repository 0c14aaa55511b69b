/**
 * The input `cloud`, and `environment`, its former name, which azure/login uses as well. Pure.
 */
import type { Finding } from '../findings'

export const clouds = ['azurecloud', 'azureusgovernment', 'azurechinacloud'] as const
export type CloudChoice = (typeof clouds)[number]

/**
 * Chooses the cloud, without regard to case.
 *
 * @param cloud the input of that name; empty: not given
 * @param environment the same under its former name
 * @param problems gets a sentence when one of them names no cloud, or when they name two
 */
export function chooseCloud(cloud: string, environment: string, problems: string[]): CloudChoice {
  const chosen = known(cloud)
  const formerly = known(environment)
  if (cloud !== '' && chosen === undefined) {
    problems.push(`'cloud' is '${cloud}': use ${alternatives}.`)
  }
  if (environment !== '' && formerly === undefined) {
    problems.push(
      `'environment' is '${environment}', which is no Azure cloud. This input is the former name of 'cloud': use ${alternatives}. ` +
        "An environment of GitHub is a line of the job, beside 'runs-on', and not an input of this step.",
    )
  }
  if (chosen !== undefined && formerly !== undefined && chosen !== formerly) {
    problems.push(
      `'cloud' is '${cloud}' and 'environment', its former name, is '${environment}': remove 'environment'.`,
    )
  }
  return chosen ?? formerly ?? 'azurecloud'
}

/**
 * Says that an input has a new name.
 *
 * @param environment as it was given
 * @returns a notice; nothing when the former name is not used
 */
export function formerNames(environment: string): readonly Finding[] {
  if (environment === '') return []
  return [
    {
      code: 'input-renamed',
      severity: 'notice',
      message: `The input 'environment' is called 'cloud' now. The value '${environment}' is used.`,
      hint: `Write cloud: ${environment.toLowerCase()}`,
    },
  ]
}

const alternatives = clouds
  .map((name) => `'${name}'`)
  .join(', ')
  .replace(/, (?=[^,]*$)/, ' or ')

function known(name: string): CloudChoice | undefined {
  return clouds.find((candidate) => candidate === name.toLowerCase())
}
