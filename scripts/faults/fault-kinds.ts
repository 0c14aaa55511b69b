/**
 * The faults of the matrix, each with what may come of it. Data only.
 */
import type { RequestEffect } from '../../emulator/server/faults'

/**
 * `heals`: the deployment must succeed. `stops`: the fault stays; a deployment that needs the request must end with
 * one clear finding. `either`: it passes, but a finding is as good as a success.
 */
export const expectations = ['heals', 'stops', 'either'] as const
export type Expectation = (typeof expectations)[number]

export interface FaultKind {
  readonly name: string
  readonly expects: Expectation
  /** How many requests it hits; `Infinity` for one that stays. */
  readonly times: number
  readonly effect: RequestEffect
  /** Only requests with a body can be hit. */
  readonly needsBody?: boolean
}

/** What a server says in its own words, for findings to repeat. */
export const serverWords = 'the dog ate it'
export const serverRequestId = '7e577e57-0000-4000-8000-00000000beef'

const page = `<!DOCTYPE html><html><head><style>p { color: red }</style></head><body><p>${serverWords}</p></body></html>`
const forGood = Number.POSITIVE_INFINITY

function status(code: number, headers: Readonly<Record<string, string>> = {}): RequestEffect {
  return {
    kind: 'status',
    status: code,
    headers: { 'content-type': 'application/json', 'x-ms-request-id': serverRequestId, ...headers },
    body: JSON.stringify({ error: { code: 'TestedFault', message: serverWords } }),
  }
}

const htmlPage: RequestEffect = {
  kind: 'status',
  status: 503,
  headers: { 'content-type': 'text/html', 'x-ms-request-id': serverRequestId },
  body: page,
}

/**
 * Every fault.
 *
 * @param elsewhere the address that redirects lead to
 * @returns the faults, those that pass first
 */
export function faultKinds(elsewhere: string): readonly FaultKind[] {
  const once = (name: string, effect: RequestEffect, expects: Expectation = 'heals'): FaultKind => ({
    name,
    expects,
    times: 1,
    effect,
  })
  const always = (name: string, effect: RequestEffect): FaultKind => ({
    name: `${name}, always`,
    expects: 'stops',
    times: forGood,
    effect,
  })
  const compressed = (encoding: 'gzip' | 'br', damage?: 'cut' | 'garbage'): RequestEffect => ({
    kind: 'compressed',
    encoding,
    ...(damage === undefined ? {} : { damage }),
  })
  return [
    once('reset before the body', { kind: 'reset', when: 'before-body' }),
    { ...once('reset during the body', { kind: 'reset', when: 'during-body' }), needsBody: true },
    once('reset after the body', { kind: 'reset', when: 'after-body' }),
    once('answer lost', { kind: 'reset', when: 'after-processing' }),
    once('no answer', { kind: 'silence' }),
    once('401', status(401)),
    once('403', status(403), 'either'),
    once('404', status(404), 'either'),
    once('408', status(408)),
    once('409', status(409), 'either'),
    once('429', status(429)),
    once('429 with Retry-After', status(429, { 'retry-after': '7' })),
    // Longer than a call to the resource manager may take, and shorter than any stage.
    once('429 with a long Retry-After', status(429, { 'retry-after': '150' })),
    once('429 with a Retry-After of a day', status(429, { 'retry-after': '86400' }), 'either'),
    once('half-closed', { kind: 'half-close' }),
    once('connection goes stale', { kind: 'stale-connection' }),
    once('gzip', compressed('gzip')),
    once('brotli', compressed('br')),
    once('cut gzip', compressed('gzip', 'cut')),
    once('gzip that is none', compressed('gzip', 'garbage')),
    once('500', status(500)),
    once('502', status(502)),
    once('503 HTML', htmlPage),
    once('504', status(504)),
    once('truncated JSON', { kind: 'truncated-text' }),
    once('cut answer', { kind: 'truncated-answer' }),
    once('wrong content type', { kind: 'content-type', contentType: 'video/mp4' }),
    once('slow trickle', { kind: 'trickle', chunkBytes: 16, everyMs: 100 }),
    once('redirect', { kind: 'redirect', location: elsewhere, status: 307 }, 'either'),
    always('reset before the body', { kind: 'reset', when: 'before-body' }),
    always('answer lost', { kind: 'reset', when: 'after-processing' }),
    always('no answer', { kind: 'silence' }),
    always('401', status(401)),
    always('403', status(403)),
    always('404', status(404)),
    always('409', status(409)),
    always('429 with Retry-After', status(429, { 'retry-after': '7' })),
    always('429 with a Retry-After of a day', status(429, { 'retry-after': '86400' })),
    always('half-closed', { kind: 'half-close' }),
    always('gzip', compressed('gzip')),
    always('gzip that is none', compressed('gzip', 'garbage')),
    always('500', status(500)),
    always('503 HTML', htmlPage),
    always('truncated JSON', { kind: 'truncated-text' }),
    always('redirect', { kind: 'redirect', location: elsewhere, status: 302 }),
  ]
}

/** A runner whose clock is off, without any other fault. */
export interface ClockKind {
  readonly name: string
  readonly aheadMs: number
  /** Tokens and signatures do not bear it: it has to be said. */
  readonly isTold: boolean
}

export const clockKinds: readonly ClockKind[] = [
  { name: 'clock 3 minutes ahead', aheadMs: 3 * 60_000, isTold: false },
  { name: 'clock 20 minutes ahead', aheadMs: 20 * 60_000, isTold: true },
  { name: 'clock 20 minutes behind', aheadMs: -20 * 60_000, isTold: true },
  { name: 'clock 2 days ahead', aheadMs: 2 * 86_400_000, isTold: true },
  { name: 'clock 2 days behind', aheadMs: -2 * 86_400_000, isTold: true },
]
