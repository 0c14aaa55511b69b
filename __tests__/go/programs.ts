/**
 * Runs real programs for the tests of this room, without the action's runner.
 */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { RunProgram } from '../../src/programs/program'

/** A port that starts the program and remembers nothing. */
export const runForReal: RunProgram = (request) =>
  new Promise((resolve, reject) => {
    const startedAt = performance.now()
    const child = spawn(request.file, request.args, {
      cwd: request.cwd,
      env: { ...request.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(request.signal === undefined ? {} : { signal: request.signal }),
    })
    const texts = { stdout: '', stderr: '' }
    for (const stream of ['stdout', 'stderr'] as const) {
      createInterface({ input: child[stream] }).on('line', (line) => {
        texts[stream] += `${line}\n`
        request.onLine?.(stream, line)
      })
    }
    child.once('error', reject)
    child.once('close', (exitCode) => {
      resolve({ exitCode, ...texts, elapsedMs: performance.now() - startedAt })
    })
  })
