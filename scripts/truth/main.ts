/**
 * `npm run truth`: prints how far the action agrees with what the Functions host did, and every row without a reason,
 * and writes the table into docs/reliability.md when all recordings were asked.
 * `--only NAME` asks one recording; `--rows` shows the rows that disagree.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeBlock } from '../marked-blocks'
import { measureAgreement, renderAgreement } from './agreement'
import { recordings } from './recordings'

const { values } = parseArgs({
  options: { only: { type: 'string' }, rows: { type: 'boolean', default: false } },
})
const chosen = recordings.filter(({ name }) => values.only === undefined || name === values.only)
const agreement = await measureAgreement(chosen)
const table = renderAgreement(agreement)
process.stdout.write(table)
if (values.only === undefined) {
  const page = join(import.meta.dirname, '..', '..', 'docs', 'reliability.md')
  writeFileSync(page, writeBlock(readFileSync(page, 'utf8'), 'truth', table))
}
const wrong = agreement.groups.flatMap((group) =>
  group.wrong.map((answer) => ({ ...answer, recording: group.recording })),
)
if (values.rows) {
  for (const { recording, id, ours, host } of wrong) {
    process.stdout.write(
      `\n${recording}/${id}\n  host: ${host.slice(0, 300)}\n  ours: ${ours.slice(0, 300)}\n`,
    )
  }
}
for (const row of agreement.idle)
  process.stdout.write(`\nlisted as an exception, but agrees or is not there: ${row}\n`)
process.exitCode = wrong.length > 0 || agreement.idle.length > 0 ? 1 : 0
