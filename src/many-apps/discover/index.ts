/** The entry of the bundled action `discover`: it runs, and nothing else. */
import { runToTheEnd } from '../../runner/to-the-end'
import { run } from './run'

void runToTheEnd(run)
