import { describe, expect, it } from 'vitest'
import { closestName } from '../../src/text/name-distance'

describe('closestName', () => {
  it.each([
    ['initialisationTimeout', 'initializationTimeout'],
    ['defaultExecutblePath', 'defaultExecutablePath'],
    ['environment', undefined],
    ['x'.repeat(10_000), undefined],
  ])('finds what %s was meant to be', (name, expected) => {
    expect(closestName(name, ['initializationTimeout', 'defaultExecutablePath', 'arguments'])).toBe(expected)
  })
})
