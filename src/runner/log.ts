/**
 * What the run says in the job log. Everything that passes through here is inert: text that came from a
 * project, a program or a server cannot act as a workflow command. Groups are never nested, since the log
 * view does not nest them.
 */
import * as core from '../workflow-commands'

export interface Log {
  /** A line that is always visible. */
  info(line: string): void
  /** A line for debugging, hidden unless the run is in debug mode. */
  debug(line: string): void
  /** Opens a collapsed group; a group that is still open is closed first. */
  group(title: string): void
  endGroup(): void
}

/**
 * The log of the Actions runner.
 *
 * @returns a log that writes to standard output through `@actions/core`
 */
export function openLog(): Log {
  // Node makes the stream when it is first asked for, which would count for the stage that says something first.
  void process.stdout
  let isOpen = false
  const endGroup = (): void => {
    if (isOpen) core.endGroup()
    isOpen = false
  }
  return {
    info: (line) => core.info(inertText(line)),
    debug: (line) => core.debug(inertText(line)),
    group: (title) => {
      endGroup()
      core.startGroup(inertText(title))
      isOpen = true
    },
    endGroup,
  }
}

/**
 * A log that keeps its lines, for work that runs beside another stage's group, and hands them on later.
 *
 * @returns the log, and `replay`, which writes what was kept into another log in the same order
 */
export function holdLog(): { readonly log: Log; replay(into: Log): void } {
  const kept: ((into: Log) => void)[] = []
  return {
    log: {
      info: (line) => void kept.push((into) => into.info(line)),
      debug: (line) => void kept.push((into) => into.debug(line)),
      group: (title) => void kept.push((into) => into.group(title)),
      endGroup: () => void kept.push((into) => into.endGroup()),
    },
    replay: (into) => {
      for (const write of kept.splice(0)) write(into)
    },
  }
}

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
