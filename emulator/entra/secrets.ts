/**
 * Every secret value that the emulator has handed out or was shown, in memory only, so that a test can search
 * logs, summaries and outputs for all of them.
 */
const secretParameters = /([?&](?:sig|code|token)=)([^&]*)/gi

export class SecretBook {
  readonly #values = new Set<string>()

  /** @param values secrets; shorter ones than six characters would be found everywhere and are not kept */
  add(...values: readonly string[]): void {
    for (const value of values) if (value.length >= 6) this.#values.add(value)
  }

  /** All of them so far. */
  get all(): readonly string[] {
    return [...this.#values]
  }

  /**
   * Replaces signatures and keys in a query, and remembers them.
   *
   * @param query with its question mark
   * @returns the query without secrets
   */
  redact(query: string): string {
    return query.replace(secretParameters, (_whole, name: string, value: string) => {
      this.add(value, decoded(value))
      return `${name}REDACTED`
    })
  }

  /**
   * Which of the secrets a text contains.
   *
   * @param text a log, a file, an output
   * @returns the secrets that were found; empty is good
   */
  foundIn(text: string): readonly string[] {
    return this.all.filter((secret) => text.includes(secret))
  }
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
