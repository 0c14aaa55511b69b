/**
 * What a swap that did not go well is told as: which package is where, as far as it is known, and the command that
 * repairs it. Pure.
 */
import type { ActionError } from '../../errors'
import type { Finding } from '../../findings'
import { withAnswer } from '../../text/passages'
import { azureError, azureFinding, type HttpError } from '../http'
import { lookCommand, type Site, slotLabel, swapCommand } from '../site'
import type { SwapRequest, SwapWatch } from './swap-truth'

/**
 * The error of a request for the swap that was refused.
 *
 * @returns the error, code `swap-refused`
 */
export function refusedSwap(request: SwapRequest, error: HttpError): ActionError {
  return azureError(
    'swap-refused',
    withAnswer(`Azure refused to swap ${pairOf(request)}`, error.message, asBefore(request)),
    { hint: 'Remove what the answer names and run the job again.', cause: error },
  )
}

/**
 * The error of an operation that ended with one.
 *
 * @param error the last answer
 * @returns the error, code `swap-failed`
 */
export function failedSwap(request: SwapRequest, error: HttpError): ActionError {
  return azureError(
    'swap-failed',
    withAnswer(`The swap of ${pairOf(request)} ended with an error`, error.message, asBefore(request)),
    {
      hint: `A swap starts the slot with the settings of its target first: look at the log stream of the slot, and at settings that only the target has. Check with:\n${lookCommand(request.target)}`,
      cause: error,
    },
  )
}

/**
 * The error of an app that another operation held until the deadline.
 *
 * @param error the last answer, undefined when nothing was asked for yet
 * @returns the error, code `swap-busy`
 */
export function busyTarget(request: SwapRequest, error: HttpError | undefined): ActionError {
  const busy = `${pairOf(request)} could not be swapped: another operation held the app until the deadline, or its state could not be read.`
  return azureError(
    'swap-busy',
    error === undefined
      ? `${busy} ${asBefore(request)}`
      : withAnswer(`${busy} ${asBefore(request)} Azure answered`, error.message),
    {
      hint: 'Set concurrency: in the workflows that deploy to this app, and look for a swap that was begun and not completed in the portal.',
      ...(error === undefined ? {} : { cause: error }),
    },
  )
}

/**
 * The error of a swap whose requests were all lost, none of them with an effect.
 *
 * @param error of the last request, undefined when it was answered
 * @returns the error, code `swap-failed`
 */
export function unansweredSwap(request: SwapRequest, error: HttpError | undefined): ActionError {
  return azureError(
    'swap-failed',
    withAnswer(
      `The swap of ${pairOf(request)} could not be started`,
      error?.message ?? 'Azure gave no answer.',
      asBefore(request),
    ),
    {
      hint: `Run the job again, or swap by hand:\n${swapCommand(request.source, request.target)}`,
      ...(error === undefined ? {} : { cause: error }),
    },
  )
}

/**
 * The error of a swap that was still running at the deadline.
 *
 * @returns the error, code `swap-unfinished`
 */
export function unfinishedSwap(request: SwapRequest): ActionError {
  return azureError(
    'swap-unfinished',
    `The swap of ${pairOf(request)} was still running at the deadline; Azure finishes or reverts it by itself.`,
    {
      hint: `Raise deploy-timeout. See what became of it, and swap once more only to go back:\n${lookCommand(request.target)}\n${swapCommand(request.source, request.target)}`,
    },
  )
}

/**
 * The error of a swap of which nobody knows whether it took place.
 *
 * @param error of the last request, undefined when it was answered
 * @returns the error, code `swap-unknown`
 */
export function unknownSwap(request: SwapRequest, error: HttpError | undefined): ActionError {
  return azureError(
    'swap-unknown',
    withAnswer(
      `It is not known whether ${pairOf(request)} were swapped`,
      error?.message ?? 'the operation could not be followed.',
      'The run did not ask for the swap again: a second swap would undo the first.',
    ),
    {
      hint: `See when the last swap was, and in which slot the deployment '${request.deploymentId}' is active. Swap by hand only if it is in the wrong slot:\n${lookCommand(request.target)}\n${swapCommand(request.source, request.target)}`,
      ...(error === undefined ? {} : { cause: error }),
    },
  )
}

/**
 * The finding of a swap that Azure reports as done, while the deployment histories say otherwise.
 *
 * @param place where our deployment is: where it was, or not at its goal
 * @returns an error, code `swap-not-effective`
 */
export function ineffectiveSwap(request: SwapRequest, place: 'here' | 'nowhere'): Finding {
  const { source, target, isBack, deploymentId } = request
  const goal = slotLabel(isBack ? source : target)
  const start = slotLabel(isBack ? target : source)
  const seen =
    place === 'here'
      ? `the deployment '${deploymentId}' is still active in '${start}'`
      : `another deployment than '${deploymentId}' is active in '${goal}'`
  return azureFinding(
    'error',
    'swap-not-effective',
    `Azure reports that ${pairOf(request)} were swapped, but ${seen}. Somebody else may have swapped or deployed at the same time.`,
    `It was not swapped again. See when the last swap was, and swap by hand only if the deployment is in the wrong place:\n${lookCommand(target)}\n${swapCommand(source, target)}`,
  )
}

/**
 * The finding of a run that was stopped during a swap.
 *
 * @returns a warning, code `swap-abandoned`
 */
export function abandonedSwap(watch: SwapWatch): Finding {
  const { request, progress } = watch
  const { source, target } = request
  const known = progress.isAsked
    ? `while the swap of ${pairOf(request)} was in the state '${progress.state}'. Azure goes on with a swap that it has begun.`
    : `before the swap of ${pairOf(request)} was asked for. ${asBefore(request)}`
  return azureFinding(
    'warning',
    'swap-abandoned',
    `The run was stopped ${known}`,
    `See when the last swap was, and swap by hand to change it:\n${lookCommand(target)}\n${swapCommand(source, target)}`,
  )
}

/**
 * The finding of a run that was stopped between the swap and its proof.
 *
 * @param target what it was swapped with
 * @param deploymentId of our deployment
 * @returns a warning, code `swap-unverified`
 */
export function unverifiedSwap(source: Site, target: Site, deploymentId: string): Finding {
  return azureFinding(
    'warning',
    'swap-unverified',
    `The run was stopped after the swap: '${slotLabel(target)}' of '${target.appName}' runs the new package, deployment '${deploymentId}', and was not verified.`,
    `Look at its functions in the portal. To go back:\n${swapCommand(source, target)}`,
  )
}

function pairOf({ source, target }: SwapRequest): string {
  return `'${slotLabel(source)}' and '${slotLabel(target)}' of '${source.appName}'`
}

function asBefore({ source, target, isBack }: SwapRequest): string {
  return isBack
    ? `The new package is still in '${slotLabel(target)}', and the former one in '${slotLabel(source)}'.`
    : `The new package is in '${slotLabel(source)}', and '${slotLabel(target)}' runs what it ran before.`
}
