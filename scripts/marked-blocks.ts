/**
 * Parts of a page that a script writes: what stands between `<!-- NAME -->` and `<!-- /NAME -->`.
 */

/**
 * @param page Markdown
 * @param name of the part
 * @returns what stands there now, without the empty lines around it
 * @throws when the page has no such part
 */
export function readBlock(page: string, name: string): string {
  return placeOf(page, name).body.trim()
}

/**
 * @param page Markdown
 * @param name of the part
 * @param body what is to stand there
 * @returns the page with it
 * @throws when the page has no such part
 */
export function writeBlock(page: string, name: string, body: string): string {
  const { before, after } = placeOf(page, name)
  return `${before}\n\n${body.trim()}\n\n${after}`
}

function placeOf(page: string, name: string): { before: string; body: string; after: string } {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const from = page.indexOf(start)
  const to = page.indexOf(end)
  if (from === -1 || to < from) throw new Error(`The page has no part between '${start}' and '${end}'.`)
  const bodyStart = from + start.length
  return { before: page.slice(0, bodyStart), body: page.slice(bodyStart, to), after: page.slice(to) }
}
