/**
 * Small changes to the files of a good app: keys, values and list items, taken away, doubled, renamed or replaced.
 * The same seed makes the same app.
 */

/** A generator of 32 bits (mulberry32), which is enough to choose edits with. */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T
  }
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** What stands in other places of such files, and what .NET reads in its own way. */
const values: readonly Json[] = [
  ...[null, true, false, 0, 1, -1, 1.5, 70000, '', ' ', 'x', 'True', 'no', '1', '80.5', '%X%', '/', 'a/b'],
  ...['00:00:10', '1.00:00:00', '24:00:00', '5m', '-1', '2.0', '3.0', 'in', 'out', 'inout', 'IN ', '$return'],
  ...['httpTrigger', 'http', 'httTrigger', 'timerTrigger', 'queueTrigger', 'anonymous', 'system', 'anon'],
  ...['{id', 'a/{b:int}', '{*x}', '{x:nope}', '/hello', 'admin/x', '0 */5 * * * *', '0 61 * * * *', '@daily'],
  ...[
    '[1.*, 2.0.0)',
    '[4.*, 5.0.0)',
    '[5.0.0, 4.0.0)',
    'handler',
    'handler/',
    '../handler',
    'fixedDelay',
    'Info',
  ],
  ...[[], ['a'], {}, { a: 1 }],
]

/** Settings that the host converts, with the place where they belong. */
const settings: readonly string[] = [
  ...[
    'functionTimeout',
    'functions',
    'fileWatchingEnabled',
    'retry',
    'retry.strategy',
    'retry.maxRetryCount',
  ],
  ...['singleton.lockPeriod', 'aggregator.batchSize', 'aggregator.flushTimeout', 'logging.logLevel.default'],
  ...['logging.fileLoggingMode', 'concurrency.dynamicConcurrencyEnabled', 'extensions.http.routePrefix'],
  ...['extensions.http.maxConcurrentRequests', 'extensions.http.hsts.isEnabled', 'extensionBundle.version'],
  ...[
    'extensionBundle.id',
    'customHandler.port',
    'customHandler.type',
    'customHandler.initializationTimeout',
  ],
  ...['customHandler.description.workingDirectory', 'customHandler.description.isDisabled', 'httpWorker'],
  ...['customHandler.description.useStdErrorStreamForErrorsOnly', 'customHandler.http.routes', 'version'],
  ...['configurationProfile', 'customHandler', 'customHandler.description.defaultExecutablePath'],
]

interface Slot {
  readonly holder: Json[] | { [key: string]: Json }
  readonly key: string
}

/** Changes one thing in one file of an app; the files are changed in place. */
export function edit(files: Map<string, Json>, dice: Dice): void {
  const path = dice.pick([...files.keys()])
  const root = files.get(path)
  if (typeof root !== 'object' || root === null) return
  if (path === 'host.json' && dice.below(3) === 0) {
    put(root, dice.pick(settings).split('.'), clone(dice.pick(values)))
    return
  }
  const slots = slotsOf(root)
  if (slots.length === 0) return
  change(dice.pick(slots), dice)
}

function change({ holder, key }: Slot, dice: Dice): void {
  const kind = dice.below(6)
  if (Array.isArray(holder)) {
    const at = Number(key)
    if (kind === 0) holder.splice(at, 1)
    else if (kind === 1) holder.push(clone(holder[at] ?? null))
    else holder[at] = clone(dice.pick(values))
    return
  }
  const value = holder[key] ?? null
  if (kind === 0) delete holder[key]
  else if (kind === 1) {
    delete holder[key]
    holder[`${key.slice(0, 1).toUpperCase()}${key.slice(1)}`] = value
  } else if (kind === 2) holder[`${key}x`] = value
  else holder[key] = clone(dice.pick(values))
}

function slotsOf(node: Json): readonly Slot[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.keys(node).flatMap((key) => [
    { holder: node, key },
    ...slotsOf((node as Record<string, Json>)[key] ?? null),
  ])
}

function put(root: Json, path: readonly string[], value: Json): void {
  let node = root as { [key: string]: Json }
  for (const key of path.slice(0, -1)) {
    const next = node[key]
    if (typeof next !== 'object' || next === null || Array.isArray(next)) node[key] = {}
    node = node[key] as { [key: string]: Json }
  }
  node[path.at(-1) ?? ''] = value
}

function clone<T extends Json>(value: T): T {
  return structuredClone(value)
}
