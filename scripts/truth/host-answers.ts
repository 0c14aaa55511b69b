/**
 * Compares what the host model answers, hands to the handler and becomes with what was recorded of the host.
 */
import { isDeepStrictEqual } from 'node:util'
import { askHost, type HostAnswer, type HostRun, type ReceivedRequest, type ReplyRow } from './reply-host'
import { readRows } from './rows'

interface WrittenAnswer {
  readonly status?: number
  readonly body?: string
  readonly error?: string
}

interface WrittenRow extends Omit<ReplyRow, 'answers'> {
  readonly answers: readonly WrittenAnswer[]
  readonly received?: readonly ReceivedRequest[]
  readonly state?: string
  readonly stateLater?: string
  readonly hostExited?: boolean
}

export interface Comparison {
  readonly id: string
  readonly group: string
  readonly agrees: boolean
  readonly ours: string
  readonly host: string
}

/** Status and body of every answer, and the bodies that the handler received. */
export async function askContract(row: WrittenRow): Promise<Comparison> {
  const run = await askHost({ ...row, answers: [] })
  const bodies = (received: readonly ReceivedRequest[] = []) =>
    received.filter(({ uri }) => uri !== '/').map(({ body }) => comparable(body))
  const theirs = bodies(row.received)
  // A call of the admin page is answered before the handler gets it, so that the recording may have missed it.
  const ours = bodies(run.received).slice(0, theirs.length)
  return compared(
    row,
    { answers: shownAnswers(run.answers), bodies: ours },
    { answers: writtenAnswers(row), bodies: theirs },
  )
}

/** A fraction of the host's 30 s; a busy machine draws out a start, with its probes, more than a caller's wait. */
const shortTimes = { initializationTimeoutMs: 1500, readinessTimeoutMs: 500, afterwardsMs: 3000 }

/** Status and body of every answer, and what becomes of the host. */
export async function askHandler(row: WrittenRow): Promise<Comparison> {
  const isAboutLife = row.stateLater !== undefined
  const waits = row.answers.some(({ error }) => error !== undefined)
  // Where the host had ended before it could be asked there are no answers.
  const requests = row.requests.slice(0, row.answers.length)
  const run = await askHost(
    { ...row, requests, answers: [] },
    {
      ...(isAboutLife ? shortTimes : {}),
      ...(row.hostExited ? { afterwardsMs: 30_000 } : {}),
      ...(waits ? { clientTimeoutMs: row.hostExited ? 30_000 : 3000 } : {}),
    },
  )
  return compared(
    row,
    { answers: shownAnswers(run.answers), ...lifeOf(row, run) },
    { answers: writtenAnswers(row), ...lifeOf(row, row) },
  )
}

export async function askRows(
  name: 'contract' | 'handler',
  ask: (row: WrittenRow) => Promise<Comparison>,
): Promise<readonly Comparison[]> {
  const rows = readRows(name) as readonly unknown[] as readonly WrittenRow[]
  const answers: Comparison[] = []
  for (let index = 0; index < rows.length; index += atOnce) {
    answers.push(...(await Promise.all(rows.slice(index, index + atOnce).map(ask))))
  }
  return answers
}

/** Most of the time is waiting. */
const atOnce = 4

/** Only what was recorded of the row. */
function lifeOf(
  row: WrittenRow,
  { state, stateLater, hostExited }: Partial<Pick<HostRun, 'state' | 'stateLater' | 'hostExited'>>,
): Readonly<Record<string, unknown>> {
  if (row.stateLater === undefined) return row.state === undefined ? {} : { state }
  return {
    ...(row.state === undefined ? {} : { state }),
    stateLater,
    hostExited: hostExited === true,
  }
}

function shownAnswers(answers: readonly HostAnswer[]): readonly unknown[] {
  return answers.map(({ status, body }) => {
    if (status === 0) return 'ECONNRESET'
    return status === -1 ? 'timeout' : [status, comparable(body)]
  })
}

function writtenAnswers({ answers }: WrittenRow): readonly unknown[] {
  return answers.map(({ status, body = '', error }) => error ?? [status, comparable(body)])
}

/** JSON without what differs from run to run; the order of members does not count. */
export function comparable(body: string): unknown {
  try {
    return withoutChance(JSON.parse(body))
  } catch {
    return body
  }
}

const chance = new Set(['UtcNow', 'RandGuid', 'X-Azure-Functions-Invocationid'])

function withoutChance(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutChance)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([name]) => !chance.has(name))
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutChance(inner)]))
}

function compared({ id, group }: WrittenRow, ours: object, host: object): Comparison {
  const agrees = isDeepStrictEqual(ours, host)
  return { id, group, agrees, ours: JSON.stringify(ours), host: JSON.stringify(host) }
}
