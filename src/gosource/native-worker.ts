/** The module of the native Go worker (preview, 2026), in the text of a go.mod. */

/** Its path. Go tells the cases apart, and the module calls itself this. */
export const workerModule = 'github.com/azure/azure-functions-golang-worker'

/** A requirement of a go.mod: where it stands, as written. */
export interface WorkerRequirement {
  readonly path: string
  readonly version: string
  /** Of the path, in the text. */
  readonly offset: number
}

/**
 * Finds the requirement of the native worker.
 *
 * @param goMod text of a go.mod
 * @returns the first one, with its path in any case; undefined when there is none
 */
export function workerRequirement(goMod: string): WorkerRequirement | undefined {
  const match = requirement.exec(goMod)
  if (match === null) return undefined
  const [, before = '', path = '', version = ''] = match
  return { path, version, offset: match.index + before.length }
}

// Its other modules, such as its middleware, have longer paths.
const requirement =
  /^([ \t]*(?:require[ \t]+)?)(github\.com\/azure\/azure-functions-golang-worker)[ \t]+(\S{1,100})/im

/**
 * Says whether a module requires the native worker.
 *
 * @param goMod text of a go.mod
 * @returns true when a requirement names it
 */
export function requiresNativeWorker(goMod: string): boolean {
  return workerRequirement(goMod) !== undefined
}
