/**
 * Modules that build without cgo and then refuse every call. Neither the compiler nor the linker says so; the
 * build info of the finished binary gives them away.
 */

import nodePath from 'node:path'
import type { Finding } from '../findings'
import type { BuildOutput, BuildRequest } from './build'
import type { goCodes } from './codes'
import { childEnvironment, withVariables } from './environment'
import { chainTo, departureOf, importLocation } from './import-chain'
import { readDependencies } from './packages'
import type { RunProgram } from './program'
import { isStub, replacementFor } from './replacements'

/**
 * Modules in a finished binary that build without cgo and then refuse to work. Go links their stub without a
 * word; only the build info tells. Meaningful for a binary that was built with `CGO_ENABLED=0`.
 *
 * @param modulePaths paths of the modules in the binary's build info
 * @returns one finding for each such module
 */
export function stubModules(modulePaths: readonly string[]): Finding[] {
  const findings: Finding[] = []
  for (const path of new Set(modulePaths)) {
    if (!isStub(path)) continue
    findings.push({
      code: 'cgo-stub' satisfies keyof typeof goCodes,
      severity: 'error',
      message: `Module "${path}" needs cgo; what was linked without it is a stub that refuses every call at run time.`,
      hint: replacementFor(path) ?? '',
    })
  }
  return findings
}

/**
 * Adds to the findings of {@link stubModules} through which import of the user's code each module came in.
 * Runs one `go list`, and only when there is such a module.
 *
 * @param request the build
 * @param output what it made
 * @param modulePaths paths of the modules in the binary's build info
 * @param run how programs are run
 * @returns one finding for each module that is a stub
 */
export async function explainStubs(
  request: BuildRequest,
  output: BuildOutput,
  modulePaths: readonly string[],
  run: RunProgram,
): Promise<Finding[]> {
  const stubs = [...new Set(modulePaths)].filter(isStub)
  if (stubs.length === 0) return []
  const { repositoryRoot } = request
  const { folder: cwd } = output
  const target = { GOOS: 'linux', GOARCH: request.goarch }
  const env = withVariables(childEnvironment(request.environment), target)
  const { targets, selectionFlags } = output
  const signal = request.signal === undefined ? {} : { signal: request.signal }
  const packages = await readDependencies({ cwd, env, targets, selectionFlags, ...signal }, run)
  const findings: Finding[] = []
  for (const finding of stubModules(stubs)) {
    const path = stubs[findings.length] ?? ''
    const culprit = packages.find(
      ({ importPath }) => importPath === path || importPath.startsWith(`${path}/`),
    )
    if (culprit === undefined) {
      findings.push(finding)
      continue
    }
    const chain = chainTo(culprit, packages)
    const { importer, imported } = departureOf(chain)
    const context = { cwd, repositoryRoot, flavour: nodePath }
    const location = importer && imported && (await importLocation(importer, imported.importPath, context))
    findings.push({
      ...finding,
      message: `${finding.message} Imported as ${chain.map(({ importPath }) => importPath).join(' → ')}.`,
      ...(imported === undefined ? {} : { hint: replacementFor(imported.importPath) ?? finding.hint }),
      ...(location === undefined ? {} : { location }),
    })
  }
  return findings
}
