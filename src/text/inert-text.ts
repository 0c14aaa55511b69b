/** Text of others made harmless in a job log. */

/**
 * Makes any text safe to print in a job log: no line of it is a workflow command, and control and
 * bidirectional characters are shown as escapes. The runner takes `::name::` at the start of a line after
 * trimming, and `##[name]` anywhere in a line (actions/runner, ActionCommand.cs).
 *
 * @param text one or more lines
 * @returns the same lines, inert
 */
export function inertText(text: string): string {
  return text
    .split(/\r\n|\r|\n|\u2028|\u2029|\u0085/)
    .map(inertLine)
    .join('\n')
}

function inertLine(line: string): string {
  const visible = line
    .replace(controlCharacters, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
    .replaceAll('##[', '## [')
    // actions/setup-go registers a problem matcher for the whole job: a place in the compiler's own form would
    // become a second annotation, with a path that is wrong in a sub-folder.
    .replace(/\.go:(\d+):(\d+)(?=:)/g, '.go($1,$2)')
    .replace(/\.go:(\d+)(?=:)/g, '.go($1)')
    .replaceAll('.go: ', '.go : ')
  return /^\s*::/.test(visible) ? `| ${visible}` : visible
}

// Control (Cc) and format (Cf) characters but the tab: escape sequences, zero-width and bidirectional marks.
const controlCharacters = /(?!\t)[\p{Cc}\p{Cf}]/gu
