/** Functions that do not answer as they must, and apps that lack what their functions need. All have to be red. */
import type { RequestFault } from '../../emulator/server/faults'
import { http, queue, red, type Scenario, timer } from './scenario'

const forGood = Number.POSITIVE_INFINITY
const isShort = { 'verify-timeout': '1' }
const helloAnswers = (status: number, body = '') => ({ answers: { '/api/Hello': { status, body } } })

function inError(functionName: string, sentence: string): (appName: string) => readonly RequestFault[] {
  return (appName) => [
    {
      service: 'arm',
      path: new RegExp(`/sites/${appName}/hostruntime/admin/functions/${functionName}/status`, 'i'),
      times: forGood,
      effect: { kind: 'status', status: 200, body: JSON.stringify({ errors: [sentence] }) },
    },
  ]
}

export const badAnswers: readonly Scenario[] = [
  {
    name: 'the path of the function is unknown to the handler',
    plan: 'flex-consumption',
    behaviour: { answers: { '/api/Other': { status: 200 } } },
    expects: red('handler-route-404'),
  },
  {
    name: 'the path of the function is unknown to the handler, built project',
    plan: 'elastic-premium',
    from: 'build',
    behaviour: { answers: { '/api/Other': { status: 200 } } },
    expects: red('handler-route-404'),
  },
  {
    name: 'the path of one of two functions is unknown to the handler',
    plan: 'dedicated',
    functions: { Hello: http(), Other: http() },
    behaviour: { answers: { '/api/Hello': { status: 200 } } },
    expects: red('handler-route-404'),
  },
  {
    name: '404 in Azure alone',
    plan: 'consumption',
    behaviour: { inAzure: { answers: { '/api/Hello': { status: 404, body: '404 page not found\n' } } } },
    expects: red('verify-unknown-path'),
  },
  {
    name: '500 everywhere',
    plan: 'flex-consumption',
    behaviour: helloAnswers(500, 'no such table'),
    expects: red('handler-answers-5xx', 'verify-server-error'),
  },
  {
    name: '503 from both of two functions, built project',
    plan: 'dedicated',
    from: 'build',
    functions: { Hello: http(), Other: http() },
    behaviour: { answers: { '/api/Hello': { status: 503 }, '/api/Other': { status: 503 } } },
    expects: red('handler-answers-5xx', 'verify-server-error'),
  },
  {
    name: '500 in Azure alone',
    plan: 'elastic-premium',
    behaviour: { inAzure: helloAnswers(500, 'no such host') },
    expects: red('verify-server-error'),
  },
  {
    name: '500 from one of two functions in Azure alone',
    plan: 'consumption',
    functions: { Hello: http(), Other: http() },
    behaviour: { inAzure: { answers: { '/api/Hello': { status: 500 }, '/api/Other': { status: 200 } } } },
    expects: red('verify-server-error'),
  },
  {
    name: 'it panics when it is called',
    plan: 'flex-consumption',
    behaviour: { answers: { '/api/Hello': { status: 200, panics: true } } },
    expects: red('handler-panics', 'handler-exits'),
  },
  {
    name: 'it panics when it is called, in Azure alone',
    plan: 'dedicated',
    behaviour: { inAzure: { answers: { '/api/Hello': { status: 200, panics: true } } } },
    expects: red('verify-server-error', 'verify-restarts', 'verify-host-error', 'verify-host-unreachable'),
  },
  {
    name: 'a keyed function answers 500 in Azure alone',
    plan: 'flex-consumption',
    functions: { Hello: http({ authLevel: 'function' }) },
    behaviour: { inAzure: helloAnswers(500) },
    expects: red('verify-server-error'),
  },
  {
    name: 'the host has the only function in error',
    plan: 'flex-consumption',
    requests: inError('Hello', "The 'Hello' function is in error: no job functions found."),
    inputs: isShort,
    expects: red('verify-function-error'),
  },
  {
    name: 'the host has one of two timers in error',
    plan: 'elastic-premium',
    functions: { Hello: http(), Nightly: timer },
    requests: inError('Nightly', "The 'Nightly' function is in error: the schedule cannot be read."),
    inputs: isShort,
    expects: red('verify-function-error'),
  },
  {
    name: 'verify-path answers 404',
    plan: 'dedicated',
    inputs: { ...isShort, 'verify-path': '/api/health' },
    expects: red('verify-probe-failed'),
  },
  {
    name: 'the host stays in error',
    plan: 'consumption',
    faults: { host: [{ state: 'Error', errors: ['the storage account was not found'], times: forGood }] },
    expects: red('verify-host-error'),
  },
]

export const badSettings: readonly Scenario[] = [
  {
    name: 'a setting in a binding is missing',
    plan: 'flex-consumption',
    before: 'nothing',
    functions: { Orders: queue('AzureWebJobsStorage', '%QUEUE%') },
    expects: red('trigger-setting'),
  },
  {
    name: 'a connection of a trigger is missing',
    plan: 'elastic-premium',
    before: 'nothing',
    functions: { Hello: http(), Orders: queue('ORDERS') },
    expects: red('trigger-connection'),
  },
  {
    name: 'a timer, and no storage',
    plan: 'dedicated',
    before: 'nothing',
    functions: { Nightly: timer },
    app: { storage: 'none' },
    expects: red('site-storage-missing'),
  },
  {
    name: 'the handler ends for want of a setting that the app lacks',
    plan: 'consumption',
    behaviour: { needs: 'ORDERS_TABLE' },
    expects: red(
      'verify-restarts',
      'verify-unsettled',
      'verify-server-error',
      'verify-host-error',
      'verify-host-unreachable',
      'verify-no-answer',
      'verify-host-state',
    ),
  },
  {
    name: 'the handler writes into its package, which is read-only',
    plan: 'flex-consumption',
    behaviour: { writes: 'cache.db' },
    expects: red('handler-writes-package'),
  },
  {
    name: 'the handler writes into its package on Consumption, built project',
    plan: 'consumption',
    from: 'build',
    behaviour: { writes: 'cache.db' },
    expects: red('handler-writes-package'),
  },
  {
    name: 'the handler writes into its package, which Azure alone makes read-only',
    plan: 'flex-consumption',
    behaviour: { inAzure: { writes: 'cache.db' } },
    expects: red(
      'verify-restarts',
      'verify-unsettled',
      'verify-server-error',
      'verify-host-error',
      'verify-host-unreachable',
      'verify-no-answer',
      'verify-host-state',
    ),
  },
  {
    name: 'every function is switched off',
    plan: 'elastic-premium',
    before: 'nothing',
    app: { settings: { 'AzureWebJobs.Hello.Disabled': 'true' } },
    expects: red('function-switched-off'),
  },
  {
    name: 'the app is stopped',
    plan: 'dedicated',
    app: { isStopped: true },
    before: 'nothing',
    expects: red('site-stopped'),
  },
  {
    name: 'the quota is used up',
    plan: 'consumption',
    faults: { front: 'quota' },
    expects: red('site-quota-exceeded'),
  },
  {
    name: 'the network of app and SCM site is closed',
    plan: 'flex-consumption',
    faults: { front: 'closed', forbidden: 'closed' },
    expects: red('site-private', 'scm-ip-forbidden'),
  },
]

export const badSwaps: readonly Scenario[] = [
  {
    name: 'the handler in the slot ends after 5 s',
    plan: 'elastic-premium',
    slot: 'staging',
    behaviour: { diesAfterMs: 5000, exitCode: 1, lastWords: 'boom' },
    inputs: { 'swap-with': 'production' },
    expects: red('handler-exits', 'verify-restarts'),
  },
  {
    name: 'the host breaks after the swap',
    plan: 'dedicated',
    slot: 'staging',
    inputs: { 'swap-with': 'production', ...isShort },
    productionFaults: { breaksAfterSwap: 1 },
    expects: red('swap-unverified', 'verify-host-error'),
  },
  {
    name: 'the swap fails',
    plan: 'elastic-premium',
    slot: 'staging',
    inputs: { 'swap-with': 'production' },
    faults: { swapFails: 1 },
    expects: red('swap-failed'),
  },
]
