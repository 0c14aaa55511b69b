/**
 * Packages that lose every file to build constraints, and go:build lines that cannot be read. Reads the Go files of
 * that folder.
 */
import type { Finding } from '../../findings'
import type { goCodes } from '../codes/go-codes'
import { readText } from '../command/text-file'
import type { Subject } from '../failures/explanation'
import { packageSince } from '../failures/go-releases'
import { newerGo } from '../failures/toolchain-failures'
import { readImports } from '../packages/imports'
import { type BuildFacts, type Exclusion, exclusionOf } from './constraint'
import { folderOf, goFilesIn, isTest, stackPlace, targetFolder } from './go-files'
import { withPlace } from './module-lines'
import { nameOf, placeOf, type Situation } from './situation'

type About<Kind extends Subject['kind']> = Extract<Subject, { kind: Kind }>

/** Every file of a package is left out: which, and by what. */
export function explainExcluded(
  { folder, stack }: About<'excluded-files'>,
  finding: Finding,
  situation: Situation,
  facts: BuildFacts,
): Finding {
  const importPath = stack.at(-1)?.importPath ?? ''
  const absolute =
    folder === '' ? folderOf(importPath, situation) : situation.flavour.resolve(situation.cwd, folder)
  if (absolute === undefined) return withPlace(finding, stackPlace(stack, situation))
  const excluded = goFilesIn(absolute, situation)
    .filter((file) => !isTest(file))
    .flatMap((file) => {
      const exclusion = exclusionOf(file.name, file.text, facts)
      return exclusion === undefined ? [] : [{ file, exclusion }]
    })
  const [first] = excluded
  const through = stack.length > 1 ? ` Imported as ${stack.map((step) => step.importPath).join(' → ')}.` : ''
  if (first === undefined) {
    return withPlace(
      { ...finding, message: `${finding.message}.${through}` },
      finding.location ?? stackPlace(stack, situation),
    )
  }
  const since = packageSince(importPath)
  if (since !== undefined && since > facts.goMinor) {
    return withPlace(
      {
        ...finding,
        code: 'go-too-old' satisfies keyof typeof goCodes,
        message: `Package "${importPath}" came with Go 1.${since}, but the Go on PATH is ${situation.goVersion ?? 'older'}.${through}`,
        hint: `Set up Go 1.${since} or later, and write go 1.${since} or later into go.mod. ${newerGo(situation.goVersion ?? '')}`,
      },
      stackPlace(stack, situation),
    )
  }
  const name = importPath === '' ? `"${nameOf(absolute, situation)}"` : `"${importPath}"`
  const reasons = excluded.slice(0, 5).map(({ file, exclusion }) => reasonOf(file.name, exclusion))
  const own = placeOf(
    first.file.path,
    situation,
    'line' in first.exclusion ? { line: first.exclusion.line } : {},
  )
  const isNewer = first.exclusion.kind === 'line' && first.exclusion.goMinor > 0
  return withPlace(
    {
      ...finding,
      ...(isNewer ? { code: 'go-too-old' satisfies keyof typeof goCodes } : {}),
      message: `No file of package ${name} is meant for Linux without cgo: ${reasons.join('; ')}.${through}`,
      hint: excludedHint(
        excluded.map(({ exclusion }) => exclusion),
        first.file.name,
        facts,
      ),
    },
    own ?? stackPlace(stack, situation),
  )
}

/** Why a file is left out, for a sentence. */
export function reasonOf(name: string, exclusion: Exclusion): string {
  if (exclusion.kind === 'name') return `${name} is for ${exclusion.word} by its name`
  if (exclusion.kind === 'cgo') return `${name} needs cgo (line ${exclusion.line})`
  return `${name} is built only for "${exclusion.expression}" (line ${exclusion.line})`
}

/** What to do about files that are left out. */
export function excludedHint(
  exclusions: readonly Exclusion[],
  name: string,
  { goMinor }: BuildFacts,
): string {
  const lines = exclusions.flatMap((each) => (each.kind === 'line' ? [each] : []))
  const tagged = lines.find(({ tags }) => tags.length > 0)
  if (tagged !== undefined)
    return `Set tags: ${tagged.tags.join(',')} when that file is meant, or change its go:build line.`
  const newer = lines.find((line) => line.goMinor > 0)
  if (newer !== undefined) return `It needs Go 1.${newer.goMinor}. ${newerGo(`go1.${goMinor}`)}`
  if (lines.some(({ expression }) => /\bignore\b/.test(expression))) {
    return `A line "go:build ignore" keeps a file out of every build. Remove the line, or name the file in main-package: ${name}.`
  }
  return 'Add a file for Linux, or correct the go:build line or the file name (_windows.go) of this one.'
}

/** A go:build line that is no expression: Go names the file, and not always the folder or the line. */
export function placeBuildLine(
  { file, stack }: About<'build-line'>,
  finding: Finding,
  situation: Situation,
): Finding {
  const { flavour, cwd, repositoryRoot, location } = { ...situation, location: finding.location }
  const base = file.split(/[\\/]/).at(-1) ?? ''
  const folders: (string | undefined)[] = []
  if (location?.line !== undefined) {
    // The position is that of the import through which the package came.
    const importer = flavour.resolve(repositoryRoot, location.file)
    const imported = readImports(readText(importer) ?? '').find(({ line }) => line === location.line)
    folders.push(imported === undefined ? undefined : folderOf(imported.path, situation))
  }
  if (stack.length > 0) folders.push(folderOf(stack.at(-1)?.importPath ?? '', situation))
  folders.push(flavour.resolve(cwd, file, '..'), targetFolder(situation))
  for (const folder of folders) {
    if (folder === undefined || base === '') continue
    const path = flavour.resolve(folder, base)
    const lines = (readText(path) ?? '').split('\n')
    const found = lines.flatMap((line, index) => (/^\/\/go:build(?:\s|$)/.test(line) ? [index + 1] : []))
    const line = finding.message.includes('multiple') ? found[1] : found[0]
    if (line === undefined) continue
    return withPlace(
      {
        ...finding,
        message: `${finding.message} The line is "${(lines[line - 1] ?? '').trim().slice(0, 200)}".`,
      },
      placeOf(path, situation, { line, column: 1 }),
    )
  }
  return finding
}
