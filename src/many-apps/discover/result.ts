/** Puts together what a run of `discover` found out, and words it as outputs and as a page. Pure. */
import type { Finding } from '../../findings'
import type { DiscoveredApp, Discovery } from '../../report/discovery-page'
import type { AppChanges, AppToCompare } from './changes'
import type { Comparison } from './commits'
import type { DiscoverInputs } from './inputs'
import { type MatrixEntry, matrixFindings, takePart } from './matrix'
import { slugOf } from './names'
import type { ResolvedTarget } from './targets'

/** An app with everything that is known of it. */
export interface OutcomeApp extends DiscoveredApp {
  readonly entry: MatrixEntry
}

export interface AppOutcome {
  readonly apps: readonly OutcomeApp[]
  /** Undefined when the run did not come that far. */
  readonly comparison: Comparison | undefined
}

export interface Choice {
  readonly apps: readonly AppToCompare[]
  readonly names: ReadonlyMap<string, string>
  /** `false`: not deployed in the environment. An app that is absent had an error. */
  readonly targets: ReadonlyMap<string, ResolvedTarget | false>
  readonly comparison: Comparison
  /** Undefined when everything counts as changed. */
  readonly changes: AppChanges | undefined
  readonly inputs: Pick<DiscoverInputs, 'onlyChanged' | 'part' | 'environmentName'>
}

/**
 * Chooses the apps that belong into the matrix.
 *
 * @param choice the apps and what is known of them
 * @returns the apps, in the order of their folders, and errors about the matrix
 */
export function choose(choice: Choice): AppOutcome & { readonly findings: readonly Finding[] } {
  const { names, targets, comparison, changes, inputs } = choice
  const everything = comparison.kind === 'everything' ? comparison.reason : ''
  const apps = choice.apps.map(({ folder, mainPackage }): OutcomeApp => {
    const target = targets.get(folder)
    const reason = changes === undefined ? everything : (changes.reasons.get(folder) ?? '')
    const isChanged = changes === undefined || reason !== ''
    const isWanted = (isChanged || !inputs.onlyChanged) && target !== false
    const name = names.get(folder) ?? ''
    const { appName = '', slotName = '', resourceGroup = '', verifyPath = '' } = target || {}
    return {
      name,
      folder,
      appName,
      slotName,
      isChanged,
      reason:
        target === false
          ? [reason, `not deployed in ${inputs.environmentName}`].filter(Boolean).join('; ')
          : reason,
      isInMatrix: isWanted,
      entry: {
        name,
        folder,
        'main-package': mainPackage,
        'app-name': appName,
        'slot-name': slotName,
        'resource-group': resourceGroup,
        'verify-path': verifyPath,
      },
    }
  })
  const wanted = apps.filter(({ isInMatrix }) => isInMatrix)
  // Parts are of all apps, so that an app is in the same part whatever changed.
  const chosen = new Set(takePart(apps, inputs.part))
  const entries = wanted.filter((app) => chosen.has(app))
  return {
    apps: apps.map((app) => ({ ...app, isInMatrix: app.isInMatrix && chosen.has(app) })),
    comparison,
    findings: matrixFindings(entries.length, inputs.part),
  }
}

/**
 * The outputs of the action.
 *
 * @param outcome what was found
 * @param environmentName the environment; may be empty
 * @returns names as in discover/action.yml with their values
 */
export function outputsOf({ apps, comparison }: AppOutcome, environmentName: string): Record<string, string> {
  const include = apps.filter(({ isInMatrix }) => isInMatrix).map(({ entry }) => entry)
  const changed = apps.filter(({ isChanged }) => isChanged)
  return {
    matrix: JSON.stringify({ include }),
    'has-apps': String(include.length > 0),
    apps: JSON.stringify(
      apps.map(({ entry, isChanged, reason }) => ({
        ...entry,
        changed: isChanged,
        reason: reason.slice(0, 300),
      })),
    ),
    changed: JSON.stringify(changed.map(({ name }) => name)),
    'app-count': String(apps.length),
    'changed-count': String(changed.length),
    'artifact-prefix': environmentName === '' ? 'check' : slugOf(environmentName) || 'environment',
    base: comparison?.kind === 'compared' ? comparison.base : '',
  }
}

/**
 * The page of the summary.
 *
 * @param outcome what was found
 * @param findings what is wrong or uncertain
 * @param elapsedMs how long it took
 * @returns plain data for the renderer
 */
export function discoveryOf(
  { apps, comparison }: AppOutcome,
  findings: readonly Finding[],
  elapsedMs: number,
): Discovery {
  const shared = { apps, findings, elapsedMs }
  if (comparison === undefined) return shared
  if (comparison.kind === 'everything') return { ...shared, everything: comparison.reason }
  const { base, head, changed } = comparison
  return { ...shared, compared: { base, head, files: changed.length } }
}
