/**
 * Rows on which the action and the host may differ, each with its reason. A row that agrees must not stand here.
 */

export const exceptionLists = {
  policy: 'The action is stricter than the host, on purpose',
  unknowable: 'What the host did cannot be known without the network or the app settings',
  waiting: 'Work that is still to be done',
} as const
export type ExceptionList = keyof typeof exceptionLists

export interface Exception {
  readonly list: ExceptionList
  readonly reason: string
  readonly rows: readonly string[]
}

export const exceptions: readonly Exception[] = [
  {
    list: 'policy',
    reason: "The host's own start page of 150 kB: the model gives its title only",
    rows: ['route-matching/routes-no-prefix-asks-root', 'handler/path /'],
  },
  {
    list: 'unknowable',
    reason:
      'Whether the app has the setting between the percent signs: a warning until its settings are known',
    rows: [
      'functions/F1575',
      'functions/F1610',
      'functions/schedule-setting',
      'functions/schedule-setting-absent',
      'functions/schedule-setting-with-a-time-span',
      'functions/schedule-setting-empty',
      'projects/one-edit-153',
    ],
  },
  {
    list: 'unknowable',
    reason: 'A binding type that nobody has heard of may be newer than the table: a warning with its date',
    rows: [
      'projects/project-good-a-binding-that-is-not-known-yet',
      'projects/one-edit-328',
      'projects-answers/one-edit-328',
    ],
  },
  {
    list: 'policy',
    reason:
      'forwarding-misplaced: the host ignores the flag, and nobody writes it to have it ignored; the recorded handler answers the contract as well',
    rows: [
      'projects/given-bad-forwarding-under-description',
      'projects/project-forwarding-misplaced-1',
      'projects/project-forwarding-misplaced-2',
    ],
  },
  {
    list: 'policy',
    reason:
      'package-backslash: most tools that write such an entry meant a folder, and Linux makes a file of that name',
    rows: ['projects/project-executable-path-windows-2-program-under-that-name'],
  },
  {
    list: 'policy',
    reason: 'executable-go-run: the recorded machine had Go, the images of Azure have none',
    rows: ['projects/project-executable-go-run-1', 'projects-answers/project-executable-go-run-1'],
  },
  {
    list: 'policy',
    reason: 'executable-is-script: the action proves a program, and cannot look through a script',
    rows: ['projects/project-good-a-script-and-the-program-that-it-starts'],
  },
  {
    list: 'policy',
    reason: 'executable-undetermined: a shell does not say which file of the package is the program',
    rows: ['projects/project-good-a-shell-and-the-program-that-it-starts'],
  },
  {
    list: 'unknowable',
    reason: 'The program is overridden by an app setting, and the zip is looked through before sign-in',
    rows: ['projects/v4-settings-executable-overridden-2'],
  },
  {
    list: 'unknowable',
    reason: 'The recorded handler was another one, which gives the contract an output',
    rows: ['projects-answers/found-r11', 'projects-answers/found-r11b'],
  },
  {
    list: 'unknowable',
    reason:
      'A program of the system that starts and never listens: no program is started to compare the statuses',
    rows: [
      'projects-answers/project-executable-undetermined-2',
      'projects-answers/hj-customhandler-description-defaultexecutablepath-7',
    ],
  },
  {
    list: 'unknowable',
    reason: 'Of two folders whose names differ in case only, the file system says which one is the first',
    rows: ['projects-answers/project-function-name-repeated-1'],
  },
  {
    list: 'policy',
    reason: 'Routes of host.json are newer than the recorded host; one that reads them refuses this worker',
    rows: ['projects-answers/project-routes-worker-runtime-1'],
  },
]

/** The exception of one row of a recording, as `recording/id`. */
export function exceptionOf(recording: string, id: string): Exception | undefined {
  return exceptions.find(({ rows }) => rows.includes(`${recording}/${id}`))
}
