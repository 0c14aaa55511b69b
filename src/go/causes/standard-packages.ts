/**
 * The package of the standard library that a misspelt import was meant to be. Lists the folder in which Go looked.
 */
import { closestName } from '../../text/name-distance'
import { readFolder } from '../command/text-file'

/**
 * @param path the import
 * @param sources where Go looked, as it says: `/usr/local/go/src/net/htp` for `net/htp`
 */
export function closestStandard(path: string, sources: string): string | undefined {
  const slashed = sources.replaceAll('\\', '/')
  if (!slashed.endsWith(`/${path}`)) return undefined
  const root = slashed.slice(0, -path.length - 1)
  const names = standardPackages(root)
  return (
    names.find((name) => name.toLowerCase() === path.toLowerCase()) ??
    closestName(path, names) ??
    lastPart(path, names)
  )
}

/** `http` for `net/http`, `json` for `encoding/json`: the end of one package only. */
function lastPart(path: string, names: readonly string[]): string | undefined {
  const ends = names.filter((name) => name.endsWith(`/${path}`))
  return ends.length === 1 ? ends[0] : undefined
}

function standardPackages(root: string): readonly string[] {
  const found: string[] = []
  const queue = ['']
  for (const below of queue) {
    const entries = readFolder(`${root}/${below}`) ?? []
    if (below !== '' && entries.some(({ name }) => /^[a-z].*\.go$/.test(name))) found.push(below)
    if (below.split('/').length > 3 || queue.length > 1000) continue
    for (const { name, isFolder } of entries) {
      if (!isFolder || /^(?:internal|vendor|testdata|cmd|builtin|_.*|\..*)$/.test(name)) continue
      queue.push(below === '' ? name : `${below}/${name}`)
    }
  }
  return found
}
