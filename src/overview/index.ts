/** The entry of the bundled action `overview`: it runs, and nothing else. */
import { run } from './run'

await run()
