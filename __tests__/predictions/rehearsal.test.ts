import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HostCode } from '../../src/host/codes'
import { rehearse } from '../../src/host/rehearsal/rehearse'
import {
  anApp,
  buildHandlerProgram,
  httpFunction,
  type TestAppOptions,
  timerFunction,
} from '../host/handler-program'
import {
  answers,
  compare,
  type Expectation,
  handlerFails,
  invocationFails,
  nothing,
  notStarted,
} from './expectation'
import { observeFolder } from './observation'

interface BadHandler {
  readonly app: TestAppOptions
  readonly shows: Expectation
  /** Other triggers are invoked only on request. */
  readonly mode?: 'auto' | 'true'
  /** Patience of the rehearsal, and a short one for the host; only where nothing ever comes. */
  readonly readinessTimeoutMs?: number
  /** After which a request is made to a host that is still waiting. */
  readonly settlesWithinMs?: number
}

const job = { Job: timerFunction }
const httpJob = { Job: httpFunction('job') }
const contract = { enableForwardingHttpRequest: false }
const timedOut = handlerFails(/^Initializing HttpWorker timed out\.$/m)
const patience = { readinessTimeoutMs: 2500 }

const handlers: Readonly<Record<HostCode, readonly BadHandler[]>> = {
  'handler-start-failed': [
    { app: { fileMode: 0 }, shows: notStarted() },
    { app: { fileMode: 0o644 }, shows: notStarted(/Permission denied/) },
  ],
  'handler-exits': [
    { app: { mode: 'exits-one' }, shows: handlerFails(/exited with code 1 \(0x1\)/) },
    { app: { mode: 'panics' }, shows: handlerFails(/exited with code 2 \(0x2\)/) },
  ],
  'handler-panics': [
    { app: { mode: 'crashes-on-call' }, shows: answers(500) },
    { app: { mode: 'panics-on-call' }, shows: answers(500) },
  ],
  'handler-answers-5xx': [{ app: { mode: 'answers-500' }, shows: answers(500) }],
  'handler-no-answer': [
    {
      app: { mode: 'waits-on-call' },
      shows: answers(500, /^Timeout value of 00:00:03 exceeded by function/m),
    },
    { app: { mode: 'breaks-on-call' }, shows: answers(500) },
  ],
  // The model of the host has no read-only folder: there it goes on.
  'handler-writes-package': [
    { app: { mode: 'writes-late' }, shows: nothing('the folder of the app can be written to here') },
  ],
  'handler-exits-zero': [{ app: { mode: 'exits-zero' }, shows: timedOut, ...patience }],
  // The app has none of its settings here, either.
  'handler-needs-setting': [
    { app: { mode: 'needs-setting' }, shows: handlerFails(/COSMOS_KEY is required/) },
  ],
  'handler-never-listens': [{ app: { mode: 'never-listens' }, shows: timedOut, ...patience }],
  'handler-wrong-port': [
    { app: { mode: 'other-port' }, shows: timedOut, ...patience },
    { app: { mode: 'other-address' }, shows: timedOut, ...patience },
  ],
  'handler-root-hangs': [
    { app: { mode: 'hangs' }, shows: notStarted(/^Final functionDispatcher state/m), settlesWithinMs: 1000 },
  ],
  'handler-ipv6-only': [{ app: { mode: 'ipv6' }, shows: timedOut, ...patience }],
  'handler-route-404': [
    { app: { mode: 'no-prefix' }, shows: answers(404) },
    { app: { mode: 'no-route' }, shows: answers(404) },
  ],
  'handler-contract-answer': [
    {
      app: { mode: 'good', functions: job },
      mode: 'true',
      shows: invocationFails('Job', /success: 404 \(Not Found\)/),
    },
    {
      app: { mode: 'contract-text', functions: httpJob, customHandler: contract },
      shows: answers(500, /No MediaTypeFormatter is available/),
    },
    {
      app: { mode: 'contract-bad-output', functions: httpJob, customHandler: contract },
      shows: answers(500, /Failed while trying to Deserialize to httpOutputBindingResponse/),
    },
    {
      app: { mode: 'contract-empty', functions: httpJob, customHandler: contract },
      shows: answers(500, /^Timeout value of 00:00:03 exceeded by function 'Functions\.Job'/m),
    },
  ],
  'handler-contract-status': [
    {
      app: { mode: 'contract-500', functions: job },
      mode: 'true',
      shows: invocationFails('Job', /success: 500 \(Internal Server Error\)/),
    },
  ],
  'handler-slow-start': [
    { app: { mode: 'slow' }, shows: nothing('it is ready within the 30 seconds of the host') },
  ],
}

const rows = Object.entries(handlers).flatMap(([code, list]) =>
  list.map((handler) => ({
    name: `${code}, ${handler.app.mode ?? 'no program'}: ${handler.shows.kind}`,
    code,
    handler,
  })),
)

let program = ''
beforeAll(() => {
  program = buildHandlerProgram()
})
afterAll(() => rmSync(dirname(program), { recursive: true, force: true }))

describe
  .runIf(process.platform === 'linux')
  .concurrent('what is rehearsed is what the host does (needs Linux)', () => {
    it.for(rows)('$name', async ({ code, handler }) => {
      const { app: options, shows, mode = 'auto', readinessTimeoutMs, settlesWithinMs = 30_000 } = handler
      const app = anApp(program, options)
      const patience = readinessTimeoutMs === undefined ? {} : { readinessTimeoutMs }
      try {
        const [rehearsal, seen] = await Promise.all([
          rehearse({ folder: app.folder, mode, timeoutMs: 60_000, ...patience }),
          // The host counts its pauses only, which last longer on a busy machine.
          observeFolder(app.folder, {
            ...(readinessTimeoutMs === undefined ? {} : { readinessTimeoutMs: 500 }),
            settlesWithinMs,
          }),
        ])
        expect(rehearsal.findings.map((finding) => finding.code)).toEqual([code])
        compare(seen, shows)
      } finally {
        app.remove()
      }
    })

    it('a good handler, of which nothing is predicted', async () => {
      const app = anApp(program)
      try {
        const { findings } = await rehearse({ folder: app.folder, mode: 'auto', timeoutMs: 60_000 })
        expect(findings).toEqual([])
        const seen = await observeFolder(app.folder, {})
        compare(seen, nothing('it is good'))
        expect(seen).toMatchObject({ listed: ['hello'], statuses: { hello: 200 } })
      } finally {
        app.remove()
      }
    })
  })
