/**
 * What docs/findings.md says about functions and the settings of their app.
 * Texts only.
 */
import type { CodeDescription } from '../../findings'

export const settingsCodes = {
  'binding-setting': {
    severity: 'error',
    title: 'An app setting in a binding is missing',
    wrong:
      'A value such as `%Name%` in a binding stands for an app setting, and the app has none of that name: neither a setting (`A:B` is `A__B`), nor a connection string, nor a variable of the platform. The finding is a warning in the text of a query, where percent signs are wildcards as well, and a notice for a function that is switched off.',
    seen: "`'%Name%' does not resolve to a value.` when the function is called or its listener starts.",
    fix: 'Add the app setting, or write the value itself.',
    source: '`NameResolverExtensions.cs` and `DefaultNameResolver.cs` of Azure/azure-webjobs-sdk',
  },
  'binding-connection': {
    severity: 'warning',
    title: 'The connection of an input or output has no app setting',
    wrong:
      'The binding names a connection for which the app has neither a setting nor a connection string, in any of its forms. The function fails when the binding is used.',
    seen: "`Storage account connection string 'AzureWebJobsOrders' does not exist. Make sure that it is a defined App Setting.` when the function is called.",
    fix: 'Add the app setting, or settings `NAME__serviceUri` and others for an identity.',
    source: '`StorageAccountProvider.cs` and `IConfigurationExtensions.cs` of Azure/azure-webjobs-sdk',
  },
  'function-switched-off': {
    severity: 'notice',
    title: 'A function is switched off',
    wrong:
      'The app setting `AzureWebJobs.NAME.Disabled` is `true` or `1`. The finding is an error when `verify-path` calls this function, and when every function of the app is off.',
    seen: 'The function is listed, is not triggered, and answers 404.',
    fix: 'Remove the setting, or let `verify-path` name another function.',
    source: '`HostListenerFactory.cs` of Azure/azure-webjobs-sdk; run, 4.1037.0',
  },
  'verify-path-keyed': {
    severity: 'error',
    title: 'verify-path wants a key',
    wrong: '`verify-path` calls a function whose `authLevel` is not `anonymous`, and no key is sent.',
    seen: '401',
    fix: 'Name an anonymous function in `verify-path`, or leave `verify-keys` on.',
    source: '`FunctionAuthorizationHandler.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'site-storage-missing': {
    severity: 'error',
    title: 'AzureWebJobsStorage is missing',
    wrong:
      'The app has no storage for its host, or `UseDevelopmentStorage=true`. Every trigger but HTTP needs it, and so do HTTP functions with keys, unless `AzureWebJobsSecretStorageType` is `files`; Linux Consumption keeps the package there. The finding is a notice where nothing needs the storage.',
    seen: '`Microsoft.Azure.WebJobs.Host: Error indexing method …`, keys that cannot be loaded, or an app that does not start.',
    fix: 'Set `AzureWebJobsStorage__accountName` or `AzureWebJobsStorage`.',
    source:
      'Microsoft Learn, "App settings reference for Azure Functions"; `DefaultSecretManagerProvider.cs` of Azure/azure-functions-host',
  },
  'host-json-overridden': {
    severity: 'notice',
    title: 'App settings replace values of host.json',
    wrong:
      'App settings such as `AzureFunctionsJobHost__extensions__http__routePrefix` replace values of host.json. The checks and the routes in the report hold for the values of the app settings.',
    seen: 'Routes or timeouts that host.json does not have.',
    fix: 'Remove the settings where host.json is meant to decide.',
    source:
      '`ScriptHostBuilderExtensions.cs` of Azure/azure-functions-host; Microsoft Learn, "host.json reference"',
  },
  'app-lacks-variable': {
    severity: 'notice',
    title: 'The app lacks a variable that the code reads',
    wrong:
      'The Go code reads an environment variable for which the app has no setting. The finding is a warning when the rehearsed handler named the variable as it ended.',
    seen: 'An empty value, or a handler that ends at its start.',
    fix: '```sh\naz functionapp config appsettings set --settings NAME=value --name <app> --resource-group <group>\n```',
    source: 'The calls of `os.Getenv` and its like, struct tags and configuration libraries in the Go code',
  },
  'timer-time-zone': {
    severity: 'warning',
    title: 'A time zone that the plan does not support',
    wrong:
      'The app has a timer and `WEBSITE_TIME_ZONE` or `TZ`, which are not supported on Linux Consumption and Flex Consumption.',
    seen: 'Timers that run in UTC, failing TLS connections, or metrics that stop.',
    fix: 'Write the schedule in UTC and remove the setting.',
    source: 'Microsoft Learn, "Timer trigger for Azure Functions", time zones',
  },
} as const satisfies Record<string, CodeDescription>
