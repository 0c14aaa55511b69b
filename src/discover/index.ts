/** The entry of the bundled action `discover`: it runs, and nothing else. */
import { run } from './run'

await run()
