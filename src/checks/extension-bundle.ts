/**
 * Checks of the extension bundle: is its range valid, current and wide enough, and is there one when bindings need it.
 * Rules of ExtensionBundleManager.cs of azure-functions-host and NuGet.Versioning.
 */
import { leafAt, sectionExists } from '../functions/host-json/configuration'
import { memberInAnyCase } from '../functions/json/json-tree'
import { compareVersions, parseVersionRange, type VersionRange } from '../functions/values/version-range'
import { type Check, inFunctionJson, inHostJson, nearestKey, onLeaf, type Problem } from './check'
import type { Project } from './project'

const current = '[4.*, 5.0.0)'

export const extensionBundleChecks: readonly Check[] = [
  { code: 'extension-bundle-incomplete', severity: 'error', run: incomplete },
  { code: 'extension-bundle-range', severity: 'error', run: onLeaf('extensionBundle:version', invalidRange) },
  { code: 'extension-bundle-old', severity: 'warning', run: onLeaf('extensionBundle:version', old) },
  { code: 'extension-bundle-narrow', severity: 'warning', run: onLeaf('extensionBundle:version', narrow) },
  { code: 'extension-bundle-missing', severity: 'error', run: missing },
]

/** Bindings that the host brings along (ScriptHostBuilderExtensions.cs). */
const builtIn: ReadonlySet<string> = new Set([
  'httptrigger',
  'http',
  'timertrigger',
  'manualtrigger',
  'warmuptrigger',
])

type Text = Omit<Problem, 'location'>

function incomplete(project: Project): readonly Problem[] {
  const { configuration } = project
  if (!sectionExists(configuration, 'extensionBundle')) return []
  return ['id', 'version']
    .filter((key) => (leafAt(configuration, `extensionBundle:${key}`)?.value ?? '').trim() === '')
    .map((key) => ({
      message: `'extensionBundle' in host.json has no '${key}'.`,
      hint: `Write "id": "Microsoft.Azure.Functions.ExtensionBundle" and "version": "${current}".`,
      location: inHostJson(project, nearestKey(configuration, `extensionBundle:${key}`)),
    }))
}

function invalidRange({ value }: { value: string }): Text | undefined {
  if (value.trim() === '' || parseVersionRange(value) !== undefined) return undefined
  return {
    message: `The extension bundle's version '${value}' is no version range that any version can satisfy.`,
    hint: `Write "${current}".`,
  }
}

function old({ value }: { value: string }): Text | undefined {
  const range = parseVersionRange(value)
  if (range === undefined || !endsBefore4(range)) return undefined
  return {
    message: `The extension bundle's version '${value}' admits only deprecated bundles below 4.`,
    hint: `Write "${current}".`,
  }
}

function endsBefore4({ upper, includesUpper }: VersionRange): boolean {
  if (upper === undefined) return false
  const order = compareVersions(upper, [4])
  return order < 0 || (order === 0 && !includesUpper)
}

function narrow({ value }: { value: string }): Text | undefined {
  const range = parseVersionRange(value)
  if (range?.upper === undefined || range.lower === undefined || endsBefore4(range)) return undefined
  // A range that ends before the next major version stops resolving when its bundles are withdrawn.
  if (compareVersions(range.upper, [(range.lower[0] ?? 0) + 1]) >= 0) return undefined
  return {
    message: `The extension bundle's version '${value}' admits less than one major version; such bundles are withdrawn after a time.`,
    hint: `Write "${current}".`,
  }
}

function missing(project: Project): readonly Problem[] {
  if (project.hostJson.state !== 'parsed' || project.model === 'native') return []
  if (sectionExists(project.configuration, 'extensionBundle')) return []
  // Extensions can also be installed into the app itself.
  if (project.files.some(({ path }) => path === 'bin/extensions.json' || path.endsWith('.csproj'))) return []
  return project.functions.flatMap((folder) => {
    const binding = folder.bindings.find(({ type }) => type !== undefined && !builtIn.has(type.toLowerCase()))
    if (binding === undefined) return []
    return [
      {
        message: `'${binding.type}' of function '${folder.name}' needs an extension, but host.json has no 'extensionBundle'.`,
        hint: `Add "extensionBundle": { "id": "Microsoft.Azure.Functions.ExtensionBundle", "version": "${current}" } to host.json.`,
        location: inFunctionJson(project, folder, memberInAnyCase(binding.node, 'type')?.value.span),
      },
    ]
  })
}
