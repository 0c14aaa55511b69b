/** The evaluator behind the tests of the workflow refuses what it does not know, so that nothing passes untested. */
import { expect, it } from 'vitest'
import { fill, isMet, type Scope } from './expressions'

const scope: Scope = {
  contexts: { inputs: { name: 'x', empty: '', flag: true }, needs: { one: { result: 'success' } } },
  isSuccess: false,
}
const expression = (text: string): string => ['$', '{{ ', text, ' }}'].join('')

it.each([
  ["inputs.name == 'X'", true],
  ["inputs.empty || 'otherwise'", 'otherwise'],
  ["inputs.name != '' && 'build deploy' || 'build'", 'build deploy'],
  ['!inputs.flag', false],
  ['inputs.missing', ''],
  ["fromJSON('[1]')", [1]],
])('evaluates %s', (text, value) => expect(fill(expression(text), scope)).toEqual(value))

it.each([
  'github.ref',
  "contains(inputs.name, 'x')",
  'inputs.name &&',
  'inputs[0]',
  '(inputs.name)',
  "'open",
])('refuses %s', (text) => expect(() => fill(expression(text), scope)).toThrow())

it('means success() where a condition asks for no status', () => {
  expect(isMet(undefined, scope)).toBe(false)
  expect(isMet("needs.one.result == 'success'", scope)).toBe(false)
  expect(isMet(expression("always() && needs.one.result == 'success'"), scope)).toBe(true)
  expect(isMet(expression('!cancelled()'), scope)).toBe(true)
})
