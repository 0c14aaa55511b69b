import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBuildCacheState } from '../../../src/go/build/build-cache'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-cache-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A cache with all its folders, of which some have changed just now. */
function cacheWith(name: string, changedCount: number, startedAt: number): string {
  const cache = join(folder, name)
  for (let byte = 0; byte < 256; byte += 1) {
    const path = join(cache, byte.toString(16).padStart(2, '0'))
    mkdirSync(path, { recursive: true })
    const seconds = (startedAt + (byte < changedCount ? 5000 : -5000)) / 1000
    utimesSync(path, seconds, seconds)
  }
  return cache
}

describe('readBuildCacheState', () => {
  it.each([
    [0, 'warm'],
    [1, 'partial'],
    [127, 'partial'],
    [128, 'cold'],
    [256, 'cold'],
  ])('with %i changed folders is %s', async (count, state) => {
    const startedAt = Date.now()
    expect(readBuildCacheState(cacheWith(`made-${count}`, count, startedAt), startedAt)).toBe(state)
  })

  it.each(['', 'off', 'relative/cache', '/dev/null', '/nowhere/at/all'])(
    'says nothing of %j',
    async (path) => {
      expect(readBuildCacheState(path, 0)).toBeUndefined()
    },
  )

  it('follows a real cache from the first build on', { timeout: 300_000 }, async () => {
    const project = join(folder, 'project')
    mkdirSync(project)
    writeFileSync(join(project, 'main.go'), 'package main\n\nfunc main() { println("one") }\n')
    const cache = join(folder, 'real')
    const build = async (): Promise<string | undefined> => {
      const startedAt = Date.now()
      const env = { ...process.env, GOCACHE: cache, CGO_ENABLED: '0', GOFLAGS: '' }
      const built = spawnSync('go', ['build', '-o', 'app', 'main.go'], {
        cwd: project,
        env,
        encoding: 'utf8',
      })
      expect(built.stderr).toBe('')
      return readBuildCacheState(cache, startedAt)
    }
    expect(['cold', 'partial']).toContain(await build())
    expect(await build()).toBe('warm')
    writeFileSync(join(project, 'main.go'), 'package main\n\nfunc main() { println("two") }\n')
    expect(await build()).toBe('partial')
  })
})
