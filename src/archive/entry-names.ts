/**
 * What the name of a file or zip entry says about it: unsafe to unpack, secret, or no part of an app.
 * Pure. It judges names only and knows nothing of contents.
 */

/** Long names are cut in messages: an entry name can have 65,535 bytes. */
const shownLength = 200

/**
 * A name in quotes for a message: control characters spelled out, length bounded.
 *
 * @param name any name, also a hostile one
 * @returns the name in single quotes
 */
export function quoted(name: string): string {
  const visible = name.replace(
    /\p{Cc}/gu,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
  return visible.length > shownLength ? `'${visible.slice(0, shownLength)}…'` : `'${visible}'`
}

/**
 * Some names in quotes, the rest as a number.
 *
 * @param names one or more names
 * @returns for example `'a', 'b', 'c' and 4 more`
 */
export function quotedList(names: readonly string[]): string {
  const shown = names.slice(0, 3).map(quoted).join(', ')
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown
}

/**
 * Why a zip entry may not have this name (APPNOTE 4.4.17: relative, forward slashes, no drive).
 * A backslash is not judged here; `hasBackslash` does that, because its remedy is another one.
 *
 * @param name the entry's name as it stands in the archive
 * @returns the reason as the end of a sentence, undefined when the name is safe
 */
export function unsafeNameReason(name: string): string | undefined {
  if (name === '') return 'it is empty'
  if (name.includes('\0')) return 'it contains a NUL character'
  if (/^[\\/]/.test(name)) return 'it is absolute'
  if (/^[A-Za-z]:/.test(name)) return 'it starts with a drive letter'
  const segments = name.split(/[\\/]/)
  if (segments.includes('..')) return "it climbs out of the folder with '..'"
  const inner = segments.at(-1) === '' ? segments.slice(0, -1) : segments
  if (inner.some((segment) => segment === '' || segment === '.')) return 'it has an empty or dot segment'
  return undefined
}

/**
 * Whether a name holds a backslash, which is a character of the file name on Linux.
 *
 * @param name the entry's name as it stands in the archive
 * @returns true when there is one
 */
export function hasBackslash(name: string): boolean {
  return name.includes('\\')
}

/**
 * The form of a name under which file systems that ignore case take two names for one.
 *
 * @param name the entry's name
 * @returns the name composed (NFC) and in lower case, for comparing only
 */
export function caseFolded(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

/**
 * Groups of names that differ only in case, or only in how accents are encoded (NFC and NFD).
 *
 * @param names distinct names
 * @returns each group of two or more, in order of appearance
 */
export function caseCollisions(names: readonly string[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>()
  for (const name of names) {
    const group = groups.get(caseFolded(name))
    if (group === undefined) groups.set(caseFolded(name), [name])
    else group.push(name)
  }
  return [...groups.values()].filter((group) => group.length > 1)
}

/**
 * What is the difference within a group of `caseCollisions`.
 *
 * @returns the end of a sentence
 */
export function howTheyDiffer(group: readonly string[]): string {
  const composed = new Set(group.map((name) => name.normalize('NFC')))
  return composed.size === 1 ? 'differ only in how accents are encoded' : 'differ only in case'
}

const sourceFolders: ReadonlyMap<string, string> = new Map([
  ['.git', 'version control'],
  ['.github', 'workflows'],
  ['.vscode', 'editor settings'],
])
const sourceNames: ReadonlyMap<string, string> = new Map([
  ['go.mod', 'Go module file'],
  ['go.sum', 'Go module file'],
  ['go.work', 'Go module file'],
  ['go.work.sum', 'Go module file'],
  ['.funcignore', 'packaging rules'],
  ['.gitignore', 'version control'],
  ['.gitattributes', 'version control'],
])

/**
 * Why a file is source or tooling rather than a part of the running app.
 *
 * @param path relative path with forward slashes
 * @returns the reason in a few words, undefined when it may belong to the app
 */
export function sourceKind(path: string): string | undefined {
  const segments = path.split('/')
  const name = segments.pop() ?? ''
  const folder = segments.find((segment) => sourceFolders.has(segment))
  if (folder !== undefined) return sourceFolders.get(folder)
  if (sourceFolders.has(name)) return sourceFolders.get(name)
  return name.endsWith('.go') ? 'Go source' : sourceNames.get(name)
}
