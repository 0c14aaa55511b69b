/**
 * Starts a handler in isolation: relay, namespaces and the gate to its port. It does not decide whether, and does not
 * read the handler's output.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { hostPath } from '../environment'
import { findTools, innerCommand, outerCommand } from './command'
import { type Gate, openGate } from './gate'
import { type RelayOrder, relayFiles, relayProgram } from './relay-program'
import type { IsolationWay } from './ways'

/** How and where a handler is isolated. */
export interface Isolation {
  readonly way: IsolationWay
  /** The package; read-only for the handler. */
  readonly folder: string
  /** Becomes an empty writable folder inside. */
  readonly home: string
  /** Folders of the job, as `jobFolders` gives them. */
  readonly covered: readonly string[]
  /** The handler's port. */
  readonly port: number
}

export interface IsolatedProgram {
  /** Absolute path and arguments. */
  readonly program: readonly string[]
  readonly workingDirectory: string
  readonly environment: Readonly<Record<string, string>>
}

/** The surroundings of a handler could not be made; the handler was not started. */
export class IsolationError extends Error {
  constructor(words: string) {
    super(`The handler could not be isolated: ${words.slice(0, maximumWords)}.`)
  }
}

export interface IsolatedChild {
  /** The outermost process. It ends when the handler has ended and nothing of it is left. */
  readonly child: ChildProcess
  /** A process in the handler's network namespace; 0 before the namespaces are made. */
  networkPid(): number
  /** How the handler itself ended; undefined when it was ended with everything around it. */
  exit(): { readonly code: number | null; readonly signal: string | null } | undefined
  /** Waits until the handler is started; false when its surroundings could not be made. */
  made(): Promise<boolean>
  /** Ends the handler and everything it started. The outermost process ends right after. */
  end(): void
  /** Removes what was made for it; to be called when the child has ended. */
  dispose(): void
}

const startTimeoutMs = 10_000
const pollMs = 4
/** `sun_path` of a Unix socket holds 108 bytes. */
const longestFolder = 90
const maximumWords = 300

/**
 * Starts the making of the surroundings, which then become the program.
 *
 * @param started the program and its environment
 * @param isolation way, folders and port
 * @returns the running child; the program's output is on the child's streams, as are the words of a failure before it
 * @throws IsolationError when a program for it is missing
 */
export async function startIsolated(
  { program, workingDirectory, environment }: IsolatedProgram,
  { way, folder: appFolder, home, covered, port }: Isolation,
): Promise<IsolatedChild> {
  const found = findTools(way)
  if ('missing' in found) throw new IsolationError(`'${found.missing}' is not installed`)
  const folder = await makeFolder()
  const mountPoint = join(folder, 'root')
  await mkdir(mountPoint)
  const [file = '', ...args] = outerCommand(way, found.tools, [process.execPath, '-e', relayProgram])
  const child = spawn(file, args, {
    cwd: '/',
    env: { PATH: hostPath },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  })
  let gate: Gate | undefined
  const end = () => {
    gate?.close()
    // The relay ends with its input, and the kernel ends the namespace with the relay.
    child.stdin?.destroy()
  }
  let startError: Error | undefined
  child.once('error', (error) => {
    startError = error
  })
  child.stdin?.on('error', () => undefined)
  const root = { mountPoint, folder: appFolder, home, workingDirectory, covered }
  const command = innerCommand(way, found.tools, root, program)
  const order: RelayOrder = { command, environment, port, folder }
  child.stdin?.write(`${JSON.stringify(order)}\n`)
  const networkPid = () => Number(readText(join(folder, relayFiles.pid)))
  return {
    child,
    networkPid,
    exit: () => {
      const text = readText(join(folder, relayFiles.exit))
      return text === '' ? undefined : JSON.parse(text)
    },
    made: async () => {
      const deadline = performance.now() + startTimeoutMs
      while (networkPid() === 0) {
        const hasEnded = startError !== undefined || child.exitCode !== null || child.signalCode !== null
        // The process id may have been written just before the end.
        if (hasEnded || performance.now() > deadline) return networkPid() !== 0
        await delay(pollMs)
      }
      gate = openGate(port, join(folder, relayFiles.gate), end)
      return true
    },
    end,
    dispose: () => {
      end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function makeFolder(): Promise<string> {
  const parent = tmpdir()
  return mkdtemp(join(Buffer.byteLength(parent) > longestFolder - 20 ? '/tmp' : parent, 'isolated-'))
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
