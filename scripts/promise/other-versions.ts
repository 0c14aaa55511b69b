/** What answers is not what was uploaded, or not for good; the records of Azure say so or do not. All have to be red. */
import { planOf, red, type Scenario } from './scenario'

const isShort = { 'verify-timeout': '1' }
const forGood = 10 * 60_000
const old = ['verify-stale', 'verify-unsettled', 'verify-functions-missing']

/** The version before answers on. */
export const olds: readonly Scenario[] = [
  ...[0, 1, 2, 3].map(
    (index): Scenario => ({
      name: `the version before answers for good (${index + 1})`,
      plan: planOf(index),
      faults: { restartLagMs: forGood },
      inputs: isShort,
      expects: red(...old),
    }),
  ),
  {
    name: 'the version before answers for good, without ids of instances',
    plan: 'flex-consumption',
    faults: { restartLagMs: forGood, instanceIds: 'empty' },
    inputs: isShort,
    expects: red(...old),
  },
  {
    name: 'the version before answers for good, nothing may be called',
    plan: 'elastic-premium',
    functions: {
      Nightly: {
        bindings: [{ type: 'timerTrigger', direction: 'in', name: 'timer', schedule: '0 30 2 * * *' }],
      },
    },
    faults: { restartLagMs: forGood },
    inputs: isShort,
    expects: red(...old),
  },
  {
    name: 'the version before answers for good, not rehearsed, not called',
    plan: 'dedicated',
    faults: { restartLagMs: forGood },
    inputs: { ...isShort, rehearse: 'false', 'verify-calls': 'false' },
    expects: red(...old),
  },
  ...[0, 2].map(
    (index): Scenario => ({
      name: `old and new answer in turn for good (${index + 1})`,
      plan: planOf(index),
      faults: { rolling: { forMs: forGood } },
      inputs: isShort,
      expects: red(...old),
    }),
  ),
]

/** What Azure's records say. */
export const records: readonly Scenario[] = [
  {
    name: 'the record vanishes, and the version before answers',
    plan: 'flex-consumption',
    faults: { recordVanishes: { afterMs: 0 }, restartLagMs: forGood },
    inputs: isShort,
    expects: red(...old, 'deployment-record-gone', 'deployment-record-missing', 'deployment-unproven'),
  },
  {
    name: 'status 6, and the version before stays in use',
    plan: 'flex-consumption',
    faults: { terminalStatus: 6, partialKeepsOld: true },
    inputs: isShort,
    expects: red(...old, 'deployment-unproven', 'deployment-overtaken'),
  },
  {
    name: 'the deployment fails (3) on Flex',
    plan: 'flex-consumption',
    faults: { terminalStatus: 3 },
    expects: red('deployment-failed', 'deployment-server-error'),
  },
  {
    name: 'the deployment fails (3) on Premium',
    plan: 'elastic-premium',
    faults: { terminalStatus: 3, failureLog: ['disk full'] },
    expects: red('deployment-server-error', 'deployment-failed'),
  },
  {
    name: "another pipeline's deployment becomes the active one",
    plan: 'flex-consumption',
    faults: { foreignDeployment: { status: 4, afterMs: 3000, isActive: true } },
    expects: red('deployment-overtaken'),
  },
  {
    name: "another pipeline's deployment becomes the active one on Dedicated",
    plan: 'dedicated',
    faults: { foreignDeployment: { status: 4, afterMs: 3000, isActive: true } },
    expects: red('deployment-overtaken'),
  },
]

/** Another run deploys to the same app; whichever lies below may not be green. */
export const rivals: readonly Scenario[] = [500, 4000, 6000, 3000].map(
  (rivalAfterMs, index): Scenario => ({
    name: `another run begins ${rivalAfterMs / 1000} s later`,
    plan: planOf(index),
    rivalAfterMs,
    inputs: { 'verify-timeout': '2' },
    expects: red('deployment-overtaken'),
  }),
)
