/**
 * The processes that belong to one handler: its process group, and whoever carries its worker id.
 * Linux only; elsewhere the family is the process itself.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { workerIdVariable } from './environment'

/**
 * Lists the living processes of a handler.
 *
 * @param groupId the process group, which is the handler's own process id
 * @param workerId the value of FUNCTIONS_CUSTOMHANDLER_WORKER_ID that only this family has
 * @returns process ids; processes of other users are not seen
 * @see proc(5): /proc/[pid]/stat and /proc/[pid]/environ
 */
export function processFamily(groupId: number, workerId: string): readonly number[] {
  if (process.platform !== 'linux') return [groupId]
  const marker = markerOf(workerId)
  return processIds().filter((pid) => isInGroup(pid, groupId) || carries(pid, marker))
}

/**
 * Kills every process of a handler at once. A process that starts another one meanwhile is met in a next round.
 *
 * @param groupId the process group, which is the handler's own process id
 * @param workerId the worker id in the family's environment
 */
export function killFamily(groupId: number, workerId: string): void {
  kill(process.platform === 'win32' ? groupId : -groupId)
  if (process.platform !== 'linux') return
  const marker = markerOf(workerId)
  // What was told to die starts nothing any more, even when it is still to be seen.
  const told = new Set([process.pid, groupId])
  for (let round = 0; round < 3; round += 1) {
    const left = processIds().filter((pid) => !told.has(pid) && carries(pid, marker))
    if (left.length === 0) return
    for (const pid of left) {
      kill(pid)
      told.add(pid)
    }
  }
}

/**
 * Sees to it that a family does not outlive this process, however it ends short of SIGKILL.
 *
 * @param groupId the process group, which is the handler's own process id
 * @param workerId the worker id in the family's environment
 * @returns to be called when the family has ended
 */
export function endWithUs(groupId: number, workerId: string): () => void {
  if (guarded.size === 0) process.on('exit', killGuarded)
  guarded.set(groupId, workerId)
  return () => {
    guarded.delete(groupId)
    if (guarded.size === 0) process.removeListener('exit', killGuarded)
  }
}

/** Shared, because every listener of its own would count against the limit of the process object. */
const guarded = new Map<number, string>()

function killGuarded(): void {
  for (const [groupId, workerId] of guarded) killFamily(groupId, workerId)
}

const markerOf = (workerId: string): string => `${workerIdVariable}=${workerId}\0`

function processIds(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Already gone, which is what was wanted.
  }
}

/** Field 5 of stat is the group; the name in field 2 may hold blanks and parentheses. Zombies do not count. */
function isInGroup(pid: number, groupId: number): boolean {
  const stat = readProcFile(`/proc/${pid}/stat`)
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields[0] !== 'Z' && Number(fields[2]) === groupId
}

function carries(pid: number, marker: string): boolean {
  return `${readProcFile(`/proc/${pid}/environ`)}\0`.includes(marker)
}

function readProcFile(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}
