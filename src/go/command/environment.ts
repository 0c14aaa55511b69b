/**
 * The environment in which `go` runs: free of the runner's secrets, with the settings that make the binary
 * static. It names what it overrides. Reads nothing, starts nothing.
 */
import type { GoSettings } from './toolchain'

/** Go never needs these, and a build tool of the project must not get at them. */
const withheldNames = [
  /^INPUT_/,
  /^ACTIONS_/,
  /^AZURE_/,
  /^ARM_/,
  /^GITHUB_(?:TOKEN|ENV|OUTPUT|PATH|STATE|STEP_SUMMARY)$/,
] as const

/**
 * Copies an environment without the inputs of the action, the tokens and addresses of the Actions runtime,
 * the Azure credentials and the runner's command files.
 *
 * @param environment the environment of the action
 * @param platform as `process.platform`; on `win32` names are compared without regard to case
 * @returns what a child may see
 */
export function childEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): Record<string, string> {
  const child: Record<string, string> = {}
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined) continue
    const comparable = platform === 'win32' ? name.toUpperCase() : name
    if (!withheldNames.some((pattern) => pattern.test(comparable))) child[name] = value
  }
  return child
}

export interface StaticEnvironment {
  /** What is set for the child in addition, by name. */
  readonly variables: Readonly<Record<string, string>>
  /** What the environment or `go env -w` held and is overridden, as the user wrote it. */
  readonly overridden: readonly string[]
}

/**
 * The variables that make `go` link statically for Linux, whatever else is configured. A variable of the
 * process wins over `go env -w` (Go: `go help environment`), so that setting them here is enough.
 *
 * @param goarch target architecture
 * @param settings what the environment and `go env -w` say
 * @returns the variables to set and which of the user's own they replace
 */
export function staticEnvironment(goarch: string, settings: GoSettings): StaticEnvironment {
  const variables: Record<string, string> = { CGO_ENABLED: '0', GOOS: 'linux', GOARCH: goarch }
  // Every x86-64 machine of Azure runs level v1; a higher level makes the program refuse to start on older ones.
  if (goarch === 'amd64' && settings.GOAMD64 !== undefined) variables['GOAMD64'] = 'v1'
  // The linker reads it before it looks at its own flags (cmd/link, determineLinkMode).
  if (settings.GO_EXTLINK_ENABLED !== undefined) variables['GO_EXTLINK_ENABLED'] = '0'
  const overridden: string[] = []
  for (const [name, forced] of Object.entries(variables)) {
    const found = settings[name as keyof GoSettings]
    if (found !== undefined && found.value !== forced) {
      overridden.push(`${name}=${found.value}${found.isPersistent ? ' (go env -w)' : ''}`)
    }
  }
  return { variables, overridden }
}

/**
 * Sets variables in an environment, replacing those of the same name.
 *
 * @param environment the environment to start from
 * @param variables what to set
 * @param platform on `win32`, names that differ only in case are the same variable
 * @returns a new environment
 */
export function withVariables(
  environment: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string>>,
  platform: NodeJS.Platform = process.platform,
): Record<string, string> {
  const result: Record<string, string> = {}
  const replaced = new Set(Object.keys(variables))
  for (const [name, value] of Object.entries(environment)) {
    if (!replaced.has(platform === 'win32' ? name.toUpperCase() : name)) result[name] = value
  }
  return { ...result, ...variables }
}
