/**
 * The one reader of the inputs: one frozen object, every bad input in one error.
 * Reads the environment only; touches no file and no network.
 */

import { getMultilineInput as lines, getInput as text } from '@actions/core'
import { choice, refuseInputs, wholeNumber, yesOrNo } from './fields'
import { architectures, environments, failLevels, type Inputs, modelChoices, rehearsalModes } from './inputs'
import { azureProblems, conflicts, swapProblems } from './rules'

/**
 * Reads and checks every input.
 *
 * @returns the inputs, frozen
 * @throws ActionError `input-invalid` that lists every bad input with its value and what is allowed
 */
export function readInputs(): Inputs {
  const problems: string[] = []
  const inputs: Inputs = {
    workingDirectory: text('working-directory') || '.',
    model: choice('model', modelChoices, 'auto', problems),
    mainPackage: text('main-package'),
    executable: text('executable'),
    goarch: choice('goarch', architectures, 'amd64', problems),
    tags: text('tags'),
    ldflags: text('ldflags'),
    buildFlags: lines('build-flags'),
    binary: text('binary'),
    package: text('package'),
    packageSha256: text('package-sha256').toLowerCase(),
    include: lines('include'),
    compressionLevel: wholeNumber('compression-level', 0, 9, 6, problems),
    failOn: choice('fail-on', failLevels, 'error', problems),
    ignoreFindings: lines('ignore-findings'),
    rehearse: choice('rehearse', rehearsalModes, 'auto', problems),
    appName: text('app-name'),
    slotName: text('slot-name'),
    swapWith: text('swap-with'),
    resourceGroup: text('resource-group'),
    clientId: text('client-id'),
    tenantId: text('tenant-id'),
    subscriptionId: text('subscription-id'),
    environment: choice('environment', environments, 'azurecloud', problems),
    audience: text('audience'),
    dryRun: yesOrNo('dry-run', problems),
    skipUnchanged: yesOrNo('skip-unchanged', problems),
    deployTimeoutMinutes: wholeNumber('deploy-timeout', 1, 360, 15, problems),
    verifyTimeoutMinutes: wholeNumber('verify-timeout', 1, 360, 5, problems),
    verifyPath: text('verify-path'),
    reportFile: text('report-file'),
    sarifFile: text('sarif-file'),
    sbomFile: text('sbom-file'),
  }
  problems.push(...conflicts(inputs), ...azureProblems(inputs), ...swapProblems(inputs))
  for (const [name, value] of Object.entries(inputs)) {
    if (typeof value === 'string' && value.includes('\0')) problems.push(`'${name}' holds a NUL character.`)
  }
  refuseInputs(problems, 'docs and defaults are in the README under Inputs')
  return Object.freeze(inputs)
}
