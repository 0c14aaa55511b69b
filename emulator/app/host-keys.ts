/**
 * The keys of an app's host: they belong to the place, not to the package, so that a swap does not move them. Pure.
 */
import { createHmac } from 'node:crypto'
import type { HostKeys } from '../../src/host/access'
import type { App } from './state'

/** The key that opens every function of the level `function`. */
export function hostKey(app: App): string {
  return derived(app, '')
}

/** The `default` key of one function. */
export function functionKey(app: App, functionName: string): string {
  return derived(app, functionName.toLowerCase())
}

/** @param functionNames whose keys there are */
export function keysOf(app: App, functionNames: readonly string[]): HostKeys {
  return {
    master: app.masterKey,
    host: { default: hostKey(app) },
    functions: Object.fromEntries(functionNames.map((name) => [name, { default: functionKey(app, name) }])),
  }
}

function derived({ masterKey }: App, name: string): string {
  return createHmac('sha256', masterKey).update(name).digest('base64url')
}
