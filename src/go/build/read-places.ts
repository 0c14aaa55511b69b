/**
 * What `go build` reads besides Go itself and the module cache: module files, folders of packages, their files, what
 * assembly includes. For runs in which a stranger may have named them; it judges nothing.
 */
import nodePath from 'node:path'
import type { ProgramRequest, ProgramResult, RunProgram } from '../../programs/program'
import { localModulesOf, moduleFilesAbove } from '../causes/situation'
import { readObjects } from '../packages/packages'
import { includesOfAssembly } from './assembly-includes'
import { readMainPackage } from './target'

/** A file or folder, and what it is to the build, as a noun. */
export interface ReadPlace {
  readonly what: string
  /** Absolute; links are not followed. */
  readonly path: string
  /** Why it cannot be told what the build reads from there, as a sentence. */
  readonly doubt?: string
}

/**
 * Lists what can be known before `go` is started, which reads module files whatever it is asked.
 *
 * @param projectFolder absolute
 * @param mainPackage the input
 * @param goWork the variable GOWORK
 */
export function placesBeforeGo(
  projectFolder: string,
  mainPackage: string,
  goWork: string,
): readonly ReadPlace[] {
  const named = readMainPackage(mainPackage)
  const targets =
    named === undefined || 'code' in named ? [] : named.kind === 'files' ? named.files : [named.package]
  const places: ReadPlace[] = targets.map((target) => ({
    what: 'main-package',
    path: nodePath.resolve(projectFolder, target),
  }))
  const starts = [projectFolder, ...places.map(({ path }) => path)]
  for (const cwd of starts) {
    const files = moduleFilesAbove(cwd, goWork, nodePath)
    const { goModPath, goWorkPath } = files
    if (goWorkPath !== '') {
      places.push({ what: 'go.work', path: goWorkPath }, { what: 'go.work.sum', path: `${goWorkPath}.sum` })
      for (const name of ['vendor', 'vendor/modules.txt'])
        places.push({ what: name, path: nodePath.join(nodePath.dirname(goWorkPath), name) })
    }
    const situation = { ...files, targets, cwd, repositoryRoot: cwd, flavour: nodePath, goVersion: '' }
    const folders = localModulesOf(situation).map(({ folder }) => folder)
    if (goModPath !== '') folders.push(nodePath.dirname(goModPath))
    for (const folder of folders) {
      places.push({ what: 'a module', path: folder })
      for (const name of ['go.mod', 'go.sum', 'vendor', 'vendor/modules.txt'])
        places.push({ what: name, path: nodePath.join(folder, name) })
    }
  }
  return [...new Map(places.map((place) => [place.path, place])).values()]
}

const fileLists = ['GoFiles', 'SFiles', 'HFiles', 'EmbedFiles', 'SysoFiles'] as const

/**
 * Asks `go list` for the packages of a build and lists what of them lies outside of the module cache.
 *
 * @param request where and how the build will run; `args` are its flags of selection and its targets
 * @param moduleCache absolute folder
 * @returns the places; the result when `go list` failed
 */
export async function placesOfBuild(
  request: Omit<ProgramRequest, 'file'>,
  moduleCache: string,
  run: RunProgram,
): Promise<readonly ReadPlace[] | ProgramResult> {
  const fields = ['Dir', 'Name', 'Standard', ...fileLists].join(',')
  const result = await run({
    ...request,
    file: 'go',
    args: ['list', '-e', '-deps', '-buildvcs=false', `-json=${fields}`, ...request.args],
    outputLimitBytes: 64 * 1024 * 1024,
  })
  if (result.exitCode !== 0) return result
  return readObjects(result.stdout).flatMap((listed) => {
    const folder = listed['Dir']
    if (typeof folder !== 'string' || folder === '' || listed['Standard'] === true) return []
    if (moduleCache !== '' && folder.startsWith(`${moduleCache}${nodePath.sep}`)) return []
    const filesOf = (name: (typeof fileLists)[number]): readonly string[] => {
      const names: readonly unknown[] = Array.isArray(listed[name]) ? listed[name] : []
      return names.map((file) => nodePath.resolve(folder, String(file)))
    }
    // Since Go 1.21 the profile beside a main package is read (`-pgo=auto`).
    const profiles = listed['Name'] === 'main' ? [nodePath.join(folder, 'default.pgo')] : []
    return [
      { what: 'a package', path: folder },
      ...[...fileLists.flatMap(filesOf), ...profiles].map((path) => ({ what: 'a file of a package', path })),
      ...includesOfAssembly(folder, filesOf('SFiles')).map((included) => ({
        what: 'a file that assembly includes',
        ...included,
      })),
    ]
  })
}
