/**
 * What the `go` on PATH says about itself and about the folder, asked once with `go env`.
 * Decides nothing and builds nothing.
 */
import { readFileSync, statSync } from 'node:fs'
import type { ProgramRequest, ProgramResult, RunProgram } from '../../programs/program'

const settingNames = ['CGO_ENABLED', 'GOOS', 'GOARCH', 'GOAMD64', 'GOFLAGS', 'GO_EXTLINK_ENABLED'] as const
type SettingName = (typeof settingNames)[number]

export interface GoSetting {
  readonly value: string
  /** True when it comes from `go env -w` and not from the environment of the process. */
  readonly isPersistent: boolean
}

/** The settings that the user made explicitly, as opposed to Go's own defaults. */
export type GoSettings = { readonly [name in SettingName]?: GoSetting }

export interface Toolchain {
  /** For example `go1.26.8`. */
  readonly goVersion: string
  /** Absolute path of the go.mod in charge, empty when there is none. */
  readonly goModPath: string
  /** Absolute path of the go.work in charge, empty when there is none. */
  readonly goWorkPath: string
  readonly settings: GoSettings
  /** Absolute path of the build cache; empty when it is switched off or not known. */
  readonly cacheFolder: string
  /** Absolute path of the module cache; empty when it is not known. */
  readonly moduleCache: string
}

const configurationLimitBytes = 256 * 1024

/**
 * Asks `go env` for its version, the module in charge of a folder and the user's settings.
 *
 * @param request the folder, the environment of the child, and who hears of a toolchain being downloaded
 * @returns the facts, or the result of the failed program
 * @throws what `run` throws, for example when there is no `go`
 */
export async function readToolchain(
  request: Pick<ProgramRequest, 'cwd' | 'env' | 'onLine' | 'signal'>,
  run: RunProgram,
): Promise<{ toolchain: Toolchain } | { failed: ProgramResult }> {
  const args = ['env', '-json', 'GOVERSION', 'GOMOD', 'GOWORK', 'GOENV', 'GOCACHE', 'GOMODCACHE']
  const result = await run({ ...request, file: 'go', args })
  const answers = result.exitCode === 0 ? parseAnswers(result.stdout) : undefined
  if (answers === undefined) return { failed: result }
  const persistent = readPersistentSettings(answers['GOENV'] ?? '')
  return {
    toolchain: {
      goVersion: answers['GOVERSION'] ?? '',
      goModPath: realPath(answers['GOMOD']),
      goWorkPath: realPath(answers['GOWORK']),
      settings: explicitSettings(request.env, persistent),
      cacheFolder: realPath(answers['GOCACHE']),
      moduleCache: realPath(answers['GOMODCACHE']),
    },
  }
}

function parseAnswers(text: string): Readonly<Record<string, string>> | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed !== 'object' || parsed === null) return undefined
    return Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name, String(value)]))
  } catch {
    return undefined
  }
}

/** `go env GOMOD` names the null device when module mode is on and there is no go.mod; GOWORK may be `off`. */
function realPath(path: string | undefined): string {
  return path === undefined || path === 'off' || path === '/dev/null' || path.toUpperCase() === 'NUL'
    ? ''
    : path
}

/** The file that `go env -w` writes: `NAME=value` lines, no quoting (cmd/go, internal/cfg `initEnvCache`). */
function readPersistentSettings(path: string): ReadonlyMap<string, string> {
  const settings = new Map<string, string>()
  if (path === '' || path === 'off') return settings
  try {
    const file = statSync(path, { throwIfNoEntry: false })
    if (file === undefined || !file.isFile() || file.size > configurationLimitBytes) return settings
    for (const line of readFileSync(path, 'utf8').split('\n')) {
      const equals = line.indexOf('=')
      if (equals > 0) settings.set(line.slice(0, equals).trim(), line.slice(equals + 1).replace(/\r$/, ''))
    }
  } catch {
    // There is no such file unless `go env -w` was used.
  }
  return settings
}

function explicitSettings(
  env: Readonly<Record<string, string>>,
  persistent: ReadonlyMap<string, string>,
): GoSettings {
  const settings: { [name in SettingName]?: GoSetting } = {}
  for (const name of settingNames) {
    // An empty variable of the process counts as not set (cmd/go, internal/cfg `Getenv`).
    const own = env[name] ?? ''
    const kept = persistent.get(name) ?? ''
    if (own !== '') settings[name] = { value: own, isPersistent: false }
    else if (kept !== '') settings[name] = { value: kept, isPersistent: true }
  }
  return settings
}
