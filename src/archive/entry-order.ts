/** The order of the entries in a package. Pure. */

/**
 * Orders entry names: host.json first, then by UTF-16 code unit, so that no locale has a say.
 *
 * @param left an entry name
 * @param right another entry name
 * @returns negative, zero or positive, as `Array.prototype.sort` wants it
 */
export function compareEntryNames(left: string, right: string): number {
  if (left === right) return 0
  if (left === 'host.json') return -1
  if (right === 'host.json') return 1
  return left < right ? -1 : 1
}
