import { describe, expect, it } from 'vitest'
import { canRehearse, type RehearsalPlace } from '../../src/host/rehearsal/platform'

const aPlace = (overrides: Partial<RehearsalPlace> = {}): RehearsalPlace => ({
  platform: 'linux',
  arch: 'x64',
  goarch: 'amd64',
  mode: 'auto',
  ...overrides,
})

describe('canRehearse', () => {
  it.each<Partial<RehearsalPlace>>([
    {},
    { mode: 'true' },
    { arch: 'arm64', goarch: 'arm64' },
    { goarch: 'arm64', isEmulated: true },
  ])('agrees to %j', (overrides) => {
    expect(canRehearse(aPlace(overrides))).toEqual({ ok: true })
  })

  const refusals: readonly [Partial<RehearsalPlace>, RegExp][] = [
    [{ mode: 'false' }, /rehearse: false/],
    [{ platform: 'darwin' }, /macOS/],
    [{ platform: 'win32' }, /Windows/],
    [{ goarch: 'arm64' }, /built for arm64 and this machine is amd64 without an emulator/],
    [{ arch: 'arm64' }, /built for amd64 and this machine is arm64/],
  ]
  it.each(refusals)('refuses %j', (overrides, reason) => {
    expect(canRehearse(aPlace(overrides))).toEqual({ ok: false, reason: expect.stringMatching(reason) })
  })
})
