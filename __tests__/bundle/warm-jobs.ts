/**
 * Jobs that are alike, run in processes that are kept for the next one: half of a short job is the start of Node and
 * the reading of the bundle. The code is that of `src`, which `npm run check:dist` holds the shipped bundle to.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { type ActionRequest, type ActionResult, openJob, runAction } from '../../scripts/run-action'
import type { Order } from './job-process'

/** Names the bundled program in the environment of the workers. */
export const programVariable = 'WARM_JOB_PROGRAM'

export type WarmRequest = Pick<ActionRequest, 'workspace' | 'inputs' | 'env' | 'action' | 'onOutput'>

/** Processes without a job, by what a Node reads once, at its start; the one that ended a job last comes last. */
const idle = new Map<string, ChildProcess[]>()

/** As many as most files need at once: each takes a hundred megabytes. */
const keptAtMost = 3

/** A folder that all workers of a test run share, where there is one. */
export function sharedFolder(): string | undefined {
  const program = process.env[programVariable]
  return program === undefined ? undefined : dirname(program)
}

/**
 * As `runAction`; packages are made quickly rather than small. Where coverage is measured it is `runAction`, since only
 * that is measured.
 */
export async function runWarm(given: WarmRequest): Promise<ActionResult> {
  const request = { ...given, inputs: { 'compression-level': '1', ...given.inputs } }
  const program = process.env[programVariable]
  if (program === undefined || process.env['ACTION_DIST'] !== undefined) return await runAction(request)
  const job = openJob(request)
  const kept = keptFor(job.env)
  const child = kept.pop() ?? start(program, job.env)
  const end = `\n${randomUUID()}:`
  const order: Order = {
    env: job.env,
    folder: request.workspace,
    ...(request.action === undefined ? {} : { action: request.action }),
    end,
  }
  const { exitCode, log } = await follow(child, order, request.onOutput)
  if (child.exitCode === null && child.signalCode === null) kept.push(child)
  if (kept.length > keptAtMost) kept.shift()?.disconnect()
  return job.close(exitCode, log)
}

function keptFor(env: NodeJS.ProcessEnv): ChildProcess[] {
  const key = JSON.stringify([
    ...[env['NODE_EXTRA_CA_CERTS'], env['SSL_CERT_FILE']].map(textOf),
    env['NODE_OPTIONS'],
  ])
  const kept = idle.get(key) ?? []
  idle.set(key, kept)
  return kept
}

function textOf(file: string | undefined): string | undefined {
  try {
    return file === undefined ? undefined : readFileSync(file, 'utf8')
  } catch {
    return file
  }
}

function start(program: string, env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  child.stdout?.setEncoding('utf8')
  child.stderr?.setEncoding('utf8')
  return child
}

/** Both streams of one job, each until its end is written, or until the process is gone. */
function follow(
  child: ChildProcess,
  order: Order,
  onOutput: ActionRequest['onOutput'],
): Promise<Pick<ActionResult, 'exitCode' | 'log'>> {
  const { stdout, stderr } = child
  if (stdout === null || stderr === null) throw new Error('the streams of a job process are pipes')
  return new Promise((resolve, reject) => {
    let log = ''
    let open = 2
    let exitCode: number | null = null
    const readers = [stdout, stderr].map((stream) => {
      // Kept until it is known that the end does not begin in it.
      let text = ''
      const show = (shown: string): void => {
        log += shown
        if (shown !== '') onOutput?.(shown)
      }
      const read = (piece: string): void => {
        text += piece
        const at = text.indexOf(order.end)
        if (at < 0) {
          const lineEnd = text.lastIndexOf('\n')
          const sure = lineEnd >= 0 && order.end.startsWith(text.slice(lineEnd)) ? lineEnd : text.length
          show(text.slice(0, sure))
          text = text.slice(sure)
          return
        }
        const rest = text.slice(at + order.end.length)
        if (stream === stdout && !rest.endsWith('\n')) return
        show(text.slice(0, at))
        if (stream === stdout) exitCode = Number(rest)
        open -= 1
        if (open === 0) finish()
      }
      stream.on('data', read)
      return () => {
        stream.off('data', read)
        return text
      }
    })
    const finish = (): void => {
      for (const stop of readers) stop()
      child.off('close', abandon)
      child.off('error', reject)
      resolve({ exitCode, log })
    }
    const abandon = (code: number | null): void => {
      for (const stop of readers) log += stop()
      resolve({ exitCode: code, log })
    }
    child.once('error', reject)
    child.once('close', abandon)
    child.send(order)
  })
}
