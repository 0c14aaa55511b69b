/** The rules that inputs have to obey together, and the names that Azure allows. Pure. */

import { isGuid } from '../text/guid'
import { azureNames } from './azure-names'
import { defaultHostImage, type Inputs } from './inputs'

/**
 * Finds inputs that contradict each other: the run could obey only one of them.
 *
 * @returns a sentence for each contradiction, with the values and what to do
 */
export function conflicts(inputs: Inputs): string[] {
  const found: string[] = []
  const files = {
    'report-file': inputs.reportFile,
    'sarif-file': inputs.sarifFile,
    'sbom-file': inputs.sbomFile,
  }
  for (const [name, path] of Object.entries(files)) {
    const other = Object.entries(files).find(([, candidate]) => candidate === path)?.[0] ?? name
    if (path !== '' && other !== name) {
      found.push(`'${name}' is '${path}', and so is '${other}': give each its own file.`)
    }
  }
  if (inputs.binary !== '' && inputs.package !== '') {
    found.push(
      `'binary' is '${inputs.binary}' and 'package' is '${inputs.package}': set one, since a package already holds its binary.`,
    )
  }
  const { packageSha256 } = inputs
  if (packageSha256 !== '' && !/^[0-9a-f]{64}$/.test(packageSha256)) {
    found.push(
      `'package-sha256' is '${packageSha256}': use the SHA-256 of the zip, 64 hexadecimal digits, as the output 'package-sha256' of the job that made it.`,
    )
  }
  if (packageSha256 !== '' && inputs.package === '') {
    found.push(
      `'package-sha256' is '${packageSha256}', but 'package' is empty, so there are no bytes to compare: set both, or remove it.`,
    )
  }
  if (inputs.model === 'native') found.push(...nativeProblems(inputs))
  const given = inputs.package !== '' ? 'package' : inputs.binary !== '' ? 'binary' : undefined
  if (given === undefined) return found
  const built = { 'main-package': inputs.mainPackage, tags: inputs.tags, ldflags: inputs.ldflags }
  const unused = Object.entries({ ...built, 'build-flags': inputs.buildFlags.join(' ') })
  for (const [name, value] of unused) {
    if (value !== '')
      found.push(`'${name}' is '${value}', but '${given}' is set and nothing is built: remove one of them.`)
  }
  if (given === 'package' && inputs.include.length > 0) {
    found.push(
      `'include' is '${inputs.include.join(' ')}', but 'package' is already packed: remove one of them.`,
    )
  }
  return found
}

// Names that Azure gives: letters, digits and a few signs. Anything else never reaches a URL.
/**
 * Finds names and identifiers that Azure would not take, and inputs that need others.
 *
 * @returns a sentence for each, with the value and what to do
 */
export function azureProblems(inputs: Inputs): string[] {
  const found: string[] = []
  const identifiers = {
    'client-id': inputs.clientId,
    'tenant-id': inputs.tenantId,
    'subscription-id': inputs.subscriptionId,
  }
  for (const [name, value] of Object.entries(identifiers)) {
    if (value !== '' && !isGuid(value)) {
      found.push(`'${name}' is '${value}': use the identifier, 32 hexadecimal digits in five groups.`)
    }
  }
  const names = {
    'app-name': inputs.appName,
    'slot-name': inputs.slotName,
    'swap-with': inputs.swapWith,
  }
  for (const [name, value] of Object.entries(names)) {
    if (value !== '' && !azureNames.site.allowed.test(value)) {
      found.push(`'${name}' is '${value}': use letters, digits and hyphens, as in the portal.`)
    }
  }
  if (inputs.resourceGroup !== '' && !azureNames.resourceGroup.allowed.test(inputs.resourceGroup)) {
    found.push(`'resource-group' is '${inputs.resourceGroup}': use the name as in the portal.`)
  }
  if (inputs.verifyPath !== '' && !azureNames.sitePath.allowed.test(inputs.verifyPath)) {
    found.push(
      `'verify-path' is '${inputs.verifyPath}': use a path that starts with one '/', with its query, without blanks.`,
    )
  }
  if (inputs.appName === '') {
    const needing = {
      'slot-name': inputs.slotName,
      'swap-with': inputs.swapWith,
      'skip-unchanged': inputs.skipUnchanged ? 'true' : '',
      'verify-path': inputs.verifyPath,
      'dry-run': inputs.dryRun ? 'true' : '',
    }
    for (const [name, value] of Object.entries(needing)) {
      if (value !== '')
        found.push(
          `'${name}' is '${value}', but there is no 'app-name', so nothing is deployed: set it, or remove '${name}'.`,
        )
    }
    return found
  }
  if (inputs.clientId !== '' && (inputs.tenantId === '' || inputs.subscriptionId === '')) {
    found.push(
      `'client-id' is '${inputs.clientId}', but 'tenant-id' or 'subscription-id' is empty: set all three, or none to use the session of azure/login.`,
    )
  }
  return found
}

/**
 * Finds swaps that cannot be made: without a slot, of production, or of a slot with itself.
 *
 * @returns a sentence for each, with the values and what to do
 */
export function swapProblems({ swapWith, slotName, appName }: Inputs): string[] {
  // Without an app the swap is refused already.
  if (swapWith === '' || appName === '') return []
  if (slotName === '') {
    return [
      `'swap-with' is '${swapWith}', but 'slot-name' is empty: set it to the slot that gets the new package first.`,
    ]
  }
  if (slotName.toLowerCase() === 'production') {
    return [
      `'slot-name' is '${slotName}' and 'swap-with' is '${swapWith}': name the slot in 'slot-name', and 'production' in 'swap-with'. The action verifies the slot before the swap.`,
    ]
  }
  if (slotName.toLowerCase() !== swapWith.toLowerCase()) return []
  return [`'slot-name' is '${slotName}', and so is 'swap-with': name another slot, or 'production'.`]
}

/**
 * Finds inputs that the platform fixes for the native Go worker (GoHelpers.cs and ZipHelper.cs of
 * azure-functions-core-tools).
 *
 * @param inputs as read, of a run whose project is for the native worker
 * @returns a sentence for each, with the value and what to do
 */
export function nativeProblems({ executable, goarch, include, rehearse }: Inputs): readonly string[] {
  const found: string[] = []
  if (rehearse === 'host') found.push(nativeOnHost)
  if (executable !== '' && executable !== 'app') {
    found.push(
      `'executable' is '${executable}', but Azure starts the native Go worker as 'app': remove 'executable'.`,
    )
  }
  if (goarch !== 'amd64') {
    found.push(`'goarch' is '${goarch}', but the native Go worker runs on amd64 only: remove 'goarch'.`)
  }
  if (include.length > 0) {
    found.push(
      `'include' is '${include.join(' ')}', but the package of a native Go worker holds host.json and 'app' and nothing else: embed further files with go:embed.`,
    )
  }
  return found
}

/** Why the real host is not asked about a native worker. */
export const nativeOnHost =
  "'rehearse' is 'host', but the image of the Functions host is not known to hold the native Go worker: set rehearse: false."

/** Finds inputs of the real host that cannot be obeyed. */
export function hostProblems({ rehearse, goarch, model, hostImage: image }: Inputs): readonly string[] {
  const found: string[] = []
  if (image !== defaultHostImage && rehearse !== 'host') {
    found.push(
      `'host-image' is '${image}', but 'rehearse' is '${rehearse}' and no container is started: set rehearse: host, or remove 'host-image'.`,
    )
  }
  // It becomes a word of a command line: no option, no blank.
  if (!/^[A-Za-z0-9][\w.\-/:@]{0,255}$/.test(image)) {
    found.push(`'host-image' is '${image}': use the name of an image, for example '${defaultHostImage}'.`)
  }
  if (rehearse === 'host' && goarch !== 'amd64' && model !== 'native') {
    found.push(
      `'goarch' is '${goarch}', but 'rehearse' is 'host' and the image of the Functions host is for amd64 only: remove one of them.`,
    )
  }
  return found
}
