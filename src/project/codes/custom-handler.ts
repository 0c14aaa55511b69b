/**
 * What docs/findings.md says about the checks of the `customHandler` section. Texts only.
 */
import type { CodeDescription } from '../../findings'

const optionsSource =
  '`src/WebJobs.Script/Workers/Http/Configuration/HttpWorkerOptionsSetup.cs` of Azure/azure-functions-host'

export const customHandlerCodes = {
  'custom-handler-missing': {
    severity: 'error',
    title: 'No customHandler section',
    wrong:
      'host.json has no `customHandler` section, or one without any value in it: an empty object leaves no configuration key, so the host does not see it.',
    seen: '`WorkerConfig for runtime: custom not found`, `Unable to determine the primary function script.` or `Did not find functions with language [custom].`',
    fix: 'Add the section:\n\n```json\n"customHandler": {\n  "description": { "defaultExecutablePath": "handler" },\n  "enableForwardingHttpRequest": true\n}\n```',
    source: `${optionsSource}; Azure/azure-functions-core-tools#3461`,
  },
  'custom-handler-no-description': {
    severity: 'error',
    title: 'customHandler without a description',
    wrong: 'The section exists but has no `description`, or an empty one.',
    seen: '`Missing worker Description.`; the host starts without any function.',
    fix: 'Add `"description": { "defaultExecutablePath": "handler" }` to the section.',
    source: optionsSource,
  },
} as const satisfies Record<string, CodeDescription>
