/** The entry of the bundled action `overview`: it runs, and nothing else. */
import { runToTheEnd } from '../../runner/to-the-end'
import { run } from './run'

void runToTheEnd(run)
