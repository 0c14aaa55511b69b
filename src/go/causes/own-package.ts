/**
 * An import that Go finds nowhere although its folder would lie in the checkout: a package of an own module, of one
 * of the workspace or of a replacement; or a misspelt name of the standard library. Reads names and module files.
 */
import type { Finding } from '../../findings'
import { closestName } from '../../text/name-distance'
import type { goCodes } from '../codes/go-codes'
import { fileStatus } from '../command/file-status'
import { readFolder } from '../command/text-file'
import { packageSince } from '../failures/go-releases'
import { newerGo } from '../failures/toolchain-failures'
import { ignoringLine, whyAbsent } from './checkout'
import { generatedNames, generateHint } from './generators'
import { explainModuleName, hasGoFiles } from './module-name'
import { folderOfPackage, type LocalModule, localModulesOf, nameOf, type Situation } from './situation'
import { closestStandard } from './standard-packages'

/**
 * @param path import path
 * @param finding what Go's message says
 * @param sources what Go put in brackets behind the path: where it looked in the standard library
 * @returns the finding with the cause; the same when the checkout does not tell it
 */
export function explainMissingPackage(
  path: string,
  finding: Finding,
  situation: Situation,
  sources = '',
): Finding {
  const modules = localModulesOf(situation)
  const own = folderOfPackage(path, modules, situation.flavour)
  if (own !== undefined) return missingFolder(path, own.module, own.folder, finding, situation)
  if (finding.code === 'go-mod-untidy') return explainVendored(path, finding, situation)
  const similar = similarModule(path, modules, situation)
  if (similar !== undefined) {
    return ownPackage(
      finding,
      `The import "${path}" names no package; "${similar}" was probably meant: the path of the module is written differently.`,
      `Write "${similar}", or correct the module line of go.mod.`,
    )
  }
  const named = explainModuleName(path, modules, finding, situation)
  if (named !== undefined) return named
  if (finding.code !== 'go-package-missing') return finding
  const since = packageSince(path)
  if (since !== undefined && situation.goVersion !== undefined) {
    return {
      ...finding,
      code: 'go-too-old' satisfies keyof typeof goCodes,
      message: `Package "${path}" came with Go 1.${since}, but the Go on PATH is ${situation.goVersion}.`,
      hint: `Set up Go 1.${since} or later, and write go 1.${since} or later into go.mod. ${newerGo(situation.goVersion)}`,
    }
  }
  const [main] = modules
  const inside = main === undefined ? undefined : situation.flavour.resolve(main.folder, path)
  if (main !== undefined && inside !== undefined && hasGoFiles(inside)) {
    return {
      ...finding,
      message: `There is no package "${path}" in the Go standard library; the folder "${nameOf(inside, situation)}" of the project is imported as "${main.path}/${path}".`,
      hint: `Write "${main.path}/${path}".`,
    }
  }
  const meant = closestStandard(path, sources)
  if (meant !== undefined) {
    return {
      ...finding,
      message: `There is no package "${path}" in the Go standard library; "${meant}" was probably meant.`,
      hint: `Write "${meant}".`,
    }
  }
  return {
    ...finding,
    hint: `Correct the import. A package of another module begins with a domain, one of the project with the path in its go.mod${main === undefined ? '' : ` ("${main.path}/…")`}.`,
  }
}

function missingFolder(
  path: string,
  module: LocalModule,
  folder: string,
  finding: Finding,
  situation: Situation,
): Finding {
  const name = nameOf(folder, situation)
  const entries = readFolder(folder)
  const isNested = folder !== module.folder && nestedModule(folder, module, situation)
  if (isNested !== false) {
    return ownPackage(
      finding,
      `The folder "${name}" of package "${path}" belongs to another module (${nameOf(isNested, situation)}), and go.mod does not require that module.`,
      `Run go work use for both folders and commit go.work, or go mod edit with -require and -replace ${path}=./… in the folder of go.mod.`,
    )
  }
  const absence = whyAbsent(folder, situation)
  if (
    absence !== undefined &&
    (entries === undefined || absence.code !== undefined || entries.length === 0)
  ) {
    const below =
      absence.meant && situation.flavour.relative(module.folder, absence.meant).replaceAll('\\', '/')
    const isBelow = below !== undefined && below !== '' && !below.startsWith('..')
    return ownPackage(
      finding,
      `Package "${path}" belongs to the project, and its folder "${name}" ${absence.because}.`,
      isBelow ? `Write "${module.path}/${below}".` : absence.hint,
      absence.code,
    )
  }
  if (entries !== undefined) {
    const ignored = generatedNames(name).flatMap((file) => {
      const line = ignoringLine(situation.flavour.resolve(folder, file), situation)
      return line === undefined ? [] : [line]
    })[0]
    const reason =
      ignored === undefined
        ? ''
        : ` (${ignored.file} line ${ignored.line} keeps "${ignored.rule}" out of the repository)`
    return ownPackage(
      finding,
      `Package "${path}" belongs to the project, and its folder "${name}" holds no Go file${reason}.`,
      ignored === undefined
        ? generateHint(module, situation)
        : 'Generate its files in a step before this one: go generate ./...',
    )
  }
  return ownPackage(
    finding,
    `Package "${path}" belongs to the project, and its folder "${name}" is not in the checkout.`,
    generateHint(module, situation),
  )
}

function ownPackage(
  finding: Finding,
  message: string,
  hint: string,
  code: 'go-own-package-missing' | 'git-submodule-empty' = 'go-own-package-missing',
): Finding {
  return { ...finding, code, message, hint }
}

/** A go.mod between the folder of a module and one below it ends the module there. */
function nestedModule(folder: string, { folder: root }: LocalModule, { flavour }: Situation): string | false {
  for (let at = folder, depth = 0; at !== root && depth < 50; depth += 1) {
    const file = flavour.resolve(at, 'go.mod')
    if (fileStatus(file)?.isFile() === true) return file
    const parent = flavour.resolve(at, '..')
    if (parent === at) return false
    at = parent
  }
  return false
}

/** The module path with a letter wrong, and a folder that is there. */
function similarModule(
  path: string,
  modules: readonly LocalModule[],
  { flavour }: Situation,
): string | undefined {
  for (const module of modules) {
    const length = module.path.split('/').length
    const segments = path.split('/')
    const prefix = segments.slice(0, length).join('/')
    if (segments.length < length || closestName(prefix, [module.path]) === undefined) continue
    const below = segments.slice(length)
    if (hasGoFiles(flavour.resolve(module.folder, ...below))) return [module.path, ...below].join('/')
  }
  return undefined
}

/**
 * A folder in which Go 1.19 found no package: of the vendor folder, or of the project.
 *
 * @param path the folder, as printed
 * @param finding what Go's message says
 */
export function explainMissingSource(path: string, finding: Finding, situation: Situation): Finding {
  const slashed = path.replaceAll('\\', '/')
  const vendored = slashed.lastIndexOf('/vendor/')
  if (vendored >= 0) {
    const name = slashed.slice(vendored + '/vendor/'.length)
    return explainVendored(name, finding, situation)
  }
  const { flavour } = situation
  const module = localModulesOf(situation).find(({ folder }) => path.startsWith(`${folder}${flavour.sep}`))
  if (module === undefined) return finding
  const below = flavour.relative(module.folder, path).replaceAll('\\', '/')
  return missingFolder(`${module.path}/${below}`, module, path, finding, situation)
}

/** A package that the vendor folder lacks. */
function explainVendored(name: string, finding: Finding, situation: Situation): Finding {
  const { flavour, goModPath, goWorkPath } = situation
  const root = flavour.resolve(goWorkPath || goModPath || situation.cwd, '..')
  const absence = whyAbsent(flavour.resolve(root, 'vendor', name), situation)
  const isIgnored = absence?.because.startsWith('is kept out') === true
  return {
    ...finding,
    message: `The vendor folder has no package "${name}"${isIgnored ? `: its folder ${absence.because}` : ''}.`,
    hint: isIgnored
      ? 'Take the vendor folder out of that rule (add the line !vendor/** below it) and commit the folder as go mod vendor wrote it.'
      : 'Run go mod tidy and go mod vendor, and commit the vendor folder.',
  }
}
