/**
 * The folders that a run makes on the machine, with an error that a user can act on where there is no space or no
 * right to.
 */
import { mkdirSync, mkdtempSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { mkdirP } from '@actions/io'
import { ActionError, messageOf } from '../errors'
import type { StageCode } from './codes'
import type { Run } from './run'

/**
 * Makes a folder for temporary files of this run.
 *
 * @returns its absolute path
 * @throws ActionError `temp-folder-unwritable`
 */
export function makeTempFolder({ workspace }: Run): string {
  try {
    return mkdtempSync(join(workspace.tempFolder, 'go-azure-func-'))
  } catch (error) {
    throw unwritable(
      'temp-folder-unwritable',
      `No folder can be made in the temporary folder '${workspace.tempFolder}': ${messageOf(error)}.`,
      'Make room there, or let RUNNER_TEMP name a folder that is writable and has space.',
      error,
    )
  }
}

/**
 * Makes the folder that the executable is built into, if it is not there.
 *
 * @param outputPath absolute path of the executable
 * @param executable its name in host.json, for the message
 * @throws ActionError `executable-folder-unwritable`
 */
export async function makeOutputFolder(outputPath: string, executable: string): Promise<void> {
  try {
    await mkdirP(dirname(outputPath))
  } catch (error) {
    throw unwritable(
      'executable-folder-unwritable',
      `The folder of '${executable}' cannot be made: ${reasonOf(dirname(outputPath), error)}.`,
      'Build in a workspace that is writable and has space, or build elsewhere and set binary.',
      error,
    )
  }
}

/** On a read-only file system Node says ENOENT of folders that it makes with all above; of one alone it says why. */
function reasonOf(folder: string, error: unknown): string {
  try {
    mkdirSync(folder)
    return messageOf(error)
  } catch (plain) {
    return messageOf(plain)
  }
}

function unwritable(code: StageCode, message: string, hint: string, cause: unknown): ActionError {
  return new ActionError(code, message, { hint, cause })
}
