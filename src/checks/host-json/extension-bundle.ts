/**
 * Checks of the extension bundle: is its range valid, current and wide enough, and is there one when bindings need it.
 * Rules of ExtensionBundleManager.cs of azure-functions-host and NuGet.Versioning.
 */
import { type Leaf, leafAt, sectionExists } from '../../functions/host-json/configuration'
import { defaultBundleId, knownBundleIds, knownBundles } from '../../functions/host-json/extension-bundle'
import { compareVersions, parseVersionRange, type VersionRange } from '../../functions/values/version-range'
import { type Check, inHostJson, nearestKey, onLeaf, type Problem } from '../check'
import { renamingsForBundle4 } from '../functions/renamed-properties'
import type { Project } from '../project'

const current = '[4.*, 5.0.0)'

export const extensionBundleChecks: readonly Check[] = [
  { code: 'extension-bundle-incomplete', severity: 'error', run: incomplete },
  { code: 'extension-bundle-range', severity: 'error', run: onLeaf('extensionBundle:version', invalidRange) },
  { code: 'extension-bundle-id', severity: 'error', run: onLeaf('extensionBundle:id', invalidId) },
  {
    code: 'extension-bundle-unknown',
    severity: 'warning',
    run: onLeaf('extensionBundle:id', unknownId),
  },
  { code: 'extension-bundle-too-old', severity: 'error', run: onLeaf('extensionBundle:version', tooOld) },
  { code: 'extension-bundle-no-match', severity: 'error', run: onLeaf('extensionBundle:version', noMatch) },
  {
    code: 'extension-bundle-beyond-known',
    severity: 'warning',
    run: onLeaf('extensionBundle:version', beyond),
  },
  { code: 'extension-bundle-old', severity: 'notice', run: onLeaf('extensionBundle:version', old) },
  { code: 'extension-bundle-narrow', severity: 'warning', run: onLeaf('extensionBundle:version', narrow) },
]

type Text = Omit<Problem, 'location'>

function incomplete(project: Project): readonly Problem[] {
  const { configuration } = project
  if (!sectionExists(configuration, 'extensionBundle')) return []
  return ['id', 'version']
    .filter((key) => (leafAt(configuration, `extensionBundle:${key}`)?.value ?? '').trim() === '')
    .map((key) => ({
      message: `'extensionBundle' in host.json has no '${key}'.`,
      hint: `Write "id": "Microsoft.Azure.Functions.ExtensionBundle" and "version": "${current}".`,
      location: inHostJson(project, placeOf(project, `extensionBundle:${key}`)),
    }))
}

/** An empty value, or else the key that lacks one. */
function placeOf({ configuration }: Project, path: string) {
  return leafAt(configuration, path)?.node.span ?? nearestKey(configuration, path)
}

function invalidRange({ value }: { value: string }): Text | undefined {
  if (value.trim() === '' || parseVersionRange(value) !== undefined) return undefined
  return {
    message: `The extension bundle's version '${value}' is not a range that a version can be in.`,
    hint: `Write "version": "${current}".`,
  }
}

function bundleRefusal(project: Project, rule: string): boolean {
  return project.app.refusals.some((refusal) => refusal.rule === rule)
}

function invalidId({ value }: Leaf, project: Project): Text | undefined {
  if (value.trim() === '' || !bundleRefusal(project, 'extension-bundle-id')) return undefined
  return {
    message: `The extension bundle's id '${value}' is no package id.`,
    hint: `Write "id": "${defaultBundleId}".`,
  }
}

/** It may be on the host's disk or published since. */
function unknownId({ value }: Leaf, { app }: Project): Text | undefined {
  // What the host refuses is said by other checks.
  if (knownBundleIds.includes(value) || app.refusals.some(({ rule }) => rule.startsWith('extension-bundle-')))
    return undefined
  return {
    message: `The extension bundle '${value}' is not known as one of Microsoft's. When the host cannot download it, the host does not start.`,
    hint: `Write "id": "${defaultBundleId}".`,
  }
}

function tooOld({ value }: Leaf, project: Project): Text | undefined {
  if (!bundleRefusal(project, 'extension-bundle-too-old')) return undefined
  const lowest = knownBundles.lowestAccepted.join('.')
  return {
    message: `The extension bundle's version '${value}' admits only bundles below ${lowest}. With such a bundle the host does not start.`,
    hint: `Write "version": "${current}".`,
  }
}

function noMatch({ value }: Leaf, project: Project): Text | undefined {
  if (!bundleRefusal(project, 'extension-bundle-no-match')) return undefined
  return {
    message: `No extension bundle has a version in '${value}', so the host does not start.`,
    hint: `Write "version": "${current}".`,
  }
}

function beyond({ value }: Leaf, { app }: Project): Text | undefined {
  if (app.hostJson.bundle?.isBeyondKnown !== true) return undefined
  return {
    message: `The extension bundle's version '${value}' begins above ${knownBundles.newest.join('.')}. This action knows no newer bundle (${knownBundles.asOf}). Without such a bundle the host does not start.`,
    hint: `Make sure that the bundle is out, or write "version": "${current}".`,
  }
}

function old({ value }: Leaf, { app, functions }: Project): Text | undefined {
  const { major } = app.hostJson.bundle ?? {}
  if (
    major === undefined ||
    major >= 4 ||
    app.refusals.some(({ rule }) => rule === 'extension-bundle-too-old')
  )
    return undefined
  const renamings = renamingsForBundle4(functions)
  return {
    message: `The extension bundle's version '${value}' admits only bundles below 4. They still run, but their support has ended.`,
    hint: `Write "version": "${current}".${renamings === '' ? '' : ` With bundle 4 ${renamings} in function.json.`}`,
  }
}

function endsBefore4({ upper, includesUpper }: VersionRange): boolean {
  if (upper === undefined) return false
  const order = compareVersions(upper, [4])
  return order < 0 || (order === 0 && !includesUpper)
}

function narrow({ value }: Leaf, { app }: Project): Text | undefined {
  const { bundle } = app.hostJson
  if (bundle?.major === undefined || bundle.isBeyondKnown) return undefined
  const range = parseVersionRange(value)
  if (range?.upper === undefined || range.lower === undefined || endsBefore4(range)) return undefined
  // A range that ends before the next major version stops resolving when its bundles are withdrawn.
  if (compareVersions(range.upper, [(range.lower[0] ?? 0) + 1]) >= 0) return undefined
  return {
    message: `The extension bundle's version '${value}' admits less than one major version. Microsoft withdraws such bundles after a time.`,
    hint: `Write "version": "${current}".`,
  }
}
