/**
 * What the host's model refuses and no check speaks of, as findings with the host's own words: the action may never
 * know better and stay green. Explaining a refusal is the work of a check; then it falls silent here.
 */
import type { Location } from '../findings'
import type { Refusal } from '../functions/refusal'
import type { ProjectFinding } from './check'
import { type Project, placeIn } from './project'

/**
 * @param project read with everything that is known
 * @param findings what the checks found
 * @returns an error for each cause that has none yet
 */
export function refusedSilently(
  project: Project,
  findings: readonly ProjectFinding[],
): readonly ProjectFinding[] {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const found: ProjectFinding[] = []
  for (const refusal of project.app.refusals) {
    const place = placeIn(project, refusal.file, refusal.span)
    const isSaid = [...errors, ...found].some(({ location }) => speaksOf(location, refusal, place))
    if (!isSaid) found.push(findingOf(refusal, place))
  }
  return found
}

/** A function has one error at a time; in host.json the values count one by one. */
function speaksOf(location: Location | undefined, refusal: Refusal, place: Location): boolean {
  // An app with nothing in it is the symptom of whatever else is wrong with it.
  if (refusal.span === undefined && refusal.rule === 'no-functions') return true
  if (location === undefined) return refusal.span === undefined
  if (location.file.toLowerCase() !== place.file.toLowerCase()) return false
  if (refusal.functionName !== undefined || refusal.span === undefined || location.line === undefined)
    return true
  return !isBefore(end(location), start(place)) && !isBefore(end(place), start(location))
}

type Point = readonly [line: number, column: number]

function start({ line = 1, column = 1 }: Location): Point {
  return [line, column]
}

function end({ line = 1, column = 1, endLine = line, endColumn = column }: Location): Point {
  return [endLine, endColumn]
}

function isBefore([line, column]: Point, [otherLine, otherColumn]: Point): boolean {
  return line < otherLine || (line === otherLine && column < otherColumn)
}

function findingOf(refusal: Refusal, location: Location): ProjectFinding {
  const { effect, text, functionName, setting } = refusal
  const said = {
    host: `The Functions host does not start: ${text}`,
    end: `The process of the Functions host ends: ${text}`,
    function: `The Functions host puts function '${functionName}' in error: ${text}`,
    unlisted: `The Functions host finds nothing to run: ${text}`,
    unreachable: `No request is answered by a function: ${text}`,
    mute: `The Functions host answers every request with 500: ${text}`,
  }[effect]
  const at = setting === undefined ? 'at this place' : `of the app setting '${setting}'`
  return {
    code: 'host-refuses',
    severity: 'error',
    message: said,
    hint: `Correct the value ${at}.`,
    location,
  }
}
