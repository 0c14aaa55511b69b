/** File names that were meant to be one that the host reads, and the command that gives them that one. */
import { posix } from 'node:path'
import { closestName } from '../text/name-distance'
import { block } from '../text/passages'
import { shellQuote } from '../text/shell-quote'

/**
 * Whether the last part of a path is a misspelling of a name: `functions.json`, `funtion.json`, `function.json.txt`.
 *
 * @returns false for the name itself, in any case
 */
export function isMisspelt(path: string, name: `${string}.json`): boolean {
  const given = posix.basename(path).toLowerCase()
  if (given === name) return false
  const [, stem = ''] =
    /^([^.]+)\.(?:json|jsonc|json5|jsn|jso|jsno|jason)(?:\.(?:txt|json))?$/.exec(given) ?? []
  // Other names begin with another letter more often than misspelt ones: "post.json" is no host.json.
  return stem[0] === name[0] && closestName(stem, [name.slice(0, -'.json'.length)]) !== undefined
}

/** @returns a hint with the command */
export function renaming(path: string, name: string): string {
  return `Rename the file:\n${block(`git mv ${shellQuote(path)} ${shellQuote(name)}`)}`
}
