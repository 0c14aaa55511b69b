/**
 * A program whose package line has another name than main: the file with func main says so. Reads the files that were
 * to be built, nothing else.
 */
import type { Finding } from '../../findings'
import { type DiagnosticContext, repositoryPath } from '../command/places'
import { readFolder, readText } from '../command/text-file'
import { packageClauseOf } from '../packages/imports'

const mostFiles = 200

/**
 * Looks for the file.
 *
 * @param targets what was built, as given to `go build`
 * @returns what is wrong and where; undefined when no such file is there
 */
export function misnamedMain(
  targets: readonly string[],
  context: DiagnosticContext,
): Pick<Finding, 'message' | 'hint' | 'location'> | undefined {
  const { flavour, cwd } = context
  const files = targets
    .map((target) => flavour.resolve(cwd, target))
    .flatMap((path) =>
      path.endsWith('.go')
        ? [path]
        : (readFolder(path) ?? [])
            .filter(
              ({ name, isFolder }) => !isFolder && /^[^._].*\.go$/.test(name) && !name.endsWith('_test.go'),
            )
            .map(({ name }) => flavour.resolve(path, name)),
    )
  for (const path of files.slice(0, mostFiles)) {
    const source = readText(path) ?? ''
    const clause = packageClauseOf(source)
    const file = repositoryPath(path, context)
    if (clause === undefined || clause.name === 'main' || file === undefined) continue
    if (!/^func main\(\)/m.test(source) || /^\/\/go:build ignore$/m.test(source)) continue
    return {
      message: `"${file}" has func main, but its line ${clause.line} says "package ${clause.name}". Go builds a program from package main only.`,
      hint: 'Write package main in this line, and in the other files of the folder.',
      location: { file, line: clause.line, column: clause.column },
    }
  }
  return undefined
}
