/**
 * What the `go` command says about modules, their versions and their download, and what to do about it.
 * A table over the texts of cmd/go from 1.19 to 1.26. Pure.
 */
import type { goCodes } from '../codes/go-codes'

/** A finding without its place. */
export interface Explanation {
  readonly code: keyof typeof goCodes
  readonly message: string
  readonly hint: string
}

export interface MatchedMessage {
  /** The groups of the pattern; an absent group is an empty string. */
  readonly groups: readonly string[]
  /** The first line of the message. */
  readonly line: string
  /** All lines of the message in one. */
  readonly text: string
  readonly goVersion: string
}

export interface FailureRule {
  readonly pattern: RegExp
  readonly explain: (matched: MatchedMessage) => Explanation
}

const tidy = 'Run go mod tidy in the folder of go.mod and commit go.mod and go.sum.'

/** In order: the first pattern that matches explains the message. */
export const moduleFailures: readonly FailureRule[] = [
  {
    pattern: /^(?:go: )?(?:(\S+) )?(?:listed in go\.work file )?requires go >= (\S+)/,
    explain: ({ groups: [what, wanted], goVersion }) =>
      tooOld(what || 'The project', wanted ?? '', goVersion),
  },
  {
    pattern: /module (\S+) listed in go\.work file requires go >= (\S+)/,
    explain: ({ groups: [what, wanted], goVersion }) => tooOld(`Module "${what}"`, wanted ?? '', goVersion),
  },
  {
    pattern: /^(?:invalid go version '([^']+)': must match format|unknown directive: toolchain)/,
    explain: ({ groups: [wanted], goVersion }) => tooOld('go.mod', wanted || '1.21', goVersion),
  },
  {
    pattern: /download (go\S+)(?: for \S+)?: (?:toolchain not available|.*)/,
    explain: ({ groups: [wanted], line, goVersion }) => ({
      ...tooOld('The project', (wanted ?? '').replace(/^go/, ''), goVersion),
      message: `The project asks for ${wanted}, ${goVersion || 'the Go on PATH'} is older, and downloading it failed: ${line}`,
    }),
  },
  {
    pattern: /cannot find "go(\d[^"]*)" in PATH/,
    explain: ({ groups: [wanted], goVersion }) => tooOld('The project', wanted ?? '', goVersion),
  },
  {
    pattern: /no required module provides package (\S+\.go)[;:]/,
    explain: ({ groups: [file] }) => ({
      code: 'main-package-missing',
      message: `There is no file "${file}" to build.`,
      hint: 'Correct main-package; its files are named relative to working-directory.',
    }),
  },
  {
    pattern: /no required module provides package ([^\s;:]+)[;:] go\.mod file not found/,
    explain: ({ groups: [name] }) => ({
      code: 'go-mod-missing',
      message: `Package "${name}" comes from another module, and there is no go.mod that says from which version.`,
      hint: 'Run go mod init and go mod tidy in the project, and commit go.mod and go.sum.',
    }),
  },
  {
    pattern:
      /(?:no required module provides package|cannot find module providing package) ([^\s;:]+)(?![^\n]*GOPROXY)/,
    explain: ({ groups: [name] }) => ({
      code: 'go-module-missing',
      message: `No module in go.mod provides package "${name}".`,
      hint: `Run go get ${name} in the folder of go.mod and commit go.mod and go.sum.`,
    }),
  },
  {
    pattern: /missing go\.sum entry(?:[^\n]*?(?:package (\S+)|go\.mod file))?/,
    explain: ({ groups: [name], line }) => ({
      code: 'go-sum-missing',
      message: name
        ? `go.sum has no entry for the module of package "${name}".`
        : `go.sum is incomplete: ${line}`,
      hint: tidy,
    }),
  },
  {
    pattern: /checksum mismatch|SECURITY ERROR/,
    explain: ({ line }) => ({
      code: 'go-sum-mismatch',
      message: `A downloaded module is not the one that go.sum recorded: ${line}`,
      hint: 'Find out why the module changed before you replace its line in go.sum; a proxy or tag may be tampered with.',
    }),
  },
  {
    pattern:
      /(?:40[0-9] [A-Z][a-z]+|410 Gone|unknown revision|could not read Username|invalid version: git|terminal prompts disabled)/,
    explain: ({ line }) => ({
      code: 'go-module-unavailable',
      message: `A module cannot be fetched: ${line}`,
      hint: 'Check its path and version in go.mod. For a private module set GOPRIVATE and give git the credentials in a step before this one.',
    }),
  },
  {
    pattern:
      /module lookup disabled by|dial tcp|i\/o timeout|no such host|TLS handshake|proxyconnect|connection re(?:fused|set)|x509:/,
    explain: ({ line }) => ({
      code: 'go-proxy-unreachable',
      message: `A module is not in the module cache and cannot be downloaded: ${line}`,
      hint: 'Let the runner reach the module proxy in GOPROXY, or commit the modules with go mod vendor.',
    }),
  },
  {
    pattern: /package (\S+) is not in (?:std|GOROOT)|cannot find package "?([^\s"]+)/,
    explain: ({ groups: [one, other] }) => ({
      code: 'go-package-missing',
      message: `There is no package "${one || other}" in the Go standard library.`,
      hint: `Correct the name. A folder of the project is written with a leading dot: ./${one || other}; a package of the module with the module path in front.`,
    }),
  },
  {
    pattern: /go\.mod file not found|cannot find main module|does not contain main module/,
    explain: () => ({
      code: 'go-mod-missing',
      message: 'There is no go.mod in the folder or in one above it.',
      hint: 'Run go mod init and go mod tidy in the project and commit go.mod, or name .go files in main-package.',
    }),
  },
  {
    pattern:
      /not one of the workspace modules listed in go\.work|outside (?:modules listed in go\.work|main module) or|main module \(\S+\) does not contain package|does not contain modules listed in go\.work/,
    explain: ({ line }) => ({
      code: 'go-work-missing-module',
      message: `The package does not belong to a module that is being built: ${line.replace(/ You can add .*$/, '')}`,
      hint: 'Add the module with go work use FOLDER and commit go.work, or set GOWORK: off in the environment of the step.',
    }),
  },
  {
    pattern:
      /inconsistent vendoring|updates to go\.(?:mod|sum) needed|updating go\.(?:mod|sum): existing contents/,
    explain: ({ line }) => ({
      code: 'go-mod-untidy',
      message: `go.mod does not fit the code: ${line}`,
      hint: `${tidy} With a vendor folder, run go mod vendor as well.`,
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
  const fetchesOthers = !/^go1\.(?:\d|1\d|20)(?:\D|$)/.test(goVersion)
  const alternative = fetchesOthers ? ', or set GOTOOLCHAIN: auto so that Go fetches the version itself' : ''
  return {
    code: 'go-too-old',
    message: `${what} requires Go ${version}, and the one on PATH is ${goVersion || 'older'}.`,
    hint: `Run actions/setup-go with go-version-file: go.mod before this step${alternative}.`,
  }
}
