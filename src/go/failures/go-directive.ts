/**
 * The `go` line of go.mod and go.work, which says what Go a project asks for.
 * Reads those two files and nothing else; it does not start programs.
 */
import { readFile } from 'node:fs/promises'
import type { Finding } from '../../findings'
import { type DiagnosticContext, repositoryPath } from '../command/places'
import type { Toolchain } from '../command/toolchain'
import { tooOld } from './module-failures'

type Files = Pick<Toolchain, 'goModPath' | 'goWorkPath'>

/** The first version that refuses a module of a newer one, or fetches the newer one (https://go.dev/doc/toolchain). */
const firstStrictMinor = 21

/**
 * Says what an old Go does not: up to 1.20, it compiles a module that asks for a newer version as if it were its own,
 * and what the newer version changed then differs silently, `"GET /path"` patterns of net/http for example.
 *
 * @param toolchain the version on PATH, and the files in charge
 * @param context for the place
 * @returns the finding, `undefined` when Go is new enough or judges for itself
 */
export async function olderThanAsked(
  toolchain: Toolchain,
  context: DiagnosticContext,
): Promise<Finding | undefined> {
  const own = minorOf(/^go1\.(\d+)/, toolchain.goVersion)
  if (own === undefined || own >= firstStrictMinor) return undefined
  for (const path of [toolchain.goWorkPath, toolchain.goModPath]) {
    const directive = await directiveIn(path)
    const asked = minorOf(/^1\.(\d+)/, directive?.version ?? '')
    if (directive === undefined || asked === undefined || asked <= own) continue
    const name = path === toolchain.goWorkPath ? 'go.work' : 'go.mod'
    const finding: Finding = {
      severity: 'error',
      ...tooOld(name, directive.version, toolchain.goVersion),
    }
    return await atGoDirective(finding, toolchain, context)
  }
  return undefined
}

/**
 * Places a finding at the `go` line that it is about; what `go` prints does not say where that is.
 *
 * @param finding with `go.work` in its message when it is about that file
 * @param files the files in charge
 * @param context for the place
 * @returns the finding, with its place when the file lies in the repository and can be read
 */
export async function atGoDirective(
  finding: Finding,
  files: Files,
  context: DiagnosticContext,
): Promise<Finding> {
  const path = /go\.work/.test(finding.message) ? files.goWorkPath : files.goModPath
  const file = path === '' ? undefined : repositoryPath(path, context)
  if (file === undefined) return finding
  const directive = await directiveIn(path)
  if (directive === undefined) return { ...finding, location: { file } }
  return { ...finding, location: { file, line: directive.line } }
}

async function directiveIn(path: string): Promise<{ version: string; line: number } | undefined> {
  const text = path === '' ? '' : await readFile(path, 'utf8').catch(() => '')
  const lines = text.split('\n')
  const index = lines.findIndex((line) => /^go\s+\d/.test(line))
  const version = /^go\s+(\d\S*)/.exec(lines[index] ?? '')?.[1]
  return version === undefined ? undefined : { version, line: index + 1 }
}

function minorOf(pattern: RegExp, version: string): number | undefined {
  const digits = pattern.exec(version)?.[1]
  return digits === undefined ? undefined : Number(digits)
}
