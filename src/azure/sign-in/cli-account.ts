/** What the Azure CLI is signed in to. Runs one fixed command; reads nothing else of the CLI. */
import { askProgram } from '../../programs/ask-program'
import type { ProgramResult } from '../../programs/program'
import { isGuid } from '../../text/guid'
import { parseJson, textAt } from '../../text/json-value'

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
export async function readCliAccount(environment: NodeJS.ProcessEnv): Promise<CliAccount | undefined> {
  const answer = await answerOfCli(environment).catch(() => undefined)
  const account = answer?.exitCode === 0 ? parseJson(answer.stdout) : undefined
  const subscriptionId = textAt(account, 'id')
  if (subscriptionId === '') return undefined
  const user = textAt(account, 'user', 'name')
  return {
    subscriptionId,
    tenantId: textAt(account, 'tenantId'),
    cloudName: textAt(account, 'environmentName'),
    // A person has an address here and a managed identity a fixed word.
    clientId: isGuid(user) ? user : '',
  }
}

function answerOfCli(environment: NodeJS.ProcessEnv): Promise<ProgramResult> {
  const set = Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return askProgram({
    file: 'az',
    args: ['account', 'show', '--output', 'json'],
    // A folder that no repository can write to: what `az` starts on Windows is looked for in the current one first.
    cwd: process.platform === 'win32' ? (environment['SystemRoot'] ?? 'C:\\Windows') : '/',
    env: Object.fromEntries(set),
    signal: AbortSignal.timeout(60_000),
  })
}
