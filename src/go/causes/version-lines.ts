/**
 * The `go` and `toolchain` lines of go.mod and go.work, which say what Go a project asks for, and findings about them.
 * Reads those two files and nothing else; it does not start programs.
 */
import type { Finding, Location } from '../../findings'
import type { DiagnosticContext } from '../command/places'
import type { Toolchain } from '../command/toolchain'
import { isGoVersion, minorOf } from '../failures/go-releases'
import { tooOld } from '../failures/toolchain-failures'
import { goLineOf } from '../packages/module-file'
import { moduleLinesOf, placeOf, type Situation } from './situation'

/** The first version that refuses a module of a newer one, or fetches the newer one (https://go.dev/doc/toolchain). */
const firstStrictMinor = 21

/**
 * Says what an old Go does not: up to 1.20, it compiles a module that asks for a newer version as if it were its own,
 * and what the newer version changed then differs silently, `"GET /path"` patterns of net/http for example.
 *
 * @param toolchain the version on PATH, and the files in charge
 * @param context for the place
 * @returns the finding, `undefined` when Go is new enough or judges for itself
 */
export function olderThanAsked(
  { goVersion, goWorkPath, goModPath }: Pick<Toolchain, 'goVersion' | 'goModPath' | 'goWorkPath'>,
  context: DiagnosticContext,
): Finding | undefined {
  const own = /^go/.test(goVersion) ? minorOf(goVersion) : undefined
  if (own === undefined || own >= firstStrictMinor) return undefined
  for (const path of [goWorkPath, goModPath]) {
    const asking = goLineOf(moduleLinesOf(path))
    // What is no version, Go itself refuses.
    const asked = isGoVersion(asking?.version ?? '') ? minorOf(asking?.version ?? '') : undefined
    if (asking === undefined || asked === undefined || asked <= own) continue
    const { about: _, ...words } = tooOld(
      path === goWorkPath ? 'go.work' : 'go.mod',
      asking.version,
      goVersion,
    )
    const location = placeOf(path, context, { line: asking.line })
    return { severity: 'error', ...words, ...(location === undefined ? {} : { location }) }
  }
  return undefined
}

/**
 * Where a version is asked for.
 *
 * @param file path as printed; absent when the message names none
 * @param wanted the version, for example `1.27.5`
 */
export function versionLocation(
  file: string | undefined,
  wanted: string,
  situation: Situation,
): Location | undefined {
  const named = file === undefined ? undefined : situation.flavour.resolve(situation.cwd, file)
  const files = named === undefined ? [situation.goWorkPath, situation.goModPath] : [named]
  for (const path of files) {
    const line = moduleLinesOf(path).find(
      ({ verb, words: [first] }) =>
        (verb === 'go' && first?.text === wanted) || (verb === 'toolchain' && first?.text === `go${wanted}`),
    )
    if (line !== undefined) return placeOf(path, situation, { line: line.line })
  }
  const path = named ?? (situation.goModPath || situation.goWorkPath)
  const line = goLineOf(moduleLinesOf(path))?.line
  return placeOf(path, situation, line === undefined ? {} : { line })
}
