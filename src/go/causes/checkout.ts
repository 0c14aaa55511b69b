/**
 * Why something is not in the checkout: an empty submodule, a line of .gitignore, another spelling. Reads
 * .gitmodules, .gitignore and names of files; it does not ask git, which may not be there.
 */
import ignore from 'ignore'
import { closestName } from '../../text/name-distance'
import { repositoryPath } from '../command/places'
import { readFolder, readText } from '../command/text-file'
import { nameOf, type Situation } from './situation'

export interface SubmoduleLine {
  /** Relative to the repository, with forward slashes. */
  readonly path: string
  /** Line of its `path` in .gitmodules. */
  readonly line: number
}

const mostSubmodules = 1000
const mostRules = 2000

/**
 * The submodule at or above a folder, when it was not checked out.
 *
 * @param folder absolute
 */
export function emptySubmodule(folder: string, situation: Situation): SubmoduleLine | undefined {
  const path = repositoryPath(folder, situation)
  if (path === undefined) return undefined
  const { flavour, repositoryRoot } = situation
  const text = readText(flavour.resolve(repositoryRoot, '.gitmodules')) ?? ''
  const found = text.split('\n').flatMap((line, index) => {
    const named = /^\s*path\s*=\s*"?([^"\n]*?)"?\s*$/.exec(line.slice(0, 4096))?.[1]
    return named === undefined ? [] : [{ path: named.replace(/^\.\/|\/+$/g, ''), line: index + 1 }]
  })
  return found.slice(0, mostSubmodules).find((submodule) => {
    if (path !== submodule.path && !path.startsWith(`${submodule.path}/`)) return false
    const entries = readFolder(flavour.resolve(repositoryRoot, submodule.path)) ?? []
    return entries.every(({ name }) => name === '.git')
  })
}

export interface IgnoreLine {
  /** Relative to the repository. */
  readonly file: string
  readonly line: number
  readonly rule: string
}

/**
 * The line of a .gitignore that keeps a path out of the repository.
 *
 * @param path absolute; with a slash at its end for a folder
 * @returns the line that counts; undefined when no line does
 */
export function ignoringLine(path: string, situation: Situation): IgnoreLine | undefined {
  const isFolder = /[\\/]$/.test(path)
  const relative = repositoryPath(path, situation)
  if (relative === undefined) return undefined
  const segments = relative.split('/')
  // A file further down counts before one above it.
  for (let depth = Math.min(segments.length - 1, 50); depth >= 0; depth -= 1) {
    const folder = segments.slice(0, depth).join('/')
    const file = folder === '' ? '.gitignore' : `${folder}/.gitignore`
    const text = readText(situation.flavour.resolve(situation.repositoryRoot, file))
    if (text === undefined) continue
    const rules = text
      .split(/\r?\n/)
      .slice(0, mostRules)
      .map((rule) => (isSound(rule) ? rule : ''))
    const below = `${segments.slice(depth).join('/')}${isFolder ? '/' : ''}`
    if (!ignore.isPathValid(below)) continue
    const result = ignore({ ignorecase: false }).add(rules.join('\n')).test(below)
    if (result.unignored) return undefined
    if (!result.ignored) continue
    const rule = result.rule?.pattern ?? ''
    return { file, line: rules.map((each) => each.trim()).lastIndexOf(rule.trim()) + 1, rule }
  }
  return undefined
}

/** Each rule becomes a regular expression; one with many wildcards would take long. */
function isSound(rule: string): boolean {
  if (rule.length > 300 || (rule.match(/\*\*/g)?.length ?? 0) > 3) return false
  if (rule.split('/').some((segment) => (segment.match(/\*+/g)?.length ?? 0) > 3)) return false
  if (!/[[\\]/.test(rule)) return true
  try {
    ignore().add(rule).test('a/b')
    return true
  } catch {
    return false
  }
}

/**
 * The path that was probably meant: where the first missing part is named like one that is there.
 *
 * @param path absolute
 * @param extra further parts that are right
 * @returns absolute path, and whether only upper and lower case differ
 */
export function meantPath(
  path: string,
  situation: Situation,
): { readonly path: string; readonly isCase: boolean } | undefined {
  const { flavour, repositoryRoot } = situation
  const relative = repositoryPath(path, situation)
  if (relative === undefined) return undefined
  let folder = repositoryRoot
  let isCase = true
  let isSame = true
  for (const segment of relative.split('/').slice(0, 50)) {
    const names = (readFolder(folder) ?? []).map(({ name }) => name).filter((name) => !name.startsWith('.'))
    let chosen = names.find((name) => name === segment)
    if (chosen === undefined) {
      chosen = names.find((name) => name.toLowerCase() === segment.toLowerCase())
      if (chosen === undefined) {
        chosen = closestName(segment, names)
        isCase = false
      }
      isSame = false
    }
    if (chosen === undefined) return undefined
    folder = flavour.resolve(folder, chosen)
  }
  return isSame ? undefined : { path: folder, isCase }
}

/** Why a folder is not there. */
export interface Absence {
  readonly code?: 'git-submodule-empty'
  /** The end of a sentence that begins with the folder. */
  readonly because: string
  readonly hint: string
  /** Absolute path of what was probably meant. */
  readonly meant?: string
}

/**
 * @param folder absolute folder that a build needs
 * @returns the reason, if the checkout tells it
 */
export function whyAbsent(folder: string, situation: Situation): Absence | undefined {
  const submodule = emptySubmodule(folder, situation)
  if (submodule !== undefined) {
    return {
      code: 'git-submodule-empty',
      because: `belongs to the submodule "${submodule.path}" (.gitmodules line ${submodule.line}), and the checkout left that submodule out`,
      hint: 'Fetch the submodules: give actions/checkout the input submodules: recursive (and a token that may read them).',
    }
  }
  const ignored = ignoringLine(`${folder}/`, situation) ?? ignoringLine(`${folder}/a.go`, situation)
  if (ignored !== undefined) {
    return {
      because: `is kept out of the repository by ${ignored.file} line ${ignored.line} ("${ignored.rule}")`,
      hint: `Generate it in a step before this one (for example go generate ./...), or take the line out of ${ignored.file} and commit the folder.`,
    }
  }
  const meant = meantPath(folder, situation)
  if (meant === undefined) return undefined
  const name = nameOf(meant.path, situation)
  return {
    because: meant.isCase
      ? `is not in the checkout; there is "${name}", and Linux tells upper and lower case apart`
      : `is not in the checkout; "${name}" was probably meant`,
    hint: `Write "${name}".`,
    meant: meant.path,
  }
}
