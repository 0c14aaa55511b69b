/**
 * Tries a way of isolation with a program that does nothing: the same namespaces, root and user as for a handler.
 */
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { messageOf } from '../../../errors'
import { hostPath } from '../environment'
import { findTools, innerCommand, outerCommand } from './command'
import type { IsolationWay, TriedWay } from './ways'

const probeTimeoutMs = 5000
const maximumProblemLength = 200

/**
 * Tries the ways one after the other.
 *
 * @param ways as `waysToTry` gives them
 * @returns up to the first that works
 */
export async function tryWays(ways: readonly IsolationWay[]): Promise<readonly TriedWay[]> {
  const tried: TriedWay[] = []
  for (const way of ways) {
    const problem = await problemOf(way)
    tried.push({ way, problem })
    if (problem === undefined) break
  }
  return tried
}

async function problemOf(way: IsolationWay): Promise<string | undefined> {
  const found = findTools(way)
  if ('missing' in found) return `'${found.missing}' is not installed`
  let folder: string | undefined
  try {
    folder = await mkdtemp(join(tmpdir(), 'isolation-'))
    const [mountPoint, app] = [join(folder, 'root'), join(folder, 'app')]
    await mkdir(mountPoint)
    await mkdir(app)
    const root = { mountPoint, folder: app, home: join(folder, 'home'), workingDirectory: app, covered: [] }
    const inner = innerCommand(way, found.tools, root, ['/usr/bin/env', 'true'])
    return await runToEnd(outerCommand(way, found.tools, inner))
  } catch (error) {
    return messageOf(error)
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true }).catch(() => undefined)
  }
}

/** Resolves to the last words of a command that failed. */
function runToEnd([file = '', ...args]: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    let words = ''
    const child = spawn(file, args, {
      env: { PATH: hostPath },
      stdio: ['ignore', 'ignore', 'pipe', 'ignore'],
    })
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      settle(`no answer within ${probeTimeoutMs / 1000} s`)
    }, probeTimeoutMs)
    const settle = (problem: string | undefined) => {
      clearTimeout(timer)
      child.stderr?.destroy()
      resolve(problem)
    }
    child.stderr?.on('data', (chunk: Buffer) => {
      words = (words + chunk.toString()).slice(-maximumProblemLength)
    })
    child.once('error', (error) => settle(error.message))
    child.once('close', (code) => {
      settle(code === 0 ? undefined : (words.trim().split('\n').at(-1) ?? '') || `exit code ${code}`)
    })
  })
}
