/**
 * Checks of go.mod and of left-overs in the folder that break the build or the package only elsewhere
 * (Go modules reference; deployment pages of Azure Functions).
 */
import { posix } from 'node:path'
import { sectionExists } from '../../functions/host-json/configuration'
import type { SourceFile } from '../../gosource/sources'
import type { Check, Problem } from '../check'
import { type Project, placeIn } from '../project'

export const moduleChecks: readonly Check[] = [
  { code: 'go-mod-replace-outside', severity: 'warning', run: replaceOutside },
  { code: 'go-sum-absent', severity: 'warning', run: sumMissing },
  { code: 'extensions-project', severity: 'warning', run: extensionsProject },
]

interface Replacement {
  readonly module: string
  readonly target: string
  readonly line: number
  readonly column: number
  readonly endColumn: number
}

/** The local replacements of a go.mod: those whose target is a folder. */
function localReplacements({ text }: SourceFile): readonly Replacement[] {
  const found: Replacement[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const match =
      /^(\s*(?:replace\s+)?"?([^\s"]+)"?(?:\s+v\S+)?\s+=>\s+)"?((?:\.{1,2}|~|\/|[A-Za-z]:)[^\s"]*)"?/.exec(
        line,
      )
    if (match === null) continue
    const [, before = '', module = '', target = ''] = match
    const column = before.length + 1
    found.push({ module, target, line: index + 1, column, endColumn: column + target.length })
  }
  return found
}

function replaceOutside(project: Project): readonly Problem[] {
  const [module] = project.go.modules
  if (module === undefined) return []
  return localReplacements(module)
    .filter(({ target }) => {
      const path = posix.normalize(posix.join(posix.dirname(module.path), target.replaceAll('\\', '/')))
      return /^(\/|~|[A-Za-z]:)/.test(target) || path === '..' || path.startsWith('../')
    })
    .map(({ module: name, target, line, column, endColumn }) => ({
      message: `go.mod replaces '${name}' by '${target}', which lies outside of the repository.`,
      hint: 'Remove the replacement, or put the module into the repository (a go.work file keeps such paths out of go.mod).',
      location: { file: module.path, line, column, endLine: line, endColumn },
    }))
}

function sumMissing(project: Project): readonly Problem[] {
  const [module] = project.go.modules
  if (module === undefined || project.go.hasWorkspace) return []
  if (project.go.sums.includes(posix.join(posix.dirname(module.path), 'go.sum'))) return []
  const replaced = new Set(localReplacements(module).map(({ module: name }) => name))
  const [first] = requirements(module).filter(({ name }) => !replaced.has(name))
  if (first === undefined) return []
  return [
    {
      message: `go.mod requires '${first.name}', but there is no go.sum beside it, so the build refuses the download.`,
      hint: 'Run go mod tidy and commit go.sum.',
      location: { file: module.path, line: first.line, column: first.column },
    },
  ]
}

function requirements({ text }: SourceFile) {
  const found: { name: string; line: number; column: number }[] = []
  let isInside = false
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\s*require\s*\(/.test(line)) isInside = true
    else if (/^\s*\)/.test(line)) isInside = false
    const match = (isInside ? /^(\s*)([^\s/(][^\s(]*)\s+v\d/ : /^(\s*require\s+)(\S+)\s+v\d/).exec(line)
    if (match === null) continue
    found.push({ name: match[2] ?? '', line: index + 1, column: (match[1] ?? '').length + 1 })
  }
  return found
}

function extensionsProject(project: Project): readonly Problem[] {
  const found = project.files.find(({ path }) => path === 'extensions.csproj')
  if (found === undefined || !sectionExists(project.configuration, 'extensionBundle')) return []
  if (!project.files.some(({ path }) => path.startsWith('bin/'))) return []
  return [
    {
      message:
        "The project has both an extension bundle in host.json and extensions of its own ('extensions.csproj' and 'bin/').",
      hint: "Remove 'extensions.csproj' and 'bin/', or the section 'extensionBundle'.",
      location: placeIn(project, found.path),
    },
  ]
}
