/**
 * The terminal as a face of the run: plain lines, colours where they are seen, and no workflow commands.
 * What a run finds goes to standard output, everything else to standard error.
 */
import { visible } from '../text/visible'
import type { Face } from './face'

/** A stream of the process. */
export interface Stream {
  readonly isTTY?: boolean
  write(text: string): unknown
}

/** Colours by what they mean. */
export const inks = { error: 31, warning: 33, notice: 36, good: 32, strong: 1, faint: 2 } as const
export type Ink = keyof typeof inks

/** Gives text a colour, or leaves it as it is. */
export type Paint = (text: string, ink: Ink) => string

/**
 * Decides whether colours are seen.
 *
 * @param environment of the process: `NO_COLOR` and `TERM=dumb` switch them off, `FORCE_COLOR` on
 * @see no-color.org
 */
export function paintFor(stream: Stream, environment: NodeJS.ProcessEnv): Paint {
  const forced = environment['FORCE_COLOR'] ?? ''
  const isOff = (environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb' || forced === '0'
  const isColoured = !isOff && (stream.isTTY === true || forced !== '')
  return (text, ink) => (isColoured ? `\u001B[${inks[ink]}m${text}\u001B[0m` : text)
}

/**
 * Opens the face.
 *
 * @param stream where progress goes
 * @param isVerbose whether everything that a job's log would hold is shown; otherwise nothing but warnings
 */
export function terminalFace(stream: Stream, paint: Paint, isVerbose: boolean): Face {
  const say = (text: string): void => void stream.write(`${text}\n`)
  const ifVerbose = (line: string): void => {
    if (isVerbose) say(visible(line))
  }
  return {
    log: {
      info: ifVerbose,
      debug: () => undefined,
      group: (title) => {
        if (isVerbose) say(paint(visible(title), 'strong'))
      },
      endGroup: () => undefined,
    },
    warn: (problem) => say(`${paint('warning', 'warning')}: ${visible(problem)}`),
    setOutputs: () => undefined,
  }
}
