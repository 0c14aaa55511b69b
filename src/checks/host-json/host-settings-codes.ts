/**
 * What docs/findings.md says about settings in host.json that are not about the handler.
 * Texts only.
 */
import type { CodeDescription } from '../../findings'

export const hostSettingCodes = {
  'json-encoding': {
    severity: 'warning',
    title: 'A JSON file is not UTF-8',
    wrong: 'host.json or a function.json is written in UTF-16, or holds bytes that are no UTF-8.',
    seen: 'With a byte order mark the host reads UTF-16. Without one, host.json gives `Unable to parse host configuration file` and a function.json `At least one binding must be declared.` Bytes that are no UTF-8 spoil the text around them: a route `caf\u00e9` then answers 404.',
    fix: 'Save the file as UTF-8.',
    source:
      '`File.ReadAllText` of .NET as used by `src/WebJobs.Script/Config/HostJsonFileConfigurationSource.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'json-duplicate-key': {
    severity: 'warning',
    title: 'A key is there twice',
    wrong:
      'An object has the same key twice. In host.json the case of keys does not matter, so keys that differ only in case are the same.',
    seen: 'Nothing is logged. The last one wins; in host.json, sections and lists whose names differ only in case are merged.',
    fix: 'Remove one of them.',
    source: '`JObject.Parse` of Newtonsoft.Json; Microsoft.Extensions.Configuration; run, 4.1037.0',
  },
  'function-not-allowed': {
    severity: 'notice',
    title: "The list 'functions' hides a function",
    wrong:
      'The top-level list `functions` of host.json is an allow-list (an object counts by its values), and a function of the project is not in it.',
    seen: '`A function allow list has been specified, excluding all but the following functions:`; the others are listed and answer 404.',
    fix: 'Add the function to the list, or remove the list.',
    source:
      '`src/WebJobs.Script/Host/FunctionMetadataManager.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'functions-all-hidden': {
    severity: 'error',
    title: "The list 'functions' hides every function",
    wrong: 'None of the names in the top-level list `functions` is a function of the project.',
    seen: '`No job functions found. Try making your job classes and methods public.`; the handler is never started and every route answers 404.',
    fix: 'Correct the names, or remove the list.',
    source:
      '`src/WebJobs.Script/Host/FunctionMetadataManager.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'host-setting-value': {
    severity: 'error',
    title: 'A value in host.json cannot be converted',
    wrong:
      'A setting has a value of the wrong type or outside of its limits: for example in `singleton`, `aggregator`, `concurrency`, `extensions.http`, `fileWatchingEnabled`, `logging.fileLoggingMode`. An empty text and null are no number and no flag either.',
    seen: "`Failed to convert configuration value '1.5' at 'AzureFunctionsJobHost:extensions:Http:MaxConcurrentRequests' to type 'System.Int32'.`, or `Specified argument was out of the range of valid values. (Parameter 'value').`; the host does not start.",
    fix: 'Correct the value, or remove the key.',
    source:
      'binder of Microsoft.Extensions.Configuration; `ScriptJobHostOptions.cs` of Azure/azure-functions-host; `SingletonOptions.cs`, `ConcurrencyOptions.cs` and `FunctionResultAggregatorOptions.cs` of Azure/azure-webjobs-sdk; run, 4.1037.0',
  },
  'log-level-unknown': {
    severity: 'error',
    title: 'A log level is unknown',
    wrong:
      'A value in `logging.logLevel` must be Trace, Debug, Information, Warning, Error, Critical or None. Info, Warn and Verbose are names of other loggers; the host does not know them.',
    seen: "`Configuration value 'Info' is not supported.`; the host does not start.",
    fix: 'Write `"Information"` for Info and Verbose, `"Warning"` for Warn.',
    source: '`LoggerFilterConfigureOptions` of Microsoft.Extensions.Logging.Configuration; run, 4.1037.0',
  },
  'host-retry-invalid': {
    severity: 'error',
    title: 'The retry policy of host.json is refused',
    wrong:
      'The section `retry` lacks what its strategy needs: `maxRetryCount` (-1 or more) and `delayInterval` for fixedDelay, `minimumInterval` and `maximumInterval` for exponentialBackoff, which is the default.',
    seen: "`Value cannot be null. (Parameter 'DelayInterval').`; the host does not start.",
    fix: 'Complete it, or remove it; a function.json can have a policy of its own.',
    source:
      '`src/WebJobs.Script/Utility.cs` of Azure/azure-functions-host (`ValidateRetryOptions`); run, 4.1037.0',
  },
  'requests-refused': {
    severity: 'error',
    title: 'No request is answered',
    wrong:
      'A limit in `extensions.http` is 0 or below -1, or a value of `extensions.http.hsts` cannot be converted. The host starts, and fails at each request.',
    seen: 'Every request answers 500. With a bad value in `hsts` the pages of the host itself do so as well.',
    fix: 'Write a limit of 1 or more, or -1 for none; correct or remove the keys of `hsts`.',
    source:
      '`HttpOptions` of Azure/azure-webjobs-sdk-extensions; `HostHstsOptionsSetup.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'function-timeout-invalid': {
    severity: 'error',
    title: 'functionTimeout is no time span',
    wrong:
      'The value is no .NET time span, or shorter than one second. null and an empty text mean the default.',
    seen: "`Failed to convert configuration value '10 minutes' at 'AzureFunctionsJobHost:FunctionTimeout' to type 'System.TimeSpan'.`, or `FunctionTimeout must be greater than 00:00:01 and less than 10675199.02:48:05.4775807.`; the host does not start.",
    fix: 'Write hours, minutes and seconds: `"functionTimeout": "00:10:00"`.',
    source:
      '`src/WebJobs.Script/Config/ScriptJobHostOptionsSetup.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'function-timeout-limit': {
    severity: 'error',
    title: 'functionTimeout is above the limit of the plan',
    wrong: 'The app is on the classic Consumption plan, which allows ten minutes at most and no `-1`.',
    seen: '`FunctionTimeout must be greater than 00:00:01 and less than 00:10:00.`; the host does not start.',
    fix: 'Lower the value, or move to Flex Consumption or Premium.',
    source:
      '`src/WebJobs.Script/Config/ScriptJobHostOptionsSetup.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'function-timeout-long': {
    severity: 'notice',
    title: 'functionTimeout would be refused on classic Consumption',
    wrong: 'The value is above ten minutes or `-1`, and the plan of the app is not known here.',
    seen: 'On the classic Consumption plan only: `FunctionTimeout must be greater than 00:00:01 and less than 00:10:00.`',
    fix: 'Nothing on the other plans.',
    source: '`src/WebJobs.Script/Config/ScriptJobHostOptionsSetup.cs` of Azure/azure-functions-host',
  },
  'route-prefix-misplaced': {
    severity: 'warning',
    title: "routePrefix is under 'http'",
    wrong:
      'The key stands under `http`, where version 1 of the host read it, and not under `extensions.http`.',
    seen: 'Nothing is logged; routes keep the prefix `api`, so expected addresses answer 404.',
    fix: 'Move it: `"extensions": { "http": { "routePrefix": "" } }`.',
    source: 'HTTP section of the host.json reference',
  },
  'configuration-profile-unknown': {
    severity: 'error',
    title: 'Unknown configurationProfile',
    wrong: 'The host does not know this profile.',
    seen: 'The host does not start.',
    fix: 'Write `"configurationProfile": "mcp-custom-handler"`, or remove the key.',
    source: '`HostConfigurationProfileTests` of Azure/azure-functions-host',
  },
  'extension-bundle-incomplete': {
    severity: 'error',
    title: 'The extension bundle lacks its id or version',
    wrong: '`extensionBundle` needs both `id` and `version`.',
    seen: '`The value of version property in extensionBundle section of host.json file is invalid or missing.` (or of `id`); the host does not start.',
    fix: 'Write:\n\n```json\n"extensionBundle": {\n  "id": "Microsoft.Azure.Functions.ExtensionBundle",\n  "version": "[4.*, 5.0.0)"\n}\n```',
    source: '`ExtensionBundleConfigurationHelper` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'extension-bundle-range': {
    severity: 'error',
    title: "The extension bundle's version is no range",
    wrong: 'The value is no NuGet version range, or no version can be in it.',
    seen: '`The value of version property in extensionBundle section of host.json file is invalid or missing.`; the host does not start.',
    fix: 'Write `"version": "[4.*, 5.0.0)"`.',
    source:
      '`ExtensionBundleConfigurationHelper` of Azure/azure-functions-host; NuGet.Versioning; run, 4.1037.0',
  },
  'extension-bundle-id': {
    severity: 'error',
    title: "The extension bundle's id is invalid",
    wrong: 'The value is no package id: blanks and colons cannot be in one.',
    seen: '`The value of id property in extensionBundle section of host.json file is invalid or missing.`; the host does not start.',
    fix: 'Write `"id": "Microsoft.Azure.Functions.ExtensionBundle"`.',
    source:
      '`ExtensionBundleConfigurationHelper` of Azure/azure-functions-host; NuGet.Packaging; run, 4.1037.0',
  },
  'extension-bundle-unknown': {
    severity: 'warning',
    title: 'The extension bundle has an id that nobody knows',
    wrong:
      'The id is a valid one, but neither `Microsoft.Azure.Functions.ExtensionBundle` nor one of its `.Preview`, `.Experimental` and `.Workflows`. Its case counts.',
    seen: 'Nothing when there is such a bundle. Otherwise the host cannot download it and does not start.',
    fix: 'Write `"id": "Microsoft.Azure.Functions.ExtensionBundle"`.',
    source: '`src/WebJobs.Script/ExtensionBundle/ExtensionBundleManager.cs` of Azure/azure-functions-host',
  },
  'extension-bundle-too-old': {
    severity: 'error',
    title: 'The extension bundle is older than the host accepts',
    wrong:
      'The newest bundle in the range is below 2.6.1, as with `[1.*, 2.0.0)`. Apps with HTTP triggers only are refused as well.',
    seen: '`Referenced bundle Microsoft.Azure.Functions.ExtensionBundle of version 1.8.1 does not meet the required minimum version of 2.6.1. Update your extension bundle reference in host.json to reference 2.6.1 or later.`; no function answers.',
    fix: 'Write `"version": "[4.*, 5.0.0)"`. For Cosmos DB some keys of function.json have other names there.',
    source:
      '`extensionrequirements.json` and `ScriptStartupTypeLocator.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'extension-bundle-no-match': {
    severity: 'error',
    title: 'No extension bundle is in the range',
    wrong: 'The range is valid, but no bundle of such a version was ever published.',
    seen: "`Value cannot be null. (Parameter 'input')`; the host does not start.",
    fix: 'Write `"version": "[4.*, 5.0.0)"`.',
    source:
      '`src/WebJobs.Script/ExtensionBundle/ExtensionBundleManager.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'extension-bundle-beyond-known': {
    severity: 'warning',
    title: 'The extension bundle is newer than those known here',
    wrong:
      'The range begins above the newest bundle in our table; whether such a bundle is out cannot be known without the network.',
    seen: "Nothing when it is out. Otherwise `Value cannot be null. (Parameter 'input')`; the host does not start.",
    fix: 'Write `"version": "[4.*, 5.0.0)"`, or make sure that the bundle is published.',
    source: 'recordings of the host with the bundles 1.0.0 to 4.32.0',
  },
  'extension-bundle-old': {
    severity: 'notice',
    title: 'The extension bundle is no longer supported',
    wrong:
      'The range admits versions below 4 only. Support of bundles 1 to 3 ended on 2026-05-30; 2 and 3 still run.',
    seen: 'Functions run. Current host images no longer bring versions 2 and 3, so the host downloads them when it starts.',
    fix: 'Write `"version": "[4.*, 5.0.0)"`.',
    source: 'extension bundle pages of Azure Functions; images of Azure/azure-functions-docker',
  },
  'extension-bundle-narrow': {
    severity: 'warning',
    title: "The extension bundle's range is narrow",
    wrong: 'The range admits less than one major version.',
    seen: "`Value cannot be null. (Parameter 'input')` in the host's error state, some time after the bundle is withdrawn; no function answers then.",
    fix: 'Write `"version": "[4.*, 5.0.0)"`.',
    source: '`src/WebJobs.Script/ExtensionBundle/ExtensionBundleManager.cs` of Azure/azure-functions-host',
  },
  'extension-bundle-missing': {
    severity: 'error',
    title: 'A binding needs an extension bundle',
    wrong:
      'A function uses a binding other than HTTP, timer, manual and warm-up, and host.json has no `extensionBundle`.',
    seen: "`The binding type(s) 'queueTrigger' are not registered. Please ensure the type is correct and the binding extension is installed.`; the function is listed, in error, and answers 404.",
    fix: 'Add to host.json:\n\n```json\n"extensionBundle": {\n  "id": "Microsoft.Azure.Functions.ExtensionBundle",\n  "version": "[4.*, 5.0.0)"\n}\n```',
    source:
      '`src/WebJobs.Script/Description/FunctionDescriptorProvider.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
} as const satisfies Record<string, CodeDescription>
