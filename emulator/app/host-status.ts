/**
 * The body of the host's `/admin/host/status`, as ARM's bridge and the app itself give it.
 */

import type { FaultBook } from '../server/faults'
import type { AppLifecycle } from './lifecycle'
import type { App } from './state'

const brokenBySwap =
  'A host error has occurred during startup operation: the settings of this slot are missing.'

/**
 * Host status of an app; a fault step wins over the real state.
 *
 * @param app whose host
 * @param faults steps in `host`
 * @param lifecycle knows why a package could not be read
 */
export function hostStatus(
  app: App,
  faults: FaultBook,
  lifecycle: AppLifecycle,
): Readonly<Record<string, unknown>> {
  const step = faults.step(`${app.key}:host`, faults.forApp(app.key).host)
  const packageError = app.isBrokenBySwap ? brokenBySwap : lifecycle.packageErrors.get(app.key)
  const real = app.runtime?.state() ?? { state: 'Running', errors: [], startedAtMs: Date.now() }
  const state = step?.state ?? (packageError === undefined ? real.state : 'Error')
  const errors = step ? (step.errors ?? []) : packageError === undefined ? real.errors : [packageError]
  return {
    id: app.key.replace('/', '-').slice(0, 32),
    state,
    version: '4.1046.100.26280',
    versionDetails: '4.1046.100+emulator',
    platformVersion: '',
    instanceId: 'emulator',
    computerName: 'emulator',
    ...(errors.length > 0 ? { errors } : {}),
    processUptime: Math.max(1, Date.now() - real.startedAtMs),
    functionAppContentEditingState: 'NotAllowed',
  }
}
