/**
 * What docs/findings.md says about single triggers.
 * Texts only.
 */
import type { CodeDescription } from '../../findings'

export const triggerCodes = {
  'http-output-missing': {
    severity: 'warning',
    title: 'An HTTP function without HTTP output',
    wrong:
      'Without an `http` output the host does not forward the request, whatever host.json says: it posts the invocation to `/FunctionName`.',
    seen: 'With a handler that expects the forwarded request: 404 or plain text of the handler gives 500. With one that speaks the contract: `ReturnValue` is the reply (200); an answer with `Outputs` only is an empty 204.',
    fix: 'Add `{ "type": "http", "direction": "out", "name": "res" }`.',
    source:
      '`FunctionMetadataExtensions.cs` and `HttpScriptInvocationResultExtensions.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'timer-schedule': {
    severity: 'error',
    title: 'A timer schedule is invalid',
    wrong:
      'A schedule has six fields (seconds first) or five (without seconds), or is a time span such as `00:05:00`, or a setting such as `%Schedule%`. Time spans fail on the Windows Consumption plan only.',
    seen: "`The 'Hello' function is in error: Microsoft.Azure.WebJobs.Host: Error indexing method 'Functions.Hello'. Microsoft.Azure.WebJobs.Extensions: The schedule expression '0 */5 * *' was not recognized as a valid cron expression or timespan string.`; the function is listed, in error, and answers 404; the others run. No schedule: `Can't figure out which ctor to call.`; a setting that is missing: `'%Missing%' does not resolve to a value.`",
    fix: 'Write for example `"0 */5 * * * *"` for every five minutes.',
    source:
      '`TimerSchedule.cs` and `CronSchedule.cs` of Azure/azure-webjobs-sdk-extensions; NCrontab; run, 4.1037.0',
  },
  'trigger-storage-name': {
    severity: 'error',
    title: 'The name of a queue or a container is impossible',
    wrong:
      'A queue has 3 to 63 letters, digits and single hyphens. The path of a blob trigger is `container` or `container/blob`; the container has 3 to 63 lower-case letters, digits and single hyphens and no expression in braces.',
    seen: "`The 'Hello' function is in error: Microsoft.Azure.WebJobs.Host: Error indexing method 'Functions.Hello'. Microsoft.Azure.WebJobs.Extensions.Storage.Queues: A queue name can contain only letters, numbers, and dash(-) characters - \"under_score\" (Parameter 'name').`; the function is listed, in error, and answers 404; the others run. A blob path with an expression in its blob part is not checked before the host listens: an impossible container then ends the whole host, `An unhandled exception has occurred. Host is shutting down. Azure.RequestFailedException: The specified resource name length is not within the permissible limits.`",
    fix: 'Correct the name.',
    source:
      '`QueueClient.cs`, `BlobPathSource.cs` and `BlobNameValidationAttribute.cs` of the storage extension; the naming rules of Azure Storage; run, 4.1037.0',
  },
  'trigger-setting': {
    severity: 'error',
    title: 'An app setting in a trigger is missing',
    wrong:
      'A value such as `%Schedule%` stands for an app setting. The finding is a warning while the settings of the app are not known, and a notice for a function that is switched off.',
    seen: "`The 'Hello' function is in error: Microsoft.Azure.WebJobs.Host: Error indexing method 'Functions.Hello'. Microsoft.Azure.WebJobs.Host: '%Missing%' does not resolve to a value.`; the function is listed, in error, and answers 404; the others run.",
    fix: 'Add the app setting.',
    source: '`NameResolverExtensions.cs` of Azure/azure-webjobs-sdk; run, 4.1037.0',
  },
  'trigger-connection': {
    severity: 'error',
    title: 'A connection has no app setting',
    wrong:
      'The trigger names a connection for which the app has neither a setting nor a connection string, in any of its forms: `NAME`, `AzureWebJobsNAME`, `ConnectionStrings:NAME`, or settings for an identity such as `NAME__fullyQualifiedNamespace`. The finding is a notice for a function that is switched off.',
    seen: "`The 'Hello' function is in error: Microsoft.Azure.WebJobs.Host: Error indexing method 'Functions.Hello'. Microsoft.Azure.WebJobs.Extensions.Storage.Queues: Storage account connection string 'AzureWebJobsOrders' does not exist. Make sure that it is a defined App Setting.`; the function is listed, in error, and answers 404; the others run; triggers of other extensions fail at their listener.",
    fix: 'Add the app setting, or settings `NAME__serviceUri` and others for an identity.',
    source:
      '`StorageAccountProvider.cs` and `IConfigurationExtensions.cs` of Azure/azure-webjobs-sdk; run, 4.1037.0',
  },
  'blob-trigger-source': {
    severity: 'error',
    title: 'The source of a blob trigger is impossible',
    wrong:
      'The Flex Consumption plan does not poll for blobs: `source` must be `EventGrid` there. On every plan it is `EventGrid` or `LogsAndContainerScan`.',
    seen: "`The 'Hello' function is in error: The Flex Consumption SKU only supports EventGrid as the source for BlobTrigger functions. Please update function 'Hello' to use EventGrid. For more information see https://aka.ms/blob-trigger-eg.`; the function is listed, in error, and answers 404; the others run. Another word: `Unable to configure binding 'item' of type 'blobTrigger'. This may indicate invalid function.json properties. Could not convert 'Missing' to BlobTriggerSource.`",
    fix: 'Write `"source": "EventGrid"` and create the event subscription.',
    source:
      '`src/WebJobs.Script/Host/ScriptHost.cs` of Azure/azure-functions-host; `BlobTriggerSource` of the storage extension',
  },
} as const satisfies Record<string, CodeDescription>
