/** Which files of the package a handler has written that was started where nothing keeps it from doing so. */
import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type HostFinding, hostFinding } from './finding'
import { readOnlyFile } from './go-failure'

const maximumFiles = 20_000

/** Path in the package to size and time of its last change. */
export type PackageState = ReadonlyMap<string, string>

/**
 * @param folder absolute path of the package
 * @returns what is there now, up to a limit
 */
export function packageState(folder: string): PackageState {
  const state = new Map<string, string>()
  const pending = ['']
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    for (const entry of entriesOf(join(folder, path))) {
      const inside = path === '' ? entry.name : `${path}/${entry.name}`
      if (state.size >= maximumFiles) return state
      if (entry.isDirectory()) pending.push(inside)
      const found = statSync(join(folder, inside), { throwIfNoEntry: false })
      if (found?.isFile()) state.set(inside, `${found.size} ${found.mtimeMs}`)
      else if (entry.isDirectory()) state.set(inside, 'folder')
    }
  }
  return state
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    // The handler may have removed it meanwhile.
    return []
  }
}

/**
 * @param before from before the start of the handler
 * @returns a warning when a file or folder is new, changed or gone
 */
export function writtenFinding(before: PackageState, after: PackageState): readonly HostFinding[] {
  const changed = [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .sort()
  const [first] = changed
  if (first === undefined) return []
  const others = changed.length === 1 ? '' : ` and ${changed.length - 1} more`
  const message = `The handler wrote "${first}"${others} in the folder of the app, which may be read-only in Azure.`
  return [hostFinding('handler-writes-package', 'warning', message, writesHint)]
}

/**
 * @param lines what an isolated handler printed that goes on running
 * @returns a warning when they say that a folder is read-only
 */
export function refusedWrites(lines: readonly string[]): readonly HostFinding[] {
  const file = readOnlyFile(lines)
  if (file === undefined || file.startsWith('/')) return []
  const what = file === '' ? 'its own folder' : `"${file}"`
  const message = `The handler tried to write to ${what}, but the folder of the app is read-only. The handler went on all the same.`
  return [hostFinding('handler-writes-package', 'warning', message, writesHint)]
}

export function isInPackage(path: string, appFolder: string): boolean {
  return !path.startsWith('/') || path.startsWith(`${appFolder}/`)
}

/** The path in the package. */
export function shownFile(path: string, appFolder: string): string {
  return path.startsWith(`${appFolder}/`) ? path.slice(appFolder.length + 1) : path.replace(/^\.\//, '')
}

export const writesHint =
  'The folder of the app is read-only on Flex Consumption, on Consumption and when the app runs from its package. Write to the folder that os.TempDir() names.'
