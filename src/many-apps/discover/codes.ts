/** What the codes mean that `discover` raises: about commits, the mapping file and the matrix. Texts only. */
import type { CodeDescription } from '../../findings'

export const discoverCodes = {
  'changes-uncertain': {
    severity: 'warning',
    title: 'Nothing shows which apps changed',
    wrong:
      'The clone does not hold the commit to compare with, or Go cannot list what an app imports. Each such app counts as changed.',
    seen: 'The run builds and deploys more apps than have changed. It leaves none out.',
    fix: 'Set `fetch-depth: 0` on `actions/checkout`, and run `actions/setup-go` before this step. The message names the command that failed.',
    source: 'the exit codes of `git` and `go list`',
  },
  'git-failed': {
    severity: 'error',
    title: 'Git does not answer',
    wrong: 'A command of Git failed, and the action cannot go on without its answer.',
    seen: 'Nothing: the step stops before anything is built.',
    fix: 'Run `actions/checkout` before this step. Use a runner that has Git.',
    source: 'the exit code of `git`',
  },
  'head-not-checked-out': {
    severity: 'error',
    title: 'Another commit is checked out',
    wrong:
      'The input `head` names another commit than the checked-out one. The action reads from the files on disk what the apps import, so it would mix both commits.',
    seen: 'Nothing: the step stops before anything is built.',
    fix: 'Check out the commit of `head` with `ref:` of `actions/checkout`, or remove `head`.',
    source: 'interface of this action',
  },
  'app-none-found': {
    severity: 'warning',
    title: 'There is no Go function app',
    wrong:
      'No folder holds both Go files and a `host.json` with a custom handler or with the Go worker. The log lists each `host.json` that does not count, with the reason.',
    seen: 'Nothing is deployed.',
    fix: 'Correct `working-directory` or `exclude`.',
    source: 'interface of this action',
  },
  'app-folder-name': {
    severity: 'error',
    title: 'The name of an app folder cannot be used',
    wrong:
      'The path begins or ends with white space, or it holds a control character. GitHub removes such white space from an input, and a line end cuts the input. The next job would then build another folder.',
    seen: 'Nothing: the step stops before anything is built.',
    fix: 'Rename the folder, or name the folder in `exclude`.',
    source: 'actions/toolkit, `getInput`',
  },
  'app-mapping-invalid': {
    severity: 'error',
    title: 'The mapping file has an entry that cannot be used',
    wrong:
      'The mapping file says which folder belongs to which function app. It is not JSON, or an entry has an unknown name, or an entry names a folder without an app. The message lists all such entries at once.',
    seen: 'Nothing: the step stops before anything is deployed.',
    fix: 'Correct the entries at the lines that the message names. docs/many-apps.md describes the file.',
    source: 'interface of this action',
  },
  'app-environment-unknown': {
    severity: 'error',
    title: 'The mapping file does not know the environment',
    wrong: 'The mapping file does not mention the environment that the input `environment-name` names.',
    seen: 'Nothing: the step stops before anything is deployed.',
    fix: 'Correct the input, or add the environment to `environments` in the mapping file. An empty object is enough.',
    source: 'interface of this action',
  },
  'app-name-missing': {
    severity: 'error',
    title: 'A folder has no function app',
    wrong:
      '`environment-name` is set, but neither the mapping file nor `app-name-pattern` names a function app for the folder. Without this error nobody would notice that the folder is not deployed.',
    seen: 'Nothing: the step stops before anything is deployed.',
    fix: 'Set `app-name-pattern`, or name the function app in the mapping file. If the folder is not to be deployed to this environment, write `false` for the environment.',
    source: 'interface of this action',
  },
  'app-name-shared': {
    severity: 'error',
    title: 'Two folders have the same function app',
    wrong:
      'Two folders belong to the same function app and slot. The deployment of one would replace the other.',
    seen: 'The app has the functions of the folder that was deployed last, and no others.',
    fix: 'Give each folder a function app of its own, or name one of the folders in `exclude`.',
    source: 'interface of this action',
  },
  'matrix-too-large': {
    severity: 'error',
    title: 'The matrix has more jobs than GitHub starts',
    wrong: 'The matrix has more than 256 apps. GitHub refuses a run with such a matrix.',
    seen: 'Nothing: the step stops before anything is deployed.',
    fix: 'Divide the apps among several jobs with the input `part`, as the message says.',
    source:
      'GitHub Docs, usage limits of Actions: a job matrix can generate at most 256 jobs per workflow run',
  },
} as const satisfies Record<string, CodeDescription>
