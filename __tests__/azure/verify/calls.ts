/** Builders of calls and answers. */
import type { CallAnswer } from '../../../src/azure/verify/call'
import type { CallTarget } from '../../../src/azure/verify/call-target'

export function aTarget(overrides: Partial<CallTarget> = {}): CallTarget {
  return {
    functionName: 'Hello',
    method: 'GET',
    path: '/api/hello',
    hasSamples: false,
    needsKey: false,
    ...overrides,
  }
}

export function anAnswer(overrides: Partial<CallAnswer> = {}): CallAnswer {
  return {
    status: 200,
    bodyExcerpt: '',
    location: '',
    authenticate: '',
    mediaType: '',
    problem: '',
    networkCode: '',
    elapsedMs: 10,
    retryAfterMs: 0,
    ...overrides,
  }
}
