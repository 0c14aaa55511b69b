import {
  bindings,
  bundle,
  type Case,
  handler,
  host,
  http,
  nativeApp,
  nativeMain,
  nativeMod,
  response,
} from './case'

const hello = 'Hello/function.json'
const noCode = { 'main.go': undefined }

/** Bad projects of the checks of HTTP triggers, of the Go code, of modules and of the native worker. */
export const httpCases: readonly Case[] = [
  {
    code: 'http-auth-level',
    severity: 'error',
    files: { [hello]: http(', "authLevel": «"anon"') },
    message: "'authLevel' of function 'Hello' is \"anon\", which is no authorization level.",
  },
  {
    code: 'http-methods',
    severity: 'error',
    files: { [hello]: http(', "methods": «"get"') },
    message: "'methods' of function 'Hello' is \"get\", not a list, so the function is in error.",
  },
  {
    code: 'http-methods',
    severity: 'error',
    files: { [hello]: http(', "methods": «["any", ""]') },
    message: '\'methods\' of function \'Hello\' is ["any",""], so every request to the function gets 404.',
  },
  {
    code: 'http-methods',
    severity: 'warning',
    files: { [hello]: http(', "methods": ["get", «"fetch"]') },
    message: "'methods' of function 'Hello' names \"fetch\", which is no HTTP method.",
  },
  {
    code: 'http-output-missing',
    severity: 'warning',
    files: { [hello]: bindings('{ "type": «"httpTrigger", "name": "req" }') },
    message:
      "The HTTP function 'Hello' has no 'http' output, so its requests are not forwarded: the handler gets the invocation, and only its 'ReturnValue' reaches the caller.",
  },
  {
    code: 'route-reserved',
    severity: 'error',
    files: { [hello]: http(', "route": «"/Administrators"'), ...noCode },
    message:
      "The route '/Administrators' of function 'Hello' begins with 'Admin', which the host keeps for itself.",
  },
  {
    code: 'route-reserved',
    severity: 'error',
    files: {
      'RuntimeInfo/function.json': bindings('«{ "type": "httpTrigger", "name": "req" }', response),
      ...noCode,
    },
    message:
      "The route 'RuntimeInfo' of function 'RuntimeInfo' begins with 'Runtime', which the host keeps for itself.",
  },
  {
    code: 'route-template',
    severity: 'error',
    files: { [hello]: http(', "route": "«/Hello"') },
    message:
      "An error occurred while creating the route with name 'Hello' and template 'api//Hello'. The route template separator character '/' cannot appear consecutively. It must be separated by either a parameter or a literal value. No function of the app starts.",
  },
  {
    code: 'route-template',
    severity: 'error',
    files: { [hello]: http(', "route": "x/«{id:string}"'), ...noCode },
    message:
      "An error occurred while creating the route with name 'Hello' and template 'api/x/{id:string}'. The constraint entry 'id' - 'string' on the route 'api/x/{id:string}' could not be resolved by the constraint resolver of type 'DefaultInlineConstraintResolver'. No function of the app starts.",
  },
  {
    code: 'route-template',
    severity: 'error',
    files: { [hello]: http(', "route": «"x/\\u007bid:min(a)}"'), ...noCode },
    message:
      "An error occurred while creating the route with name 'Hello' and template 'api/x/{id:min(a)}'. An error occurred while trying to create an instance of 'Microsoft.AspNetCore.Routing.Constraints.MinRouteConstraint'. No function of the app starts.",
  },
  {
    code: 'route-template',
    severity: 'error',
    files: { 'host.json': host('"extensions": { "http": { "routePrefix": «"api/{" } }'), ...noCode },
    message:
      "An error occurred while creating the route with name 'Hello' and template 'api/{/Hello'. There is an incomplete parameter in the route template. Check that each '{' character has a matching '}' character. No function of the app starts.",
  },
  {
    code: 'route-template',
    severity: 'error',
    files: {
      'host.json': handler('"http": { "routes": [{ "route": "ok" }, { "route": "a/«{b" }] }'),
      [hello]: undefined,
      ...noCode,
    },
    message:
      "Unable to create function http-handler2 for route a/{b due to invalid route: There is an incomplete parameter in the route template. Check that each '{' character has a matching '}' character. (Parameter 'routeTemplate')",
  },
  {
    code: 'route-shadowed',
    severity: 'error',
    files: {
      [hello]: http(', "authLevel": "anonymous", "route": "x/{id}"'),
      'New/function.json': http(', "authLevel": "anonymous", "route": «"x/new"'),
      'host.json': host('"extensions": {}').replace('true', 'false'),
      ...noCode,
    },
    message:
      "Every request to the route 'x/new' of function 'New' goes to function 'Hello', whose route 'x/{id}' comes first by name: the wrong function runs.",
  },
  {
    code: 'route-shadowed',
    severity: 'error',
    files: {
      [hello]: http(', "methods": ["get"], "route": "{*all}"'),
      'New/function.json': http(', "authLevel": "anonymous", "route": «"x/new"'),
      ...noCode,
    },
    message:
      "Every GET request to the route 'x/new' of function 'New' goes to function 'Hello', whose route '{*all}' comes first by name: it gets 401 without the key of 'Hello'.",
  },
  {
    code: 'route-shadowed',
    severity: 'warning',
    files: {
      [hello]: http(', "authLevel": "anonymous", "route": "{*all}"'),
      'New/function.json': http(', "route": «"x/new"'),
      ...noCode,
    },
    message:
      "Every request to the route 'x/new' of function 'New' goes to function 'Hello', whose route '{*all}' comes first by name: it is answered without the key that 'New' wants.",
  },
  {
    code: 'route-shadowed',
    severity: 'notice',
    files: { [hello]: http(', "route": "{id}"'), 'New/function.json': http(', "route": «"new"'), ...noCode },
    message:
      "Every request to the route 'new' of function 'New' goes to function 'Hello', whose route '{id}' comes first by name; the handler gets the path as it was typed.",
  },
  {
    code: 'route-form',
    severity: 'warning',
    files: { [hello]: http(', "route": «"api/Hello"'), ...noCode },
    message: "The route 'api/Hello' of function 'Hello' repeats the prefix: its address is '/api/api/Hello'.",
  },
  {
    code: 'route-conflict',
    severity: 'error',
    files: { 'Other/function.json': http(', "route": «"hello", "methods": ["post", "get"]') },
    message:
      "The route 'hello' of function 'Other' (POST, GET) is taken by function 'Hello', so 'Other' never runs.",
  },
  {
    code: 'route-conflict',
    severity: 'error',
    files: { 'Other/function.json': http(', "route": «"HELLO"') },
    message:
      "The route 'HELLO' of function 'Other' (every method) is taken by function 'Hello', so 'Other' never runs.",
  },
  {
    code: 'go-mod-replace-outside',
    severity: 'warning',
    files: { 'go.mod': 'module example.com/app\n\nreplace example.com/lib => «../../lib\n' },
    message: "go.mod replaces 'example.com/lib' by '../../lib', which lies outside of the repository.",
  },
  {
    code: 'go-mod-replace-outside',
    severity: 'warning',
    files: {
      'go.mod': 'module example.com/app\n\nreplace (\n\texample.com/lib v1.0.0 => «/home/me/lib\n)\n',
    },
    message: "go.mod replaces 'example.com/lib' by '/home/me/lib', which lies outside of the repository.",
  },
  {
    code: 'go-sum-absent',
    severity: 'warning',
    files: {
      'go.mod':
        'module example.com/app\n\nrequire (\n\texample.com/near v1.0.0\n\t«github.com/google/uuid v1.6.0\n)\n\nreplace example.com/near => ./near\n',
    },
    message:
      "go.mod requires 'github.com/google/uuid', but there is no go.sum beside it, so the build refuses the download.",
  },
  {
    code: 'extensions-project',
    severity: 'warning',
    files: { 'host.json': host(bundle), 'extensions.csproj': '<Project/>', 'bin/extensions.json': '{}' },
    file: 'app/extensions.csproj',
    message:
      "The project has both an extension bundle in host.json and extensions of its own ('extensions.csproj' and 'bin/').",
  },
  {
    code: 'model-ambiguous',
    severity: 'error',
    files: {
      ...nativeApp,
      'host.json': handler('"http": {}').replace('"customHandler"', '«"customHandler"'),
      [hello]: http(),
    },
    message:
      "host.json has a custom handler, but the Go code starts the native worker of 'github.com/azure/azure-functions-golang-worker'.",
  },
  {
    code: 'native-custom-handler',
    severity: 'error',
    files: {
      ...nativeApp,
      'host.json': handler('"http": {}').replace('"customHandler"', '«"customHandler"'),
    },
    request: { model: 'native' },
    message: "host.json has a section 'customHandler', so the host would not use the native Go worker.",
  },
  {
    code: 'native-function-json',
    severity: 'error',
    files: { ...nativeApp, [hello]: http() },
    file: 'app/Hello/function.json',
    message: "'Hello/function.json' is a left-over: the native Go worker registers functions in code.",
  },
  {
    code: 'executable-is-folder',
    severity: 'error',
    files: { ...nativeApp, 'app/app.go': 'package app\n' },
    file: 'app/host.json',
    message: "Azure starts the native Go worker as 'app', but that is a folder (it holds 'app.go').",
  },
  {
    code: 'native-module-missing',
    severity: 'error',
    files: { ...nativeApp, 'go.mod': 'module example.com/app\n\ngo 1.25.0\n' },
    request: { model: 'native' },
    file: 'app/go.mod',
    message:
      "The model is 'native', but 'app/go.mod' does not require 'github.com/azure/azure-functions-golang-worker'.",
  },
  {
    code: 'native-module-version',
    severity: 'warning',
    files: { ...nativeApp, 'go.mod': nativeMod.replace('v0.7.0', '«v0.7.1-0.20260501120000-0123456789ab') },
    message:
      "go.mod requires 'github.com/azure/azure-functions-golang-worker' at 'v0.7.1-0.20260501120000-0123456789ab', a commit that was never released.",
  },
  {
    code: 'native-module-version',
    severity: 'warning',
    files: { ...nativeApp, 'go.mod': nativeMod.replace('github.com/azure', '«github.com/Azure') },
    message:
      "go.mod requires 'github.com/Azure/azure-functions-golang-worker', but the module calls itself 'github.com/azure/azure-functions-golang-worker'.",
  },
  {
    code: 'native-go-version',
    severity: 'error',
    files: { ...nativeApp, 'go.mod': nativeMod.replace('1.25.0', '«1.22.3') },
    message: "go.mod says 'go 1.22.3', but the native Go worker needs 1.24 or later.",
  },
  {
    code: 'native-go-version',
    severity: 'notice',
    files: { ...nativeApp, 'go.mod': nativeMod.replace('1.25.0', '«1.24.6') },
    message: "go.mod says 'go 1.24.6', but newer releases of the native Go worker need 1.25.",
  },
  {
    code: 'native-trigger-import',
    severity: 'warning',
    files: { ...nativeApp, 'main.go': nativeMain.replace('HTTP(', '«Blob(') },
    message: "The code registers a trigger with 'Blob', but nothing imports the package that provides it.",
  },
  {
    code: 'native-not-started',
    severity: 'warning',
    files: { ...nativeApp, 'main.go': nativeMain.replace('worker.Start(app)', '_ = app') },
    file: 'app/main.go',
    message: 'Nothing in the Go code calls worker.Start, so the host would find no function.',
  },
]
