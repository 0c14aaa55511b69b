import { describe, expect, it } from 'vitest'
import { createRoute, isRefusal } from '../../../src/functions/routes/route'

function reasonOf(prefix: string, route: string): string | undefined {
  const result = createRoute('A', prefix, route)
  return isRefusal(result) ? result.reason : undefined
}

describe('createRoute', () => {
  const accepted: readonly string[] = [
    ...[
      'hello',
      'hello/',
      'a/{id}',
      '{id?}',
      '{a}/{b?}',
      '{*rest}',
      '{**rest}',
      '{*rest=x}',
      '{id=5}',
      '{id=}',
    ],
    ...['{name}.{extension?}', '{a}-{b}', 'a{{b}}c', '{{', '{id:int:min(1)}', '{id:INT}', '{:id}', '{=id}'],
    ...[
      '{x:regex(^\\d{{3}}$)}',
      '{x:regex(a|b)}',
      '{x:regex([/:=,]+)}',
      '{x:regex((a)(b))}',
      '{x:length( 1 , 2 )}',
    ],
    ...[
      '{x:regex(a:b):int}',
      '{x:regex(a=b)=c}',
      '{x:min( 5 )}',
      '{x:range(-1,+5)}',
      '{x:}',
      '{x::int}',
      '{id:int?}',
    ],
    ...['{x:nonfile}', '{x:required}', '{a b}', 'x y', 'é', '{x:regex(\\p{{L}})}', '{x:regex((?i)a)}', '~x'],
  ]
  it.each(accepted)('creates api/%s', (route) => {
    expect(reasonOf('api', route)).toBeUndefined()
  })

  const refused: readonly [string, RegExp][] = [
    ['/hello', /cannot appear consecutively/],
    ['a//b', /cannot appear consecutively/],
    ['a///', /cannot appear consecutively/],
    ['{id', /incomplete parameter/],
    ['id}', /incomplete parameter/],
    ['a/{', /incomplete parameter/],
    ['a{{b}', /incomplete parameter/],
    ['{x:regex(\\d{3})}', /must be escaped with/],
    ['{}', /parameter name '' is invalid/],
    ['{?}', /parameter name '' is invalid/],
    ['{*}', /parameter name '' is invalid/],
    ['{a/b}', /parameter name 'a\/b' is invalid/],
    ['{a?b}', /parameter name 'a\?b' is invalid/],
    ['{***x}', /parameter name '\*x' is invalid/],
    ['{id}/{ID}', /'ID' appears more than one time/],
    ['{*a}/b', /can only appear as the last segment/],
    ['{*a?}', /catch-all parameter cannot be marked optional/],
    ['x{*a}', /cannot contain a catch-all parameter/],
    ['{a}{b}', /two consecutive parameters/],
    ['{a?}-b', /'\{a\?\}-b', optional parameter 'a' is followed by '-b'/],
    ['{a}-{b?}', /optional parameter 'b' is preceded by an invalid segment '-'/],
    ['{a}{b?}', /optional parameter 'b' is preceded by an invalid segment '\{a\}'/],
    ['{id=5?}', /An optional parameter cannot have default value/],
    ['a?b', /literal section 'a\?b' is invalid/],
    ['{id:string}', /'id' - 'string' on the route 'api\/\{id:string\}' could not be resolved/],
    ['{id: int}', /'id' - ' int'/],
    ['{id:regex(}', /'id' - 'regex\('/],
    ['{id:int(1)}', /'IntRouteConstraint' with the following number of parameters: 1/],
    ['{id:int()}', /'IntRouteConstraint' with the following number of parameters: 1/],
    ['{id:range(1)}', /'RangeRouteConstraint' with the following number of parameters: 1/],
    ['{id:length}', /'LengthRouteConstraint' with the following number of parameters: 0/],
    ['{id:min}', /instance of 'Microsoft.AspNetCore.Routing.Constraints.MinRouteConstraint'/],
    ['{id:min(a)}', /MinRouteConstraint/],
    ['{id:min(1,2)}', /MinRouteConstraint/],
    ['{id:max(9223372036854775808)}', /MaxRouteConstraint/],
    ['{id:maxlength(2147483648)}', /MaxLengthRouteConstraint/],
    ['{id:minlength(-1)}', /MinLengthRouteConstraint/],
    ['{id:length(3,2)}', /LengthRouteConstraint/],
    ['{id:range(5,1)}', /RangeRouteConstraint/],
    ['{id:regex}', /RegexInlineRouteConstraint/],
    ['{id:regex([a)}', /RegexInlineRouteConstraint/],
    ['{id:regex(*a)}', /RegexInlineRouteConstraint/],
    ['{id:regex(\\y)}', /RegexInlineRouteConstraint/],
  ]
  it.each(refused)('refuses api/%s', (route, reason) => {
    expect(reasonOf('api', route)).toMatch(reason)
  })

  it.each([
    ['api/', 'hello', 'prefix', undefined],
    ['/', 'hello', 'prefix', undefined],
    ['//api', 'hello', 'prefix', undefined],
    ['api/{', 'hello', 'prefix', undefined],
    ['api', '/hello', 'route', 0],
    ['api', 'a//b', 'route', 2],
    ['', '//b', 'route', 1],
    ['api', 'a/{x', 'route', 2],
    ['api', 'a/{x:nope}', 'route', 2],
    ['api', '{x}/{x}', 'route', 4],
    ['api/{x}', '{x}', 'route', 0],
    ['api', 'a?b', 'route', 1],
  ])('places the mistake of "%s" and "%s" in the %s', (prefix, route, place, offset) => {
    const result = createRoute('A', prefix, route)
    expect(isRefusal(result) && result.place).toEqual(
      offset === undefined ? { in: place } : { in: place, offset },
    )
  })

  it.each([
    ['/api', 'hello'],
    ['', '/hello'],
    ['', '~/hello'],
    ['', 'hello'],
  ])('takes one slash at the beginning: "%s" and "%s"', (prefix, route) => {
    expect(reasonOf(prefix, route)).toBeUndefined()
  })

  it('gives the text of the status page', () => {
    const result = createRoute('A', 'api', '{id:min(a)}')
    expect(isRefusal(result) && result.hostText).toBe(
      "Microsoft.AspNetCore.Routing: An error occurred while creating the route with name 'A' and template 'api/{id:min(a)}'. Microsoft.AspNetCore.Routing: An error occurred while trying to create an instance of 'Microsoft.AspNetCore.Routing.Constraints.MinRouteConstraint'. System.Private.CoreLib: The input string 'a' was not in a correct format.",
    )
  })
})
