/** What docs/findings.md says about the codes of swapping slots. Text only; loaded by generators. */
import type { CodeDescription } from '../../findings'

const look =
  '```sh\naz functionapp deployment slot swap --name <app> --resource-group <group> --slot <slot> --target-slot production\n```'

/** Codes of a swap. */
export const swapCodes = {
  'site-swap-on-consumption': {
    severity: 'error',
    title: 'No swaps on Linux Consumption',
    wrong:
      '`swap-with` is set, and the app is on Linux Consumption, where a swap that succeeded has been seen to be reverted some minutes later.',
    seen: 'The functions of the new package vanish from production after about ten minutes.',
    fix: 'Deploy without `slot-name` and `swap-with`: when the functions do not answer, the former package is put back. Or move to Elastic Premium or a Dedicated plan.',
    source: 'azure-functions-host#7336',
  },
  'swap-refused': {
    severity: 'error',
    title: 'Azure refused the swap',
    wrong: 'The resource manager did not accept the request for the swap.',
    seen: 'A 4xx answer; nothing is changed.',
    fix: 'Remove what the answer names and run again.',
    source: 'Azure Resource Manager, `sites/slots/slotsswap`',
  },
  'swap-failed': {
    severity: 'error',
    title: 'Swap failed',
    wrong:
      'The swap could not be started, or ended with an error. Azure starts the slot with the settings of its target first, and leaves everything as it was when that does not work.',
    seen: '`Cannot swap slots for site … because the worker process for … slot could not be started`',
    fix: 'Look at the log stream of the slot, and compare the settings of both slots.',
    source: 'azure-pipelines-tasks#13003; Microsoft Learn, "Azure Functions deployment slots"',
  },
  'swap-busy': {
    severity: 'error',
    title: 'Another operation holds the app',
    wrong: 'Another operation of the resource manager held one of the slots until the deadline.',
    seen: '409 `Cannot modify this site because another operation is in progress`',
    fix: 'Set `concurrency:` in the workflows that deploy to this app; complete or cancel a swap with preview in the portal.',
    source: 'azure-pipelines-tasks#11384',
  },
  'swap-unfinished': {
    severity: 'error',
    title: 'Swap still running',
    wrong: 'The swap had not ended when `deploy-timeout` was over. Azure goes on with it.',
    seen: '`inProgressOperationId` of the app is set.',
    fix: 'Raise `deploy-timeout`, and see what became of the swap.',
    source: 'Azure Resource Manager, `sites/slots/slotsswap`',
  },
  'swap-unknown': {
    severity: 'error',
    title: 'Outcome of the swap unknown',
    wrong:
      'The answer to the swap was lost, and neither the last swap of the app nor the deployment histories tell whether it took place. It is not asked for again: a second swap undoes the first.',
    seen: '`slotSwapStatus` of the app does not change.',
    fix: `See which deployment is active in production, and swap by hand if it is the wrong one:\n\n${look}`,
    source: 'Azure Resource Manager, `slotSwapStatus` of `sites`',
  },
  'swap-not-effective': {
    severity: 'error',
    title: 'Swap without effect',
    wrong:
      'Azure reports that the swap is done, but the deployment of this run is not the active one where it should be.',
    seen: 'Another deployment is active in production: somebody else swapped or deployed at the same time.',
    fix: 'Set `concurrency:` in the workflows that deploy to this app, and look at the deployment histories of both slots.',
    source: 'Deployment history of the SCM site, which goes with the content of a slot',
  },
  'swap-abandoned': {
    severity: 'warning',
    title: 'Run stopped during the swap',
    wrong: 'The run was stopped before the swap had ended. Azure goes on with a swap that it has begun.',
    seen: 'Production may run either package.',
    fix: `See which deployment is active in production, and swap by hand if it is the wrong one:\n\n${look}`,
    source: 'Rule of this action',
  },
  'swap-unverified': {
    severity: 'warning',
    title: 'Run stopped after the swap',
    wrong: 'The run was stopped after the swap, before production was verified.',
    seen: 'Production runs the new package.',
    fix: `Look at the functions of production. To go back:\n\n${look}`,
    source: 'Rule of this action',
  },
  'swap-undone': {
    severity: 'warning',
    title: 'Swapped back',
    wrong: 'Production did not verify after the swap, so the slots were swapped back.',
    seen: 'Production runs the former package, and the slot the new one.',
    fix: 'Correct what verification found. The new package verified in the slot: look at what only production has, its settings above all.',
    source: 'Rule of this action',
  },
  'swap-back-unverified': {
    severity: 'warning',
    title: 'Former package not verified',
    wrong: 'The slots were swapped back, but the former package did not verify in production.',
    seen: 'Production runs the former package, and its functions or its host are not as before.',
    fix: 'Look at the log stream of production, and restart the app.',
    source: 'Rule of this action',
  },
  'swap-back-failed': {
    severity: 'error',
    title: 'Not swapped back',
    wrong:
      'Production did not verify after the swap, and the swap back did not work or is not known to have worked.',
    seen: 'Production may still run the new package.',
    fix: `Swap by hand:\n\n${look}`,
    source: 'Rule of this action',
  },
} as const satisfies Record<string, CodeDescription>
