/**
 * The entry of the bundle, which holds three actions and the command of the terminal: `node index.js` is the main
 * action, `node index.js discover` and `node index.js overview` the others, `node index.js terminal …` the command.
 */
import { run } from './main'
import { run as discover } from './many-apps/discover/run'
import { run as overview } from './many-apps/overview/run'
import { failStep } from './runner/step'
import { runToTheEnd } from './runner/to-the-end'
import { failCommand, runCommand } from './terminal/run'

const actions: Readonly<Record<string, () => Promise<void>>> = { discover, overview }
const [, , mode = '', ...words] = process.argv

const ended =
  mode === 'terminal'
    ? runToTheEnd(() => runCommand(words), failCommand)
    : runToTheEnd(actions[mode] ?? run, failStep)
ended.finally(() => {
  // A connection to a silent server must not hold the step open after everything is written.
  setTimeout(() => process.exit(), 1000).unref()
})
