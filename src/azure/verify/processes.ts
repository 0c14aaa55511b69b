/**
 * The processes of the host behind what its status page says: which look saw which process, and how often one
 * instance was started. Pure.
 */

/** One answer of the status page, by the clock of the session. */
export interface Sighting {
  /** Empty where the plan does not give one. */
  readonly instanceId: string
  /** `processUptime` of the answer. */
  readonly uptimeMs: number
  readonly askedAtMs: number
  readonly answeredAtMs: number
}

/** A process, as far as sightings tell. */
export interface HostProcess {
  readonly instanceId: string
  /** It started between these two. */
  readonly startedAfterMs: number
  readonly startedBeforeMs: number
  readonly lastSeenMs: number
}

// Uptimes are taken a moment before or after the answer is written.
const slackMs = 1000

/** @returns the earliest and the latest moment at which the process can have started */
export function startOf({ uptimeMs, askedAtMs, answeredAtMs }: Sighting): {
  readonly startedAfterMs: number
  readonly startedBeforeMs: number
} {
  return { startedAfterMs: askedAtMs - uptimeMs, startedBeforeMs: answeredAtMs - uptimeMs }
}

/** Whether a sighting may be one of a process that was seen before: the same instance, and the same start. */
export function isSightingOf(process: HostProcess, sighting: Sighting): boolean {
  const { startedAfterMs, startedBeforeMs } = startOf(sighting)
  return (
    process.instanceId === sighting.instanceId &&
    startedAfterMs <= process.startedBeforeMs + slackMs &&
    startedBeforeMs >= process.startedAfterMs - slackMs
  )
}

/** Groups sightings by the process that each is of. */
export function processesOf(sightings: readonly Sighting[]): readonly HostProcess[] {
  const processes: HostProcess[] = []
  for (const sighting of sightings) {
    const index = processes.findIndex((process) => isSightingOf(process, sighting))
    const known = processes[index]
    const start = startOf(sighting)
    if (known === undefined) {
      processes.push({ instanceId: sighting.instanceId, ...start, lastSeenMs: sighting.answeredAtMs })
      continue
    }
    // Every look narrows the moment of the start.
    processes[index] = {
      instanceId: known.instanceId,
      startedAfterMs: Math.max(known.startedAfterMs, start.startedAfterMs),
      startedBeforeMs: Math.min(known.startedBeforeMs, start.startedBeforeMs),
      lastSeenMs: Math.max(known.lastSeenMs, sighting.answeredAtMs),
    }
  }
  return processes
}

/**
 * How often the instance that was started most often was started: processes that lived at the same time are
 * instances beside each other, also where they have no ids. An id that is new with each process hides nothing: where
 * no two processes lived at the same time, they are lives of one instance.
 *
 * @returns 0 without sightings
 */
export function countStarts(sightings: readonly Sighting[]): number {
  const chains = new Map<string, { starts: number; endMs: number }>()
  const processes = [...processesOf(sightings)].sort((one, other) => one.lastSeenMs - other.lastSeenMs)
  if (isOneAfterAnother(processes, sightings)) return processes.length
  for (const { instanceId, startedBeforeMs, lastSeenMs } of processes) {
    const chain = chains.get(instanceId)
    if (chain !== undefined && startedBeforeMs + slackMs < chain.endMs) continue
    chains.set(instanceId, { starts: (chain?.starts ?? 0) + 1, endMs: lastSeenMs })
  }
  return Math.max(0, ...[...chains.values()].map(({ starts }) => starts))
}

// Of many instances that come while the app grows each may be seen once, as if the one had followed the other.
const leastSightings = 2

function isOneAfterAnother(processes: readonly HostProcess[], sightings: readonly Sighting[]): boolean {
  return processes.every((process, index) => {
    const former = processes[index - 1]
    const follows = former === undefined || process.startedBeforeMs + slackMs >= former.lastSeenMs
    return follows && sightings.filter((one) => isSightingOf(process, one)).length >= leastSightings
  })
}
