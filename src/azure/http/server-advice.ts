/** What to do about lines that deployment servers and hosts are known to write. A table; pure. */
const advice: readonly (readonly [RegExp, string])[] = [
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
