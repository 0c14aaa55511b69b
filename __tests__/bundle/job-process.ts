/**
 * The program of a process that is kept for one job after the other (`warm-jobs.ts`): runs what `src/index.ts` runs,
 * with the variables and the folder of each order. It is bundled by the global set-up, and never shipped.
 */
import { parse } from 'node:path'
import { run } from '../../src/main'
import { run as discover } from '../../src/many-apps/discover/run'
import { run as overview } from '../../src/many-apps/overview/run'

export interface Order {
  readonly env: NodeJS.ProcessEnv
  readonly folder: string
  readonly action?: 'discover' | 'overview'
  /** Written on a line of its own to both streams when everything else is. */
  readonly end: string
}

const actions = { discover, overview }

process.on('message', (order: Order) => {
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, order.env)
  process.chdir(order.folder)
  process.exitCode = 0
  const ended = order.action === undefined ? run() : actions[order.action]()
  ended.then(() => {
    // A folder that a process is in is not unmounted.
    process.chdir(parse(order.folder).root)
    process.stderr.write(order.end)
    process.stdout.write(`${order.end}${process.exitCode}\n`)
  })
})
// Whoever started it is gone.
process.on('disconnect', () => process.exit())
