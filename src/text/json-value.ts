/**
 * Reads JSON that a server sent, which may have any shape.
 * Total functions: what is absent or of another type is undefined or empty.
 */

/**
 * Parses text of a server.
 *
 * @param text JSON, or anything else
 * @returns the value, undefined when it is not JSON
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * A value deep inside another.
 *
 * @param value any JSON value
 * @param path names of properties, from the outside
 * @returns the value, undefined when the path does not exist
 */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let current = value
  for (const name of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, name)) return undefined
    current = (current as Readonly<Record<string, unknown>>)[name]
  }
  return current
}

/**
 * The string at a path.
 *
 * @param path names of properties, outermost first
 * @returns the string, `''` when there is none
 */
export function textAt(value: unknown, ...path: readonly string[]): string {
  const found = at(value, ...path)
  return typeof found === 'string' ? found : ''
}

/**
 * The number at a path.
 *
 * @param path names of properties, outermost first
 * @returns the finite number, undefined when there is none
 */
export function numberAt(value: unknown, ...path: readonly string[]): number | undefined {
  const found = at(value, ...path)
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined
}

/**
 * The array at a path.
 *
 * @param path names of properties, outermost first
 * @returns the array, empty when there is none
 */
export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = at(value, ...path)
  return Array.isArray(found) ? found : []
}

/**
 * The strings of the array at a path.
 *
 * @param path names of properties, outermost first
 * @returns its strings in order; items of other types are left out
 */
export function textsAt(value: unknown, ...path: readonly string[]): readonly string[] {
  return listAt(value, ...path).filter((item): item is string => typeof item === 'string')
}
