/**
 * Which extension bundle the host takes for a range, and what it refuses in `extensionBundle`
 * (ExtensionBundleConfigurationHelper.cs, ExtensionBundleManager.cs and extensionrequirements.json of
 * azure-functions-host).
 */

import type { Refusal } from '../refusal'
import { compareVersions, parseVersionRange, type VersionRange } from '../values/version-range'
import { refusalOf, refusalsOf } from './binder'
import { type Configuration, leafAt, placeAt, sectionExists } from './configuration'
import { settingsTable } from './settings-table'

export const defaultBundleId = 'Microsoft.Azure.Functions.ExtensionBundle'

/** The bundles that Microsoft publishes. Another id is looked up at the same address, in the case in which it is written. */
export const knownBundleIds: readonly string[] = [
  defaultBundleId,
  ...['Preview', 'Experimental', 'Workflows'].map((name) => `${defaultBundleId}.${name}`),
]

/** What is known of the bundles that exist: the newest of each major version, where it matters. */
export const knownBundles = {
  asOf: '2026-11-28',
  newest: [4, 32, 0],
  newestOfMajor: { 1: [1, 8, 1] } as Readonly<Record<number, readonly number[]>>,
  /** The host starts with this one or a later one only. */
  lowestAccepted: [2, 6, 1],
} as const

export interface ExtensionBundle {
  readonly id: string
  /** As written. */
  readonly version: string
  readonly range: VersionRange | undefined
  /**
   * Major version of the newest bundle in the range; undefined when the range is none, when no bundle is in it, or
   * when only bundles above those that are known are.
   */
  readonly major: number | undefined
  /** The range begins above the newest bundle that is known. */
  readonly isBeyondKnown: boolean
}

const section = 'extensionBundle'

/** The section as it is written; undefined when the host sees none. */
export function readExtensionBundle(configuration: Configuration): ExtensionBundle | undefined {
  if (!sectionExists(configuration, section)) return undefined
  const version = leafAt(configuration, `${section}:version`)?.value ?? ''
  const range = version.trim() === '' ? undefined : parseVersionRange(version)
  return {
    id: leafAt(configuration, `${section}:id`)?.value ?? '',
    version,
    range,
    major: range === undefined ? undefined : newestMajorIn(range),
    isBeyondKnown: range?.lower !== undefined && compareVersions(range.lower, knownBundles.newest) > 0,
  }
}

/** What the host refuses in the section, in the order in which it reads it. */
export function bundleRefusals(configuration: Configuration): readonly Refusal[] {
  const bundle = readExtensionBundle(configuration)
  if (bundle === undefined) return []
  const place = placeAt(configuration, section)
  const versionLeaf = leafAt(configuration, `${section}:version`)
  const missing = (key: string) =>
    `The value of ${key} property in extensionBundle section of host.json file is invalid or missing. See https://aka.ms/functions-hostjson for more information.`
  if (bundle.range === undefined) {
    return [refusalOf('extension-bundle-version', missing('version'), versionLeaf ?? place)]
  }
  const unbound = refusalsOf(configuration, settingsTable.extensionBundle)
  if (unbound.length > 0) return unbound
  if (!isPackageId(bundle.id)) {
    return [refusalOf('extension-bundle-id', missing('id'), leafAt(configuration, `${section}:id`) ?? place)]
  }
  if (bundle.isBeyondKnown) return []
  if (bundle.major === undefined) {
    const text = "Value cannot be null. (Parameter 'input')"
    return [refusalOf('extension-bundle-no-match', text, versionLeaf)]
  }
  return isTooOld(bundle.range, bundle.major)
    ? [refusalOf('extension-bundle-too-old', tooOldText(bundle), versionLeaf)]
    : []
}

function tooOldText({ id, major }: ExtensionBundle): string {
  const lowest = knownBundles.lowestAccepted.join('.')
  const newest = major === undefined ? undefined : knownBundles.newestOfMajor[major]
  const found = newest === undefined ? '' : ` of version ${newest.join('.')}`
  return `Referenced bundle ${id}${found} does not meet the required minimum version of ${lowest}. Update your extension bundle reference in host.json to reference ${lowest} or later.`
}

/** NuGet's `PackageIdValidator`. */
function isPackageId(id: string): boolean {
  return id.length <= 100 && /^[\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*$/u.test(id)
}

function newestMajorIn(range: VersionRange): number | undefined {
  for (const major of [4, 3, 2, 1]) {
    const newest = major === 4 ? knownBundles.newest : knownBundles.newestOfMajor[major]
    if (overlaps(range, [major], newest ?? [major + 1])) return major
  }
  return undefined
}

/** Whether a version from `first` to `last` may be in a range. */
function overlaps(range: VersionRange, first: readonly number[], last: readonly number[]): boolean {
  if (range.lower !== undefined && compareVersions(range.lower, last) > 0) return false
  if (range.upper === undefined) return true
  const order = compareVersions(range.upper, first)
  return order > 0 || (order === 0 && range.includesUpper)
}

function isTooOld(range: VersionRange, major: number): boolean {
  const [lowestMajor] = knownBundles.lowestAccepted
  if (major !== lowestMajor) return major < lowestMajor
  if (range.upper === undefined) return false
  const order = compareVersions(range.upper, knownBundles.lowestAccepted)
  return order < 0 || (order === 0 && !range.includesUpper)
}
