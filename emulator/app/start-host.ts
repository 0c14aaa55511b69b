/**
 * How the host of an app's folder is started: that of a custom handler, and the one before the first package. What
 * becomes of it is in `host-instance`.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startDispatcher } from '../../src/host/dispatcher'
import { type FunctionsHost, startFunctionsHost } from '../../src/host/functions-host'
import type { FaultBook } from '../server/faults'
import { onPlanImage } from './plan-image'
import type { App } from './state'

/** Starts the host of an unpacked package. */
export type StartHost = (folder: string, app: App) => FunctionsHost | Promise<FunctionsHost>

/**
 * Starts the host of a custom handler.
 *
 * @param root HOME of the handler
 */
export function customHandlerHost(root: string, faults: FaultBook): StartHost {
  return (folder, app) => {
    const { handlerTimeoutMs } = faults.forApp(app.key)
    return startFunctionsHost({
      folder,
      profile: app.spec.plan,
      origin: `https://${app.host}`,
      home: root,
      hasAllSettings: true,
      startDispatcher: (surroundings) =>
        startDispatcher({ ...surroundings, onImage: (command) => onPlanImage(command, folder, app) }),
      settings: { WEBSITE_SITE_NAME: app.spec.name, WEBSITE_HOSTNAME: app.host, ...app.settings },
      ...(handlerTimeoutMs === undefined ? {} : { initializationTimeoutMs: handlerTimeoutMs }),
    })
  }
}

const hostJson = { version: '2.0', customHandler: { description: { defaultExecutablePath: 'none' } } }

/**
 * Starts a host without functions in an empty folder: Running, with its home page (assumed from what a fresh app
 * shows).
 */
export const startPlaceholder: StartHost = async (folder, app) => {
  await writeFile(join(folder, 'host.json'), JSON.stringify(hostJson))
  return startFunctionsHost({ folder, profile: app.spec.plan, settings: {} })
}
