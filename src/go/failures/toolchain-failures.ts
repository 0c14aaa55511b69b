/**
 * What the `go` command says about versions: a Go that is too old for a project, a go.work that is older than its
 * modules, lines that no Go or only a newer one can read. A table over the texts of cmd/go from 1.19 to 1.27. Pure.
 */
import type { Explanation, FailureRule } from './explanation'
import { directiveSince, isGoVersion, minorOf } from './go-releases'

const firstWithToolchains = 21

export const toolchainFailures: readonly FailureRule[] = [
  {
    pattern:
      /^module (\S+) listed in go\.work file requires go >= ([^\s,;]+), but go\.work (?:lists go ([^\s;,]+)|implicitly requires go ([^\s;,]+))/,
    explain: ({ groups: [folder = '', wanted = '', listed, implied] }) => ({
      code: 'go-work-too-old',
      message: `go.work ${listed ? `says go ${listed}` : `has no go line, which means go ${implied}`}, but it lists the module "${folder}", which requires Go ${wanted}.`,
      hint: `Run go work use in the folder of go.work and commit it, or write go ${wanted} there: go work edit -go=${wanted}.`,
      about: { kind: 'work-version', folder, listed: listed || implied || '', wanted },
    }),
  },
  {
    pattern: /module (\S+) listed in go\.work file requires go >= (\S+)/,
    explain: ({ groups: [folder = '', wanted = ''], goVersion }) => ({
      ...tooOld(`Module "${folder}"`, wanted, goVersion),
      about: { kind: 'version-line', file: `${folder}/go.mod`, wanted },
    }),
  },
  {
    pattern: /^(?:(module) )?(?:(\S+) )?requires go >= (\S+)/,
    explain: ({ groups: [isModule, what = '', version = ''], goVersion }) => {
      const wanted = version.replace(/[;,)]+$/, '')
      if (isModule === 'module') {
        return {
          ...tooOld(`Module "${what}"`, wanted, goVersion),
          about: { kind: 'version-line', file: `${what}/go.mod`, wanted },
        }
      }
      const isFile = what === '' || /(?:^|[\\/])go\.(?:mod|work)$/.test(what)
      return {
        ...tooOld(isFile ? (what.split(/[\\/]/).at(-1) ?? '') || 'The project' : what, wanted, goVersion),
        about: isFile
          ? { kind: 'version-line', ...(what === '' ? {} : { file: what }), wanted }
          : { kind: 'required-module', module: what.replace(/@.*$/, '') },
      }
    },
  },
  {
    pattern: /^invalid go version '([^']*)': must match format/,
    explain: ({ groups: [written = ''], file, goVersion }) =>
      invalidVersion(written, nameIn(file), goVersion),
  },
  {
    pattern: /^invalid toolchain version '([^']*)': must match format/,
    explain: ({ groups: [written = ''], file }) => {
      const version = versionIn(written)
      return {
        code: 'go-mod-invalid',
        message: `The toolchain line of ${nameIn(file)} says "${written}", but no Go has that name.`,
        hint: version
          ? `Write toolchain go${version}.`
          : 'Write a version such as toolchain go1.27.0, or remove the line.',
      }
    },
  },
  {
    pattern: /^unknown (?:directive|block type): (\S+)/,
    explain: ({ groups: [verb = ''], file, goVersion }) => unknownDirective(verb, nameIn(file), goVersion),
  },
  {
    pattern: /download (go\S+)(?: for \S+)?: (?:toolchain not available|.*)/,
    explain: ({ groups: [wanted = ''], line, goVersion }) => ({
      ...tooOld('The project', wanted.replace(/^go/, ''), goVersion),
      message: `The project asks for ${wanted}. ${goVersion || 'The Go on PATH'} is older, and Go could not download ${wanted}: ${line}`,
      about: { kind: 'version-line', wanted: wanted.replace(/^go/, '') },
    }),
  },
  {
    pattern: /cannot find "go(\d[^"]*)" in PATH/,
    explain: ({ groups: [wanted = ''], goVersion }) => ({
      ...tooOld('The project', wanted, goVersion),
      about: { kind: 'version-line', wanted },
    }),
  },
  {
    pattern: /^(?:error reading go\.mod: missing module declaration|no module declaration in go\.mod)/,
    explain: () => ({
      code: 'go-mod-invalid',
      message: 'go.mod has no module line, so the module has no path.',
      hint: 'Write module example.com/NAME as its first line: go mod edit -module=example.com/NAME.',
      about: { kind: 'module-file', name: 'go.mod' },
    }),
  },
]

/**
 * The explanation for a toolchain that is older than what the project asks for.
 *
 * @param what who asks, for example `go.mod`
 * @param wanted the version it asks for, as printed
 * @param goVersion the version on PATH, for example `go1.19.8`
 * @returns the explanation, with both versions
 */
export function tooOld(what: string, wanted: string, goVersion: string): Explanation {
  const version = wanted.replace(/[;,)]+$/, '')
  return {
    code: 'go-too-old',
    message: `${what} requires Go ${version}, but the Go on PATH is ${goVersion || 'older'}.`,
    hint: newerGo(goVersion),
  }
}

/**
 * @param goVersion the version on PATH
 * @returns what to do to get a newer one
 */
export function newerGo(goVersion: string): string {
  const own = minorOf(goVersion)
  const fetchesOthers = own === undefined || own >= firstWithToolchains
  const alternative = fetchesOthers ? ', or set GOTOOLCHAIN: auto so that Go fetches the version itself' : ''
  return `Run actions/setup-go with go-version-file: go.mod before this step${alternative}.`
}

function invalidVersion(written: string, name: string, goVersion: string): Explanation {
  // Until 1.20 a go line could hold two numbers and nothing else.
  if (isGoVersion(written)) return tooOld(name, written, goVersion)
  const version = versionIn(written)
  const edit = name === 'go.work' ? 'go work edit' : 'go mod edit'
  return {
    code: 'go-mod-invalid',
    message: `The go line of ${name} says "${written}", but that is not a version of Go.`,
    hint: version
      ? `Write go ${version}: ${edit} -go=${version}.`
      : `Write a version such as go 1.27.0: ${edit} -go=1.27.0.`,
  }
}

/** The version that somebody meant who wrote `v1.21`, `go1.21.x` or `>=1.21`. */
function versionIn(written: string): string | undefined {
  const [, major, minor, patch] = /(\d{1,4})\.(\d{1,4})(?:\.(\d{1,4})(?![.\d]))?/.exec(written) ?? []
  if (major === undefined || minor === undefined) return undefined
  const version = `${Number(major)}.${Number(minor)}${patch === undefined ? '' : `.${Number(patch)}`}`
  return isGoVersion(version) ? version : undefined
}

function unknownDirective(verb: string, name: string, goVersion: string): Explanation {
  const since = directiveSince(verb)
  const own = minorOf(goVersion)
  if (since !== undefined && (own === undefined || own < since)) {
    return {
      code: 'go-too-old',
      message: `${name} holds a line "${verb}". It requires Go 1.${since}, but the Go on PATH is ${goVersion || 'older'}.`,
      hint: `Set up Go 1.${since} or later, and write go 1.${since} or later into ${name}. ${newerGo(goVersion)}`,
    }
  }
  if (/^(?:<{7}|={7}|>{7}|\|{7})/.test(verb)) {
    return {
      code: 'go-mod-invalid',
      message: `${name} holds the marks of a merge conflict ("${verb}").`,
      hint: 'Resolve the conflict, run go mod tidy and commit both go.mod and go.sum.',
    }
  }
  const other = name === 'go.mod' ? 'go.work' : 'go.mod'
  const isOther = (name === 'go.mod' ? ['use'] : ['module', 'require', 'exclude', 'retract']).includes(verb)
  return {
    code: 'go-mod-invalid',
    message: `Go cannot read this line: unknown directive: ${verb}`,
    hint: isOther
      ? `Move the line: "${verb}" belongs into ${other}.`
      : 'Correct the line; go mod tidy says the same on your machine.',
    about: { kind: 'module-line', word: verb },
  }
}

function nameIn(file: string): string {
  return /go\.work$/.test(file) ? 'go.work' : 'go.mod'
}
