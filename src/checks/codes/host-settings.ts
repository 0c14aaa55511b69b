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
    seen: 'With a byte order mark the host reads UTF-16; without one it reports `Unable to parse host configuration file`. Other tools fail in either case.',
    fix: 'Save the file as UTF-8.',
    source:
      '`File.ReadAllText` of .NET as used by `src/WebJobs.Script/Config/HostJsonFileConfigurationSource.cs` of Azure/azure-functions-host',
  },
  'json-duplicate-key': {
    severity: 'warning',
    title: 'A key is there twice',
    wrong:
      'An object has the same key twice. In host.json the case of keys does not matter, so keys that differ only in case are the same.',
    seen: 'Nothing is logged; the last one wins.',
    fix: 'Remove one of them.',
    source: '`JObject.Parse` of Newtonsoft.Json; Microsoft.Extensions.Configuration',
  },
  'function-not-allowed': {
    severity: 'warning',
    title: "The list 'functions' hides a function",
    wrong:
      'The top-level list `functions` of host.json is an allow-list, and a function of the project is not in it.',
    seen: '`A function allow list has been specified, excluding all but the following functions:`; the others are not listed.',
    fix: 'Add the function to the list, or remove the list.',
    source: '`src/WebJobs.Script/Host/FunctionMetadataManager.cs` of Azure/azure-functions-host',
  },
  'function-timeout-invalid': {
    severity: 'error',
    title: 'functionTimeout is no time span',
    wrong: 'The value is no .NET time span, or shorter than one second.',
    seen: '`FunctionTimeout must be greater than 00:00:01 and less than 00:10:00.` or a conversion error; the host does not start.',
    fix: 'Write hours, minutes and seconds: `"functionTimeout": "00:10:00"`.',
    source: '`src/WebJobs.Script/Config/ScriptJobHostOptionsSetup.cs` of Azure/azure-functions-host',
  },
  'function-timeout-limit': {
    severity: 'error',
    title: 'functionTimeout is above the limit of the plan',
    wrong: 'The app is on the classic Consumption plan, which allows ten minutes at most and no `-1`.',
    seen: '`FunctionTimeout must be greater than 00:00:01 and less than 00:10:00.`; the host does not start.',
    fix: 'Lower the value, or move to Flex Consumption or Premium.',
    source: '`src/WebJobs.Script/Config/ScriptJobHostOptionsSetup.cs` of Azure/azure-functions-host',
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
    wrong: 'The value is none of the profiles that the host knows.',
    seen: '`NotSupportedException` at start; the host does not start.',
    fix: 'Write `"configurationProfile": "mcp-custom-handler"`, or remove the key.',
    source: '`HostConfigurationProfileTests` of Azure/azure-functions-host',
  },
  'extension-bundle-incomplete': {
    severity: 'error',
    title: 'The extension bundle lacks its id or version',
    wrong: '`extensionBundle` needs both `id` and `version`.',
    seen: '`The value of version property in extensionBundle section of host.json file is invalid or missing.` (or of `id`); the host does not start.',
    fix: 'Write:\n\n```json\n"extensionBundle": {\n  "id": "Microsoft.Azure.Functions.ExtensionBundle",\n  "version": "[4.*, 5.0.0)"\n}\n```',
    source: '`ExtensionBundleConfigurationHelper` of Azure/azure-functions-host',
  },
  'extension-bundle-range': {
    severity: 'error',
    title: "The extension bundle's version is no range",
    wrong: 'The value is no NuGet version range, or no version can be in it.',
    seen: '`The value of version property in extensionBundle section of host.json file is invalid or missing.`, or `Bundle version matching the [5.0.0, 4.0.0) was not found`.',
    fix: 'Write `"version": "[4.*, 5.0.0)"`.',
    source: '`ExtensionBundleConfigurationHelper` of Azure/azure-functions-host; NuGet.Versioning',
  },
  'extension-bundle-old': {
    severity: 'warning',
    title: 'The extension bundle is deprecated',
    wrong: 'The range admits versions below 4 only.',
    seen: 'Functions run until the bundle is withdrawn; current host images no longer bring versions 2 and 3, so starts get slower.',
    fix: 'Write `"version": "[4.*, 5.0.0)"`.',
    source: 'extension bundle pages of Azure Functions; images of Azure/azure-functions-docker',
  },
  'extension-bundle-narrow': {
    severity: 'warning',
    title: "The extension bundle's range is narrow",
    wrong: 'The range admits less than one major version.',
    seen: '`Bundle version matching the [4.35.0, 4.36.0) was not found`, some time after the bundle is withdrawn.',
    fix: 'Write `"version": "[4.*, 5.0.0)"`.',
    source: '`src/WebJobs.Script/ExtensionBundle/ExtensionBundleManager.cs` of Azure/azure-functions-host',
  },
  'extension-bundle-missing': {
    severity: 'error',
    title: 'A binding needs an extension bundle',
    wrong: 'A function uses a binding other than HTTP and timer, and host.json has no `extensionBundle`.',
    seen: "`The binding type(s) 'queueTrigger' are not registered. Please ensure the type is correct and the binding extension is installed.`; the function is not listed.",
    fix: 'Add to host.json:\n\n```json\n"extensionBundle": {\n  "id": "Microsoft.Azure.Functions.ExtensionBundle",\n  "version": "[4.*, 5.0.0)"\n}\n```',
    source: '`src/WebJobs.Script/Description/FunctionDescriptorProvider.cs` of Azure/azure-functions-host',
  },
} as const satisfies Record<string, CodeDescription>
