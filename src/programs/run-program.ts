/**
 * Runs programs that can hang, flood or must be cancelled as a family (`go`, Git's lists): arguments as a list, never
 * through a shell, output bounded, the whole process group ended. A short question is asked with `ask-program.ts`.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { findProgram } from './find-program'
import type { ProgramRequest, ProgramResult } from './program'

const defaultOutputLimitBytes = 8 * 1024 * 1024
const longestLine = 16 * 1024

/**
 * Runs a program to its end.
 *
 * @param request what to run, where, and with exactly which environment
 * @returns its exit code and output as UTF-8 text
 * @throws an `Error` with `code: 'ENOENT'` (or another errno name) when it cannot be started
 * @throws the signal's reason when it was cancelled
 */
export async function runProgram(request: ProgramRequest): Promise<ProgramResult> {
  const { signal } = request
  const startedAt = performance.now()
  const file = await findProgram(request.file, ['.exe', '.com'])
  signal?.throwIfAborted()
  return new Promise((resolve, reject) => {
    const child = spawn(file, request.args, {
      cwd: request.cwd,
      env: { ...request.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      // A process group of its own, so that the compilers that `go build` starts end with it.
      detached: process.platform !== 'win32',
    })
    const limitBytes = request.outputLimitBytes ?? defaultOutputLimitBytes
    const stdout = collect(child.stdout, limitBytes, (line) => request.onLine?.('stdout', line))
    const stderr = collect(child.stderr, limitBytes, (line) => request.onLine?.('stderr', line))
    const onAbort = (): void => endProcessGroup(child)
    signal?.addEventListener('abort', onAbort, { once: true })
    child.once('error', (error) => {
      signal?.removeEventListener('abort', onAbort)
      reject(error)
    })
    child.once('close', (exitCode) => {
      signal?.removeEventListener('abort', onAbort)
      if (signal?.aborted) reject(signal.reason)
      else {
        const elapsedMs = performance.now() - startedAt
        resolve({ exitCode, stdout: stdout.end(), stderr: stderr.end(), elapsedMs })
      }
    })
  })
}

function endProcessGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return
  try {
    if (process.platform === 'win32') child.kill()
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It has ended on its own meanwhile.
  }
}

function collect(
  stream: NodeJS.ReadableStream,
  limitBytes: number,
  onLine: (line: string) => void,
): { end(): string } {
  const kept: string[] = []
  let keptLength = 0
  let partial = ''
  stream.setEncoding('utf8')
  stream.on('data', (text: string) => {
    if (keptLength < limitBytes) kept.push(text.slice(0, limitBytes - keptLength))
    keptLength += text.length
    const lines = (partial + text).split('\n')
    partial = (lines.pop() ?? '').slice(0, longestLine)
    for (const line of lines) onLine(line.slice(0, longestLine).replace(/\r$/, ''))
  })
  return {
    end: () => {
      if (partial !== '') onLine(partial)
      return kept.join('')
    },
  }
}
