/**
 * Reads files of one listed folder, never one that lies outside of a given root.
 * It does not know what the files mean.
 */
import { closeSync, fstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { ListedFile } from './listing'
import { unlessItFails } from './unless-it-fails'

/** Names are compared as listed, so the case must be right on every system. */
export class AppFolder {
  readonly listed: readonly ListedFile[]
  readonly #folder: string
  readonly #root: string
  readonly #kinds: ReadonlyMap<string, ListedFile['kind']>

  /**
   * @param folder absolute path of the listed folder
   * @param root absolute path in which every symbolic link must end
   * @param listed what is in the folder
   */
  constructor(folder: string, root: string, listed: readonly ListedFile[]) {
    this.listed = listed
    this.#folder = folder
    this.#root = realpathSync(root)
    this.#kinds = new Map(listed.map(({ path, kind }) => [path, kind]))
  }

  text(path: string, limitBytes: number): string | undefined {
    return this.read(path, limitBytes)?.toString('utf8')
  }

  /** At most `limitBytes` of a listed file; undefined when it is not listed, no regular file, or leads outside. */
  read(path: string, limitBytes: number): Buffer | undefined {
    const kind = this.#kinds.get(path)
    if (kind === undefined || kind === 'other') return undefined
    const target = join(this.#folder, path)
    if (kind === 'symlink' && !this.#leadsInside(target)) return undefined
    const file = unlessItFails(() => openSync(target, 'r'))
    if (file === undefined) return undefined
    try {
      const buffer = Buffer.alloc(Math.min(limitBytes, fstatSync(file).size))
      return buffer.subarray(0, readSync(file, buffer, 0, buffer.length, 0))
    } finally {
      closeSync(file)
    }
  }

  #leadsInside(path: string): boolean {
    const target = unlessItFails(() => realpathSync(path))
    if (target === undefined || !statSync(target).isFile()) return false
    return target.startsWith(this.#root.endsWith(sep) ? this.#root : `${this.#root}${sep}`)
  }
}
