/**
 * Routes as tables: paths as the services' documentation writes them, and which row is asked for. Knows no route.
 */

/** `path` as in `matchTemplate`. */
export interface Route {
  readonly method: string
  readonly path: string
}

export interface Routed<R extends Route> {
  /** Undefined when no row has this path with this method. */
  readonly route: R | undefined
  /** Named parts of the path, as they were sent. */
  readonly groups: Readonly<Record<string, string>>
  /** What the path takes; empty when there is no such path. */
  readonly methods: readonly string[]
}

/** @param path without query; one slash at its end makes no difference */
export function routed<R extends Route>(routes: readonly R[], method: string, path: string): Routed<R> {
  const asked = path.replace(/\/$/, '')
  const matching = routes.filter((each) => matchTemplate(each.path, asked) !== undefined)
  const route = matching.find((each) => each.method === method)
  return {
    route,
    groups: (route && matchTemplate(route.path, asked)) ?? {},
    methods: [...new Set(matching.map((each) => each.method))],
  }
}

const compiled = new Map<string, RegExp>()

/**
 * The parts of a path that a template names, without regard to case.
 *
 * @param template `{name}` is one segment, `{name:a|b}` one of these, `{*name}` the rest with its slashes
 * @param path without query
 * @returns undefined when the path is another one; parts are as they were sent, not decoded
 */
function matchTemplate(template: string, path: string): Readonly<Record<string, string>> | undefined {
  let pattern = compiled.get(template)
  if (pattern === undefined) {
    pattern = compile(template)
    compiled.set(template, pattern)
  }
  const match = pattern.exec(path)
  return match === null ? undefined : ({ ...match.groups } as Record<string, string>)
}

function compile(template: string): RegExp {
  const parts = template.split(/(\{[^}]+\})/).map((part) => {
    const [, rest, name, choices] = /^\{(\*?)(\w+)(?::([\w|]+))?\}$/.exec(part) ?? []
    if (name === undefined) return part.replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    return `(?<${name}>${choices ?? (rest ? '.*' : '[^/]+')})`
  })
  return new RegExp(`^${parts.join('')}$`, 'i')
}
