/**
 * Asks where a refusal only means that less is known.
 *
 * @param ask a question to the file system
 * @returns its answer; undefined when it throws
 */
export function unlessItFails<T>(ask: () => T): T | undefined {
  try {
    return ask()
  } catch {
    return undefined
  }
}
