/**
 * Hands the finished report to GitHub: annotations as workflow commands, the summary to its file.
 * A report that cannot be written never fails a run: the reason is returned for the log.
 */
import { appendFile, stat, truncate } from 'node:fs/promises'
import { type AnnotationProperties, error, notice, warning } from '@actions/core'
import { messageOf } from '../errors'
import type { Finding } from '../findings'
import { type Annotation, annotationSlots, planAnnotations, unannotated } from './annotations'

/** What a log of the job can do, as far as it is needed here. */
interface GroupedLog {
  info(line: string): void
  group(title: string): void
  endGroup(): void
}

/**
 * Tells each finding once, as an annotation where there is room: the runner writes those into the log, too.
 *
 * @param findings in the order of the stages
 * @param reserved how many annotations of errors are needed for something else
 */
export function tellFindings(findings: readonly Finding[], reserved: number, log: GroupedLog): void {
  const budget = { errorSlots: annotationSlots - reserved }
  const others = unannotated(findings, budget)
  if (others.length > 0) {
    log.group('What the annotations leave out')
    for (const text of others) log.info(text)
    log.endGroup()
  }
  publishAnnotations(planAnnotations(findings, budget))
}

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
