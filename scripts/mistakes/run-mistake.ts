/** Runs the shipped bundle on a mistake, against an emulator of its own where the mistake is in Azure. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startEmulator } from '../../emulator/emulator'
import { type ActionResult, runAction } from '../run-action'
import { azureInputs, type Mistake, workflowFile, writeMistake } from './mistakes'

/**
 * Runs a mistake to its end and removes its files.
 *
 * @param run what runs the action
 * @returns what the action printed and wrote
 */
export async function runMistake(mistake: Mistake, run = runAction): Promise<ActionResult> {
  const workspace = realpathSync(mkdtempSync(join(tmpdir(), 'mistake-')))
  const emulator = mistake.azure === undefined ? undefined : await startEmulator(mistake.azure)
  try {
    writeMistake(mistake, workspace)
    const { clientId = '', tenantId = '', subscriptionId = '' } = emulator?.ids ?? {}
    const identity = { 'client-id': clientId, 'tenant-id': tenantId, 'subscription-id': subscriptionId }
    const result = await run({
      workspace,
      inputs: { ...mistake.inputs, ...(emulator === undefined ? {} : { ...azureInputs, ...identity }) },
      env: emulator === undefined ? {} : { ...emulator.env, ...checkOutWorkflow(workspace) },
    })
    result.dispose()
    return result
  } finally {
    await emulator?.stop()
    rmSync(workspace, { recursive: true, force: true })
  }
}

/** Lets the workspace be a checkout with the workflow. Gives what the runner then says of it. */
function checkOutWorkflow(workspace: string): Readonly<Record<string, string>> {
  const commit = '0123456789abcdef0123456789abcdef01234567'
  const files = { '.git/HEAD': commit, [workflowFile.path]: workflowFile.text }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true })
    writeFileSync(join(workspace, path), text)
  }
  return {
    GITHUB_REPOSITORY: 'org/repository',
    GITHUB_WORKFLOW_REF: `org/repository/${workflowFile.path}@refs/heads/main`,
    GITHUB_WORKFLOW_SHA: commit,
  }
}
