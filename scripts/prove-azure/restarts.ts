/**
 * Answers that depend on the moment: what stands in the place of a host that is starting again, and what the version
 * before answers. Pure; says what they are, and compares nothing.
 */
import type { Lane, ScenarioOutline, Variant } from './outline'

/** An answer in the host's place: by the platform, or by the bridge of the resource manager. */
export function isAway(question: string, { status }: Variant): boolean {
  if (/^\w+ app /.test(question)) return status === 0 || status >= 500
  return /^\w+ arm \S*\/(?:host|hostruntime|listkeys)\b/.test(question) && (status === 400 || status >= 500)
}

export function isEverAway({ lanes }: ScenarioOutline): boolean {
  return lanes.some(({ question, variants }) => variants.some((each) => isAway(question, each)))
}

/** Whether the host itself answered a question in any scenario. */
export function isEverAnswered(question: string, scenarios: readonly ScenarioOutline[]): boolean {
  return variantsOf(question, scenarios).some((each) => !isAway(question, each))
}

/** What any scenario was answered. */
export function variantsOf(question: string, scenarios: readonly ScenarioOutline[]): readonly Variant[] {
  const lanes: readonly Lane[] = scenarios.flatMap((each) => each.lanes)
  return lanes.filter((lane) => lane.question === question).flatMap(({ variants }) => variants)
}
