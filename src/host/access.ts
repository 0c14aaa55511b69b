/** Who may come in: what a key of the host opens. Keys are given; none is made here. */
import type { HostFunction } from '../functions/function-json/host-function'
import type { PublicRequest } from './forwarding'

export interface HostKeys {
  readonly master: string
  /** Keys for every function, by name. */
  readonly host: Readonly<Record<string, string>>
  /** Keys of single functions, by function and name. */
  readonly functions?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export type Level = 'admin' | 'function' | 'anonymous'

/** A key of the host opens all functions but those of the level `admin`, which take the master key. */
export function isAllowed({ authLevel }: HostFunction, level: Level): boolean {
  const wanted = authLevel.toLowerCase()
  if (wanted === 'anonymous') return true
  return level === 'admin' || (level === 'function' && wanted === 'function')
}

/** @param functionName whose own keys count, too */
export function levelOf(keys: HostKeys, request: PublicRequest, functionName: string | undefined): Level {
  const header = request.headers['x-functions-key']
  const query = new URLSearchParams(request.path.split('?')[1] ?? '')
  const key = (typeof header === 'string' ? header : header?.[0]) ?? query.get('code') ?? ''
  if (key === '') return 'anonymous'
  if (key === keys.master) return 'admin'
  const own = functionName === undefined ? undefined : keys.functions?.[functionName]
  return [keys.host, own ?? {}].some((known) => Object.values(known).includes(key)) ? 'function' : 'anonymous'
}
