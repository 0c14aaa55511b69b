/** The recorded rows are asked of a host that a command starts: here our own model as a program. */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { bundleModelHost } from '../../scripts/model-host/bundle'
import { AnswerStore } from '../../scripts/truth-record/answer-store'
import { askAgain } from '../../scripts/truth-record/ask-again'
import { commandSource } from '../../scripts/truth-record/host-command'
import type { HostSource } from '../../scripts/truth-record/host-source'
import { writeRecordings } from '../../scripts/truth-record/kept-recordings'
import { keptRows, recordings } from '../../scripts/truth-record/recordings'
import { renderDifferences, renderTable } from '../../scripts/truth-record/report'
import { differenceKinds, type Row } from '../../scripts/truth-record/row'

const chosen: Readonly<Record<string, readonly string[]>> = {
  projects: [
    'v1-host-json-null-version',
    'v1-function-json-methods',
    'v1-function-json-scriptfile-missing',
    'v4-settings-executable-overridden-2',
    'v1-function-json-flex-blob-eg',
  ],
  'route-matching': ['routes-products-id-products-list-asks-products-list'],
  contract: ['contract-res-object-statuscode-204'],
}
const idOf = (row: Row): string => (row as { id: string }).id
const rowsOf = (name: string): readonly Row[] =>
  name === 'functions'
    ? keptRows(name).slice(0, 60)
    : keptRows(name).filter((row) => chosen[name]?.includes(idOf(row)))
const options = { atOnce: 2, hasStorage: true, rowsOf }
const folder = mkdtempSync(join(tmpdir(), 'truth-record-'))

describe.skipIf(process.platform !== 'linux')(
  'asking a host again (the recorded handler is a program for Linux)',
  () => {
    let source: HostSource

    beforeAll(async () => {
      const program = join(folder, 'model-host.mjs')
      await bundleModelHost(program)
      source = commandSource(`"${process.execPath}" ${program}`)
    })
    afterAll(() => source.stop())

    it('finds that our model differs in wording only', async () => {
      const asked = await askAgain(
        recordings.filter(({ name }) => name in chosen || name === 'functions'),
        { ...options, source },
      )
      expect(asked.failed).toEqual([])
      expect(asked.rows.length).toBe(67)
      const kinds = differenceKinds.filter((kind) => kind !== 'wording')
      expect(renderDifferences(asked.rows, kinds)).toBe('')
      expect(asked.versions).toEqual(['4.1037.0.0'])
    })

    it('tells each kind of difference, writes what the host said, and keeps what it was told', async () => {
      const [good] = keptRows('contract').filter((row) => idOf(row) === chosen['contract']?.[0])
      const recorded = good as { answers: readonly { status: number }[]; state: string }
      const wrong = {
        ...recorded,
        state: 'Error',
        answers: [{ ...recorded.answers[0], status: 299, body: 'x' }],
      }
      const store = new AnswerStore(join(folder, 'answers.jsonl'), 'test')
      const contract = recordings.filter(({ name }) => name === 'contract')
      const asked = await askAgain(contract, { ...options, source, store, rowsOf: () => [wrong] })
      const text = renderDifferences(asked.rows, differenceKinds)
      expect(text).toMatch(/verdict: .*\n {2}recorded: .*"Error".*\n {2}now: .*"Running"/)
      expect(text).toMatch(/status: .*\n {2}recorded: \[299\]\n {2}now: +\[204\]/)
      expect(text).toMatch(/body: .*\n {2}recorded: "x"\n {2}now: +""/)
      expect(renderTable(asked)).toContain('| contract | 1 | 1 | 1 | 0 | 1 | 0 | 0 |')

      writeFileSync(join(folder, 'contract.jsonl'), `${JSON.stringify(wrong)}\n`)
      writeFileSync(join(folder, 'host-versions.json'), '{}')
      expect(writeRecordings(asked, folder)).toBe(1)
      const written = JSON.parse(readFileSync(join(folder, 'contract.jsonl'), 'utf8'))
      expect(written).toMatchObject({
        id: idOf(wrong),
        state: 'Running',
        answers: [{ status: 204, body: '' }],
      })
      expect(readFileSync(join(folder, 'host-versions.json'), 'utf8')).toContain('"version": "4.1037.0.0"')

      const again = new AnswerStore(join(folder, 'answers.jsonl'), 'test')
      const dead: HostSource = { ...source, start: () => Promise.reject(new Error('nothing is asked twice')) }
      const resumed = await askAgain(contract, {
        ...options,
        source: dead,
        store: again,
        rowsOf: () => [wrong],
      })
      expect(resumed.failed).toEqual([])
      expect(new AnswerStore(join(folder, 'answers.jsonl'), 'another host').size).toBe(0)
    })

    it('keeps no answer of a host that was stopped when the run is broken off, and leaves nothing', async () => {
      const temporary = mkdtempSync(join(folder, 'temporary-'))
      vi.stubEnv('TMPDIR', temporary)
      const silent = commandSource('sleep 1000')
      const store = new AnswerStore(join(folder, 'broken-off.jsonl'), 'test')
      const ending = new AbortController()
      const asking = askAgain(
        recordings.filter(({ name }) => name === 'contract'),
        { ...options, source: silent, store, rowsOf, signal: ending.signal },
      )
      await vi.waitUntil(() => readdirSync(temporary).length === 2)
      ending.abort(new Error('broken off'))
      await silent.stop()
      const { rows, failed } = await asking
      vi.unstubAllEnvs()
      expect([rows, failed.map(({ reason }) => reason)]).toEqual([[], ['broken off']])
      expect(readdirSync(temporary)).toEqual([])
      expect(store.size).toBe(0)
      await expect(silent.start({ folder, settings: {} })).rejects.toThrow('No host is started any more.')
    })
  },
)
