/** The log of one host, bounded: what the host says and what the handler writes. */
export const logLevels = ['debug', 'information', 'warning', 'error'] as const
export type LogLevel = (typeof logLevels)[number]

export interface LogEntry {
  readonly level: LogLevel
  readonly source: 'host' | 'handler'
  readonly text: string
}

export interface HostLog {
  readonly entries: readonly LogEntry[]
  write(level: LogLevel, text: string, source?: LogEntry['source']): void
}

const maximumEntries = 2000

/** Opens an empty log. When it is full the oldest entries go. */
export function openLog(): HostLog {
  const entries: LogEntry[] = []
  return {
    entries,
    write: (level, text, source = 'host') => {
      entries.push({ level, text, source })
      if (entries.length > maximumEntries) entries.shift()
    },
  }
}
