/**
 * Whether Go's build cache helped a build. It only looks at times of folders: it opens nothing of the cache, and
 * asks `go` nothing that would take longer than the answer is worth.
 */
import nodePath from 'node:path'
import { fileStatus } from '../command/file-status'

/** `cold`: nearly everything was compiled; `partial`: something was; `warm`: nothing was. */
export const buildCacheStates = ['cold', 'partial', 'warm'] as const
export type BuildCacheState = (typeof buildCacheStates)[number]

/** The cache has a folder for each value of the first byte of a digest (cmd/go, internal/cache `Open`). */
const folderCount = 256
/**
 * A compiled package leaves two files or more, in folders that its digests choose, and so touches these folders. With
 * net/http, which every handler has, compiling everything touches about 220 of them, and 128 stand for about 180 files.
 */
const fewestWhenCold = folderCount / 2

/**
 * Looks at which folders of the build cache got new files.
 *
 * @param cacheFolder absolute path of GOCACHE; empty when it is not known
 * @param startedAt when `go build` was started, in milliseconds of the wall clock
 * @returns how much the cache held; undefined when there is no cache to be looked at
 */
export function readBuildCacheState(cacheFolder: string, startedAt: number): BuildCacheState | undefined {
  if (!nodePath.isAbsolute(cacheFolder)) return undefined
  const names = Array.from({ length: folderCount }, (_, byte) => byte.toString(16).padStart(2, '0'))
  // One after the other on the main thread: that takes a millisecond, and promises for all of them take ten.
  const found = names.map((name) => fileStatus(`${cacheFolder}${nodePath.sep}${name}`))
  const folders = found.filter((folder) => folder?.isDirectory() === true)
  if (folders.length === 0) return undefined
  const changed = folders.filter((folder) => folder !== undefined && folder.mtimeMs >= startedAt).length
  if (changed >= fewestWhenCold) return 'cold'
  return changed > 0 ? 'partial' : 'warm'
}
