/**
 * What docs/findings.md says about Go modules, left-overs and the native Go worker.
 * Texts only.
 */
import type { CodeDescription } from '../../findings'

export const moduleCodes = {
  'go-mod-replace-outside': {
    severity: 'warning',
    title: 'go.mod replaces a module by a folder elsewhere',
    wrong:
      'The target of a `replace` lies outside of the repository, so the build works on one machine only.',
    seen: 'Nothing: the build fails with `replacement directory ../lib does not exist`.',
    fix: 'Remove the replacement, or put the module into the repository.',
    source: 'Go modules reference, replace directive',
  },
  'go-sum-absent': {
    severity: 'warning',
    title: 'go.sum is missing',
    wrong: 'go.mod requires modules, but there is no go.sum beside it.',
    seen: 'Nothing: the build fails with `missing go.sum entry`.',
    fix: 'Run `go mod tidy` and commit `go.sum`.',
    source: 'Go modules reference, go.sum files',
  },
  'extensions-project': {
    severity: 'warning',
    title: 'Own extensions beside an extension bundle',
    wrong: 'The project has `extensions.csproj` and `bin/`, and host.json has an `extensionBundle`.',
    seen: 'Extensions conflict; bindings may not be found.',
    fix: 'Keep one of the two.',
    source: 'extension pages of Azure Functions; start check of Azure/azure-functions-core-tools',
  },
  'worker-unknown': {
    severity: 'error',
    title: 'The Go code is written for a worker that Azure does not have',
    wrong:
      'The Go code imports a language worker of an experiment, and host.json has no custom handler. Azure never had this worker.',
    seen: '`WorkerConfig for runtime: custom not found`',
    fix: 'Write the program as a custom handler. The page docs/first-function.md shows its three files.',
    source: 'The readme of Azure/azure-functions-go-worker (archived); run, 4.1037.0',
  },
  'model-ambiguous': {
    severity: 'error',
    title: 'Custom handler and native worker at once',
    wrong: 'host.json has a custom handler, and the Go code of the folder starts the native worker.',
    seen: 'Without a function.json the host logs `No job functions found. Try making your job classes and methods public.` and never starts the program. With one it starts the program as a custom handler, which never listens: `Initializing HttpWorker timed out.`',
    fix: 'Remove the section, or the native worker from the code.',
    source:
      'README and docs of Azure/azure-functions-golang-worker; `src/WebJobs.Script/Workers/Http/Configuration/HttpWorkerOptionsSetup.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'native-custom-handler': {
    severity: 'error',
    title: 'customHandler in a project for the native worker',
    wrong: 'With the section the host takes the app for a custom handler, and looks for function.json files.',
    seen: '`No job functions found. Try making your job classes and methods public.`; no function is listed, and the program is never started.',
    fix: 'Remove the section.',
    source: 'README and docs of Azure/azure-functions-golang-worker; run, 4.1037.0',
  },
  'native-function-json': {
    severity: 'error',
    title: 'function.json in a project for the native worker',
    wrong:
      'Functions of the native worker are registered in code; a function.json is a left-over and disturbs the indexing.',
    seen: 'Functions are missing from the list or in error.',
    fix: 'Delete the folder.',
    source: 'GO-005 of Azure/azure-functions-skills',
  },
  'native-module-missing': {
    severity: 'error',
    title: 'The native worker is not required',
    wrong: 'The input `model` says `native`, and go.mod does not require the module of the native worker.',
    seen: 'The program never speaks to the host: no function is listed.',
    fix: 'Run `go get github.com/azure/azure-functions-golang-worker`, or remove the input.',
    source: 'README and docs of Azure/azure-functions-golang-worker',
  },
  'native-module-version': {
    severity: 'warning',
    title: 'The native worker is required at no release',
    wrong:
      'go.mod requires a commit of the native worker that has no tag, or writes its path with capital letters.',
    seen: 'Nothing: unreleased code may change its contract with the host. With capital letters the build fails: `module declares its path as: github.com/azure/azure-functions-golang-worker`.',
    fix: 'Run `go get github.com/azure/azure-functions-golang-worker@latest`, and write the path in lower case.',
    source: 'README of Azure/azure-functions-golang-worker; GO-002 of Azure/azure-functions-skills',
  },
  'native-go-version': {
    severity: 'error',
    title: 'The native worker needs a newer Go',
    wrong:
      'The `go` directive in go.mod names a version before 1.24. For 1.24 itself the finding is a notice: go.mod of newer releases of the worker says 1.25.0.',
    seen: 'Nothing: the build is refused. With a newer release of the worker it asks to update go.mod.',
    fix: 'Write `go 1.25.0` or later.',
    source:
      '`GoHelpers.cs` of Azure/azure-functions-core-tools; README and go.mod of Azure/azure-functions-golang-worker',
  },
  'native-trigger-import': {
    severity: 'warning',
    title: 'A trigger of the native worker lacks its import',
    wrong:
      'Extension triggers, for example Blob, work only when the program imports the package with their client.',
    seen: 'The trigger is not registered; the function is missing or fails.',
    fix: 'Add `import _ "github.com/azure/azure-functions-golang-worker/triggers/blob"`.',
    source: 'README and docs of Azure/azure-functions-golang-worker; GO-006 of Azure/azure-functions-skills',
  },
  'native-not-started': {
    severity: 'warning',
    title: 'The native worker is not started',
    wrong: 'Nothing calls `worker.Start`.',
    seen: 'No function is listed.',
    fix: 'End `main` with `worker.Start(app)`.',
    source: 'README and docs of Azure/azure-functions-golang-worker',
  },
  'native-worker-not-linked': {
    severity: 'error',
    title: 'The program is not a native worker',
    wrong:
      'The project is for the native worker, but the build info of the binary does not name the module of the worker.',
    seen: 'No function is listed.',
    fix: 'Build the program that calls `worker.Start`, or add `customHandler` to `host.json`.',
    source: 'README of Azure/azure-functions-golang-worker; runtime/debug.BuildInfo',
  },
} as const satisfies Record<string, CodeDescription>
