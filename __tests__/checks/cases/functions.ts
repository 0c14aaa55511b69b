import { bindings, type Case, http, response } from './case'

const at = (path: string, text: string, more: Readonly<Record<string, string | undefined>> = {}) => ({
  'main.go': undefined,
  [path]: text,
  ...more,
})
const hello = 'Hello/function.json'
const trigger = '{ "type": "httpTrigger", "direction": "in", "name": "req" }'

/** Bad projects of the checks of functions and bindings. */
export const functionCases: readonly Case[] = [
  {
    code: 'no-functions',
    severity: 'error',
    files: { [hello]: undefined },
    file: 'app/host.json',
    message: "The folder 'app' has no function: no folder directly in it holds a function.json.",
  },
  {
    code: 'no-functions',
    severity: 'error',
    files: { [hello]: undefined, 'Hello/functions.json': http() },
    file: 'app/Hello/functions.json',
    message:
      "The folder 'app' has no function: the host does not read 'Hello/functions.json', only function.json.",
  },
  {
    code: 'function-json-unparseable',
    severity: 'error',
    files: { [hello]: '{ "bindings": [{ "type": "httpTrigger" } «{ "type": "http" }] }' },
    message: "Hello/function.json cannot be read as JSON: a comma is missing before '{'.",
  },
  {
    code: 'function-json-nested',
    severity: 'warning',
    files: { 'functions/Deep/function.json': http() },
    file: 'app/functions/Deep/function.json',
    message:
      "'functions/Deep/function.json' is not read: the host looks for function.json in folders directly beside host.json only.",
  },
  {
    code: 'function-json-nested',
    severity: 'warning',
    files: { 'function.json': http() },
    file: 'app/function.json',
    message:
      "'function.json' is not read: the host looks for function.json in folders directly beside host.json only.",
  },
  {
    code: 'function-json-case',
    severity: 'error',
    files: { [hello]: undefined, 'Hello/Function.json': http() },
    file: 'app/Hello/Function.json',
    message:
      "'Hello/Function.json' is not read: the host looks for 'function.json', and Linux tells the cases apart.",
  },
  {
    code: 'function-name',
    severity: 'error',
    files: at('1st/function.json', http()),
    file: 'app/1st/function.json',
    message:
      "The folder '1st' is no valid function name: it must begin with a letter and hold letters, digits, _ and - only, 128 at most.",
  },
  {
    code: 'function-name',
    severity: 'error',
    files: at('Host/function.json', http()),
    file: 'app/Host/function.json',
    message: "The folder 'Host' is no valid function name: the name 'host' is taken.",
  },
  {
    code: 'function-name-repeated',
    severity: 'error',
    files: at('hello/function.json', http()),
    file: 'app/hello/function.json',
    message:
      "The function names 'Hello' and 'hello' differ only in case, which the host does not tell apart: one of them is in error.",
  },
  {
    code: 'function-name-repeated',
    severity: 'error',
    files: at('hello/function.json', http(', "route": "other"')),
    file: 'app/hello/function.json',
    message:
      "The function names 'Hello' and 'hello' differ only in case, which the host does not tell apart: it does not start.",
  },
  {
    code: 'function-json-unparseable',
    severity: 'error',
    files: at(hello, '{\n  "bindings": [«\n'),
    message: 'Hello/function.json cannot be read as JSON: unexpected end of input.',
  },
  {
    code: 'function-json-unparseable',
    severity: 'error',
    files: at(hello, '«[]'),
    message: 'Hello/function.json cannot be read as JSON: the text is no object in braces.',
  },
  {
    code: 'script-file-missing',
    severity: 'error',
    files: at(
      hello,
      bindings(trigger, response).replace('"bindings"', '"scriptFile": «"../main.exe",\n  "bindings"'),
    ),
    message: "'scriptFile' of function 'Hello' is '../main.exe', which does not exist.",
  },
  {
    code: 'retry-incomplete',
    severity: 'error',
    files: at(
      hello,
      bindings(trigger, response).replace(
        '"bindings"',
        '«"retry": { "strategy": "fixedDelay", "delayInterval": "00:00:10" },\n  "bindings"',
      ),
    ),
    message: "The retry policy of function 'Hello' lacks 'maxRetryCount'.",
  },
  {
    code: 'retry-incomplete',
    severity: 'error',
    files: at(
      hello,
      bindings(trigger, response).replace('"bindings"', '"retry": { "strategy": «"often" },\n  "bindings"'),
    ),
    message: "'strategy' in the retry policy of function 'Hello' is \"often\", which the host does not know.",
  },
  {
    code: 'retry-incomplete',
    severity: 'error',
    files: at(
      hello,
      bindings(trigger, response).replace(
        '"bindings"',
        '"retry": { "strategy": "exponentialBackoff", "maxRetryCount": 2, "minimumInterval": «10, "maximumInterval": "00:01:00" },\n  "bindings"',
      ),
    ),
    message: "'minimumInterval' in the retry policy of function 'Hello' is 10, which is no time span.",
  },
  {
    code: 'function-disabled-key',
    severity: 'warning',
    files: at(hello, bindings(trigger, response).replace('"bindings"', '«"disabled": true,\n  "bindings"')),
    message: "'disabled' in function.json does not disable 'Hello': version 4 of the host does not read it.",
  },
]
