/** Twelve mistakes: what a reader of a red job meets in the log, in the annotations, and on the first screen of the summary. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { type Mistake, mistakes } from '../../scripts/mistakes/mistakes'
import { runMistake } from '../../scripts/mistakes/run-mistake'
import { findChromium, launchChromium, openPreview, renderPreviewHtml } from '../../scripts/preview'
import type { ActionResult } from '../../scripts/run-action'
import { commandsIn } from './runner-log'
import { runWarm } from './warm-jobs'

vi.setConfig({ testTimeout: 120_000 })

const results = new Map<Mistake, ActionResult>()
beforeAll(async () => {
  for (const mistake of mistakes) results.set(mistake, await runMistake(mistake, runWarm))
})

const resultOf = (mistake: Mistake): ActionResult => {
  const result = results.get(mistake)
  if (result === undefined) throw new Error(`${mistake.name} did not run`)
  return result
}
const each = mistakes.map((mistake) => [mistake.name, mistake] as const)

describe('a red job', () => {
  it.each(each)(
    'over %s has one annotation for each error, at its place, and says the rest once',
    (_, mistake) => {
      const { exitCode, log, outputs } = resultOf(mistake)
      expect(exitCode, log).toBe(1)
      const errors = commandsIn(log).filter(({ name }) => name === 'error')
      expect(errors.length).toBe(1)
      const [{ properties = {} } = {}] = errors
      expect(properties['title']).toMatch(/^[a-z0-9-]+$/)
      const place =
        properties['file'] === undefined ? undefined : `${properties['file']}:${properties['line']}`
      expect(place).toBe(mistake.place)
      expect(outputs['errors']).toBe('1')
      expect(log.trimEnd().split('\n').at(-1)).toBe('Failed: 1 error, see the summary')
    },
  )

  it.each(each)('over %s begins with a short headline and the finding', (_, mistake) => {
    const [headline = '', , , , title] = resultOf(mistake).summary.split('\n')
    expect(headline).toMatch(/^## Failed in [a-z-]+: /)
    // Backslashes before characters of Markdown are not seen.
    expect(headline.replace(/^## /, '').replace(/\\(.)/g, '$1').length).toBeLessThanOrEqual(120)
    expect(title).toBe('### Findings')
  })

  it.each(each)('over %s cuts no command', (_, { name }) => {
    const { summary } = resultOf(mistakes.find((mistake) => mistake.name === name) as Mistake)
    for (const row of summary.split('\n').filter((line) => line.startsWith('| '))) {
      expect(row).not.toMatch(/\baz [a-z]+ [a-z]/)
    }
  })
})

/** The text of each summary of a page as it would be drawn above a height, were it alone on the page. */
const textsAbove = (heightPx: number): string => `(() => {
  const article = document.querySelector('article')
  const padding = parseFloat(getComputedStyle(article).paddingTop)
  return [...article.querySelectorAll(':scope > div')].map((summary) => {
    const limit = summary.getBoundingClientRect().top + ${heightPx} - padding
    const walker = document.createTreeWalker(summary, NodeFilter.SHOW_TEXT)
    const seen = []
    while (walker.nextNode()) {
      const range = document.createRange()
      range.selectNodeContents(walker.currentNode)
      const rects = [...range.getClientRects()]
      if (rects.length > 0 && rects.every((rect) => rect.bottom <= limit)) seen.push(walker.currentNode.data)
    }
    return seen.join('').replace(/\\s+/g, ' ')
  })
})()`

describe.skipIf(findChromium() === undefined)('the first screen (needs Chromium)', () => {
  let seen: readonly string[] = []
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mistakes-'))
    const browser = await launchChromium()
    try {
      const path = join(folder, 'mistakes.html')
      // Starting Mermaid takes longer than drawing, so that all of them are on one page.
      const summaries = mistakes.map((mistake) => `<div>\n\n${resultOf(mistake).summary}\n\n</div>`)
      writeFileSync(path, renderPreviewHtml(summaries.join('\n\n'), 'Mistakes'))
      const page = await browser.newPage({ viewport: { width: 1012, height: 720 } })
      await openPreview(page, path)
      seen = await page.evaluate<string[]>(textsAbove(720))
    } finally {
      await browser.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it.each(each)('of %s holds the fix', (_, mistake) => {
    expect(seen.length).toBe(mistakes.length)
    expect(seen[mistakes.indexOf(mistake)]).toMatch(mistake.fix)
  })
})
