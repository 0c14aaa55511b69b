/** Workflows and steps as pages show them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { repositoryRoot } from '../../scripts/run-action'

interface Step {
  readonly id?: string
  readonly uses?: string
  readonly with?: Readonly<Record<string, string | boolean | number>>
}
interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps?: readonly Step[] }>>
}

const action: {
  readonly inputs: Readonly<Record<string, unknown>>
  readonly outputs: Readonly<Record<string, unknown>>
} = parse(readFileSync(join(repositoryRoot, 'action.yml'), 'utf8'))

/** The action as users name it. */
const self = /^org\/go-azure-func-action@(v1|[0-9a-f]{40})$/

/**
 * @param text of a block: a workflow, or a list of steps
 * @returns text of a workflow
 */
export function workflowOf(text: string): string {
  const parsed: unknown = parse(text)
  if (!Array.isArray(parsed)) return text
  const job = { 'runs-on': 'ubuntu-latest', steps: parsed }
  return stringify({ name: 'Steps', on: 'push', permissions: {}, jobs: { steps: job } })
}

function stepsOf(text: string): readonly Step[] {
  const workflow = parse(workflowOf(text)) as Workflow
  return Object.values(workflow.jobs).flatMap(({ steps = [] }) => steps)
}

/**
 * @param text of a block
 * @returns for each step with the action its inputs as text; those that come from variables only by their names
 */
export function actionSteps(
  text: string,
): readonly (Readonly<Record<string, string>> & { readonly vars: Readonly<Record<string, string>> })[] {
  const ours = stepsOf(text).filter(({ uses = '' }) => self.test(uses))
  return ours.map((step) => {
    const entries = Object.entries(step.with ?? {}).map(([name, value]) => [name, String(value)] as const)
    const variable = (value: string) => /^\$\{\{ vars\.(\w+) \}\}$/.exec(value)?.[1]
    const vars = entries.flatMap(([name, value]) => {
      const from = variable(value)
      return from === undefined ? [] : [[name, from] as const]
    })
    const given = entries.filter(([, value]) => variable(value) === undefined)
    return Object.assign(Object.fromEntries(given), { vars: Object.fromEntries(vars) }) as never
  })
}

/**
 * @param text of a block
 * @returns what its steps with the action get wrong: inputs and outputs that action.yml does not have
 */
export function actionErrors(text: string): readonly string[] {
  const steps = stepsOf(text).filter(({ uses = '' }) => uses.startsWith('org/go-azure-func-action'))
  return [
    ...steps
      .filter(({ uses = '' }) => !self.test(uses))
      .map(({ uses }) => `'${uses}' is neither v1 nor a SHA`),
    ...steps.flatMap((step) =>
      Object.keys(step.with ?? {})
        .filter((name) => action.inputs[name] === undefined)
        .map((name) => `no input '${name}'`),
    ),
    ...outputNames(text)
      .filter((name) => action.outputs[name] === undefined)
      .map((name) => `no output '${name}'`),
  ]
}

/** The outputs that a block reads of its steps with the action. */
function outputNames(text: string): readonly string[] {
  const ids = stepsOf(text)
    .filter(({ uses = '' }) => self.test(uses))
    .flatMap(({ id }) => id ?? [])
  const read = [...text.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)]
  return read.flatMap(([, id = '', name = '']) => (ids.includes(id) ? [name] : []))
}
