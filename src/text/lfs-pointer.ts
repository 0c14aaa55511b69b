/**
 * Recognises the text that Git LFS leaves in place of a file that was not fetched. Pure.
 * Form: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md
 */

/** A pointer is shorter, whatever its extensions. */
export const longestLfsPointerBytes = 1024

/** What to do about one. */
export const lfsHint = 'Fetch the content in the checkout: give actions/checkout the input lfs: true.'

/**
 * @param text the whole file, as UTF-8
 * @returns true for a pointer; false for what only quotes one
 */
export function isLfsPointer(text: string): boolean {
  if (text.length >= longestLfsPointerBytes) return false
  return (
    /^version https?:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v\d+\r?\n/.test(text) &&
    /^oid [a-z0-9]+:[0-9a-f]+\r?$/m.test(text)
  )
}
