/**
 * What docs/findings.md says about the checks of function folders. Texts only.
 */
import type { CodeDescription } from '../../findings'

export const functionCodes = {
  'no-functions': {
    severity: 'error',
    title: 'No function',
    wrong:
      'No folder directly beside host.json holds a `function.json`. Deeper folders and a `function.json` beside host.json do not count.',
    seen: 'The list of functions stays empty and every route answers 404; with a host.json in place nothing is logged about it.',
    fix: 'Add a folder with the name of the function and a `function.json`:\n\n```json\n{\n  "bindings": [\n    { "type": "httpTrigger", "direction": "in", "name": "req", "methods": ["get"], "authLevel": "anonymous" },\n    { "type": "http", "direction": "out", "name": "res" }\n  ]\n}\n```',
    source:
      '`src/WebJobs.Script/Host/HostFunctionMetadataProvider.cs` of Azure/azure-functions-host; Azure/Azure-Functions#2450',
  },
} as const satisfies Record<string, CodeDescription>
