/**
 * `npm run truth:record -- --image IMAGE | --host-command COMMAND`: asks a real host everything again that was
 * recorded of one, and writes its answers. `--check` writes nothing: it prints each difference and ends with 1 when
 * there is one in more than wording (`--strict`: in wording, too). `--only NAME` asks one recording, `--storage
 * CONNECTION` names a storage account that the host can reach, `--at-once N` so many hosts side by side, `--table
 * FILE` writes the counts as Markdown.
 */
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { messageOf } from '../../src/errors'
import { AnswerStore } from './answer-store'
import { askAgain } from './ask-again'
import { commandSource } from './host-command'
import { imageSource } from './host-image'
import type { HostSource } from './host-source'
import { withStorage } from './host-source'
import { writeRecordings } from './kept-recordings'
import { keptRows, recordings } from './recordings'
import { renderDifferences, renderTable, rowsWith } from './report'
import { differenceKinds } from './row'

/** For what is being asked when the run is broken off. */
const patienceMs = 20_000

const { values } = parseArgs({
  options: {
    image: { type: 'string' },
    'host-command': { type: 'string' },
    check: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    only: { type: 'string' },
    storage: { type: 'string' },
    'at-once': { type: 'string', default: '4' },
    table: { type: 'string' },
  },
})

const chosen = recordings.filter(({ name }) => values.only === undefined || name === values.only)
if (chosen.length === 0) {
  fail(`--only is '${values.only}'. Use one of ${recordings.map(({ name }) => name).join(', ')}.`)
}
const source = withStorage(await chosenSource(), values.storage)
const store = new AnswerStore(
  join(import.meta.dirname, '..', '..', '.cache', 'truth-record', 'answers.jsonl'),
  `${source.name} ${values.storage ?? ''}`,
)
if (store.size > 0)
  process.stdout.write(`Going on after ${store.size} answers of a run that was broken off.\n`)
const ending = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    ending.abort(new Error(signal))
    void source.stop()
    setTimeout(() => process.exit(130), patienceMs).unref()
  })
}

const beganAt = Date.now()
const asked = await askAgain(chosen, {
  ...{ source, store, rowsOf: keptRows, onProgress: showProgress },
  atOnce: Math.max(1, Number(values['at-once']) || 1),
  hasStorage: values.storage !== undefined,
  signal: ending.signal,
})
await source.stop()
if (ending.signal.aborted) process.exit(130)
const kinds = differenceKinds.filter((kind) => values.strict || kind !== 'wording')
process.stdout.write(`\n${renderDifferences(asked.rows, values.check ? kinds : differenceKinds)}`)
for (const { recording, id, reason } of asked.failed)
  process.stdout.write(`not asked: ${recording}/${id}: ${reason}\n`)
const table = renderTable(asked)
process.stdout.write(`\n${table}\n`)
if (asked.leftOut > 0) process.stdout.write(`${asked.leftOut} rows were left out: they need --storage.\n`)
const seconds = Math.round((Date.now() - beganAt) / 1000)
process.stdout.write(`Asked host ${asked.versions.join(', ') || 'of no known version'} in ${seconds} s.\n`)
if (values.table !== undefined) appendFileSync(values.table, `${table}\n`)
const isDifferent = kinds.some((kind) => rowsWith(asked.rows, kind) > 0)
if (asked.failed.length === 0) store.remove()
if (!values.check && asked.failed.length === 0) {
  const changed = writeRecordings(asked)
  process.stdout.write(`Wrote ${changed} rows.\n`)
}
process.exitCode = asked.failed.length > 0 || (values.check && isDifferent) ? 1 : 0

async function chosenSource(): Promise<HostSource> {
  const { image, 'host-command': command } = values
  if ((image === undefined) === (command === undefined)) fail('Name either --image or --host-command.')
  if (command !== undefined) return commandSource(command)
  try {
    return await imageSource(image ?? '')
  } catch (error) {
    return fail(messageOf(error))
  }
}

function showProgress(done: number, all: number, recording: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r${done} of ${all} hosts asked (${recording})\u001b[K`)
  else if (done % 100 === 0 || done === all) process.stdout.write(`${done} of ${all} hosts asked\n`)
}

function fail(text: string): never {
  process.stderr.write(`${text}\n`)
  process.exit(2)
}
