/**
 * Build constraints: what excludes a file from a build for Linux without cgo. Pure.
 * Rules: `go help buildconstraint`, go/build (`goodOSArchFile`), go/build/constraint.
 */

const systems =
  'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos'.split(
    ' ',
  )
const machines =
  '386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm'.split(
    ' ',
  )
/** Set for every build of ours, apart from `linux`, the machine and the versions. */
const always = ['unix', 'gc']

export interface BuildFacts {
  readonly goarch: string
  /** Minor version of Go on PATH. */
  readonly goMinor: number
  readonly tags: readonly string[]
}

/** Why a file is left out. */
export type Exclusion =
  | { readonly kind: 'name'; readonly word: string }
  | {
      readonly kind: 'line'
      readonly line: number
      readonly expression: string
      /** Words that are no system, machine or version, and that would let the file in. */
      readonly tags: readonly string[]
      /** Of a `go1.N` that would let the file in; 0 when that is not the reason. */
      readonly goMinor: number
    }
  | { readonly kind: 'cgo'; readonly line: number }

/**
 * @param name name of the file
 * @param facts of the build
 * @returns the reason; undefined when none is seen
 */
export function exclusionOf(name: string, text: string, facts: BuildFacts): Exclusion | undefined {
  const word = excludingWord(name, facts)
  if (word !== undefined) return { kind: 'name', word }
  const lines = headOf(text)
  for (const [index, line] of lines.entries()) {
    const match = /^\/\/go:build (.+)$/.exec(line.trim())
    if (match === null) continue
    const expression = (match[1] ?? '').trim()
    const reads = (set: readonly string[], goMinor = facts.goMinor): boolean | undefined =>
      evaluate(expression, (tag) => isSet(tag, { ...facts, goMinor }) || set.includes(tag))
    if (reads([]) !== false) break
    const named = [...new Set(expression.match(/[\w.]+/g) ?? [])]
    const free = named.filter((tag) => isFree(tag))
    const [newest = 0] = named.map((tag) => Number(/^go1\.(\d+)$/.exec(tag)?.[1] ?? 0)).sort((a, b) => b - a)
    return {
      kind: 'line',
      line: index + 1,
      expression,
      tags: reads(free) === true ? fewest(free, (set) => reads(set) === true) : [],
      goMinor: newest > facts.goMinor && reads([], newest) === true ? newest : 0,
    }
  }
  const plus = lines.findIndex((line) => /^\/\/ ?\+build /.test(line))
  if (plus >= 0) {
    const expression = (lines[plus] ?? '').replace(/^\/\/ ?\+build /, '').trim()
    return { kind: 'line', line: plus + 1, expression, tags: [], goMinor: 0 }
  }
  const cgo = text.split('\n').findIndex((line) => /^\s*(?:import\s+)?"C"\s*$/.test(line))
  return cgo < 0 ? undefined : { kind: 'cgo', line: cgo + 1 }
}

function fewest(tags: readonly string[], isEnough: (set: readonly string[]) => boolean): readonly string[] {
  let set = tags
  for (const tag of tags) {
    const smaller = set.filter((each) => each !== tag)
    if (isEnough(smaller)) set = smaller
  }
  return set
}

/** The lines above the package clause. */
function headOf(text: string): readonly string[] {
  const lines = text.slice(0, 64 * 1024).split('\n')
  const end = lines.findIndex((line) => /^package\s/.test(line))
  return end < 0 ? lines : lines.slice(0, end)
}

function excludingWord(name: string, { goarch }: BuildFacts): string | undefined {
  const parts = name
    .replace(/\.\w+$/, '')
    .replace(/_test$/, '')
    .split('_')
    .slice(1)
  const [system, machine] = parts.slice(-2)
  const last = parts.at(-1) ?? ''
  if (machines.includes(last) && last !== goarch) return last
  if (system !== undefined && machine !== undefined && machines.includes(machine)) {
    return systems.includes(system) && system !== 'linux' ? system : undefined
  }
  return systems.includes(last) && last !== 'linux' ? last : undefined
}

function isSet(tag: string, { goarch, goMinor, tags }: BuildFacts): boolean {
  if (tag === 'linux' || tag === goarch || always.includes(tag) || tags.includes(tag)) return true
  const minor = /^go1\.(\d+)$/.exec(tag)?.[1]
  return minor !== undefined && Number(minor) <= goMinor
}

/** A word that only `-tags` can set. */
function isFree(tag: string): boolean {
  const isOther = ['cgo', 'ignore', 'gccgo', 'purego', 'race', 'msan', 'asan', ...always].includes(tag)
  return !isOther && !systems.includes(tag) && !machines.includes(tag) && !/^go1\.\d+$/.test(tag)
}

/**
 * @param expression what follows `//go:build`
 * @param has whether a tag is set
 * @returns its value; undefined when it is no expression, or too deep
 */
export function evaluate(expression: string, has: (tag: string) => boolean): boolean | undefined {
  const tokens = expression.slice(0, 1000).match(/[\p{L}\p{N}_.]+|&&|\|\||[!()]|\S/gu) ?? []
  let at = 0
  const unary = (depth: number): boolean | undefined => {
    const token = tokens[at]
    at += 1
    if (token === undefined || depth > 100) return undefined
    if (token === '!') {
      const value = unary(depth + 1)
      return value === undefined ? undefined : !value
    }
    if (token === '(') {
      const value = either(depth + 1)
      at += 1
      return tokens[at - 1] === ')' ? value : undefined
    }
    return /^[\p{L}\p{N}_.]+$/u.test(token) ? has(token) : undefined
  }
  const both = (depth: number): boolean | undefined => {
    let value = unary(depth)
    while (value !== undefined && tokens[at] === '&&') {
      at += 1
      const other = unary(depth)
      value = other === undefined ? undefined : value && other
    }
    return value
  }
  const either = (depth: number): boolean | undefined => {
    let value = both(depth)
    while (value !== undefined && tokens[at] === '||') {
      at += 1
      const other = both(depth)
      value = other === undefined ? undefined : value || other
    }
    return value
  }
  const value = either(0)
  return at === tokens.length ? value : undefined
}
