/**
 * `npm run bench`: measures everything that docs/performance.md promises, prints the tables and writes the page.
 * `npm run bench -- startup growth` measures only these parts and writes nothing. `ACTION_DIST` names another
 * bundle than the shipped one.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '../scripts/run-action'
import { measureByHand } from './by-hand'
import { measureEarlier } from './earlier'
import { measureGrowth } from './growth'
import { measureInspection } from './inspection'
import { describeMachine } from './machine'
import { measureOverlap } from './overlap'
import { measurePackaging } from './packaging'
import { budgetTable, megabytes, renderBlock, renderSection, type Section } from './page'
import { measureProfile } from './profile'
import { cacheFolder, obtainPrograms } from './programs'

const machine = describeMachine()
const programs = obtainPrograms()
const parts: Readonly<Record<string, () => Promise<Section>>> = {
  startup: async () => (await import('./startup')).measureStartup(programs, 7),
  inspect: () => measureInspection(programs, 5),
  package: () => measurePackaging(programs, 3),
  check: () => measureByHand(5),
  overlap: () => measureOverlap(),
  growth: () => measureGrowth(programs, join(repositoryRoot, 'docs', 'images')),
  earlier: () => measureEarlier(programs),
  profile: () => measureProfile(programs),
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in parts))
if (unknown.length > 0) {
  console.error(`bench: there is no part '${unknown.join("', '")}': use ${Object.keys(parts).join(', ')}`)
  process.exit(1)
}
const sections: Section[] = []
for (const [name, measure] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const startedAt = performance.now()
  const section = await measure()
  sections.push(section)
  console.log(`\n${renderSection(section)}\n`)
  console.log(`bench: ${name} took ${((performance.now() - startedAt) / 1000).toFixed(0)} s`)
}
const budgets = sections.flatMap((section) => section.budgets)
console.log(`\n${renderBlock(budgetTable(budgets))}`)
rmSync(join(cacheFolder, 'workspaces'), { recursive: true, force: true })
if (wanted.length === 0) writePage()
// Numbers of one machine are no verdict on a change: only a bench that could not run fails.

function writePage(): void {
  const { hello, medium, large, notes } = programs
  const binaries = [hello, medium, large].filter((program) => program !== undefined)
  const page = [
    '# Performance',
    'Written by `npm run bench` from its measurements; run it again to see the numbers of your machine. Every comparison runs in turn in the same minutes, so that other work on the machine meets all of it alike; ratios are medians of the ratios within rounds.',
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
