import { type Case, description, handler, host, main } from './case'

const withoutForwarding = (keys: string) => `{\n  "version": "2.0",\n  ${keys}\n}\n`
const program = '"description": { "defaultExecutablePath": "handler" }'

/** Bad projects of the checks of `customHandler` and of the path that the host starts. */
export const customHandlerCases: readonly Case[] = [
  {
    code: 'custom-handler-missing',
    severity: 'error',
    files: { 'host.json': '{ "version": "2.0" }' },
    file: 'app/host.json',
    message: "host.json has no 'customHandler' section.",
  },
  {
    code: 'worker-unknown',
    severity: 'error',
    files: {
      'host.json': '{ "version": "2.0" }',
      'main.go':
        'package main\n\nimport «"github.com/someone/azure-functions-golang-worker/azure"\n\nfunc Run(ctx azure.Context) {}\n',
      'go.mod': undefined,
    },
    also: ['custom-handler-missing'],
    message:
      "The Go code is written for the worker 'github.com/someone/azure-functions-golang-worker'. Azure does not have this worker.",
  },
  {
    code: 'custom-handler-missing',
    severity: 'error',
    files: { 'host.json': withoutForwarding('«"customHandler": { "description": {} }') },
    message:
      "The section 'customHandler' of host.json has no value in it, so for the host it does not exist.",
  },
  {
    code: 'custom-handler-no-description',
    severity: 'error',
    files: { 'host.json': withoutForwarding('«"customHandler": { "enableForwardingHttpRequest": true }') },
    message: "The section 'customHandler' of host.json has no 'description' with a value in it.",
  },
  {
    code: 'custom-handler-no-description',
    severity: 'error',
    files: {
      'host.json': withoutForwarding(
        '"CustomHandler": { «"Description": {}, "enableForwardingHttpRequest": true }',
      ),
    },
    message: "The section 'CustomHandler' of host.json has no 'description' with a value in it.",
  },
  {
    code: 'http-worker-ignored',
    severity: 'notice',
    files: { 'host.json': host(`«"httpWorker": { ${program} }`) },
    message: "host.json has both 'httpWorker' and 'customHandler'; the host ignores 'httpWorker'.",
  },
  {
    code: 'http-worker-deprecated',
    severity: 'warning',
    files: { 'host.json': withoutForwarding(`«"httpWorker": { ${program} }`) },
    message: "host.json uses the deprecated section 'httpWorker'.",
  },
  {
    code: 'forwarding-misplaced',
    severity: 'error',
    files: {
      'host.json': withoutForwarding(
        '"customHandler": { "description": { "defaultExecutablePath": "handler", «"enableForwardingHttpRequest": true } }',
      ),
    },
    message:
      "'customHandler.description.enableForwardingHttpRequest' in host.json is ignored: the host reads 'enableForwardingHttpRequest' directly under 'customHandler' only.",
    also: ['forwarding-off'],
  },
  {
    code: 'forwarding-misplaced',
    severity: 'error',
    files: {
      'host.json': withoutForwarding(
        `"customHandler": { ${program}, "http": { «"enableForwardingHttpRequest": true } }`,
      ),
    },
    message:
      "'customHandler.http.enableForwardingHttpRequest' in host.json is ignored: the host reads 'enableForwardingHttpRequest' directly under 'customHandler' only.",
    also: ['forwarding-off'],
  },
  {
    code: 'forwarding-misplaced',
    severity: 'error',
    files: {
      'host.json': withoutForwarding(
        `"customHandler": { ${program} },\n  «"enableProxyingHttpRequest": true`,
      ),
    },
    message:
      "'enableProxyingHttpRequest' in host.json is ignored: the host reads 'enableProxyingHttpRequest' directly under 'customHandler' only.",
    also: ['forwarding-off'],
  },
  {
    code: 'forwarding-not-boolean',
    severity: 'error',
    files: {
      'host.json': withoutForwarding(
        `"customHandler": { ${program}, "enableForwardingHttpRequest": «"yes" }`,
      ),
      'main.go': undefined,
    },
    message: '\'enableForwardingHttpRequest\' is "yes", but only true and false are possible.',
  },
  {
    code: 'forwarding-and-proxying',
    severity: 'notice',
    files: {
      'host.json': withoutForwarding(
        `"customHandler": { ${program}, "enableProxyingHttpRequest": true, «"enableForwardingHttpRequest": true }`,
      ),
    },
    message: "Both 'enableForwardingHttpRequest' and 'enableProxyingHttpRequest' are true; proxying wins.",
  },
  {
    code: 'routes-and-functions',
    severity: 'error',
    files: { 'host.json': handler('"http": { «"routes": [{ "route": "{*all}" }] }') },
    message:
      "host.json has 'customHandler.http.routes', and there is 'Hello/function.json' as well; the host refuses the mixture.",
  },
  {
    code: 'routes-worker-runtime',
    severity: 'error',
    files: {
      'host.json': handler('"http": { «"routes": [{ "route": "{*all}" }] }'),
      'Hello/function.json': undefined,
    },
    context: { workerRuntime: 'dotnet-isolated' },
    message:
      "host.json has 'customHandler.http.routes', but the app's FUNCTIONS_WORKER_RUNTIME is 'dotnet-isolated'.",
  },
  {
    code: 'handler-port-fixed',
    severity: 'warning',
    files: { 'host.json': handler('"port": «8080') },
    message:
      "'customHandler.port' fixes port 8080: hosts up to 4.1037 take another port all the same. Later hosts end the old handler before they start the new one, and fail when the port is still held.",
  },
  {
    code: 'handler-port-fixed',
    severity: 'warning',
    files: { 'host.json': handler('"port": «0') },
    message:
      "'customHandler.port' is '0', which is no port: hosts up to 4.1037 take a free one, later ones do not start.",
  },
  {
    code: 'handler-port-invalid',
    severity: 'error',
    files: { 'host.json': handler('"port": «"%PORT%"') },
    message: '\'port\' is "%PORT%", which is no whole number.',
  },
  {
    code: 'forwarding-no-value',
    severity: 'warning',
    files: {
      'host.json': withoutForwarding(`"customHandler": { ${program}, "enableForwardingHttpRequest": «[] }`),
      'main.go': undefined,
    },
    message: "'enableForwardingHttpRequest' is [], which the host ignores: it counts as false.",
  },
  {
    code: 'initialization-timeout-invalid',
    severity: 'error',
    files: { 'host.json': handler('"initializationTimeout": «"30s"') },
    message: "'initializationTimeout' is '30s', which is no time span above zero.",
  },
  {
    code: 'initialization-timeout-long',
    severity: 'warning',
    files: { 'host.json': handler('"initializationTimeout": «"00:02:00"') },
    message:
      "'initializationTimeout' is '00:02:00'; a request waits more than four times as long for a handler that does not start, and the front end gives up after 230 seconds.",
  },
  {
    code: 'custom-handler-unknown-key',
    severity: 'warning',
    files: { 'host.json': handler('«"initialisationTimeout": "00:00:30"') },
    message: "The host does not know the key 'initialisationTimeout' in 'customHandler' and ignores it.",
  },
  {
    code: 'custom-handler-unknown-key',
    severity: 'warning',
    files: { 'host.json': description('"defaultExecutablePath": "handler", «"environment": {}') },
    message: "The host does not know the key 'environment' in 'customHandler.description' and ignores it.",
  },
  {
    code: 'working-directory-variable',
    severity: 'error',
    files: {
      'host.json': description('"defaultExecutablePath": "handler", "workingDirectory": «"%HOME%/data"'),
    },
    message:
      "'workingDirectory' is '%HOME%/data'; the host expands no variables there, so no such folder exists.",
  },
  {
    code: 'handler-directory-missing',
    severity: 'error',
    files: { 'host.json': description('"defaultExecutablePath": "handler", "workingDirectory": «"./data"') },
    message: "'workingDirectory' is './data', but the project has no such folder with a file in it.",
  },
  {
    code: 'argument-blank',
    severity: 'warning',
    files: {
      'host.json': description(
        '"defaultExecutablePath": "handler", "arguments": ["--name", «"two words", "\\"in quotes\\""]',
      ),
    },
    message:
      "The argument 'two words' has a blank in it; the host joins arguments without quotes, so the program gets it in pieces.",
  },
  {
    code: 'argument-percent',
    severity: 'warning',
    files: {
      'host.json': description(
        '"defaultExecutablePath": "handler", "arguments": ["%HOME%", «"--up=10%", "--down=20%"]',
      ),
    },
    message:
      "The host deletes '% --down=20%' from the arguments: it takes everything between two percent signs for a variable.",
  },
  {
    code: 'forwarding-off',
    severity: 'warning',
    files: { 'host.json': withoutForwarding(`«"customHandler": { ${program} }`) },
    message:
      "The host does not forward requests ('enableForwardingHttpRequest' is not true). It expects 'Outputs' or 'ReturnValue' in each answer, but the Go code writes neither.",
  },
  {
    code: 'forwarding-off',
    severity: 'warning',
    files: {
      'host.json': withoutForwarding(
        `"customHandler": { ${program}, "enableForwardingHttpRequest": «false }`,
      ),
      'main.go': main('http.HandleFunc("/api/hello", nil)'),
    },
    message:
      "The host does not forward requests ('enableForwardingHttpRequest' is not true). It expects 'Outputs' or 'ReturnValue' in each answer, but the Go code writes neither.",
  },
]
