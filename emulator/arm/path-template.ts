/**
 * Paths of the emulated resource manager as text, as its documentation writes them, and how a request matches one.
 * Knows no route.
 */

const compiled = new Map<string, RegExp>()

/**
 * The parts of a path that a template names, without regard to case.
 *
 * @param template `{name}` is one segment, `{name:a|b}` one of these, `{*name}` the rest with its slashes
 * @param path without query
 * @returns undefined when the path is another one; parts are as they were sent, not decoded
 */
export function matchTemplate(template: string, path: string): Readonly<Record<string, string>> | undefined {
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
