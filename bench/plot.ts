/**
 * Draws growth as an SVG: measured points, the straight line through them, and its slope. Pure.
 */

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Plot {
  readonly title: string
  readonly xLabel: string
  readonly yLabel: string
  readonly points: readonly Point[]
}

/** `y = base + slope x`, by least squares. */
export interface Line {
  readonly base: number
  readonly slope: number
}

const width = 460
const height = 280
const inset = { left: 64, right: 16, top: 34, bottom: 46 }

/**
 * The straight line through points.
 *
 * @param points at least two
 */
export function lineThrough(points: readonly Point[]): Line {
  const count = points.length
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / count
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / count
  const spread = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0)
  const slope = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0) / spread
  return { base: meanY - slope * meanX, slope }
}

/**
 * How steep the growth is on logarithmic axes between the two largest points: 1 is linear, less is better.
 *
 * @param points in ascending order
 */
export function exponentOf(points: readonly Point[]): number {
  const [before, last] = points.slice(-2)
  if (before === undefined || last === undefined) return Number.NaN
  return Math.log(last.y / before.y) / Math.log(last.x / before.x)
}

/**
 * Renders a plot.
 *
 * @param plot what to draw
 * @returns an SVG document that reads on light and dark pages
 */
export function renderPlot({ title, xLabel, yLabel, points }: Plot): string {
  const mostX = Math.max(...points.map(({ x }) => x))
  const mostY = niceLimit(Math.max(...points.map(({ y }) => y)))
  const across = (x: number): number => inset.left + (x / mostX) * (width - inset.left - inset.right)
  const up = (y: number): number => height - inset.bottom - (y / mostY) * (height - inset.top - inset.bottom)
  const { base, slope } = lineThrough(points)
  const grid = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const y = up(mostY * part)
    return `<line x1="${inset.left}" y1="${y}" x2="${width - inset.right}" y2="${y}" class="grid"/><text x="${inset.left - 6}" y="${y + 4}" text-anchor="end">${short(mostY * part)}</text>`
  })
  const ticks = points.map(
    ({ x }) =>
      `<text x="${across(x)}" y="${height - inset.bottom + 16}" text-anchor="middle">${short(x)}</text>`,
  )
  const dots = points.map(
    ({ x, y }) => `<circle cx="${across(x).toFixed(1)}" cy="${up(y).toFixed(1)}" r="4"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${title}">
<style>text{font:11px sans-serif;fill:#57606a}.title{font-weight:600;font-size:13px}.grid{stroke:#d0d7de;stroke-width:1}.fit{stroke:#0969da;stroke-width:1.5;stroke-dasharray:5 4}circle{fill:#0969da}rect{fill:#fff}</style>
<rect width="${width}" height="${height}" rx="6"/>
<text x="${inset.left}" y="20" class="title">${title}</text>
${grid.join('\n')}
<line x1="${across(0)}" y1="${up(Math.max(0, base)).toFixed(1)}" x2="${across(mostX)}" y2="${up(base + slope * mostX).toFixed(1)}" class="fit"/>
${dots.join('\n')}
${spaced(
  points.map(({ x }) => across(x)),
  ticks,
).join('\n')}
<text x="${(inset.left + width - inset.right) / 2}" y="${height - 10}" text-anchor="middle">${xLabel}</text>
<text transform="translate(14 ${(height - inset.bottom + inset.top) / 2}) rotate(-90)" text-anchor="middle">${yLabel}</text>
</svg>
`
}

/** Leaves out tick labels that would stand on the next one. */
function spaced(places: readonly number[], labels: readonly string[]): readonly string[] {
  const kept: string[] = []
  let taken = Number.POSITIVE_INFINITY
  for (let index = places.length - 1; index >= 0; index -= 1) {
    const place = places[index] ?? 0
    if (place > taken - 34) continue
    taken = place
    kept.push(labels[index] ?? '')
  }
  return kept
}

function niceLimit(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 4, 5, 10].find((step) => step * unit >= value) ?? 10) * unit
}

function short(value: number): string {
  return value >= 1000 ? `${value / 1000}k` : String(Math.round(value * 100) / 100)
}
