/**
 * What docs/findings.md says about the folders of functions.
 * Texts only.
 */
import type { CodeDescription } from '../../findings'

export const functionCodes = {
  'no-functions': {
    severity: 'error',
    title: 'No function',
    wrong:
      'No folder directly beside host.json holds a `function.json`. Deeper folders and a `function.json` beside host.json do not count, nor do other names, such as `functions.json`.',
    seen: 'The list of functions stays empty, every route answers 404, and the handler is never started. The log has `No job functions found. Try making your job classes and methods public.` and what follows it.',
    fix: 'Add a folder with the name of the function and a `function.json`:\n\n```json\n{\n  "bindings": [\n    { "type": "httpTrigger", "direction": "in", "name": "req", "methods": ["get"], "authLevel": "anonymous" },\n    { "type": "http", "direction": "out", "name": "res" }\n  ]\n}\n```',
    source:
      '`src/WebJobs.Script/Host/HostFunctionMetadataProvider.cs` of Azure/azure-functions-host; Azure/Azure-Functions#2450; run, 4.1037.0',
  },
  'function-json-nested': {
    severity: 'warning',
    title: 'A function.json in the wrong place',
    wrong: 'The host looks only into folders directly beside host.json.',
    seen: 'The function is not listed, its route answers 404, and nothing is logged.',
    fix: 'Move the folder beside host.json.',
    source: '`src/WebJobs.Script/Host/HostFunctionMetadataProvider.cs` of Azure/azure-functions-host',
  },
  'function-json-case': {
    severity: 'error',
    title: 'function.json in another case',
    wrong: 'The file has a name such as `Function.json`. Windows and macOS find it, Linux does not.',
    seen: 'The function is not listed and its route answers 404. Nothing is logged, but for `No job functions found. Try making your job classes and methods public.` when no other function is left.',
    fix: 'Rename it, for example `git mv Hello/Function.json Hello/function.json`.',
    source:
      '`src/WebJobs.Script/Host/HostFunctionMetadataProvider.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'function-name': {
    severity: 'error',
    title: 'The folder name is no function name',
    wrong:
      'A function name begins with a letter and holds letters, digits, `_` and `-`, 128 at most; `host` is taken.',
    seen: "`The '1st' function is in error: '1st' is not a valid function name.`; the host leaves the function out of its list; the others run.",
    fix: 'Rename the folder.',
    source: '`src/WebJobs.Script/Utility.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'function-json-unparseable': {
    severity: 'error',
    title: 'function.json cannot be read',
    wrong: 'The file is no JSON even by the lenient rules of the host, or its root is no object.',
    seen: "`The 'Hello' function is in error: Unexpected character encountered while parsing value: }. Path 'x.a', line 1, position 10.` or another sentence of the JSON parser; the host leaves the function out of its list; the others run.",
    fix: 'Correct the JSON at the place that the finding names.',
    source:
      '`src/WebJobs.Script/Host/HostFunctionMetadataProvider.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'script-file-missing': {
    severity: 'error',
    title: 'scriptFile does not exist',
    wrong: 'A custom handler needs no `scriptFile`; when the key is there, the file must exist.',
    seen: "`The 'Hello' function is in error: Invalid script file name configuration. The 'scriptFile' property is set to a file that does not exist.`; the host leaves the function out of its list; the others run.",
    fix: 'Remove the key.',
    source:
      '`src/WebJobs.Script/Host/HostFunctionMetadataProvider.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'retry-incomplete': {
    severity: 'error',
    title: 'The retry policy is impossible',
    wrong:
      '`fixedDelay` needs `maxRetryCount` and `delayInterval`. `exponentialBackoff` needs `maxRetryCount`, `minimumInterval` and `maximumInterval`; the host takes it when there is no `strategy`. The count is a whole number from -1 on; intervals are time spans, not negative, the minimum not above the maximum. `retry` itself is written in lower case.',
    seen: "`The 'Hello' function is in error: Value cannot be null. (Parameter 'MaxRetryCount')`; the host leaves the function out of its list; the others run.",
    fix: 'Complete it:\n\n```json\n"retry": { "strategy": "fixedDelay", "maxRetryCount": 3, "delayInterval": "00:00:10" }\n```',
    source:
      '`src/WebJobs.Script/Utility.cs` of Azure/azure-functions-host (`ValidateRetryOptions`); run, 4.1037.0',
  },
  'function-disabled-key': {
    severity: 'warning',
    title: "'disabled' in function.json has no effect",
    wrong: 'Version 4 of the host does not read the key.',
    seen: 'The function runs.',
    fix: 'Set the app setting `AzureWebJobs.NAME.Disabled` to `true`.',
    source: '`src/WebJobs.Script/Host/HostFunctionMetadataProvider.cs` of Azure/azure-functions-host',
  },
} as const satisfies Record<string, CodeDescription>
