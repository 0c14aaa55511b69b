import { describe, expect, it } from 'vitest'
import { hasConnection, resolveSettings } from '../../../src/functions/function-json/app-settings'

describe('names between percent signs', () => {
  it.each([
    ['plain', {}, { text: 'plain' }],
    ['%A%', { a: 'x' }, { text: 'x' }],
    ['1-%A%-%B%-2', { A: 'x', B: '' }, { text: '1-x--2' }],
    ['%A__B%', { 'A:B': 'x' }, { text: 'x' }],
    ['%A%', { A: undefined }, 'unknown'],
    ['%A%', undefined, 'unknown'],
    ['%Gone%', { A: 'x' }, { refused: "'%Gone%' does not resolve to a value." }],
    ['%%', undefined, { refused: "'%%' does not resolve to a value." }],
    ['50%', undefined, { refused: "The '%' at position 2 does not have a closing '%'" }],
  ] as const)('%s with %j', (text, settings, expected) => {
    expect(resolveSettings(text, settings)).toEqual(expected)
  })
})

describe('connections', () => {
  it.each([
    ['Orders', { Orders: 'x' }, true],
    ['orders', { AzureWebJobsOrders: 'x' }, true],
    ['Orders', { CUSTOMCONNSTR_Orders: 'x' }, true],
    ['Orders', { Orders__serviceUri: 'x' }, true],
    ['Orders', { AzureWebJobsOrders__accountName: undefined }, true],
    ['Orders', { OrdersQueue: 'x' }, false],
    ['Orders', undefined, undefined],
  ] as const)('%s among %j', (name, settings, expected) => {
    expect(hasConnection(name, settings)).toBe(expected)
  })
})
