/** All scenarios, under what the table in docs/reliability.md calls them. The longest come first. */
import { badAnswers, badSettings, badSwaps } from './bad-answers'
import { endsEverywhere, endsInAzure, endsUnrehearsed } from './ends-of-handlers'
import { healthyHandlers } from './healthy-handlers'
import { healthyHosts, healthySurroundings } from './healthy-hosts'
import { olds, records, rivals } from './other-versions'
import type { Scenario } from './scenario'

export const scenarioGroups: Readonly<Record<string, readonly Scenario[]>> = {
  'the handler ends, and nothing was rehearsed': endsUnrehearsed,
  'the version before answers on': olds,
  'the handler ends, before and after it listens': endsEverywhere,
  'the handler ends in Azure alone': endsInAzure,
  "Azure's records say something else": records,
  'two runs at once': rivals,
  'functions do not answer, or are in error': badAnswers,
  'settings, storage, folder, network': badSettings,
  'a swap, and it does not go well': badSwaps,
  'healthy handlers': healthyHandlers,
  'healthy hosts, over time': healthyHosts,
  'healthy apps in their surroundings': healthySurroundings,
}
