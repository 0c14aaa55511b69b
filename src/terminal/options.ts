/**
 * The words after the command: what they may be, and what they ask for. Options that are inputs of the action have its
 * names and its meaning, and are checked where inputs are. Pure.
 */
import { parseArgs } from 'node:util'

/** Inputs of the action that a terminal takes as options; everything about Azure is left out. */
const inputOptions = [
  'model',
  'main-package',
  'executable',
  'goarch',
  'tags',
  'ldflags',
  'host-image',
  'rehearse',
  'fail-on',
] as const
/** The same, with several values: the option is repeated. */
const listOptions = ['build-flags', 'include', 'ignore-findings'] as const
/** The same, for paths: they start from the current folder. */
const pathOptions = ['binary', 'package', 'report-file', 'sarif-file', 'sbom-file'] as const

export const usage = `Usage: go-azure-func-action check [FOLDER] [options]

Checks a Go function app as the action does before it deploys: the project, a build,
the binary, the package, and a rehearsal. It changes nothing in FOLDER and asks nothing of Azure.

  FOLDER              folder of host.json; the current folder when it is left out
  --json              print the whole run as JSON on standard output
  --fail-on LEVEL     from which findings it fails: error (default) or warning
  --rehearse MODE     auto (default), true, host or false, as the input 'rehearse'
  --host              the same as --rehearse host: asks the Functions host itself, in a container
  --verbose           show what a job's log would show
  --version, --help

Other inputs of the action, each as --NAME VALUE:
  ${[...inputOptions.slice(0, -2), ...pathOptions].join(', ')};
  ${listOptions.join(', ')} (repeat the option for each value)

Exit code: 0 passed, 1 something was found, 2 it could not be checked.
`

/** What a command line asks for. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly problem: string }
  | {
      readonly kind: 'check'
      /** As it was written; empty for the current folder. */
      readonly folder: string
      readonly isJson: boolean
      readonly isVerbose: boolean
      /** Inputs of the action by their names. */
      readonly inputs: Readonly<Record<string, string>>
    }

/**
 * Reads a command line.
 *
 * @param words without the program's own name
 * @param absolute makes a path absolute
 */
export function readCommand(words: readonly string[], absolute: (path: string) => string): Command {
  const parsed = parse(words)
  if (typeof parsed === 'string') return { kind: 'wrong', problem: parsed }
  const { values, positionals } = parsed
  if (values['help'] === true) return { kind: 'help' }
  if (values['version'] === true) return { kind: 'version' }
  const [command, folder = '', ...more] = positionals
  if (command === undefined) return { kind: 'wrong', problem: 'A command is missing: check.' }
  if (command !== 'check') {
    return { kind: 'wrong', problem: `There is no command '${command}'. The one command is 'check'.` }
  }
  if (more.length > 0) {
    return { kind: 'wrong', problem: `check takes one folder, and '${more[0]}' is a second one.` }
  }
  if (values['host'] === true && values['rehearse'] !== undefined && values['rehearse'] !== 'host')
    return { kind: 'wrong', problem: `--host and --rehearse ${values['rehearse']} contradict each other.` }
  const paths: readonly string[] = pathOptions
  const named = [...inputOptions, ...listOptions, ...pathOptions].flatMap((name) => {
    const value = values[name]
    if (value === undefined || typeof value === 'boolean') return []
    const text = typeof value === 'string' ? value : value.join('\n')
    return [[name, paths.includes(name) && text !== '' ? absolute(text) : text] as const]
  })
  return {
    kind: 'check',
    folder,
    isJson: values['json'] === true,
    isVerbose: values['verbose'] === true,
    inputs: { ...Object.fromEntries(named), ...(values['host'] === true ? { rehearse: 'host' } : {}) },
  }
}

interface Parsed {
  readonly values: Readonly<Record<string, string | boolean | string[] | undefined>>
  readonly positionals: readonly string[]
}

/** The values, or what is wrong with the words. */
function parse(words: readonly string[]): Parsed | string {
  const one = { type: 'string' } as const
  const options = {
    ...Object.fromEntries([...inputOptions, ...pathOptions].map((name) => [name, one])),
    ...Object.fromEntries(listOptions.map((name) => [name, { ...one, multiple: true }])),
    ...Object.fromEntries(
      ['json', 'verbose', 'version', 'help', 'host'].map((name) => [name, { type: 'boolean' as const }]),
    ),
    help: { type: 'boolean', short: 'h' },
  } as const
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true }) as Parsed
  } catch (error) {
    const { message } = error as Error
    const unknown = /^Unknown option '([^']*)'/.exec(message)?.[1]
    // Node's own advice after the first sentence is about its own syntax.
    return unknown === undefined
      ? `${message.split('. ')[0]}.`.replace(/\.\.$/, '.')
      : `There is no option '${unknown}'.`
  }
}
