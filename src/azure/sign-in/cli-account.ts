/**
 * What the Azure CLI is signed in to. Runs one fixed command; reads nothing else of the CLI.
 */
import { exec } from 'node:child_process'
import { parseJson, textAt } from '../http'

export interface CliAccount {
  readonly subscriptionId: string
  readonly tenantId: string
  /** For example `AzureCloud`. */
  readonly cloudName: string
  /** Of the signed-in service principal; empty for a person or a managed identity. */
  readonly clientId: string
}

/**
 * Asks the CLI for its account.
 *
 * @param environment gives SystemRoot on Windows and is what the CLI runs with
 * @returns the account, undefined when there is no CLI or nobody is signed in
 */
export function readCliAccount(environment: NodeJS.ProcessEnv): Promise<CliAccount | undefined> {
  // A folder that no repository can write to: the Windows shell looks for `az` in the current one first.
  const folder = process.platform === 'win32' ? (environment['SystemRoot'] ?? 'C:\\Windows') : '/'
  return new Promise((resolve) => {
    // Through a shell, because `az` is a batch file on Windows; the command line is a constant.
    exec(
      'az account show --output json',
      { cwd: folder, env: environment, timeout: 60_000, maxBuffer: 1024 * 1024 },
      (error, output) => {
        const account = parseJson(output)
        const subscriptionId = textAt(account, 'id')
        if (error !== null || subscriptionId === '') {
          resolve(undefined)
          return
        }
        const user = textAt(account, 'user', 'name')
        resolve({
          subscriptionId,
          tenantId: textAt(account, 'tenantId'),
          cloudName: textAt(account, 'environmentName'),
          // A person has an address here and a managed identity a fixed word.
          clientId: /^[0-9a-f-]{36}$/i.test(user) ? user : '',
        })
      },
    )
  })
}
