/** What to do about lines that deployment servers and hosts are known to write. A table; pure. */
import { block } from '../../text/passages'

const advice: readonly (readonly [RegExp, string])[] = [
  // Before what is said of storage, which these lines name as well.
  [
    /collision for Host ID|host ?id.{0,200}collision/i,
    'Two apps or slots have one host ID in the same storage: set AzureFunctionsWebHost__hostid to a value of its own as a slot setting, or give one of them another storage account.',
  ],
  [
    /non-?decryptable|(?:unable to|failed to|cannot|could not) decrypt|decryption of .{0,80}(?:failed|secrets?)/i,
    'The keys in the storage were encrypted by another app or slot: delete the folder of this app in the container azure-webjobs-secrets, and the host makes new keys. Callers need the new ones.',
  ],
  [
    /(?:download|fetch|retriev|resolv).{0,200}extension ?bundle|extension ?bundle.{0,200}(?:could not|cannot|failed|unable|not found|error)|cdn\.functions\.azure\.com|functionscdn\./i,
    'The host cannot download its extension bundle: let the app reach https://cdn.functions.azure.com, and check id and version of "extensionBundle" in host.json.',
  ],
  [
    /WorkerConfig for runtime/i,
    'The host looks for another language: host.json needs "customHandler" with a description, and FUNCTIONS_WORKER_RUNTIME must be custom.',
  ],
  [
    /does not resolve to a value/i,
    `The app lacks the setting between the percent signs. Write the value in function.json, or set it:\n${block("az functionapp config appsettings set --settings 'NAME=value' --name '<app>' --resource-group '<group>'")}`,
  ],
  [
    /\.azurefunctions/i,
    'The app was created for .NET isolated: create a Flex app with --runtime custom, or correct app-name.',
  ],
  [
    /InvalidPackageContent/i,
    'Azure misses a file in the package, usually host.json at its root: deploy the zip that this action wrote, unchanged.',
  ],
  [
    /Storage responded with Forbidden|Failed to upload/i,
    'The identity of the app needs Storage Blob Data Contributor on its deployment container, and the storage account must let Azure services in.',
  ],
  [
    /ValidationStep|ExtractZip|central directory|not a valid zip/i,
    'The package did not arrive as a zip: deploy the zip that this action wrote, and pass it between jobs as one file.',
  ],
  [
    /Oryx|PreBuildValidation/i,
    'Azure tried to build the code: remove SCM_DO_BUILD_DURING_DEPLOYMENT and ENABLE_ORYX_BUILD.',
  ],
  [
    /SyncTrigger/i,
    'The host did not start with the new package: see the errors of the host in the verification.',
  ],
  [/disk|no space/i, 'The plan has no room left: remove old content of the app or choose a larger plan.'],
  [
    /Process fileName|No such file or directory|Exec format error|Permission denied/i,
    'The host could not start the handler: check the findings about the binary and its place in the package.',
  ],
  [
    /AzureWebJobsStorage|storage account|AuthorizationPermissionMismatch/i,
    'The host cannot use its storage: check AzureWebJobsStorage and the roles of the identity of the app.',
  ],
  [
    /Language Worker Process exited|worker restart retry count|Initializing HttpWorker timed out|Failed to start/i,
    'The handler ended or did not listen on FUNCTIONS_CUSTOMHANDLER_PORT: run with rehearse: true to see its output.',
  ],
]

/**
 * The advice for one line.
 *
 * @param line of a deployment log or of the errors of a host
 * @returns what to do, undefined when the line is not known
 */
export function adviceFor(line: string): string | undefined {
  return advice.find(([pattern]) => pattern.test(line))?.[1]
}
