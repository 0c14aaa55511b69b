/**
 * Locks of the resource manager on an app, and which calls they hold back. Answers nothing else.
 * ReadOnly holds back every call that is no GET, CanNotDelete only DELETE; both hold for what is below, as for slots
 * (learn.microsoft.com/azure/azure-resource-manager/management/lock-resources; the text is that of users).
 */
import type { App } from '../app/state'
import type { FaultBook } from '../server/faults'
import type { Answer } from '../server/service'
import { armError } from './errors'

/**
 * @param scope ARM id of what is asked for
 * @param apps what the call would change: one app, or all of a group
 * @returns 409 `ScopeLocked`, undefined where no lock is in the way
 */
export function lockRefusal(
  faults: FaultBook,
  method: string,
  scope: string,
  apps: readonly App[],
): Answer | undefined {
  const locked = apps.flatMap((app) => lockedScope(faults, method, app) ?? [])
  if (locked.length === 0) return undefined
  const kind = method === 'DELETE' ? 'delete' : 'write'
  const scopes = [...new Set(locked)].join(',')
  return armError(
    409,
    'ScopeLocked',
    `The scope '${scope}' cannot perform ${kind} operation because following scope(s) are locked: '${scopes}'. Please remove the lock and try again.`,
  )
}

/** The site that has the lock: the slot itself, or the app that it belongs to. */
function lockedScope(faults: FaultBook, method: string, app: App): string | undefined {
  const holds = (key: string): boolean => {
    const { lock } = faults.forApp(key)
    return lock === 'ReadOnly' ? method !== 'GET' : lock === 'CanNotDelete' && method === 'DELETE'
  }
  if (holds(app.spec.name)) return app.id.split('/slots/')[0]
  return holds(app.key) ? app.id : undefined
}
