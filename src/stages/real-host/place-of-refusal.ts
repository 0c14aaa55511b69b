/** Which of our own errors an error of the host is about: the one whose place the model of the host names for it. Pure. */
import type { Project } from '../../checks/project'
import type { Finding } from '../../findings'

/** What the host does not let pass. */
export interface HostRefusal {
  readonly functionName?: string
  /** In the host's words, or what it did. */
  readonly text: string
  readonly kind: 'refuses' | 'call'
  readonly severity: 'error' | 'warning'
}

/** The function that a finding is about, by its name or by its folder. */
export function functionOf({ functionName, location }: Finding): string | undefined {
  if (functionName !== undefined) return functionName
  const [, folder] = /(?:^|\/)([^/]+)\/function\.json$/.exec(location?.file ?? '') ?? []
  return folder
}

/** @returns the error that predicted the refusal; undefined when none did */
export function findingFor(
  project: Project,
  tried: readonly Finding[],
  { functionName, text }: HostRefusal,
): Finding | undefined {
  if (functionName !== undefined) return tried.find((finding) => functionOf(finding) === functionName)
  // The model says it in the same words, and at which place.
  const refused = project.app.refusals.find((one) => isSameText(one.text, text))
  if (refused !== undefined) {
    const file = project.folder === '.' ? refused.file : `${project.folder}/${refused.file}`
    const there = tried.filter(({ location }) => location === undefined || location.file === file)
    const atLine = there.find(
      ({ location }) => location?.line !== undefined && location.line === refused.span?.line,
    )
    const found = atLine ?? there[0]
    if (found !== undefined) return found
  }
  // Else the one that quotes most of what the host quotes.
  const words = quotedIn(text)
  const ranked = tried
    .map((finding) => ({ finding, shared: words.filter((word) => finding.message.includes(word)).length }))
    .sort((one, other) => other.shared - one.shared)
  const [best] = ranked
  if (best !== undefined && best.shared > 0) return best.finding
  return tried.find((finding) => functionOf(finding) === undefined) ?? tried[0]
}

function isSameText(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)]
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a))
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

function quotedIn(text: string): readonly string[] {
  return [...text.matchAll(/['"`]([^'"`]{1,200})['"`]/g)]
    .map(([, word = '']) => word)
    .filter((word) => word.length > 1)
}
