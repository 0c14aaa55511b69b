/** How a record of a deployment begins. */
import { randomUUID } from 'node:crypto'
import type { DeploymentRecord } from '../app/state'

/**
 * A new record in state Pending.
 *
 * @param from what the client sent
 */
export function newDeployment(
  from: Partial<
    Pick<DeploymentRecord, 'id' | 'author' | 'deployer' | 'message' | 'isRemoteBuild' | 'isTemporary'>
  >,
): DeploymentRecord {
  return {
    author: 'N/A',
    deployer: 'Push-Deployer',
    message: 'Created via a push deployment',
    isRemoteBuild: false,
    isTemporary: false,
    ...from,
    id: from.id ?? randomUUID(),
    status: 0,
    statusText: '',
    isActive: false,
    receivedAtMs: Date.now(),
    endedAtMs: undefined,
    log: [],
    polls: 0,
  }
}
