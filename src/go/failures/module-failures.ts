/**
 * What the `go` command says about modules, their folders and their download, and what to do about it.
 * A table over the texts of cmd/go from 1.19 to 1.27. Pure.
 */
import type { Explanation, FailureRule } from './explanation'

const tidy = 'Run go mod tidy in the folder of go.mod and commit go.mod and go.sum.'

/** Words of Unix and of Windows. */
const isAbsent = 'no such file or directory|The system cannot find the (?:file|path) specified\\.'

/** In order: the first pattern that matches explains the message. */
export const moduleFailures: readonly FailureRule[] = [
  {
    pattern: /^(\S+?)(?:@\S+)?: replacement directory (.+) does not exist$/m,
    explain: ({ groups: [module = '', folder = ''] }) => replacedFolder(module, folder),
  },
  {
    pattern: new RegExp(`^(\\S+?)(?:@\\S+)? \\(replaced by (.+?)\\): reading [^\\n]*(?:${isAbsent})`),
    explain: ({ groups: [module = '', folder = ''] }) => replacedFolder(module, folder),
  },
  {
    pattern: new RegExp(`^module (\\S+): reading [^\\n]*(?:${isAbsent})`),
    explain: ({ groups: [folder = ''] }) => replacedFolder('', folder),
  },
  {
    pattern:
      /^replacement (?:directory appears to be Windows path|module without version must be directory path)/,
    explain: ({ line }) => ({
      code: 'go-mod-invalid',
      message: `Go cannot read this line: ${line}`,
      hint: 'Write the folder with forward slashes and with ./ or ../ in front, or add a version behind the module.',
    }),
  },
  {
    pattern: /^module (\S+) provides package (\S+) and is replaced but not required/,
    explain: ({ groups: [module = '', name = ''] }) => ({
      code: 'go-mod-untidy',
      message: `The code imports package "${name}" of module "${module}". go.mod replaces that module, but does not require it.`,
      hint: `Run go get ${name} in the folder of go.mod and commit go.mod.`,
      about: { kind: 'replaced-folder', module, folder: '' },
    }),
  },
  {
    pattern: new RegExp(`^cannot load module (.+?) listed in go\\.work file: open [^\\n]*(?:${isAbsent})`),
    explain: ({ groups: [folder = ''] }) => usedFolder(folder),
  },
  {
    // Go 1.19 and 1.20 name no more than the file.
    pattern: new RegExp(`^open (.+)[\\\\/]go\\.mod: (?:${isAbsent})`),
    explain: ({ groups: [folder = ''] }) => usedFolder(folder),
  },
  {
    pattern: /^(?:reading go\.work: )?(?:path|module) (\S+) appears multiple times in workspace/,
    explain: ({ groups: [name = ''], line }) => ({
      code: 'go-mod-invalid',
      message: `go.work lists the same module twice: ${line.replace(/^reading go\.work: /, '')}.`,
      hint: 'Remove one of the two use lines from go.work, or give one of the modules another path.',
      about: { kind: 'used-folder', folder: name },
    }),
  },
  {
    pattern: /^inconsistent vendoring in ([^\n]+?):?(?:\n|$)/,
    explain: ({ details, advice }) => ({
      code: 'go-mod-untidy',
      message: `The vendor folder does not fit go.mod (inconsistent vendoring): ${details.join('; ')}.`,
      hint: `Run ${advice.find((command) => / vendor$/.test(command)) ?? 'go mod vendor'} and commit the vendor folder.`,
      about: { kind: 'vendoring', reasons: details },
    }),
  },
  {
    pattern: /cannot find module providing package ([^\s;:]+): import lookup disabled by -mod=vendor/,
    explain: ({ groups: [name = ''] }) => ({
      code: 'go-mod-untidy',
      message: `The vendor folder has no package "${name}".`,
      hint: 'Run go mod tidy and go mod vendor, and commit the vendor folder.',
      about: { kind: 'missing-package', path: name, sources: '' },
    }),
  },
  {
    // Go 1.19 and 1.20 with a vendor folder, and every Go without modules.
    pattern: /^cannot find package "\."(?: in)?:?\s+(\S[^\n]*)/,
    explain: ({ groups: [path = ''] }) => ({
      code: 'go-mod-untidy',
      message: `There is no package in "${path}".`,
      hint: 'Run go mod tidy and go mod vendor, and commit the vendor folder.',
      about: { kind: 'missing-source', path },
    }),
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
      message: `Package "${name}" comes from another module, but no go.mod names the version of that module.`,
      hint: 'Run go mod init example.com/NAME && go mod tidy in the project, and commit go.mod and go.sum.',
    }),
  },
  {
    pattern:
      /(?:no required module provides package|cannot find module providing package) ([^\s;:]+)(?![^\n]*GOPROXY)/,
    explain: ({ groups: [name] }) => ({
      code: 'go-module-missing',
      message: `No module in go.mod provides package "${name}".`,
      hint: `Run go get ${name} in the folder of go.mod and commit go.mod and go.sum.`,
      about: { kind: 'missing-package', path: name ?? '', sources: '' },
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
    pattern: /package (\S+) is not in (?:std|GOROOT)(?: \(([^)\n]+)\))?|cannot find package "?([^\s"]+)/,
    explain: ({ groups: [one, sources = '', other] }) => ({
      code: 'go-package-missing',
      message: `There is no package "${one || other}" in the Go standard library.`,
      hint: `Correct the name. A folder of the project is written with a leading dot: ./${one || other}; a package of the module with the module path in front.`,
      about: { kind: 'missing-package', path: one || other || '', sources },
    }),
  },
  {
    pattern: /go\.mod file not found|cannot find main module|does not contain main module/,
    explain: () => ({
      code: 'go-mod-missing',
      message: 'There is no go.mod in the folder or in one above it.',
      hint: 'Run go mod init example.com/NAME && go mod tidy in the project and commit go.mod, or name .go files in main-package.',
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
    pattern: /updates to go\.(?:mod|sum) needed|updating go\.(?:mod|sum): existing contents/,
    explain: ({ line }) => ({
      code: 'go-mod-untidy',
      message: `go.mod does not fit the code: ${line}`,
      hint: `${tidy} With a vendor folder, run go mod vendor as well.`,
    }),
  },
]

function replacedFolder(module: string, folder: string): Explanation {
  return {
    code: 'go-replace-missing',
    message: `go.mod replaces ${module === '' ? 'a module' : `"${module}"`} by the folder "${folder}", but that folder holds no module.`,
    hint: `Commit that folder with its go.mod, or remove the replacement and run go mod tidy.`,
    about: { kind: 'replaced-folder', module, folder },
  }
}

function usedFolder(folder: string): Explanation {
  return {
    code: 'go-work-use-missing',
    message: `go.work uses the folder "${folder}", but that folder holds no go.mod.`,
    hint: 'Commit the folder with its go.mod, or remove its use line from go.work.',
    about: { kind: 'used-folder', folder },
  }
}
