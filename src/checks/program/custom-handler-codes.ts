/**
 * What docs/findings.md says about the section customHandler.
 * Texts only.
 */
import type { CodeDescription } from '../../findings'

export const customHandlerCodes = {
  'custom-handler-missing': {
    severity: 'error',
    title: 'No customHandler section',
    wrong:
      'host.json has no `customHandler` section, or one without any value in it: an empty object leaves no configuration key, so the host does not see it.',
    seen: '`WorkerConfig for runtime: custom not found.`; the host is in its error state and every request answers 503.',
    fix: 'Add the section:\n\n```json\n"customHandler": {\n  "description": { "defaultExecutablePath": "handler" },\n  "enableForwardingHttpRequest": true\n}\n```',
    source:
      '`src/WebJobs.Script/Workers/Http/Configuration/HttpWorkerOptionsSetup.cs` of Azure/azure-functions-host; Azure/azure-functions-core-tools#3461; run, 4.1037.0',
  },
  'custom-handler-no-description': {
    severity: 'error',
    title: 'customHandler without a description',
    wrong: 'The section exists but has no `description`, or an empty one.',
    seen: '`WorkerConfig for runtime: custom not found.`; the host is in its error state and every request answers 503. The log also has `Missing worker Description.`',
    fix: 'Add `"description": { "defaultExecutablePath": "handler" }` to the section.',
    source:
      '`src/WebJobs.Script/Workers/Http/Configuration/HttpWorkerOptionsSetup.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'http-worker-ignored': {
    severity: 'notice',
    title: 'httpWorker beside customHandler',
    wrong: 'Both sections are there; the host uses `customHandler` only.',
    seen: '`Both httpWorker and customHandler sections are spefified in host.json file.` (the spelling is that of the host); the app runs.',
    fix: 'Remove `httpWorker`.',
    source:
      '`src/WebJobs.Script/Workers/Http/Configuration/HttpWorkerOptionsSetup.cs` of Azure/azure-functions-host',
  },
  'http-worker-deprecated': {
    severity: 'warning',
    title: 'The deprecated section httpWorker',
    wrong: 'host.json has `httpWorker` and no `customHandler`. It still works, and needs the same keys.',
    seen: '`Section httpWorker will be deprecated. Please use customHandler section.`',
    fix: 'Rename the section to `customHandler` and set `"enableForwardingHttpRequest": true` in it. Requests then come to the public path, for example `/api/hello`, and no longer to `/hello`, the name of the function. Register the public path in the handler.',
    source:
      '`src/WebJobs.Script/Workers/Http/Configuration/HttpWorkerOptionsSetup.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'forwarding-misplaced': {
    severity: 'error',
    title: 'enableForwardingHttpRequest in the wrong place',
    wrong:
      'The host reads the flag directly under `customHandler`. Elsewhere, for example in `description` or in `http`, it is ignored without a word.',
    seen: "Requests come as POST to `/FunctionName`: `Response status code does not indicate success: 404 (Not Found).`, or `No MediaTypeFormatter is available to read an object of type 'HttpScriptInvocationResult'`. Callers get 500 for a 404 or plain text of the handler, and an empty 204 for JSON that is no answer of the contract.",
    fix: 'Move it:\n\n```json\n"customHandler": {\n  "description": { "defaultExecutablePath": "handler" },\n  "enableForwardingHttpRequest": true\n}\n```',
    source:
      '`src/WebJobs.Script/Workers/Http/Configuration/HttpWorkerOptions.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'forwarding-not-boolean': {
    severity: 'error',
    title: 'A forwarding flag is neither true nor false',
    wrong: 'The value of `enableForwardingHttpRequest` or `enableProxyingHttpRequest` cannot be converted.',
    seen: "`Failed to convert configuration value 'yes' at 'AzureFunctionsJobHost:customHandler:EnableForwardingHttpRequest' to type 'System.Boolean'.`; the host does not start.",
    fix: 'Write `true` or `false`.',
    source: 'binder of Microsoft.Extensions.Configuration; run, 4.1037.0',
  },
  'forwarding-no-value': {
    severity: 'warning',
    title: 'A forwarding flag is a list or an object',
    wrong: 'The host looks for a single value and finds none, so the flag counts as false.',
    seen: 'Nothing is logged; requests come as POST to `/FunctionName`.',
    fix: 'Write `true` or `false`.',
    source: 'binder of Microsoft.Extensions.Configuration; run, 4.1037.0',
  },
  'forwarding-and-proxying': {
    severity: 'notice',
    title: 'Forwarding and proxying are both on',
    wrong: '`enableProxyingHttpRequest` wins.',
    seen: 'Nothing is logged.',
    fix: 'Remove the flag that is not meant.',
    source: '`HttpWorkerOptions.cs` of Azure/azure-functions-host',
  },
  'routes-and-functions': {
    severity: 'error',
    title: 'Routes in host.json beside function.json files',
    wrong: '`customHandler.http.routes` cannot be mixed with function folders.',
    seen: '`Detected both function.json files and custom handler HTTP route configuration definition in host.json`; the host does not start.',
    fix: 'Keep one of the two.',
    source: '`HttpWorkerFunctionProvider` of Azure/azure-functions-host',
  },
  'routes-worker-runtime': {
    severity: 'error',
    title: 'Routes in host.json need the custom runtime',
    wrong: '`customHandler.http.routes` works only when FUNCTIONS_WORKER_RUNTIME is `custom`.',
    seen: '`Routes configuration is only allowed for worker runtime: custom`; the host does not start.',
    fix: 'Set the app setting FUNCTIONS_WORKER_RUNTIME to `custom`.',
    source: '`HttpWorkerFunctionProvider` of Azure/azure-functions-host',
  },
  'handler-port-fixed': {
    severity: 'warning',
    title: 'The port of the handler is fixed',
    wrong: '`customHandler.port` takes away the choice of a free port.',
    seen: 'Up to host 4.1037 nothing: another port is used. Later hosts end the old handler before they start the new one, and say `Unable to bind to port 8080 specified in configuration` when the port is held.',
    fix: 'Remove the key and listen on FUNCTIONS_CUSTOMHANDLER_PORT.',
    source:
      '`src/WebJobs.Script/Workers/Http/Configuration/HttpWorkerOptionsSetup.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'handler-port-invalid': {
    severity: 'error',
    title: 'The port of the handler is no whole number',
    wrong:
      '`customHandler.port` is a text such as `%PORT%`, a fraction, empty or null. Variables are not expanded there.',
    seen: "`Failed to convert configuration value '%PORT%' at 'AzureFunctionsJobHost:customHandler:Port' to type 'System.Int32'.`; the host does not start.",
    fix: 'Remove the key and listen on FUNCTIONS_CUSTOMHANDLER_PORT.',
    source:
      '`HttpWorkerOptions.cs` of Azure/azure-functions-host; binder of Microsoft.Extensions.Configuration; run, 4.1037.0',
  },
  'initialization-timeout-invalid': {
    severity: 'error',
    title: 'initializationTimeout is no time span',
    wrong: 'The value is no .NET time span above zero.',
    seen: "`Failed to convert configuration value '30s' at 'AzureFunctionsJobHost:customHandler:InitializationTimeout' to type 'System.TimeSpan'.`; the host does not start. Zero and below can be converted, and then the handler has no time: three starts within a moment, and the host ends.",
    fix: 'Write `"00:00:30"`.',
    source: 'binder of Microsoft.Extensions.Configuration; run, 4.1037.0',
  },
  'initialization-timeout-long': {
    severity: 'warning',
    title: 'initializationTimeout is long',
    wrong:
      'A request waits about four and a half times this time for a handler that does not start (134.8 seconds for 30); the front end of App Service gives up after 230 seconds.',
    seen: '`Final functionDispatcher state: Initializing. Initialization timed out and host is shutting down`, long after the caller has given up.',
    fix: 'Write 30 to 50 seconds.',
    source:
      '`src/WebJobs.Script/Description/Workers/WorkerFunctionInvoker.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'custom-handler-unknown-key': {
    severity: 'warning',
    title: 'An unknown key in customHandler',
    wrong: 'The host ignores keys that it does not know, so a typing error loses the setting without a word.',
    seen: 'Nothing is logged.',
    fix: 'Correct the spelling.',
    source:
      '`HttpWorkerOptions.cs` and `HttpWorkerDescription.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'working-directory-variable': {
    severity: 'error',
    title: 'workingDirectory has a variable',
    wrong: 'The host expands variables in the path of the program but not here.',
    seen: "`An error occurred trying to start process '/home/site/wwwroot/handler' with working directory '/home/site/wwwroot/%DIR%'. No such file or directory`; requests hang for more than two minutes and then fail.",
    fix: 'Write the folder itself.',
    source:
      '`src/WebJobs.Script/Workers/Http/Configuration/HttpWorkerOptionsSetup.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'handler-directory-missing': {
    severity: 'error',
    title: 'workingDirectory does not exist',
    wrong:
      'The project has no such folder. The message in Azure speaks of the program, although that is there.',
    seen: "`An error occurred trying to start process '/home/site/wwwroot/handler' with working directory '/home/site/wwwroot/data'. No such file or directory`; requests hang for more than two minutes and then fail.",
    fix: 'Remove the key, or add the folder and name it in the input `include`.',
    source:
      '`src/WebJobs.Script/Workers/Http/Configuration/HttpWorkerOptionsSetup.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'argument-blank': {
    severity: 'warning',
    title: 'An argument has a blank in it',
    wrong: 'Arguments are joined by blanks without quotes and taken apart again at blanks.',
    seen: 'Nothing is logged; the program gets more arguments than were written.',
    fix: 'Split the argument, or put double quotes around it inside the string.',
    source:
      '`src/WebJobs.Script/Workers/ProcessManagement/DefaultWorkerProcessFactory.cs` of Azure/azure-functions-host',
  },
  'argument-percent': {
    severity: 'warning',
    title: 'Percent signs in arguments',
    wrong:
      'After variables are replaced, the host deletes everything between two percent signs, also across arguments; `%%` stays.',
    seen: 'Nothing is logged above debug level; the text is missing.',
    fix: 'Use at most one percent sign.',
    source: '`DefaultWorkerProcessFactory.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
} as const satisfies Record<string, CodeDescription>
