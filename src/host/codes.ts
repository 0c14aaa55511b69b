/**
 * What the documentation says about the findings of the rehearsal. Descriptions only; never loaded at start-up.
 */
import type { CodeDescription } from '../findings'

const portSnippet = [
  '```go',
  'port := os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT")',
  'if port == "" {',
  '\tport = "8080" // only for running it by hand',
  '}',
  'log.Fatal(http.ListenAndServe(":"+port, mux))',
  '```',
].join('\n')

const quickEnd =
  'Three starts within seconds, then `Exceeded http worker restart retry count. Shutting down Functions Host`, and the process of the host ends. Connections of callers break, or the front end answers 502 or 503; then Azure starts the host again, and it all happens again.'

const slowEnd =
  'Three starts, each after the timeout (with the default of 30 s about 34 s apart), then `Exceeded http worker restart retry count. Shutting down Functions Host`, and the process of the host ends. Until then the host is Running and lists its functions; callers wait, and get a broken connection, or 500 after about four times `initializationTimeout`.'

const timedOut = '`Failed to start http worker process. workerId:…` with `Initializing HttpWorker timed out.`'

export const hostCodes = {
  'handler-start-failed': {
    severity: 'error',
    title: 'The handler cannot be started',
    wrong:
      'The system refuses to execute the program: it is missing, not executable, or not a program for this machine.',
    seen: "`Failed to start Worker Channel. Process fileName: …` and `An error occurred trying to start process '…' with working directory '…'.` with `No such file or directory`, `Permission denied` or `Exec format error`. The host stays Running and lists its functions. Requests hang; after about 135 s the first caller gets 500, the host logs `Final functionDispatcher state: Initializing. Initialization timed out and host is shutting down`, and its process ends.",
    fix: 'Make `customHandler.description.defaultExecutablePath` name the program in the package, built with `CGO_ENABLED=0` for Linux and packed with mode 0755.',
    source:
      'Azure/azure-functions-host: `src/WebJobs.Script/Workers/ProcessManagement/WorkerProcess.cs`; execve(2); run, 4.1037.0',
  },
  'handler-exits': {
    severity: 'error',
    title: 'The handler ends with an error',
    wrong: 'The program ended with a code other than 0, before it listened or afterwards.',
    seen: `\`… exited with code 1 (0x1)\` with the last lines of its error stream, and \`Language Worker Process exited. Pid=….\` Those lines are often missing at the first start, or come after the exit line. ${quickEnd} A program that ends with code 200 is started again without end, and every request hangs.`,
    fix: 'Read the quoted lines. If the program needs an app setting, give it a value for the rehearsal with `rehearse-settings`, or leave the rehearsal out with `rehearse: false`.',
    source:
      'Azure/azure-functions-host: `WorkerProcess.cs`, `HttpFunctionInvocationDispatcher.cs`; run, 4.1037.0',
  },
  'handler-exits-zero': {
    severity: 'error',
    title: 'The handler ends with code 0',
    wrong:
      'The program ended with code 0, before it listened or afterwards. The host takes no notice of that code.',
    seen: `Before it listened: no exit is logged, and the host keeps waiting. ${timedOut}. ${slowEnd} Afterwards: nothing at all. The host stays Running, lists its functions, and answers every request with 500 (\`Connection refused (127.0.0.1:…)\`), until something restarts it.`,
    fix: `Block in the server at the end of \`main\`:\n\n${portSnippet}`,
    source: 'Azure/azure-functions-host: `WorkerProcess.cs` (OnProcessExited); run, 4.1037.0',
  },
  'handler-needs-setting': {
    severity: 'warning',
    title: 'The handler ends without its settings or services',
    wrong:
      'The program ended, or waited without listening. Perhaps only a setting or a service is missing: an argument `%NAME%` has no value, the source reads variables that the rehearsal does not set, or the isolated rehearsal has no network. The rehearsal cannot tell whether the program starts in Azure.',
    seen: `Nothing, when the app has the setting. Otherwise \`… exited with code 1 (0x1)\`. ${quickEnd}`,
    fix: 'Give the named variables a value with `rehearse-settings`, one `NAME=value` per line, and the rehearsal goes on. Make sure that the function app has the settings. `rehearse: false` leaves the rehearsal out.',
    source:
      'Azure/azure-functions-host: `src/WebJobs.Script/Workers/Http/HttpWorkerProcess.cs` (environment); run, 4.1037.0',
  },
  'handler-never-listens': {
    severity: 'error',
    title: 'The handler never listens',
    wrong: 'The program runs, but nothing listened on its port within 30 seconds.',
    seen: `${timedOut}. ${slowEnd}`,
    fix: `Start the HTTP server before anything slow:\n\n${portSnippet}`,
    source:
      'Azure/azure-functions-host: `src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs`; run, 4.1037.0',
  },
  'handler-wrong-port': {
    severity: 'error',
    title: 'The handler listens elsewhere',
    wrong:
      'The program listens on another port or address than 127.0.0.1 with the port that the host gives it.',
    seen: `${timedOut}. The host logs the refused connection at debug level only, so the default log does not show it. ${slowEnd}`,
    fix: `Listen on the port in \`FUNCTIONS_CUSTOMHANDLER_PORT\`:\n\n${portSnippet}`,
    source:
      'Azure/azure-functions-host: `src/WebJobs.Script/Workers/Http/HttpWorkerProcess.cs`, `src/WebJobs.Script/Workers/WorkerConstants.cs`; run, 4.1037.0',
  },
  'handler-root-hangs': {
    severity: 'warning',
    title: 'The handler does not answer `/`',
    wrong:
      'The program accepts connections, but gave no answer to `GET /`. The host asks for `/` to learn whether the handler is ready, and any answer will do, also 404.',
    seen: "No function is called until `/` is answered; a late answer is fine. A caller gets 500 after `functionTimeout` (`Timeout value of 00:05:00 exceeded by function 'Functions.…'`, then `Restarting worker process…`). The request for `/` itself is cancelled after `functionTimeout` plus one minute and counts as a failed start; the third one ends the host.",
    fix: 'Answer `/` at once. Without a route for `/`, `http.ServeMux` answers 404, and that is enough.',
    source:
      'Azure/azure-functions-host: `src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs` (IsWorkerReady); run, 4.1037.0',
  },
  'handler-ipv6-only': {
    severity: 'error',
    title: 'The handler listens on IPv6 only',
    wrong: 'The program listens on the right port, but not on IPv4. The host connects to 127.0.0.1.',
    seen: `${timedOut}. ${slowEnd}`,
    fix: 'Listen on `":" + port` or `"127.0.0.1:" + port`.',
    source:
      'Azure/azure-functions-host: `src/WebJobs.Script/Workers/WorkerConstants.cs` (HostName); run, 4.1037.0',
  },
  'handler-route-404': {
    severity: 'error',
    title: 'The handler does not know a route',
    wrong:
      'The program answered the route of a function exactly as it answers a path that nobody has registered. Forwarded requests keep the public path, with its prefix `/api`. The router of Go is case-sensitive. For a route with a parameter, the rehearsal tries other values and methods. When the code registers the path, the finding is a notice: perhaps the program only has no such item. Where the source is not here (a given `package`), the finding is a warning.',
    seen: 'The function is listed, and every call of it answers 404.',
    fix: 'Register the full public path, for example `mux.HandleFunc("/api/hello", hello)`. A handler that answers `/hello` needs `extensions.http.routePrefix` set to `""` in host.json instead. A function in the folder `Hello` whose handler answers `/api/hello` needs `"route": "hello"` in its HTTP trigger.',
    source:
      'Azure/azure-functions-host: `src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs` (GetPathValue)',
  },
  'handler-answers-5xx': {
    severity: 'warning',
    title: 'The handler answers a server error',
    wrong:
      'The program answered an empty sample request with 500 or more. When all functions do so, the finding is an error, unless the words of the program name a setting that the rehearsal does not set, or a service that an isolated rehearsal cannot reach.',
    seen: 'The caller gets the status of the program, for every request that the function cannot handle.',
    fix: 'Read the quoted line. Give settings with `rehearse-settings`, answer below 500 to what a caller did wrong, or leave the rehearsal out with `rehearse: false`.',
    source:
      'Azure/azure-functions-host: `src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs` (ProcessHttpInAndOutInvocationRequest)',
  },
  'handler-no-answer': {
    severity: 'warning',
    title: 'The handler does not answer a call',
    wrong:
      'The program gave no answer to an empty sample request within 10 seconds, or broke the connection without one, and kept running. When all functions do so, the finding is an error, unless the words of the program name a setting that the rehearsal does not set, or a service that an isolated rehearsal cannot reach. A function without HTTP trigger may take its time: for that, the finding stays a warning.',
    seen: "The caller of a function that waits gets 502 or 504 from the front end after 230 seconds, or 500 after `functionTimeout` (`Timeout value of 00:05:00 exceeded by function 'Functions.…'`), and then the handler is restarted. With a broken connection the caller gets 500 at once.",
    fix: 'Give every wait in the function a time limit, for example `http.Client{Timeout: …}` or `context.WithTimeout`, and answer with an error when it is over. Give settings with `rehearse-settings`, or leave the rehearsal out with `rehearse: false`.',
    source:
      'Azure/azure-functions-host: `src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs`; learn.microsoft.com/azure/azure-functions/functions-scale (the limit of 230 seconds)',
  },
  'handler-panics': {
    severity: 'warning',
    title: 'The handler crashes while it answers',
    wrong:
      'The program panicked or ended while it answered an empty sample request. When all functions do so, the finding is an error.',
    seen: 'A panic that the server recovers from breaks the connection: the caller gets 500. A program that ends is started again; the third end within half an hour ends the host: `Exceeded http worker restart retry count. Shutting down Functions Host`.',
    fix: 'Repair the line that the panic names. Give settings with `rehearse-settings` where one is missing.',
    source:
      'Azure/azure-functions-host: `WorkerProcess.cs`, `HttpFunctionInvocationDispatcher.cs`; net/http (Server.Serve)',
  },
  'handler-writes-package': {
    severity: 'warning',
    title: 'The handler writes into its package',
    wrong:
      'The program wrote, or tried to write, into the folder of the app. The finding is an error when the folder of the app is read-only on its plan and the program failed because of that. Folders for temporary files are fine.',
    seen: '`read-only file system` in the words of the program, on Flex Consumption, on Linux Consumption, and wherever the app runs from its package.',
    fix: 'Write to the folder that `os.TempDir()` names, or to a storage account.',
    source:
      'learn.microsoft.com/azure/azure-functions/run-functions-from-deployment-package (wwwroot is read-only)',
  },
  'handler-contract-answer': {
    severity: 'error',
    title: 'The handler does not speak the invocation contract',
    wrong:
      'The host posts JSON to `/<FunctionName>` and expects JSON with `Outputs`, `Logs` and `ReturnValue`, sent as `application/json` or `text/json`. The program has no such route, or answered with something else. When the rehearsal did not call the function, the action reads the code: a handler that writes without a `Content-Type` gets a warning.',
    seen: "`Response status code does not indicate success: 404 (Not Found).`, or `Invalid HttpResponseMessage:` with `No MediaTypeFormatter is available to read an object of type 'HttpScriptInvocationResult' from content with media type 'text/plain'`, or `Failed while trying to Deserialize to httpOutputBindingResponse. Output is not in expected format`. An empty answer completes nothing: after `functionTimeout` the caller gets 500 and the handler is restarted.",
    fix: 'Register `/<FunctionName>` and answer:\n\n```go\nw.Header().Set("Content-Type", "application/json")\nfmt.Fprint(w, `{"Outputs":{},"Logs":[],"ReturnValue":null}`)\n```\n\nA function with one HTTP trigger and one HTTP output can do without the contract: set `customHandler.enableForwardingHttpRequest` to `true`.',
    source:
      'Azure/azure-functions-host: `src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs` (ProcessDefaultInvocationRequest); run, 4.1037.0',
  },
  'handler-contract-status': {
    severity: 'warning',
    title: 'The handler refused a sample invocation',
    wrong:
      'The program knows the route of the function, but answered a sample invocation with a status other than 2xx. Perhaps only the sample is the reason.',
    seen: '`Response status code does not indicate success: 500 (Internal Server Error).` The invocation fails; messages of queues are tried again and end in the poison queue.',
    fix: 'Answer 2xx when the invocation was handled. If the sample is the reason, ignore this finding.',
    source: 'Azure/azure-functions-host: `src/WebJobs.Script/Workers/Http/DefaultHttpWorkerService.cs`',
  },
  'handler-slow-start': {
    severity: 'warning',
    title: 'The handler starts slowly',
    wrong:
      'The program took more than 10 seconds to listen. The host gives up after 30, and Azure is often slower.',
    seen: 'Cold starts take that much longer; on a busy instance `Initializing HttpWorker timed out.`',
    fix: 'Start listening first; load data and connect to services in the background or on the first request.',
    source:
      'Azure/azure-functions-host: `src/WebJobs.Script/Workers/WorkerConstants.cs` (WorkerInitTimeoutSeconds)',
  },
} as const satisfies Record<string, CodeDescription>

export type HostCode = keyof typeof hostCodes
