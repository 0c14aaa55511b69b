/**
 * What the host prepares before it starts a handler: the command, its environment, and the execute permission where
 * the plan sets it. It starts nothing.
 */
import { randomUUID } from 'node:crypto'
import { chmodSync, statSync } from 'node:fs'
import { planRules } from '../../functions/plans'
import type { HostHandler, HostProfile } from '../app'
import type { HostLog } from '../host-log'
import { type HandlerCommand, resolveCommand } from './command-line'
import { handlerEnvironment } from './environment'

/** A handler, and where it is to run. */
export interface HandlerPlace {
  readonly handler: HostHandler
  readonly appRoot: string
  readonly profile: HostProfile
  readonly settings: Readonly<Record<string, string>>
  readonly home: string
  readonly log: HostLog
  /** What is started for a command on another image than this machine; without, the command itself. */
  readonly onImage?: (command: HandlerCommand) => HandlerCommand
}

/** What would be started, with the execute permission where the plan sets it. */
export function prepareStart(
  { handler, appRoot, home, settings, profile, log, onImage = (command) => command }: HandlerPlace,
  port: number,
): { readonly command: HandlerCommand; readonly environment: Readonly<Record<string, string>> } {
  const environment = handlerEnvironment({ port, workerId: randomUUID(), appRoot, home, settings })
  const command = resolveCommand(handler, appRoot, environment)
  if (planRules[profile].setsExecutePermission) assignExecutePermission(command, log)
  return { command: onImage(command), environment }
}

/** Only the Consumption plans do this; a failure is a warning and the start is tried anyway. */
function assignExecutePermission({ program }: HandlerCommand, log: HostLog): void {
  if (program === undefined) return
  try {
    const { mode } = statSync(program)
    if ((mode & 0o100) === 0) chmodSync(program, (mode & 0o7777) | 0o111)
  } catch {
    log.write('warning', 'Error while assigning execute permission.')
  }
}
