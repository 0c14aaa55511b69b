/**
 * Takes a message of the `go` command apart: who imports whom, what is wrong, what else it says, what it advises.
 * Pure. The forms are those of cmd/go (`ImportStack`, `base.Errorf`, `load.PackageError`) from 1.19 to 1.27.
 */

/** One step of `package A` / `imports B from b.go`. */
export interface ImportStep {
  readonly importPath: string
  /** Name of the file of the step before that imports it; Go says it since 1.24. */
  readonly from?: string
}

export interface MessageForm {
  /** From what is built to what fails; empty when the message has no stack. */
  readonly stack: readonly ImportStep[]
  /** What is wrong, on one line. */
  readonly body: string
  /** Further lines that say why. */
  readonly details: readonly string[]
  /** Commands that `go` advises. */
  readonly advice: readonly string[]
}

const step = /^(?:package|imports) ([^\s:]+)(?: from ([^\s:]+))?(?:: (.+))?$/

/**
 * @param message a message without its position, its lines as printed without indentation
 * @returns its parts
 */
export function readMessageForm(message: string): MessageForm {
  const lines = message.split('\n')
  const stack: ImportStep[] = []
  let body: string | undefined
  while (body === undefined && lines.length > 0) {
    const match = step.exec(lines[0] ?? '')
    // A sentence may begin with the word, too: `package x is not in std (…)`.
    if (match === null || (lines.length === 1 && match[3] === undefined)) break
    stack.push({ importPath: match[1] ?? '', ...(match[2] === undefined ? {} : { from: match[2] }) })
    body = match[3]
    lines.shift()
  }
  body ??= lines.shift() ?? ''
  const isCommand = (line: string): boolean => /^go (?:get|mod|work|env|install|clean) /.test(line)
  const isIntroduction = (line: string): boolean => /^To (?:ignore|sync|add|update|specify) /i.test(line)
  return {
    stack,
    body: body
      .replace(/^go(?: (?:build|list))?: /, '')
      .replace(/^go (?:build|list) (\S+): /, '$1: ')
      .replace(
        /(?:[;,.] ?)(?:to (?:add|add it|update it|download and use [^:\n]+|specify the module path)):$/i,
        '',
      )
      .trim(),
    details: lines.filter((line) => !isCommand(line) && !isIntroduction(line)),
    advice: lines.filter(isCommand),
  }
}

/**
 * @param form the parts of a message
 * @returns the body with the lines that say why, as one line
 */
export function saidBy({ body, details }: MessageForm): string {
  return [body, ...details].join(' ').replace(/\s+/g, ' ')
}
