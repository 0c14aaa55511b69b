/**
 * What docs/findings.md says about bindings.
 * Texts only.
 */
import type { CodeDescription } from '../../findings'

export const bindingCodes = {
  'function-bindings': {
    severity: 'error',
    title: 'No bindings',
    wrong:
      'The key `bindings` (in lower case) is missing, is no list, is empty, or holds something that is no object.',
    seen: "`The 'Hello' function is in error: At least one binding must be declared.`; the function is not listed, the others run.",
    fix: 'Write a list with the trigger and the other bindings.',
    source: '`src/WebJobs.Script/Description/FunctionDescriptorProvider.cs` of Azure/azure-functions-host',
  },
  'binding-name': {
    severity: 'error',
    title: 'A binding name is invalid',
    wrong:
      'A name is a letter followed by letters and digits, or `$return`. Underscores and hyphens are not allowed.',
    seen: "`The 'Hello' function is in error: The binding name my_queue is invalid. Please assign a valid name to the binding.`; the function is not listed, the others run.",
    fix: 'Rename it, also where the Go code uses it.',
    source: '`src/WebJobs.Script/Utility.cs` of Azure/azure-functions-host',
  },
  'binding-name-repeated': {
    severity: 'error',
    title: 'Two bindings of the same name',
    wrong: 'Names are compared without case.',
    seen: "`The 'Hello' function is in error: Multiple bindings with name 'req' discovered. Binding names must be unique.`; the function is not listed, the others run.",
    fix: 'Rename one of them.',
    source: '`src/WebJobs.Script/Description/FunctionDescriptorProvider.cs` of Azure/azure-functions-host',
  },
  'binding-type-missing': {
    severity: 'error',
    title: 'A binding has no type',
    wrong: 'Every binding needs a `type`.',
    seen: "`The 'Hello' function is in error: Binding 'req' is invalid. Bindings must specify a Type.`; the function is not listed, the others run.",
    fix: 'Add the type.',
    source: '`src/WebJobs.Script/Description/FunctionDescriptorProvider.cs` of Azure/azure-functions-host',
  },
  'binding-type-unknown': {
    severity: 'warning',
    title: 'A binding type looks mistyped',
    wrong: 'The type is not known and differs from a known one by a letter or two.',
    seen: "`The 'Hello' function is in error: The binding type(s) 'httTrigger' were not found in the configured extension bundle. Please ensure the type is correct and the correct version of extension bundle is configured`; the function is not listed, the others run.",
    fix: 'Correct the spelling.',
    source: '`src/WebJobs.Script/Description/FunctionDescriptorProvider.cs` of Azure/azure-functions-host',
  },
  'binding-direction': {
    severity: 'error',
    title: 'A binding has the wrong direction',
    wrong:
      'The direction is none of `in`, `out`, `inout`, or an output has none (which means `in`), or a trigger is `out`.',
    seen: "`The 'Hello' function is in error: 'output' is not a valid binding direction.`; the function is not listed, the others run.",
    fix: 'Write `"direction": "out"` for outputs, `"in"` for triggers.',
    source:
      '`src/WebJobs.Script.Abstractions/Description/Binding/BindingMetadata.cs` of Azure/azure-functions-host',
  },
  'binding-return-direction': {
    severity: 'error',
    title: '$return is not an output',
    wrong: 'The name `$return` stands for the return value.',
    seen: "`The 'Hello' function is in error: $return bindings must specify a direction of 'out'.`; the function is not listed, the others run.",
    fix: 'Write `"direction": "out"`, or use another name.',
    source: '`src/WebJobs.Script/Utility.cs` of Azure/azure-functions-host',
  },
  'binding-value': {
    severity: 'error',
    title: 'A binding has an impossible value',
    wrong: '`dataType` is string, binary or stream; `cardinality` is one or many.',
    seen: "`The 'Hello' function is in error: Error converting value to type DataType`; the function is not listed, the others run.",
    fix: 'Write one of the possible values.',
    source: 'schemas/json/function.json of Azure/azure-functions-host',
  },
  'trigger-missing': {
    severity: 'error',
    title: 'A function has no trigger',
    wrong: 'None of the bindings has a type that ends in `Trigger`.',
    seen: "`The 'Hello' function is in error: No trigger binding specified. A function must have a trigger input binding.`; the function is not listed, the others run.",
    fix: 'Add a trigger.',
    source: '`src/WebJobs.Script/Description/FunctionDescriptorProvider.cs` of Azure/azure-functions-host',
  },
  'trigger-repeated': {
    severity: 'error',
    title: 'A function has more than one trigger',
    wrong: 'Exactly one binding may be a trigger.',
    seen: "`The 'Hello' function is in error: Multiple trigger bindings defined. A function can only have a single trigger binding.`; the function is not listed, the others run.",
    fix: 'Make a function of its own for each trigger.',
    source: '`src/WebJobs.Script/Description/FunctionDescriptorProvider.cs` of Azure/azure-functions-host',
  },
  'http-output-missing': {
    severity: 'warning',
    title: 'An HTTP function without HTTP output',
    wrong: 'Without an `http` output the host does not forward the request and has no reply to send.',
    seen: 'Callers get an empty reply.',
    fix: 'Add `{ "type": "http", "direction": "out", "name": "res" }`.',
    source: '`FunctionMetadataExtensions.cs` of Azure/azure-functions-host',
  },
  'timer-schedule': {
    severity: 'error',
    title: 'A timer schedule is invalid',
    wrong:
      'A schedule has six fields (seconds first) or five (without seconds), or is a setting such as `%Schedule%`. Time spans work on the Dedicated and Premium plans only.',
    seen: "`The 'Hello' function is in error: The schedule expression '0 */5 * *' was not recognized as a valid cron expression or timespan string.`; the function is not listed, the others run.",
    fix: 'Write for example `"0 */5 * * * *"` for every five minutes.',
    source: '`CronSchedule` of Azure/azure-webjobs-sdk-extensions; NCrontab',
  },
  'trigger-connection': {
    severity: 'warning',
    title: 'A connection has no app setting',
    wrong: 'The trigger names a connection for which the app has no setting.',
    seen: "The listener of the function fails: `Storage account connection string 'AzureWebJobsQueue' does not exist.` or similar.",
    fix: 'Add the app setting, or settings `NAME__serviceUri` and others for an identity.',
    source: 'binding reference of Azure Functions',
  },
  'blob-trigger-source': {
    severity: 'error',
    title: 'A blob trigger without Event Grid on Flex',
    wrong: 'The Flex Consumption plan does not poll for blobs.',
    seen: "`The 'Hello' function is in error: The Flex Consumption SKU only supports EventGrid as the source for BlobTrigger functions.`; the function is not listed, the others run.",
    fix: 'Write `"source": "EventGrid"` and create the event subscription.',
    source: '`src/WebJobs.Script/Host/ScriptHost.cs` of Azure/azure-functions-host',
  },
} as const satisfies Record<string, CodeDescription>
