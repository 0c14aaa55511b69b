/** Puts the rows of recordings to hosts, several side by side, and tells where the host answers otherwise. */
import { createHash } from 'node:crypto'
import { messageOf } from '../../src/errors'
import type { AnswerStore } from './answer-store'
import type { HostSource } from './host-source'
import { reasonNotToRepeat } from './not-repeatable'
import type { Recording } from './recordings'
import type { Difference, Row } from './row'

export interface AskedRow {
  readonly recording: string
  readonly id: string
  readonly before: Row
  readonly after: Row
  readonly differences: readonly Difference[]
  /** Why the differences do not count. */
  readonly excuse?: string
}

export interface AskedAgain {
  readonly rows: readonly AskedRow[]
  /** Rows whose host could not be asked, and why. */
  readonly failed: readonly { readonly recording: string; readonly id: string; readonly reason: string }[]
  /** Rows that need what this run does not have. */
  readonly leftOut: number
  /** What the hosts said of themselves. */
  readonly versions: readonly string[]
}

export interface AskOptions {
  readonly source: HostSource
  readonly atOnce: number
  readonly hasStorage: boolean
  readonly rowsOf: (recording: string) => readonly Row[]
  readonly store?: AnswerStore
  /** Ends the run. Whoever aborts it stops the source, too. */
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, all: number, recording: string) => void
}

interface Batch {
  readonly recording: Recording
  readonly rows: readonly Row[]
}

export async function askAgain(chosen: readonly Recording[], options: AskOptions): Promise<AskedAgain> {
  const { atOnce, hasStorage, rowsOf, signal, onProgress = () => {} } = options
  let leftOut = 0
  const batches = chosen.flatMap((recording): Batch[] => {
    const all = rowsOf(recording.name)
    const rows = all.filter((row) => hasStorage || !recording.needsStorage(row))
    leftOut += all.length - rows.length
    return recording.batches(rows).map((batch) => ({ recording, rows: batch }))
  })
  const asked: AskedRow[][] = batches.map(() => [])
  const failed: AskedAgain['failed'][number][] = []
  const versions = new Set<string>()
  let next = 0
  let done = 0
  const work = async (): Promise<void> => {
    for (let index = next++; index < batches.length && !signal?.aborted; index = next++) {
      const batch = batches[index] as Batch
      try {
        const { rows, version } = await answersTo(batch, options)
        if (version !== undefined) versions.add(version)
        asked[index] = comparedRows(batch, rows)
      } catch (thrown) {
        const reason = messageOf(thrown)
        failed.push(...idsOf(batch).map((id) => ({ recording: batch.recording.name, id, reason })))
      }
      done += 1
      onProgress(done, batches.length, batch.recording.name)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return { rows: asked.flat(), failed, leftOut, versions: [...versions] }
}

async function answersTo(batch: Batch, { source, store, signal }: AskOptions) {
  const question = createHash('sha256').update(JSON.stringify(batch.rows)).digest('hex').slice(0, 16)
  const key = `${batch.recording.name} ${question}`
  const known = store?.get(key)
  if (known !== undefined) return known
  const answer = await batch.recording.ask(batch.rows, source)
  // A host that was stopped has said nothing.
  signal?.throwIfAborted()
  store?.add(key, answer)
  return answer
}

function comparedRows({ recording, rows }: Batch, after: readonly Row[]): AskedRow[] {
  const differences = recording.differences(rows, after)
  return rows.map((before, index) => ({
    recording: recording.name,
    id: recording.idOf(before, index),
    before,
    after: after[index] ?? before,
    differences: differences[index] ?? [],
    ...excused(recording.name, recording.idOf(before, index)),
  }))
}

function excused(recording: string, id: string): Pick<AskedRow, 'excuse'> {
  const excuse = reasonNotToRepeat(recording, id)
  return excuse === undefined ? {} : { excuse }
}

function idsOf({ recording, rows }: Batch): readonly string[] {
  return rows.map((row, index) => recording.idOf(row, index))
}
