/**
 * Recognises what the `go` command, the compiler and the linker say: which table a message is looked up in. Pure.
 */
import type { goCodes } from '../codes/go-codes'
import { cannotWrite, compilerFailures } from './compiler-failures'
import type { Explanation, FailureRule } from './explanation'
import { readMessageForm, saidBy } from './message-form'
import { moduleFailures } from './module-failures'
import { packageFailures } from './package-failures'
import { toolchainFailures } from './toolchain-failures'

export interface FailureSource {
  /** Text without its position. */
  readonly message: string
  /** Import path under whose `# …` line it was printed: then the compiler or the linker said it. */
  readonly package?: string
  /** The file it points to, as printed. */
  readonly file?: string
}

const commandFailures: readonly FailureRule[] = [
  cannotWrite,
  ...toolchainFailures,
  ...moduleFailures,
  ...packageFailures,
  {
    pattern: /error obtaining VCS status|Use -buildvcs=false/,
    explain: ({ line }) => ({
      code: 'go-vcs-status',
      message: `Go could not ask git for the commit that it writes into the binary: ${line}`,
      hint: 'Put -buildvcs=false in build-flags, or mark the checkout as safe: git config --global --add safe.directory "$GITHUB_WORKSPACE".',
    }),
  },
  {
    pattern: /build output "?([^"\s]+)"? already exists and is (?:a directory|not an object file)/,
    explain: ({ groups: [name] }) => ({
      code: 'go-output-blocked',
      message: `go build cannot write the executable to "${name}", because something else has that name.`,
      hint: 'Remove it from the repository, or give the executable another name in host.json.',
    }),
  },
  {
    pattern:
      /flag provided but not defined: (\S+)|invalid value ("[^\n]*" for flag [^\n]*)|unknown flag (\S+)/,
    explain: ({ groups: [name, value, other], goVersion }) => ({
      code: 'build-flag-malformed',
      message: `go build does not accept ${value || `the flag "${name || other}"`}.`,
      hint: `Correct build-flags, ldflags or GOFLAGS; go help build lists what ${goVersion || 'this Go'} knows.`,
    }),
  },
]

/**
 * Recognises a message of the `go` command, the compiler or the linker.
 *
 * @param source the message and where it was printed
 * @param goVersion for example `go1.26.8`
 * @returns what it means, or `undefined` for a message that is not known
 */
export function explainFailure(source: FailureSource, goVersion: string): Explanation | undefined {
  const rules = source.package === undefined ? commandFailures : compilerFailures
  const known = firstMatch(rules, source, goVersion)
  if (known !== undefined) return known
  if (source.file !== undefined && /\.(?:mod|work|sum)$/.test(source.file)) {
    return {
      code: 'go-mod-invalid' satisfies keyof typeof goCodes,
      message: `Go cannot read this line: ${source.message.replaceAll('\n', ' ')}`,
      hint: 'Correct the line; go mod tidy says the same on your machine.',
    }
  }
  return undefined
}

function firstMatch(
  rules: readonly FailureRule[],
  { message, package: name = '', file = '' }: FailureSource,
  goVersion: string,
): Explanation | undefined {
  const form = readMessageForm(message)
  const text = [form.body, ...form.details].join('\n')
  for (const { pattern, explain } of rules) {
    const match = pattern.exec(text)
    if (match === null) continue
    const groups = match.slice(1).map((group: string | undefined) => group ?? '')
    const { details, advice, stack } = form
    return explain({ groups, line: saidBy(form), details, advice, stack, package: name, file, goVersion })
  }
  return undefined
}
