/**
 * `npm run truth`: prints how far the action agrees with what the Functions host did, and every row without a reason.
 * `--only NAME` asks one recording; `--rows` shows the rows that disagree.
 */
import { parseArgs } from 'node:util'
import { measureAgreement, renderAgreement } from './agreement'
import { recordings } from './recordings'

const { values } = parseArgs({
  options: { only: { type: 'string' }, rows: { type: 'boolean', default: false } },
})
const chosen = recordings.filter(({ name }) => values.only === undefined || name === values.only)
const agreement = await measureAgreement(chosen)
process.stdout.write(renderAgreement(agreement))
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
