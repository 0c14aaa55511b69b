import { describe, expect, it } from 'vitest'
import { ActionError, messageOf } from '../src/errors'
import { countFindings, type Finding } from '../src/findings'

const finding = (severity: Finding['severity']): Finding => ({ code: 'c', severity, message: 'm', hint: 'h' })

describe('countFindings', () => {
  it('counts each severity', () => {
    expect(countFindings([finding('error'), finding('notice'), finding('error')])).toEqual({
      error: 2,
      warning: 0,
      notice: 1,
    })
  })
})

describe('ActionError', () => {
  it('keeps code, hint, place and cause', () => {
    const cause = new Error('inner')
    const error = new ActionError('some-code', "found 'x'", { hint: 'do y', location: { file: 'a' }, cause })
    expect(error).toMatchObject({ code: 'some-code', hint: 'do y', location: { file: 'a' }, cause })
  })
})

describe('messageOf', () => {
  it.each([
    [new Error('boom'), 'boom'],
    ['text', 'text'],
    [undefined, 'undefined'],
  ])('says %s', (thrown, expected) => expect(messageOf(thrown)).toBe(expected))
})
