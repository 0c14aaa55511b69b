/**
 * Deployment records and log entries as the SCM sites show them.
 */
import type { App, DeploymentRecord, DeploymentStatus, LogEntry } from '../app/state'

const statusTexts: Partial<Record<DeploymentStatus, string>> = {
  0: 'Receiving changes.',
  1: 'Building and Deploying.',
  2: 'Deploying.',
}

/**
 * A deployment record.
 *
 * @param app whose SCM site shows it
 * @param record the deployment
 * @param shownStatus what the server pretends while a lock is held
 */
export function deploymentBody(
  app: App,
  record: DeploymentRecord,
  shownStatus: DeploymentStatus = record.status,
): Readonly<Record<string, unknown>> {
  const url = `https://${app.scmHost}/api/deployments/${record.id}`
  const isComplete = record.endedAtMs !== undefined
  return {
    id: record.id,
    status: shownStatus,
    status_text: record.statusText,
    author_email: 'N/A',
    author: record.author,
    deployer: record.deployer,
    ...(app.spec.plan === 'flex-consumption' ? { remoteBuild: record.isRemoteBuild } : {}),
    message: record.message,
    progress: isComplete ? '' : (statusTexts[shownStatus] ?? ''),
    received_time: iso(record.receivedAtMs),
    start_time: iso(record.receivedAtMs),
    end_time: record.endedAtMs === undefined ? null : iso(record.endedAtMs),
    last_success_end_time:
      record.status === 4 && record.endedAtMs !== undefined ? iso(record.endedAtMs) : null,
    complete: isComplete,
    active: record.isActive,
    is_temp: record.isTemporary,
    is_readonly: app.spec.plan !== 'flex-consumption',
    url,
    log_url: `${url}/log`,
    site_name: app.spec.name,
    build_summary: app.spec.plan === 'flex-consumption' ? null : { errors: [], warnings: [] },
  }
}

/**
 * Log entries of a deployment, flat on Flex and with `details_url` elsewhere.
 *
 * @param app whose SCM site shows them
 * @param record the deployment
 * @param parentId the details of this entry instead
 */
export function logBodies(app: App, record: DeploymentRecord, parentId?: string): readonly object[] {
  const parent = parentId === undefined ? undefined : record.log.find((entry) => entry.id === parentId)
  const entries: readonly LogEntry[] = parentId === undefined ? record.log : (parent?.details ?? [])
  return entries.map((entry) => {
    const url = `https://${app.scmHost}/api/deployments/${record.id}/log/${entry.id}`
    const common = { log_time: iso(entry.atMs), message: entry.message, type: entry.type }
    if (app.spec.plan === 'flex-consumption') return { ...common, id: record.id }
    return { ...common, id: entry.id, details_url: entry.details?.length ? url : null }
  })
}

function iso(atMs: number): string {
  return new Date(atMs).toISOString().replace('Z', '0000Z')
}
