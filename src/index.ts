/** The entry of the bundled action: it runs, and nothing else. */
import { run } from './main'

await run()
