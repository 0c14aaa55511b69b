/** One request and its answer as a recording holds them: nothing secret, no name and no id of the one run. */

export const hostRoles = ['arm', 'scm', 'app', 'storage', 'entra', 'oidc', 'other'] as const
export type HostRole = (typeof hostRoles)[number]

export interface Exchange {
  readonly scenario: string
  /** From the start of the scenario. */
  readonly atMs: number
  readonly tookMs: number
  readonly method: string
  readonly host: HostRole
  /** With `{app}` and the like in the place of names. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** JSON that was sent, cleaned; a word for anything else. */
  readonly sent?: unknown
  /** 0 when no answer came. */
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** JSON, cleaned; `text` for anything else, and nothing when there was none. */
  readonly body?: unknown
}

/** @param text of a recording, a line for each exchange */
export function readRecording(text: string): readonly Exchange[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Exchange)
}
