/**
 * Holds a recording against a reference, question by question. Pure: outlines in, sentences out. What may differ, the
 * tolerances say.
 */
import type { Lane, ScenarioOutline, Variant } from './outline'
import type { Tolerances } from './tolerances'
import { anyMoment, isEverAway, withoutAway } from './wavering'

export const differenceKinds = ['question', 'status', 'header', 'body', 'state', 'order', 'time'] as const
export type DifferenceKind = (typeof differenceKinds)[number]

export interface Difference {
  readonly kind: DifferenceKind
  readonly scenario: string
  readonly question: string
  readonly text: string
}

/** @param reference only scenarios of the recording are looked at */
export function compared(
  recording: readonly ScenarioOutline[],
  reference: readonly ScenarioOutline[],
  tolerances: Tolerances,
): readonly Difference[] {
  return recording.flatMap((own): readonly Difference[] => {
    const { scenario } = own
    const same = reference.find((each) => each.scenario === scenario)
    if (!same) {
      return [{ kind: 'question', scenario, question: '', text: 'The reference has no such scenario.' }]
    }
    const wavers = tolerances.wavering.includes(scenario)
    if (wavers && isEverAway(same) && !isEverAway(own)) {
      return [{ kind: 'state', scenario, question: '', text: 'The host was never away.' }]
    }
    const expected = wavers ? anyMoment(same, reference) : same
    const isCompared = (question: string): boolean =>
      !tolerances.questions.some((each) => each.test(question)) &&
      !(tolerances.signIn && /^\w+ (?:entra|oidc) /.test(question))
    const found = (wavers ? withoutAway(own) : own.lanes).filter(({ question }) => isCompared(question))
    const wanted = expected.lanes.filter(({ question }) => isCompared(question))
    const lanes = new Map(found.map((lane) => [lane.question, lane]))
    const report = (kind: DifferenceKind, question: string, text: string): Difference => ({
      kind,
      scenario,
      question,
      text,
    })
    return [
      ...wanted
        .filter(({ question, isOccasional }) => !lanes.has(question) && !isOccasional)
        .map(({ question }) => report('question', question, 'It was not asked.')),
      ...found.flatMap((lane): readonly Difference[] => {
        const { question } = lane
        const like = wanted.find((each) => each.question === question)
        if (!like) return [report('question', question, 'The reference does not ask it.')]
        return laneDifferences(lane, like, tolerances).map(([kind, text]) => report(kind, question, text))
      }),
      ...orderDifference(own.changes.filter(isCompared), expected.changes.filter(isCompared)).map((text) =>
        report('order', '', text),
      ),
    ]
  })
}

type Told = readonly [DifferenceKind, string]

function laneDifferences(lane: Lane, like: Lane, tolerances: Tolerances): readonly Told[] {
  const told: Told[] = lane.variants.flatMap((variant) => variantDifferences(variant, like, tolerances))
  const isLike = (one: Variant, other: Variant): boolean => differencesOf(one, other, tolerances).length === 0
  if (told.length === 0 && !like.wavers) {
    if (!isLike(lane.last, like.last) && !like.isOccasional) {
      told.push([
        'state',
        `The last answer is ${worded(lane.last)}; the reference ends with ${worded(like.last)}.`,
      ])
    }
    const missed = like.variants.find((each) => !lane.variants.some((own) => isLike(own, each)))
    if (missed && !tolerances.missedStates) told.push(['state', `${worded(missed)} was never answered.`])
    const places = lane.variants.map((own) => like.variants.findIndex((each) => isLike(own, each)))
    const wrong = places.findIndex((place, at) => at > 0 && place < (places[at - 1] ?? 0))
    if (wrong > 0) {
      const [after, before] = [lane.variants[wrong], lane.variants[wrong - 1]] as [Variant, Variant]
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

/** Against the answer of the reference that is nearest. */
function variantDifferences(variant: Variant, like: Lane, tolerances: Tolerances): readonly Told[] {
  const all = like.variants.map((each) => differencesOf(variant, each, tolerances))
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
