/** Apps that are well, however odd: all of them have to be green, and soon. */
import {
  alone,
  type Green,
  green,
  http,
  planOf,
  plansInTurn,
  queue,
  type Scenario,
  timer,
  uncalled,
} from './scenario'

const unbounded: Green = { end: 'green' }

export const healthyHandlers: readonly Scenario[] = [
  ...plansInTurn.map(
    (plan): Scenario => ({ name: `another version follows on ${plan}`, plan, expects: green }),
  ),
  ...plansInTurn.map(
    (plan): Scenario => ({
      name: `the first deployment on ${plan}`,
      plan,
      before: 'nothing',
      expects: green,
    }),
  ),
  { name: 'a built project', plan: 'flex-consumption', from: 'build', expects: green },
  {
    name: 'a slow start of 8 s',
    plan: 'elastic-premium',
    behaviour: { startsAfterMs: 8000 },
    expects: green,
  },
  {
    name: 'a slow start of 20 s in Azure',
    plan: 'flex-consumption',
    behaviour: { inAzure: { startsAfterMs: 20_000 } },
    expects: green,
  },
  {
    name: 'every function wants a key',
    plan: 'dedicated',
    functions: { Hello: http({ authLevel: 'function' }) },
    expects: green,
  },
  {
    name: 'every function wants a key, and none may be fetched',
    plan: 'consumption',
    functions: { Hello: http({ authLevel: 'function' }) },
    inputs: { 'verify-keys': 'false' },
    expects: uncalled,
  },
  { name: '204', plan: 'flex-consumption', behaviour: answering(204, ''), expects: green },
  { name: '400', plan: 'elastic-premium', behaviour: answering(400, 'name is missing'), expects: green },
  {
    name: '401 of the handler itself',
    plan: 'consumption',
    behaviour: {
      answers: { '/api/Hello': { status: 401, headers: { 'WWW-Authenticate': 'Basic realm="shop"' } } },
    },
    expects: unbounded,
  },
  {
    name: 'a redirect',
    plan: 'dedicated',
    behaviour: { answers: { '/api/Hello': { status: 302, headers: { Location: '/api/welcome' } } } },
    expects: green,
  },
  {
    name: 'http.NotFound under /items/{id}',
    plan: 'flex-consumption',
    functions: { Item: http({ route: 'items/{id}' }), Items: http({ route: 'items' }) },
    behaviour: {
      answers: {
        '/api/items': { status: 200, body: '[]' },
        '/api/items/': { status: 404, body: '404 page not found\n' },
      },
    },
    expects: green,
  },
  {
    name: '500 from one of two functions, for the empty sample',
    plan: 'elastic-premium',
    functions: { Hello: http(), Other: http() },
    behaviour: { answers: { '/api/Hello': { status: 200, body: 'new' }, '/api/Other': { status: 500 } } },
    expects: { ...green, code: /handler-answers-5xx/ },
  },
  { name: 'timers only', plan: 'consumption', functions: { Nightly: timer }, expects: uncalled },
  {
    name: 'a queue and a timer',
    plan: 'flex-consumption',
    functions: { Nightly: timer, Orders: queue('AzureWebJobsStorage') },
    app: { storage: 'connection-string' },
    expects: uncalled,
  },
  {
    name: 'POST only',
    plan: 'dedicated',
    functions: { Hello: http({ methods: ['post'] }) },
    expects: uncalled,
  },
  {
    name: 'a setting that only Azure has',
    plan: 'flex-consumption',
    behaviour: { needs: 'ORDERS_TABLE' },
    app: { settings: { ORDERS_TABLE: 'orders' } },
    expects: alone,
  },
  {
    name: 'a setting that rehearse-settings gives',
    plan: 'elastic-premium',
    behaviour: { needs: 'ORDERS_TABLE' },
    app: { settings: { ORDERS_TABLE: 'orders' } },
    inputs: { 'rehearse-settings': 'ORDERS_TABLE=orders' },
    expects: green,
  },
  {
    name: 'writes into its folder where that is allowed',
    plan: 'dedicated',
    behaviour: { writes: 'cache.db' },
    expects: unbounded,
  },
  {
    name: 'writes into the folder for temporary files',
    plan: 'consumption',
    behaviour: { writes: '/tmp/promise-cache.db' },
    expects: green,
  },
]

function answering(status: number, body: string) {
  return { answers: { '/api/Hello': { status, body } } }
}

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
