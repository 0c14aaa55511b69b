/** Pages with diagrams, as a browser draws them. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findChromium, launchChromium, openPreview, renderPreviewHtml } from '../../scripts/preview'
import { repositoryRoot } from '../../scripts/run-action'
import { markdownPages } from './markdown-pages'

const isMissing = findChromium() === undefined
const pages = markdownPages.filter((page) => /^```mermaid$/m.test(read(page)))

let browser: Browser | undefined
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'drawn-'))
  if (!isMissing) browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach((context) => {
  if (isMissing) context.skip('Chromium is not installed: the diagrams of the pages were not drawn.')
})

function read(page: string): string {
  return readFileSync(join(repositoryRoot, page), 'utf8')
}

it('there are such pages', () => expect(pages).toContain('docs/architecture.md'))

describe.each(pages)('%s', (path) => {
  it('has every diagram drawn, and nothing wider than the page', async () => {
    const html = join(folder, 'page.html')
    writeFileSync(html, renderPreviewHtml(read(path), path))
    const page = await browser?.newPage({ viewport: { width: 1012, height: 800 } })
    if (page === undefined) throw new Error('no browser')
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(error.message))
    await openPreview(page, html)
    const seen = await page.evaluate<{ asked: number; drawn: number; broken: number; width: number }>(`({
      asked: document.querySelectorAll('pre.mermaid').length,
      drawn: document.querySelectorAll('pre.mermaid > svg').length,
      broken: document.querySelectorAll('svg[aria-roledescription=error]').length,
      width: document.documentElement.scrollWidth,
    })`)
    await page.close()
    expect(complaints).toEqual([])
    expect(seen).toEqual({ asked: seen.asked, drawn: seen.asked, broken: 0, width: 1012 })
    expect(seen.asked).toBe(read(path).match(/^```mermaid$/gm)?.length)
  })
})
