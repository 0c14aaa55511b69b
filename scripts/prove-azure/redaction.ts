/**
 * Takes out of an exchange what belongs to one run or is secret, before it is written anywhere: tokens, keys,
 * signatures, ids, names, times. What is left can be published, and compared with another run.
 */
import { redactText } from '../../src/azure/http/redact'
import type { Exchange, HostRole } from './exchange'

/** What stands for a text of this run, for example `['my-app', '{app}']`. */
export type Name = readonly [text: string, stands: string]

export interface Surroundings {
  readonly names: readonly Name[]
  /** By `host:port`, or the host alone on port 443. */
  readonly hosts: Readonly<Record<string, HostRole>>
}

export interface RawExchange {
  readonly scenario: string
  readonly atMs: number
  readonly tookMs: number
  readonly method: string
  readonly url: string
  readonly sentType: string
  readonly sent: Buffer
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: Buffer
}

/** Headers that a client acts on. */
const headersKept = [
  'content-type',
  'location',
  'retry-after',
  'retryafter',
  'azure-asyncoperation',
  'www-authenticate',
  'scm-deployment-id',
  'x-ms-error-code',
]
const secretKey = /(?:key|secret|password|token|signature|credential|assertion|connectionstring)s?$/i
/** Where every text of the answer is a value or a secret of the app. */
const valuesPath = /\/config\/(?:appsettings|connectionstrings)(?:\/list)?$/i
const secretsPath = /\/(?:listkeys|publishingcredentials\/list|admin\/token)$/i
const bodyLimitBytes = 512 * 1024
const deepest = 24

export function cleaned(raw: RawExchange, surroundings: Surroundings): Exchange {
  const url = new URL(raw.url)
  const clean = cleaner(surroundings)
  const path = clean(url.pathname)
  const kind = valuesPath.test(path) ? '{value}' : secretsPath.test(path) ? '{secret}' : undefined
  const sent = bodyOf(raw.sent, raw.sentType, clean, kind)
  const body = bodyOf(raw.body, String(raw.headers['content-type'] ?? ''), clean, kind)
  return {
    scenario: raw.scenario,
    atMs: Math.round(raw.atMs),
    tookMs: Math.round(raw.tookMs),
    method: raw.method,
    host: surroundings.hosts[url.host] ?? 'other',
    path,
    query: Object.fromEntries(
      [...url.searchParams].map(([name, value]) => [
        name,
        /^(?:sig|code|t|token|skoid|sktid|se|st)$/i.test(name) ? '{secret}' : clean(value),
      ]),
    ),
    ...(sent === undefined ? {} : { sent }),
    status: raw.status,
    headers: Object.fromEntries(
      headersKept.flatMap((name) => {
        const value = raw.headers[name]
        return value === undefined ? [] : [[name, clean(String(value))]]
      }),
    ),
    ...(body === undefined ? {} : { body }),
  }
}

function bodyOf(
  bytes: Buffer,
  contentType: string,
  clean: (text: string) => string,
  kind: string | undefined,
): unknown {
  if (bytes.length === 0) return undefined
  if (!/json/i.test(contentType) || bytes.length > bodyLimitBytes) return 'text'
  try {
    return cleanedValue(JSON.parse(bytes.toString('utf8')), clean, kind, 0)
  } catch {
    return 'text'
  }
}

function cleanedValue(
  value: unknown,
  clean: (text: string) => string,
  kind: string | undefined,
  depth: number,
): unknown {
  if (depth > deepest) return '{deep}'
  if (typeof value === 'string') return value === '' ? '' : (kind ?? clean(value))
  if (Array.isArray(value)) return value.map((each) => cleanedValue(each, clean, kind, depth + 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      clean(key),
      typeof each === 'string' && each !== '' && secretKey.test(key)
        ? '{secret}'
        : cleanedValue(each, clean, kind, depth + 1),
    ]),
  )
}

const patterns: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, '{token}'],
  [/\b[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\b/gi, '{guid}'],
  [/\b\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?/g, '{time}'],
  [/\b[0-9a-f]{24,}\b/gi, '{opaque}'],
  // How the action names a package in a storage account.
  [/\b\d{8}T\d{6}Z-[0-9a-f]{12}-[0-9a-f]{8}\b/g, '{package}'],
  // The path that no function has, which is new in each run.
  [/\bunknown-[0-9a-f]{12}\b/g, 'unknown-{opaque}'],
  [/\b\d{9,}\b/g, '{number}'],
  [/[A-Za-z0-9+_-]{40,}={0,2}/g, '{opaque}'],
]

/** A function that takes names, ids, times and secrets out of a text. */
export function cleaner({ names }: Surroundings): (text: string) => string {
  const replacements = [...names]
    .filter(([text]) => text !== '')
    .sort((one, other) => other[0].length - one[0].length)
    .map(([text, stands]) => [new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi'), stands] as const)
  return (text) =>
    [...replacements, ...patterns].reduce(
      (shown, [pattern, stands]) => shown.replace(pattern, stands),
      redactText(text, 2000),
    )
}
