/** Keeps a process from ending green before its work is done. */

/**
 * Runs an action to its end. A process whose promises cannot settle any more, because nothing is left that could
 * settle them, ends with exit code 0; the runner would take that for success.
 *
 * @param run the action; what it throws ends the process with Node's own message
 * @param fail says why the process fails, and makes it fail
 */
export async function runToTheEnd(run: () => Promise<void>, fail: (cause: string) => void): Promise<void> {
  const complain = (exitCode: number): void => {
    if (exitCode === 0) {
      fail('The action ended before its work was done. Please report this with the debug log.')
    }
  }
  process.once('exit', complain)
  await run()
  process.removeListener('exit', complain)
}
