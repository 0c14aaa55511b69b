/**
 * Rows whose answer depends on more than the host, each with its reason: what differs in them is shown and does not
 * count.
 */

const reasons: Readonly<Record<string, string>> = {
  'projects/project-executable-go-run-1': 'the recorded machine had Go on its PATH',
  'projects/project-function-name-repeated-1':
    'of two folders whose names differ in case only, the file system says which one is the first',
  'projects/project-routes-worker-runtime-1':
    'hosts that are newer than the recorded one read the routes of host.json',
  'projects/project-good-a-binding-that-is-not-known-yet': 'which binding types there are, the bundle says',
  'projects/one-edit-328': 'which binding types there are, the bundle says',
}

/** @returns undefined for a row that every host of the recorded version answers alike */
export function reasonNotToRepeat(recording: string, id: string): string | undefined {
  return reasons[`${recording}/${id}`]
}
