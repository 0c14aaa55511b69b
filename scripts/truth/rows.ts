/**
 * The recordings of the Functions host: one row is one project with what the host did. Reads them, and gives every
 * kind of row the shape of a finished package.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Plan, plans } from '../../src/functions/plans'

export const recordingsFolder = join(import.meta.dirname, '..', '..', '__tests__', 'truth', 'rows')

export const verdicts = [
  'runs',
  'host does not start',
  'host gives up',
  'function in error',
  'handler does not start',
  'unreachable',
  'no function',
  'not listed',
  'answers nothing',
] as const
export type Verdict = (typeof verdicts)[number]

/** A finished package and what the host did with it. */
export interface PackageRow {
  readonly id: string
  readonly group: string
  readonly files: Readonly<Record<string, string | { readonly base64: string }>>
  /** Path of the program in the package. */
  readonly handlerAt: string
  /** Further files with mode 0755. */
  readonly exec: readonly string[]
  readonly plan?: string
  readonly settings?: Readonly<Record<string, string>>
  readonly verdict: Verdict
  /** What the host showed first; empty when it runs. */
  readonly text: string
  readonly answers: readonly WrittenStatus[]
}

/** The recordings call a plan by one word of its name. */
export function planOf({ plan = '' }: Pick<PackageRow, 'plan'>): Plan | undefined {
  return plans.find((known) => known === plan) ?? plans.find((known) => known.split('-').includes(plan))
}

/** A request, for example `GET /api/A`, and its status; or `timeout` where nobody answered. */
export interface WrittenStatus {
  readonly request: string
  readonly status?: number
  readonly error?: string
}

/** The rows of one recording as they were written. */
export function readRows(name: string): readonly Record<string, unknown>[] {
  const text = readFileSync(join(recordingsFolder, `${name}.jsonl`), 'utf8')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

interface WrittenProject extends Omit<PackageRow, 'handlerAt' | 'exec' | 'text' | 'answers'> {
  readonly handlerAt?: string
  readonly exec?: readonly string[]
  readonly host: {
    readonly answers?: readonly WrittenStatus[]
    readonly errors?: readonly string[]
    readonly functionErrors?: Readonly<Record<string, readonly string[]>>
  }
}

/** Rows that are whole projects: `projects` and `routes-start`. */
export function projectRows(name: 'projects' | 'routes-start'): readonly PackageRow[] {
  return readRows(name).map((row) => {
    const project = row as unknown as WrittenProject
    const { errors = [], functionErrors = {}, answers = [] } = project.host
    const text = errors[0] ?? Object.values(functionErrors).flat()[0] ?? ''
    return {
      ...project,
      handlerAt: project.handlerAt ?? 'handler',
      exec: project.exec ?? [],
      text,
      answers: project.verdict === 'answers nothing' ? everywhere500 : answers,
    }
  })
}

/** Such a host could not be asked one by one: its own pages answered so, too. */
const everywhere500 = ['GET /admin/host/status', 'GET /api/A', 'GET /'].map((request) => ({
  request,
  status: 500,
}))

interface WrittenFunction {
  readonly id: string
  readonly group: string
  readonly functionJson: string
  readonly verdict: Verdict
  readonly error?: string
  readonly status?: number
}

const hostJson = {
  version: '2.0',
  customHandler: {
    description: { defaultExecutablePath: 'handler' },
    enableForwardingHttpRequest: true,
  },
}
const extensionBundle = { id: 'Microsoft.Azure.Functions.ExtensionBundle', version: '[4.*, 5.0.0)' }
const storage = 'UseDevelopmentStorage=true'

/** The app in which the rows of a recording were asked. */
export interface FunctionApp {
  readonly hostJson: object
  readonly settings?: Readonly<Record<string, string>>
}

const functionApps = {
  functions: { hostJson },
  'functions-extensions': {
    hostJson: { ...hostJson, extensionBundle },
    settings: { AzureWebJobsStorage: storage, S: storage, T: storage, K: 'k' },
  },
} as const
export type FunctionRecording = keyof typeof functionApps

export function functionApp(name: FunctionRecording): FunctionApp {
  return functionApps[name]
}

/** The recorded routes are the rows' numbers; those without a route were asked at the same place. */
export function requestOf(id: string): string {
  return `GET /api/${id.replace('F', 'r')}`
}

/** Rows that are one function.json, put beside the host.json that it was recorded with. */
export function functionRows(name: FunctionRecording): readonly PackageRow[] {
  const { hostJson, settings } = functionApp(name)
  return readRows(name).map((row) => {
    const { id, group, functionJson, verdict, error = '', status } = row as unknown as WrittenFunction
    return {
      ...{ id, group, verdict, handlerAt: 'handler', exec: [], text: error },
      answers: status === undefined ? [] : [{ request: requestOf(id), status }],
      files: { 'host.json': JSON.stringify(hostJson), 'Work/function.json': functionJson },
      ...(settings === undefined ? {} : { settings }),
    }
  })
}
