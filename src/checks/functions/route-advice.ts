/** What to write instead of a route that the host cannot create. Texts only. */
import { constraintNames } from '../../functions/routes/constraints'
import type { RefusalKind, RouteRefusal } from '../../functions/routes/route'

/** The hint for one refused route, as written in function.json. */
export function routeAdvice({ kind, place }: RouteRefusal, route: string): string {
  if (kind !== 'separators' || place.in === 'prefix') return advice[kind]
  const repaired = route.split('/').filter((part, index, parts) => part !== '' || index === parts.length - 1)
  return `Write "route": ${JSON.stringify(repaired.join('/'))}. The host puts the prefix and one slash before it.`
}

const advice: Readonly<Record<RefusalKind, string>> = {
  separators: 'Write one slash where there are two.',
  tilde: "Remove the '~'.",
  incomplete: "Close each '{' with a '}'; write '{{' or '}}' for a brace in the text.",
  unescaped: 'Double the braces inside the parameter, for example {id:regex(^\\d{{3}}$)}.',
  catchAllOptional: 'Remove the question mark: a catch-all may be empty anyway.',
  catchAllLast: 'Put the catch-all at the end of the route, or make it a plain parameter.',
  catchAllSegment: 'Put a slash before the catch-all, or make it a plain parameter.',
  optionalDefault: 'Remove the question mark or the default value.',
  parameters: 'Put a slash or a text between the two parameters.',
  parameterName:
    'Give the parameter a name of letters and digits, for example {id}; {*rest} takes all that follows.',
  repeated: 'Give each parameter a name of its own; case does not count.',
  literal: "Remove the '?': the query is no part of a route.",
  optionalEnd: 'Make the parameter a segment of its own, or remove its question mark.',
  optionalPeriod: 'Remove the question mark, or put a dot before the parameter, as in {name}.{extension?}.',
  constraintUnknown: `Remove the constraint when any text will do, or use one of ${constraintNames.join(', ')}.`,
  constraintArguments:
    'Correct the arguments, for example min(1), range(1,5), length(2,10), regex(^[a-z]+$); int and its like take none.',
}
