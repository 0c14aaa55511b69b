/**
 * Shows a job summary as GitHub would: Markdown to one HTML page that needs no network, and a picture of it.
 * For development, the demo and tests; the action itself never loads this file.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import createMarkdownIt, { type MarkdownIt } from 'markdown-it'
import { type Browser, chromium, type Page } from 'playwright-core'

/** HTML that GitHub lets through in Markdown; of attributes, only `open` on `details` matters here. */
const allowedTags =
  /^(?:b|blockquote|br|code|dd|del|details|div|dl|dt|em|h[1-6]|hr|i|ins|kbd|li|ol|p|pre|q|s|samp|span|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|ul|var)$/

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

export interface PreviewOptions {
  /** Leave out the filter for HTML inside the Markdown, so that a test sees what the Markdown let through. */
  readonly keepsAllHtml?: boolean
}

/**
 * Renders Markdown as a page in GitHub's style. Mermaid blocks are drawn by the page itself, from a copy of
 * Mermaid inside it; when it is done, `<html>` carries `data-ready`.
 *
 * @param markdown GitHub-flavoured Markdown
 * @param title title of the page, plain text
 * @param options see `PreviewOptions`
 * @returns a complete HTML document whose content security policy forbids every connection
 */
export function renderPreviewHtml(markdown: string, title: string, options: PreviewOptions = {}): string {
  const body = markdownRenderer(options.keepsAllHtml ?? false).render(markdown)
  const hasDiagram = body.includes('<pre class="mermaid">')
  const script =
    `${hasDiagram ? readModuleFile('mermaid', 'dist/mermaid.min.js') : ''}\n${startScript}`.replace(
      /<\/script/gi,
      '<\\/script',
    )
  const scriptHash = createHash('sha256').update(script).digest('base64')
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-${scriptHash}'`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${readModuleFile('github-markdown-css', 'github-markdown-light.css')}</style>
<style>
body { background: #fff; margin: 0; }
.markdown-body { box-sizing: border-box; margin: 0 auto; max-width: 1012px; padding: 32px; }
.markdown-body pre.mermaid { background: none; overflow: visible; padding: 0; text-align: center; }
.markdown-body pre.mermaid:not([data-processed]) { visibility: hidden; }
</style>
</head>
<body><article class="markdown-body">
${body}</article>
<script>${script}</script>
</body>
</html>
`
}

function readModuleFile(name: string, path: string): string {
  const entry = createRequire(import.meta.url).resolve(`${name}/package.json`)
  return readFileSync(join(dirname(entry), path), 'utf8')
}

/** Diagrams inside closed details have no size; they are opened while Mermaid measures. */
const startScript = `
(async () => {
  const closed = [...document.querySelectorAll('details:not([open])')]
  for (const details of closed) details.open = true
  if (globalThis.mermaid !== undefined) {
    mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: 'default' })
    await mermaid.run({ querySelector: 'pre.mermaid', suppressErrors: true })
  }
  for (const details of closed) details.open = false
  document.documentElement.dataset.ready = 'true'
})()
`

function markdownRenderer(keepsAllHtml: boolean): MarkdownIt {
  const renderer = createMarkdownIt({ html: true, linkify: true })
  const { rules } = renderer.renderer
  const plainFence = rules['fence']
  rules['fence'] = (tokens, index, settings, env, self) => {
    const token = tokens[index]
    if (token?.info.trim() === 'mermaid') return `<pre class="mermaid">${escapeHtml(token.content)}</pre>\n`
    return plainFence?.(tokens, index, settings, env, self) ?? ''
  }
  if (!keepsAllHtml) {
    rules['html_block'] = (tokens, index) => filteredHtml(tokens[index]?.content ?? '')
    rules['html_inline'] = (tokens, index) => filteredHtml(tokens[index]?.content ?? '')
  }
  return renderer
}

function filteredHtml(html: string): string {
  const withoutComments = html.replace(/<!--[\s\S]*?(?:-->|$)/g, '')
  return withoutComments.replace(
    /<(\/?)([A-Za-z][A-Za-z0-9-]*)([^>]*)>?|</g,
    (_, slash = '', name = '', rest = '') => {
      const tag = String(name).toLowerCase()
      if (!allowedTags.test(tag)) return ''
      const open = tag === 'details' && /\sopen\b/.test(String(rest)) ? ' open' : ''
      return `<${slash}${tag}${open}>`
    },
  )
}

/**
 * @param env the environment with `PATH`
 * @returns the path of Chromium or Chrome on PATH, or `undefined`
 */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/bin'].filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}

/**
 * Starts Chromium without a window and without a network of its own. The caller closes it.
 *
 * @returns the browser
 * @throws when there is none on PATH
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === undefined) {
    throw new Error('Chromium is not installed: no chromium on PATH. Install the package chromium.')
  }
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/**
 * Opens a preview and waits until its diagrams are drawn.
 *
 * @param page a page of the browser
 * @param htmlPath a file that `renderPreviewHtml` made
 */
export async function openPreview(page: Page, htmlPath: string): Promise<void> {
  await page.goto(pathToFileURL(htmlPath).href)
  await page.waitForSelector('html[data-ready]', { state: 'attached', timeout: 60_000 })
}

/**
 * Takes a picture of each element of a page that has an id.
 *
 * @param htmlPath a file
 * @param selector which elements
 * @param folder where the pictures go, as `ID.png`
 * @throws when Chromium is not installed
 */
export async function screenshotEach(htmlPath: string, selector: string, folder: string): Promise<void> {
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ viewport: { width: 2400, height: 900 } })
    await openPreview(page, htmlPath)
    for (const element of await page.locator(`${selector}[id]`).all()) {
      await element.scrollIntoViewIfNeeded()
      await element.screenshot({ path: join(folder, `${await element.getAttribute('id')}.png`) })
    }
  } finally {
    await browser.close()
  }
}

/**
 * Takes a picture of a whole preview page.
 *
 * @param htmlPath a file that `renderPreviewHtml` made
 * @param pngPath where the picture goes
 * @param options width of the window in CSS pixels; `opensDetails` shows what is collapsed
 * @throws when Chromium is not installed
 */
export async function screenshotHtml(
  htmlPath: string,
  pngPath: string,
  options: { readonly width: number; readonly opensDetails?: boolean },
): Promise<void> {
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ viewport: { width: options.width, height: 800 } })
    await openPreview(page, htmlPath)
    if (options.opensDetails) {
      await page.locator('details').evaluateAll((all) => {
        for (const details of all) details.setAttribute('open', '')
      })
    }
    await page.screenshot({ path: pngPath, fullPage: true })
  } finally {
    await browser.close()
  }
}
