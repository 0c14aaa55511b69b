/** What came of the scenarios: on the terminal, and as a table in docs/reliability.md. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeBlock } from '../marked-blocks'
import { repositoryRoot } from '../run-action'
import { pollMs, slackMs, type Verdict, verdicts } from './judge'
import type { Played } from './run-scenario'
import { plansInTurn, type Scenario } from './scenario'

/** Prints the counts. */
export function printResults(played: readonly Played[], elapsedMs: number): void {
  console.log(`\n${summaryOf(played, elapsedMs)}`)
  for (const verdict of verdicts) console.log(`${verdict}: ${count(played, verdict)}`)
}

/** Writes the table, a row for each group of scenarios. */
export function writeResults(
  groups: Readonly<Record<string, readonly Scenario[]>>,
  played: readonly Played[],
  elapsedMs: number,
): void {
  const page = join(repositoryRoot, 'docs', 'reliability.md')
  const rows = Object.entries(groups).map(([title, scenarios]) => {
    const names = new Set(scenarios.map(({ name }) => name))
    return rowOf(
      title,
      played.filter(({ scenario }) => names.has(scenario.name)),
    )
  })
  const table = [
    summaryOf(played, elapsedMs),
    '',
    '| what happens | has to be | deployments | right | wrong green | wrong red | other |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
    boundOf(played),
  ].join('\n')
  writeFileSync(page, writeBlock(readFileSync(page, 'utf8'), 'test:promise', table))
}

function summaryOf(played: readonly Played[], elapsedMs: number): string {
  const greens = played.filter(({ scenario }) => scenario.expects.end === 'green').length
  const plans = plansInTurn.map(
    (plan) => `${plan} ${played.filter(({ scenario }) => scenario.plan === plan).length}`,
  )
  return (
    `${played.length} deployments (${plans.join(', ')}) in ${Math.round(elapsedMs / 1000)} s: ` +
    `${greens} have to be green and ${played.length - greens} red. ` +
    `Wrong greens: ${count(played, 'wrong green')}. Wrong reds: ${count(played, 'wrong red')}.`
  )
}

function rowOf(title: string, played: readonly Played[]): string {
  const right = count(played, 'right')
  const [wrongGreen, wrongRed] = [count(played, 'wrong green'), count(played, 'wrong red')]
  const ends = [...new Set(played.map(({ scenario }) => scenario.expects.end))].join(', ')
  const other = played.length - right - wrongGreen - wrongRed
  return `| ${title} | ${ends} | ${played.length} | ${right} | ${wrongGreen} | ${wrongRed} | ${other} |`
}

function boundOf(played: readonly Played[]): string {
  const bounded = played.filter(({ endedAfterMs }) => endedAfterMs !== undefined)
  const beyond = bounded.map(({ endedAfterMs = 0, scenario: { expects } }) => {
    const { settleMs = 0, disturbedForMs = 0 } = expects.end === 'green' ? expects : {}
    return endedAfterMs - settleMs - disturbedForMs
  })
  const seconds = (ms: number): string => (ms / 1000).toFixed(1)
  return (
    `${bounded.length} verifications of healthy apps had a limit, counted from when every instance served the package: ` +
    `the time that they have to watch, one look (${seconds(pollMs)} s), and ${seconds(slackMs)} s for its requests on ` +
    `a busy machine. The latest ended ${seconds(Math.max(0, ...beyond))} s after the time that it had to watch.`
  )
}

function count(played: readonly Played[], verdict: Verdict): number {
  return played.filter((one) => one.verdict === verdict).length
}
