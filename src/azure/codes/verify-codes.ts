/**
 * What docs/findings.md says about the codes of verification. Text only; loaded by generators.
 */
import type { CodeDescription } from '../../findings'

/** Codes of verification. */
export const verifyCodes = {
  'verify-path-invalid': {
    severity: 'error',
    title: 'verify-path is no path',
    wrong: 'The input does not begin with one slash, or leads to another host.',
    seen: 'Nothing was sent.',
    fix: 'Use something like `/api/HttpExample?name=ci`.',
    source: 'Rule of this action',
  },
  'verify-no-functions': {
    severity: 'error',
    title: 'No functions listed',
    wrong: 'Azure lists nothing, or only the placeholder `WarmUp`.',
    seen: '404 on every route; timers and queues do not fire.',
    fix: 'Check that `host.json` is at the root of the package; press Refresh in the portal.',
    source: 'azure-functions-host#11873; Azure/functions-action#245, #373',
  },
  'verify-functions-missing': {
    severity: 'error',
    title: 'Functions missing',
    wrong: 'Azure does not list a function of the package.',
    seen: '404 on its route.',
    fix: 'Check its `function.json`, and `functions` in `host.json`.',
    source: 'azure-functions-host `FunctionMetadataManager.cs`',
  },
  'verify-functions-unexpected': {
    severity: 'error',
    title: 'Functions of before',
    wrong: 'Azure lists a function that the package does not have: old content is in use.',
    seen: 'Old code answers.',
    fix: 'Set `WEBSITE_RUN_FROM_PACKAGE=1`, or restart the app.',
    source: 'KuduLite `PushDeploymentController.cs`',
  },
  'verify-host-error': {
    severity: 'error',
    title: 'Host is in error',
    wrong: 'The host names errors and does not run.',
    seen: 'The error is quoted.',
    fix: 'The finding says what is known about it.',
    source: 'azure-functions-host `HostController.cs`',
  },
  'verify-host-unreachable': {
    severity: 'error',
    title: 'Host does not answer',
    wrong: 'The resource manager could not ask the host.',
    seen: '`Encountered an error (ServiceUnavailable) from host runtime.`',
    fix: 'Look at the log stream: the handler ended, the storage cannot be used, or a rule keeps Azure out.',
    source: 'Azure-Functions#1657, #2558',
  },
  'verify-host-state': {
    severity: 'error',
    title: 'Host does not run',
    wrong: 'The host was not in the state `Running` at the deadline.',
    seen: '`Starting` or `Initialized` without end.',
    fix: 'Raise `verify-timeout`, or look at the log stream.',
    source: 'azure-functions-host `HostController.cs`',
  },
  'verify-host-unread': {
    severity: 'notice',
    title: 'Host state not read',
    wrong: 'The identity may not read the state of the host; the list of functions decided alone.',
    seen: '403 on `hostruntime`',
    fix: 'Give the identity `Website Contributor` on the app.',
    source: '`Microsoft.Web/sites/hostruntime`',
  },
  'verify-list-unread': {
    severity: 'error',
    title: 'Functions could not be listed',
    wrong: 'The list of functions could not be read at the deadline.',
    seen: 'The answer is quoted.',
    fix: 'Run again.',
    source: '`Microsoft.Web/sites/functions`',
  },
  'verify-probe-failed': {
    severity: 'error',
    title: 'verify-path not answered with 2xx',
    wrong: 'The path was answered with another status until the deadline, or not at all.',
    seen: 'The status and the first bytes are quoted.',
    fix: 'Check route, key and `routePrefix`; look at the log stream.',
    source: 'Rule of this action',
  },
  'verify-abandoned': {
    severity: 'warning',
    title: 'Run was stopped',
    wrong: 'The run was stopped before verification was over.',
    seen: 'The package is deployed.',
    fix: 'Look at the functions in the portal, or run again.',
    source: 'Rule of this action',
  },
} as const satisfies Record<string, CodeDescription>
