/** The output in docs/why-dynamic.md, held against runs on this machine. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { readBlock } from '../../scripts/marked-blocks'
import { renderWhyBlocks, settled, whyPage } from '../../scripts/why-page'
import { runWarm } from './warm-jobs'

const reason = ((): string | undefined => {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return 'the page shows what Linux on amd64 builds'
  const gcc = spawnSync('gcc', ['--version'])
  if (gcc.status !== 0) return 'gcc is not installed, so Go builds nothing dynamic here'
  const glibc = /(\d+)\.(\d+)\s*$/m.exec(spawnSync('ldd', ['--version'], { encoding: 'utf8' }).stdout)
  if (glibc?.[1] !== '2' || Number(glibc[2]) < 34) return 'the page shows a build against glibc 2.34 or newer'
  return undefined
})()

const page = readFileSync(whyPage, 'utf8')
const names = [...page.matchAll(/<!-- docs:why (\S+) -->/g)].map(([, name = '']) => name)
let made: Readonly<Record<string, string>> = {}
beforeAll(async () => {
  if (reason === undefined) made = await renderWhyBlocks(runWarm)
}, 600_000)

describe('docs/why-dynamic.md', () => {
  it('has a place for everything that is made', (context) => {
    if (reason !== undefined) context.skip(reason)
    expect(Object.keys(made).sort()).toEqual([...names].sort())
  })

  it.for(names)('shows what a run says: %s (npm run docs:why)', (name, context) => {
    if (reason !== undefined) context.skip(reason)
    expect(settled(readBlock(page, `docs:why ${name}`))).toBe(settled(made[name] ?? ''))
  })
})
