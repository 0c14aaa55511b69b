/**
 * Swaps of two slots as long-running operations, which go on whether or not anybody polls them.
 */
import { randomUUID } from 'node:crypto'
import type { AppLifecycle } from '../app/lifecycle'
import type { App } from '../app/state'
import type { FaultBook } from '../server/faults'
import type { Latencies } from '../server/latencies'
import type { Answer } from '../server/web-server'
import { armError } from './errors'
import { siteBody } from './site-body'

/** What a swap needs of the emulator. */
interface SwapParts {
  readonly faults: FaultBook
  readonly lifecycle: AppLifecycle
  readonly latencies: Latencies
}

interface Operation {
  readonly source: App
  /** Absent while it is under way. */
  result?: Answer
}

/** Swaps, by operation id. */
export class SwapOperations {
  readonly #operations = new Map<string, Operation>()

  /**
   * Begins a swap: both apps are held until it is over.
   *
   * @returns its id
   */
  begin({ faults: book, lifecycle, latencies }: SwapParts, source: App, target: App): string {
    const id = randomUUID()
    const operation: Operation = { source }
    this.#operations.set(id, operation)
    const faults = book.forApp(source.key)
    const isFailing = book.take(`${source.key}:swap-fails`, faults.swapFails)
    const isHanging = book.take(`${source.key}:swap-hangs`, faults.swapHangs)
    for (const app of [source, target]) app.operationId = id
    if (isHanging) return id
    const timer = setTimeout(() => {
      if (!isFailing) lifecycle.swap(source, target)
      for (const app of [source, target]) app.operationId = undefined
      operation.result = isFailing ? notStarted(source) : { status: 200, body: siteBody(source) }
    }, latencies.swapMs)
    timer.unref()
    return id
  }

  /**
   * One poll.
   *
   * @param id from `begin`
   * @param app below which the operation was asked for
   * @param location where to poll again
   */
  poll(id: string, app: App, location: string): Answer {
    const operation = this.#operations.get(id)
    if (operation?.source !== app) return armError(404, 'NotFound', `Operation '${id}' not found.`)
    return operation.result ?? { status: 202, headers: { location, 'retry-after': '1' } }
  }
}

function notStarted(source: App): Answer {
  return armError(
    400,
    'BadRequest',
    `Cannot swap slots for site '${source.spec.name}' because the worker process for '${source.slot ?? 'production'}' slot could not be started.`,
  )
}
