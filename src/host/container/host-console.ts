/** The console of a real host, taken apart: what the host says, and what the handler printed. Pure. */
import { stripVTControlCharacters } from 'node:util'

export interface ConsoleEntry {
  readonly level: 'trce' | 'dbug' | 'info' | 'warn' | 'fail' | 'crit'
  readonly category: string
  readonly text: string
}

export interface HostConsole {
  readonly host: readonly ConsoleEntry[]
  /** Line by line. */
  readonly handler: readonly string[]
}

const head = /^(trce|dbug|info|warn|fail|crit): (\S{1,200}?)(?:\[\d+\])?$/
/** What the host calls the output of a worker (WorkerConstants.FunctionConsoleLogCategoryName). */
const handlerCategory = 'Host.Function.Console'

/** @param lines as the container printed them */
export function readConsole(lines: readonly string[]): HostConsole {
  const host: ConsoleEntry[] = []
  const handler: string[] = []
  let current: { level: ConsoleEntry['level']; category: string; lines: string[] } | undefined
  const close = (): void => {
    if (current === undefined) return
    const { level, category, lines: own } = current
    if (category === handlerCategory) handler.push(...own)
    else host.push({ level, category, text: own.join('\n') })
    current = undefined
  }
  for (const raw of lines) {
    const line = stripVTControlCharacters(raw).replace(/\r$/, '')
    const [, level, category = ''] = head.exec(line) ?? []
    if (level !== undefined) {
      close()
      current = { level: level as ConsoleEntry['level'], category, lines: [] }
    } else if (current !== undefined && line.startsWith('      ')) current.lines.push(line.slice(6))
    else if (line.trim() !== '') {
      close()
      host.push({ level: 'info', category: '', text: line })
    }
  }
  close()
  return { host, handler }
}

/** What went wrong by the host's own word, oldest first. */
export function failuresOf({ host }: HostConsole): readonly string[] {
  return host.filter(({ level }) => level === 'fail' || level === 'crit').map(({ text }) => text)
}
