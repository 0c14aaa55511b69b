/**
 * What docs/findings.md says about routes, their prefix and their order.
 * Texts only.
 */
import type { CodeDescription } from '../../findings'

export const routeCodes = {
  'route-reserved': {
    severity: 'error',
    title: 'A route that the host keeps for itself',
    wrong:
      "Routes that begin with `admin` or `runtime` are refused, also as the beginning of a longer word and when the route is only the function's name. The prefix does not count: `admin` is allowed there.",
    seen: '`The specified route conflicts with one or more built in routes.`; the function is listed, in error, and answers 404; the others run.',
    fix: 'Choose another route.',
    source:
      '`src/WebJobs.Script/Host/ScriptHost.cs` of Azure/azure-functions-host (`ValidateHttpFunction`); run, 4.1037.0',
  },
  'route-template': {
    severity: 'error',
    title: 'A route that the host cannot create',
    wrong:
      'Prefix, slash and route become one template, and nothing is trimmed: `/hello` becomes `api//hello`. The template breaks the syntax of ASP.NET (braces, doubled slashes, a repeated parameter, a catch-all before the end, an optional part after text, `?` in text), or it has a constraint that does not exist or has wrong arguments.',
    seen: "`An error occurred while creating the route with name 'Hello' and template 'api//Hello'.` and the reason behind it. The host makes all routes at once, so its state is Error and **every** function answers 503 `Function host is not running.` Where host.json's `customHandler.http.routes` has a broken template, only that function is missing: `Unable to create function http-handler2 for route a/{b due to invalid route:` and the reason.",
    fix: 'Correct the route at the place that the finding names. The constraints are int, long, decimal, double, float, bool, datetime, guid, alpha, required, file, nonfile, min, max, range, minlength, maxlength, length and regex; a text needs none.',
    source:
      '`RoutePatternParser.cs`, `ParameterPolicyActivator.cs` of dotnet/aspnetcore; `WebJobsRouteBuilder.cs` of Azure/azure-webjobs-sdk-extensions; `WebScriptHostHttpRoutesManager.cs`, `HttpWorkerFunctionProvider.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'route-prefix-slash': {
    severity: 'error',
    title: 'A slash at the end of routePrefix',
    wrong:
      'The host puts a slash between prefix and route. With `api/`, `/` or two slashes anywhere in the prefix it cannot create any route. One slash at the beginning is harmless, and an app without HTTP functions has no routes.',
    seen: "`An error occurred while creating the route with name 'Hello' and template 'api//Hello'. The route template separator character '/' cannot appear consecutively.`; the state of the host is Error and every function answers 503.",
    fix: 'Write the prefix without slashes at its ends; an empty string takes it away.',
    source:
      '`WebJobsRouteBuilder.cs` of Azure/azure-webjobs-sdk-extensions; `RoutePatternParser.cs` of dotnet/aspnetcore; run, 4.1037.0',
  },
  'route-form': {
    severity: 'warning',
    title: 'A route repeats the prefix',
    wrong: 'The host puts the prefix (by default `api`) before each route.',
    seen: 'The address is `/api/api/name`; `/api/name` answers 404.',
    fix: 'Write the route without the prefix.',
    source: '`WebJobsRouteBuilder.cs` of Azure/azure-webjobs-sdk-extensions',
  },
  'route-conflict': {
    severity: 'error',
    title: 'Two functions have the same route',
    wrong:
      'Two functions have the same route and a method in common. The case of the route and slashes at its ends do not count; the case of a method counts. Without `methods`, or with an empty list, a function takes every method.',
    seen: "`The route specified conflicts with the route defined by function 'Hello'.`; the function that comes later by name is listed, in error, and never runs; the others run.",
    fix: 'Change the route or the methods of one.',
    source:
      '`src/WebJobs.Script/Host/ScriptHost.cs` of Azure/azure-functions-host (`HttpRoutesConflict`); run, 4.1037.0',
  },
  'route-shadowed': {
    severity: 'error',
    title: 'A route that another one hides',
    wrong:
      'The host asks functions in the order of their names and takes the first route that matches; a fixed text does not come before a parameter. Every request to the hidden function goes to another one. The finding is an error when only the other function wants a key, or when the host invokes functions through JSON: then the wrong one runs. It is a warning when only the hidden function wants a key. It is a notice when the host only forwards requests: the handler gets the path as it was typed, and answers all the same.',
    seen: 'Nothing is logged. Requests run the other function, or get 401 for lack of its key.',
    fix: 'Give the parameter a constraint that leaves this route alone, for example `{id:int}`, or rename the folders so that the narrower route comes first by name.',
    source:
      '`WebScriptHostHttpRoutesManager.cs` of Azure/azure-functions-host; Azure/azure-functions-host#9876, #3153, #6062; run, 4.1037.0',
  },
  'function-name-repeated': {
    severity: 'error',
    title: 'Function names that differ only in case',
    wrong:
      'The host looks functions up by name without regard to case. On Windows and macOS one of the folders vanishes at checkout.',
    seen: '`Sequence contains more than one matching element.`; the host does not start and every function answers 503. When both have the same route only one of them is in error.',
    fix: 'Rename one of the folders.',
    source: '`src/WebJobs.Script/Host/ScriptHost.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
} as const satisfies Record<string, CodeDescription>
