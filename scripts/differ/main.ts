/**
 * `npm run differ -- --seed N --count M`: holds the checks against the host's model on many slightly wrong apps.
 */
import { parseArgs } from 'node:util'
import { compareSeed } from './compare'
import { someProject } from './some-project'

const { values } = parseArgs({ options: { seed: { type: 'string' }, count: { type: 'string' } } })
const first = Number(values.seed ?? Date.now() % 1_000_000_000)
const count = Number(values.count ?? 20_000)
const project = someProject()
let found = 0
for (let seed = first; seed < first + count; seed += 1) {
  const disagreement = compareSeed(project, seed)
  if (disagreement === undefined) continue
  found += 1
  process.stdout.write(
    `seed ${seed}: the model says '${disagreement.model}', and no check does\n${JSON.stringify(disagreement.files)}\n`,
  )
}
process.stdout.write(`${count} apps from seed ${first}: ${found} on which the checks are silent\n`)
process.exitCode = found === 0 ? 0 : 1
