/**
 * Where the quotations come from that no recorded row holds: text to source. "Run" is the log of the host itself,
 * 4.1037.0, of which the rows keep errors only. The beginning of a sentence is enough.
 */
const host = 'Azure/azure-functions-host'
const errno = 'errno(3) of Linux, as .NET and Go print it'
const entra = 'error codes of Microsoft Entra (AADSTS)'
const manager = 'error codes of Azure Resource Manager'
const frontEnd = 'pages of the front end of App Service'
const goCommand = 'cmd/go of Go'

export const otherSources: Readonly<Record<string, string>> = {
  // The host's log and its pages.
  "A valid host.json file wasn't found in the package root.": `${host}, LoggerExtension.cs, event 338; run`,
  'No functions were found. This can occur before you deploy code': `${host}, LoggerExtension.cs, event 339; run`,
  'No job functions found.': 'Azure/azure-webjobs-sdk; run',
  'A function allow list has been specified': `${host}, FunctionMetadataManager.cs; run`,
  'Both httpWorker and customHandler sections are spefified': `${host}, HttpWorkerOptionsSetup.cs; run`,
  'Function host is not running.': `${host}, HostAvailabilityCheckMiddleware.cs; run`,
  'Final functionDispatcher state: Initializing.': `${host}, WorkerFunctionInvoker.cs; run`,
  'Timeout value of … exceeded by function': 'Azure/azure-webjobs-sdk, FunctionExecutor; run',
  'Restarting worker process': `${host}; run`,
  'An error occurred trying to start process': 'dotnet/runtime, System.Diagnostics.Process; run',
  'Response status code does not indicate success': 'HttpResponseMessage of .NET; run',
  "Value cannot be null. (Parameter 'input')": `${host}, ExtensionBundleManager.cs; run`,
  'Connection refused (127.0.0.1:': 'sockets of .NET; run',
  'Unable to bind to port': `${host}, HttpWorkerOptionsSetup.cs (after 4.1037)`,
  'Detected both function.json files': `${host}, HttpWorkerFunctionProvider.cs (after 4.1037)`,
  'Routes configuration is only allowed': `${host}, HttpWorkerFunctionProvider.cs (after 4.1037)`,
  'Unable to create function http-handler2': `${host}, HttpWorkerFunctionProvider.cs (after 4.1037)`,
  'The Flex Consumption SKU only supports EventGrid': `${host}, blob triggers on Flex Consumption`,
  'Access to the path …': `${host}#11528`,
  // Linux, the C library, Go and its packages.
  'No such file or directory': errno,
  'Permission denied': errno,
  'Exec format error': errno,
  'open …: no such file or directory': errno,
  "version `GLIBC_2.34' not found": 'ld.so of glibc, dl-version.c',
  "/lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by X)":
    'ld.so of glibc, dl-version.c',
  'error while loading shared libraries:': 'ld.so of glibc, dl-catch.c',
  'Illegal option -': 'dash, options.c',
  'This program can only be run on AMD64 processors': 'runtime of Go, asm_amd64.s',
  'Binary was compiled with': 'mattn/go-sqlite3, static_mock.go',
  'go-sqlite3 requires cgo to work. This is a stub': 'mattn/go-sqlite3, static_mock.go',
  'replacement directory ../lib does not exist': goCommand,
  'missing go.sum entry': goCommand,
  'module declares its path as:': goCommand,
  'version https://git-lfs.github.com/spec/v1': 'specification of Git LFS',
  'End of Central Directory record could not be found.': 'System.IO.Compression of .NET',
  // Sign-in and Azure.
  'Unable to get ACTIONS_ID_TOKEN_REQUEST_URL': 'actions/toolkit, oidc-utils.ts',
  'Failed to get ID Token': 'actions/toolkit, oidc-utils.ts',
  AADSTS: entra,
  AuthorizationFailed: manager,
  ResourceNotFound: manager,
  InvalidAuthenticationTokenTenant: manager,
  AuthorizationPermissionMismatch: 'error codes of Azure Storage',
  'Encountered an error (': `${manager}, wrapper of hostruntime; Azure/Azure-Functions#1657`,
  WarmUp: `${host}#11873`,
  'A collision for Host ID': `${host}, HostIdValidator.cs`,
  'Failed to upload': 'deployment service of Flex Consumption',
  'Storage responded with Forbidden': 'deployment service of Flex Consumption',
  'The web app you have attempted to reach': frontEnd,
  'state: QuotaExceeded': 'Microsoft.Web/sites, property state',
  'usageState: Exceeded': 'Microsoft.Web/sites, property usageState',
  'WWW-Authenticate: Bearer': 'sign-in of App Service; RFC 6750',
  'read-only file system': errno,
  '404 page not found': 'net/http of Go, NotFound',
  'Ip Forbidden': frontEnd,
  'Site Unavailable': `${frontEnd}; Azure/functions-action#390`,
  'This web app is stopped': frontEnd,
  'Run-From-Zip is set to a remote URL': 'projectkudu/kudu, zipdeploy',
  'Cannot find required .azurefunctions directory at root level': 'deployment service of Flex Consumption',
  'Cannot swap slots for site': 'App Service, operation slotsswap',
  'Cannot modify this site because another operation is in progress': 'App Service, operation slotsswap',
  ENOTFOUND: 'getaddrinfo, as Node names it',
  SELF_SIGNED_CERT_IN_CHAIN: 'OpenSSL, as Node names it',
  'The old code keeps running after a green deployment': 'no message: what one sees',
}
