/** The lines in which `go` says what it is doing. Pure. */

/**
 * Whether a line only says what `go` is doing, so that it may be shown while the build runs.
 *
 * @param line one line of standard error
 * @returns true for `go: downloading …` and its like
 */
export function isProgress(line: string): boolean {
  return /^go: (?:downloading|extracting|finding|added|upgraded|found) /.test(line)
}
