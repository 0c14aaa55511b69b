/** Tells when host.json or a function.json of an unpacked package changes, once for many changes in a row. */
import { type FSWatcher, watch } from 'node:fs'
import { join } from 'node:path'

const quietMs = 200

/**
 * @param functionNames folders whose function.json is watched
 * @returns ends the watch
 */
export function watchPackage(
  folder: string,
  functionNames: readonly string[],
  onChange: () => void,
): () => void {
  let timer: NodeJS.Timeout | undefined
  const note = (): void => {
    clearTimeout(timer)
    timer = setTimeout(onChange, quietMs)
  }
  const watchers = [
    watchFile(folder, 'host.json', note),
    ...functionNames.map((name) => watchFile(join(folder, name), 'function.json', note)),
  ]
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher?.close()
  }
}

/** Undefined where the system refuses one more watch: the host then learns nothing, too. */
function watchFile(folder: string, name: string, onChange: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, { persistent: false }, (_event, changed) => {
      if (changed === name) onChange()
    })
    return watcher.on('error', () => watcher.close())
  } catch {
    return undefined
  }
}
