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
    seen: "`The 'Hello' function is in error: At least one binding must be declared.`; the host leaves the function out of its list; the others run. That is the sentence for a missing or empty list; an object: `Unable to cast object of type 'Newtonsoft.Json.Linq.JObject' to type 'Newtonsoft.Json.Linq.JArray'.`; a text, a number or null: `Unable to cast object of type 'Newtonsoft.Json.Linq.JValue' to type 'Newtonsoft.Json.Linq.JArray'.`; an entry that is no object: `Unable to cast object of type 'Newtonsoft.Json.Linq.JValue' to type 'Newtonsoft.Json.Linq.JObject'.`",
    fix: 'Write a list with the trigger and the other bindings.',
    source:
      '`src/WebJobs.Script/Host/HostFunctionMetadataProvider.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'binding-name': {
    severity: 'error',
    title: 'A binding name is invalid',
    wrong:
      'A name is a letter followed by letters and digits, or `$return`. Underscores and hyphens are not allowed.',
    seen: "`The 'Hello' function is in error: The binding name my_queue is invalid. Please assign a valid name to the binding.`; the function is listed, in error, and answers 404; the others run.",
    fix: 'Rename it, also where the Go code uses it.',
    source: '`src/WebJobs.Script/Utility.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'binding-name-repeated': {
    severity: 'error',
    title: 'Two bindings of the same name',
    wrong: 'Names are compared without case.',
    seen: "`The 'Hello' function is in error: Multiple bindings with name 'req' discovered. Binding names must be unique.`; the function is listed, in error, and answers 404; the others run.",
    fix: 'Rename one of them.',
    source:
      '`src/WebJobs.Script/Description/FunctionDescriptorProvider.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'binding-type-missing': {
    severity: 'error',
    title: 'A binding has no type',
    wrong: 'Every binding needs a `type`.',
    seen: "`The 'Hello' function is in error: Binding 'req' is invalid. Bindings must specify a Type.`; the function is listed, in error, and answers 404; the others run.",
    fix: 'Add the type.',
    source:
      '`src/WebJobs.Script/Description/FunctionDescriptorProvider.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'binding-type-unknown': {
    severity: 'error',
    title: 'A binding type is not known',
    wrong:
      'Without an extension bundle the host knows its own types only. With one, a type is an error when it differs from a known one by a letter or two; any other is a warning, because it may be newer than the table of this action.',
    seen: "`The 'Hello' function is in error: The binding type(s) 'queTrigger' were not found in the configured extension bundle. Please ensure the type is correct and the correct version of extension bundle is configured.`; the function is listed, in error, and answers 404; the others run; without a bundle: `The binding type(s) 'httTrigger' are not registered. Please ensure the type is correct and the binding extension is installed.`",
    fix: 'Correct the spelling.',
    source:
      '`src/WebJobs.Script/Description/FunctionDescriptorProvider.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'binding-direction': {
    severity: 'error',
    title: 'A binding has the wrong direction',
    wrong:
      'A direction must be `in`, `out` or `inout`, in any case, or its number. An `http` output must be `out`, and a trigger `in`; a missing direction means `in`. The finding is a warning for another output without its direction: the host takes that for an input and writes nothing.',
    seen: "No direction that exists: `The 'Hello' function is in error: 'output' is not a valid binding direction. Error converting value \"output\" to type 'Microsoft.Azure.WebJobs.Script.Description.BindingDirection'.`; the host leaves the function out of its list; the others run. An `http` binding that is an input: `Http binding can only be used for output.`; a trigger that is an output: `No trigger binding specified. A function must have a trigger input binding.`; an `httpTrigger` with `inout`: `Multiple bindings cannot be designated as HandlesReturnValue.`: the function is listed, in error, and answers 404.",
    fix: 'Write `"direction": "out"` for outputs, `"in"` for triggers.',
    source:
      '`src/WebJobs.Script.Abstractions/Description/Binding/BindingMetadata.cs` of Azure/azure-functions-host; `FunctionBinding.cs`, `WorkerFunctionDescriptorProvider.cs`; run, 4.1037.0',
  },
  'binding-return-direction': {
    severity: 'error',
    title: '$return is not an output',
    wrong: 'The name `$return` stands for the return value.',
    seen: "`The 'Hello' function is in error: $return bindings must specify a direction of 'out'.`; the function is listed, in error, and answers 404; the others run.",
    fix: 'Write `"direction": "out"`, or use another name.',
    source: '`src/WebJobs.Script/Utility.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'binding-value': {
    severity: 'error',
    title: 'A value in function.json is impossible',
    wrong:
      '`dataType` is string, binary or stream, `cardinality` one or many (any case, or a number; nothing and the empty text are allowed); `runOnStartup` and `useMonitor` are booleans; `configurationSource` is `config`; a list or an object stands where the host reads a text. Numbers and booleans are read as texts.',
    seen: "``The 'Hello' function is in error: Error converting value \"text\" to type 'System.Nullable`1[Microsoft.Azure.WebJobs.Script.Description.DataType]'. Path 'bindings[0].dataType', line 3, position 82. Requested value 'text' was not found.``; the host leaves the function out of its list; the others run. A list for a text: `Error reading string. Unexpected token: StartArray.` or `Can not convert Array to String.`; a switch of a timer: `Error parsing function.json: Invalid value specified for binding property 'runOnStartup' of type Boolean. String 'yes' was not recognized as a valid Boolean.` (listed, in error)",
    fix: 'Write one of the possible values.',
    source:
      '`src/WebJobs.Script.Abstractions/Description/Binding/BindingMetadata.cs` of Azure/azure-functions-host; `ScriptBindingContext.cs`; run, 4.1037.0',
  },
  'binding-property-missing': {
    severity: 'error',
    title: 'A binding lacks a property that its extension needs',
    wrong:
      'For example `path` of a blob binding or `queueName` of a queue. Each extension has its own; what its attribute cannot be made without is needed.',
    seen: "`The 'Hello' function is in error: Unable to configure binding 'item' of type 'blob'. This may indicate invalid function.json properties. Can't figure out which ctor to call.`; the function is listed, in error, and answers 404; the others run.",
    fix: 'Add the property.',
    source:
      '`src/WebJobs.Script/Binding/GeneralScriptBindingProvider.cs` of Azure/azure-functions-host; `AttributeConverter.cs` of Azure/azure-webjobs-sdk; the attributes of the extensions; run, 4.1037.0',
  },
  'binding-property-renamed': {
    severity: 'error',
    title: 'A property has another name with extension bundle 4',
    wrong:
      'Version 4 of the Cosmos DB extension, which came with bundle 4, says container for collection: `collectionName` became `containerName`, `connectionStringSetting` became `connection`, `leaseCollectionName` became `leaseContainerName`. The old names are not read. The finding is a warning where the extension has a default for the property.',
    seen: "`The 'Hello' function is in error: Unable to configure binding 'items' of type 'cosmosDBTrigger'. This may indicate invalid function.json properties. Can't figure out which ctor to call.`; the function is listed, in error, and answers 404; the others run; an input or output fails with each call.",
    fix: 'Rename the property, also where the Go code builds it.',
    source:
      '`CosmosDBTriggerAttribute.cs` and `CosmosDBAttribute.cs` of Azure/azure-webjobs-sdk-extensions; by reading, not by running',
  },
  'trigger-missing': {
    severity: 'error',
    title: 'A function has no trigger',
    wrong: 'None of the bindings has a type that ends in `Trigger`.',
    seen: "`The 'Hello' function is in error: No trigger binding specified. A function must have a trigger input binding.`; the function is listed, in error, and answers 404; the others run.",
    fix: 'Add a trigger.',
    source:
      '`src/WebJobs.Script/Description/FunctionDescriptorProvider.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'trigger-repeated': {
    severity: 'error',
    title: 'A function has more than one trigger',
    wrong: 'Exactly one binding may be a trigger.',
    seen: "`The 'Hello' function is in error: Multiple trigger bindings defined. A function can only have a single trigger binding.`; the function is listed, in error, and answers 404; the others run.",
    fix: 'Make a function of its own for each trigger.',
    source:
      '`src/WebJobs.Script/Description/FunctionDescriptorProvider.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
} as const satisfies Record<string, CodeDescription>
