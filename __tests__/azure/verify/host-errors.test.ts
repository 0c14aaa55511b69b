import { describe, expect, it } from 'vitest'
import { causesFirst } from '../../../src/azure/verify/host-status'

describe('the errors of a host', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      'name the panic before the frames of its trace',
      ['main.main()', '\t/src/main.go:12 +0x1d', 'goroutine 1 [running]:', 'panic: no DSN'],
      ['panic: no DSN', 'main.main()', '\t/src/main.go:12 +0x1d', 'goroutine 1 [running]:'],
    ],
    [
      'put frames with a receiver last',
      ['net/http.(*ServeMux).Handle(...)', 'fatal error: all goroutines are asleep - deadlock!'],
      ['fatal error: all goroutines are asleep - deadlock!', 'net/http.(*ServeMux).Handle(...)'],
    ],
    [
      'keep what else the host says, behind the panic',
      ['Exceeded http worker restart retry count.', 'panic: no DSN'],
      ['panic: no DSN', 'Exceeded http worker restart retry count.'],
    ],
    ['stay when there are only frames', ['main.main()'], ['main.main()']],
    ['stay when there is no trace', ['b is missing (see a)', 'a'], ['b is missing (see a)', 'a']],
    ['may be none', [], []],
  ])('%s', (_name, errors, told) => {
    expect(causesFirst(errors)).toEqual(told)
  })
})
