/** Asks a program a short question (`git rev-parse`, `az account show`) and takes its answer. */
import { performance } from 'node:perf_hooks'
import { getExecOutput } from '@actions/exec'
import { findProgram } from './find-program'
import type { ProgramRequest, ProgramResult } from './program'

/**
 * Asks a program. The question is given up when the signal aborts, though not the program: it ends by itself.
 *
 * @throws an `Error` with `code: 'ENOENT'` when PATH does not lead to the program
 * @throws the signal's reason when it aborted
 */
export async function askProgram(
  request: Pick<ProgramRequest, 'file' | 'args' | 'cwd' | 'env' | 'signal'>,
): Promise<ProgramResult> {
  const { args, cwd, env, signal } = request
  const startedAt = performance.now()
  signal?.throwIfAborted()
  const file = await findProgram(request.file)
  const answer = getExecOutput(`"${file}"`, [...args], {
    cwd,
    env: { ...env },
    silent: true,
    ignoreReturnCode: true,
  })
  const { exitCode, stdout, stderr } = await unlessAborted(answer, signal)
  return { exitCode, stdout, stderr, elapsedMs: performance.now() - startedAt }
}

async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise
  promise.catch(() => undefined)
  let onAbort: (() => void) | undefined
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason)
    signal.addEventListener('abort', onAbort)
  })
  try {
    return await Promise.race([promise, aborted])
  } finally {
    if (onAbort !== undefined) signal.removeEventListener('abort', onAbort)
  }
}
