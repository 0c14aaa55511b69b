/**
 * Asks a real host about the package that it runs: its state, its list, each function's status, and then the calls.
 * Gathers and remembers, with the code that reads and judges a deployed app; what it means is judged elsewhere.
 */
import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { listedFunctionOf } from '../../azure/site'
import {
  type CallAnswer,
  type CallTarget,
  type CallVerdict,
  type FunctionStatus,
  functionStatusOf,
  hostStateOf,
  inTurn,
  judgeCall,
  judgeValidity,
  type MadeCall,
  needsComparison,
  type PackagedFunction,
  planCalls,
  type Validity,
} from '../../azure/verify'
import { askHost, type HostAnswer, waitForHost } from '../../host/container/ask-host'
import { readConsole } from '../../host/container/host-console'
import type { RunningHost } from '../../host/container/running-host'
import { parseJson } from '../../text/json-value'
import { isLacking } from './lacking'

export interface HostCall extends MadeCall {
  readonly verdict: CallVerdict
}

export interface HostSeen {
  readonly version: string
  /** The last one. */
  readonly state: string
  /** Every text that appeared, in its order. */
  readonly errors: readonly string[]
  readonly validity: Validity
  /** By name in lower case. */
  readonly statuses: ReadonlyMap<string, FunctionStatus>
  readonly calls: readonly HostCall[]
  /** Of functions that the host was asked to call: the status of its page, and whether its log says that it failed. */
  readonly triggered: readonly {
    readonly functionName: string
    readonly status: number
    readonly hasFailed: boolean
  }[]
  readonly uncalled: ReadonlyMap<string, string>
  /** Of a host that ended by itself; undefined while it runs. */
  readonly exitCode: number | null | undefined
}

export interface HostQuestions {
  readonly host: RunningHost
  readonly functionKey: string
  /** Blanks values that must not be shown. */
  readonly hidden: (text: string) => string
  /** Names of the functions that the host should list. */
  readonly expected: readonly string[]
  readonly functions: readonly PackagedFunction[]
  readonly signal: AbortSignal
}

/** Until the state is a final one. */
const stateTimeoutMs = 60_000
/** A host in state Error tries again, and may say more then. */
const errorLooks = 4
const lookEveryMs = 500
const pageTimeoutMs = 30_000
/** The host waits 30 s for a handler to listen. */
const callTimeoutMs = 45_000
const beside = 6
/** Three starts of a handler that ends at once. */
const restlessMs = 8000
const quietMs = 1000

/** @throws ActionError `host-not-answering`; the signal's reason */
export async function askAll(questions: HostQuestions): Promise<HostSeen> {
  const { host, signal } = questions
  await waitForHost(host, signal)
  let exitCode: number | null | undefined
  const ended = new AbortController()
  void host.exited.then((code) => {
    exitCode = code
    ended.abort(new Error('the host has ended'))
  })
  const asking: Asking = {
    ...questions,
    over: AbortSignal.any([signal, ended.signal]),
    errors: [],
    state: '',
    version: '',
  }
  const seen = emptyFindings()
  try {
    await settleState(asking)
    await readPages(asking, seen)
    if (isRunning(asking)) await callAll(asking, seen)
    const hasAnswered = seen.calls.some(({ verdict }) => verdict.kind !== 'failing')
    await delay(hasAnswered || !isRunning(asking) ? quietMs : restlessMs, undefined, { signal: asking.over })
    await look(asking)
  } catch (error) {
    signal.throwIfAborted()
    if (exitCode === undefined) throw error
  }
  const { state, version, errors } = asking
  const { listed, statuses, calls, triggered, uncalled } = seen
  const list = { functions: listed, cut: '' }
  const validity = judgeValidity({ expected: questions.expected, isFloor: false, list, statuses })
  return { state, version, errors, validity, statuses, calls, triggered, uncalled, exitCode }
}

interface Asking extends HostQuestions {
  /** Aborts when the host ends, too. */
  readonly over: AbortSignal
  readonly errors: string[]
  state: string
  version: string
}

interface Found {
  listed: ReturnType<typeof listedFunctionOf>[]
  statuses: Map<string, FunctionStatus>
  calls: readonly HostCall[]
  triggered: HostSeen['triggered'][number][]
  uncalled: Map<string, string>
}

function emptyFindings(): Found {
  return { listed: [], statuses: new Map(), calls: [], triggered: [], uncalled: new Map() }
}

function isRunning({ state }: Asking): boolean {
  return state.toLowerCase() === 'running'
}

function askPage({ host, over }: Asking, path: string): Promise<HostAnswer> {
  return askHost(host, { method: 'GET', path, key: host.masterKey, timeoutMs: pageTimeoutMs, signal: over })
}

async function look(asking: Asking): Promise<void> {
  const { status, body } = await askPage(asking, '/admin/host/status')
  const { state, errors, version } = hostStateOf(body)
  if (status !== 200 || state === '') {
    if (status === 500) asking.state = 'answering 500 to everything'
    return
  }
  asking.state = state
  asking.version = version
  for (const error of errors) if (!asking.errors.includes(error)) asking.errors.push(error)
}

async function settleState(asking: Asking): Promise<void> {
  const deadline = performance.now() + stateTimeoutMs
  for (let troubled = 0; performance.now() < deadline; ) {
    await look(asking)
    if (isRunning(asking)) return
    if (asking.state.toLowerCase() === 'error' || asking.state.startsWith('answering')) troubled += 1
    if (troubled >= errorLooks) return
    await delay(lookEveryMs, undefined, { signal: asking.over })
  }
}

async function readPages(asking: Asking, seen: Found): Promise<void> {
  const { status, body } = await askPage(asking, '/admin/functions')
  const list = status === 200 ? parseJson(body) : []
  seen.listed = Array.isArray(list) ? list.map((one) => listedFunctionOf(one)) : []
  const names = new Set([...asking.expected, ...seen.listed.map(({ name }) => name)])
  const read = await inTurn([...names], beside, (name) => readStatus(asking, name))
  for (const one of read) seen.statuses.set(one.name.toLowerCase(), one)
}

async function readStatus(asking: Asking, name: string): Promise<FunctionStatus> {
  const answer = await askPage(asking, `/admin/functions/${encodeURIComponent(name)}/status`)
  if (answer.status >= 200 && answer.status < 300) return functionStatusOf(name, answer.body)
  const state = answer.status === 404 ? 'absent' : 'unread'
  const problem = state === 'unread' ? answer.problem || `its page answered ${answer.status}` : ''
  return { name, state, errors: [], problem, isForbidden: false }
}

async function callAll(asking: Asking, seen: Found): Promise<void> {
  const { functions, functionKey, host } = asking
  const valid = functions.filter(({ name }) => seen.statuses.get(name.toLowerCase())?.state === 'valid')
  const plan = planCalls(valid, seen.listed, [], { callsFunctions: true, fetchesKeys: true, holdsKeys: true })
  seen.uncalled = new Map(plan.uncalled)
  for (const { name, errors } of seen.statuses.values())
    if (isLacking(errors)) seen.uncalled.set(name, 'a storage account or another setting is lacking here')
  const keyOf = ({ functionName }: CallTarget) =>
    functions.find(({ name }) => name === functionName)?.authLevel?.toLowerCase() === 'admin'
      ? host.masterKey
      : functionKey
  const made = await inTurn(plan.targets, beside, async (target): Promise<MadeCall> => {
    const { method, path, needsKey } = target
    const answer = await call(asking, {
      method,
      path: `/${path.replace(/^\//, '')}`,
      ...(needsKey ? { key: keyOf(target) } : {}),
    })
    return { target, answer }
  })
  const unknown = made.some(({ answer }) => needsComparison(answer))
    ? await call(asking, { method: 'GET', path: `/unknown-${randomBytes(6).toString('hex')}` })
    : undefined
  seen.calls = made.map((one) => ({ ...one, verdict: judgeCall(one, unknown) }))
  for (const { name, trigger } of valid) {
    if (trigger.toLowerCase() !== 'timertrigger' || seen.listed.find((one) => one.name === name)?.isDisabled)
      continue
    seen.triggered.push(await callThrough(asking, name))
    seen.uncalled.delete(name)
  }
}

async function callThrough(asking: Asking, functionName: string): Promise<HostSeen['triggered'][number]> {
  const { host, over } = asking
  const path = `/admin/functions/${encodeURIComponent(functionName)}`
  const { status } = await askHost(host, {
    ...{ method: 'POST', path, key: host.masterKey, body: '{"input":""}' },
    ...{ timeoutMs: pageTimeoutMs, signal: over },
  })
  const failure = `Executed 'Functions.${functionName}' (Failed`
  const success = `Executed 'Functions.${functionName}' (Succeeded`
  const deadline = performance.now() + 3000
  while (status === 202 && performance.now() < deadline) {
    const texts = readConsole(host.log()).host.map(({ text }) => text)
    if (texts.some((text) => text.startsWith(failure))) return { functionName, status, hasFailed: true }
    if (texts.some((text) => text.startsWith(success))) break
    await delay(250, undefined, { signal: over })
  }
  return { functionName, status, hasFailed: false }
}

async function call(
  asking: Asking,
  question: { readonly method: 'GET' | 'HEAD'; readonly path: string; readonly key?: string },
): Promise<CallAnswer> {
  const { host, over } = asking
  const answer = await askHost(host, { ...question, timeoutMs: callTimeoutMs, signal: over })
  const { status, body, header, problem, networkCode, elapsedMs } = answer
  const shown = [host.masterKey, asking.functionKey].reduce(
    (text, key) => text.replaceAll(key, '***'),
    body.slice(0, 4000),
  )
  const bodyExcerpt = asking.hidden(shown).slice(0, 500)
  return {
    ...{ status, bodyExcerpt, problem, elapsedMs, retryAfterMs: 0 },
    location: header('location').slice(0, 300),
    authenticate: header('www-authenticate').slice(0, 200),
    mediaType: header('content-type').toLowerCase().slice(0, 100),
    // Of a container that was reached before, no code means that it cannot be reached.
    networkCode: status > 0 ? '' : `host ${networkCode}`,
  }
}
