import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findChromium, renderPreviewHtml } from '../../scripts/preview'

const bodyOf = (markdown: string): string =>
  /<article class="markdown-body">\n([\s\S]*)<\/article>/
    .exec(renderPreviewHtml(markdown, 'x'))?.[1]
    ?.trim() ?? ''

describe('the preview', () => {
  it.each([
    [
      'details',
      '<details open><summary>a</summary>\n\nb\n\n</details>',
      '<details open><summary>a</summary>\n<p>b</p>\n</details>',
    ],
    ['details with a handler', '<details ontoggle="x">a</details>', '<details>a</details>'],
    ['line breaks', 'a<br>b', '<p>a<br>b</p>'],
    ['a script', '<script>alert(1)</script>', 'alert(1)'],
    ['an image', 'a <img src="x" onerror="y"> b', '<p>a  b</p>'],
    ['an image with a bracket in it', 'a <img alt=">" onerror="y"> b', '<p>a " onerror="y"> b</p>'],
    ['a style', 'a <b style="x">b</b>', '<p>a <b>b</b></p>'],
    ['a comment', 'a <!-- <b> --> b', '<p>a  b</p>'],
  ])('treats %s as GitHub does', (_, markdown, html) => {
    expect(bodyOf(markdown)).toBe(html)
  })

  it('escapes the title', () => {
    expect(renderPreviewHtml('a', '</title><script>')).toContain(
      '<title>&lt;/title&gt;&lt;script&gt;</title>',
    )
  })

  it('carries Mermaid only when there is a diagram, and forbids every connection', () => {
    const plain = renderPreviewHtml('a', 'x')
    const drawn = renderPreviewHtml('```mermaid\nflowchart LR\n  a["<b>"]\n```', 'x')
    expect(plain.length).toBeLessThan(100_000)
    expect(drawn.length).toBeGreaterThan(1_000_000)
    expect(drawn).toContain('<pre class="mermaid">flowchart LR\n  a[&quot;&lt;b&gt;&quot;]\n</pre>')
    for (const html of [plain, drawn]) expect(html).toContain(`content="default-src 'none';`)
  })

  it('finds Chromium on PATH, wherever that points', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'preview-'))
    const path = join(folder, 'chromium')
    await writeFile(path, '')
    expect(findChromium({ PATH: ['/nowhere', folder].join(delimiter) })).toBe(path)
    await rm(folder, { recursive: true })
  })
})
