import { describe, expect, it } from 'vitest'
import type { MadeCall } from '../../../src/azure/verify/alive'
import {
  answersAsRehearsed,
  type Before,
  changeSince,
  type FreshnessCase,
  judgeFreshness,
  printOf,
} from '../../../src/azure/verify/fresh'
import type { Sighting } from '../../../src/azure/verify/processes'
import { anAnswer, aTarget } from './calls'

const uploadStartedAtMs = 1_000_000

/** Seen two seconds after the upload began. */
function running(uptimeMs: number, instanceId = 'a'): Sighting {
  return { instanceId, uptimeMs, askedAtMs: uploadStartedAtMs + 1900, answeredAtMs: uploadStartedAtMs + 2000 }
}

function aBefore(overrides: Partial<Before> = {}): Before {
  return {
    sightings: [{ instanceId: 'a', uptimeMs: 60_000, askedAtMs: 999_000, answeredAtMs: 999_100 }],
    functions: [{ name: 'Hello', trigger: 'httpTrigger', isDisabled: false }],
    answers: new Map(),
    active: { deploymentId: 'd0', sha256: '0'.repeat(64), problem: '' },
    ...overrides,
  }
}

function judge(overrides: Partial<FreshnessCase>) {
  return judgeFreshness({
    uploadStartedAtMs,
    before: aBefore(),
    ownSha256: 'f'.repeat(64),
    sightings: [running(1000)],
    change: undefined,
    waitedMs: 0,
    ...overrides,
  })
}

describe('judgeFreshness', () => {
  it.each<[string, Partial<FreshnessCase>, RegExp]>([
    ['a process that started after the upload began', {}, /started after the upload began/],
    ['an instance that was not there', { sightings: [running(90_000, 'b')] }, /instance that was not there/],
    ['content that changed', { sightings: [running(90_000)], change: 'answers' }, /answers differ/],
    [
      'a first deployment',
      { sightings: [running(90_000)], before: aBefore({ functions: [] }) },
      /no functions before/,
    ],
    [
      'the package that was active already',
      { sightings: [running(90_000)], ownSha256: '0'.repeat(64) },
      /same package was active/,
    ],
  ])('takes %s for new', (_, overrides, how) => {
    expect(judge(overrides)).toMatchObject({ isFresh: true, isProven: true, how: expect.stringMatching(how) })
  })

  it.each<[string, Partial<FreshnessCase>]>([
    ['the process of before', { sightings: [running(90_000)] }],
    ['one of two processes', { sightings: [running(1000, 'b'), running(90_000)] }],
    ['the process of before, however long one waits', { sightings: [running(900_000)], waitedMs: 300_000 }],
    ['an instance without an id', { sightings: [running(90_000, '')] }],
    [
      'an id where there were none before',
      {
        sightings: [running(90_000, 'b')],
        before: aBefore({ sightings: [{ instanceId: '', uptimeMs: 1, askedAtMs: 0, answeredAtMs: 1 }] }),
      },
    ],
    ['nothing, before its time', { sightings: [], waitedMs: 29_000 }],
  ])('does not take %s for new', (_, overrides) => {
    expect(judge(overrides).isFresh).toBe(false)
  })

  it.each<[string, Partial<FreshnessCase>]>([
    ['the host does not say since when it runs', { sightings: [] }],
    ['nothing could be read before', { sightings: [running(90_000)], before: undefined }],
    [
      'the host could not be asked before',
      { sightings: [running(90_000)], before: aBefore({ sightings: [] }) },
    ],
  ])('says after half a minute that nothing is proven when %s', (_, overrides) => {
    expect(judge({ ...overrides, waitedMs: 29_999 }).isFresh).toBe(false)
    expect(judge({ ...overrides, waitedMs: 30_000 })).toMatchObject({ isFresh: true, isProven: false })
  })
})

describe('changeSince', () => {
  const listed = (name: string, url?: string) => ({
    name,
    trigger: 'httpTrigger',
    isDisabled: false,
    ...(url === undefined ? {} : { url }),
  })
  const call = (body: string, status = 200): MadeCall => ({
    target: aTarget(),
    answer: anAnswer({ status, bodyExcerpt: body }),
  })
  const before = aBefore({ answers: new Map([['/api/hello', printOf(anAnswer({ bodyExcerpt: 'one' }))]]) })

  it.each<
    [
      string,
      Before | undefined,
      readonly ReturnType<typeof listed>[],
      readonly MadeCall[],
      string | undefined,
    ]
  >([
    ['nothing', before, [listed('hello')], [call('one')], undefined],
    ['the placeholder', before, [listed('Hello'), listed('WarmUp')], [], undefined],
    ['another function', before, [listed('Hello'), listed('More')], [], 'list'],
    ['another route', before, [listed('Hello', 'https://a/b')], [], 'routes'],
    ['another answer', before, [listed('Hello')], [call('two')], 'answers'],
    ['a failure', before, [listed('Hello')], [call('two', 503)], undefined],
    [
      'a path that answered differently before already',
      aBefore(),
      [listed('Hello')],
      [call('two')],
      undefined,
    ],
    ['nothing to compare with', undefined, [listed('Other')], [call('two')], undefined],
  ])('%s', (_, known, list, calls, change) => {
    expect(changeSince(known, list, calls)).toBe(change)
  })
})

describe('answersAsRehearsed', () => {
  const rehearsed = {
    functionName: 'Hello',
    method: 'GET',
    path: '/api/hello',
    status: 200,
    bodyExcerpt: 'v2',
  }
  it.each<[string, Parameters<typeof aTarget>[0], Parameters<typeof anAnswer>[0], boolean]>([
    ['the same', { rehearsed }, { bodyExcerpt: 'v2' }, true],
    ['other words', { rehearsed }, { bodyExcerpt: 'v1' }, false],
    ['another status', { rehearsed }, { status: 201, bodyExcerpt: 'v2' }, false],
    [
      'words where there were none',
      { rehearsed: { ...rehearsed, bodyExcerpt: '' } },
      { bodyExcerpt: 'v2' },
      false,
    ],
    ['a call that was not rehearsed', {}, { bodyExcerpt: 'v2' }, false],
  ])('%s', (_, target, answer, isSame) => {
    expect(answersAsRehearsed([{ target: aTarget(target), answer: anAnswer(answer) }])).toBe(isSame)
  })
})
