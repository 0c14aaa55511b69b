/**
 * Which flags of `go build` and of the linker may be given, and why others may not: whatever changes how the
 * program is linked, where it is written, or how the compiler reports. Pure; it does not run anything.
 */

import { joinQuoted, splitQuoted } from '../command/quoting'
import {
  buildModeReason,
  cgoReason,
  externalLinkingReason,
  type FlagRefusal,
  type FlagReview,
  filterLinkerFlags,
  isOn,
  parseFlag,
  reviewLinkerFlags,
} from './linker-flags'

/** Flags of `go build` without a value (Go: `go help build`). Only for these, the next argument is not theirs. */
const switches = new Set([
  ...['a', 'n', 'i', 'v', 'x', 'work', 'race', 'msan', 'asan', 'cover', 'json', 'linkshared'],
  ...['modcacherw', 'trimpath', 'buildvcs'],
])

const refusedSwitches: Readonly<Record<string, string>> = {
  race: `the race detector is C code: ${cgoReason}`,
  msan: `the memory sanitizer is C code: ${cgoReason}`,
  asan: `the address sanitizer is C code: ${cgoReason}`,
  linkshared: 'it links against shared libraries that Azure does not have',
  n: 'it only prints the commands and builds nothing',
  json: 'it changes the form of the messages in which the action finds the places of errors',
}

/**
 * Looks through the arguments that a user wants to give to `go build`.
 *
 * @param args arguments, for example `['-tags=x', '-p', '4']`
 * @returns the ones that are refused or badly written, each with the reason
 */
export function reviewBuildFlags(args: readonly string[]): FlagReview {
  const refusals: FlagRefusal[] = []
  const malformed: FlagRefusal[] = []
  for (let index = 0; index < args.length; index += 1) {
    const written = args[index] ?? ''
    const flag = parseFlag(written)
    if (flag === undefined) {
      malformed.push({ flag: written, reason: 'it is not a flag; main-package names what is built' })
      continue
    }
    if (/\s/.test(flag.name)) {
      const joined = written.trim().replace(/\s+/, '=')
      malformed.push({ flag: written, reason: `flag and value are in one argument; write ${joined}` })
      continue
    }
    let { value } = flag
    if (value === undefined && !switches.has(flag.name) && index + 1 < args.length) {
      index += 1
      value = args[index]
    }
    const shown = value === undefined || flag.value !== undefined ? written : `${written} ${value}`
    if (flag.name === 'ldflags') {
      const review = reviewLinkerFlags(value ?? '')
      refusals.push(
        ...review.refusals.map(({ flag: inner, reason }) => ({ flag: `-ldflags ${inner}`, reason })),
      )
      malformed.push(...review.malformed)
    } else {
      const reason = refusedBuildFlag(flag.name, value)
      if (reason !== undefined) refusals.push({ flag: shown, reason })
    }
  }
  return { refusals, malformed }
}

/**
 * The flags that decide which files and packages belong to a build, and that `go list` needs as well.
 *
 * @param args arguments for `go build`
 * @returns those arguments, each with its value after `=`
 */
export function selectionFlags(args: readonly string[]): string[] {
  const selecting = ['mod', 'modfile', 'tags', 'overlay']
  return args.flatMap((word, index) => {
    const flag = parseFlag(word)
    if (flag === undefined || !selecting.includes(flag.name)) return []
    return [`-${flag.name}=${flag.value ?? args[index + 1] ?? ''}`]
  })
}

export interface FilteredGoFlags {
  /** GOFLAGS without the refused flags, in Go's notation. */
  readonly goflags: string
  /** The refused ones, as the user wrote them. */
  readonly neutralised: readonly string[]
}

/**
 * Takes out of GOFLAGS what must not decide how the program is linked. Everything else stays.
 *
 * @param goflags value of GOFLAGS; each word is one flag, with its value after `=`
 * @returns what is left and what was taken out, or `undefined` when a quote is not closed
 */
export function filterGoFlags(goflags: string): FilteredGoFlags | undefined {
  const words = splitQuoted(goflags)
  if (words === undefined) return undefined
  const kept: string[] = []
  const neutralised: string[] = []
  for (const word of words) {
    const flag = parseFlag(word)
    if (flag?.name === 'ldflags') {
      const { remainder, refused } = filterLinkerFlags(flag.value ?? '')
      neutralised.push(...refused.map((inner) => `-ldflags=${inner}`))
      if (refused.length === 0) kept.push(word)
      else if (remainder !== '') kept.push(`-ldflags=${remainder}`)
    } else if (flag !== undefined && refusedBuildFlag(flag.name, flag.value) !== undefined) {
      neutralised.push(word)
    } else {
      kept.push(word)
    }
  }
  // A word with both kinds of quotes can be read but not be written again.
  const writable = kept.filter((word) => joinQuoted([word]) !== undefined)
  return { goflags: joinQuoted(writable) ?? '', neutralised }
}

function refusedBuildFlag(name: string, value: string | undefined): string | undefined {
  switch (name) {
    case 'buildmode':
      return value === 'exe' || value === 'default' ? undefined : buildModeReason(value ?? '')
    // Go knows it as a flag of the linker only, and would call it undefined here.
    case 'linkmode':
      return externalLinkingReason
    case 'compiler':
      return value === 'gc' ? undefined : 'gccgo links the program dynamically'
    case 'o':
      return 'the name of the executable comes from host.json or from the input executable'
    case 'C':
      return 'the folder is chosen with working-directory'
    default:
      return isOn(value) && Object.hasOwn(refusedSwitches, name) ? refusedSwitches[name] : undefined
  }
}
