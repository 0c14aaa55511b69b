/**
 * Summaries as a browser draws them. The filter for HTML is left out, so that the browser sees whatever the
 * Markdown lets through.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findChromium, launchChromium, openPreview, renderPreviewHtml } from '../../scripts/preview'
import type { RunReport } from '../../src/report/run-report'
import { renderSummary } from '../../src/report/summary/summary'
import { clip, visible } from '../../src/text/visible'
import { runsOfEveryKind } from './a-report'
import { aFullReport, hostileTexts, mapStrings } from './hostile'

const isMissing = findChromium() === undefined
const why = 'Chromium is not installed: summaries were not drawn. Install the package chromium.'

let browser: Browser | undefined
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rendering-'))
  if (!isMissing) browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

beforeEach((ctx) => {
  if (isMissing) ctx.skip(why)
})

/** What one summary on a page holds, told by the page itself. */
interface Drawn {
  /** Elements by tag name, without those that stand for text (code, br, p) and what Mermaid draws. */
  readonly tags: Readonly<Record<string, number>>
  readonly attributes: readonly string[]
  readonly headings: readonly string[]
  readonly diagrams: number
  readonly brokenDiagrams: number
  /** Nodes and edges of the flowchart, tasks and sections of the Gantt. */
  readonly drawn: readonly number[]
  readonly foreignInDiagrams: readonly string[]
  readonly diagramText: string
  /** Text that GitHub goes over again for links: all but code. */
  readonly freeText: string
}

const telling = `[...document.querySelectorAll('article > section')].map((section) => {
  const all = [...section.querySelectorAll('*')].filter((node) => node.closest('svg') === null)
  const count = (list) => list.reduce((sum, name) => ({ ...sum, [name]: (sum[name] ?? 0) + 1 }), {})
  const attributes = all.filter((node) => !node.matches('pre.mermaid')).flatMap((node) =>
    [...node.attributes].map((entry) => node.localName + '[' + entry.name + '=' + entry.value + ']'))
  const svgs = [...section.querySelectorAll('pre.mermaid > svg')]
  const within = (selector) => svgs.flatMap((svg) => [...svg.querySelectorAll(selector)])
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT)
  const free = []
  while (walker.nextNode()) {
    if (walker.currentNode.parentElement.closest('code, pre, a') === null) free.push(walker.currentNode.data)
  }
  return {
    tags: count(all.map((node) => node.localName).filter((name) => !['code', 'br', 'p'].includes(name))),
    attributes: [...new Set(attributes)].sort(),
    headings: [...section.querySelectorAll('h1, h3, h4, h5, h6')].map((node) => node.textContent),
    diagrams: section.querySelectorAll('pre.mermaid').length,
    brokenDiagrams: section.querySelectorAll('pre.mermaid:not(:has(svg)), svg[aria-roledescription=error]').length,
    drawn: ['.node', '.edgePaths path', 'rect.task', '.sectionTitle'].map((selector) => within(selector).length),
    foreignInDiagrams: within('a, img, image, script, i, b, strong, em, iframe, math, .clickable')
      .map((node) => node.outerHTML.slice(0, 200)),
    diagramText: within('.nodeLabel, text').map((node) => node.textContent).join(' '),
    freeText: free.join('\\n'),
  }
})`

/**
 * Draws summaries one below the other, each in a `section`: starting Mermaid takes longer than drawing.
 *
 * @returns what each holds. Throws when a page asked for anything, complained, ran a script or became too wide.
 */
async function drawAll(reports: readonly RunReport[]): Promise<Drawn[]> {
  if (browser === undefined) throw new Error('no browser')
  const htmlPath = join(folder, 'summaries.html')
  const markdown = reports.map((report) => `<section>\n\n${renderSummary(report)}\n\n</section>`).join('\n\n')
  await writeFile(htmlPath, renderPreviewHtml(markdown, 'Summaries', { keepsAllHtml: true }))
  const page = await browser.newPage({ viewport: { width: 1012, height: 800 } })
  try {
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) complaints.push(request.url())
    })
    await openPreview(page, htmlPath)
    expect(complaints).toEqual([])
    expect(await page.evaluate('window.pwned')).toBeUndefined()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(1012)
    const drawn = await page.evaluate<Drawn[]>(telling)
    expect(drawn.length).toBe(reports.length)
    return drawn
  } finally {
    await page.close()
  }
}

describe('a browser', () => {
  let runs: Drawn[] = []
  beforeAll(async () => {
    if (!isMissing) runs = await drawAll(runsOfEveryKind.map(([, make]) => make()))
  })
  const runOf = (kind: string): Drawn => {
    const run = runs[runsOfEveryKind.findIndex(([name]) => name === kind)]
    if (run === undefined) throw new Error(`no run of kind ${kind}`)
    return run
  }

  it.each(runsOfEveryKind)('draws a run of kind "%s" whole', (kind) => {
    expect(runOf(kind).brokenDiagrams).toBe(0)
    expect(runOf(kind).tags['h2']).toBe(1)
  })

  it('draws the timeline of a green run', () => {
    const drawn = runOf('green')
    expect(drawn.diagrams).toBe(1)
    expect(drawn.drawn).toEqual([0, 0, 10, 2])
    expect(drawn.diagramText).toContain('deploy on the server 38.0 s')
    expect(drawn.headings).toContain('Verification')
  })

  it('draws what the hosts lack in a red run', () => {
    const drawn = runOf('red')
    // The binary, the interpreter, three libraries, three hosts; what leads from one to the other.
    expect(drawn.drawn).toEqual([8, 8, 0, 0])
    expect(drawn.diagramText).toContain('Debian 11, glibc 2.31')
    expect(drawn.tags).toMatchObject({ h2: 1, details: 1 })
  })

  it('draws a cancelled run with what it had done', () => {
    const drawn = runOf('cancelled')
    expect(drawn.headings).toEqual(expect.arrayContaining(['Deployment', 'Timings', 'Stages']))
    expect(drawn.headings).not.toContain('Verification')
  })
})

describe('hostile text', () => {
  let harmless: Drawn
  let hostile: Drawn[] = []
  beforeAll(async () => {
    if (isMissing) return
    const texts = ['harmless', ...hostileTexts.map(([, text]) => text)]
    const [first, ...rest] = await drawAll(texts.map((text) => mapStrings(aFullReport(), () => text)))
    if (first === undefined) throw new Error('nothing was drawn')
    harmless = first
    hostile = rest
  })

  it('is compared with a summary that has everything', () => {
    expect(harmless.diagrams).toBe(2)
    expect(harmless.drawn.every((amount) => amount > 0)).toBe(true)
    expect(harmless.attributes).toEqual([
      'code[class=language-sh]',
      'code[class=language-text]',
      'td[style=text-align:left]',
      'th[style=text-align:left]',
    ])
  })

  it.each(hostileTexts.map(([name, text], index) => [name, text, index] as const))(
    '%s stays text',
    (_, text, index) => {
      const drawn = hostile[index]
      if (drawn === undefined) throw new Error('it was not drawn')
      expect(drawn.brokenDiagrams).toBe(0)
      expect(drawn.foreignInDiagrams).toEqual([])
      expect(drawn.freeText).not.toMatch(/@\w|#\d|:\/\/|www\.|:[\w+-]+:|\$|\b[0-9a-f]{7,40}\b/)
      if (text.trim() === '') {
        // Nothing to show: a block may be missing, none may be new.
        for (const [tag, amount] of Object.entries(drawn.tags)) {
          expect(amount, tag).toBeLessThanOrEqual(harmless.tags[tag] ?? 0)
        }
        return
      }
      expect(drawn.tags).toEqual(harmless.tags)
      expect(drawn.attributes).toEqual(harmless.attributes)
      expect(drawn.headings).toEqual(harmless.headings)
      expect([drawn.diagrams, drawn.drawn]).toEqual([harmless.diagrams, harmless.drawn])
      const dense = (shown: string): string => shown.replace(/\s/g, '').replace(/＄/g, '$').replace(/∶/g, ':')
      expect(dense(drawn.diagramText)).toContain(dense(visible(clip(text, 60))))
    },
  )
})
