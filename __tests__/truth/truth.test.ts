import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readBlock } from '../../scripts/marked-blocks'
import { type GroupCount, measureAgreement, renderAgreement } from '../../scripts/truth/agreement'
import { recordings } from '../../scripts/truth/recordings'

describe('what the Functions host did', () => {
  const measured: GroupCount[] = []

  it.each(recordings)('agrees with $name, but for what is listed with a reason', async (recording) => {
    const { groups, idle } = await measureAgreement([recording])
    measured.push(...groups)
    const wrong = groups.flatMap((group) => group.wrong)
    expect(wrong.map(({ id, ours, host }) => `${id}: host ${host}, ours ${ours}`)).toEqual([])
    expect(idle).toEqual([])
    expect(groups.reduce((sum, { rows }) => sum + rows, 0)).toBeGreaterThan(20)
  })

  it('stands in docs/reliability.md as it is now; `npm run truth` writes it', () => {
    const page = readFileSync(new URL('../../docs/reliability.md', import.meta.url), 'utf8')
    expect(readBlock(page, 'truth')).toBe(renderAgreement({ groups: measured, idle: [] }).trim())
  })
})
