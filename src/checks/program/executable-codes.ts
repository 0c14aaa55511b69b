/**
 * What docs/findings.md says about the path that the host starts.
 * Texts only.
 */
import type { CodeDescription } from '../../findings'

export const executableCodes = {
  'executable-path-empty': {
    severity: 'error',
    title: 'defaultExecutablePath is empty',
    wrong:
      'The path of the program is an empty string or missing. A project that `func init --worker-runtime custom` just made is in this state.',
    seen: '`WorkerDescription DefaultExecutablePath cannot be empty.`; the host is in its error state and every request answers 503. Blanks alone: the host runs, `An error occurred trying to start process` follows, and requests hang.',
    fix: 'Write the name of the program: `"defaultExecutablePath": "handler"`.',
    source:
      '`src/WebJobs.Script/Workers/Http/HttpWorkerDescription.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'executable-path-windows': {
    severity: 'error',
    title: 'defaultExecutablePath is a Windows path',
    wrong:
      'The path has a backslash, a drive letter or the ending of a Windows script (`.cmd`, `.bat`, `.ps1`). On Linux a backslash is an ordinary character of a name. The finding does not apply to a package that holds a file of exactly that name.',
    seen: "`Failed to start Worker Channel. Process fileName: bin\\handler` with `An error occurred trying to start process 'bin\\handler' with working directory '/home/site/wwwroot'. No such file or directory`. The host runs and lists the functions; requests hang for more than two minutes and then fail.",
    fix: 'Write the name of the program, with forward slashes, relative to host.json.',
    source:
      '`src/WebJobs.Script/Workers/Http/HttpWorkerDescription.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'executable-name-windows': {
    severity: 'notice',
    title: 'defaultExecutablePath ends as on Windows',
    wrong:
      'The name ends in `.exe`, `.dll` or `.com`. Linux does not look at the ending: this action builds the program for Linux under that name, and the host starts it. A program for Windows under that name is the error [`not-elf`](elf.md#not-elf).',
    seen: 'Functions answer.',
    fix: 'Nothing, as long as somebody starts the project with `func start` on Windows. Otherwise write the name without the ending.',
    source: 'the Go sample of Azure-Samples/functions-custom-handlers names `handler.exe`; run, 4.1037.0',
  },
  'executable-path-absolute': {
    severity: 'error',
    title: 'defaultExecutablePath is absolute',
    wrong: 'The path is absolute and lies outside of the function app, where nothing of the package can be.',
    seen: "`Failed to start Worker Channel. Process fileName: /opt/handler` with `An error occurred trying to start process '/opt/handler' with working directory '/home/site/wwwroot'. No such file or directory`. The host runs and lists the functions; requests hang for more than two minutes and then fail.",
    fix: 'Write it relative to host.json.',
    source:
      '`src/WebJobs.Script/Workers/Http/HttpWorkerDescription.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'executable-path-outside': {
    severity: 'error',
    title: 'defaultExecutablePath leaves the app',
    wrong: 'The path leads out of the folder of host.json, or to the folder itself.',
    seen: "`Failed to start Worker Channel. Process fileName: ../handler` with `An error occurred trying to start process '../handler' with working directory '/home/site/wwwroot'. No such file or directory`. The host runs and lists the functions; requests hang for more than two minutes and then fail.",
    fix: 'Write a path below the folder of host.json.',
    source:
      '`src/WebJobs.Script/Workers/Http/HttpWorkerDescription.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'executable-path-variable': {
    severity: 'warning',
    title: 'defaultExecutablePath has a variable',
    wrong:
      'The host replaces `%NAME%` by the app setting or environment variable of that name. Without one, `%NAME%` stays in the path. The case of the name counts, and an empty value leaves the host nothing to start.',
    seen: "`Failed to start Worker Channel. Process fileName: %PROGRAM%` with `An error occurred trying to start process '%PROGRAM%' with working directory '/home/site/wwwroot'. No such file or directory`. The host runs and lists the functions; requests hang for more than two minutes and then fail.",
    fix: 'Write the name of the program.',
    source:
      '`src/WebJobs.Script/Workers/ProcessManagement/WorkerDescription.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'executable-path-impossible': {
    severity: 'error',
    title: 'defaultExecutablePath cannot be a file name',
    wrong: 'A part of the path has more than 255 bytes, or a zero byte in it.',
    seen: '`Failed to start Worker Channel.`; requests hang for more than two minutes and then fail.',
    fix: 'Write the name of the program: `"defaultExecutablePath": "handler"`.',
    source: 'NAME_MAX of Linux, path_resolution(7)',
  },
  'executable-go-run': {
    severity: 'error',
    title: 'The host is to start the go command',
    wrong:
      '`defaultExecutablePath` is `go`, for example with the arguments `run handler.go`. The images of the Functions host have no Go toolchain.',
    seen: "`Failed to start Worker Channel. Process fileName: go` with `An error occurred trying to start process 'go' with working directory '/home/site/wwwroot'. No such file or directory`. The host runs and lists the functions; requests hang for more than two minutes and then fail.",
    fix: 'Write the name of the compiled program. This action builds it.',
    source: 'images of Azure/azure-functions-docker',
  },
  'executable-undetermined': {
    severity: 'error',
    title: 'The name of the program cannot be known',
    wrong:
      'host.json starts a shell or another program of the system, or a variable, so it does not give the name of the Go program.',
    seen: 'Nothing: the step stops before anything is built.',
    fix: 'Set the input `executable`.',
    source: 'interface of this action',
  },
  'executable-is-folder': {
    severity: 'error',
    title: 'defaultExecutablePath is a folder',
    wrong:
      'A folder of the project has the name that the host is to start, for example because a function has the name of the program; or the path ends in a slash.',
    seen: "`Failed to start Worker Channel. Process fileName: handler` with `An error occurred trying to start process 'handler' with working directory '/home/site/wwwroot'. No such file or directory`. The host runs and lists the functions; requests hang for more than two minutes and then fail.",
    fix: 'Give the program another name.',
    source:
      '`src/WebJobs.Script/Workers/Http/HttpWorkerDescription.cs` of Azure/azure-functions-host (`File.Exists`); run, 4.1037.0',
  },
  'executable-is-script': {
    severity: 'error',
    title: 'defaultExecutablePath is a script of the project',
    wrong:
      'The file is in the repository and begins with `#!`, so the program cannot be built under its name.',
    seen: 'Nothing: the step stops before it would overwrite the script.',
    fix: 'Set the input `executable` to the name under which the script starts the program.',
    source: 'interface of this action',
  },
  'script-no-interpreter': {
    severity: 'error',
    title: 'A text file is to be started',
    wrong: 'The file that host.json names is text without a first line that begins with `#!`.',
    seen: '`Failed to start Worker Channel.` with `Exec format error`.',
    fix: 'Name the compiled program, or begin the script with `#!/bin/sh`.',
    source: 'execve(2)',
  },
  'script-crlf': {
    severity: 'error',
    title: 'A script has Windows line ends',
    wrong:
      'The first line of the script ends in CR LF, so the kernel looks for an interpreter whose name ends in CR.',
    seen: '`Failed to start Worker Channel.` with `No such file or directory`, although the script is there. With an argument in that line the CR becomes part of the argument: `Illegal option -`.',
    fix: 'Save it with LF line ends and put `*.sh text eol=lf` into `.gitattributes`.',
    source: 'execve(2); run, 4.1037.0',
  },
  'executable-in-working-directory': {
    severity: 'error',
    title: 'The program lies in workingDirectory only',
    wrong:
      'The host does not look into `workingDirectory` for the program; it is only the folder in which the program starts.',
    seen: "`Failed to start Worker Channel. Process fileName: handler` with `An error occurred trying to start process 'handler' with working directory '/home/site/wwwroot/bin'. No such file or directory`. The host runs and lists the functions; requests hang for more than two minutes and then fail.",
    fix: 'Write the path from host.json on, or use `workerDirectory`.',
    source:
      '`src/WebJobs.Script/Workers/Http/HttpWorkerDescription.cs` of Azure/azure-functions-host; run, 4.1037.0',
  },
  'executable-mismatch': {
    severity: 'error',
    title: 'host.json starts another program than is built',
    wrong:
      'The name under which the program is built or delivered is not the one that host.json starts. A difference in case counts.',
    seen: "`Failed to start Worker Channel. Process fileName: handler` with `An error occurred trying to start process 'handler' with working directory '/home/site/wwwroot'. No such file or directory`. The host runs and lists the functions; requests hang for more than two minutes and then fail.",
    fix: 'Make the `executable` input and `customHandler.description.defaultExecutablePath` the same, or leave the input out.',
    source:
      '`src/WebJobs.Script/Workers/Http/HttpWorkerDescription.cs` of Azure/azure-functions-host; Azure/azure-functions-host#6020; run, 4.1037.0',
  },
} as const satisfies Record<string, CodeDescription>
