/**
 * What can be known to go wrong before anything is uploaded: from the site and its settings alone.
 * Pure. Shows names of settings, and values only of the few that are switches and no secrets.
 */

import type { Finding } from '../../findings'
import { planRules } from '../../functions/plans'
import { block } from '../../text/passages'
import { settingCommand } from '../../text/setting-command'
import { azureFinding } from '../http'
import { checkDeploymentStorage } from './flex-storage-check'
import { quotaHint } from './scm-refusal'
import type { Site } from './site'
import { siteOptions, startCommand } from './site-commands'

export interface ArtifactFacts {
  /** The architecture that was built, as Go names it. */
  readonly goarch: string
  readonly model: 'custom-handler' | 'native'
  /** Binding types of the triggers, for example `httpTrigger`. */
  readonly triggers: readonly string[]
}

/**
 * Checks the site against what is to be deployed.
 *
 * @param facts of the artifact
 * @param nowMs since the epoch
 * @returns what was found, errors first
 */
export function checkSite(site: Site, facts: ArtifactFacts, nowMs: number): readonly Finding[] {
  const findings = [
    ...checkState(site),
    ...checkRetirement(site, nowMs),
    ...checkArchitecture(facts.goarch, true),
    ...checkRuntime(site, facts),
    ...checkSettingsRead(site),
    ...checkBuildFlags(site),
    ...checkRunFromPackage(site),
    ...checkFlexSettings(site, facts),
    ...checkDeploymentStorage(site),
    ...checkHost(site, facts),
  ]
  const order = ['error', 'warning', 'notice']
  return findings.sort((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity))
}

function* checkState(site: Site): Generator<Finding> {
  if (site.isQuotaExceeded) {
    yield azureFinding(
      'error',
      'site-quota-exceeded',
      `The quota of '${site.appName}' is used up (state '${site.state}'), and Azure has stopped the app.`,
      quotaHint,
    )
  } else if (site.state !== '' && site.state.toLowerCase() !== 'running') {
    yield azureFinding(
      'error',
      'site-stopped',
      `'${site.appName}' is '${site.state}', not running.`,
      startCommand(site),
    )
  }
  if (!site.isPublic) {
    yield azureFinding(
      'warning',
      'site-private',
      `'${site.appName}' is closed to the public network.`,
      'The upload and verify-path work only from a runner inside its network; GitHub-hosted runners are outside.',
    )
  }
}

function* checkSettingsRead({ appName, settingsRefusal }: Site): Generator<Finding> {
  if (settingsRefusal === undefined) return
  yield azureFinding(
    'notice',
    'site-settings-unreadable',
    `The app settings of '${appName}' were not checked. ${settingsRefusal.message}`,
    settingsRefusal.hint ?? '',
  )
}

/** Before that a plan that retires works as every other. */
const retirementNoticeDays = 90

function* checkRetirement(site: Site, nowMs: number): Generator<Finding> {
  const { title, retiresOn } = planRules[site.plan]
  if (retiresOn === undefined) return
  const daysLeft = (Date.parse(retiresOn) - nowMs) / 86_400_000
  yield azureFinding(
    daysLeft > retirementNoticeDays ? 'notice' : 'warning',
    'plan-retires',
    `'${site.appName}' is on ${title}. Microsoft retires this plan on ${retiresOn} and gives it no new features.`,
    'Plan the move to Flex Consumption; this action deploys to both with the same workflow.',
  )
}

/**
 * Whether any plan runs the binary.
 *
 * @param isDeployed whether there is an app; without, it may be for a container
 */
export function checkArchitecture(goarch: string, isDeployed: boolean): readonly Finding[] {
  if (goarch === 'amd64') return []
  const message = `The binary is built for '${goarch}', but every Functions plan runs code on amd64.`
  const hint = 'Set goarch: amd64. In Azure the handler would end with `Exec format error`.'
  return [azureFinding(isDeployed ? 'error' : 'warning', 'site-architecture', message, hint)]
}

function* checkRuntime(site: Site, facts: ArtifactFacts): Generator<Finding> {
  if (facts.model === 'native' && site.plan !== 'flex-consumption') {
    yield azureFinding(
      'error',
      'site-native-needs-flex',
      `The project uses the native Go worker, but '${site.appName}' is on ${planRules[site.plan].title}.`,
      'The native worker runs on Flex Consumption only: deploy to a Flex app, or write the project as a custom handler.',
    )
    return
  }
  if (site.plan === 'flex-consumption') yield* checkFlexRuntime(site, facts)
  else if (site.settingsRefusal === undefined) yield* checkWorkerRuntime(site)
}

/** What Flex apps of other languages are created for (`az functionapp list-flexconsumption-runtimes`). */
const otherRuntimes: ReadonlySet<string> = new Set(
  'custom dotnet dotnet-isolated java node powershell python'.split(' '),
)

// The native worker is called `go`, `golang` and `native` by different tools, and may get yet another name.
function* checkFlexRuntime(site: Site, facts: ArtifactFacts): Generator<Finding> {
  const runtime = site.runtime.name.toLowerCase()
  const isNative = facts.model === 'native'
  if (runtime === '' || (isNative ? !otherRuntimes.has(runtime) : runtime === 'custom')) return
  const needed = isNative ? 'golang' : 'custom'
  const option = isNative ? '--runtime golang --runtime-version 1.24' : '--runtime custom'
  yield azureFinding(
    'error',
    'site-runtime-wrong',
    `'${site.appName}' was created for the runtime '${site.runtime.name}', but the project needs '${needed}'.`,
    `The runtime of a Flex app cannot run another model: create an app with ${option}, or correct app-name.`,
  )
}

function* checkWorkerRuntime(site: Site): Generator<Finding> {
  const runtime = site.settings.get('FUNCTIONS_WORKER_RUNTIME')
  if (runtime !== undefined && runtime.toLowerCase() === 'custom') return
  const found = runtime === undefined ? 'not set' : `'${runtime.slice(0, 40)}'`
  yield azureFinding(
    // Another language may mean another team's app; without a value the host finds out by itself.
    runtime === undefined || runtime === '' ? 'warning' : 'error',
    'site-runtime-wrong',
    `The app setting FUNCTIONS_WORKER_RUNTIME of '${site.appName}' is ${found}, but a Go handler needs 'custom'.`,
    settingCommand(siteOptions(site), 'set', 'FUNCTIONS_WORKER_RUNTIME=custom'),
  )
}

function* checkBuildFlags(site: Site): Generator<Finding> {
  for (const name of ['SCM_DO_BUILD_DURING_DEPLOYMENT', 'ENABLE_ORYX_BUILD']) {
    if (!isTruthy(site.settings.get(name))) continue
    // Kudu builds on two plans, and not when it only stores the zip for a mount.
    const isMounted = isTruthy(site.settings.get('WEBSITE_RUN_FROM_PACKAGE'))
    const isHarmful = planRules[site.plan].way === 'zipdeploy' && !isMounted
    yield azureFinding(
      isHarmful ? 'error' : 'warning',
      'site-build-flag',
      `The app setting ${name} of '${site.appName}' asks for a build in Azure, which does not know Go.`,
      `${settingCommand(siteOptions(site), 'delete', name)}\nWith it the deployment ends with success while the old code keeps running.`,
    )
  }
}

function* checkRunFromPackage(site: Site): Generator<Finding> {
  const value = site.settings.get('WEBSITE_RUN_FROM_PACKAGE')
  const remove = settingCommand(siteOptions(site), 'delete', 'WEBSITE_RUN_FROM_PACKAGE')
  if (site.settings.get('WEBSITE_RUN_FROM_ZIP') !== undefined) {
    yield azureFinding(
      'error',
      'site-run-from-package',
      `'${site.appName}' has the app setting WEBSITE_RUN_FROM_ZIP, the old name of WEBSITE_RUN_FROM_PACKAGE.`,
      settingCommand(siteOptions(site), 'delete', 'WEBSITE_RUN_FROM_ZIP'),
    )
  }
  if (value === undefined) return
  // The value of a URL holds a signature: it is described, never shown.
  const isUrl = /^https?:/i.test(value)
  if (site.plan === 'flex-consumption') {
    yield azureFinding(
      'error',
      'site-run-from-package',
      `'${site.appName}' has the app setting WEBSITE_RUN_FROM_PACKAGE, which Flex Consumption refuses.`,
      remove,
    )
  } else if (site.plan === 'consumption' && !isUrl && isTruthy(value)) {
    yield azureFinding(
      'warning',
      'site-run-from-package',
      `WEBSITE_RUN_FROM_PACKAGE of '${site.appName}' is '1', which Linux Consumption does not support.`,
      'This deployment replaces it with the address of the package.',
    )
  } else if (site.plan !== 'consumption' && isUrl) {
    yield azureFinding(
      'error',
      'site-run-from-package',
      `WEBSITE_RUN_FROM_PACKAGE of '${site.appName}' is a URL, so Azure refuses a zip deployment with 409.`,
      `${remove}\nOr set it to 1, which mounts the deployed zip.`,
    )
  }
}

// Azure refuses these on Flex, where the runtime stands in functionAppConfig.
function* checkFlexSettings(site: Site, { model }: ArtifactFacts): Generator<Finding> {
  if (site.plan !== 'flex-consumption') return
  for (const name of ['FUNCTIONS_WORKER_RUNTIME', 'FUNCTIONS_EXTENSION_VERSION']) {
    const value = site.settings.get(name)
    if (value === undefined) continue
    // `go` and `golang` are names of tools: the host looks for a worker of that name and finds none.
    const isWrongWorker = model === 'native' && name === 'FUNCTIONS_WORKER_RUNTIME' && value !== 'native'
    yield azureFinding(
      isWrongWorker ? 'error' : 'warning',
      'site-setting-not-on-flex',
      `'${site.appName}' has the app setting ${name}, which Flex Consumption does not take.`,
      settingCommand(siteOptions(site), 'delete', name),
    )
  }
}

function* checkHost(site: Site, facts: ArtifactFacts): Generator<Finding> {
  const version = site.settings.get('FUNCTIONS_EXTENSION_VERSION')
  if (site.plan !== 'flex-consumption' && version !== undefined && !/^~?4(?:\.|$)/.test(version)) {
    yield azureFinding(
      'warning',
      'site-host-version',
      `FUNCTIONS_EXTENSION_VERSION of '${site.appName}' is '${version.slice(0, 40)}', and only version 4 of the host is supported.`,
      settingCommand(siteOptions(site), 'set', 'FUNCTIONS_EXTENSION_VERSION=~4'),
    )
  }
  const hasOther = facts.triggers.some((trigger) => trigger.toLowerCase() !== 'httptrigger')
  if (site.plan === 'dedicated' && !site.isAlwaysOn && hasOther) {
    yield azureFinding(
      'notice',
      'site-always-on',
      `'${site.appName}' goes to sleep when no request comes. Its timers, queues and other triggers then do not fire.`,
      block(`az functionapp config set --always-on true ${siteOptions(site)}`),
    )
  }
}

function isTruthy(value: string | undefined): boolean {
  return value !== undefined && /^(?:1|true|yes|on)$/i.test(value.trim())
}
