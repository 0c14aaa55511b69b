/**
 * The Go files of a package of the checkout: where its folder is, what it holds, where it imports another.
 */
import type { Location } from '../../findings'
import { readFolder, readText } from '../command/text-file'
import type { ImportStep } from '../failures/message-form'
import { readImports } from '../packages/imports'
import { folderOfPackage, localModulesOf, placeOf, type Situation } from './situation'

export interface GoFile {
  readonly name: string
  /** Absolute. */
  readonly path: string
  readonly text: string
}

const mostFiles = 300

/** The Go files of a folder that do not begin with a dot or an underscore, as `go` takes them. */
export function goFilesIn(folder: string, { flavour }: Situation): readonly GoFile[] {
  return (readFolder(folder) ?? [])
    .filter(({ name, isFolder }) => !isFolder && /^[^._].*\.go$/.test(name))
    .slice(0, mostFiles)
    .map(({ name }) => {
      const path = flavour.resolve(folder, name)
      return { name, path, text: readText(path) ?? '' }
    })
}

export const isTest = ({ name }: Pick<GoFile, 'name'>): boolean => name.endsWith('_test.go')

/**
 * @param importPath a package
 * @returns its absolute folder, when it lies in the checkout
 */
export function folderOf(importPath: string, situation: Situation): string | undefined {
  if (importPath === '' || importPath === 'command-line-arguments') return targetFolder(situation)
  return folderOfPackage(importPath, localModulesOf(situation), situation.flavour)?.folder
}

/** The folder of what is built, when it is named as a folder or as files. */
export function targetFolder({ cwd, flavour, targets }: Situation): string | undefined {
  const [target = '.'] = targets
  if (target.endsWith('.go')) return flavour.resolve(cwd, target, '..')
  return /^\.{1,2}(?:[\\/]|$)/.test(target) || flavour.isAbsolute(target)
    ? flavour.resolve(cwd, target)
    : undefined
}

/**
 * Where a package of the checkout imports a path.
 *
 * @param folder absolute folder of the package
 * @param from name of the file, when Go said it
 */
export function importPlace(
  folder: string | undefined,
  path: string,
  situation: Situation,
  from?: string,
): Location | undefined {
  if (folder === undefined) return undefined
  for (const file of goFilesIn(folder, situation)) {
    if (isTest(file) || (from !== undefined && file.name !== from)) continue
    const found = readImports(file.text).find((line) => line.path === path)
    if (found !== undefined) return placeOf(file.path, situation, { line: found.line, column: found.column })
  }
  return undefined
}

/** The last import of a stack that stands in the checkout: there it leaves the code of the user. */
export function stackPlace(stack: readonly ImportStep[], situation: Situation): Location | undefined {
  for (let index = stack.length - 1; index > 0; index -= 1) {
    const imported = stack[index]
    const importer = folderOf(stack[index - 1]?.importPath ?? '', situation)
    const place = importPlace(importer, imported?.importPath ?? '', situation, imported?.from)
    if (place !== undefined) return place
  }
  return undefined
}

/** The place of the package clause. */
export function packageLine(text: string): { line: number } {
  return { line: Math.max(1, text.split('\n').findIndex((line) => /^package\s/.test(line)) + 1) }
}
