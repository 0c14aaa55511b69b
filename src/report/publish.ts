/**
 * Hands the finished report to GitHub: annotations as workflow commands, the summary and the files that inputs name
 * to disk.
 * A report that cannot be written never fails a run: the reason is returned for the log.
 */
import { appendFile, lstat, mkdir, rename, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type AnnotationProperties, error, notice, warning } from '@actions/core'
import { messageOf } from '../errors'
import type { Annotation } from './annotations'
import type { RunReport } from './run-report'

/**
 * Prints the annotations, in their order, on stdout.
 *
 * @param annotations what `planAnnotations` chose
 */
export function publishAnnotations(annotations: readonly Annotation[]): void {
  const print = { error, warning, notice }
  for (const annotation of annotations) {
    print[annotation.severity](annotation.message, propertiesOf(annotation))
  }
}

function propertiesOf(annotation: Annotation): AnnotationProperties {
  const { severity: _severity, message: _message, ...properties } = annotation
  return properties
}

/**
 * Appends the summary to the file that the runner shows.
 *
 * @param markdown the summary
 * @param env the environment with `GITHUB_STEP_SUMMARY`
 * @returns why it was not written, in one sentence; `undefined` when it was
 * @see GitHub Docs "Workflow commands", "Adding a job summary"
 */
export async function writeSummary(
  markdown: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const path = env['GITHUB_STEP_SUMMARY']
  if (path === undefined || path === '') {
    return 'No summary was written: GITHUB_STEP_SUMMARY is not set.'
  }
  // Markdown glued to an earlier last line would become part of it.
  const sizeBytes = await stat(path).then(
    (file) => file.size,
    () => 0,
  )
  try {
    await appendFile(path, sizeBytes > 0 ? `\n\n${markdown}` : markdown)
    return undefined
  } catch (thrown) {
    // Half a table would break what other steps have written.
    await truncate(path, sizeBytes).catch(() => undefined)
    return `No summary was written to '${path}': ${messageOf(thrown)}`
  }
}

/**
 * Writes the whole run as JSON, as docs/report.schema.json describes it. Missing folders are made.
 *
 * @param path where to
 * @param report the run
 * @returns why it was not written, in one sentence; `undefined` when it was
 */
export async function writeReportFile(path: string, report: RunReport): Promise<string | undefined> {
  return writeResultFile(path, `${JSON.stringify(report, null, 2)}\n`, 'report')
}

/**
 * Writes a file that an input asks for. Missing folders are made.
 *
 * @param path where to
 * @param text what
 * @param what what the file is, for the reason, for example `report`
 * @returns why it was not written, in one sentence; `undefined` when it was
 */
export async function writeResultFile(path: string, text: string, what: string): Promise<string | undefined> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeWhole(path, text)
    return undefined
  } catch (thrown) {
    return `No ${what} was written to '${path}': ${messageOf(thrown)}`
  }
}

/** Half a file would be taken for a whole one: it is written beside its place and then moved there. */
async function writeWhole(path: string, text: string): Promise<void> {
  const present = await stat(path).catch(() => undefined)
  // A device or a pipe has nothing beside it, and a link stays one.
  if (present !== undefined && (!present.isFile() || (await lstat(path)).isSymbolicLink())) {
    await writeFile(path, text)
    return
  }
  // Most runs write no report file, and loading this takes longer than reading the inputs.
  const { randomBytes } = await import('node:crypto')
  // Names end at 255 bytes: the last part of this one is not built on that of the file.
  const partial = join(dirname(path), `.${randomBytes(6).toString('hex')}.partial`)
  try {
    await writeFile(partial, text, { flag: 'wx' })
    await rename(partial, path)
  } catch (thrown) {
    await rm(partial, { force: true }).catch(() => undefined)
    throw thrown
  }
}
