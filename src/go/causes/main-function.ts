/**
 * Programs without a function main, folders of test files, names that only a file outside of the build declares.
 * Reads the Go files of that folder.
 */
import type { Finding } from '../../findings'
import { readText } from '../command/text-file'
import type { Subject } from '../failures/explanation'
import { type BuildFacts, exclusionOf } from './constraint'
import { excludedHint, reasonOf } from './excluded-files'
import { folderOf, type GoFile, goFilesIn, isTest, packageLine, targetFolder } from './go-files'
import { withPlace } from './module-lines'
import { nameOf, placeOf, type Situation } from './situation'

type About<Kind extends Subject['kind']> = Extract<Subject, { kind: Kind }>

/** A folder with nothing but test files. */
export function explainTestFiles(
  { importPath, folder }: About<'test-files'>,
  finding: Finding,
  situation: Situation,
): Finding {
  const absolute = situation.flavour.resolve(situation.cwd, folder)
  const files = goFilesIn(absolute, situation)
  const [first] = [...files].sort(
    (a, b) => Number(/^package main\b/m.test(b.text)) - Number(/^package main\b/m.test(a.text)),
  )
  const name = nameOf(absolute, situation)
  const isTarget = absolute === targetFolder(situation)
  const names = files
    .slice(0, 5)
    .map((file) => file.name)
    .join(', ')
  const message = `Every Go file in the folder "${name}"${isTarget ? '' : ` of the imported package "${importPath}"`} is a test file (${names}), and go build leaves test files out: no non-test Go files in "${name}".`
  const hint = isTarget
    ? `Move package main with func main to a file whose name does not end in _test.go${first === undefined ? '' : `: git mv ${first.name} ${first.name.replace(/_test\.go$/, '.go')}`}.`
    : 'Commit the other files of the package, or remove the import.'
  if (first === undefined) return { ...finding, hint }
  return withPlace({ ...finding, message, hint }, placeOf(first.path, situation, packageLine(first.text)))
}

/** Two packages in one folder: the place is the package line of the second. */
export function placeMixed(
  { folder, file }: About<'mixed-packages'>,
  finding: Finding,
  situation: Situation,
): Finding {
  const path = situation.flavour.resolve(situation.cwd, folder, file)
  const text = readText(path)
  if (text === undefined) return finding
  return withPlace(finding, placeOf(path, situation, packageLine(text)))
}

/** No function main: is it in a file that does not count, or written otherwise? */
export function explainMain(
  { package: name }: About<'main-function'>,
  finding: Finding,
  situation: Situation,
  facts: BuildFacts,
): Finding {
  const folder = folderOf(name, situation) ?? targetFolder(situation)
  const files = folder === undefined ? [] : goFilesIn(folder, situation)
  const declared = declarationOf(files, /^func main\s*\(/, facts)
  if (declared !== undefined) {
    return withPlace(
      {
        ...finding,
        message: `The main package has no function main: the one in ${declared.file.name} does not count, because ${declared.why}.`,
        hint: declared.hint,
      },
      placeOf(declared.file.path, situation, { line: declared.line }),
    )
  }
  for (const file of files.filter((each) => !isTest(each))) {
    const line =
      file.text.split('\n').findIndex((each) => /^func (?:\([^)]*\)\s*)?(?:Main|MAIN|main)\s*\(/.test(each)) +
      1
    if (line > 0) {
      return withPlace(
        {
          ...finding,
          message: `The main package has no function main. ${file.name} declares a function of nearly that name.`,
          hint: 'Write func main(), with a small letter and without a receiver.',
        },
        placeOf(file.path, situation, { line }),
      )
    }
  }
  const built = files.filter(
    (file) => !isTest(file) && exclusionOf(file.name, file.text, facts) === undefined,
  )
  const file = built.find((each) => each.name === 'main.go') ?? built[0]
  return file === undefined
    ? finding
    : withPlace(finding, placeOf(file.path, situation, packageLine(file.text)))
}

/** A name that is not declared in the files of the build, but in one beside them. */
export function explainUndefined(
  { name }: About<'undefined-name'>,
  finding: Finding,
  situation: Situation,
  facts: BuildFacts,
): Finding {
  if (finding.location === undefined) return finding
  const { flavour, repositoryRoot } = situation
  const folder = flavour.resolve(repositoryRoot, finding.location.file, '..')
  const [target] = situation.targets
  const files = goFilesIn(folder, situation)
  const word = name.replace(/[^\p{L}\p{N}_]/gu, '')
  const pattern = new RegExp(`^(?:func|type|var|const) ${word}(?![\\p{L}\\p{N}_])`, 'u')
  const declared = declarationOf(files, pattern, facts)
  if (declared !== undefined) {
    return {
      ...finding,
      message: `${finding.message} (${declared.file.name} line ${declared.line} declares it, but does not count, because ${declared.why})`,
      hint: declared.hint,
    }
  }
  if (target?.endsWith('.go') !== true) return finding
  const left = files.find(
    (file) => pattern.test(file.text) || new RegExp(pattern.source, 'mu').test(file.text),
  )
  const isNamed =
    left !== undefined && situation.targets.some((each) => each.split(/[\\/]/).at(-1) === left.name)
  return left === undefined || isNamed
    ? finding
    : {
        ...finding,
        hint: `${left.name} declares the name. Add this file to main-package, or set main-package to the folder.`,
      }
}

function declarationOf(files: readonly GoFile[], pattern: RegExp, facts: BuildFacts) {
  for (const file of files) {
    const line = file.text.split('\n').findIndex((each) => pattern.test(each)) + 1
    if (line === 0) continue
    if (isTest(file)) {
      const hint = 'Move it to a file whose name does not end in _test.go.'
      return { file, line, why: 'go build leaves test files out', hint }
    }
    const exclusion = exclusionOf(file.name, file.text, facts)
    if (exclusion === undefined) continue
    return {
      file,
      line,
      why: reasonOf(file.name, exclusion),
      hint: excludedHint([exclusion], file.name, facts),
    }
  }
  return undefined
}
