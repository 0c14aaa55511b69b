/**
 * `npm run bench`: measures everything that docs/performance.md promises, prints the tables and writes the page.
 * `npm run bench -- startup growth` measures only these parts again; the page keeps the others as they were last
 * measured on this machine. `ACTION_DIST` names another bundle than the shipped one.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { repositoryRoot } from '../scripts/run-action'
import { measureByHand } from './by-hand'
import { measureGrowth } from './growth'
import { measureInspection } from './inspection'
import { describeMachine } from './machine'
import { measureOverlap } from './overlap'
import { measurePackaging } from './packaging'
import { budgetTable, megabytes, renderBlock, renderSection, type Section } from './page'
import { measureProfile } from './profile'
import { cacheFolder, obtainPrograms } from './programs'
import { measureStartup } from './startup'

const resultsFolder = join(cacheFolder, 'results')
const machine = describeMachine()
const programs = obtainPrograms()
const parts: Readonly<Record<string, () => Promise<Section>>> = {
  startup: () => measureStartup(programs, 21),
  inspect: () => measureInspection(programs, 11),
  package: () => measurePackaging(programs, 2),
  check: () => measureByHand(15),
  overlap: () => measureOverlap(),
  growth: () => measureGrowth(programs, join(repositoryRoot, 'docs', 'images')),
  profile: () => measureProfile(programs),
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`bench: there is no part '${unknown.join("', '")}': use ${Object.keys(parts).join(', ')}`)
  process.exit(1)
}
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const loadBefore = await calm()
  const startedAt = performance.now()
  const section = await measure()
  const [loadAfter = 0] = loadavg()
  const tookS = ((performance.now() - startedAt) / 1000).toFixed(0)
  const note = `Measured in ${tookS} s beginning at a load average of ${loadBefore.toFixed(1)}, ending at ${loadAfter.toFixed(1)}.`
  mkdirSync(resultsFolder, { recursive: true })
  const budgets = section.budgets.map((budget) =>
    loadBefore > availableParallelism() ? { ...budget, busyAt: loadBefore } : budget,
  )
  const result: Section = { ...section, budgets, blocks: [note, ...section.blocks] }
  writeFileSync(resultOf(name), JSON.stringify(result))
  console.log(`\n${renderSection(section)}\n\nbench: ${name}: ${note}`)
}
rmSync(join(cacheFolder, 'workspaces'), { recursive: true, force: true })
const missing = Object.keys(parts).filter((name) => !existsSync(resultOf(name)))
const sections = Object.keys(parts)
  .filter((name) => !missing.includes(name))
  .map((name) => JSON.parse(readFileSync(resultOf(name), 'utf8')) as Section)
const budgets = sections.flatMap((section) => section.budgets)
console.log(`\n${renderBlock(budgetTable(budgets))}`)
// Numbers of one machine are no verdict on a change: only a bench that could not run fails.
if (missing.length === 0) writePage()
else console.log(`bench: no page yet, ${missing.join(', ')} was never measured here`)

/** Waits until what ran before has faded from the load average, for at most two minutes. */
async function calm(): Promise<number> {
  const waitingSince = performance.now()
  for (;;) {
    const [load = 0] = loadavg()
    if (load < 1 || performance.now() - waitingSince > 120_000) return load
    await setTimeout(5000)
  }
}

function resultOf(name: string): string {
  return join(resultsFolder, `${name}.json`)
}

function writePage(): void {
  const { hello, medium, large, notes } = programs
  const binaries = [hello, medium, large].filter((program) => program !== undefined)
  const page = [
    '# Performance',
    'Written by `npm run bench` from its measurements; run it again to see the numbers of your machine. Every comparison runs in turn in the same minutes, so that other work on the machine meets all of it alike. Times read `fastest (median, lower to upper quartile)`: an absolute budget is judged by the fastest round, which other work disturbed least; a ratio is the median of the ratios within rounds. A promise about free cores that was not kept on a machine with more work than cores is not judged.',
    machine,
    renderBlock({
      head: ['binary', 'size', 'built with'],
      rows: binaries.map(({ name, sizeBytes, origin }) => [name, megabytes(sizeBytes), `\`${origin}\``]),
    }),
    ...notes,
    '## Budgets',
    renderBlock(budgetTable(budgets)),
    ...sections.map(renderSection),
  ].join('\n\n')
  const path = join(repositoryRoot, 'docs', 'performance.md')
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, `${page}\n`)
  console.log(`bench: wrote ${path}`)
}
