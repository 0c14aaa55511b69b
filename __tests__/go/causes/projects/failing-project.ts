/**
 * Projects that a real `go build` refuses, and what has to be said about each. Data only.
 */

export interface FailingProject {
  readonly files: Readonly<Record<string, string>>
  /** Folder in which is built. */
  readonly folder?: string
  readonly mainPackage?: string
  /** The first minor version of Go that says so. */
  readonly from?: number
  /** The last one. */
  readonly until?: number
  readonly code: string
  /** `file:line:column` as far as it is known; empty for none. */
  readonly place: string
  /** Parts of message and hint. */
  readonly says: readonly string[]
}

export const main = 'package main\n\nfunc main() {}\n'
export const mod = 'module example.com/app\n\ngo 1.18\n'
export const importing = (...paths: string[]): string =>
  `package main\n\nimport (\n${paths.map((path) => `\t_ "${path}"\n`).join('')})\n\nfunc main() {}\n`
export const embedding = (pattern: string): string =>
  `package main\n\nimport "embed"\n\n//go:embed ${pattern}\nvar x embed.FS\n\nfunc main() {}\n`
export const submodule = (path: string): string =>
  `[submodule "x"]\n\tpath = ${path}\n\turl = https://example.com/x\n`
export const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d7a2146'.repeat(8)}\nsize 12345\n`
export const lib = { 'lib/go.mod': 'module example.com/lib\n\ngo 1.18\n', 'lib/l.go': 'package lib\n' }
export const requiring = `${mod}\nrequire example.com/lib v1.0.0\n`
export const replacing = (target: string): string => `${requiring}\nreplace example.com/lib => ${target}\n`
export const vendored = { 'vendor/example.com/lib/l.go': 'package lib\n' }
