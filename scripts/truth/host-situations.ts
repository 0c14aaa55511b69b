/**
 * The situations in which the host's own pages were recorded: the project of each, built anew from what the recorded
 * bodies show of it, what happens to it, and what of an answer has to agree.
 */
import type { HandlerScript } from './reply-host'

export interface PageRow {
  readonly situation: string
  readonly atMs: number
  readonly request: string
  readonly key: 'master' | 'function' | null
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly error?: string
}

export interface Situation {
  readonly files: Readonly<Record<string, string>>
  readonly settings?: Readonly<Record<string, string>>
  readonly handler?: HandlerScript
  /** What happens to the host before the first row of this time or later. */
  readonly change?: { readonly beforeMs: number; readonly act: 'replace' | 'stop' }
}

const http = (authLevel: string, more: object = {}) =>
  JSON.stringify({
    bindings: [
      { type: 'httpTrigger', direction: 'in', name: 'req', authLevel, ...more },
      { type: 'http', direction: 'out', name: 'res' },
    ],
  })
const hostJson = (more: object = {}) =>
  JSON.stringify({
    version: '2.0',
    customHandler: { description: { defaultExecutablePath: 'handler' }, enableForwardingHttpRequest: true },
    ...more,
  })
const open = (route: string) => http('anonymous', { route, methods: ['get', 'post'] })
const simple = { 'host.json': hostJson(), 'Open/function.json': open('open') }
const good = {
  ...simple,
  'Bad/function.json': http('nope'),
  'Keyed/function.json': http('function', { route: 'keyed/{id:int?}' }),
  'Master/function.json': http('admin'),
  'Off/function.json': http('anonymous'),
  'Tick/function.json': JSON.stringify({
    bindings: [{ type: 'timerTrigger', direction: 'in', name: 't', schedule: '0 0 0 1 1 *' }],
  }),
}
export const replaced = { 'host.json': hostJson({ extensions: { http: { routePrefix: 'v2' } } }) }

export const situations: Readonly<Record<string, Situation>> = {
  'a good app, one function off, one in error': {
    files: good,
    settings: { 'AzureWebJobs.Off.Disabled': 'true' },
  },
  'host.json broken': { files: { ...good, 'host.json': 'none' } },
  'route that stops the host': { files: { ...good, 'Open/function.json': open('/open') } },
  'handler dies two seconds after it listens': {
    files: simple,
    handler: { dieMs: 2000, exit: 1 },
  },
  'handler ends with code 0 two seconds after it listens': {
    files: simple,
    handler: { dieMs: 2000, exit: 0 },
  },
  'host.json and function.json replaced while it runs': {
    files: simple,
    change: { beforeMs: 2000, act: 'replace' },
  },
  'stopped with SIGTERM': { files: simple, change: { beforeMs: 2200, act: 'stop' } },
  'first request while the handler still starts (5 s)': {
    files: simple,
    handler: { waitMs: 5000 },
  },
}

/** What of an answer has to agree. A long list was recorded in part: the rest of the names is not compared. */
export function shownPage(
  status: number | string | undefined,
  request: string,
  body: string,
  recorded: string,
): string {
  if (!/ \/admin\/(?:host\/status|functions)/.test(request) || status !== 200) return String(status)
  const state = /"state":"(\w+)"/.exec(body)?.[1] ?? ''
  const isCut = recorded.startsWith('[') && !recorded.endsWith(']')
  const names = namesIn(body).slice(0, isCut ? namesIn(recorded).length : undefined)
  const off = /"name":"Off".*?"isDisabled":(\w+)/.exec(body)?.[1] ?? ''
  return `${status} ${[state, ...names, off].join(' ')} ${body.includes('"errors":[') ? 'errors' : 'none'}`
}

function namesIn(body: string): readonly string[] {
  return [...body.matchAll(/"name":"(\w+)","script_root/g)].map(([, name = '']) => name)
}
