/**
 * Findings about lines of go.mod, go.work and vendor/modules.txt: replacements, used folders, requirements, words
 * that are no directive. Finds the line that has to be repaired. Reads those files.
 */
import type { Finding, Location } from '../../findings'
import { closestName } from '../../text/name-distance'
import { fileStatus } from '../command/file-status'
import { repositoryPath } from '../command/places'
import { readText } from '../command/text-file'
import type { Subject } from '../failures/explanation'
import { goLineOf, localReplacementsOf, modulePathOf } from '../packages/module-file'
import { whyAbsent } from './checkout'
import { moduleLinesOf, nameOf, placeOf, type Situation } from './situation'

type About<Kind extends Subject['kind']> = Extract<Subject, { kind: Kind }>

/** `replace M => ./folder` without that folder, without its go.mod, or without a requirement of it. */
export function explainReplacement(
  { module, folder }: About<'replaced-folder'>,
  finding: Finding,
  situation: Situation,
): Finding {
  const { flavour, cwd } = situation
  for (const file of [situation.goModPath, situation.goWorkPath, ...usedModFiles(situation)]) {
    const base = flavour.resolve(file, '..')
    const replacements = file === '' ? [] : localReplacementsOf(moduleLinesOf(file))
    const found = replacements.find(
      (each) =>
        (module === '' || each.module === module) &&
        (folder === '' ||
          each.target.text === folder ||
          flavour.resolve(base, each.target.text) === flavour.resolve(cwd, folder)),
    )
    if (found === undefined) continue
    const name = nameOf(file, situation)
    const place = { line: found.line, column: found.target.column }
    const placed = withPlace(finding, placeOf(file, situation, place))
    if (finding.code !== 'go-replace-missing') return placed
    const target = flavour.resolve(base, found.target.text)
    return {
      ...placed,
      ...absentModule(
        `${name} replaces module "${found.module}" by the folder "${found.target.text}"`,
        target,
        `Run ${file === situation.goWorkPath ? 'go work edit' : 'go mod edit'} -dropreplace=${found.module} and go mod tidy to take the published version, or commit the folder with its go.mod.`,
        `Run go mod init ${found.module} in it and commit its go.mod.`,
        situation,
      ),
    }
  }
  return finding
}

/** `use ./folder` without that folder or without its go.mod. */
export function explainUse(
  { folder }: About<'used-folder'>,
  finding: Finding,
  situation: Situation,
): Finding {
  const { flavour, goWorkPath, cwd } = situation
  if (goWorkPath === '') return finding
  const base = flavour.resolve(goWorkPath, '..')
  const uses = moduleLinesOf(goWorkPath).filter(({ verb }) => verb === 'use')
  const targetOf = (written: string): string => flavour.resolve(base, written)
  const matching = uses.filter(({ words }) => {
    const target = targetOf(words[0]?.text ?? '')
    if (target === flavour.resolve(cwd, folder) || target === flavour.resolve(base, folder)) return true
    return modulePathOf(moduleLinesOf(flavour.resolve(target, 'go.mod'))) === folder
  })
  const found = matching.at(-1)
  const written = found?.words[0]
  if (found === undefined || written === undefined) return withPlace(finding, placeOf(goWorkPath, situation))
  const place = { line: found.line, column: written.column }
  const placed = withPlace(finding, placeOf(goWorkPath, situation, place))
  if (finding.code !== 'go-work-use-missing') {
    const isPath = matching.some(({ words }) => words[0]?.text === written.text) && matching.length > 1
    return {
      ...placed,
      message: isPath
        ? `go.work lists two folders of one module, or one folder twice: ${matching.map(({ words }) => `"${words[0]?.text ?? ''}"`).join(' and ')}.`
        : placed.message,
    }
  }
  return {
    ...placed,
    ...absentModule(
      `go.work uses the folder "${written.text}"`,
      targetOf(written.text),
      `Run go work edit -dropuse=${written.text} in the folder of go.work, or commit the folder with its go.mod.`,
      'Run go mod init in it and commit its go.mod, or remove the line.',
      situation,
    ),
  }
}

function absentModule(
  names: string,
  target: string,
  absentHint: string,
  emptyHint: string,
  situation: Situation,
): Pick<Finding, 'message' | 'hint'> & Partial<Pick<Finding, 'code'>> {
  const absence = whyAbsent(target, situation)
  if (absence?.code !== undefined) {
    return { code: absence.code, message: `${names}, which ${absence.because}.`, hint: absence.hint }
  }
  if (fileStatus(target)?.isDirectory() === true) {
    return { message: `${names}, but that folder holds no go.mod.`, hint: emptyHint }
  }
  if (repositoryPath(target, situation) === undefined) {
    return {
      message: `${names}. That folder lies outside of the repository and is not there.`,
      hint: `${absentHint} When the folder is another repository, check that repository out to this place in a step before this one.`,
    }
  }
  return absence === undefined
    ? { message: `${names}, but that folder is not in the checkout.`, hint: absentHint }
    : { message: `${names}, which ${absence.because}.`, hint: `${absence.hint} ${absentHint}` }
}

/** go.work says an older Go than one of its modules. */
export function placeWorkVersion(
  finding: Finding,
  { folder, listed, wanted }: About<'work-version'>,
  situation: Situation,
): Finding {
  const { flavour, cwd, goWorkPath } = situation
  const lines = moduleLinesOf(goWorkPath)
  const base = flavour.resolve(goWorkPath || cwd, '..')
  const target = flavour.resolve(cwd, folder)
  const use = lines.find(
    ({ verb, words }) => verb === 'use' && flavour.resolve(base, words[0]?.text ?? '') === target,
  )
  const own = goLineOf(lines)
  // Go 1.21 tells a missing line as if it were there.
  const says = own === undefined ? `has no go line, which means go ${listed}` : `says go ${listed}`
  const message = `go.work ${says}, but it lists the module "${nameOf(target, situation)}", which requires Go ${wanted}.`
  return withPlace(
    { ...finding, message },
    placeOf(goWorkPath, situation, { line: own?.line ?? use?.line ?? 1 }),
  )
}

/** The requirement of a module in go.mod. */
export function requirementLocation(module: string, situation: Situation): Location | undefined {
  for (const path of [situation.goModPath, situation.goWorkPath]) {
    const found = moduleLinesOf(path).find(
      ({ verb, words }) => verb === 'require' && words[0]?.text === module,
    )
    if (found === undefined) continue
    return placeOf(path, situation, { line: found.line, column: found.words[0]?.column ?? 1 })
  }
  return undefined
}

/** Each reason names a module; the first one whose line is found gives the place. */
export function vendoringLocation(reasons: readonly string[], situation: Situation): Location | undefined {
  const { flavour, goModPath, goWorkPath } = situation
  const base = flavour.resolve(goWorkPath || goModPath || situation.cwd, '..')
  const list = flavour.resolve(base, 'vendor', 'modules.txt')
  const listed = (readText(list) ?? '').split('\n')
  for (const reason of reasons) {
    const module = /^([^\s@:]+)/.exec(reason)?.[1] ?? ''
    const isOnlyListed = /^\S+ is (?:marked as|replaced in vendor)/.test(reason.replace(/^\S+: /, 'it '))
    const place = isOnlyListed ? undefined : lineIn(goModPath, module, reason, situation)
    if (place !== undefined) return place
    const line = listed.findIndex((each) => each.startsWith(`# ${module} `)) + 1
    if (line > 0) return placeOf(list, situation, { line })
  }
  return placeOf(goModPath, situation)
}

function lineIn(path: string, module: string, reason: string, situation: Situation): Location | undefined {
  const verb = /replaced/.test(reason) ? 'replace' : 'require'
  const files = [path, ...usedModFiles(situation)]
  for (const file of files) {
    const lines = moduleLinesOf(file)
    const found =
      lines.find((each) => each.verb === verb && each.words[0]?.text === module) ??
      lines.find((each) => each.words[0]?.text === module)
    if (found !== undefined)
      return placeOf(file, situation, { line: found.line, column: found.words[0]?.column ?? 1 })
  }
  return undefined
}

function usedModFiles({ flavour, goWorkPath }: Situation): readonly string[] {
  if (goWorkPath === '') return []
  const base = flavour.resolve(goWorkPath, '..')
  return moduleLinesOf(goWorkPath).flatMap(({ verb, words }) =>
    verb === 'use' ? [flavour.resolve(base, words[0]?.text ?? '', 'go.mod')] : [],
  )
}

const verbs = [
  'module',
  'go',
  'toolchain',
  'godebug',
  'require',
  'tool',
  'exclude',
  'replace',
  'retract',
  'ignore',
  'use',
]

/** A word that is no directive, but nearly one. */
export function explainDirective({ word }: About<'module-line'>, finding: Finding): Finding {
  const meant = closestName(word, verbs)
  return meant === undefined ? finding : { ...finding, hint: `Write "${meant}" in place of "${word}".` }
}

/** Places a finding; what has a place keeps it when there is none. */
export function withPlace(finding: Finding, location: Location | undefined): Finding {
  return location === undefined ? finding : { ...finding, location }
}
