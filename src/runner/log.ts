/**
 * What the run says in the job log. Everything that passes through here is inert: text that came from a
 * project, a program or a server cannot act as a workflow command. Groups are never nested, since the log
 * view does not nest them.
 */
import * as core from '@actions/core'
import { inertText } from '../text/inert-text'

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
