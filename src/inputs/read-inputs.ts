/**
 * The one reader of the inputs: one frozen object, every bad input in one error.
 * Reads the environment only; touches no file and no network.
 */

import { getMultilineInput as lines, getInput as text } from '@actions/core'
import { chooseCloud } from './cloud'
import { choice, refuseInputs, wholeNumber, yesOrNo } from './fields'
import {
  architectures,
  defaultHostImage,
  failLevels,
  type Inputs,
  modelChoices,
  rehearsalModes,
} from './inputs'
import { readSettings } from './rehearse-settings'
import { azureProblems, conflicts, hostProblems, swapProblems } from './rules'

/**
 * Inputs of other actions that people bring along, and why this one does not take them. Their values are secrets.
 */
const refused = {
  'publish-profile':
    "'publish-profile' is set. It holds a password that stays valid until somebody resets it, and this action takes none: remove it, and set 'client-id', 'tenant-id' and 'subscription-id', or run azure/login in a step before. docs/oidc.md shows how.",
} as const

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
    rehearseSettings: readSettings(lines('rehearse-settings'), problems),
    hostImage: text('host-image') || defaultHostImage,
    appName: text('app-name'),
    slotName: text('slot-name'),
    swapWith: text('swap-with'),
    resourceGroup: text('resource-group'),
    clientId: text('client-id'),
    tenantId: text('tenant-id'),
    subscriptionId: text('subscription-id'),
    cloud: chooseCloud(text('cloud'), text('environment'), problems),
    environment: text('environment'),
    audience: text('audience'),
    dryRun: yesOrNo('dry-run', problems),
    skipUnchanged: yesOrNo('skip-unchanged', problems),
    deployTimeoutMinutes: wholeNumber('deploy-timeout', 1, 360, 15, problems),
    verifyTimeoutMinutes: wholeNumber('verify-timeout', 1, 360, 5, problems),
    verifyPath: text('verify-path'),
    verifySettleSeconds:
      text('verify-settle') === '' ? undefined : wholeNumber('verify-settle', 0, 3600, 0, problems),
    verifyCalls: yesOrNo('verify-calls', problems, true),
    verifyKeys: yesOrNo('verify-keys', problems, true),
    reportFile: text('report-file'),
    sarifFile: text('sarif-file'),
    sbomFile: text('sbom-file'),
  }
  for (const [name, reason] of Object.entries(refused)) if (text(name) !== '') problems.push(reason)
  problems.push(
    ...conflicts(inputs),
    ...hostProblems(inputs),
    ...azureProblems(inputs),
    ...swapProblems(inputs),
  )
  for (const [name, value] of Object.entries(inputs)) {
    if (typeof value === 'string' && value.includes('\0')) problems.push(`'${name}' holds a NUL character.`)
  }
  refuseInputs(problems, 'docs and defaults are in the README under Inputs')
  return Object.freeze(inputs)
}
