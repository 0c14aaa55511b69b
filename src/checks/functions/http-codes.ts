/**
 * What docs/findings.md says about HTTP triggers and about how the Go code answers the host.
 * Texts only.
 */
import type { CodeDescription } from '../../findings'

export const httpCodes = {
  'http-auth-level': {
    severity: 'error',
    title: 'authLevel is impossible',
    wrong:
      'The value must be anonymous, function, user, system or admin, in any case, or its number. Without a value, or with an empty text, it is function.',
    seen: "`The 'Hello' function is in error: Error parsing function.json: Invalid value specified for binding property 'authLevel' of enum type AuthorizationLevel.`; the function is listed, in error, and answers 404; the others run.",
    fix: 'Write one of the values.',
    source:
      '`src/WebJobs.Script/Binding/WebJobsCoreScriptBindingProvider.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'http-methods': {
    severity: 'error',
    title: 'The list of methods is wrong',
    wrong:
      '`methods` is no list, or a list that no request can match: `[]`, `["*"]`, `["any"]`, numbers. The finding is a warning when only some entries are no methods: the others work.',
    seen: "No list: `Error parsing function.json: Invalid value specified for binding property 'methods' of type JArray. Invalid cast from 'System.String' to 'Newtonsoft.Json.Linq.JArray'.`; the function is listed and in error. A list without a method: 404 to everything, and nothing is logged.",
    fix: 'Write for example `["get", "post"]`, or leave `methods` out for every method.',
    source:
      '`HttpMethodRouteConstraint.cs` of dotnet/aspnetcore, `WebScriptHostHttpRoutesManager.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'forwarding-not-applied': {
    severity: 'warning',
    title: 'A function with more bindings is not forwarded',
    wrong:
      'Forwarding applies only to functions with exactly one input, the HTTP trigger, and exactly one output, the HTTP response. Others get the invocation as JSON at `/FunctionName`, and the Go code does not register that path.',
    seen: '`Response status code does not indicate success: 404 (Not Found).`; callers get 500.',
    fix: 'Register `/FunctionName` and speak the invocation contract, or remove the additional binding.',
    source: '`FunctionMetadataExtensions.cs` of Azure/azure-functions-host; Azure/azure-functions-host#5921',
  },
  'forwarding-off': {
    severity: 'warning',
    title: 'Forwarding is off and the code does not speak the contract',
    wrong:
      'Without `enableForwardingHttpRequest` the host posts JSON to `/FunctionName` and expects `Outputs` or `ReturnValue` in the answer; the Go code writes neither.',
    seen: "`Response status code does not indicate success: 404 (Not Found).`, or `No MediaTypeFormatter is available to read an object of type 'HttpScriptInvocationResult' from content with media type 'text/plain'`; callers get 500. JSON that is no answer of the contract gives them an empty 204.",
    fix: 'Set `"enableForwardingHttpRequest": true` in `customHandler`.',
    source:
      '`src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs` of Azure/azure-functions-host; Azure/azure-functions-host#6462, #6444; run, 4.1037.0',
  },
  'route-not-registered': {
    severity: 'warning',
    title: 'The Go code does not know a route',
    wrong:
      'The host forwards the path as it came, with the prefix `/api` unless host.json changes it. No pattern in the Go code matches it.',
    seen: '404 from the Go program, although the function is listed.',
    fix: 'Register the whole path:\n\n```go\nhttp.HandleFunc("/api/Hello", hello)\n```',
    source:
      '`src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs` of Azure/azure-functions-host (`GetPathValue`); MicrosoftDocs/azure-docs#118235',
  },
  'invocation-not-registered': {
    severity: 'warning',
    title: 'The Go code does not know an invocation path',
    wrong:
      'For triggers other than forwarded HTTP the host posts to `/FunctionName`. No pattern in the Go code matches it.',
    seen: '`Response status code does not indicate success: 404 (Not Found).`; queue messages are retried and end in the poison queue.',
    fix: 'Register `/FunctionName` and answer with JSON.',
    source: '`src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs` of Azure/azure-functions-host',
  },
  'port-variable-unread': {
    severity: 'warning',
    title: 'The port of the host is not read',
    wrong:
      'Neither the Go code nor host.json nor the program mentions FUNCTIONS_CUSTOMHANDLER_PORT, so the program listens elsewhere.',
    seen: '`Failed to start http worker process. workerId:` and `Initializing HttpWorker timed out.`, three times, half a minute each, then the host ends.',
    fix: 'Listen on it:\n\n```go\nhttp.ListenAndServe(":"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"), nil)\n```',
    source:
      '`src/WebJobs.Script/Workers/Http/HttpWorkerConstants.cs` of Azure/azure-functions-host; Azure/azure-functions-host#9779',
  },
  'port-variable-legacy': {
    severity: 'notice',
    title: 'The port is read from its earlier name',
    wrong: 'FUNCTIONS_HTTPWORKER_PORT still works.',
    seen: 'Nothing: it works.',
    fix: 'Read FUNCTIONS_CUSTOMHANDLER_PORT.',
    source: '`HttpWorkerConstants.cs` of Azure/azure-functions-host',
  },
} as const satisfies Record<string, CodeDescription>
