/**
 * The entry of the bundle, which holds three actions: `node index.js` is the main one, `node index.js discover` and
 * `node index.js overview` the others.
 */
import { run } from './main'
import { run as discover } from './many-apps/discover/run'
import { run as overview } from './many-apps/overview/run'
import { runToTheEnd } from './runner/to-the-end'

const actions: Readonly<Record<string, () => Promise<void>>> = { discover, overview }

runToTheEnd(actions[process.argv[2] ?? ''] ?? run).finally(() => {
  // A connection to a silent server must not hold the step open after everything is written.
  setTimeout(() => process.exit(), 1000).unref()
})
