/** A rehearsed handler that goes on running while its package is deployed and verified. It is stopped by its owner. */
import type { Finding } from '../../findings'
import { type EndedHandler, exitFinding } from './exit-finding'

export interface LivingHandler {
  /** Settles with the finding when the handler ends by itself. */
  readonly death: Promise<Finding>
  readonly found: Finding | undefined
  /** Ends it and removes what was made for it; may be called more than once. */
  stop(): Promise<void>
}

/**
 * Watches a handler that is ready.
 *
 * @param ended what tells about its end
 * @param readyAt `performance.now()` when it listened
 * @param present gives the finding its place
 * @param dispose ends it and removes its folders
 */
export function keepAlive(
  ended: EndedHandler,
  readyAt: number,
  present: (finding: Finding) => Finding,
  dispose: () => Promise<void>,
): LivingHandler {
  let found: Finding | undefined
  let stopping: Promise<void> | undefined
  const death = ended.handler.ended.then((exit) => {
    // An end that we make tells nothing.
    if (stopping !== undefined) return new Promise<Finding>(() => {})
    const seconds = ((performance.now() - readyAt) / 1000).toFixed(1)
    found = present(exitFinding(ended, exit, 'ready', `${seconds} s after it listened`))
    return found
  })
  return {
    death,
    get found() {
      return found
    },
    stop: () => {
      stopping ??= dispose()
      return stopping
    },
  }
}
