/** Which samples the command tries on the real host, and when it takes what came for what was expected. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { repositoryRoot } from '../../scripts/run-action'
import { endOf, type HostSample, hostSamples, isExpected } from '../../scripts/test-host/samples'

const samples = join(repositoryRoot, 'samples')
let copy = ''
afterEach(() => rmSync(copy, { recursive: true, force: true }))

/** The same folders, empty, and a change. */
function samplesWith(change: (root: string) => void): readonly HostSample[] {
  copy = mkdtempSync(join(tmpdir(), 'samples-'))
  for (const { name } of hostSamples(samples)) mkdirSync(join(copy, name), { recursive: true })
  change(copy)
  return hostSamples(copy)
}

describe('the samples that the host is asked about', () => {
  it('are all that there are', () => {
    const apps = readdirSync(samples, { recursive: true, encoding: 'utf8' })
      .filter((path) => /(?:^|[\\/])host\.json$/.test(path))
      .map((path) => path.replaceAll('\\', '/'))
    const names = hostSamples(samples).map(({ name }) => name)
    expect(apps.length).toBeGreaterThan(30)
    expect(apps.filter((path) => !names.some((name) => path.startsWith(`${name}/`)))).toEqual([])
  })

  it.each([
    ['a bad one of which nothing is said', 'bad/new', /the sample bad\/new/],
    ['a group of which nothing is said', 'ugly', /the sample ugly/],
  ])('do not pass over %s', (_, name, words) => {
    expect(() => samplesWith((root) => mkdirSync(join(root, name)))).toThrow(words)
  })

  it('have a new good one among them', () => {
    const found = samplesWith((root) => mkdirSync(join(root, 'good', 'new')))
    expect(found.find(({ name }) => name === 'good/new')).toMatchObject({ errors: [], isAsked: true })
  })

  it('are not expected where they are gone', () => {
    expect(() => samplesWith((root) => rmSync(join(root, 'dynamic'), { recursive: true }))).toThrow(/dynamic/)
  })

  it('are all tried by the weekly workflow, which has no list of its own', () => {
    const text = readFileSync(join(repositoryRoot, '.github', 'workflows', 'prove-host.yml'), 'utf8')
    const { jobs } = parse(text) as {
      jobs: Record<string, { strategy?: object; steps: { run?: string; 'continue-on-error'?: boolean }[] }>
    }
    const runs = Object.values(jobs).flatMap(({ steps }) => steps.map(({ run = '' }) => run))
    expect(runs).toContainEqual(expect.stringMatching(/^npm run test:host -- --image "\$HOST_IMAGE"(?: >|$)/))
    expect(text).not.toContain('continue-on-error')
    expect(Object.values(jobs).filter(({ strategy }) => strategy !== undefined)).toEqual([])
  })
})

describe('the end of a sample', () => {
  const bad = hostSamples(samples).find(({ name }) => name === 'bad/one-broken') as HostSample
  const good = hostSamples(samples).find(({ name }) => name === 'hello-world') as HostSample
  const asked = 'The host is asked at http://x\n'
  const call = '::error title=host-call-fails,file=a::x\n'
  const answer = 'GET /api/HttpExample: 200 (3 ms)\n'

  it.each<[string, HostSample, number | null, string, boolean]>([
    ['green, and it answered', good, 0, asked + answer, true],
    ['green, and the host was not asked', good, 0, answer, false],
    ['green, and does not say what it should', good, 0, asked, false],
    ['red instead of green', good, 1, asked + answer + call, false],
    ['red as expected', bad, 1, asked + call + call, true],
    ['red for a reason beside it', bad, 1, `${asked}${call}::error title=handler-exits::x\n`, false],
    ['red since there is no image', bad, 1, '::error title=host-image-unavailable::x\n', false],
    ['red without an error', bad, 1, asked, false],
    ['green instead of red', bad, 0, asked, false],
    ['ended by a signal', bad, null, asked + call, false],
  ])('%s', (_, sample, exitCode, log, isRight) => {
    expect(isExpected(sample, endOf(exitCode, log))).toBe(isRight)
  })
})
