/**
 * A circle of imports: which packages it holds and where each imports the next. Reads the Go files of those packages.
 */
import type { Finding } from '../../findings'
import type { ImportStep } from '../failures/message-form'
import { folderOf, importPlace } from './go-files'
import { withPlace } from './module-lines'
import type { Situation } from './situation'

/**
 * @param stack from what is built to the package that closes the circle
 * @param finding what Go's message says
 * @returns the finding at the import that closes the circle, with all others in the hint
 */
export function explainCycle(stack: readonly ImportStep[], finding: Finding, situation: Situation): Finding {
  const closing = stack.at(-1)
  const first = stack.findIndex(({ importPath }) => importPath === closing?.importPath)
  if (closing === undefined || first < 0 || first === stack.length - 1) return finding
  const circle = stack.slice(first)
  const imports = circle.slice(1).flatMap((imported, index) => {
    const importer = folderOf(circle[index]?.importPath ?? '', situation)
    const place = importPlace(importer, imported.importPath, situation, imported.from)
    return place === undefined ? [] : [place]
  })
  const places = imports.map(({ file, line }) => `${file}:${line}`)
  return withPlace(
    {
      ...finding,
      message: `Packages import each other in a circle (import cycle not allowed): ${circle.map(({ importPath }) => importPath).join(' → ')}.`,
      hint: `Remove one import of the circle${places.length > 0 ? ` (${places.join(', ')})` : ''}, for example by moving what both packages need to a third one.`,
    },
    imports.at(-1),
  )
}
