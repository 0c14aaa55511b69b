/**
 * Which function app each app is deployed to in one environment: the mapping file over the pattern, the entry of
 * an app over the entry of its environment. Pure.
 */
import type { Finding } from '../../findings'
import { type MappedApp, type Mapping, mappingFinding, type Target, targetFault } from './mapping'

/** Where one app goes. Empty texts where nothing is said. */
export interface ResolvedTarget {
  readonly appName: string
  readonly slotName: string
  readonly resourceGroup: string
  readonly verifyPath: string
}

export interface TargetRequest {
  readonly environment: string
  readonly pattern: string
  readonly mapping: Mapping
  /** Path of the mapping file, for places. */
  readonly file: string
  /** Names by folder. */
  readonly names: ReadonlyMap<string, string>
}

const nowhere: ResolvedTarget = { appName: '', slotName: '', resourceGroup: '', verifyPath: '' }

/**
 * Resolves every app.
 *
 * @param request the environment, the mapping and the apps
 * @returns where each app goes, by folder, `false` for one that is not deployed in the environment; and errors
 */
export function resolveTargets(request: TargetRequest): {
  readonly targets: ReadonlyMap<string, ResolvedTarget | false>
  readonly findings: readonly Finding[]
} {
  const { environment, mapping, names, pattern } = request
  const mapped = new Map(mapping.apps.map((app) => [app.folder, app]))
  if (environment === '') {
    const paths = [...names.keys()].map((folder) => {
      return [folder, { ...nowhere, verifyPath: mapped.get(folder)?.verifyPath ?? '' }] as const
    })
    return { targets: new Map(paths), findings: [] }
  }
  const unknown = unknownEnvironment(request)
  if (unknown !== undefined) return { targets: new Map(), findings: [unknown] }
  const shared = mapping.environments.get(environment)
  const targets = new Map<string, ResolvedTarget | false>()
  const findings: Finding[] = []
  const nameless: string[] = []
  for (const [folder, name] of names) {
    const app = mapped.get(folder)
    const own = app?.environments.get(environment)
    if (own === false) {
      targets.set(folder, false)
      continue
    }
    const target = merged(app, own, shared, pattern, (text) =>
      text.replaceAll('{name}', name).replaceAll('{environment}', environment),
    )
    targets.set(folder, target)
    if (target.appName === '') nameless.push(folder)
    else findings.push(...faultsOf(request, folder, target, own ?? shared))
  }
  findings.push(...namelessApps(nameless, request), ...sharedApps(targets, names))
  return { targets, findings }
}

function merged(
  app: MappedApp | undefined,
  own: Target | undefined,
  shared: Target | undefined,
  pattern: string,
  fill: (text: string) => string,
): ResolvedTarget {
  return {
    appName: fill(own?.appName ?? shared?.appName ?? pattern),
    slotName: fill(own?.slotName ?? shared?.slotName ?? ''),
    resourceGroup: fill(own?.resourceGroup ?? shared?.resourceGroup ?? ''),
    verifyPath: own?.verifyPath ?? app?.verifyPath ?? shared?.verifyPath ?? '',
  }
}

/** A misspelt environment would otherwise fall back to the pattern, and name apps that nobody meant. */
function unknownEnvironment({ environment, mapping, pattern, file }: TargetRequest): Finding | undefined {
  const known = new Set([
    ...mapping.environments.keys(),
    ...mapping.apps.flatMap((app) => [...app.environments.keys()]),
  ])
  if (known.has(environment) || (known.size === 0 && pattern !== '')) return undefined
  if (known.size === 0) return undefined
  const names = [...known].map((name) => `'${name}'`).join(', ')
  return {
    code: 'app-environment-unknown',
    severity: 'error',
    message: `'environment-name' is '${environment}', but ${file} knows ${names}.`,
    hint: `Correct 'environment-name', or add '${environment}' to 'environments' in ${file}.`,
    location: { file },
  }
}

function faultsOf(
  { file }: TargetRequest,
  folder: string,
  target: ResolvedTarget,
  entry: Target | undefined,
): readonly Finding[] {
  const values = {
    'app-name': target.appName,
    'slot-name': target.slotName,
    'resource-group': target.resourceGroup,
  } as const
  return (Object.keys(values) as (keyof typeof values)[]).flatMap((key) => {
    const use = values[key] === '' ? undefined : targetFault(key, values[key])
    if (use === undefined) return []
    const message = `The app in '${folder}' would have the ${key} '${values[key]}': use ${use}.`
    if (entry !== undefined) return [mappingFinding(file, message, entry.span)]
    return [
      {
        code: 'app-mapping-invalid',
        severity: 'error',
        message,
        hint: "Correct 'app-name-pattern'.",
      } as const,
    ]
  })
}

function namelessApps(folders: readonly string[], { environment, file }: TargetRequest): readonly Finding[] {
  if (folders.length === 0) return []
  const shown = folders.slice(0, 10).map((folder) => `'${folder}'`)
  const rest = folders.length - shown.length
  const names = `${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
  return [
    {
      code: 'app-name-missing',
      severity: 'error',
      message: `Nothing says which function app ${names} ${folders.length === 1 ? 'is' : 'are'} in the environment '${environment}'.`,
      hint: `Set 'app-name-pattern', for example '{name}-{environment}', or name it in ${file}. An app that is not deployed there has 'false' for the environment.`,
    },
  ]
}

/** Two folders that are deployed to one function app would replace each other. */
function sharedApps(
  targets: ReadonlyMap<string, ResolvedTarget | false>,
  names: ReadonlyMap<string, string>,
): readonly Finding[] {
  const users = new Map<string, string[]>()
  for (const folder of names.keys()) {
    const target = targets.get(folder)
    if (target === undefined || target === false || target.appName === '') continue
    const slot = target.slotName === '' ? '' : ` (slot ${target.slotName})`
    const key = `${target.appName}${slot}`.toLowerCase()
    users.set(key, [...(users.get(key) ?? []), folder])
  }
  return [...users]
    .filter(([, folders]) => folders.length > 1)
    .map(([app, folders]) => ({
      code: 'app-name-shared',
      severity: 'error',
      message: `The function app '${app}' is named for ${folders.map((folder) => `'${folder}'`).join(' and ')}: each deployment would replace the other.`,
      hint: "Give each folder its own function app, or leave one out with 'exclude', or with 'false' for the environment.",
    }))
}
