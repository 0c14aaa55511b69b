/**
 * Imports that name the project's own packages by another module path than that of go.mod: of a repository that was
 * renamed, copied from a template, or begun with a made-up name. Reads names and module files.
 */
import type { Finding } from '../../findings'
import type { goCodes } from '../codes/go-codes'
import { readFolder } from '../command/text-file'
import { type LocalModule, moduleLinesOf, nameOf, placeOf, type Situation } from './situation'

/**
 * @param path import path that no module provides
 * @returns one finding for all imports with the same beginning, at the `module` line; undefined without evidence that
 * the project's own folder is meant
 */
export function explainModuleName(
  path: string,
  modules: readonly LocalModule[],
  finding: Finding,
  situation: Situation,
): Finding | undefined {
  const segments = path.split('/').slice(0, mostSegments)
  for (let length = 1; length < segments.length; length += 1) {
    const below = segments.slice(length)
    for (const module of modules) {
      const folder = situation.flavour.resolve(module.folder, ...below)
      if (!hasGoFiles(folder) || !isOwn(segments.slice(0, length), below, module, situation)) continue
      return atModuleLine(segments.slice(0, length).join('/'), module, finding, situation)
    }
  }
  return undefined
}

const mostSegments = 20

export function hasGoFiles(folder: string): boolean {
  return (readFolder(folder) ?? []).some(({ name, isFolder }) => !isFolder && name.endsWith('.go'))
}

/** No other module's `internal` can be imported. A folder `log` alone tells nothing: other modules have one, too. */
function isOwn(
  prefix: readonly string[],
  below: readonly string[],
  { path, folder }: LocalModule,
  { flavour, repositoryRoot }: Situation,
): boolean {
  const name = prefix.at(-1)?.toLowerCase()
  const names = [path.split('/'), folder.split(flavour.sep), repositoryRoot.split(flavour.sep)].map((parts) =>
    parts.at(-1),
  )
  return below.includes('internal') || names.some((own) => own?.toLowerCase() === name)
}

function atModuleLine(prefix: string, module: LocalModule, finding: Finding, situation: Situation): Finding {
  const goMod = situation.flavour.resolve(module.folder, 'go.mod')
  const line = moduleLinesOf(goMod).find(({ verb }) => verb === 'module')
  const place = { ...(line === undefined ? {} : { line: line.line }) }
  const column = line?.words[0]?.column
  const location = placeOf(goMod, situation, column === undefined ? place : { ...place, column })
  return {
    ...finding,
    code: 'go-own-package-missing' satisfies keyof typeof goCodes,
    message: `The code imports packages of the project as "${prefix}/…", but ${nameOf(goMod, situation)} names the module "${module.path}".`,
    hint: `Change the line "module ${module.path}" to "module ${prefix}", or begin these imports with "${module.path}/".`,
    ...(location === undefined ? {} : { location }),
  }
}
