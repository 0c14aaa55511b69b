/**
 * Where a path really leads, symbolic links followed, and whether that is inside of a folder. Reads no content.
 */
import { lstatSync, realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import { unlessItFails } from './unless-it-fails'

/**
 * Follows the links of a path that may not be there yet, as far as it is there.
 *
 * @param path absolute
 * @returns the real path; undefined for one that goes through a link to nothing, which a program could create
 */
export function realPlaceOf(path: string): string | undefined {
  const missing: string[] = []
  for (let at = path; ; at = dirname(at)) {
    const real = unlessItFails(() => realpathSync(at))
    if (real !== undefined) return join(real, ...missing)
    if (unlessItFails(() => lstatSync(at)) !== undefined || at === dirname(at)) return undefined
    missing.unshift(basename(at))
  }
}

/** Whether a path is a folder or lies below it. Both absolute and real. */
export function liesWithin(path: string, folder: string): boolean {
  const inside = relative(folder, path)
  return inside === '' || (inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside))
}
