/**
 * What a change of go.mod, go.sum or go.work means: which modules of the build it changes, as Go itself resolves
 * them before and after. Where that cannot be told, the whole workspace counts as changed.
 */
import { mkdtempSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mkdirP, rmRF } from '@actions/io'
import { messageOf } from '../../errors'
import { readBuildList } from '../../go/packages/import-graph'
import type { RunProgram } from '../../programs/program'
import type { Git } from './git'
import { folderOf, isWithin, nameOf } from './paths'
import type { GoWorkspace } from './workspaces'

/** What changed for the packages of one workspace. */
export interface ModuleChanges {
  /** The reason for each module that changed, by its path. */
  readonly modules: ReadonlyMap<string, string>
  /** The reason for each folder of a module whose settings changed. */
  readonly folders: ReadonlyMap<string, string>
  /** Why everything in it counts as changed; undefined when that is not so. */
  readonly everything?: string
}

/** Makes the module files of the earlier commit, once, and removes them again. */
export class EarlierModules {
  readonly #git: Git
  readonly #base: string
  readonly #temp: string
  #tree: Promise<string> | undefined
  #folder: string | undefined

  /**
   * @param base the earlier commit
   * @param tempFolder absolute folder for temporary files
   */
  constructor(git: Git, base: string, tempFolder: string) {
    this.#git = git
    this.#base = base
    this.#temp = tempFolder
  }

  /** Absolute folder that holds them in their places. */
  tree(): Promise<string> {
    this.#tree ??= this.#write()
    return this.#tree
  }

  async dispose(): Promise<void> {
    if (this.#folder !== undefined) await rmRF(this.#folder)
  }

  // An index of its own: the one of the clone, and the files that are checked out, stay as they are.
  async #write(): Promise<string> {
    this.#folder = mkdtempSync(join(this.#temp, 'discover-'))
    const tree = join(this.#folder, 'tree')
    await mkdirP(tree)
    const index = { GIT_INDEX_FILE: join(this.#folder, 'index') }
    await this.#git.run(['read-tree', this.#base], index)
    const listed = (await this.#git.run(['ls-files', '-z'], index)).split('\0').filter(isModuleFile)
    const perCall = 200
    for (let first = 0; first < listed.length; first += perCall) {
      const paths = listed.slice(first, first + perCall)
      await this.#git.run(['checkout-index', '--quiet', `--prefix=${tree}/`, '--', ...paths], index)
    }
    return tree
  }
}

/**
 * Whether a file decides which modules a build takes.
 *
 * @param path a path of the repository
 * @returns true for go.mod, go.sum, go.work and go.work.sum
 */
export function isModuleFile(path: string): boolean {
  return /^go\.(?:mod|sum|work|work\.sum)$/.test(nameOf(path))
}

/**
 * Compares the module files of a workspace before and after.
 *
 * @param changed paths that differ
 * @param earlier the module files of the earlier commit
 * @param context where the repository is and how Go is run
 * @returns what changed; nothing when only comments did
 */
export async function compareModules(
  workspace: GoWorkspace,
  changed: readonly string[],
  earlier: EarlierModules,
  context: {
    readonly root: string
    readonly env: Readonly<Record<string, string>>
    readonly signal: AbortSignal
    readonly run: RunProgram
  },
): Promise<ModuleChanges> {
  const concerned = changed.filter(
    (path) => isModuleFile(path) && (workspace.reachesOut || isWithin(path, workspace.folder)),
  )
  const modules = new Map<string, string>()
  const folders = new Map<string, string>()
  if (concerned.length === 0) return { modules, folders }
  if (!/^(?:off)?$/.test(context.env['GOWORK'] ?? '')) {
    return {
      modules,
      folders,
      everything: `GOWORK is '${context.env['GOWORK']}', and ${concerned[0]} changed`,
    }
  }
  try {
    const tree = await earlier.tree()
    for (const path of concerned) {
      const [before, after] = await Promise.all([textOf(join(tree, path)), textOf(join(context.root, path))])
      if (path.endsWith('.sum')) {
        for (const module of differentSums(before ?? '', after ?? ''))
          modules.set(module, `${path}: ${module}`)
      } else if (nameOf(path) === 'go.work' && (before === undefined || after === undefined)) {
        return { modules, folders, everything: `${path} was ${before === undefined ? 'added' : 'removed'}` }
      } else if (settingsOf(before ?? '') !== settingsOf(after ?? '')) {
        if (nameOf(path) === 'go.work') return { modules, folders, everything: path }
        folders.set(folderOf(path), path)
      }
    }
    if (!concerned.some((path) => !path.endsWith('.sum'))) return { modules, folders }
    const ask = (top: string) => readBuildList({ ...context, cwd: join(top, workspace.folder) }, context.run)
    const [before, after] = await Promise.all([ask(tree), ask(context.root)])
    if ('failed' in before) return { modules, folders, everything: told(concerned, 'before', before.failed) }
    if ('failed' in after) return { modules, folders, everything: told(concerned, 'now', after.failed) }
    for (const path of new Set([...before.modules.keys(), ...after.modules.keys()])) {
      const [was, is] = [before.modules.get(path), after.modules.get(path)]
      if (was !== is) modules.set(path, `${path} ${was ?? 'not there'} → ${is ?? 'not there'}`)
    }
    return { modules, folders }
  } catch (error) {
    if (context.signal.aborted) throw error
    return { modules, folders, everything: told(concerned, 'before', messageOf(error)) }
  }
}

function told(concerned: readonly string[], when: string, why: string): string {
  return `${concerned[0] ?? 'a module file'} changed, and Go cannot say what was built ${when}: ${why}`
}

/** The lines of go.mod and go.work that are settings: all but what the list of modules tells (Go modules reference). */
function settingsOf(text: string): string {
  const settings: string[] = []
  let block = ''
  for (const line of text.split(/\r?\n/)) {
    const words = line
      .replace(/\/\/.*$/, '')
      .trim()
      .split(/\s+/)
      .join(' ')
    if (block !== '') {
      if (words === ')') block = ''
      else if (words !== '' && !toldByList.test(block)) settings.push(`${block} ${words}`)
      continue
    }
    const [, opened] = /^(\w+) ?\($/.exec(words) ?? []
    if (opened !== undefined) block = opened
    else if (words !== '' && !toldByList.test(words.split(' ')[0] ?? '')) settings.push(words)
  }
  return settings.sort().join('\n')
}

const toldByList = /^(?:require|replace|exclude|retract|use)$/

/** Modules whose content is another under the same version. A line that is new or gone changes no build. */
function differentSums(before: string, after: string): string[] {
  const sums = new Map<string, string>()
  for (const line of before.split(/\r?\n/)) {
    const [module, version, sum] = line.split(' ')
    if (sum !== undefined) sums.set(`${module} ${version}`, sum)
  }
  return after.split(/\r?\n/).flatMap((line) => {
    const [module = '', version, sum] = line.split(' ')
    const earlier = sums.get(`${module} ${version}`)
    return sum !== undefined && earlier !== undefined && earlier !== sum ? [module] : []
  })
}

async function textOf(path: string): Promise<string | undefined> {
  return await readFile(path, 'utf8').catch(() => undefined)
}
