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
      '`swap-with` is set, and the app is on Linux Consumption. Azure has undone successful swaps of such apps some minutes later.',
    seen: 'The functions of the new package vanish from production after about ten minutes.',
    fix: 'Remove `slot-name` and `swap-with`: when the functions do not answer, the run puts the former package back. Or move the app to Elastic Premium or a Dedicated plan.',
    source: 'azure-functions-host#7336',
  },
  'swap-refused': {
    severity: 'error',
    title: 'Azure refused the swap',
    wrong: 'The resource manager did not accept the request for the swap.',
    seen: 'A 4xx answer. Nothing is changed.',
    fix: 'Remove the cause that the answer names, and run the job again.',
    source: 'Azure Resource Manager, `sites/slots/slotsswap`',
  },
  'swap-failed': {
    severity: 'error',
    title: 'Swap failed',
    wrong:
      'The swap did not start, or it ended with an error. Azure first starts the slot with the settings of its target. When the slot does not start, Azure changes nothing.',
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
    fix: 'Look in the portal whether the swap has ended. Raise `deploy-timeout` for the next run.',
    source: 'Azure Resource Manager, `sites/slots/slotsswap`',
  },
  'swap-unknown': {
    severity: 'error',
    title: 'Outcome of the swap unknown',
    wrong:
      'The answer to the swap was lost. Neither the last swap of the app nor the deployment histories show whether the swap took place. The run does not ask for it again, because a second swap undoes the first.',
    seen: '`slotSwapStatus` of the app does not change.',
    fix: `See which deployment is active in production, and swap by hand if it is the wrong one:\n\n${look}`,
    source: 'Azure Resource Manager, `slotSwapStatus` of `sites`',
  },
  'swap-not-effective': {
    severity: 'error',
    title: 'Swap without effect',
    wrong:
      'Azure reports that the swap is done. But the deployment of this run is not the active one in the target.',
    seen: 'Another deployment is active in production. Somebody else swapped or deployed at the same time.',
    fix: 'Set `concurrency:` in the workflows that deploy to this app, and look at the deployment histories of both slots.',
    source: 'Deployment history of the SCM site, which goes with the content of a slot',
  },
  'swap-abandoned': {
    severity: 'warning',
    title: 'Run stopped during the swap',
    wrong: 'Somebody stopped the run before the swap had ended. Azure goes on with a swap that has begun.',
    seen: 'Production may run either package.',
    fix: `See which deployment is active in production, and swap by hand if it is the wrong one:\n\n${look}`,
    source: 'Rule of this action',
  },
  'swap-unverified': {
    severity: 'warning',
    title: 'Run stopped after the swap',
    wrong: 'Somebody stopped the run after the swap. The run had not yet verified production.',
    seen: 'Production runs the new package.',
    fix: `Look at the functions of production. To go back:\n\n${look}`,
    source: 'Rule of this action',
  },
  'swap-undone': {
    severity: 'warning',
    title: 'Swapped back',
    wrong: 'The verification of production failed after the swap. The run swapped the slots back.',
    seen: 'Production runs the former package, and the slot the new one.',
    fix: 'Correct what the verification found. In the slot the verification of the new package had succeeded. So look first at what only production has: its app settings.',
    source: 'Rule of this action',
  },
  'swap-back-unverified': {
    severity: 'warning',
    title: 'Former package not verified',
    wrong: 'The run swapped the slots back, but the verification of the former package failed in production.',
    seen: 'Production runs the former package, and its functions or its host are not as before.',
    fix: 'Look at the log stream of production, and restart the app.',
    source: 'Rule of this action',
  },
  'swap-back-failed': {
    severity: 'error',
    title: 'Not swapped back',
    wrong:
      'The verification of production failed after the swap. The run tried to swap back. That failed, or nothing shows that it succeeded.',
    seen: 'Production may still run the new package.',
    fix: `Swap by hand:\n\n${look}`,
    source: 'Rule of this action',
  },
} as const satisfies Record<string, CodeDescription>
