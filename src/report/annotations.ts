/**
 * Which findings become annotations and what they say, within what GitHub shows of one step.
 * Pure; `publish.ts` prints them.
 */
import { type Finding, type Location, type Severity, severities } from '../findings'
import { passagesOf, plainText, proseOf } from '../text/passages'
import { clip, visible } from '../text/visible'
import { isPosition, isRepositoryFile } from './position'

/** GitHub shows at most this many of each severity per step and drops the rest without a word. */
export const annotationSlots = 10

/** The runner cuts longer messages in the middle of whatever they say. */
export const longestAnnotation = 4096

const longestHint = 1500

/** One annotation, in the words of `@actions/core`. */
export interface Annotation {
  readonly severity: Severity
  readonly title: string
  readonly message: string
  /** Relative to the repository root, with forward slashes. */
  readonly file?: string
  readonly startLine?: number
  readonly endLine?: number
  readonly startColumn?: number
  readonly endColumn?: number
}

export interface AnnotationBudget {
  /** Errors that may be used; one fewer than `annotationSlots` when the step then fails, which takes one. */
  readonly errorSlots?: number
}

/**
 * Chooses and words the annotations: errors first; of each severity the first finding of every code before
 * the second of any, so that forty of a kind do not hide the one that matters. Where not all have room, the last
 * slot says how many more there are.
 *
 * @param findings what to annotate, in the order of the stages
 * @param budget how many slots there are for errors; 10 by default
 * @returns at most 10 errors (or `errorSlots`), 10 warnings and 10 notices; lines and columns count from 1
 * @see GitHub Docs "Workflow commands"; runner sources `ExecutionContext.cs`, `ActionCommandManager.cs`
 */
export function planAnnotations(findings: readonly Finding[], budget: AnnotationBudget = {}): Annotation[] {
  return choose(findings, budget).flatMap(({ severity, shown, left }) => [
    ...shown.map(annotationOf),
    ...(left.length === 0 ? [] : [remainder(severity, left.length)]),
  ])
}

/**
 * What the annotations of these findings do not say: findings that have none, and what a server or a program said.
 *
 * @param findings as for `planAnnotations`
 * @param budget as for `planAnnotations`
 * @returns texts for the log, each with its line ends
 */
export function unannotated(findings: readonly Finding[], budget: AnnotationBudget = {}): string[] {
  return choose(findings, budget).flatMap(({ shown, left }) => [
    ...shown.flatMap((finding) => {
      if (isCut(finding)) return [lineOf(finding)]
      const answers = passagesOf(finding.message).filter(({ kind }) => kind === 'block')
      return answers.map(({ text }) => `${oneLine(finding.code)}:\n${indented(text)}`)
    }),
    ...left.map(lineOf),
  ])
}

function choose(
  findings: readonly Finding[],
  budget: AnnotationBudget,
): readonly { readonly severity: Severity; readonly shown: Finding[]; readonly left: Finding[] }[] {
  const errorSlots = Math.max(1, Math.min(annotationSlots, budget.errorSlots ?? annotationSlots))
  return severities.map((severity) => {
    const slots = severity === 'error' ? errorSlots : annotationSlots
    const own = byImportance(findings.filter((finding) => finding.severity === severity))
    const amount = own.length <= slots ? own.length : slots - 1
    return { severity, shown: own.slice(0, amount), left: own.slice(amount) }
  })
}

function lineOf(finding: Finding): string {
  const { severity, code, location, message, hint } = finding
  const place = location === undefined ? '' : ` at ${placeOf(location)}`
  const fix = hint === '' ? '' : `\n${indented(plainText(hint))}`
  return `${severity} ${code}${place}: ${plainText(message)}${fix}`
}

function indented(text: string): string {
  return `  ${text.split('\n').join('\n  ')}`
}

function byImportance(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>()
  const first: Finding[] = []
  const repeated: Finding[] = []
  for (const finding of findings) {
    ;(seen.has(finding.code) ? repeated : first).push(finding)
    seen.add(finding.code)
  }
  return [...first, ...repeated]
}

function remainder(severity: Severity, amount: number): Annotation {
  const noun = `${severity}${amount === 1 ? '' : 's'}`
  return {
    severity,
    title: `${amount} more ${noun}`,
    message: `and ${amount} more ${noun}: see the job summary`,
  }
}

function annotationOf(finding: Finding): Annotation {
  const location = finding.location === undefined ? {} : positionOf(finding.location)
  return {
    severity: finding.severity,
    title: clip(oneLine(finding.code), 200),
    message: messageFor(finding),
    ...location,
  }
}

/** Place and code are repeated in the text, because the log shows nothing else of an annotation. */
function messageFor(finding: Finding): string {
  const { head, prose, tail } = partsOf(finding)
  return untagged(head + clip(prose, longestAnnotation - head.length - tail.length) + tail)
}

/** Whether the annotation of a finding ends before its text does. */
function isCut(finding: Finding): boolean {
  const { head, prose, tail } = partsOf(finding)
  return (
    head.length + prose.length + tail.length > longestAnnotation ||
    visible(plainText(finding.hint)).length > longestHint
  )
}

function partsOf({ code, message, hint, location }: Finding): { head: string; prose: string; tail: string } {
  const fix = hint === '' ? '' : `\n${clip(visible(plainText(hint)), longestHint)}`
  return {
    head: location === undefined ? '' : `${placeOf(location)}: `,
    // What a server said in full stands in the summary and in the log.
    prose: visible(proseOf(message)).trimEnd(),
    tail: ` (${clip(oneLine(code), 200)})${fix}`,
  }
}

/** The log view draws a line that begins with `##[error]` as an error, also within the text of an annotation. */
function untagged(text: string): string {
  return text.replaceAll('##[', '# #[')
}

function placeOf({ file, line, column }: Location): string {
  const parts = [oneLine(file), line, line === undefined ? undefined : column]
  return clip(parts.filter((part) => part !== undefined).join(':'), 500)
}

function oneLine(text: string): string {
  return visible(text).replace(/\n/g, '⏎')
}

/** The runner drops a whole position that is inconsistent; only what is consistent is handed over. */
function positionOf(location: Location): Partial<Annotation> {
  const { file, line, column, endLine, endColumn } = location
  // A name that a reader would not see as it is stands in the text alone, where it is written out.
  if (!isRepositoryFile(file) || untagged(visible(file)) !== file) return {}
  if (!isPosition(line)) return { file }
  const lastLine = isPosition(endLine) && endLine > line ? endLine : line
  if (lastLine !== line) return { file, startLine: line, endLine: lastLine }
  if (!isPosition(column)) return { file, startLine: line }
  const lastColumn = isPosition(endColumn) && endColumn >= column ? { endColumn } : {}
  return { file, startLine: line, startColumn: column, ...lastColumn }
}
