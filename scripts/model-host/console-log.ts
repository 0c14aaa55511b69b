/**
 * The host's log on standard output in the form of its console: level, category and event in one line, the text
 * indented below. What the handler writes has a category of its own.
 */
import { type HostLog, type LogLevel, openLog } from '../../src/host/host-log'

const levels: Readonly<Record<LogLevel, string>> = {
  debug: 'dbug',
  information: 'info',
  warning: 'warn',
  error: 'fail',
}

/** @param isShown without, the log is only kept */
export function consoleLog(isShown: boolean): HostLog {
  const log = openLog()
  return {
    entries: log.entries,
    write: (level, text, source = 'host') => {
      log.write(level, text, source)
      // The host shows nothing below this level where host.json says nothing else.
      if (!isShown || level === 'debug') return
      const category = source === 'handler' ? 'Host.Function.Console' : 'Host.General'
      const indented = text.replaceAll(/\r?\n/g, `\n${indent}`)
      process.stdout.write(`${levels[level]}: ${category}[0]\n${indent}${indented}\n`)
    },
  }
}

const indent = ' '.repeat(6)
