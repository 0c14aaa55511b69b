/**
 * The fuzzing of one target, in a thread of its own: tries inputs, keeps those that reach something new, and
 * measures time and memory of each. Tells the command about findings; writes nothing.
 */
import { getHeapStatistics } from 'node:v8'
import { parentPort, workerData } from 'node:worker_threads'
import { mutate } from './mutation'
import { Random } from './random'
import { longestMs, mostBytes, type Target } from './target'

export interface LoopRequest {
  readonly target: string
  readonly branches: number
  readonly seed: number
  /** Whichever comes first ends the loop. */
  readonly inputs: number
  readonly seconds: number
  /** Count of inputs begun, and length of the current one. */
  readonly state: Int32Array
  /** The current input, for the case that it never returns. */
  readonly current: Uint8Array
}

export interface Figures {
  readonly inputs: number
  readonly worstMs: number
  /** Most that was allocated for one input. */
  readonly worstAllocatedBytes: number
  /** Most that was read of the source for one input; 0 where that is not counted. */
  readonly worstReadBytes: number
  readonly refused: number
  readonly branches: number
  readonly corpus: number
  readonly seconds: number
}

export const faultKinds = ['threw', 'slow', 'large', 'endless'] as const

export interface Fault {
  readonly kind: (typeof faultKinds)[number]
  readonly what: string
  readonly input: Uint8Array
}

export type LoopMessage =
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'progress' | 'done'; readonly figures: Figures }
  /** The fuzzer itself failed. */
  | { readonly kind: 'broken'; readonly why: string }

const mostKept = 4000
/** Slow inputs that look alike are found by the hundred. */
const mostToldOfAKind = 5
/** Counts are told apart by order of magnitude, as afl does, so that a loop that turns once more is nothing new. */
const magnitudes = Uint8Array.from({ length: 256 }, (_, count) => (count === 0 ? 0 : 1 << magnitude(count)))

function magnitude(count: number): number {
  if (count < 4) return count - 1
  return count < 8 ? 3 : count < 16 ? 4 : count < 32 ? 5 : count < 128 ? 6 : 7
}

async function fuzz(target: Target, request: LoopRequest, hits: Uint8Array): Promise<Figures> {
  const random = new Random(request.seed)
  const dictionary = target.dictionary.map((word) => Buffer.from(word, 'latin1'))
  const corpus: Uint8Array[] = []
  const reached = new Uint8Array(request.branches)
  const told = new Map<string, number>()
  const started = performance.now()
  const figures = { inputs: 0, worstMs: 0, worstAllocatedBytes: 0, worstReadBytes: 0, refused: 0 }
  const summary = (): Figures => ({
    ...figures,
    branches: reached.reduce((sum, seen) => sum + (seen === 0 ? 0 : 1), 0),
    corpus: corpus.length,
    seconds: (performance.now() - started) / 1000,
  })
  const tell = (fault: Fault): void => {
    // The message may quote the input; where it was thrown is what tells two faults apart.
    const place = `${fault.kind} ${fault.kind === 'threw' ? fault.what.split('\n').slice(1, 4).join(' ') : ''}`
    const before = told.get(place) ?? 0
    told.set(place, before + 1)
    if (before >= (fault.kind === 'threw' ? 1 : mostToldOfAKind)) return
    parentPort?.postMessage({ kind: 'fault', fault } satisfies LoopMessage)
  }
  process.on('uncaughtException', (error) =>
    tell({
      kind: 'threw',
      what: `later: ${textOf(error)}`,
      input: request.current.slice(0, request.state[1]),
    }),
  )

  const attempt = async (input: Uint8Array): Promise<void> => {
    request.current.set(input)
    request.state[1] = input.length
    Atomics.add(request.state, 0, 1)
    figures.inputs += 1
    hits.fill(0)
    let measured = await measure(target, input)
    if (isNew(hits, reached) && corpus.length < mostKept) corpus.push(Uint8Array.from(input))
    if (measured.thrown !== undefined) tell({ kind: 'threw', what: measured.thrown, input })
    if (measured.isRefused) figures.refused += 1
    // Another process may have had the processor meanwhile, or a collection of garbage fell into the time: an
    // input counts with its best of five.
    for (let again = 0; again < 4 && measured.elapsedMs > Math.max(5, figures.worstMs); again += 1) {
      const next = await measure(target, input)
      if (next.elapsedMs < measured.elapsedMs) measured = { ...measured, elapsedMs: next.elapsedMs }
    }
    // A negative growth means that garbage was collected.
    if (measured.allocatedBytes < 0) {
      measured = { ...measured, allocatedBytes: (await measure(target, input)).allocatedBytes }
    }
    figures.worstMs = Math.max(figures.worstMs, measured.elapsedMs)
    figures.worstAllocatedBytes = Math.max(figures.worstAllocatedBytes, measured.allocatedBytes)
    figures.worstReadBytes = Math.max(figures.worstReadBytes, measured.readBytes)
    if (measured.elapsedMs > longestMs) tell({ kind: 'slow', what: `${measured.elapsedMs} ms`, input })
    if (measured.allocatedBytes > mostBytes || measured.readBytes > mostBytes) {
      const what = `${measured.allocatedBytes} bytes allocated, ${measured.readBytes} read`
      tell({ kind: 'large', what, input })
    }
  }

  for (const seed of target.seeds()) {
    corpus.push(seed)
    await attempt(seed)
  }
  const isOver = (): boolean =>
    figures.inputs >= request.inputs || performance.now() - started > request.seconds * 1000
  let reportAt = performance.now() + 10_000
  while (!isOver()) {
    const input = random.oneIn(8)
      ? target.generate(random)
      : mutate({
          input: choose(corpus, random),
          other: random.pick(corpus),
          dictionary,
          longestBytes: target.longestBytes,
          random,
        })
    await attempt(input.subarray(0, target.longestBytes))
    if (performance.now() > reportAt) {
      reportAt = performance.now() + 10_000
      parentPort?.postMessage({ kind: 'progress', figures: summary() } satisfies LoopMessage)
    }
  }
  return summary()
}

/** Half of the time one of the last hundred that reached something new. */
function choose(corpus: readonly Uint8Array[], random: Random): Uint8Array {
  if (random.oneIn(2)) return random.pick(corpus)
  return random.pick(corpus.slice(-100))
}

/** Whether a branch was taken for the first time, or in a new order of magnitude. */
function isNew(hits: Uint8Array, reached: Uint8Array): boolean {
  const words = new Uint32Array(hits.buffer, 0, hits.length >> 2)
  let isNewlyReached = false
  for (let word = 0; word < words.length; word += 1) {
    if (words[word] === 0) continue
    for (let index = word * 4; index < word * 4 + 4; index += 1) {
      const bit = magnitudes[hits[index] ?? 0] ?? 0
      const seen = reached[index] ?? 0
      if ((bit & ~seen) === 0) continue
      reached[index] = seen | bit
      isNewlyReached = true
    }
  }
  return isNewlyReached
}

interface Measured {
  readonly elapsedMs: number
  readonly allocatedBytes: number
  readonly readBytes: number
  readonly isRefused: boolean
  readonly thrown: string | undefined
}

async function measure(target: Target, input: Uint8Array): Promise<Measured> {
  const before = heapBytes()
  const cpuBefore = process.cpuUsage()
  const started = performance.now()
  let thrown: string | undefined
  let isRefused = false
  let readBytes = 0
  try {
    const answer = target.read(input)
    readBytes = (answer instanceof Promise ? await answer : answer) ?? 0
  } catch (error) {
    isRefused = error instanceof Error && error.name === 'ActionError'
    if (!isRefused || !target.refuses) thrown = textOf(error)
  }
  const wallMs = performance.now() - started
  const cpu = process.cpuUsage(cpuBefore)
  // On a busy machine the clock also counts the work of others; the processor time counts ours, threads included.
  const elapsedMs = Math.min(wallMs, (cpu.user + cpu.system) / 1000)
  return { elapsedMs, allocatedBytes: heapBytes() - before, readBytes, isRefused, thrown }
}

function heapBytes(): number {
  const statistics = getHeapStatistics()
  return statistics.used_heap_size + statistics.external_memory
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : `not an Error: ${String(error)}`
}

async function main(): Promise<void> {
  const request = workerData as LoopRequest
  const hits = new Uint8Array((request.branches + 3) & ~3)
  Object.assign(globalThis, { $branches: hits })
  // Loaded after the counters are there, which the compiled modules look up once.
  const { targets } = await import('./targets/index')
  const target = targets.find(({ name }) => name === request.target)
  if (target === undefined) throw new Error(`there is no target '${request.target}'`)
  const figures = await fuzz(target, request, hits)
  parentPort?.postMessage({ kind: 'done', figures } satisfies LoopMessage)
}

if (parentPort !== null) {
  // Whatever a target does not catch of its own would otherwise count as thrown by a reader.
  main().catch((error: unknown) =>
    parentPort?.postMessage({ kind: 'broken', why: textOf(error) } satisfies LoopMessage),
  )
}
