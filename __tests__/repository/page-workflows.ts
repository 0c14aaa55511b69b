/** Workflows and steps as pages show them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { type PageBlock, readPageBlocks } from '../../scripts/page-blocks'
import { repositoryRoot } from '../../scripts/run-action'
import { markdownPages } from './markdown-pages'

interface Step {
  readonly id?: string
  readonly uses?: string
  readonly with?: Readonly<Record<string, string | boolean | number>>
}
interface Workflow {
  readonly jobs: Readonly<Record<string, Step & { readonly steps?: readonly Step[] }>>
}

interface Interface {
  readonly inputs: Readonly<Record<string, unknown>>
  readonly outputs: Readonly<Record<string, unknown>>
}

const read = (...path: string[]) => parse(readFileSync(join(repositoryRoot, ...path), 'utf8'))

/** What a user may name after the repository, and its interface. */
const interfaces: Readonly<Record<string, Interface>> = {
  '': read('action.yml'),
  '/discover': read('discover', 'action.yml'),
  '/overview': read('overview', 'action.yml'),
  '/.github/workflows/deploy-apps.yml': read('.github', 'workflows', 'deploy-apps.yml').on.workflow_call,
}

/** The action as users name it. */
const self = /^org\/go-azure-func-action@(v1|[0-9a-f]{40})$/

/**
 * Blocks of the pages that are a workflow, its jobs, or a list of steps. What is left is a part of a job, such as its
 * permissions.
 */
export const workflowBlocks: readonly PageBlock[] = markdownPages
  .flatMap((page) => readPageBlocks(page))
  .filter(({ kind, text }) => {
    if (kind !== 'yaml') return false
    const parsed: unknown = parse(text)
    return Array.isArray(parsed) || 'jobs' in (parsed as object)
  })

/**
 * @param text of a block: a workflow, or a list of steps
 * @returns text of a workflow
 */
export function workflowOf(text: string): string {
  const parsed: unknown = parse(text)
  // A page may show the jobs alone.
  if (!Array.isArray(parsed)) return /^on:/m.test(text) ? text : `on: push\n${text}`
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
 * @returns what it gets wrong about our actions and workflows: inputs and outputs that they do not have
 */
export function actionErrors(text: string): readonly string[] {
  const jobs = Object.values((parse(workflowOf(text)) as Workflow).jobs)
  const users = [...stepsOf(text), ...jobs].filter(({ uses = '' }) =>
    uses.startsWith('org/go-azure-func-action'),
  )
  return users.flatMap(({ uses = '', id = '', with: given = {} }) => {
    const [, path = '', version = ''] = /^org\/go-azure-func-action([^@]*)@(.*)$/.exec(uses) ?? []
    const known = interfaces[path]
    if (known === undefined) return [`'${uses}' is nothing that this repository has`]
    const inputs = Object.keys(given).filter((name) => known.inputs[name] === undefined)
    const outputs = id === '' ? [] : outputsOf(text, id).filter((name) => known.outputs[name] === undefined)
    return [
      ...(/^(v1|[0-9a-f]{40})$/.test(version) ? [] : [`'${uses}' is neither v1 nor a SHA`]),
      ...inputs.map((name) => `no input '${name}'`),
      ...outputs.map((name) => `no output '${name}'`),
    ]
  })
}

/** The outputs that a block reads of one of its steps. */
function outputsOf(text: string, id: string): readonly string[] {
  const found = [...text.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)]
  return found.flatMap(([, step, name = '']) => (step === id ? [name] : []))
}
