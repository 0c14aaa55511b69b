/**
 * One deployment as Kudu records it, and what its status numbers mean. Pure; everything in it is untrusted.
 */
import { at, listAt, numberAt, parseJson, textAt } from '../../text/json-value'

export interface KuduRecord {
  readonly id: string
  readonly status: number
  readonly statusText: string
  readonly message: string
  readonly deployer: string
  /** As the server wrote it. */
  readonly receivedAt: string
  /** A temporary record is replaced by one with another id. */
  readonly isTemporary: boolean
  readonly isComplete: boolean
  /** The app runs what this deployment brought. */
  readonly isActive: boolean
  readonly logUrl: string
  readonly progress: string
  readonly buildErrors: readonly string[]
}

export const verdicts = [
  'running',
  'succeeded',
  'failed',
  'cancelled',
  'conflict',
  'partial',
  'unknown',
] as const
export type Verdict = (typeof verdicts)[number]

/**
 * Statuses of both servers: 0 to 4 of Kudu (KuduLite, DeployStatus.cs), and −1, 5 and 6 that only Flex has.
 */
const statuses: ReadonlyMap<number, { readonly name: string; readonly verdict: Verdict }> = new Map([
  [-1, { name: 'Cancelled', verdict: 'cancelled' }],
  [0, { name: 'Pending', verdict: 'running' }],
  [1, { name: 'Building', verdict: 'running' }],
  [2, { name: 'Deploying', verdict: 'running' }],
  [3, { name: 'Failed', verdict: 'failed' }],
  [4, { name: 'Success', verdict: 'succeeded' }],
  [5, { name: 'Conflict', verdict: 'conflict' }],
  [6, { name: 'PartialSuccess', verdict: 'partial' }],
])

/**
 * What a status means. Only 4 is a success; a number nobody knows is neither running nor a success.
 *
 * @param status of a record
 */
export function verdictOf(status: number): Verdict {
  return statuses.get(status)?.verdict ?? 'unknown'
}

/**
 * The state in words.
 *
 * @param record as the server sent it
 * @returns for example `Building (1)`
 */
export function stateOf(record: KuduRecord): string {
  return `${statuses.get(record.status)?.name ?? 'Unknown'} (${record.status})`
}

/**
 * Reads one record.
 *
 * @param value a parsed answer
 * @returns the record, undefined when it has no id or no status
 */
export function readRecord(value: unknown): KuduRecord | undefined {
  const id = textAt(value, 'id').slice(0, 200)
  const status = numberAt(value, 'status')
  if (id === '' || status === undefined) return undefined
  const buildErrors = listAt(value, 'build_summary', 'errors')
    .map((error) => (typeof error === 'string' ? error : JSON.stringify(error)))
    .slice(0, 20)
  return {
    id,
    status,
    statusText: textAt(value, 'status_text'),
    message: textAt(value, 'message'),
    deployer: textAt(value, 'deployer'),
    receivedAt: textAt(value, 'received_time'),
    isTemporary: at(value, 'is_temp') === true || id.toLowerCase().startsWith('temp'),
    isComplete: at(value, 'complete') === true,
    isActive: at(value, 'active') === true,
    logUrl: textAt(value, 'log_url'),
    progress: textAt(value, 'progress'),
    buildErrors,
  }
}

/**
 * Reads a list of records.
 *
 * @param body of an answer
 * @returns the records in the order of the answer, at most two hundred
 */
export function readRecords(body: string): readonly KuduRecord[] {
  const value = parseJson(body)
  const items = Array.isArray(value) ? value : listAt(value, 'value')
  return items
    .slice(0, 200)
    .map((item) => readRecord(at(item, 'properties') ?? item))
    .filter((record): record is KuduRecord => record !== undefined)
}
