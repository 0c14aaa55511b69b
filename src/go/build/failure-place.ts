/** Where a failed build is annotated when `go` names no file: the go.mod of the project. */
import { existsSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import type { Finding } from '../../findings'

/** What go.mod has no part in: the runner, the inputs, and what only counts others. */
const elsewhere = new Set([
  'go-missing',
  'build-flag-refused',
  'build-flag-malformed',
  'main-package-invalid',
  'main-package-missing',
  'go-cannot-write',
  'go-vcs-status',
  'go-output-blocked',
  'go-too-many-errors',
])

/**
 * Gives the failures of a build a file.
 *
 * @param folders absolute paths: where `go` ran, and the root that places are relative to
 * @returns the findings; those that have a place, and all of them without a go.mod, as they were
 */
export function placeAtModuleFile(
  findings: readonly Finding[],
  folders: { readonly projectFolder: string; readonly repositoryRoot: string },
): readonly Finding[] {
  const file = moduleFileAbove(folders)
  if (file === undefined) return findings
  return findings.map((finding) =>
    finding.location === undefined && !elsewhere.has(finding.code)
      ? { ...finding, location: { file } }
      : finding,
  )
}

/** Relative to the root, with forward slashes. */
function moduleFileAbove({
  projectFolder,
  repositoryRoot,
}: Parameters<typeof placeAtModuleFile>[1]): string | undefined {
  for (let folder = projectFolder; ; folder = dirname(folder)) {
    const path = relative(repositoryRoot, join(folder, 'go.mod'))
    if (path.startsWith('..') || folder === dirname(folder)) return undefined
    if (existsSync(join(folder, 'go.mod'))) return path.split(sep).join('/')
  }
}
