/**
 * Names for apps, made of their folders: short, unique, and safe in the name of a job, an artifact or a file and in
 * a shell. A folder's name is untrusted text. Pure.
 */
import { createHash } from 'node:crypto'

/** What a name may hold. It is also what a name in the mapping file has to obey. */
export const namePattern = /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/

const longestName = 60

/**
 * Names every folder: by its own name, with the names of the folders around it as far as that is needed to tell it from
 * others, and with a digest of its path where even that is not enough.
 *
 * @param folders different paths of the repository
 * @param given names that are chosen already, by folder; nobody else gets them
 * @param repositoryName what an app at the root is called
 * @returns a name for each folder. The order of the folders does not matter, so the same tree gives the same names.
 */
export function nameApps(
  folders: readonly string[],
  given: ReadonlyMap<string, string>,
  repositoryName: string,
): ReadonlyMap<string, string> {
  const names = new Map(given)
  const taken = new Set(given.values())
  let unnamed = folders.filter((folder) => !given.has(folder))
  const deepest = Math.max(1, ...unnamed.map((folder) => folder.split('/').length))
  for (let depth = 1; depth <= deepest && unnamed.length > 0; depth += 1) {
    const groups = grouped(unnamed, (folder) => nameOfFolder(folder, depth, repositoryName))
    const clashing: string[] = []
    for (const [name, members] of groups) {
      const [only, ...others] = members
      if (only !== undefined && others.length === 0 && !taken.has(name)) names.set(only, name)
      else clashing.push(...members)
    }
    // A name that several wanted is nobody's, so that it never moves from one app to another.
    for (const name of groups.keys()) taken.add(name)
    unnamed = clashing
  }
  for (const folder of unnamed) {
    const digest = createHash('sha256').update(folder).digest('hex').slice(0, 12)
    names.set(folder, `${nameOfFolder(folder, 1, repositoryName).slice(0, longestName - 13)}-${digest}`)
  }
  return names
}

/** The last parts of a path, as one word. */
function nameOfFolder(folder: string, depth: number, repositoryName: string): string {
  const parts = folder === '.' ? [repositoryName] : folder.split('/').slice(-depth)
  return slugOf(parts.join('-')) || 'app'
}

/**
 * Makes a word of letters, digits and single hyphens.
 *
 * @returns its last 60 characters at most; empty when it has neither letter nor digit of the alphabet
 */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(-longestName)
    .replace(/^-/, '')
    .replace(/-$/, '')
}

function grouped(items: readonly string[], keyOf: (item: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const item of items) {
    const key = keyOf(item)
    const members = groups.get(key)
    if (members === undefined) groups.set(key, [item])
    else members.push(item)
  }
  return groups
}
