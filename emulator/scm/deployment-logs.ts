/**
 * The logs that the two deployment servers write. The texts are the ones that the services print.
 */
import { randomUUID } from 'node:crypto'
import type { DeploymentRecord, LogEntry } from '../app/state'

const flexSteps = [
  'Kudu-ValidationStep',
  'Kudu-ExtractZipStep',
  'Kudu-ContentValidationStep',
  'Kudu-PreBuildValidationStep',
  'Kudu-OryxBuildStep',
  'Kudu-PostBuildValidationStep',
  'Kudu-PackageZipStep',
  'Kudu-UploadPackageStep',
  'Kudu-RemoveWorkersStep',
  'Kudu-SyncTriggerStep',
  'Kudu-CleanUpStep',
] as const

/**
 * Log of a good deployment without remote build on Flex.
 *
 * @param record whose log
 */
export function flexLog(record: DeploymentRecord): LogEntry[] {
  return [
    ...flexHead(record),
    ...flexSteps.flatMap(flexStep),
    'Finished deployment pipeline.',
    '[Kudu-SyncTriggerStep] completed.',
  ].map((message) => entry(message))
}

/**
 * Log of a deployment on Flex that fails.
 *
 * @param record whose log
 * @param failing the step that fails; an unknown one fails at the end
 * @param errors lines that say why
 */
export function flexFailure(
  record: DeploymentRecord,
  failing: string,
  errors: readonly string[],
): LogEntry[] {
  const index = (flexSteps as readonly string[]).indexOf(failing)
  const before = index < 0 ? flexSteps : flexSteps.slice(0, index)
  return [
    ...[...flexHead(record), ...before.flatMap(flexStep), `[${failing}] starting.`].map((message) =>
      entry(message),
    ),
    ...errors.map((message) => entry(message, 2)),
  ]
}

/**
 * Log of a deployment on an App Service plan.
 *
 * @param record whose log
 * @param errors lines that say why it failed; none for a good one
 */
export function kuduLog(record: DeploymentRecord, errors: readonly string[] = []): LogEntry[] {
  const details = [
    entry('Copying the manifest'),
    entry('Zip package deploying to /home/site/wwwroot'),
    ...errors.map((message) => entry(message, 2)),
  ]
  return [
    entry('Updating submodules.'),
    entry(`Preparing deployment for commit id '${record.id.slice(0, 10)}'.`),
    entry('PreDeployment: context.CleanOutputPath False'),
    entry('PreDeployment: context.OutputPath /home/site/wwwroot'),
    { ...entry('Running build. Project type: Run-From-Zip'), details },
    errors.length > 0
      ? entry('Deployment Failed.', 2)
      : entry(`Deployment successful. deployer = ${record.deployer} deploymentPath = ZipDeploy.`),
  ]
}

function flexHead(record: DeploymentRecord): string[] {
  return [
    'Starting deployment pipeline.',
    `[Kudu-SourcePackageUriDownloadStep] Skipping download. Zip package is present at /tmp/zipdeploy/${record.id}.zip`,
  ]
}

function flexStep(step: (typeof flexSteps)[number]): string[] {
  switch (step) {
    case 'Kudu-PreBuildValidationStep':
      return [`[${step}] Skipping pre-build validation (remotebuild = false).`]
    case 'Kudu-OryxBuildStep':
      return [`[${step}] Skipping oryx build (remotebuild = false).`]
    case 'Kudu-SyncTriggerStep':
      return [`[${step}] starting.`]
    case 'Kudu-UploadPackageStep':
      return [`[${step}] starting.`, `[${step}] completed. Uploaded package to storage successfully.`]
    default:
      return [`[${step}] starting.`, `[${step}] completed.`]
  }
}

function entry(message: string, type: LogEntry['type'] = 0): LogEntry {
  return { id: randomUUID(), atMs: Date.now(), message, type }
}
