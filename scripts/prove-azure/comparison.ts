/**
 * Holds a recording against a reference, question by question. Pure: outlines in, sentences out. What may differ, the
 * tolerances say.
 */
import type { Lane, ScenarioOutline, Variant } from './outline'
import { isAway, isEverAnswered, isEverAway, variantsOf } from './restarts'
import type { Tolerances } from './tolerances'

export const differenceKinds = ['question', 'status', 'header', 'body', 'state', 'order', 'time'] as const
export type DifferenceKind = (typeof differenceKinds)[number]

export interface Difference {
  readonly kind: DifferenceKind
  readonly scenario: string
  readonly question: string
  readonly text: string
}

type Told = readonly [DifferenceKind, string]

/** One scenario, and what it is held against. */
interface Held {
  readonly tolerances: Tolerances
  /** All of it, since an answer of one scenario may be met in the next. */
  readonly recording: readonly ScenarioOutline[]
  readonly reference: readonly ScenarioOutline[]
  /** The host comes and goes in this scenario. */
  readonly wavers: boolean
}

/** @param reference only scenarios of the recording are looked at */
export function compared(
  recording: readonly ScenarioOutline[],
  reference: readonly ScenarioOutline[],
  tolerances: Tolerances,
): readonly Difference[] {
  return recording.flatMap((own): readonly Difference[] => {
    const { scenario } = own
    const report = (kind: DifferenceKind, question: string, text: string): Difference => ({
      kind,
      scenario,
      question,
      text,
    })
    const expected = reference.find((each) => each.scenario === scenario)
    if (!expected) return [report('question', '', 'The reference has no such scenario.')]
    const wavers = tolerances.wavering.includes(scenario)
    if (wavers && isEverAway(expected) && !isEverAway(own))
      return [report('state', '', 'The host was never away.')]
    const held: Held = { tolerances, recording, reference, wavers }
    const isCompared = (question: string): boolean =>
      !tolerances.questions.some((each) => each.test(question)) &&
      !(tolerances.signIn && /^\w+ (?:entra|oidc) /.test(question))
    const found = own.lanes.filter(({ question }) => isCompared(question))
    const wanted = expected.lanes.filter(({ question }) => isCompared(question))
    const lanes = new Map(found.map((lane) => [lane.question, lane]))
    const isOptional = ({ question, isOccasional }: Lane): boolean =>
      isOccasional || (wavers && !isChange(question))
    return [
      ...wanted
        .filter((lane) => !lanes.has(lane.question) && !isOptional(lane))
        .map(({ question }) => report('question', question, 'It was not asked.')),
      ...found.flatMap((lane): readonly Difference[] => {
        const { question } = lane
        const like = wanted.find((each) => each.question === question)
        const isKnown = wavers && !isChange(question) && variantsOf(question, reference).length > 0
        if (!like && !isKnown) return [report('question', question, 'The reference does not ask it.')]
        return laneDifferences(lane, like, held).map(([kind, text]) => report(kind, question, text))
      }),
      ...orderDifference(own.changes.filter(isCompared), expected.changes.filter(isCompared)).map((text) =>
        report('order', '', text),
      ),
    ]
  })
}

function isChange(question: string): boolean {
  return !question.startsWith('GET ')
}

function laneDifferences(lane: Lane, like: Lane | undefined, held: Held): readonly Told[] {
  const { tolerances, reference, wavers } = held
  const { question } = lane
  const isPassing = (each: Variant): boolean => tolerances.restarts && isAway(question, each)
  const known = tolerances.restarts ? variantsOf(question, reference) : (like?.variants ?? [])
  const told = lane.variants
    .filter((each) => !isPassing(each))
    .flatMap((variant) => variantDifferences(variant, known, tolerances))
  if (told.length === 0 && like && !wavers) {
    told.push(...lastDifference(lane, like, held))
    const isLike = (one: Variant, other: Variant): boolean =>
      differencesOf(one, other, tolerances).length === 0
    const missed = like.variants.find(
      (each) => !isPassing(each) && !lane.variants.some((own) => isLike(own, each)),
    )
    if (missed && !tolerances.missedStates) told.push(['state', `${worded(missed)} was never answered.`])
    const placed = lane.variants
      .filter((each) => !isPassing(each))
      .map((own) => [own, like.variants.findIndex((each) => isLike(own, each))] as const)
      .filter(([, place]) => place >= 0)
    const wrong = placed.findIndex(([, place], at) => at > 0 && place < (placed[at - 1]?.[1] ?? 0))
    const [before, after] = [placed[wrong - 1]?.[0], placed[wrong]?.[0]]
    if (before && after) {
      told.push([
        'order',
        `${worded(before)} came before ${worded(after)}; in the reference it is the other way round.`,
      ])
    }
  }
  if (lane.toLastMs > tolerances.toLastMs) {
    const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
    told.push([
      'time',
      `The answer that stayed came after ${seconds(lane.toLastMs)}; ${seconds(tolerances.toLastMs)} are allowed.`,
    ])
  }
  return told
}

function lastDifference(lane: Lane, like: Lane, { tolerances, recording }: Held): readonly Told[] {
  const { question, last } = lane
  const [own, other] = [last, like.last].map((each) => tolerances.restarts && isAway(question, each))
  if (isChange(question) && (own || other)) {
    // It is asked once: the host may just be away. Somewhere it has to be there.
    if (other || isEverAnswered(question, recording)) return []
  } else if (own && other) return []
  if (own === other && differencesOf(last, like.last, tolerances).length === 0) return []
  if (like.isOccasional) return []
  return [['state', `The last answer is ${worded(last)}; the reference ends with ${worded(like.last)}.`]]
}

/** Against the answer of the reference that is nearest. */
function variantDifferences(
  variant: Variant,
  known: readonly Variant[],
  tolerances: Tolerances,
): readonly Told[] {
  const all = known.map((each) => differencesOf(variant, each, tolerances))
  return all.reduce((best, each) => (each.length < best.length ? each : best))
}

function differencesOf(own: Variant, like: Variant, tolerances: Tolerances): readonly Told[] {
  if (own.status !== like.status) {
    return [
      ['status', `It was answered ${own.status}; the reference has ${like.status}.`],
      ...setDifferences('header', own.headers, like.headers, tolerances),
      ...setDifferences('body', own.shape, like.shape, tolerances),
      ...setDifferences('state', own.states, like.states, tolerances),
    ]
  }
  return [
    ...setDifferences('header', own.headers, like.headers, tolerances),
    ...setDifferences('body', own.shape, like.shape, tolerances),
    ...setDifferences('state', own.states, like.states, { ...tolerances, moreKeys: false }),
  ]
}

function setDifferences(
  kind: DifferenceKind,
  own: readonly string[],
  like: readonly string[],
  { moreKeys, nulls }: Tolerances,
): readonly Told[] {
  const isNull = (entry: string, others: readonly string[]): boolean =>
    nulls && (entry.endsWith(': null') || others.includes(entry.replace(/: [^:]*$/, ': null')))
  const missing = like.filter((each) => !own.includes(each) && !isNull(each, own))
  const more = own.filter((each) => !like.includes(each) && !isNull(each, like))
  return [
    ...missing.map((each): Told => [kind, `'${each}' is missing.`]),
    ...(moreKeys ? [] : more.map((each): Told => [kind, `'${each}' is not in the reference.`])),
  ]
}

function orderDifference(own: readonly string[], like: readonly string[]): readonly string[] {
  const common = own.filter((each) => like.includes(each))
  const wanted = like.filter((each) => common.includes(each))
  const wrong = common.findIndex((each, at) => each !== wanted[at])
  return wrong < 0 ? [] : [`'${common[wrong]}' was asked where the reference asks '${wanted[wrong]}'.`]
}

function worded({ status, states }: Variant): string {
  return states.length > 0 ? `${status} with ${states.join(', ')}` : String(status)
}
