/**
 * What docs/findings.md says about folders that cannot be read.
 * Texts only.
 */
import type { CodeDescription } from '../findings'

export const folderCodes = {
  'working-directory-missing': {
    severity: 'error',
    title: 'The working directory does not exist',
    wrong:
      'The folder that the input `working-directory` names is not in the checked-out repository, or it is a file.',
    seen: 'Nothing: the step stops before anything is built.',
    fix: 'Correct the input; it is relative to the repository root. Run `actions/checkout` before this step.',
    source: 'interface of this action',
  },
  'project-folder': {
    severity: 'error',
    title: 'The project folder cannot be read',
    wrong: 'The folder or one below it cannot be listed.',
    seen: 'Nothing: the step stops before anything is built.',
    fix: 'Make the folder readable for the user that the runner works as.',
    source: 'interface of this action',
  },
  'project-too-large': {
    severity: 'error',
    title: 'The project folder holds too many files',
    wrong: 'More than 50,000 files or 2,000 function folders lie below the working directory.',
    seen: 'Nothing: the step stops before anything is built.',
    fix: 'Set `working-directory` to the folder of the function app alone.',
    source: 'limit of this action',
  },
} as const satisfies Record<string, CodeDescription>
