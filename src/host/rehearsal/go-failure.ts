/** What the last words of a Go program say of its end: the line that matters, and the frames of its stack. Pure. */

export interface StackFrame {
  /** As the stack names the file: with a module's path before it, or absolute. */
  readonly path: string
  readonly line: number
}

export interface GoFailure {
  /** `panic` also for what the server recovered from while it answered. */
  readonly kind: 'panic' | 'fatal' | 'words'
  /** The line that says what happened. */
  readonly line: string
  /** Innermost first; of a panic and a fatal error only. */
  readonly frames: readonly StackFrame[]
  /** The lines without stacks, oldest first. */
  readonly words: readonly string[]
}

const panicLine = /^panic: /
/** A server goes on after these. */
const recoveredLine = /\bhttp: panic serving |\bpanic recovered:|^panic: /
const fatalLine = /^(?:fatal error: |SIG[A-Z]+: )/
/** First words of a library that prints its usage after what was wrong. */
const errorLine = /^(?:Error: |error: |flag provided but not defined|flag needs an argument|invalid value )/
const frameLine = /^\s+(\S[^\n]*?\.go):(\d{1,7})(?: \+0x[\da-f]+)?$/
const stackStart = /^goroutine \d+ \[/
const noise = /^(?:exit status |\[signal |created by |r\w\w? +0x)/

/**
 * Reads the end of a program's output.
 *
 * @param lines of both streams, oldest first, without control characters
 * @param goesOn the program still runs, so that a panic is one that its server recovered from
 * @returns undefined when it said nothing
 */
export function readGoFailure(lines: readonly string[], goesOn = false): GoFailure | undefined {
  const words = withoutStacks(lines)
  const frames = (start: number): readonly StackFrame[] =>
    lines.slice(start).flatMap((line) => {
      const [, path, at] = frameLine.exec(line) ?? []
      return path === undefined ? [] : [{ path, line: Number(at) }]
    })
  for (const [kind, pattern] of [
    ['panic', goesOn ? recoveredLine : panicLine],
    ['fatal', fatalLine],
  ] as const) {
    const start = lines.reduce((last, line, index) => (pattern.test(line) ? index : last), -1)
    if (start >= 0) return { kind, line: (lines[start] ?? '').trim(), frames: frames(start), words }
  }
  const said = words.find((line) => errorLine.test(line)) ?? words.at(-1)
  return said === undefined ? undefined : { kind: 'words', line: said.trim(), frames: [], words }
}

/** A function with its arguments, or its place below. */
function isStackLine(line: string): boolean {
  const open = line.indexOf('(')
  const isCall = open > 0 && line.endsWith(')') && !/\s/.test(line.slice(0, open))
  return isCall || /^(?:\t|goroutine |created by )/.test(line)
}

/** A stack goes from its goroutine as far as its lines look like one; a server's log goes on right behind it. */
function withoutStacks(lines: readonly string[]): readonly string[] {
  let isStack = false
  return lines.filter((line) => {
    if (stackStart.test(line)) isStack = true
    else if (!isStackLine(line)) isStack = false
    return !isStack && line.trim() !== '' && !noise.test(line)
  })
}

/** The line that matters, then the last ones before the end. */
export function lastWords({ line, words }: GoFailure): readonly string[] {
  return [line, ...words.slice(-5)]
}

const ownErrors: readonly RegExp[] = [
  /^fatal error: /,
  /assignment to entry in nil map/,
  /http: multiple registrations for |conflicts with pattern |(?:is|are) already registered for path |conflicts with existing wildcard/,
  /address already in use/,
]

/** Whether Go itself, or the server's router, calls it an error of the program: no setting changes it. */
export function isOwnError(failure: GoFailure): boolean {
  return lastWords(failure).some((text) => ownErrors.some((pattern) => pattern.test(text)))
}

/** Whether it failed since nothing else was reachable, as nothing is in an isolated rehearsal. */
export function missesNetwork(failure: GoFailure): boolean {
  return lastWords(failure).some(
    (text) =>
      /no such host|network is unreachable|name resolution|server misbehaving|\blookup \S+ on |i\/o timeout|deadline exceeded/i.test(
        text,
      ) ||
      (/connection refused/i.test(text) && !/\b(?:127\.\d+\.\d+\.\d+|localhost)\b|\[?::1\]?:/i.test(text)),
  )
}

/** The file, as named, that could not be written since its folder is read-only. */
export function readOnlyFile(lines: readonly string[]): string | undefined {
  for (const text of lines) {
    const path = /(\S{1,300}): read-only file system/i.exec(text)?.[1]
    if (path !== undefined) return path.replace(/^["'`(]+/, '')
    if (/read-only file system|attempt to write a readonly database/i.test(text)) return ''
  }
  return undefined
}
