/**
 * Which commit lies in a folder, read from the files of its `.git`: no program runs, and so no hook. Only reads.
 */
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

export interface Checkout {
  /** The commit that is checked out, in small letters; empty when it cannot be read. */
  readonly commit: string
  /** Whether it came from a ref of a pull request (`refs/pull/N/head` or `refs/pull/N/merge`). */
  readonly isPullRequest: boolean
}

const longestFile = 8 * 1024 * 1024
const hash = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/
const refName = /^refs\/[^\0\n]{1,500}$/
const mostPullRequests = 1000

/**
 * Reads which commit is checked out (gitrepository-layout: HEAD, refs, packed-refs, and `.git` as a file).
 *
 * @param repositoryRoot absolute folder that holds `.git`
 * @returns the commit; empty when there is no repository, or one that cannot be read so (a reftable)
 */
export function readCheckout(repositoryRoot: string): Checkout {
  const gitFolder = gitFolderOf(join(repositoryRoot, '.git'))
  if (gitFolder === undefined) return { commit: '', isPullRequest: false }
  // A further work tree keeps its HEAD to itself and shares the refs.
  const shared = readText(join(gitFolder, 'commondir')).trim()
  const refs = refsOf(shared === '' ? gitFolder : resolve(gitFolder, shared))
  const head = readText(join(gitFolder, 'HEAD')).trim()
  const name = /^ref: (\S+)$/.exec(head)?.[1]
  const commit = (name === undefined ? head : refs.read(name)).toLowerCase()
  if (!hash.test(commit)) return { commit: '', isPullRequest: false }
  return { commit, isPullRequest: refs.pullRequests().includes(commit) }
}

interface Refs {
  read(name: string): string
  pullRequests(): readonly string[]
}

function refsOf(folder: string): Refs {
  const packed = new Map<string, string>()
  for (const line of readText(join(folder, 'packed-refs')).split('\n')) {
    const [commit = '', name = ''] = line.split(' ')
    if (hash.test(commit)) packed.set(name, commit)
  }
  const read = (name: string): string => {
    if (!refName.test(name) || name.split('/').includes('..')) return ''
    return readText(join(folder, name)).trim() || (packed.get(name) ?? '')
  }
  return {
    read,
    pullRequests: () => {
      // Where actions/checkout fetches them to; and where `git fetch` does with the refspec of the documentation.
      const places = ['refs/remotes/pull', 'refs/remotes/origin/pull', 'refs/pull']
      const kept = [...packed].flatMap(([name, commit]) =>
        places.some((place) => name.startsWith(`${place}/`)) ? [commit] : [],
      )
      const loose = places.flatMap((place) =>
        namesIn(join(folder, place)).flatMap((number) =>
          ['head', 'merge'].map((end) => read(`${place}/${number}/${end}`)),
        ),
      )
      return [...kept, ...loose]
    },
  }
}

function gitFolderOf(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) return path
  const target = /^gitdir: (.+)$/m.exec(readText(path))?.[1]
  return target === undefined ? undefined : resolve(path, '..', target)
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).slice(0, mostPullRequests)
  } catch {
    return []
  }
}

/** Empty for what is not there, is no file, or is larger than any of these files. */
function readText(path: string): string {
  let file: number | undefined
  try {
    const found = statSync(path)
    if (!found.isFile() || found.size > longestFile) return ''
    file = openSync(path, 'r')
    const bytes = Buffer.alloc(found.size)
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, bytes.length, 0))
  } catch {
    return ''
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
