/** Runs the shipped bundle on a mistake, against an emulator of its own where the mistake is in Azure. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmulator } from '../../emulator/emulator'
import { type ActionResult, runAction } from '../run-action'
import { azureInputs, type Mistake, writeMistake } from './mistakes'

/**
 * Runs a mistake to its end and removes its files.
 *
 * @returns what the action printed and wrote
 */
export async function runMistake(mistake: Mistake): Promise<ActionResult> {
  const workspace = realpathSync(mkdtempSync(join(tmpdir(), 'mistake-')))
  const emulator = mistake.azure === undefined ? undefined : await startEmulator(mistake.azure)
  try {
    writeMistake(mistake, workspace)
    const { clientId = '', tenantId = '', subscriptionId = '' } = emulator?.ids ?? {}
    const identity = { 'client-id': clientId, 'tenant-id': tenantId, 'subscription-id': subscriptionId }
    const result = await runAction({
      workspace,
      inputs: { ...mistake.inputs, ...(emulator === undefined ? {} : { ...azureInputs, ...identity }) },
      env: emulator?.env ?? {},
    })
    result.dispose()
    return result
  } finally {
    await emulator?.stop()
    rmSync(workspace, { recursive: true, force: true })
  }
}
