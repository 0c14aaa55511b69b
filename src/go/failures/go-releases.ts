/**
 * Which Go brought what: packages of the standard library, directives of go.mod, features of the language. Facts
 * from $GOROOT/api/go1.N.txt, https://go.dev/ref/mod and the release notes up to Go 1.27. Pure.
 */

/** The minor version after which nothing is known here. */
export const newestKnownMinor = 27

const packagesByMinor: Readonly<Record<number, readonly string[]>> = {
  16: ['embed', 'go/build/constraint', 'io/fs', 'runtime/metrics', 'testing/fstest'],
  18: ['debug/buildinfo', 'net/netip'],
  19: ['go/doc/comment'],
  20: ['crypto/ecdh', 'runtime/coverage'],
  21: ['cmp', 'log/slog', 'maps', 'slices', 'testing/slogtest'],
  22: ['go/version', 'math/rand/v2'],
  23: ['iter', 'structs', 'unique'],
  24: ['crypto/fips140', 'crypto/hkdf', 'crypto/mlkem', 'crypto/pbkdf2', 'crypto/sha3', 'weak'],
  25: ['testing/synctest'],
  26: ['crypto/hpke', 'crypto/mlkem/mlkemtest', 'testing/cryptotest'],
  27: ['crypto/mldsa', 'encoding/json/jsontext', 'encoding/json/v2', 'uuid'],
}

const directiveMinors: Readonly<Record<string, number>> = {
  retract: 16,
  toolchain: 21,
  godebug: 23,
  tool: 24,
  ignore: 25,
}

/**
 * @param path import path
 * @returns minor version of the Go 1 that brought it; undefined when it is older than 1.16 or not known
 */
export function packageSince(path: string): number | undefined {
  const found = Object.entries(packagesByMinor).find(([, paths]) => paths.includes(path))
  return found === undefined ? undefined : Number(found[0])
}

/**
 * @param verb a directive of go.mod or go.work
 * @returns minor version of the Go 1 that brought it; undefined when it always was one, or never
 */
export function directiveSince(verb: string): number | undefined {
  return Object.hasOwn(directiveMinors, verb) ? directiveMinors[verb] : undefined
}

/** Messages of a compiler that does not know a feature yet, and so cannot name it. */
const unnamedFeatures: readonly (readonly [RegExp, string, number])[] = [
  [
    /^cannot range over .*\((?:untyped int constant|(?:variable|value|constant[^)]*) of type u?int\d*)\b/,
    'range over an integer',
    22,
  ],
  [/^cannot range over .*\((?:variable|value) of type func\(/, 'range over a function', 23],
  [/^undefined: (?:min|max|clear)$/, 'the built-in functions min, max and clear', 21],
  [/^generic type cannot be alias/, 'generic type aliases', 24],
]

/**
 * @param message of the compiler
 * @param goVersion for example `go1.19.8`
 * @returns the feature that this compiler is too old for; undefined when it is another matter
 */
export function featureTooNew(
  message: string,
  goVersion: string,
): { readonly feature: string; readonly minor: number } | undefined {
  const own = minorOf(goVersion)
  const found = unnamedFeatures.find(([pattern]) => pattern.test(message))
  if (own === undefined || found === undefined || own >= found[2]) return undefined
  return { feature: found[1], minor: found[2] }
}

/**
 * @param version with or without `go` in front
 * @returns the 21 of 1.21.3; undefined for what is no version of Go 1
 */
export function minorOf(version: string): number | undefined {
  const digits = /^(?:go)?1\.(\d{1,4})(?:\D|$)/.exec(version)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/**
 * Whether a `go` line may hold a version (https://go.dev/doc/toolchain#version).
 *
 * @param version for example `1.21`, `1.21.3`, `1.21rc2`
 */
export function isGoVersion(version: string): boolean {
  return /^[1-9]\d*(?:\.(?:0|[1-9]\d*)(?:(?:\.(?:0|[1-9]\d*))|(?:rc|beta|alpha)\d+)?)?$/.test(version)
}
