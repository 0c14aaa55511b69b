/**
 * Explains a build that fails since the code needs cgo: which package, through which import of the user's own
 * files. Runs one `go list`, only after a failure.
 */
import nodePath from 'node:path'
import type { Finding } from '../../findings'
import type { RunProgram } from '../../programs/program'
import { replacementFor } from '../cgo/replacements'
import type { goCodes } from '../codes/go-codes'
import type { DiagnosticContext } from '../command/places'
import type { Diagnostic } from '../failures/diagnostics'
import { chainTo, departureOf, importLocation, importsOf } from '../packages/import-chain'
import { type GoPackage, readDependencies } from '../packages/packages'

export interface CgoRequest {
  readonly diagnostics: readonly Diagnostic[]
  /** What was built, as given to `go build`. */
  readonly targets: readonly string[]
  /** Flags that decide which files belong to a package, for example `-tags=x`. */
  readonly selectionFlags: readonly string[]
  /** Environment of the failed build. */
  readonly env: Readonly<Record<string, string>>
  readonly context: DiagnosticContext
  readonly signal?: AbortSignal
}

export interface CgoExplanation {
  readonly findings: readonly Finding[]
  /** The diagnostics that these findings explain and replace. */
  readonly explained: ReadonlySet<Diagnostic>
}

const mostPackages = 20

/**
 * Whether a message may come from missing cgo files: without cgo, Go leaves out every file with `import "C"`,
 * and then misses either all files of a package or what they declare (`go help cgo`).
 *
 * @param diagnostics what the build said
 * @returns true when it is worth asking `go list`
 */
export function mayNeedCgo(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ message }) =>
    /build constraints exclude all Go files|undefined: |could not import C|not using cgo|no Go source files$/.test(
      message,
    ),
  )
}

/**
 * Finds the packages whose cgo files are missed by the build.
 *
 * @param request the failed build
 * @returns findings with the import chain, and the diagnostics that they replace; empty when it is not cgo
 */
export async function explainCgo(request: CgoRequest, run: RunProgram): Promise<CgoExplanation> {
  const packages = await readDependencies({ ...request, cwd: request.context.cwd }, run)
  const byPath = new Map(packages.map((listed) => [listed.importPath, listed]))
  const needing = packages.filter((listed) => !listed.isStandard && listed.cgoFiles.length > 0)
  const culprits = new Set<GoPackage>()
  const explained = new Set<Diagnostic>()
  if (needing.length === 0) return { findings: [], explained }
  for (const diagnostic of request.diagnostics) {
    const culprit = await culpritOf(diagnostic, needing, byPath, request.context.cwd)
    if (culprit === undefined) continue
    culprits.add(culprit)
    explained.add(diagnostic)
  }
  const findings: Finding[] = []
  for (const culprit of [...culprits].slice(0, mostPackages)) {
    findings.push(await describe(culprit, chainTo(culprit, packages), request.context))
  }
  return { findings, explained }
}

async function culpritOf(
  { message, package: compiled, file }: Diagnostic,
  needing: readonly GoPackage[],
  byPath: ReadonlyMap<string, GoPackage>,
  cwd: string,
): Promise<GoPackage | undefined> {
  const excluded = /(?:(\S+): )?build constraints exclude all Go files in (.+)$/m.exec(message)
  if (excluded !== null) {
    const [, path, folder = ''] = excluded
    return needing.find(
      ({ importPath, folder: known }) => importPath === path || known === nodePath.resolve(cwd, folder),
    )
  }
  if (/no Go source files$/.test(message)) return needing.find(({ isTarget }) => isTarget)
  if (/could not import C|not using cgo/.test(message))
    return needing.find(({ importPath }) => importPath === compiled)
  const missing = /undefined: (?:(\w+)\.)?/.exec(message)
  if (missing === null || compiled === undefined) return undefined
  const own = needing.find(({ importPath }) => importPath === compiled)
  const qualifier = missing[1]
  if (own !== undefined || qualifier === undefined) return own
  const imported = byPath.get(compiled)?.imports ?? []
  const candidates = needing.filter(({ importPath }) => imported.includes(importPath))
  if (candidates.length === 0 || file === undefined) return undefined
  const named = (await importsOf(nodePath.resolve(cwd, file))).find(({ alias }) => alias === qualifier)?.path
  return candidates.find(({ importPath, name }) =>
    named === undefined ? name === qualifier : importPath === named,
  )
}

async function describe(
  culprit: GoPackage,
  chain: readonly GoPackage[],
  context: DiagnosticContext,
): Promise<Finding> {
  const code = 'cgo-required' satisfies keyof typeof goCodes
  const { importer, imported } = departureOf(chain)
  const names = chain.map(({ importPath }) => importPath)
  if (culprit.isOwn) {
    const location = await importLocation(culprit, 'C', context)
    return {
      code,
      severity: 'error',
      message: `${location === undefined ? `Package "${culprit.importPath}"` : `"${location.file}"`} says import "C". C code cannot be built without cgo.${names.length > 1 ? ` Imported as ${names.join(' → ')}.` : ''}`,
      hint: 'Remove the import when nothing of C is used. Otherwise write that part in Go, or build a static binary with musl yourself and give it to the action with the input binary.',
      ...(location === undefined ? {} : { location }),
    }
  }
  const location = importer && imported && (await importLocation(importer, imported.importPath, context))
  const advice = (imported && replacementFor(imported.importPath)) ?? replacementFor(culprit.importPath)
  const through = imported === undefined || imported === culprit ? '' : `"${imported.importPath}" needs it. `
  return {
    code,
    severity: 'error',
    message: `Package "${culprit.importPath}" needs cgo, and cannot be linked statically without a C library. Imported as ${names.join(' → ')}.`,
    hint:
      through +
      (advice ??
        'No pure Go replacement is known to the action: use a package without C code, or build a static binary with musl yourself and give it to the action with the input binary.'),
    ...(location === undefined ? {} : { location }),
  }
}
