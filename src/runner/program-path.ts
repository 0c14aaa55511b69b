/**
 * Which file a program's name stands for. Windows looks into the current folder before PATH, and the current folder
 * of `go` is the project: a `go.exe` in it must not be started in its place. Looks at files and starts nothing.
 */
import { statSync } from 'node:fs'
import { win32 } from 'node:path'

export interface ProgramPlace {
  readonly env: Readonly<Record<string, string | undefined>>
  /** As `process.platform`. */
  readonly platform: string
  readonly isFile?: (path: string) => boolean
}

/** Of the endings in PATHEXT, those that can be started without a shell. */
const startable: readonly string[] = ['.COM', '.EXE']

/**
 * Finds a program on PATH.
 *
 * @param name without a folder, for example `go`
 * @param place environment and system
 * @returns an absolute path on Windows; elsewhere the name itself, which is searched for on PATH alone
 * @throws an `Error` with `code: 'ENOENT'` when PATH does not lead to it
 * @see CreateProcess and PATHEXT in the documentation of Windows
 */
export function findProgram(name: string, { env, platform, isFile = isRegularFile }: ProgramPlace): string {
  if (platform !== 'win32' || win32.isAbsolute(name)) return name
  const endings = (variable(env, 'PATHEXT') || startable.join(';'))
    .toUpperCase()
    .split(';')
    .filter((ending) => startable.includes(ending))
  const names = startable.includes(win32.extname(name).toUpperCase())
    ? [name]
    : endings.map((ending) => `${name}${ending.toLowerCase()}`)
  for (const entry of variable(env, 'PATH').split(';')) {
    const folder = entry.replace(/^"(.*)"$/, '$1')
    // `.`, `bin` and `C:bin` depend on the current folder, and `\bin` on its drive.
    if (!/^(?:[A-Za-z]:[\\/]|\\\\)/.test(folder)) continue
    const found = names.map((one) => win32.join(folder, one)).find(isFile)
    if (found !== undefined) return found
  }
  throw Object.assign(new Error(`spawn ${name} ENOENT`), { code: 'ENOENT' })
}

/** Names of variables have no case on Windows. */
function variable(env: ProgramPlace['env'], name: string): string {
  return Object.entries(env).find(([key]) => key.toUpperCase() === name)?.[1] ?? ''
}

function isRegularFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}
