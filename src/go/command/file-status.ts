/**
 * Looks at a file where a refusal only means that less is known. On the main thread: an answer of the thread pool is
 * seen only when the main thread has nothing else to do.
 */
import { type Stats, statSync } from 'node:fs'

/**
 * What stat(2) says of a path.
 *
 * @param path absolute path
 * @returns undefined when there is nothing, or nothing that may be looked at
 */
export function fileStatus(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}
