/**
 * Cancellation of the job. The runner sends SIGINT, after 7.5 seconds SIGTERM, and then kills: the run has to
 * stop waiting at the first of them, so that there is still time for the summary.
 */

/**
 * Turns the signals that end a job into an abort signal.
 *
 * @returns the abort signal, and `dispose`, which stops listening
 */
export function listenForCancel(): { readonly signal: AbortSignal; dispose(): void } {
  const controller = new AbortController()
  const onSignal = (name: NodeJS.Signals): void => {
    controller.abort(new Error(`the run was cancelled (${name})`))
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  return {
    signal: controller.signal,
    dispose: () => {
      process.off('SIGINT', onSignal)
      process.off('SIGTERM', onSignal)
    },
  }
}
