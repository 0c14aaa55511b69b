/** Ends a program together with this command. Waits for neither. */
import type { ChildProcess } from 'node:child_process'

/** One signal serves all scenarios of all runs: what has ended must not go on listening to it. */
export function endWith(child: ChildProcess, signal: AbortSignal): void {
  const end = (): void => void child.kill('SIGTERM')
  signal.addEventListener('abort', end, { once: true })
  child.once('close', () => signal.removeEventListener('abort', end))
  if (signal.aborted) end()
}
