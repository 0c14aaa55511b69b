/**
 * What the Linux kernel says to a file before it becomes a process. The C library hides it: it hands text
 * and foreign binaries to a shell, which the Functions host does not.
 */
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs'

export const execProblems = ['ENOENT', 'EACCES', 'ENOEXEC'] as const
export type ExecProblem = (typeof execProblems)[number]

/** The kernel's sentence for each problem, as it stands at the end of the host's log line. */
export const execProblemTexts: Readonly<Record<ExecProblem, string>> = {
  ENOENT: 'No such file or directory',
  EACCES: 'Permission denied',
  ENOEXEC: 'Exec format error',
}

/** ELF machine numbers of the architectures that Node names. */
const machines: Readonly<Record<string, number>> = { x64: 62, arm64: 183 }
const emulators: Readonly<Record<number, string>> = { 62: 'qemu-x86_64', 183: 'qemu-aarch64' }

/**
 * Predicts the outcome of `execve` for a file.
 *
 * @param path the program; undefined when none was found
 * @returns the problem, or undefined when the kernel would try to start it
 * @see execve(2), and e_ident and e_machine in the ELF gABI
 */
export function execProblem(path: string | undefined): ExecProblem | undefined {
  if (path === undefined || !existsSync(path)) return 'ENOENT'
  const stats = statSync(path)
  if (!stats.isFile() || (stats.mode & 0o111) === 0) return 'EACCES'
  const head = readHead(path)
  if (head.subarray(0, 2).toString('latin1') === '#!') return interpreterProblem(head)
  if (head.subarray(0, 4).toString('latin1') !== '\x7fELF') return 'ENOEXEC'
  return isNativeElf(head) ? undefined : 'ENOEXEC'
}

/**
 * Whether this machine can execute Linux programs of a GOARCH, natively or through a registered emulator.
 *
 * @param goarch for example `arm64`
 * @returns false also for architectures that are not known here
 * @see Documentation/admin-guide/binfmt-misc.rst in the Linux sources
 */
export function canExecute(goarch: string): boolean {
  const machine = machines[goarch === 'amd64' ? 'x64' : goarch]
  return machine !== undefined && (machines[process.arch] === machine || isEmulated(machine))
}

function readHead(path: string): Buffer {
  const head = Buffer.alloc(256)
  try {
    const file = openSync(path, 'r')
    try {
      return head.subarray(0, readSync(file, head, 0, head.length, 0))
    } finally {
      closeSync(file)
    }
  } catch {
    return head.subarray(0, 0)
  }
}

/** A carriage return belongs to the interpreter's name, so a script with DOS line ends finds none. */
function interpreterProblem(head: Buffer): ExecProblem | undefined {
  const line = head.subarray(2).toString('latin1').split('\n')[0] ?? ''
  const interpreter = line.trimStart().split(/[ \t]/)[0] ?? ''
  return existsSync(interpreter) ? undefined : 'ENOENT'
}

function isNativeElf(head: Buffer): boolean {
  if (head.length < 64) return false
  const isLittleEndian64 = head[4] === 2 && head[5] === 1
  const machine = head.readUInt16LE(18)
  return isLittleEndian64 && (machines[process.arch] === machine || isEmulated(machine))
}

function isEmulated(machine: number): boolean {
  const emulator = emulators[machine]
  if (emulator === undefined || process.platform !== 'linux') return false
  try {
    return readFileSync(`/proc/sys/fs/binfmt_misc/${emulator}`, 'utf8').startsWith('enabled')
  } catch {
    return false
  }
}
