/**
 * Scenarios in which the host comes and goes by design, since its handler dies: whoever asks meets it, what stands in
 * its place, or the version before. Pure; says what is left to compare, and compares nothing.
 */
import type { Lane, ScenarioOutline, Variant } from './outline'

/** An answer in the host's place: by the platform, or by the bridge of the resource manager. */
function isAway(question: string, { status }: Variant): boolean {
  if (/^\w+ app /.test(question)) return status === 0 || status >= 500
  return /^\w+ arm \S*\/(?:host|hostruntime|listkeys)\b/.test(question) && (status === 400 || status >= 500)
}

export function isEverAway({ lanes }: ScenarioOutline): boolean {
  return lanes.some(({ question, variants }) => variants.some((each) => isAway(question, each)))
}

/** The same questions, with the answers that the host gave itself. */
export function withoutAway({ lanes }: ScenarioOutline): readonly Lane[] {
  return lanes.map((lane) => ({
    ...lane,
    variants: lane.variants.filter((each) => !isAway(lane.question, each)),
  }))
}

/** What can be met at any moment: each question with every answer that any scenario has, and no need to ask it. */
export function anyMoment(scenario: ScenarioOutline, reference: readonly ScenarioOutline[]): ScenarioOutline {
  const lanes = new Map<string, Lane>()
  const isChange = (question: string): boolean => !question.startsWith('GET ')
  for (const lane of [scenario, ...reference].flatMap(({ lanes: all }) => all)) {
    const { question } = lane
    const known = lanes.get(question)
    if (known) lanes.set(question, { ...known, variants: [...known.variants, ...lane.variants] })
    else if (!isChange(question)) lanes.set(question, { ...lane, isOccasional: true, wavers: true })
    else if (scenario.lanes.includes(lane)) lanes.set(question, { ...lane, wavers: true })
  }
  return { ...scenario, lanes: [...lanes.values()] }
}
