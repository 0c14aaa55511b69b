// Versions as tags name them, and which of them the tag of a major version follows.

/**
 * @param {string | undefined} tag as it was asked for
 * @returns {{ tag: string, version: string, major: string } | undefined} undefined when it is no `vX.Y.Z`
 */
export function parseTag(tag) {
  const numbers = /^v(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/.exec(tag ?? '')
  if (numbers === null) return undefined
  return { tag: numbers[0], version: numbers[0].slice(1), major: `v${numbers[1]}` }
}

/**
 * @param {readonly string[]} tags every tag that is known
 * @param {string} major for example `v1`
 * @returns {string | undefined} the newest `vX.Y.Z` of that major version
 */
export function newestOf(tags, major) {
  return tags
    .filter((tag) => parseTag(tag)?.major === major)
    .sort(compareTags)
    .at(-1)
}

/**
 * @param {string} left a tag `vX.Y.Z`
 * @param {string} right another
 * @returns {number} negative when `left` is older
 */
export function compareTags(left, right) {
  const [one, other] = [left, right].map((tag) => tag.slice(1).split('.').map(Number))
  const index = one.findIndex((number, place) => number !== other[place])
  return index === -1 ? 0 : one[index] - other[index]
}
