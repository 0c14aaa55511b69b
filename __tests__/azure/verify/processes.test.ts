import { describe, expect, it } from 'vitest'
import { countStarts, processesOf, type Sighting } from '../../../src/azure/verify/processes'

/** Of a process that started at `startedAt`, seen at `seenAt`; seconds, and 0.2 s for the answer. */
function seen(startedAt: number, seenAt: number, instanceId = 'a'): Sighting {
  const answeredAtMs = seenAt * 1000
  return {
    instanceId,
    uptimeMs: answeredAtMs - startedAt * 1000,
    askedAtMs: answeredAtMs - 200,
    answeredAtMs,
  }
}

describe('countStarts', () => {
  it.each<[string, readonly Sighting[], number]>([
    ['nothing was seen', [], 0],
    ['one process was seen again and again', [seen(0, 1), seen(0, 3), seen(0, 5)], 1],
    ['an instance was started once more', [seen(0, 1), seen(0, 3), seen(4, 5)], 2],
    ['an instance was started every three seconds', [seen(0, 1), seen(3, 4), seen(6, 8)], 3],
    ['two instances answer in turn', [seen(0, 1, 'a'), seen(2, 3, 'b'), seen(0, 5, 'a'), seen(2, 7, 'b')], 1],
    [
      'two instances without ids answer in turn',
      [seen(0, 1, ''), seen(-9, 3, ''), seen(0, 5, ''), seen(-9, 7, '')],
      1,
    ],
    ['an instance without an id is started again', [seen(0, 1, ''), seen(2, 3, ''), seen(6, 7, '')], 3],
    [
      'a second instance came later, and the first still answers',
      [seen(0, 5, ''), seen(4, 7, ''), seen(0, 9, '')],
      1,
    ],
    ['of two instances one is started again', [seen(0, 1, 'a'), seen(0, 3, 'b'), seen(4, 5, 'a')], 2],
    [
      'each process has an id of its own, and follows the one before',
      [
        ...[seen(0, 1, 'a'), seen(0, 3, 'a')],
        ...[seen(5, 6, 'b'), seen(5, 8, 'b')],
        ...[seen(9, 10, 'c'), seen(9, 11, 'c')],
      ],
      3,
    ],
    [
      'each process has an id of its own, and the first is seen again',
      [
        ...[seen(0, 1, 'a'), seen(0, 3, 'a'), seen(5, 6, 'b'), seen(5, 8, 'b')],
        ...[seen(9, 10, 'c'), seen(9, 11, 'c'), seen(0, 12, 'a')],
      ],
      1,
    ],
    [
      'instances come one after the other while the app grows, and each is seen once',
      [seen(0, 1, 'a'), seen(2, 3, 'b'), seen(4, 5, 'c'), seen(6, 7, 'd')],
      1,
    ],
  ])('when %s', (_, sightings, starts) => {
    expect(countStarts(sightings)).toBe(starts)
  })

  it('takes answers of different lengths for one process', () => {
    const slow = { ...seen(0, 20), askedAtMs: 2000 }
    expect(processesOf([slow, seen(0, 21), seen(0, 40)])).toHaveLength(1)
  })
})
