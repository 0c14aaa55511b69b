/**
 * What runs for an app before its first package: a host without functions, which is Running and shows its home page
 * (assumed from what a fresh app shows).
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startFunctionsHost } from '../../src/host/functions-host'
import type { StartHost } from './runtime'

const hostJson = { version: '2.0', customHandler: { description: { defaultExecutablePath: 'none' } } }

/** Starts a host in an empty folder. */
export const startPlaceholder: StartHost = async (folder, app) => {
  await writeFile(join(folder, 'host.json'), JSON.stringify(hostJson))
  return startFunctionsHost({ folder, profile: app.spec.plan, settings: {} })
}
