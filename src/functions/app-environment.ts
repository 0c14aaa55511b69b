/**
 * What an app in Azure finds in its environment besides its own settings: what the platform sets, and under which
 * names its connection strings stand. One table; it reads no app and judges nothing.
 */

/**
 * Variables of every app. Sources: learn.microsoft.com "Environment variables and app settings in Azure App Service"
 * and "App settings reference for Azure Functions"; EnvironmentSettingNames.cs of azure-functions-host.
 */
const platformNames: ReadonlySet<string> = new Set(
  [
    'HOME HOSTNAME PATH PWD USER LANG TMPDIR TEMP TMP SHLVL TERM',
    'REGION_NAME COMPUTERNAME PLATFORM_VERSION NUMBER_OF_PROCESSORS WEBSOCKET_CONCURRENT_REQUEST_LIMIT',
    'IDENTITY_ENDPOINT IDENTITY_HEADER MSI_ENDPOINT MSI_SECRET',
    'PORT ASPNETCORE_URLS AZURE_FUNCTIONS_ENVIRONMENT ASPNETCORE_ENVIRONMENT',
    'FUNCTIONS_CUSTOMHANDLER_PORT FUNCTIONS_HTTPWORKER_PORT FUNCTIONS_WORKER_DIRECTORY FUNCTIONS_LOGS_MOUNT_PATH',
    'CONTAINER_NAME CONTAINER_ENCRYPTION_KEY CONTAINER_START_CONTEXT_SAS_URI MESH_INIT_URI FABRIC_NODEIPORFQDN',
    'AZUREWEBJOBSSCRIPTROOT AZUREWEBJOBSENVIRONMENT HOME_EXPANDED ORYX_ENV_TYPE',
  ].flatMap((line) => line.split(' ')),
)
const platformPrefixes = /^(?:WEBSITE_|APPSETTING_|SCM_|LEGION_|APPSVC_)/

/** Whether the platform gives an app a variable of that name, in any case. */
export function isPlatformVariable(name: string): boolean {
  const upper = name.toUpperCase()
  return platformNames.has(upper) || platformPrefixes.test(upper)
}

/** A connection string of an app, as its own list holds it beside the settings. */
export interface ConnectionString {
  readonly name: string
  /** For example `SQLAzure` or `Custom`. */
  readonly type: string
}

/** Beginnings of the variables, by type; a type that is not named has that of `Custom`. */
const variablePrefixes: Readonly<Record<string, string>> = {
  sqlazure: 'SQLAZURECONNSTR_',
  sqlserver: 'SQLCONNSTR_',
  mysql: 'MYSQLCONNSTR_',
  postgresql: 'POSTGRESQLCONNSTR_',
}

/**
 * The names under which a connection string is found: its variable, and the key that .NET makes of it
 * (EnvironmentVariablesConfigurationProvider.cs of dotnet/runtime).
 */
export function namesOfConnectionString({ name, type }: ConnectionString): readonly string[] {
  const prefix = variablePrefixes[type.toLowerCase()] ?? 'CUSTOMCONNSTR_'
  return [`${prefix}${name}`, `ConnectionStrings:${name}`]
}
