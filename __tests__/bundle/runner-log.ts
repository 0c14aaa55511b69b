/** Reads a log the way the Actions runner does, to see what it would take for a command. */

export interface RunnerCommand {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/**
 * Every command that the runner would act on: `::name …::` at the start of a line after white space, and
 * `##[name …]` anywhere in a line (ActionCommand.cs, TryParseV2 and TryParse, in actions/runner).
 */
export function commandsIn(log: string): RunnerCommand[] {
  return log.split(/\r\n|\r|\n/).flatMap((line): RunnerCommand[] => {
    const second = /^::([^\s:]+)(?: ((?:(?!::).)*))?::(.*)$/.exec(line.trimStart())
    if (second !== null) {
      const [, name = '', properties = '', message = ''] = second
      return [{ name, properties: propertiesOf(properties), message: unescaped(message) }]
    }
    const first = /##\[([^\s\]]+)[^\]]*\](.*)$/.exec(line)
    return first === null ? [] : [{ name: `##[${first[1]}]`, properties: {}, message: first[2] ?? '' }]
  })
}

function propertiesOf(text: string): Record<string, string> {
  const pairs = text.split(',').flatMap((part) => {
    const at = part.indexOf('=')
    return at < 1 ? [] : [[part.slice(0, at), unescaped(part.slice(at + 1))] as const]
  })
  return Object.fromEntries(pairs)
}

function unescaped(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')
}

/** What the runner shows of a log: everything but commands that it keeps to itself. */
export function shownLines(log: string): string[] {
  return log.split('\n').filter((line) => !/^::(?:add-mask|endgroup)/.test(line))
}

export interface ToldFinding {
  readonly severity: string
  readonly code: string
  /** With what a server said, in lines of their own. */
  readonly message: string
  readonly hint: string
}

/** The findings in a log: each once, as its annotation; what a server said stands in a group before them. */
export function toldFindings(log: string): ToldFinding[] {
  return commandsIn(log).flatMap(({ name: severity, properties, message: text }) => {
    const code = properties['title']
    if (!/^(?:error|warning|notice)$/.test(severity) || code === undefined) return []
    const [message = '', hint = ''] = text.split(` (${code})`)
    const answer = new RegExp(`^${code}:((?:\\n {2}.*)+)`, 'm').exec(log)?.[1] ?? ''
    return [{ severity, code, message: message + answer, hint: hint.trim() }]
  })
}
