/** The entry of the bundled action: it runs, and nothing else. */
import { run } from './main'
import { runToTheEnd } from './runner/to-the-end'

runToTheEnd(run).finally(() => {
  // A connection to a silent server must not hold the step open after everything is written.
  setTimeout(() => process.exit(), 1000).unref()
})
