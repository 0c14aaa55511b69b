/**
 * Markdown of docs/performance.md: tables and the budgets. Pure but for the one write.
 */

export interface Table {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** A promise with what was measured. */
export interface Budget {
  readonly what: string
  readonly limit: string
  readonly measured: string
  /** Undefined: it could not be measured here, and `measured` says why. */
  readonly isMet: boolean | undefined
  /** A promise about wall time on free cores, which a busy machine can keep but not break. */
  readonly needsFreeCores?: boolean
  /** The load average when it was measured, when there were not enough free cores. */
  readonly busyAt?: number
}

/** One part of the page. */
export interface Section {
  readonly title: string
  /** Markdown blocks; a table is rendered. */
  readonly blocks: readonly (string | Table)[]
  readonly budgets: readonly Budget[]
}

/**
 * Renders a section.
 *
 * @param section title and blocks
 * @returns Markdown that ends in a line end
 */
export function renderSection({ title, blocks }: Section): string {
  return [`## ${title}`, ...blocks.map(renderBlock)].join('\n\n')
}

/**
 * The table of all budgets.
 *
 * @param budgets in the order of the sections
 * @returns a table with met, not met, or why it was not measured
 */
export function budgetTable(budgets: readonly Budget[]): Table {
  return {
    head: ['budget', 'at most', 'measured', ''],
    rows: budgets.map((budget) => [budget.what, budget.limit, budget.measured, verdictOf(budget)]),
  }
}

function verdictOf({ isMet, needsFreeCores = false, busyAt }: Budget): string {
  if (isMet === undefined) return 'not measured'
  if (isMet) return 'met'
  return needsFreeCores && busyAt !== undefined
    ? `not judged: the load average was ${busyAt.toFixed(1)}`
    : '**not met**'
}

/** Renders text as it is and a table as Markdown. */
export function renderBlock(block: string | Table): string {
  if (typeof block === 'string') return block
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(block.head), line(block.head.map(() => '---')), ...block.rows.map(line)].join('\n')
}

/** A size as `12.3 MB`. */
export function megabytes(bytes: number): string {
  const value = bytes / 1e6
  return `${value.toFixed(value < 10 ? 2 : 1)} MB`
}

/** A ratio as `0.42 ×`. */
export function times(ratio: number): string {
  return `${ratio.toFixed(ratio < 10 ? 2 : 0)} ×`
}

/** A part as `+0.7 %`. */
export function percent(part: number): string {
  return `${part >= 0 ? '+' : '−'}${Math.abs(part * 100).toFixed(2)} %`
}
