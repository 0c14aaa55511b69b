/** Go's own way of writing several arguments in one string, and the POSIX shell's. Pure. */

/**
 * Splits a string into arguments as Go does for GOFLAGS and `-ldflags`: a quote only counts at the start of
 * an argument, and nothing is unescaped inside (Go: cmd/internal/quoted).
 *
 * @param text for example `-s -X 'main.version=1 2'`
 * @returns the arguments, or `undefined` when a quote is not closed
 */
export function splitQuoted(text: string): string[] | undefined {
  const words: string[] = []
  const word = /[ \t\r\n]*(?:"([^"]*)"|'([^']*)'|(["'])|([^ \t\r\n]+))/y
  for (;;) {
    const match = word.exec(text)
    if (match === null) return words
    if (match[3] !== undefined) return undefined
    words.push(match[1] ?? match[2] ?? match[4] ?? '')
  }
}

/**
 * The reverse of {@link splitQuoted}.
 *
 * @param words arguments
 * @returns one string, or `undefined` when an argument holds both kinds of quotes, which Go cannot write
 */
export function joinQuoted(words: readonly string[]): string | undefined {
  const written: string[] = []
  for (const word of words) {
    if (word !== '' && !/[ \t\r\n"']/.test(word)) written.push(word)
    else if (!word.includes("'")) written.push(`'${word}'`)
    else if (!word.includes('"')) written.push(`"${word}"`)
    else return undefined
  }
  return written.join(' ')
}

/**
 * Quotes one word for a POSIX shell.
 *
 * @returns the word itself where it is harmless, otherwise in single quotes
 */
export function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
