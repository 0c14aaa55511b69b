/** The kinds of things that the Functions host can show of a finding, and how each is recognised. */
import { expect } from 'vitest'
import type { Observation } from './observation'

/** What the host shows of one bad app; `nothing` and `elsewhere` say why it cannot. */
export type Expectation =
  | { readonly kind: 'host in error'; readonly text: RegExp }
  | { readonly kind: 'no functions'; readonly text: RegExp }
  | { readonly kind: 'function not listed'; readonly name: string }
  | { readonly kind: 'function in error'; readonly name: string; readonly text: RegExp }
  | { readonly kind: 'handler does not start'; readonly text: RegExp }
  | { readonly kind: 'handler fails' | 'host ends'; readonly text: RegExp }
  | { readonly kind: 'answers'; readonly status: number; readonly text?: RegExp }
  | { readonly kind: 'invocation fails'; readonly name: string; readonly text: RegExp }
  | { readonly kind: 'logged'; readonly text: RegExp }
  | { readonly kind: 'nothing'; readonly reason: string }
  | { readonly kind: 'elsewhere'; readonly reason: string }

export const hostInError = (text: RegExp): Expectation => ({ kind: 'host in error', text })
export const noFunctions = (text: RegExp): Expectation => ({ kind: 'no functions', text })
export const notListed = (name: string): Expectation => ({ kind: 'function not listed', name })
export const inError = (text: RegExp, name = 'Hello'): Expectation => ({
  kind: 'function in error',
  name,
  text,
})
export const notStarted = (text = /No such file or directory/): Expectation => ({
  kind: 'handler does not start',
  text,
})
export const handlerFails = (text: RegExp): Expectation => ({ kind: 'handler fails', text })
export const hostEnds = (text: RegExp): Expectation => ({ kind: 'host ends', text })
export const answers = (status: number, text?: RegExp): Expectation => ({
  kind: 'answers',
  status,
  ...(text === undefined ? {} : { text }),
})
export const invocationFails = (name: string, text: RegExp): Expectation => ({
  kind: 'invocation fails',
  name,
  text,
})
export const logged = (text: RegExp): Expectation => ({ kind: 'logged', text })
/** The host runs the app as if nothing were wrong. */
export const nothing = (reason: string): Expectation => ({ kind: 'nothing', reason })
/** The host is never asked. */
export const elsewhere = (reason: string): Expectation => ({ kind: 'elsewhere', reason })

/**
 * Compares what the host did with what it was expected to do.
 *
 * @param seen what it did
 * @param expectation what it was expected to do
 */
export function compare(seen: Observation, expectation: Expectation): void {
  const calls = [...new Set(Object.values(seen.statuses))]
  switch (expectation.kind) {
    case 'host in error':
      expect(seen.state).toBe('Error')
      expect(seen.errors.join('\n')).toMatch(expectation.text)
      expect(seen).toMatchObject({ listed: [] })
      expect(calls.filter((status) => status !== 503)).toEqual([])
      return
    case 'no functions':
      expect(seen).toMatchObject({ state: 'Running', handler: 'Default', listed: [] })
      expect(seen.log).toMatch(expectation.text)
      expect(calls.filter((status) => status !== 404)).toEqual([])
      return
    case 'function not listed':
      expect(seen.listed).not.toContain(expectation.name)
      expect(seen.refused).not.toHaveProperty(expectation.name)
      expect(seen.statuses[expectation.name] ?? 404).toBe(404)
      return
    case 'function in error':
      expect(seen.listed).not.toContain(expectation.name)
      expect(seen.refused[expectation.name]?.join('\n')).toMatch(expectation.text)
      expect(seen.log).toContain(`The '${expectation.name}' function is in error: `)
      expect(seen.state).toBe('Running')
      return
    case 'handler does not start':
      expect(seen.handler).toBe('Initializing')
      expect(seen.errors.join('\n')).toMatch(expectation.text)
      // The first caller gets an error when the wait is over, and the host ends.
      expect(calls.filter((status) => status !== 502)).toEqual([500])
      expect(seen.state).toBe('Ended')
      return
    case 'handler fails':
    case 'host ends':
      expect(seen).toMatchObject({ state: 'Ended', handler: 'ShutDown' })
      expect(seen.errors.join('\n')).toMatch(expectation.text)
      if (expectation.kind === 'handler fails') expect(calls).toEqual([502])
      else expect(calls.filter((status) => status !== 502)).toEqual([])
      return
    case 'answers':
      expect(seen).toMatchObject({ state: 'Running', handler: 'Initialized', refused: {} })
      expect(calls).toEqual([expectation.status])
      expect(seen.log).toMatch(expectation.text ?? /./)
      return
    case 'invocation fails':
      expect(seen).toMatchObject({ state: 'Running', handler: 'Initialized' })
      expect(seen.invocations).toEqual({ [expectation.name]: false })
      expect(seen.log).toMatch(expectation.text)
      return
    case 'logged':
      expectAllWell(seen)
      expect(seen.log).toMatch(expectation.text)
      return
    case 'nothing':
      expectAllWell(seen)
      return
    case 'elsewhere':
      return
  }
}

function expectAllWell({ state, handler, errors, refused, statuses, invocations }: Observation): void {
  expect({ state, handler, errors, refused }).toEqual({
    state: 'Running',
    handler: 'Initialized',
    errors: [],
    refused: {},
  })
  for (const status of Object.values(statuses)) expect(status).toBeLessThan(300)
  for (const hasSucceeded of Object.values(invocations)) expect(hasSucceeded).toBe(true)
}
