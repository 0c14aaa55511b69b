/**
 * The results of the fault matrix as tables: on the terminal, and as a digest in docs/reliability.md.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '../run-action'
import type { Result } from './judge'
import type { Scenario } from './matrix'

const kept = join(repositoryRoot, '.cache', 'faults')
const page = join(repositoryRoot, 'docs', 'reliability.md')
const begin = '<!-- test:faults -->'
const end = '<!-- /test:faults -->'

const letters: Readonly<Record<Result, string>> = {
  succeeded: '+',
  stopped: 's',
  'not met': '.',
  defect: 'X',
}

/**
 * Prints for each request what came of each fault.
 *
 * @param scenarios all that were run
 * @param requests how many requests each target has
 * @param elapsedMs real time of the run
 */
export function printDigest(
  scenarios: readonly Scenario[],
  requests: ReadonlyMap<string, number>,
  elapsedMs: number,
): void {
  const faults = [...new Set(scenarios.map(({ fault }) => fault))]
  console.log(
    '\n+ succeeded exactly once   s stopped with one clear finding   . not met   X defect   blank: does not apply\n',
  )
  for (const [index, fault] of faults.entries()) console.log(`${columnOf(index)} ${fault}`)
  for (const target of requests.keys()) {
    const own = scenarios.filter((scenario) => scenario.target === target)
    console.log(`\n${target}\n${faults.map((_, index) => columnOf(index)).join('')}`)
    for (const request of new Set(own.map((scenario) => scenario.request))) {
      const cells = faults.map((fault) => {
        const found = own.find((scenario) => scenario.request === request && scenario.fault === fault)
        return found === undefined ? ' ' : letters[found.result]
      })
      console.log(`${cells.join('')}  ${request}`)
    }
  }
  console.log(`\n${summaryOf(scenarios, elapsedMs)}`)
}

export interface TargetResults {
  readonly scenarios: readonly Scenario[]
  readonly requests: number
  readonly elapsedMs: number
}

/**
 * Keeps the results of one target for the digest, also of later runs.
 *
 * @param target its name
 * @param isWhole false: the results are some of all, and replace only the same ones
 * @param results of its requests and faults
 */
export function keepResults(target: string, isWhole: boolean, results: TargetResults): void {
  mkdirSync(kept, { recursive: true })
  const file = fileOf(target)
  if (isWhole) {
    const day = new Date().toISOString().slice(0, 10)
    writeFileSync(file, JSON.stringify({ ...results, day }))
    return
  }
  if (!existsSync(file)) return
  const whole: KeptResults = JSON.parse(readFileSync(file, 'utf8'))
  const scenarios = whole.scenarios.map(
    (old) => results.scenarios.find((now) => now.request === old.request && now.fault === old.fault) ?? old,
  )
  writeFileSync(file, JSON.stringify({ ...whole, scenarios }))
}

/**
 * Writes the digest of all kept results between its markers, when there are some of every target; the rest of the
 * page is left alone.
 *
 * @param targets in their order
 */
export function writeDigest(targets: readonly string[]): void {
  const missing = targets.filter((target) => !existsSync(fileOf(target)))
  if (missing.length > 0) {
    console.log(`docs/reliability.md is left as it is: there are no results of ${missing.join('; ')} yet`)
    return
  }
  const results = targets.map(
    (target): KeptResults => ({ ...JSON.parse(readFileSync(fileOf(target), 'utf8')), target }),
  )
  const text = existsSync(page) ? readFileSync(page, 'utf8') : '# Reliability\n'
  const digest = [begin, '', ...digestLines(results), '', end].join('\n')
  const [before = '', rest] = text.split(begin)
  const after = rest?.split(end)[1]
  writeFileSync(
    page,
    after === undefined ? `${text.trimEnd()}\n\n${section}\n\n${digest}\n` : `${before}${digest}${after}`,
  )
}

interface KeptResults extends TargetResults {
  readonly target: string
  readonly day: string
}

function fileOf(target: string): string {
  return join(kept, `${target.replace(/\W+/g, '-')}.json`)
}

const section = `## Faults

\`npm run test:faults\` learns every HTTP request of a deployment from a clean run, and then lets each of them meet
each fault. A fault that passes has to be survived, with the package activated exactly once. A fault that stays has to
end in one clear finding, in time, and the app has to be as before unless the findings say how it differs.`

function digestLines(results: readonly KeptResults[]): readonly string[] {
  const scenarios = results.flatMap((result) => result.scenarios)
  const lines = [summaryOf(scenarios, Math.max(...results.map(({ elapsedMs }) => elapsedMs))), '']
  lines.push('| app | requests | scenarios | succeeded once | stopped clearly | not met | defects | date |')
  lines.push('| --- | --- | --- | --- | --- | --- | --- | --- |')
  for (const { target, requests, day, scenarios: own } of results) {
    lines.push(`${rowOf([target, requests], own)} ${day} |`)
  }
  lines.push('', '| fault | scenarios | succeeded once | stopped clearly | not met | defects |')
  lines.push('| --- | --- | --- | --- | --- | --- |')
  for (const fault of new Set(scenarios.map((scenario) => scenario.fault))) {
    lines.push(
      rowOf(
        [fault],
        scenarios.filter((scenario) => scenario.fault === fault),
      ),
    )
  }
  lines.push('', '| request | scenarios | succeeded once | stopped clearly | not met | defects |')
  lines.push('| --- | --- | --- | --- | --- | --- |')
  for (const request of new Set(scenarios.map((scenario) => scenario.request))) {
    lines.push(
      rowOf(
        [`\`${request}\``],
        scenarios.filter((scenario) => scenario.request === request),
      ),
    )
  }
  const defects = scenarios.filter(({ result }) => result === 'defect')
  if (defects.length > 0) lines.push('', 'Defects:', '')
  for (const { target, request, fault, reasons } of defects) {
    lines.push(`- ${target}, \`${request}\`, ${fault}: ${reasons.join('; ').slice(0, 300)}`)
  }
  return lines
}

function rowOf(names: readonly (string | number)[], scenarios: readonly Scenario[]): string {
  const count = (result: Result): number => scenarios.filter((scenario) => scenario.result === result).length
  const cells = [scenarios.length, count('succeeded'), count('stopped'), count('not met'), count('defect')]
  return `| ${[...names, ...cells].join(' | ')} |`
}

function summaryOf(scenarios: readonly Scenario[], elapsedMs: number): string {
  const defects = scenarios.filter(({ result }) => result === 'defect').length
  return `${scenarios.length} scenarios in ${Math.round(elapsedMs / 1000)} s on Node ${process.versions.node}: ${defects} ${defects === 1 ? 'defect' : 'defects'}.`
}

// One character for each column of the printed table.
function columnOf(index: number): string {
  return '0123456789abcdefghijklmnopqrstuvwxyzABCDEF'[index] ?? '?'
}
