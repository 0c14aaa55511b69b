import { describe, expect, it } from 'vitest'
import { blobPathFault, queueNameFault } from '../../../src/functions/function-json/storage-names'

describe('names of queues', () => {
  it.each(['abc', 'ABC', 'a-b', '123', 'a'.repeat(63), 'école'])('takes %s', (name) => {
    expect(queueNameFault(name)).toBeUndefined()
  })

  it.each([
    ['', /null or empty/],
    ['ab', /from 3 to 63 characters long - "ab" \(Parameter 'name'\)/],
    ['a'.repeat(64), /from 3 to 63/],
    ['-ab', /may not be the first or last/],
    ['ab-', /may not be the first or last/],
    ['a--b', /consecutive dash/],
    ['a_b_c', /only letters, numbers, and dash\(-\) characters - "a_b_c"/],
    ['{name}', /only letters/],
  ])('refuses %j', (name, text) => {
    expect(queueNameFault(name)).toMatch(text)
  })
})

describe('paths of blob triggers', () => {
  it.each([
    'box',
    'box/in',
    'box/{name}',
    'box/{name}.{ext}',
    'box/{{x}}',
    '$web/{n}',
    'box/{d:yyyy}/{rand-guid}',
  ])('takes %s', (path) => {
    expect(blobPathFault(path)).toBeUndefined()
  })

  it.each([
    ['', 'Invalid container name: ', false],
    ['x', 'Invalid container name: x', false],
    ['Box/in', 'Invalid container name: Box', false],
    ['box/', 'format', false],
    ['/in', 'format', false],
    ['{box}/in', 'cannot contain {resolve} tokens', false],
    ['box/in.', 'invalid suffix', false],
    ['box/{n', 'Missing closing bracket at position 5', false],
    ['box/n}', 'Missing opening bracket at position 6', false],
    ['box/{}', 'parameter name at position 5 is empty', false],
    ['box/{1a}', 'invalid', false],
    ['a/{n}', 'length is not within the permissible limits', true],
    ['Box/{n}', 'invalid characters', true],
    ['a--b', 'invalid characters', true],
  ])('refuses %j', (path, text, endsHost) => {
    const fault = blobPathFault(path)
    expect(fault?.text).toContain(text)
    expect(fault?.endsHost).toBe(endsHost)
  })

  it('is quick on hostile paths', () => {
    for (const path of ['{'.repeat(200_000), `box/${'{a'.repeat(100_000)}`, 'a-'.repeat(200_000)]) {
      const start = performance.now()
      blobPathFault(path)
      expect(performance.now() - start).toBeLessThan(500)
    }
  })
})
