/** What the codes mean that the stages themselves raise: about inputs, and about files that inputs name. */
import type { CodeDescription } from '../findings'

export const stageCodes = {
  'input-invalid': {
    severity: 'error',
    title: 'An input is not usable',
    wrong:
      'One or more values in the `with:` block of the step are not allowed, or contradict each other. All of them are listed at once.',
    seen: 'Nothing: the run stops before anything is built.',
    fix: 'Correct the values that the message quotes; it names what is allowed for each.',
    source: 'The list of inputs in action.yml.',
  },
  'input-renamed': {
    severity: 'notice',
    title: 'An input has a new name',
    wrong: 'An input is given under its former name. It is used as before.',
    seen: 'Nothing: the run goes on.',
    fix: 'Write the input under the name that the message says.',
    source: 'The descriptions in action.yml.',
  },
  'binary-missing': {
    severity: 'error',
    title: 'The binary that the input names is not there',
    wrong: 'The `binary` input names a file that does not exist in the workspace.',
    seen: 'Nothing: the run stops before anything is packed.',
    fix: 'Set `binary` to the path of the built file, relative to the workspace, and build it in an earlier step of the same job. Or remove the input: the action builds the project itself.',
    source: 'The `binary` input in action.yml.',
  },
  'package-missing': {
    severity: 'error',
    title: 'The package that the input names is not there',
    wrong: 'The `package` input names a file that does not exist in the workspace.',
    seen: 'Nothing: the run stops before anything is deployed.',
    fix: 'Set `package` to the path of the zip, relative to the workspace. After `actions/download-artifact` that is the folder it downloads to, and the name of the zip.',
    source: 'The `package` input in action.yml.',
  },
  'package-digest-mismatch': {
    severity: 'error',
    title: 'The package is not the one that was checked',
    wrong: 'The SHA-256 of the zip that `package` names differs from `package-sha256`.',
    seen: 'Nothing: the run stops before anything inside the zip is read.',
    fix: 'Pass the output `package-sha256` of the job that made the package, and download the artifact of that very run.',
    source: 'The `package-sha256` input in action.yml.',
  },
  'deploy-fork-code': {
    severity: 'error',
    title: 'The code of a fork would be deployed',
    wrong:
      'The run was started for a pull request from a fork (`pull_request*`, or `workflow_run` after one), or by an event that anybody may cause (`issue_comment`, for example), and what is checked out is not known to be code of this repository. Where such a run has credentials, anybody could put a function into the app by opening a pull request.',
    seen: 'Nothing: the run stops before anything is built and before it signs in.',
    fix: 'Leave `app-name` empty in such runs, or deploy on `push`. To deploy the own code of the repository from there, use `actions/checkout` without `ref` and `repository`.',
    source:
      'GitHub Docs, "Secure use reference" on `pull_request_target` and `workflow_run`; the payload of the event and the files of `.git`.',
  },
  'fork-path-outside': {
    severity: 'error',
    title: "A fork's run would read outside of the workspace",
    wrong:
      'A fork has or may have a part in the run, and host.json, the main package, a module, the workspace of Go, a replacement, a file of a package or the executable lies outside of the workspace, most often through a symbolic link. What lies there may belong to the machine: credentials, or the files of other jobs.',
    seen: 'Nothing: the run stops before anything of it is read, built or written.',
    fix: 'Remove the link, or keep what the build reads inside the checkout. What belongs to this repository is checked on `push`, where no such limit holds.',
    source: 'realpath(3) of what `go list -deps` and the module files name; docs/threat-model.md.',
  },
  'fork-version-control': {
    severity: 'error',
    title: "A fork's run with another version control than Git",
    wrong:
      'A fork has or may have a part in the run, and `.hg`, `.svn`, `.bzr`, `_FOSSIL_` or `.fslckout` is in or above the project. Go before 1.24 starts the program of that version control, which obeys files of the project (`.hg/hgrc`).',
    seen: 'Nothing: the run stops before anything is built.',
    fix: 'Remove it from the repository.',
    source:
      'src/cmd/go/internal/vcs in golang/go; the settings of the programs, for example `hg help config.hooks`.',
  },
  'temp-folder-unwritable': {
    severity: 'error',
    title: 'No temporary folder can be made',
    wrong: 'The temporary folder of the runner is full or read-only.',
    seen: 'Nothing: the run stops before the package is written.',
    fix: 'Make room on the disk, or let `RUNNER_TEMP` name a folder that is writable. Hosted runners have it under the folder of the work.',
    source: 'mkdtemp(3), as the system refused it.',
  },
  'executable-folder-unwritable': {
    severity: 'error',
    title: 'The folder of the executable cannot be made',
    wrong:
      'host.json starts an executable in a sub-folder, and that folder is not there and cannot be made: the workspace is full or read-only, or a file has its name.',
    seen: 'Nothing: the run stops before anything is built.',
    fix: 'Build in a workspace that is writable. Where that cannot be, build elsewhere and set `binary`.',
    source: 'mkdir(2), as the system refused it.',
  },
  'build-silent': {
    severity: 'error',
    title: 'go build gave neither a binary nor a reason',
    wrong: 'The Go command ended without an executable, and printed nothing that explains it.',
    seen: 'Nothing: there is no binary to deploy.',
    fix: 'Run the job again with debug logging. If it stays, run the printed command by hand.',
    source: 'The exit code and output of `go build`.',
  },
} as const satisfies Record<string, CodeDescription>

export type StageCode = keyof typeof stageCodes
