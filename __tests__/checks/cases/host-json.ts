import { bindings, bundle, type Case, host } from './case'

const timer = bindings('{ "type": "timerTrigger", "name": "timer", "schedule": "0 0 * * * *" }')

/** Bad projects of the checks of host.json and of its settings. */
export const hostJsonCases: readonly Case[] = [
  {
    code: 'host-json-missing',
    severity: 'error',
    files: { 'host.json': undefined },
    message: "The folder 'app' has no host.json.",
  },
  {
    code: 'host-json-missing',
    severity: 'error',
    files: { 'host.json': undefined, 'Hello/function.json': undefined, 'api/host.json': '{}' },
    message: "The folder 'app' has no host.json.",
  },
  {
    code: 'host-json-missing',
    severity: 'error',
    files: { 'host.json': undefined, 'hosts.json': host('"x": 1') },
    message: "The folder 'app' has no host.json. The host does not read 'hosts.json'.",
  },
  {
    code: 'host-json-unparseable',
    severity: 'error',
    files: { 'host.json': '{\n  "version": "2.0"\n  «"customHandler": {}\n}\n' },
    message: `host.json is not valid JSON: a comma is missing before '"'.`,
  },
  {
    code: 'host-json-case',
    severity: 'error',
    files: { 'host.json': undefined, 'Host.json': host('"x": 1') },
    file: 'app/Host.json',
    message:
      "The file 'Host.json' is not read: the host looks for 'host.json', and Linux tells the cases apart.",
  },
  {
    code: 'host-json-unparseable',
    severity: 'error',
    files: { 'host.json': '{\n  "version": «}\n' },
    message: "host.json is not valid JSON: unexpected '}'.",
  },
  {
    code: 'host-json-unparseable',
    severity: 'error',
    files: { 'host.json': '{\n  "version": "2.0"«\n' },
    message: 'host.json is not valid JSON: unexpected end of input.',
  },
  {
    code: 'host-json-unparseable',
    severity: 'error',
    files: { 'host.json': '{ "version": "2.0" } «x' },
    message: "host.json is not valid JSON: unexpected 'x'.",
  },
  {
    code: 'host-json-unparseable',
    severity: 'error',
    files: { 'host.json': '«["2.0"]' },
    message: 'host.json holds ["2.0"], but the host reads an object.',
  },
  {
    code: 'host-json-unparseable',
    severity: 'error',
    files: { 'host.json': `${'['.repeat(64)}«[` },
    message: 'host.json is not valid JSON: values are nested deeper than 64 levels.',
  },
  {
    code: 'host-json-unparseable',
    severity: 'error',
    files: { 'host.json': '{ "version": "2.0" «/* }' },
    message: 'host.json is not valid JSON: a comment is not closed.',
  },
  {
    code: 'host-json-empty',
    severity: 'error',
    files: { 'host.json': '«{ }' },
    message: 'host.json is an empty object, so the host uses its defaults and knows no custom handler.',
  },
  {
    code: 'host-json-version-missing',
    severity: 'error',
    files: { 'host.json': host('"x": 1', '«"Version": "2.0"') },
    message: "host.json has 'Version' where the host looks for 'version' in lower case.",
  },
  {
    code: 'host-json-version-missing',
    severity: 'error',
    files: {
      'host.json':
        '«{ "customHandler": { "description": { "defaultExecutablePath": "handler" }, "enableForwardingHttpRequest": true } }',
    },
    message: "host.json has no 'version'.",
  },
  {
    code: 'host-json-version-missing',
    severity: 'error',
    files: { 'host.json': host('"x": 1', '"version": «""') },
    message: 'host.json has version "", but the host accepts only the string "2.0".',
  },
  {
    code: 'host-json-version-missing',
    severity: 'error',
    files: { 'host.json': host('"x": 1', '"version": «null') },
    message: 'host.json has version null, but the host accepts only the string "2.0".',
  },
  {
    code: 'host-json-version',
    severity: 'error',
    files: { 'host.json': host('"x": 1', '"version": «"3.0"') },
    message: 'host.json has version "3.0", but the host accepts only the string "2.0".',
  },
  {
    code: 'host-json-version',
    severity: 'error',
    files: { 'host.json': host('"x": 1', '"version": «2.0') },
    message: 'host.json has version 2.0, but the host accepts only the string "2.0".',
  },
  {
    code: 'host-json-not-strict',
    severity: 'notice',
    files: { 'host.json': host('"x": 1, «// why') },
    message:
      'host.json is read by the host but is not strict JSON (comments, trailing commas or other quotes).',
  },
  {
    code: 'json-encoding',
    severity: 'warning',
    files: {
      'host.json': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(host('"x": 1'), 'utf16le')]),
    },
    file: 'app/host.json',
    message: 'host.json is written in UTF-16LE; the host and other tools expect UTF-8.',
  },
  {
    code: 'json-encoding',
    severity: 'warning',
    files: {
      'Hello/function.json': Buffer.from(
        bindings('{ "type": "timerTrigger", "name": "t", "schedule": "0 0 * * * *", "x": "\u00e9" }'),
        'latin1',
      ),
      'main.go': undefined,
    },
    file: 'app/Hello/function.json',
    message:
      'Hello/function.json is written in bytes that are not UTF-8; the host and other tools expect UTF-8.',
  },
  {
    code: 'json-duplicate-key',
    severity: 'warning',
    files: { 'host.json': host('"logging": { "a": 1, «"A": 2 }') },
    message:
      "The key 'A' is in host.json twice (the host ignores case here); the last value counts, sections and lists are merged.",
  },
  {
    code: 'json-duplicate-key',
    severity: 'warning',
    files: { 'host.json': host('"x": 1,\n  «"version": "2.0"') },
    message: "The key 'version' is in host.json twice; only the last one counts.",
  },
  {
    code: 'functions-all-hidden',
    severity: 'error',
    files: { 'host.json': host('«"functions": ["Other"]') },
    message:
      "The list 'functions' in host.json names none of the functions of the project (Hello), so the host runs none.",
  },
  {
    code: 'function-timeout-invalid',
    severity: 'error',
    files: { 'host.json': host('"functionTimeout": «"10 minutes"') },
    message: '\'functionTimeout\' is "10 minutes", which is no time span of at least one second.',
  },
  {
    code: 'function-timeout-invalid',
    severity: 'error',
    files: { 'host.json': host('"functionTimeout": «"00:00:00.5"') },
    message: '\'functionTimeout\' is "00:00:00.5", which is no time span of at least one second.',
  },
  {
    code: 'function-timeout-limit',
    severity: 'error',
    files: { 'host.json': host('"functionTimeout": «"00:10:01"') },
    context: { plan: 'consumption' },
    message: "'functionTimeout' is '00:10:01', but Linux Consumption allows 10 minutes at most.",
  },
  {
    code: 'function-timeout-long',
    severity: 'notice',
    files: { 'host.json': host('"functionTimeout": «"-1"') },
    message:
      "'functionTimeout' is '-1'; on the classic Consumption plan the host would refuse more than 10 minutes.",
  },
  {
    code: 'route-prefix-slash',
    severity: 'error',
    files: { 'host.json': host('"extensions": { "http": { "routePrefix": «"api/" } }') },
    message:
      "'routePrefix' is 'api/': An error occurred while creating the route with name 'Hello' and template 'api//Hello'. The route template separator character '/' cannot appear consecutively. It must be separated by either a parameter or a literal value. No function of the app starts.",
  },
  {
    code: 'route-prefix-misplaced',
    severity: 'warning',
    files: { 'host.json': host('"http": { «"routePrefix": "v1" }') },
    message:
      "'routePrefix' under 'http' is read by version 1 of the host only; here it is ignored and the prefix stays 'api'.",
  },
  {
    code: 'configuration-profile-unknown',
    severity: 'error',
    files: { 'host.json': host('"configurationProfile": «"mcp"'), 'main.go': undefined },
    message: "'configurationProfile' is 'mcp', which the host does not know.",
  },
  {
    code: 'extension-bundle-incomplete',
    severity: 'error',
    files: { 'host.json': host('«"extensionBundle": { "version": "[4.*, 5.0.0)" }') },
    message: "'extensionBundle' in host.json has no 'id'.",
  },
  {
    code: 'extension-bundle-incomplete',
    severity: 'error',
    files: {
      'host.json': host(
        '"extensionBundle": { "id": "Microsoft.Azure.Functions.ExtensionBundle", "version": «"" }',
      ),
    },
    message: "'extensionBundle' in host.json has no 'version'.",
  },
  {
    code: 'functions-all-hidden',
    severity: 'error',
    files: { 'host.json': host('«"functions": { "a": "Other" }') },
    message:
      "The list 'functions' in host.json names none of the functions of the project (Hello), so the host runs none.",
  },
  {
    code: 'host-setting-value',
    severity: 'error',
    files: { 'host.json': host('"extensions": { "http": { "maxConcurrentRequests": «"many" } }') },
    message: '\'extensions.http.maxConcurrentRequests\' is "many", which is no whole number.',
  },
  {
    code: 'host-setting-value',
    severity: 'error',
    files: { 'host.json': host('"singleton": { "lockPeriod": «"00:00:10" }') },
    message:
      "'singleton.lockPeriod' is \"00:00:10\", which the host refuses: Specified argument was out of the range of valid values. (Parameter 'value')",
  },
  {
    code: 'host-setting-value',
    severity: 'error',
    files: { 'host.json': host('"fileWatchingEnabled": «null') },
    message: "'fileWatchingEnabled' is null, which is neither true nor false.",
  },
  {
    code: 'log-level-unknown',
    severity: 'error',
    files: { 'host.json': host('"logging": { "logLevel": { "default": «"Info" } }') },
    message: '\'logging.logLevel.default\' is "Info", which is no log level.',
  },
  {
    code: 'host-retry-invalid',
    severity: 'error',
    files: { 'host.json': host('«"retry": { "strategy": "fixedDelay", "maxRetryCount": 3 }') },
    message:
      "'retry' is not complete, and the host refuses the retry policy: Value cannot be null. (Parameter 'DelayInterval')",
  },
  {
    code: 'requests-refused',
    severity: 'error',
    files: { 'host.json': host('"extensions": { "http": { "maxConcurrentRequests": «0 } }') },
    message:
      "'extensions.http.maxConcurrentRequests' is 0, which is a limit that no request fits into: every request is answered with 500.",
  },
  {
    code: 'requests-refused',
    severity: 'error',
    files: { 'host.json': host('"extensions": { "http": { "hsts": { "isEnabled": «"yes" } } }') },
    message:
      '\'extensions.http.hsts.isEnabled\' is "yes", which is not what the host reads here: every request is answered with 500.',
  },
  {
    code: 'extension-bundle-id',
    severity: 'error',
    files: { 'host.json': host('"extensionBundle": { "id": «"my bundle", "version": "[4.*, 5.0.0)" }') },
    message: "The extension bundle's id 'my bundle' is no package id.",
  },
  {
    code: 'extension-bundle-unknown',
    severity: 'warning',
    files: {
      'host.json': host(
        '"extensionBundle": { "id": «"Microsoft.Azure.Functions.ExtensionBundles", "version": "[4.*, 5.0.0)" }',
      ),
    },
    message:
      "The extension bundle 'Microsoft.Azure.Functions.ExtensionBundles' is not known as one of Microsoft's. When the host cannot download it, the host does not start.",
  },
  {
    code: 'extension-bundle-unknown',
    severity: 'warning',
    files: {
      'host.json': host(
        '"extensionBundle": { "id": «"microsoft.azure.functions.extensionbundle", "version": "[4.*, 5.0.0)" }',
      ),
    },
    message:
      "The extension bundle 'microsoft.azure.functions.extensionbundle' is not known as one of Microsoft's. When the host cannot download it, the host does not start.",
  },
  {
    code: 'extension-bundle-too-old',
    severity: 'error',
    files: {
      'host.json': host(
        '"extensionBundle": { "id": "Microsoft.Azure.Functions.ExtensionBundle", "version": «"[1.*, 2.0.0)" }',
      ),
    },
    message:
      "The extension bundle's version '[1.*, 2.0.0)' admits only bundles below 2.6.1. With such a bundle the host does not start.",
  },
  {
    code: 'extension-bundle-no-match',
    severity: 'error',
    files: {
      'host.json': host(
        '"extensionBundle": { "id": "Microsoft.Azure.Functions.ExtensionBundle", "version": «"[1.9.0, 2.0.0)" }',
      ),
    },
    message: "No extension bundle has a version in '[1.9.0, 2.0.0)', so the host does not start.",
  },
  {
    code: 'extension-bundle-beyond-known',
    severity: 'warning',
    files: {
      'host.json': host(
        '"extensionBundle": { "id": "Microsoft.Azure.Functions.ExtensionBundle", "version": «"[4.35.0, 4.36.0)" }',
      ),
    },
    message:
      "The extension bundle's version '[4.35.0, 4.36.0)' begins above 4.32.0. This action knows no newer bundle (2026-11-28). Without such a bundle the host does not start.",
  },
  {
    code: 'extension-bundle-range',
    severity: 'error',
    files: {
      'host.json': host(
        '"extensionBundle": { "id": "Microsoft.Azure.Functions.ExtensionBundle", "version": «"[4.*, 5.0.0" }',
      ),
    },
    message: "The extension bundle's version '[4.*, 5.0.0' is not a range that a version can be in.",
  },
  {
    code: 'extension-bundle-range',
    severity: 'error',
    files: {
      'host.json': host(
        '"extensionBundle": { "id": "Microsoft.Azure.Functions.ExtensionBundle", "version": «"[5.0.0, 4.0.0)" }',
      ),
    },
    message: "The extension bundle's version '[5.0.0, 4.0.0)' is not a range that a version can be in.",
  },
  {
    code: 'extension-bundle-old',
    severity: 'notice',
    files: {
      'host.json': host(
        '"extensionBundle": { "id": "Microsoft.Azure.Functions.ExtensionBundle", "version": «"[3.*, 4.0.0)" }',
      ),
    },
    message:
      "The extension bundle's version '[3.*, 4.0.0)' admits only bundles below 4. They still run, but their support has ended.",
  },
  {
    code: 'extension-bundle-narrow',
    severity: 'warning',
    files: {
      'host.json': host(
        '"extensionBundle": { "id": "Microsoft.Azure.Functions.ExtensionBundle", "version": «"[4.31.0, 4.32.0)" }',
      ),
    },
    message:
      "The extension bundle's version '[4.31.0, 4.32.0)' admits less than one major version. Microsoft withdraws such bundles after a time.",
  },
  {
    code: 'extension-bundle-missing',
    severity: 'error',
    files: {
      'Work/function.json': bindings('{ "type": «"queueTrigger", "name": "item", "queueName": "work" }'),
      'main.go': undefined,
    },
    message: "'queueTrigger' of function 'Work' needs an extension, but host.json has no 'extensionBundle'.",
  },
  {
    code: 'extension-bundle-missing',
    severity: 'error',
    files: {
      'host.json': host('"extensionBundle": {}'),
      'Tick/function.json': timer,
      'Work/function.json': bindings('{ "name": "item", "queueName": "work", "type": «"queueTrigger" }'),
      'main.go': undefined,
    },
    message: "'queueTrigger' of function 'Work' needs an extension, but host.json has no 'extensionBundle'.",
  },
  {
    code: 'function-not-allowed',
    severity: 'notice',
    files: {
      'host.json': host(`${bundle}, «"functions": ["hello"]`),
      'Tick/function.json': timer,
      'main.go': undefined,
    },
    message:
      "The list 'functions' in host.json leaves out 'Tick', so that function is listed and answers 404.",
  },
]
