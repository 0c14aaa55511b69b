import { describe, expect, it } from 'vitest'
import { measureAgreement } from '../../scripts/truth/agreement'
import { recordings } from '../../scripts/truth/recordings'

describe('what the Functions host did', () => {
  it.each(recordings)('agrees with $name, but for what is listed with a reason', async (recording) => {
    const { groups, idle } = await measureAgreement([recording])
    const wrong = groups.flatMap((group) => group.wrong)
    expect(wrong.map(({ id, ours, host }) => `${id}: host ${host}, ours ${ours}`)).toEqual([])
    expect(idle).toEqual([])
    expect(groups.reduce((sum, { rows }) => sum + rows, 0)).toBeGreaterThan(20)
  })
})
