/**
 * Builds what a project without package main beside host.json must mean: the one main package around it. Where there
 * are several, it names them and builds none.
 */
import type { Finding } from '../../findings'
import type { RunProgram } from '../../programs/program'
import type { goCodes } from '../codes/go-codes'
import { findMainPackages, type MainPackages } from '../packages/main-packages'
import { type AskedToolchain, askToolchain } from './ask-toolchain'
import { type BuildOutcome, type BuildRequest, buildProject } from './build'
import { placesBeforeGo } from './read-places'
import { foreignRepository } from './version-control'

/** Failures after which something else may be meant. */
const misplacedCodes: readonly string[] = [
  'go-no-main-package',
  'go-no-files',
  'main-package-missing',
  'go-package-missing',
]

/**
 * Builds the project; when its folder holds no main package and none is named, the only one that there is.
 *
 * @param request what to build, and where to
 * @param asked what `go` said of itself, for the same folder and `main-package`
 * @returns as `buildProject`, with the notice `main-package-found` for what was built instead, or with the names of
 *   the main packages that there are
 * @throws the reason of the signal when it aborted
 */
export async function buildMeantProject(
  request: BuildRequest,
  asked: Promise<AskedToolchain>,
  run: RunProgram,
): Promise<BuildOutcome> {
  const outcome = await buildProject(request, asked, run)
  // With a place it is a line of the project that is wrong, not what was to be built.
  const isMisplaced = ({ code, location }: Finding): boolean =>
    location === undefined && misplacedCodes.includes(code)
  if (!outcome.findings.some(isMisplaced)) return outcome
  const { env, answer } = await asked
  if (!('toolchain' in answer)) return outcome
  const found = await findMainPackages({ ...request, ...answer.toolchain, env }, run)
  const [only, ...others] = found.own
  if (only !== undefined && others.length === 0 && request.mainPackage === '')
    return await buildOnly(request, only, env, run)
  const findings = outcome.findings.map((finding) =>
    isMisplaced(finding) ? { ...finding, hint: hintAbout(found, finding.hint) } : finding,
  )
  return { ...outcome, findings }
}

function hintAbout({ own, ofOtherApps }: MainPackages, hint: string): string {
  const [only, ...others] = own
  if (only === undefined && ofOtherApps.length > 0)
    return `Each main package around it has a host.json of its own. If one of them is the handler, set it: ${asInputs(ofOtherApps)}`
  if (only === undefined) return `No folder around it holds a package main. ${hint}`
  if (others.length === 0) return `There is one main package. Set main-package: ${only}`
  return `There are several main packages. Set the one that is the handler: ${asInputs(own)}`
}

function asInputs(names: readonly string[]): string {
  return names.map((name) => `main-package: ${name}`).join('; ')
}

async function buildOnly(
  request: BuildRequest,
  mainPackage: string,
  env: AskedToolchain['env'],
  run: RunProgram,
): Promise<BuildOutcome> {
  const { projectFolder, demandPlace } = request
  if (demandPlace !== undefined)
    placesBeforeGo(projectFolder, mainPackage, env['GOWORK'] ?? '').forEach(demandPlace)
  const isUnstamped =
    request.isUnstamped === true || foreignRepository(projectFolder, mainPackage) !== undefined
  const asked = askToolchain({ ...request, mainPackage, environment: env }, run)
  const outcome = await buildProject({ ...request, mainPackage, isUnstamped }, asked, run)
  return { ...outcome, findings: [builtInstead(mainPackage), ...outcome.findings] }
}

function builtInstead(mainPackage: string): Finding {
  return {
    code: 'main-package-found' satisfies keyof typeof goCodes,
    severity: 'notice',
    message: `The folder of host.json holds no package main. The action builds the only one around it: '${mainPackage}'.`,
    hint: `Set main-package: ${mainPackage}. Then the choice stays when the project gets a second main package.`,
  }
}
