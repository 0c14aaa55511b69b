import { describe, expect, it } from 'vitest'
import { appOf, compareSeed } from '../../scripts/differ/compare'
import { someProject } from '../../scripts/differ/some-project'
import { readFunctionApp } from '../../src/functions/app'

/** About twenty seconds; `npm run differ -- --seed N` goes on with other seeds. */
const seeds = { first: 1, count: 6000 }

describe('apps with one or two edits', () => {
  it('are never refused by the model while the checks are silent', () => {
    const project = someProject()
    const silent = Array.from({ length: seeds.count }, (_, at) => compareSeed(project, seeds.first + at))
    expect(silent.filter((each) => each !== undefined)).toEqual([])
  })

  it('are refused often enough to mean something, and not always', () => {
    const refused = Array.from({ length: 500 }, (_, seed) => {
      const files = appOf(seed)
      const listed = [...files.keys()].map((path) => ({ path, kind: 'file' as const }))
      const read = (path: string) => Buffer.from(JSON.stringify(files.get(path)))
      return readFunctionApp({ listed, read }).refusals.length > 0
    }).filter(Boolean).length
    expect(refused).toBeGreaterThan(100)
    expect(refused).toBeLessThan(450)
  })
})
