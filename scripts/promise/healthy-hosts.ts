/** Healthy apps whose hosts take their time, or that not everybody may call: all of them have to be green, and soon. */
import { alone, green, http, planOf, type Scenario, unbounded, uncalled } from './scenario'

export const healthyHosts: readonly Scenario[] = [
  {
    name: 'the same process reads the new package',
    plan: 'dedicated',
    faults: { reloadsInProcess: true },
    expects: green,
  },
  {
    name: 'the same process reads the new package on Premium',
    plan: 'elastic-premium',
    faults: { reloadsInProcess: true },
    expects: green,
  },
  {
    name: 'ids of instances stay',
    plan: 'flex-consumption',
    faults: { instanceIds: 'kept' },
    expects: green,
  },
  {
    name: 'there are no ids of instances',
    plan: 'elastic-premium',
    faults: { instanceIds: 'empty' },
    expects: green,
  },
  ...[0, 2].map(
    (index): Scenario => ({
      name: `two instances answer in turn (${index + 1})`,
      plan: planOf(index),
      faults: { instances: 2 },
      expects: green,
    }),
  ),
  {
    name: 'two instances without ids answer in turn',
    plan: 'dedicated',
    faults: { instances: 2, instanceIds: 'empty' },
    expects: green,
  },
  ...[0, 1].map(
    (index): Scenario => ({
      name: `one more restart after the upload (${index + 1})`,
      plan: planOf(index),
      faults: { extraRestart: { afterMs: 5000 } },
      // The restart and the look that sees it.
      expects: { ...green, disturbedForMs: 7000 },
    }),
  ),
  ...[0, 1, 2, 3].map(
    (index): Scenario => ({
      name: `the version before answers for 6 s more (${index + 1})`,
      plan: planOf(index),
      faults: { restartLagMs: 6000 },
      expects: green,
    }),
  ),
  ...[0, 1].map(
    (index): Scenario => ({
      name: `old and new answer in turn for 6 s (${index + 1})`,
      plan: planOf(index),
      faults: { rolling: { forMs: 6000 } },
      expects: green,
    }),
  ),
  {
    name: 'the record vanishes, and the new version answers',
    plan: 'flex-consumption',
    faults: { recordVanishes: { afterMs: 1500 } },
    expects: green,
  },
  {
    name: 'status 6, and the new version answers',
    plan: 'flex-consumption',
    faults: { terminalStatus: 6 },
    expects: { ...green, code: /deployment-partial/ },
  },
  {
    name: 'the first syncs publish the functions of before',
    plan: 'elastic-premium',
    functions: { Hello: http(), Added: http() },
    faults: { syncServesOld: 1 },
    expects: unbounded,
  },
  {
    name: 'the list shows the placeholder at first',
    plan: 'flex-consumption',
    faults: { listing: [{ listing: 'warm-up', times: 2 }] },
    expects: unbounded,
  },
]

export const healthySurroundings: readonly Scenario[] = [
  ...(['sign-in', 'sign-in-401', 'ip-forbidden', 'client-certificate'] as const).map(
    (front, index): Scenario => ({
      name: `in front of the app: ${front}`,
      plan: planOf(index),
      faults: { front },
      expects: { ...uncalled, code: /verify-closed/ },
    }),
  ),
  {
    name: 'nothing is rehearsed',
    plan: 'consumption',
    inputs: { rehearse: 'false' },
    expects: alone,
  },
  {
    name: 'nothing is rehearsed, nothing is called',
    plan: 'flex-consumption',
    inputs: { rehearse: 'false', 'verify-calls': 'false' },
    expects: alone,
  },
  {
    name: 'no time to settle is wanted',
    plan: 'dedicated',
    inputs: { 'verify-settle': '0' },
    expects: { end: 'green', settleMs: 0 },
  },
  {
    name: 'verify-path is wanted',
    plan: 'flex-consumption',
    inputs: { 'verify-path': '/api/Hello?name=ci' },
    expects: green,
  },
  ...(['elastic-premium', 'flex-consumption'] as const).map(
    (plan): Scenario => ({
      name: `skip-unchanged, and nothing changed, on ${plan}`,
      plan,
      before: 'same',
      inputs: { 'skip-unchanged': 'true' },
      expects: unbounded,
    }),
  ),
  {
    name: 'the same package once more',
    plan: 'elastic-premium',
    before: 'same',
    expects: green,
  },
  {
    name: 'a slot, and a swap',
    plan: 'elastic-premium',
    slot: 'staging',
    inputs: { 'swap-with': 'production' },
    expects: green,
  },
  {
    name: 'a slot, and a swap on Dedicated',
    plan: 'dedicated',
    slot: 'staging',
    inputs: { 'swap-with': 'production' },
    expects: green,
  },
  {
    name: "another pipeline's deployment failed meanwhile",
    plan: 'dedicated',
    faults: { foreignDeployment: { status: 3, afterMs: 2000 } },
    expects: green,
  },
]
