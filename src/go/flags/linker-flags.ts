/** Which flags of the Go linker may be given, and why others may not. Pure. */
import { joinQuoted, splitQuoted } from '../command/quoting'

export interface FlagRefusal {
  /** The flag as the user wrote it. */
  readonly flag: string
  readonly reason: string
}

export interface FlagReview {
  readonly refusals: readonly FlagRefusal[]
  /** Arguments that are not written as flags have to be, with what is wrong. */
  readonly malformed: readonly FlagRefusal[]
}

export const externalLinkingReason = 'the C linker would link the program against the C library'
export const cgoReason = 'it needs cgo, and a program with cgo is linked dynamically'

const refusedLinkerFlags: Readonly<Record<string, string>> = {
  linkshared: 'it links against shared libraries that Azure does not have',
  race: `the race detector is C code: ${cgoReason}`,
  msan: `the memory sanitizer is C code: ${cgoReason}`,
  asan: `the address sanitizer is C code: ${cgoReason}`,
}

/**
 * Looks through a value of `-ldflags`.
 *
 * @param ldflags flags of the Go linker, optionally after `PATTERN=`
 * @returns the ones that are refused, and whether a quote is open
 */
export function reviewLinkerFlags(ldflags: string): FlagReview {
  const { flags } = splitPattern(ldflags)
  const words = splitQuoted(flags)
  if (words === undefined) {
    return { refusals: [], malformed: [{ flag: ldflags, reason: 'a quotation mark is not closed' }] }
  }
  return { refusals: partLinkerFlags(words).refused, malformed: [] }
}

/**
 * Whether a switch is on (Go: strconv.ParseBool).
 *
 * @param value what follows `=`, `undefined` for the bare flag
 * @returns false for the spellings of false
 */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !['0', 'f', 'F', 'false', 'FALSE', 'False'].includes(value)
}

/** `-ldflags` may begin with `PATTERN=`, which says for which packages the flags are meant (`go help build`). */
function splitPattern(ldflags: string): { readonly pattern: string; readonly flags: string } {
  const text = ldflags.trim()
  const equals = text.indexOf('=')
  if (text.startsWith('-') || equals < 0) return { pattern: '', flags: text }
  return { pattern: text.slice(0, equals + 1), flags: text.slice(equals + 1) }
}

/**
 * Takes the refused flags out of a value of `-ldflags`.
 *
 * @param ldflags flags of the linker, optionally after `PATTERN=`
 * @returns what is left, empty when nothing is, and what was taken out
 */
export function filterLinkerFlags(ldflags: string): {
  readonly remainder: string
  readonly refused: readonly string[]
} {
  const { pattern, flags } = splitPattern(ldflags)
  const words = splitQuoted(flags)
  // `go` itself refuses an open quote and says so; it is not for this function to repair it.
  if (words === undefined) return { remainder: ldflags, refused: [] }
  const { kept, refused } = partLinkerFlags(words)
  const remainder = joinQuoted(kept) ?? ''
  return { remainder: remainder === '' ? '' : pattern + remainder, refused: refused.map(({ flag }) => flag) }
}

function partLinkerFlags(words: readonly string[]): { kept: string[]; refused: FlagRefusal[] } {
  const kept: string[] = []
  const refused: FlagRefusal[] = []
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? ''
    const flag = parseFlag(word)
    const takesNext = flag !== undefined && flag.value === undefined && linkerFlagsWithValue.has(flag.name)
    const value = takesNext ? words[index + 1] : flag?.value
    const reason = flag === undefined ? undefined : refusedLinkerFlag(flag.name, value)
    const parts = takesNext && index + 1 < words.length ? [word, words[index + 1] ?? ''] : [word]
    if (reason === undefined) kept.push(...parts)
    else refused.push({ flag: parts.join(' '), reason })
    index += parts.length - 1
  }
  return { kept, refused }
}

/** From `go tool link`: the flags whose value may be the next word, so that a value is not taken for a flag. */
const linkerFlagsWithValue = new Set([
  ...[
    'B',
    'D',
    'E',
    'H',
    'I',
    'L',
    'R',
    'T',
    'X',
    'benchmark',
    'benchmarkprofile',
    'buildid',
    'buildmode',
    'k',
  ],
  ...[
    'capturehostobjs',
    'cpuprofile',
    'debugtextsize',
    'debugtramp',
    'extar',
    'extld',
    'extldflags',
    'fipso',
  ],
  ...[
    'funcalign',
    'importcfg',
    'installsuffix',
    'libgcc',
    'linkmode',
    'memprofile',
    'memprofilerate',
    'o',
    'r',
  ],
  ...['pluginpath', 'randlayout', 'strictdups', 'tmpdir'],
])

function refusedLinkerFlag(name: string, value: string | undefined): string | undefined {
  switch (name) {
    case 'linkmode':
      return value === 'internal' || value === 'auto' ? undefined : externalLinkingReason
    case 'buildmode':
      return value === 'exe' ? undefined : buildModeReason(value ?? '')
    case 'I':
      return 'it sets the program interpreter, and Azure cannot start a binary whose interpreter it lacks'
    case 'extld':
      return 'it names a linker for external linking, which makes the program depend on the C library'
    case 'o':
      return 'the action decides where the executable is written'
    case 'H':
      return value === 'linux' ? undefined : 'it asks for the file format of another system; Azure runs Linux'
    default:
      return isOn(value) && Object.hasOwn(refusedLinkerFlags, name) ? refusedLinkerFlags[name] : undefined
  }
}

export interface Flag {
  readonly name: string
  readonly value: string | undefined
}

/**
 * Takes a flag apart. Go accepts one or two dashes, and the value after `=` (Go: package flag).
 *
 * @param word for example `-p=4`
 * @returns its name without dashes and its value, `undefined` for a word that is not a flag
 */
export function parseFlag(word: string): Flag | undefined {
  const match = /^--?([^-=][^=]*)(?:=([\s\S]*))?$/.exec(word)
  return match === null ? undefined : { name: match[1] ?? '', value: match[2] }
}

/**
 * Why a build mode other than `exe` is refused.
 *
 * @param mode value of `-buildmode`
 * @returns the reason, as part of a sentence
 */
export function buildModeReason(mode: string): string {
  if (mode === 'pie')
    return 'a position-independent executable asks for a program interpreter even without cgo'
  if (mode === 'archive' || mode === 'c-archive') return 'it writes an archive, not a program'
  return 'it writes a shared library, not a program that can be started'
}
