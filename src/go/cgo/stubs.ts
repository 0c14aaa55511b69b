/**
 * Says through which import of the user's code a module came in that builds without cgo and then refuses every
 * call.
 */

import nodePath from 'node:path'
import type { Finding } from '../../findings'
import type { RunProgram } from '../../programs/program'
import { childEnvironment, withVariables } from '../command/environment'
import { chainTo, departureOf, importLocation } from '../packages/import-chain'
import { readDependencies } from '../packages/packages'
import { isStub, replacementFor } from './replacements'
import { stubModules } from './stub-modules'

export interface StubRequest {
  /** Absolute. */
  readonly repositoryRoot: string
  readonly goarch: string
  /** The whole environment of the action. */
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly signal?: AbortSignal
}

/** What was built: see the output of the build. */
export interface BuiltTargets {
  /** Absolute folder in which `go build` ran. */
  readonly folder: string
  readonly targets: readonly string[]
  readonly selectionFlags: readonly string[]
}

/**
 * Adds to the findings of {@link stubModules} through which import of the user's code each module came in.
 * Runs one `go list`, and only when there is such a module.
 *
 * @param output what it made
 * @param modulePaths paths of the modules in the binary's build info
 * @returns one finding for each module that is a stub
 */
export async function explainStubs(
  request: StubRequest,
  output: BuiltTargets,
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
