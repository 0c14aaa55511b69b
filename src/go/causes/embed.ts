/**
 * A go:embed pattern that Go refuses: what is wrong with it, or why the files are not there and which step makes
 * them. Reads names of files, .gitignore and package.json.
 */
import type { Finding } from '../../findings'
import { fileStatus } from '../command/file-status'
import { readFolder, readText } from '../command/text-file'
import type { Subject } from '../failures/explanation'
import { emptySubmodule, ignoringLine, meantPath } from './checkout'
import { nameOf, type Situation } from './situation'

type About<Kind extends Subject['kind']> = Extract<Subject, { kind: Kind }>

/**
 * @param about pattern and what Go says of it
 * @param finding what Go's message says, at the pattern
 */
export function explainEmbed(
  { pattern, reason }: About<'embed'>,
  finding: Finding,
  situation: Situation,
): Finding {
  const bare = pattern.replace(/^all:/, '')
  if (reason.startsWith('invalid pattern syntax')) {
    return { ...finding, ...invalidPattern(pattern, bare) }
  }
  if (finding.location === undefined) return finding
  const { flavour, repositoryRoot } = situation
  const base = flavour.resolve(repositoryRoot, finding.location.file, '..')
  // Up to the first part with a wildcard.
  const parts = bare.split('/')
  const wild = parts.findIndex((part) => /[*?[\\]/.test(part))
  const fixed = (wild < 0 ? parts : parts.slice(0, wild)).join('/')
  const wanted = flavour.resolve(base, fixed === '' ? '.' : fixed)
  const name = nameOf(wanted, situation)
  if (/cannot embed irregular file/.test(reason)) {
    return {
      ...finding,
      message: `The pattern "${pattern}" names a symbolic link or another special file, but Go embeds only regular files: ${reason}.`,
      hint: 'Put a copy of the file in its place, and commit that.',
    }
  }
  if (/in different module/.test(reason)) {
    return {
      ...finding,
      message: `The pattern "${pattern}" names something of another module, but Go embeds only files of the module itself: ${reason}.`,
      hint: `Remove the go.mod in "${name}", or embed the files in a package of that module and import it.`,
    }
  }
  const submodule = emptySubmodule(wanted, situation)
  if (submodule !== undefined) {
    return {
      ...finding,
      code: 'git-submodule-empty',
      message: `The pattern "${pattern}" needs "${name}" of the submodule "${submodule.path}" (.gitmodules line ${submodule.line}), but the checkout left the submodule out: ${reason}.`,
      hint: 'Fetch the submodules: give actions/checkout the input submodules: recursive (and a token that may read them).',
    }
  }
  if (pattern.includes('\\')) {
    return {
      ...finding,
      message: `The pattern "${pattern}" holds a backslash: ${reason}.`,
      hint: `Write "${pattern.replace(/\\+/g, '/')}": patterns have forward slashes on every system.`,
    }
  }
  const entries = readFolder(wanted)
  if (
    /contains no embeddable files|no matching files/.test(reason) &&
    entries !== undefined &&
    entries.length > 0
  ) {
    const isHidden = entries.every((entry) => /^[._]/.test(entry.name))
    const build = buildStep(wanted, situation)
    if (isHidden) {
      return {
        ...finding,
        message: `The pattern "${pattern}" finds nothing: "${name}" holds only ${entries
          .slice(0, 3)
          .map((entry) => `"${entry.name}"`)
          .join(', ')}, and Go does not embed names that begin with a dot or an underscore (${reason}).`,
        hint:
          build ??
          'Make its files in a step before this one, or write all: in front of the pattern when these files are meant.',
      }
    }
    return {
      ...finding,
      message: `The pattern "${pattern}" finds nothing in "${name}": ${reason}.`,
      hint: build ?? finding.hint,
    }
  }
  const isAbsent = fileStatus(wanted) === undefined
  const ignored = ignoringLine(`${wanted}/`, situation) ?? ignoringLine(wanted, situation)
  const step = buildStep(wanted, situation)
  if (ignored !== undefined && (isAbsent || entries?.length === 0)) {
    return {
      ...finding,
      message: `The pattern "${pattern}" finds nothing (${reason}): ${ignored.file} line ${ignored.line} ("${ignored.rule}") keeps "${name}" out of the repository, so a step has to make it.`,
      hint:
        step ??
        `Make "${name}" in a step before this one, or take the line out of ${ignored.file} and commit the files.`,
    }
  }
  const meant = isAbsent && step === undefined ? meantPath(wanted, situation) : undefined
  if (meant !== undefined) {
    const right = flavour.relative(base, meant.path).replaceAll('\\', '/')
    return {
      ...finding,
      message: `The pattern "${pattern}" finds nothing (${reason}); ${meant.isCase ? `there is "${right}", and Linux tells upper and lower case apart` : `"${right}" was probably meant`}.`,
      hint: `Write "${pattern.replace(fixed, () => right)}".`,
    }
  }
  return {
    ...finding,
    message: `The pattern "${pattern}" finds nothing (${reason}): "${name}" is not in the checkout${isAbsent ? '' : ' or holds no file that fits'}.`,
    hint: step ?? `Commit "${name}", or make it in a step before this one.`,
  }
}

function invalidPattern(pattern: string, bare: string): Pick<Finding, 'message' | 'hint'> {
  const message = `The pattern "${pattern}" is not one that Go accepts (invalid pattern syntax): `
  if (bare.split('/').includes('..')) {
    return {
      message: `${message}go:embed takes nothing from above the folder of the Go file, so ".." may not be in it.`,
      hint: 'Move the Go file with the go:embed line to the folder of the files (or above), as a package that the program imports; or copy the files below the Go file.',
    }
  }
  if (bare.startsWith('./') || bare === '.' || bare.includes('/./')) {
    return bare === '.'
      ? {
          message: `${message}a dot alone is not allowed.`,
          hint: 'Write * for the files beside the Go file.',
        }
      : { message: `${message}it begins with "./".`, hint: `Write "${pattern.replace('./', '')}".` }
  }
  if (/^(?:\/|[A-Za-z]:)/.test(bare)) {
    return {
      message: `${message}it begins at the root of the machine.`,
      hint: 'Write the path from the folder of the Go file, without a slash in front.',
    }
  }
  if (bare.endsWith('/'))
    return { message: `${message}it ends with a slash.`, hint: `Write "${pattern.replace(/\/+$/, '')}".` }
  return {
    message: `${message}its brackets or slashes are no pattern.`,
    hint: 'Write a path with forward slashes and * ? [a-z] only.',
  }
}

const mostLevels = 20

/** A script `build` in the nearest package.json at or above the folder. */
function buildStep(wanted: string, situation: Situation): string | undefined {
  const { flavour, repositoryRoot } = situation
  for (let folder = wanted, level = 0; level < mostLevels; level += 1) {
    const manifest = readText(flavour.resolve(folder, 'package.json'))
    const name = nameOf(folder, situation)
    if (manifest !== undefined && /"build"\s*:/.test(manifest)) {
      const where = name === '.' ? '' : ` with working-directory: ${name}`
      return `Build it in a step before this one: run npm ci && npm run build${where} (${name === '.' ? '' : `${name}/`}package.json has a script "build").`
    }
    if (flavour.relative(repositoryRoot, folder) === '' || !situation.flavour.isAbsolute(folder))
      return undefined
    folder = flavour.resolve(folder, '..')
  }
  return undefined
}
