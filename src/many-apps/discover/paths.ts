/** Paths of a repository: relative to its root, with forward slashes, `.` for the root itself. Pure. */

/**
 * The folder that a path lies in.
 *
 * @param path a path of the repository
 * @returns its folder; `.` for what lies at the root
 */
export function folderOf(path: string): string {
  const end = path.lastIndexOf('/')
  return end === -1 ? '.' : path.slice(0, end)
}

/**
 * The last part of a path.
 *
 * @param path a path of the repository
 * @returns the name of the file or folder
 */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/**
 * Every folder around a path.
 *
 * @param path a path of the repository
 * @returns its folder first, the root `.` last; nothing for the root
 */
export function foldersAround(path: string): string[] {
  const folders: string[] = []
  for (let folder = path; folder !== '.'; ) {
    folder = folderOf(folder)
    folders.push(folder)
  }
  return folders
}

/**
 * Whether a path is a folder or lies inside of it.
 *
 * @param path a path of the repository
 * @param folder a folder of the repository
 * @returns true for the folder itself too
 */
export function isWithin(path: string, folder: string): boolean {
  return folder === '.' || path === folder || path.startsWith(`${folder}/`)
}

/**
 * Puts two paths together, and takes `.` and `..` out.
 *
 * @param folder a folder of the repository
 * @param path relative to it, with forward slashes
 * @returns a path of the repository; undefined when it leads out of it
 */
export function joinPaths(folder: string, path: string): string | undefined {
  if (path.startsWith('/')) return undefined
  const parts: string[] = folder === '.' ? [] : folder.split('/')
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/') || '.'
}
