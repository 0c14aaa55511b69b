/**
 * The module of the native Go worker (preview, 2026), in the text of a go.mod.
 */

/**
 * Says whether a module requires the native worker.
 *
 * @param goMod text of a go.mod
 * @returns true when a requirement names it
 */
export function requiresNativeWorker(goMod: string): boolean {
  return /^[ \t]*(require[ \t]+)?github\.com\/azure\/azure-functions-golang-worker\s/im.test(goMod)
}
