import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unknownPackage } from '../../src/azure/deploy/known-package'
import type { Site } from '../../src/azure/site/site'
import { type Swap, swapSlots } from '../../src/azure/swap/swap'
import { swapBack } from '../../src/azure/swap/swap-back'
import { aRecord } from './kudu'
import {
  type Answer,
  aSession,
  aSite,
  cloudAt,
  keepingLog,
  type LoopbackServer,
  siteId,
  startServer,
} from './loopback'

let server: LoopbackServer
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.close())

const digest = 'a'.repeat(64)

/** Two slots that are swapped as the resource manager does it; a test changes what it answers. */
interface Slots {
  /** How often they were swapped. */
  swaps: number
  asks: number
  polls: number
  /** The operation that holds them. */
  running: string
  /** Answers the n-th request for the swap. */
  onAsk: (count: number) => Answer
  /** Answers the n-th poll. */
  onPoll: (count: number) => Answer
  /** Answers the n-th look at one of them; undefined for the truth. */
  onLook: (count: number) => Answer | undefined
  /** Which deployment is active in which place; undefined for the truth. */
  history: ((place: 'staging' | 'production') => readonly object[]) | undefined
  /** Swaps now. */
  swap: () => void
}

function playSlots(): Slots {
  let looks = 0
  const slots: Slots = {
    swaps: 0,
    asks: 0,
    polls: 0,
    running: '',
    onAsk: () => {
      slots.swap()
      return accepted()
    },
    onPoll: (count) => (count < 3 ? { status: 202, headers: { location: pollAddress() } } : { body: {} }),
    onLook: () => undefined,
    history: undefined,
    swap: () => {
      slots.swaps += 1
    },
  }
  server.handler = ({ method, path }) => {
    if (method === 'POST' && path.endsWith('/slots/staging/slotsswap')) {
      slots.asks += 1
      return slots.onAsk(slots.asks)
    }
    if (path.includes('/operationresults/')) {
      slots.polls += 1
      return slots.onPoll(slots.polls)
    }
    if (path === siteId || path === `${siteId}/slots/staging`) {
      looks += 1
      const status = { timestampUtc: `time ${slots.swaps}`, ...names }
      const properties = {
        slotSwapStatus: slots.swaps === 0 ? null : status,
        inProgressOperationId: slots.running === '' ? null : slots.running,
      }
      return slots.onLook(looks) ?? { body: { properties } }
    }
    if (path.endsWith('/functions'))
      return { body: { value: [{ name: 'app/Old', properties: { name: 'Old' } }] } }
    if (path.endsWith('/host/status')) return { body: { state: 'Running' } }
    if (path.endsWith('/host/default/sync')) return { status: 204 }
    return { status: 404 }
  }
  return slots
}

const names = { sourceSlotName: 'staging', destinationSlotName: 'Production' }
const pollAddress = (): string =>
  `${server.origin}${siteId}/slots/staging/operationresults/op?api-version=2023-12-01`
const accepted = (): Answer => ({ status: 202, headers: { location: pollAddress() } })

interface Outcome {
  readonly swap: Swap
  readonly slots: Slots
  readonly log: ReturnType<typeof keepingLog>
}

/** Runs a swap; the histories are on two more servers. */
async function run(
  prepare: (slots: Slots) => void,
  options: { readonly isBack?: boolean; readonly minutes?: number; readonly signal?: AbortSignal } = {},
): Promise<Outcome> {
  const slots = playSlots()
  prepare(slots)
  const isBack = options.isBack ?? false
  const scm = await startHistories(slots, isBack)
  const log = keepingLog()
  const session = aSession(server, { log, cloud: cloudAt(server.origin, 'localhost') })
  try {
    const swap = await swapSlots(session, {
      source: aSlot('staging', scm.hosts.staging),
      target: aSlot('', scm.hosts.production),
      isBack,
      deploymentId: 'ours',
      deadline: session.clock.now() + (options.minutes ?? 15) * 60_000,
      log,
      signal: options.signal ?? new AbortController().signal,
    })
    return { swap, slots, log }
  } finally {
    await scm.close()
  }
}

async function startHistories(slots: Slots, isBack: boolean) {
  const answer = (place: 'staging' | 'production'): Answer => {
    const isSwapped = slots.swaps % 2 === 1
    const isOurs = (place === 'production') === (isSwapped !== isBack)
    return { body: slots.history?.(place) ?? [aRecord({ id: isOurs ? 'ours' : 'former' })] }
  }
  const [staging, production] = await Promise.all([
    startServer(() => answer('staging')),
    startServer(() => answer('production')),
  ])
  return {
    hosts: { staging: staging.host, production: production.host },
    close: () => Promise.all([staging.close(), production.close()]),
  }
}

function aSlot(slotName: string, scmHost: string): Site {
  return aSite({
    slotName,
    resourceId: slotName === '' ? siteId : `${siteId}/slots/${slotName}`,
    plan: 'elastic-premium',
    sku: 'ElasticPremium',
    scmHost,
  })
}

const codes = ({ findings }: Swap): string[] => findings.map(({ severity, code }) => `${severity} ${code}`)
const reset: Answer = { isReset: true }

describe('a swap', () => {
  it('is asked of the slot, polled where the answer says, and ended by 200', async () => {
    const { swap, slots } = await run(() => undefined)
    expect(swap).toMatchObject({ outcome: 'swapped', state: 'swapped', findings: [] })
    expect(slots).toMatchObject({ asks: 1, polls: 3 })
    const asked = server.requests.find(({ method }) => method === 'POST')
    expect(JSON.parse(asked?.body.toString() ?? '')).toEqual({ targetSlot: 'production', preserveVnet: true })
  })

  it.each<[string, (slots: Slots) => void, number]>([
    [
      'waits as long as Retry-After says',
      (slots) => {
        slots.onPoll = (count) => (count === 1 ? { status: 202, headers: { 'retry-after': '42' } } : {})
      },
      45,
    ],
    [
      'never waits longer than a minute',
      (slots) => {
        slots.onPoll = (count) => (count === 1 ? { status: 202, headers: { 'retry-after': '9999' } } : {})
      },
      63,
    ],
  ])('%s', async (_, prepare, seconds) => {
    const { swap } = await run(prepare)
    expect(swap.outcome).toBe('swapped')
    expect(Math.round(swap.elapsedMs / 1000)).toBe(seconds)
  })

  it('follows Azure-AsyncOperation by the state in its body', async () => {
    const { swap, slots } = await run((slots) => {
      slots.onAsk = () => {
        slots.swap()
        return { status: 202, headers: { 'azure-asyncoperation': pollAddress() } }
      }
      slots.onPoll = (count) => ({ body: { status: count < 3 ? 'InProgress' : 'Succeeded' } })
    })
    expect(swap.outcome).toBe('swapped')
    expect(slots.polls).toBe(3)
  })

  it('follows no address of another host', async () => {
    const { swap, slots } = await run((slots) => {
      slots.onAsk = () => {
        slots.swap()
        return { status: 202, headers: { location: 'https://evil.example/operationresults/op' } }
      }
    })
    expect(swap.outcome).toBe('swapped')
    expect(slots.polls).toBe(0)
  })

  it('waits for an operation that holds the app', async () => {
    let busy = 0
    const { swap, slots } = await run((slots) => {
      slots.running = 'foreign'
      slots.onLook = () => {
        busy += 1
        if (busy > 6) slots.running = ''
        return undefined
      }
    })
    expect(swap.outcome).toBe('swapped')
    expect(slots.asks).toBe(1)
  })

  it('waits after a 409, and asks again', async () => {
    const { swap, slots } = await run((slots) => {
      slots.onAsk = (count) => {
        if (count < 3)
          return { status: 409, body: 'Cannot modify this site because another operation is in progress.' }
        slots.swap()
        return accepted()
      }
    })
    expect(swap.outcome).toBe('swapped')
    expect(slots).toMatchObject({ asks: 3, swaps: 1 })
  })
})

describe('a lost answer', () => {
  it.each<[string, Answer]>([
    ['a reset', reset],
    ['502', { status: 502, body: 'bad gateway' }],
    ['500', { status: 500 }],
    ['202 without an address', { status: 202 }],
  ])('%s is never followed by a second swap when the first took place', async (_, answer) => {
    const { swap, slots } = await run((slots) => {
      slots.onAsk = () => {
        slots.swap()
        return answer
      }
    })
    expect(swap).toMatchObject({ outcome: 'swapped', findings: [] })
    expect(slots).toMatchObject({ asks: 1, swaps: 1 })
  })

  it('is waited for while the operation is running, however long that takes', async () => {
    let looks = 0
    const { swap, slots } = await run((slots) => {
      slots.onAsk = () => {
        slots.running = 'op'
        return reset
      }
      slots.onLook = () => {
        looks += 1
        if (looks === 100) {
          slots.running = ''
          slots.swap()
        }
        return undefined
      }
    })
    expect(swap.outcome).toBe('swapped')
    expect(swap.elapsedMs).toBeGreaterThan(120_000)
    expect(slots).toMatchObject({ asks: 1, swaps: 1 })
  })

  it('is asked again once it is known that nothing came of it', async () => {
    const { swap, slots, log } = await run((slots) => {
      slots.onAsk = (count) => {
        if (count === 1) return reset
        slots.swap()
        return accepted()
      }
    })
    expect(swap.outcome).toBe('swapped')
    expect(swap.elapsedMs).toBeGreaterThan(60_000)
    expect(slots).toMatchObject({ asks: 2, swaps: 1 })
    expect(log.lines.join('\n')).toMatch(/was not answered: .* The slots are as they were: asking again/)
  })

  it('that begins late, behind a second request that is refused as busy, is not undone by a third', async () => {
    const { swap, slots } = await run((slots) => {
      slots.onAsk = (count) => {
        if (count === 1) return reset
        slots.swap()
        return { status: 409, body: 'another operation is in progress' }
      }
    })
    expect(swap.outcome).toBe('swapped')
    expect(slots).toMatchObject({ asks: 2, swaps: 1 })
  })

  it('is told by the histories alone when the resource manager keeps no note of swaps', async () => {
    const { swap, slots } = await run((slots) => {
      slots.onAsk = () => {
        slots.swap()
        return reset
      }
      slots.onLook = () => ({ body: { properties: {} } })
    })
    expect(swap.outcome).toBe('swapped')
    expect(slots.asks).toBe(1)
  })

  it('stays unknown when nothing tells, and is not asked for again', async () => {
    const { swap, slots } = await run((slots) => {
      slots.onAsk = () => reset
      slots.history = () => []
    })
    expect(codes(swap)).toEqual(['error swap-unknown'])
    expect(swap.outcome).toBe('unknown')
    expect(slots.asks).toBe(1)
    expect(swap.findings[0]?.hint).toContain(
      'az functionapp deployment slot swap --name app --resource-group rg --slot staging --target-slot production',
    )
  })

  it('of a swap of another pair of slots is not taken for ours', async () => {
    const { swap, slots } = await run((slots) => {
      let foreign = 0
      slots.onAsk = (count) => {
        if (count < 2) {
          foreign = 1
          return reset
        }
        foreign = 0
        slots.swap()
        return accepted()
      }
      slots.onLook = () =>
        foreign === 0
          ? undefined
          : {
              body: {
                properties: {
                  slotSwapStatus: {
                    timestampUtc: 'x',
                    sourceSlotName: 'blue',
                    destinationSlotName: 'Production',
                  },
                },
              },
            }
    })
    expect(swap.outcome).toBe('swapped')
    expect(slots).toMatchObject({ asks: 2, swaps: 1 })
  })
})

describe('a swap that is not made', () => {
  it.each<[string, (slots: Slots) => void, string, string, RegExp]>([
    [
      'is refused',
      (slots) => {
        slots.onAsk = () => ({ status: 400, body: { error: { code: 'BadRequest', message: 'no' } } })
      },
      'error swap-refused',
      'not-swapped',
      /'production' runs what it ran before\.\n```text\nPOST .*slotsswap answered 400/,
    ],
    [
      'fails',
      (slots) => {
        slots.onAsk = accepted
        slots.onPoll = () => ({ status: 400, body: 'the worker process could not be started' })
      },
      'error swap-failed',
      'not-swapped',
      /worker process could not be started/,
    ],
    [
      'fails by the state in the body',
      (slots) => {
        slots.onAsk = accepted
        slots.onPoll = () => ({ body: { status: 'Failed', error: { message: 'it broke' } } })
      },
      'error swap-failed',
      'not-swapped',
      /it broke/,
    ],
    [
      'is never taken',
      (slots) => {
        slots.onAsk = () => reset
      },
      'error swap-failed',
      'not-swapped',
      /could not be started\..*\n```text\nPOST .* was not answered/,
    ],
    [
      'is never let in',
      (slots) => {
        slots.onAsk = () => ({ status: 409, body: 'another operation is in progress' })
      },
      'error swap-busy',
      'not-swapped',
      /answered 409: another operation is in progress/,
    ],
    [
      'never ends',
      (slots) => {
        slots.onAsk = () => {
          slots.running = 'op'
          return accepted()
        }
        slots.onPoll = () => ({ status: 202 })
      },
      'error swap-unfinished',
      'unknown',
      /still running at the deadline/,
    ],
    [
      'may not be asked for',
      (slots) => {
        slots.onAsk = () => ({
          status: 403,
          body: {
            error: {
              code: 'AuthorizationFailed',
              message: `The client 'x' does not have authorization to perform action 'Microsoft.Web/sites/slots/slotsswap/Action' over scope '${siteId}/slots/staging'.`,
            },
          },
        })
      },
      'error azure-role-missing',
      'not-swapped',
      /It needs 'Microsoft\.Web\/sites\/slots\/slotsswap\/Action'/,
    ],
  ])('because it %s', async (_, prepare, code, outcome, message) => {
    const { swap, slots } = await run(prepare)
    expect(codes(swap)).toEqual([code])
    expect(swap.outcome).toBe(outcome)
    expect(swap.findings[0]?.message).toMatch(message)
    expect(slots.swaps).toBe(0)
  })

  it('is seen when Azure reports success and nothing was exchanged', async () => {
    const { swap } = await run((slots) => {
      slots.onAsk = accepted
    })
    expect(codes(swap)).toEqual(['error swap-not-effective'])
    expect(swap.outcome).toBe('unknown')
    expect(swap.findings[0]?.message).toContain("the deployment 'ours' is still active in 'staging'")
  })

  it('is seen when somebody else deployed to the target at the same time', async () => {
    const { swap } = await run((slots) => {
      slots.history = (place) =>
        slots.swaps === 1 && place === 'production' ? [aRecord({ id: 'theirs' })] : []
    })
    expect(codes(swap)).toEqual(['error swap-not-effective'])
    expect(swap.findings[0]?.message).toContain("another deployment than 'ours' is active in 'production'")
  })

  it('is told when the run is stopped', async () => {
    const stop = new AbortController()
    const { swap } = await run(
      (slots) => {
        slots.onAsk = () => {
          slots.running = 'op'
          return accepted()
        }
        slots.onPoll = () => {
          stop.abort(new Error('stopped'))
          return { status: 202 }
        }
      },
      { signal: stop.signal },
    )
    expect(codes(swap)).toEqual(['warning swap-abandoned'])
    expect(swap.outcome).toBe('cancelled')
    expect(swap.findings[0]?.message).toContain("in the state 'running'. Azure goes on")
  })
})

describe('a swap back', () => {
  const former = { functions: ['Old'], active: { deploymentId: 'former', sha256: digest, problem: '' } }

  async function back(
    prepare: (slots: Slots) => void,
    before: typeof former | { functions: undefined; active: ReturnType<typeof unknownPackage> } = former,
  ) {
    const slots = playSlots()
    prepare(slots)
    const scm = await startHistories(slots, true)
    const session = aSession(server, { cloud: cloudAt(server.origin, 'localhost') })
    try {
      return await swapBack(session, {
        source: aSlot('staging', scm.hosts.staging),
        target: aSlot('', scm.hosts.production),
        deploymentId: 'ours',
        deadline: session.clock.now() + 900_000,
        log: keepingLog(),
        signal: new AbortController().signal,
        former: before,
        settleMs: 0,
        verifyTimeoutMs: 60_000,
      })
    } finally {
      await scm.close()
    }
  }

  it('says what is active where, and that the former functions are listed again', async () => {
    const { swap, verification, findings } = await back(() => undefined)
    expect(swap.outcome).toBe('swapped')
    expect(verification?.isVerified).toBe(true)
    expect(findings.map(({ code }) => code)).toEqual(['swap-undone'])
    expect(findings[0]?.message).toContain(
      `'production' runs the former package, deployment 'former', sha256 ${digest}, again, and 'staging' the new package, deployment 'ours'. Its host runs and Azure lists its functions: 'Old'.`,
    )
  })

  it('whose answer is lost is not made twice', async () => {
    let count = 0
    const { swap } = await back((slots) => {
      slots.onAsk = () => {
        count += 1
        slots.swap()
        return reset
      }
    })
    expect(swap.outcome).toBe('swapped')
    expect(count).toBe(1)
  })

  it('says that it cannot be told what was there', async () => {
    const { findings } = await back(() => undefined, {
      functions: undefined,
      active: unknownPackage('it could not be read'),
    })
    expect(findings[0]?.message).toMatch(
      /'production' runs what it ran before again, .* Which functions it had is not known, so it was not verified\./,
    )
  })

  it('that is refused says what still runs, and the command', async () => {
    const { findings } = await back((slots) => {
      slots.onAsk = () => ({ status: 400, body: 'no' })
    })
    expect(findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['error swap-back-failed'])
    expect(findings[0]?.message).toMatch(
      /^'production' of 'app' still runs the new package, .* and 'staging' has the former package/,
    )
    expect(findings[0]?.hint).toContain('az functionapp deployment slot swap --name app')
  })

  it('of which nobody knows what became of it says so', async () => {
    const { findings } = await back((slots) => {
      slots.onAsk = () => reset
      slots.history = () => []
    })
    expect(findings.map(({ code }) => code)).toEqual(['swap-back-failed'])
    expect(findings[0]?.message).toMatch(
      /^It is not known whether 'production' of 'app' runs the new package/,
    )
  })
})
