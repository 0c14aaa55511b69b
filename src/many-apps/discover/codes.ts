/** What the codes mean that `discover` raises: about commits, the mapping file and the matrix. Texts only. */
import type { CodeDescription } from '../../findings'

export const discoverCodes = {
  'changes-uncertain': {
    severity: 'warning',
    title: 'It cannot be told which apps changed',
    wrong:
      'The commit to compare with is not in the clone, or Go cannot say what the apps import. Every app that this concerns counts as changed.',
    seen: 'More apps are built and deployed than changed. None is left out.',
    fix: 'Set `fetch-depth: 0` on `actions/checkout`, and run `actions/setup-go` before this step. The message names what failed.',
    source: 'the exit codes of `git` and `go list`',
  },
  'git-failed': {
    severity: 'error',
    title: 'Git does not answer',
    wrong: 'A command of Git failed on which everything else rests.',
    seen: 'Nothing: the step stops before anything is built.',
    fix: 'Run `actions/checkout` before this step, on a runner that has Git.',
    source: 'the exit code of `git`',
  },
  'head-not-checked-out': {
    severity: 'error',
    title: 'Another commit is checked out',
    wrong:
      'The input `head` names a commit that is not the one on disk. What apps import is read from the files on disk, so the answer would be a mixture of both.',
    seen: 'Nothing: the step stops before anything is built.',
    fix: 'Check that commit out with `ref:` of `actions/checkout`, or leave `head` out.',
    source: 'interface of this action',
  },
  'app-none-found': {
    severity: 'warning',
    title: 'There is no Go function app',
    wrong:
      'No folder has a `host.json` with a custom handler, or of the Go worker, together with Go files. The log names every `host.json` that was left out, and why.',
    seen: 'Nothing is deployed.',
    fix: 'Correct `working-directory` or `exclude`.',
    source: 'interface of this action',
  },
  'app-folder-name': {
    severity: 'error',
    title: 'The name of an app folder cannot be handed on',
    wrong:
      'The path has a control character, or white space at an end. Inputs of steps lose white space, and a line end would cut them: another folder would be built.',
    seen: 'Nothing: the step stops before anything is built.',
    fix: 'Rename the folder, or name it in `exclude`.',
    source: 'actions/toolkit, `getInput`',
  },
  'app-mapping-invalid': {
    severity: 'error',
    title: 'The mapping file has an entry that cannot be used',
    wrong:
      'The file that says which folder is which function app is no JSON, has an entry that is not known, or names a folder without an app. All such entries are listed at once.',
    seen: 'Nothing: the step stops before anything is deployed.',
    fix: 'Correct the entries at their lines; the page on many apps describes the file.',
    source: 'interface of this action',
  },
  'app-environment-unknown': {
    severity: 'error',
    title: 'The mapping file does not know the environment',
    wrong: 'The input `environment-name` names an environment that occurs nowhere in the mapping file.',
    seen: 'Nothing: the step stops before anything is deployed.',
    fix: 'Correct the input, or add the environment to `environments` in the mapping file. An empty object is enough.',
    source: 'interface of this action',
  },
  'app-name-missing': {
    severity: 'error',
    title: 'Nothing says which function app a folder is',
    wrong:
      'An environment is given, but neither the mapping file nor `app-name-pattern` names a function app for the folder. It would be left out in silence.',
    seen: 'Nothing: the step stops before anything is deployed.',
    fix: 'Set `app-name-pattern`, or name the function app in the mapping file. `false` for the environment says that the app is not deployed there.',
    source: 'interface of this action',
  },
  'app-name-shared': {
    severity: 'error',
    title: 'Two folders are the same function app',
    wrong: 'Two folders are mapped to one function app and slot. Each deployment would replace the other.',
    seen: 'The functions of only one of the folders, whichever was deployed last.',
    fix: 'Give each folder its own function app, or leave one of them out.',
    source: 'interface of this action',
  },
  'matrix-too-large': {
    severity: 'error',
    title: 'The matrix has more jobs than GitHub starts',
    wrong: 'More than 256 apps belong into the matrix. GitHub would refuse the whole run.',
    seen: 'Nothing: the step stops before anything is deployed.',
    fix: 'Divide the apps among several jobs with the input `part`, as the message says.',
    source:
      'GitHub Docs, usage limits of Actions: a job matrix can generate at most 256 jobs per workflow run',
  },
} as const satisfies Record<string, CodeDescription>
