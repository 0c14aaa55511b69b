/**
 * What docs/findings.md says about the checks of the path that the host starts. Texts only.
 */
import type { CodeDescription } from '../../findings'

const descriptionSource =
  '`src/WebJobs.Script/Workers/Http/HttpWorkerDescription.cs` of Azure/azure-functions-host'
const notStarted =
  '`Failed to start Worker Channel. Process fileName: handler` with `No such file or directory`; requests hang for about two minutes and then fail.'

export const executableCodes = {
  'executable-path-empty': {
    severity: 'error',
    title: 'defaultExecutablePath is empty',
    wrong:
      'The path of the program is an empty string or missing. A project that `func init --worker-runtime custom` just made is in this state.',
    seen: '`WorkerDescription DefaultExecutablePath cannot be empty`; the host starts without any function.',
    fix: 'Write the name of the program: `"defaultExecutablePath": "handler"`.',
    source: descriptionSource,
  },
  'executable-path-windows': {
    severity: 'error',
    title: 'defaultExecutablePath is a Windows path',
    wrong:
      'The path has a backslash, a drive letter or an ending such as `.exe`. On Linux a backslash is an ordinary character of a name, and the program is built without an ending.',
    seen: notStarted,
    fix: 'Write a name without ending, with forward slashes, relative to host.json.',
    source: `${descriptionSource}; the Go sample of Azure-Samples/functions-custom-handlers names \`.exe\``,
  },
  'executable-path-absolute': {
    severity: 'error',
    title: 'defaultExecutablePath is absolute',
    wrong: 'The path is absolute and lies outside of the function app, where nothing of the package can be.',
    seen: notStarted,
    fix: 'Write it relative to host.json.',
    source: descriptionSource,
  },
  'executable-path-outside': {
    severity: 'error',
    title: 'defaultExecutablePath leaves the app',
    wrong: 'The path leads out of the folder of host.json, or to the folder itself.',
    seen: notStarted,
    fix: 'Write a path below the folder of host.json.',
    source: descriptionSource,
  },
  'executable-mismatch': {
    severity: 'error',
    title: 'host.json starts another program than is built',
    wrong:
      'The name under which the program is built or delivered is not the one that host.json starts. A difference in case counts.',
    seen: notStarted,
    fix: 'Make the `executable` input and `customHandler.description.defaultExecutablePath` the same, or leave the input out.',
    source: `${descriptionSource}; Azure/azure-functions-host#6020`,
  },
} as const satisfies Record<string, CodeDescription>
