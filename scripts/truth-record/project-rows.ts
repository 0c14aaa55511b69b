/**
 * Asks rows that are whole projects: one host for each, since host.json and routes can stop it. The new row has what
 * this host did in the place of what was recorded.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type { RunningHost } from '../../src/host/container/running-host'
import { type PackageRow, planOf, type Verdict } from '../truth/rows'
import { planVariable, receivedRequests } from './handler-program'
import {
  ask,
  awaitStart,
  functionErrors,
  type HostStart,
  type ListedFunction,
  listedFunctions,
} from './host-questions'
import type { HostSource } from './host-source'
import { withPackage } from './package-folders'
import { type AskedRows, type Difference, differs, type Row } from './row'

interface ProjectRow extends Omit<PackageRow, 'answers' | 'text'> {
  readonly reply?: object
  readonly host: ProjectFacts
}

interface Answer {
  readonly request: string
  readonly status?: number
  readonly error?: string
}

interface ProjectFacts {
  readonly errors?: readonly string[]
  readonly functionErrors?: Readonly<Record<string, readonly string[]>>
  readonly listed?: readonly string[]
  readonly routes?: Readonly<Record<string, string>>
  readonly answers?: readonly Answer[]
}

/** An answer of the contract without outputs, and any answer where requests are forwarded. */
const emptyReply = { status: 200, headers: { 'Content-Type': 'application/json' }, body: '{}' }

export async function askProject(row: Row, source: HostSource): Promise<AskedRows> {
  const project = row as ProjectRow
  const { handlerAt = 'handler', settings = {} } = project
  return withPackage({ ...project, handlerAt }, async (folder) => {
    const host = await source.start({
      folder,
      settings: { [planVariable]: JSON.stringify(project.reply ?? { otherwise: emptyReply }), ...settings },
      plan: planOf(project),
    })
    try {
      const start = await awaitStart(host)
      const { verdict, facts } = await observe(host, project, start)
      const text = JSON.stringify({ ...row, verdict, host: facts }).replaceAll(folder, '/app')
      return {
        rows: [JSON.parse(text) as Row],
        ...('version' in start ? { version: start.version } : {}),
      }
    } finally {
      await host.stop()
    }
  })
}

interface Observed {
  readonly verdict: Verdict
  readonly facts: ProjectFacts
}

async function observe(host: RunningHost, project: ProjectRow, start: HostStart): Promise<Observed> {
  if (start.kind === 'ended') return { verdict: 'host gives up', facts: {} }
  if (start.kind === 'mute') return { verdict: 'answers nothing', facts: {} }
  if (start.kind === 'error') return { verdict: 'host does not start', facts: { errors: start.errors } }
  const list = await listedFunctions(host)
  const inError: Record<string, readonly string[]> = {}
  // A function of which nothing can be made is not listed, and its page says why.
  const folders = Object.keys(project.files).flatMap(
    (path) => /^([^/]+)\/function\.json$/i.exec(path)?.[1] ?? [],
  )
  for (const name of new Set([...list.map((each) => each.name), ...folders])) {
    const errors = await functionErrors(host, name)
    if (errors.length > 0) inError[name] = errors
  }
  const answers = await askAll(host, requestsOf(project, list))
  const found = { list, inError, answers }
  return {
    verdict: await verdictOf(host, project, found),
    facts: {
      listed: list.map(({ name }) => name),
      routes: mappedRoutes(host.log()),
      ...(Object.keys(inError).length > 0 ? { functionErrors: inError } : {}),
      ...(answers.length > 0 ? { answers } : {}),
    },
  }
}

async function verdictOf(
  host: RunningHost,
  { files }: ProjectRow,
  found: {
    readonly list: readonly ListedFunction[]
    readonly inError: Readonly<Record<string, unknown>>
    readonly answers: readonly Answer[]
  },
): Promise<Verdict> {
  if (Object.keys(found.inError).length > 0) return 'function in error'
  if (found.list.length === 0) {
    const hasFolder = Object.keys(files).some((path) => /^[^/]+\/function\.json$/.test(path))
    return hasFolder ? 'not listed' : 'no function'
  }
  if (found.answers.some(({ error }) => error !== undefined)) return 'handler does not start'
  const isFine = found.answers.every(({ status = 0 }) => status < 400)
  if (isFine) return 'runs'
  // A function that `functions` of host.json leaves out is listed, and has no route.
  const mapped = mappedRoutes(host.log())
  const isKnown = Object.keys(mapped).length > 0
  for (const each of found.list.filter(({ name }) => !isKnown || name in mapped)) {
    if (!(await isReachable(host, each))) return 'unreachable'
  }
  return 'runs'
}

/** The recorded requests; for a package that did not run then, each function by its own address. */
function requestsOf({ host }: ProjectRow, list: readonly ListedFunction[]): readonly string[] {
  if (host.answers !== undefined || host.listed !== undefined) {
    return (host.answers ?? []).map(({ request }) => request)
  }
  return list.flatMap((each) => (pathOf(each) === undefined ? [] : [`GET ${pathOf(each)}`]))
}

/** The path of a function that is called over HTTP; parameters stand in it as written. */
export function pathOf({ invoke_url_template: address }: ListedFunction): string | undefined {
  if (address === null) return undefined
  return address.replace(/^https?:\/\/[^/]+/i, '').replaceAll(/[^!-~]/gu, encodeURIComponent)
}

/** A handler that does not start keeps its callers waiting much longer. */
const answerTimeoutMs = 8000

function askAll(host: RunningHost, requests: readonly string[]): Promise<readonly Answer[]> {
  return Promise.all(
    requests.map(async (request) => {
      const [method = '', path = ''] = request.split(/ (.*)/s)
      const { status, error } = await ask(host, { method, path }, answerTimeoutMs)
      return { request, ...(error === undefined ? { status } : { error: 'timeout' }) }
    }),
  )
}

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD']

/** Whether the handler gets any request for a function's own address, which nobody can tell where it has parameters. */
export async function isReachable(host: RunningHost, each: ListedFunction): Promise<boolean> {
  const path = pathOf(each)
  if (path === undefined || path.includes('{') || each.isDisabled) return true
  const headers = { 'x-functions-key': host.masterKey }
  await Promise.all(methods.map((method) => ask(host, { method, path, headers }, answerTimeoutMs)))
  // By the contract the path is the function's name.
  const own = [path.toLowerCase(), `/${each.name.toLowerCase()}`]
  // What the handler prints takes its way through the host's log.
  for (let waits = 0; waits < 20; waits += 1) {
    const received = receivedRequests(host.log())
    if (received.some(({ uri }) => own.includes(uri.toLowerCase()))) return true
    await delay(25)
  }
  return false
}

/** As the host logs them while it starts. */
function mappedRoutes(log: readonly string[]): Readonly<Record<string, string>> {
  const found = log.flatMap((line) => {
    const [, template = '', list = '', name] =
      /^\s*Mapped function route '(.*)' \[(.*)\] to '(.*)'$/.exec(line) ?? []
    return name === undefined ? [] : [[name, `${template} [${list}]`] as const]
  })
  return Object.fromEntries(found)
}

export function projectDifferences(before: Row, after: Row): readonly Difference[] {
  const [recorded, now] = [before, after] as [ProjectRow, ProjectRow]
  const names = ({ host }: ProjectRow) => [host.listed ?? [], Object.keys(host.functionErrors ?? {}).sort()]
  const routes = ({ host }: ProjectRow) => Object.entries(host.routes ?? {}).sort()
  return [
    ...differs('verdict', recorded.verdict, now.verdict),
    ...differs('status', recorded.host.answers, now.host.answers),
    ...differs('name', names(recorded), names(now)),
    // A host that logs little does not name its routes.
    ...(routes(recorded).length === 0 || routes(now).length === 0
      ? []
      : differs('name', routes(recorded), routes(now))),
    ...differs('wording', recorded.host.errors, now.host.errors),
    ...differs('wording', recorded.host.functionErrors, now.host.functionErrors),
  ]
}
