/** The recordings that can be asked again: how the rows of each are put to hosts, and compared. */
import { readRows } from '../truth/rows'
import { askFunctions, functionDifferences } from './function-rows'
import type { HostSource } from './host-source'
import { askPages, pageDifferences } from './page-rows'
import { askProject, projectDifferences } from './project-rows'
import { askReplies, replyDifferences } from './reply-rows'
import type { AskedRows, Difference, Row } from './row'

export interface Recording {
  readonly name: string
  /** Rows that are put to one host together. */
  batches(rows: readonly Row[]): readonly (readonly Row[])[]
  ask(batch: readonly Row[], source: HostSource): Promise<AskedRows>
  /** Of each row of a batch. */
  differences(before: readonly Row[], after: readonly Row[]): readonly (readonly Difference[])[]
  idOf(row: Row, index: number): string
  /** Whether the rows need a storage account that a host can reach. */
  needsStorage(row: Row): boolean
}

const ofOne = {
  batches: (rows: readonly Row[]) => rows.map((row) => [row]),
  idOf: (row: Row) => (row as { id: string }).id,
  needsStorage: (row: Row) =>
    'AzureWebJobsStorage' in ((row as { settings?: Readonly<Record<string, string>> }).settings ?? {}),
}

const project = {
  ...ofOne,
  ask: ([row]: readonly Row[], source: HostSource) => askProject(row ?? {}, source),
  differences: eachWith(projectDifferences),
}
const reply = {
  ...ofOne,
  ask: ([row]: readonly Row[], source: HostSource) => askReplies(row ?? {}, source),
  differences: eachWith(replyDifferences),
}
/** Few enough that several apps run side by side. */
const functionsOfApp = 250
const functions = {
  ...ofOne,
  batches: (rows: readonly Row[]) =>
    Array.from({ length: Math.ceil(rows.length / functionsOfApp) }, (_, index) =>
      rows.slice(index * functionsOfApp, (index + 1) * functionsOfApp),
    ),
  differences: eachWith(functionDifferences),
}

export const recordings: readonly Recording[] = [
  // Those that wait longest come first.
  { ...reply, name: 'handler' },
  {
    name: 'admin',
    batches: bySituation,
    ask: askPages,
    differences: pageDifferences,
    idOf: (row, index) => `${(row as { situation: string }).situation} ${index + 1}`,
    needsStorage: () => false,
  },
  {
    ...functions,
    name: 'functions',
    ask: (batch, source) => askFunctions('functions', batch, source),
  },
  {
    ...functions,
    name: 'functions-extensions',
    ask: (batch, source) => askFunctions('functions-extensions', batch, source),
    needsStorage: () => true,
  },
  { ...reply, name: 'route-matching' },
  { ...reply, name: 'contract' },
  { ...project, name: 'routes-start' },
  { ...project, name: 'projects' },
]

/** The rows of a recording, as they are kept. */
export function keptRows(name: string): readonly Row[] {
  return readRows(name)
}

function eachWith(compare: (before: Row, after: Row) => readonly Difference[]): Recording['differences'] {
  return (before, after) => before.map((row, index) => compare(row, after[index] ?? {}))
}

function bySituation(rows: readonly Row[]): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const { situation } = row as { situation: string }
    groups.set(situation, [...(groups.get(situation) ?? []), row])
  }
  return [...groups.values()]
}
