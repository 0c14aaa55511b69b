/**
 * Fuzzes the readers of everything that comes from outside.
 *
 * Usage: npm run fuzz                           every target with the inputs of a full run
 *        npm run fuzz -- SECONDS [target]       so long for each target, or for one
 *        npm run fuzz -- --inputs N [target]    so many inputs each
 *        npm run fuzz -- --seed N               another sequence of inputs; the default is 1
 *        npm run fuzz -- --replay FILE target   one input, with what it throws and how long it takes
 *
 * Faults are kept in .cache/fuzz/faults, the figures in docs/reliability.md. The exit code is 1 after a fault.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { type Compiled, compile } from './compile'
import type { Fault, Figures, LoopMessage, LoopRequest } from './loop'
import { type Row, updatePage } from './reliability-page'
import type { Target } from './target'
import { targets } from './targets/index'

const root = join(import.meta.dirname, '..')
const faultFolder = join(root, '.cache', 'fuzz', 'faults')
const longestInput = 1024 * 1024
/** An input that takes longer than this is taken for one that never ends. */
const endlessMs = 20_000

const nothing: Figures = {
  inputs: 0,
  worstMs: endlessMs,
  worstAllocatedBytes: 0,
  worstReadBytes: 0,
  refused: 0,
  branches: 0,
  corpus: 0,
  seconds: 0,
}

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { inputs: { type: 'string' }, seed: { type: 'string', default: '1' }, replay: { type: 'string' } },
})
const names = targets.map(({ name }) => name)
const unknown = positionals.filter((word) => !/^\d+$/.test(word) && !names.includes(word))
if (unknown.length > 0) stop(`'${unknown[0]}' is no number of seconds and no target: use ${names.join(', ')}`)
const seconds = positionals.filter((word) => /^\d+$/.test(word)).map(Number)[0]
const chosen = targets.filter(({ name }) => positionals.includes(name))

if (flags.replay !== undefined) await replay(flags.replay, chosen[0])
else await fuzzAll(chosen.length === 0 ? targets : chosen)

async function fuzzAll(wanted: readonly Target[]): Promise<void> {
  const compiled = compile(root)
  let faultCount = 0
  for (const target of wanted) {
    const inputs = flags.inputs === undefined ? undefined : Number(flags.inputs)
    const bounds = {
      inputs: inputs ?? (seconds === undefined ? target.inputs : Number.POSITIVE_INFINITY),
      seconds: seconds ?? Number.POSITIVE_INFINITY,
    }
    const { figures, faults } = await fuzzOne(target, compiled, bounds)
    console.log(`${target.name}: ${sentence(figures, faults.length)}`)
    faultCount += faults.length
    record(target, figures, faults.length)
  }
  if (faultCount > 0) process.exitCode = 1
}

/** After each target, so that a run that is broken off keeps what it has done. */
function record(target: Target, figures: Figures, faults: number): void {
  const { inputs, worstMs, worstAllocatedBytes, worstReadBytes, branches } = figures
  const date = new Date().toISOString().slice(0, 10)
  const measured = { inputs, worstMs, worstAllocatedBytes, worstReadBytes, branches }
  const row: Row = { name: target.name, reads: target.reads, faults, date, ...measured }
  const isWritten = updatePage(join(root, 'docs', 'reliability.md'), row)
  if (!isWritten) console.log(`docs/reliability.md keeps the figures of a longer run of ${target.name}`)
}

async function fuzzOne(
  target: Target,
  compiled: Compiled,
  bounds: { readonly inputs: number; readonly seconds: number },
): Promise<{ readonly figures: Figures; readonly faults: readonly Fault[] }> {
  const state = new Int32Array(new SharedArrayBuffer(8))
  const current = new Uint8Array(new SharedArrayBuffer(longestInput))
  const request: LoopRequest = {
    target: target.name,
    branches: compiled.branches,
    seed: Number(flags.seed),
    ...bounds,
    state,
    current,
  }
  const worker = new Worker(join(compiled.folder, 'fuzz', 'loop.js'), { workerData: request, stderr: false })
  const faults: Fault[] = []
  const keep = (fault: Fault): void => {
    faults.push(fault)
    mkdirSync(faultFolder, { recursive: true })
    const digest = createHash('sha256').update(fault.input).digest('hex').slice(0, 12)
    const path = join(faultFolder, `${target.name}-${fault.kind}-${digest}`)
    writeFileSync(path, fault.input)
    console.log(
      `${target.name}: FAULT, ${fault.kind}: ${fault.what}\n  input of ${fault.input.length} bytes: ${path}`,
    )
  }
  let last: Figures | undefined
  return await new Promise((resolve, reject) => {
    let begun = -1
    const watch = setInterval(() => {
      const now = Atomics.load(state, 0)
      if (now === begun && now > 0) {
        const what = `no answer after ${endlessMs / 1000} s`
        keep({ kind: 'endless', what, input: Uint8Array.from(current.subarray(0, state[1])) })
        finish({ ...(last ?? nothing), inputs: now })
      }
      begun = now
    }, endlessMs)
    const finish = (figures: Figures): void => {
      clearInterval(watch)
      void worker.terminate()
      resolve({ figures, faults })
    }
    worker.on('message', (message: LoopMessage) => {
      if (message.kind === 'fault') keep(message.fault)
      else if (message.kind === 'done') finish(message.figures)
      else if (message.kind === 'broken') worker.emit('error', new Error(message.why))
      else {
        last = message.figures
        console.log(`${target.name}: ${sentence(message.figures, faults.length)} so far`)
      }
    })
    worker.once('error', (error) => {
      clearInterval(watch)
      reject(error)
    })
  })
}

function sentence(figures: Figures, faults: number): string {
  const { inputs, worstMs, worstAllocatedBytes, worstReadBytes, refused, branches, corpus } = figures
  const read = worstReadBytes === 0 ? '' : `, at most ${worstReadBytes} bytes read`
  return `${inputs} inputs in ${figures.seconds.toFixed(0)} s, ${faults} faults, at most ${worstMs.toFixed(1)} ms, at most ${worstAllocatedBytes} bytes allocated${read}, ${refused} refused, ${branches} branches reached, ${corpus} kept`
}

async function replay(path: string, target: Target | undefined): Promise<void> {
  if (target === undefined) stop('--replay needs the name of a target')
  const input = new Uint8Array(readFileSync(path))
  const started = performance.now()
  try {
    await target.read(input)
  } catch (error) {
    console.log(error)
  }
  console.log(`${(performance.now() - started).toFixed(1)} ms`)
}

function stop(sentence_: string): never {
  console.error(`fuzz: ${sentence_}`)
  process.exit(2)
}
