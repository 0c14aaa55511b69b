import { describe, expect, it } from 'vitest'
import { type CallVerdict, judgeCall, severityOf } from '../../../src/azure/verify/alive'
import type { CallAnswer } from '../../../src/azure/verify/call'
import type { CallTarget, RehearsedCall } from '../../../src/azure/verify/call-target'
import { anAnswer, aTarget } from './calls'

const hostsOwn = anAnswer({ status: 404 })
const router = { status: 404, bodyExcerpt: '404 page not found\n', mediaType: 'text/plain; charset=utf-8' }
const rehearsed = (status: number, more: Partial<RehearsedCall> = {}): RehearsedCall => ({
  functionName: 'Hello',
  method: 'GET',
  path: '/api/hello',
  status,
  ...more,
})

describe('judgeCall', () => {
  it.each<[string, Partial<CallAnswer>, Partial<CallTarget>, CallAnswer | undefined, string]>([
    ['200', {}, {}, undefined, 'answered'],
    ['204', { status: 204 }, {}, undefined, 'answered'],
    ['a redirect of the handler', { status: 302, location: '/login' }, {}, hostsOwn, 'answered'],
    ['400', { status: 400 }, {}, undefined, 'answered'],
    ['403 of the handler', { status: 403, bodyExcerpt: 'not you' }, {}, hostsOwn, 'answered'],
    ['401 of the handler', { status: 401, authenticate: 'Basic realm=x' }, {}, hostsOwn, 'answered'],
    ['401 with Bearer of the handler', { status: 401, authenticate: 'Bearer' }, {}, hostsOwn, 'answered'],
    ['401 of the host to a key', { status: 401 }, { needsKey: true }, hostsOwn, 'closed'],
    ['401 of the platform to every path', { status: 401 }, {}, anAnswer({ status: 401 }), 'closed'],
    [
      'a sign-in by 401',
      { status: 401, authenticate: 'Bearer realm="app"' },
      {},
      anAnswer({ status: 401, authenticate: 'Bearer realm="app"' }),
      'closed',
    ],
    [
      'a sign-in by redirect',
      { status: 302, location: 'https://login.microsoftonline.com/x/oauth2' },
      {},
      anAnswer({ status: 302, location: 'https://login.microsoftonline.com/x/oauth2' }),
      'closed',
    ],
    ['a closed network', { status: 403, bodyExcerpt: '<h1>Ip Forbidden</h1>' }, {}, undefined, 'closed'],
    [
      'a web app firewall',
      { status: 403, bodyExcerpt: 'The web app you have attempted to reach has blocked your access.' },
      {},
      undefined,
      'closed',
    ],
    ['a stopped app', { status: 403, bodyExcerpt: 'This web app is stopped.' }, {}, undefined, 'closed'],
    [
      'a client certificate',
      { status: 403, bodyExcerpt: 'Client Certificate Required' },
      {},
      undefined,
      'closed',
    ],
    ['a name that leads nowhere', { status: 0, networkCode: 'ENOTFOUND' }, {}, undefined, 'closed'],
    ['silence', { status: 0, networkCode: 'ETIMEDOUT' }, {}, undefined, 'failing no-answer'],
    ['500', { status: 500 }, {}, undefined, 'failing server-error'],
    [
      '503 of the host',
      { status: 503, bodyExcerpt: 'Function host is not running.' },
      {},
      undefined,
      'failing server-error',
    ],
    ['the 404 of the host', { status: 404 }, {}, hostsOwn, 'failing unknown-path'],
    ['the 404 of a router', router, {}, hostsOwn, 'failing unknown-path'],
    ['a 404 of its own', { status: 404, bodyExcerpt: '{"error":"none"}' }, {}, hostsOwn, 'answered'],
    [
      'a 404 that the rehearsal knows',
      { status: 404, bodyExcerpt: 'custom page' },
      { rehearsed: rehearsed(404, { isUnknownPath: true }) },
      hostsOwn,
      'failing unknown-path',
    ],
    [
      'http.NotFound for a sample',
      router,
      { hasSamples: true, path: '/api/items/sample' },
      hostsOwn,
      'own-404',
    ],
    ['an empty 404 for a sample', { status: 404 }, { hasSamples: true }, hostsOwn, 'own-404'],
    [
      'the 404 of the host where the rehearsal answered',
      { status: 404 },
      { hasSamples: true, rehearsed: rehearsed(200) },
      hostsOwn,
      'failing unknown-path',
    ],
  ])('%s', (_, answer, target, unknown, expected) => {
    const verdict = judgeCall({ target: aTarget(target), answer: anAnswer(answer) }, unknown)
    expect(verdict.kind === 'failing' ? `failing ${verdict.why}` : verdict.kind).toBe(expected)
  })
})

describe('severityOf a server error', () => {
  const failing: CallVerdict = { kind: 'failing', why: 'server-error' }
  const answered: CallVerdict = { kind: 'answered' }
  it.each<[string, RehearsedCall | undefined, readonly CallVerdict[], string]>([
    ['that the rehearsal answered well', rehearsed(200), [failing, answered], 'error'],
    ['that failed in the rehearsal, too', rehearsed(500), [failing, answered], 'warning'],
    ['that was not rehearsed', undefined, [failing, answered], 'warning'],
    ['that everything answers', rehearsed(500), [failing, failing], 'error'],
    ['of the only function', undefined, [failing], 'error'],
  ])('%s', (_, call, verdicts, severity) => {
    const target = aTarget(call === undefined ? {} : { rehearsed: call })
    expect(severityOf(target, 'server-error', verdicts)).toBe(severity)
  })

  it('is milder than silence and than an unknown path', () => {
    expect(severityOf(aTarget(), 'no-answer', [answered])).toBe('error')
    expect(severityOf(aTarget(), 'unknown-path', [answered])).toBe('error')
  })
})
