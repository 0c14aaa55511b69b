/** Handlers that are well, however odd: all of them have to be green, and soon. */
import { alone, green, http, plansInTurn, queue, type Scenario, timer, unbounded, uncalled } from './scenario'

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
