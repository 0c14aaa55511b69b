/** What the codes mean that the stages themselves raise: about inputs, and about files that inputs name. */
import type { CodeDescription } from '../findings'

export const stageCodes = {
  'input-invalid': {
    severity: 'error',
    title: 'An input cannot be used',
    wrong:
      'A value in the `with:` block of the step is not allowed, or two values contradict each other. The message lists all of them at once.',
    seen: 'Nothing: the run stops before anything is built.',
    fix: 'Correct the values that the message quotes. For each value the message names what is allowed.',
    source: 'The list of inputs in action.yml.',
  },
  'input-renamed': {
    severity: 'notice',
    title: 'An input has a new name',
    wrong: 'The workflow uses the former name of an input. The input works as before.',
    seen: 'Nothing: the run goes on.',
    fix: 'Use the new name of the input. The message names it.',
    source: 'The descriptions in action.yml.',
  },
  'binary-missing': {
    severity: 'error',
    title: 'The binary that the input names is not there',
    wrong: 'The `binary` input names a file that does not exist in the workspace.',
    seen: 'Nothing: the run stops before anything is packed.',
    fix: 'Build the file in an earlier step of the same job. Set `binary` to its path, relative to the workspace. Or remove the input: then the action builds the project itself.',
    source: 'The `binary` input in action.yml.',
  },
  'package-missing': {
    severity: 'error',
    title: 'The package that the input names is not there',
    wrong: 'The `package` input names a file that does not exist in the workspace.',
    seen: 'Nothing: the run stops before anything is deployed.',
    fix: 'Set `package` to the path of the zip, relative to the workspace. After `actions/download-artifact` the path is the download folder and the name of the zip.',
    source: 'The `package` input in action.yml.',
  },
  'package-digest-mismatch': {
    severity: 'error',
    title: 'The package is not the one that was checked',
    wrong: 'The SHA-256 of the zip that `package` names differs from `package-sha256`.',
    seen: 'Nothing: the run stops before anything inside the zip is read.',
    fix: 'Set `package-sha256` to the output `package-sha256` of the job that made the package. Download the artifact of the same run.',
    source: 'The `package-sha256` input in action.yml.',
  },
  'deploy-fork-code': {
    severity: 'error',
    title: 'The code of a fork would be deployed',
    wrong:
      'The run belongs to a pull request from a fork (`pull_request*`, or `workflow_run` after one), or anybody may cause its event (`issue_comment`, for example). Nothing shows that the checked-out code is code of this repository. When such a run has credentials, anybody can put a function into the app: a pull request is enough.',
    seen: 'Nothing: the run stops before anything is built and before it signs in.',
    fix: 'Leave `app-name` empty in such runs, or deploy on `push`. If such a run is to deploy the code of the repository itself, use `actions/checkout` without `ref` and `repository`.',
    source:
      'GitHub Docs, "Secure use reference" on `pull_request_target` and `workflow_run`; the payload of the event and the files of `.git`.',
  },
  'fork-path-outside': {
    severity: 'error',
    title: "A fork's run would read outside of the workspace",
    wrong:
      'A fork has or may have a part in the run, and the build would read or write a file outside of the workspace. Most often a symbolic link leads there. Such a file may belong to the machine or to another job, and it may hold credentials. This holds for host.json, the main package, modules, the workspace of Go, replacements, files of packages and the executable.',
    seen: 'Nothing: the run stops before it reads, builds or writes anything there.',
    fix: 'Remove the link, or keep all files of the build inside the checkout. A run for `push` has no such limit.',
    source: 'realpath(3) of what `go list -deps` and the module files name; docs/threat-model.md.',
  },
  'fork-version-control': {
    severity: 'error',
    title: "Another version control than Git in a fork's run",
    wrong:
      'A fork has or may have a part in the run, and `.hg`, `.svn`, `.bzr`, `_FOSSIL_` or `.fslckout` is in or above the project. Go before 1.24 starts the program of that version control. Such a program does what files of the project say (`.hg/hgrc`).',
    seen: 'Nothing: the run stops before anything is built.',
    fix: 'Remove that folder or file from the repository.',
    source:
      'src/cmd/go/internal/vcs in golang/go; the settings of the programs, for example `hg help config.hooks`.',
  },
  'temp-folder-unwritable': {
    severity: 'error',
    title: 'No temporary folder can be made',
    wrong:
      'The run cannot make a temporary folder: the disk is full, or the folder of the runner is read-only.',
    seen: 'Nothing: the run stops before the package is written.',
    fix: 'Make room on the disk, or set `RUNNER_TEMP` to a folder that is writable.',
    source: 'mkdtemp(3), as the system refused it.',
  },
  'executable-folder-unwritable': {
    severity: 'error',
    title: 'The folder of the executable cannot be made',
    wrong:
      'The executable in host.json lies in a sub-folder. That folder does not exist, and the run cannot make it: the workspace is full or read-only, or a file has the same name.',
    seen: 'Nothing: the run stops before anything is built.',
    fix: 'Make the workspace writable. If that is not possible, build the executable elsewhere and set `binary`.',
    source: 'mkdir(2), as the system refused it.',
  },
  'build-silent': {
    severity: 'error',
    title: 'go build gave neither a binary nor a reason',
    wrong: 'The command `go build` ended without an executable, and it printed no reason.',
    seen: 'Nothing: there is no binary to deploy.',
    fix: 'Run the job again with debug logging. If it fails again, run the printed command by hand.',
    source: 'The exit code and output of `go build`.',
  },
} as const satisfies Record<string, CodeDescription>

export type StageCode = keyof typeof stageCodes
