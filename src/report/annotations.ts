/**
 * Which findings become annotations and what they say, within what GitHub shows of one step.
 * Pure; `publish.ts` prints them.
 */
import { type Finding, type Location, type Severity, severities } from '../findings'
import { plainText, proseOf } from '../text/passages'
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
  const errorSlots = Math.max(1, Math.min(annotationSlots, budget.errorSlots ?? annotationSlots))
  return severities.flatMap((severity) => {
    const slots = severity === 'error' ? errorSlots : annotationSlots
    const own = byImportance(findings.filter((finding) => finding.severity === severity))
    if (own.length <= slots) return own.map(annotationOf)
    const shown = own.slice(0, slots - 1)
    return [...shown.map(annotationOf), remainder(severity, own.length - shown.length)]
  })
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

/** The place is repeated in the text, because the log shows nothing else of an annotation. */
function messageFor(finding: Finding): string {
  const place = finding.location === undefined ? '' : `${placeOf(finding.location)}: `
  const hint = finding.hint === '' ? '' : `\n${clip(visible(plainText(finding.hint)), longestHint)}`
  // What a server said in full stands in the summary and in the log.
  return untagged(clip(place + visible(proseOf(finding.message)), longestAnnotation - hint.length) + hint)
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
