/** Where a rehearsal may run. Pure. */

export interface RehearsalPlace {
  /** `process.platform` of the runner. */
  readonly platform: string
  /** `process.arch` of the runner. */
  readonly arch: string
  /** Architecture of the handler. */
  readonly goarch: string
  readonly mode: 'auto' | 'true' | 'false'
  /** Whether the runner has an emulator for the handler's architecture, as `canExecute` tells. */
  readonly isEmulated?: boolean
}

/**
 * Decides whether the handler can be started on this runner.
 *
 * @param place the runner and the handler
 * @returns yes, or the reason in one sentence
 */
export function canRehearse(
  place: RehearsalPlace,
): { readonly ok: true } | { readonly ok: false; readonly reason: string } {
  const { platform, arch, goarch, mode, isEmulated = false } = place
  const no = (reason: string) => ({ ok: false, reason }) as const
  if (mode === 'false') return no('Switched off with rehearse: false.')
  if (platform !== 'linux') {
    const name = { darwin: 'macOS', win32: 'Windows' }[platform] ?? platform
    return no(`The handler is a Linux program and this machine is ${name}.`)
  }
  const native = { x64: 'amd64', arm64: 'arm64' }[arch] ?? arch
  if (goarch === native || isEmulated) return { ok: true }
  return no(`The handler is built for ${goarch} and this machine is ${native} without an emulator.`)
}
