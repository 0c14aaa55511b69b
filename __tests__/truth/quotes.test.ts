/**
 * What our texts quote, held against what the host said: every quotation in the descriptions of the codes and every
 * heading of docs/troubleshooting.md stands in a recorded row, or in quote-sources.ts with where else it was read.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { repositoryRoot } from '../../scripts/run-action'
import { recordings } from '../../scripts/truth/recordings'
import { readRows } from '../../scripts/truth/rows'
import type { CodeDescription } from '../../src/findings'
import { codesByRoom } from '../../src/stages/code-descriptions'
import { introduction, patternOf, quotationsIn } from './quotations'
import { otherSources } from './quote-sources'

const recorded = recordings
  // Those compare the statuses of the same rows once more.
  .filter(({ name }) => !name.endsWith('-answers'))
  .flatMap(({ name }) => readRows(name).flatMap(saidIn))
  .join('\n')
const troubleshooting = readFileSync(join(repositoryRoot, 'docs', 'troubleshooting.md'), 'utf8')

/** Everything that the host said in one row: errors of the host and of functions, lines of its log, answers. */
function saidIn(row: Readonly<Record<string, unknown>>): readonly string[] {
  const { error, host, log, answers } = row as {
    readonly error?: string
    readonly host?: {
      readonly errors?: readonly string[]
      readonly functionErrors?: Readonly<Record<string, readonly string[]>>
    }
    readonly log?: readonly string[]
    readonly answers?: readonly { readonly body?: string }[]
  }
  return [
    error ?? '',
    ...(host?.errors ?? []),
    ...Object.values(host?.functionErrors ?? {}).flat(),
    ...(log ?? []),
    ...(answers ?? []).map(({ body }) => body ?? ''),
  ].map((text) => text.replace(/\s+/g, ' '))
}

const isRecorded = (quotation: string): boolean => patternOf(quotation).test(recorded)
const begins = (quotation: string, text: string): boolean =>
  new RegExp(`^${patternOf(text).source}`).test(quotation.replace(introduction, ''))
const hasSource = (quotation: string): boolean =>
  Object.keys(otherSources).some((text) => begins(quotation, text))

const described = Object.values(codesByRoom).flatMap((codes) =>
  Object.entries<CodeDescription>(codes).flatMap(([code, { seen }]) =>
    quotationsIn(seen).map((quotation) => ({ where: code, quotation })),
  ),
)
const headings = [...troubleshooting.matchAll(/^### (.*)$/gm)]
  .flatMap(([, heading = '']) => quotationsIn(heading, 1))
  .map((quotation) => ({ where: 'docs/troubleshooting.md', quotation }))

describe('a quotation', () => {
  it('is read out of descriptions and headings', () => {
    expect(described.length).toBeGreaterThan(150)
    expect(headings.length).toBeGreaterThan(40)
  })

  it.each([...described, ...headings])('$where: $quotation', ({ quotation }) => {
    expect(isRecorded(quotation) || hasSource(quotation), quotation).toBe(true)
  })

  it('of another wording is not taken for a recorded one', () => {
    for (const wrong of [
      'The Hello function is in error: 1st is no function name.',
      "Failed to convert configuration value '30s' at 'AzureFunctionsJobHost:customHandler:Port' to type 'System.TimeSpan'.",
      'WorkerConfig for runtime: native not found.',
    ])
      expect(isRecorded(wrong), wrong).toBe(false)
  })
})

it('has no source for what is recorded or quoted nowhere', () => {
  const all = [...described, ...headings].map(({ quotation }) => quotation)
  const unrecorded = all.filter((quotation) => !isRecorded(quotation))
  const idle = Object.keys(otherSources).filter(
    (text) => !unrecorded.some((quotation) => begins(quotation, text)),
  )
  expect(idle).toEqual([])
})
