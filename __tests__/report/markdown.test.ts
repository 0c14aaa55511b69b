import createMarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { code, collapsed, factTable, fence, prose, table } from '../../src/report/markdown'
import { azureLink } from '../../src/report/summary/azure-link'
import { mermaidLabel } from '../../src/report/summary/mermaid'
import { countOf, formatBytes, formatDuration } from '../../src/text/quantities'
import { clip, visible } from '../../src/text/visible'

describe('prose', () => {
  it.each([
    ['plain words', 'host.json names the handler.', 'host.json names the handler.'],
    ['nothing', '', '—'],
    ['only spaces', ' \t ', '—'],
    ['lines', 'one\ntwo\r\nthree', 'one<br>two<br>three'],
    ['HTML', '<b>&amp;', '&lt;b&gt;&amp;amp;'],
    ['emphasis', '*a* ~~b~~', '\\*a\\* \\~\\~b\\~\\~'],
    ['underscores inside a word', 'CGO_ENABLED=0', 'CGO_ENABLED=0'],
    ['underscores around a word', '__x__', '\\_\\_x\\_\\_'],
    ['brackets', '[x](y)', '\\[x\\](y)'],
    ['pipe', 'a|b', 'a&#124;b'],
    ['backslash', 'C:\\x', 'C:\\\\x'],
    ['list marks', '- a', '\\- a'],
    ['numbered list', '1. a', '1\\. a'],
    ['heading', '# a', '\\# a'],
    ['code in backticks', 'set `A=1` here', 'set `A=1` here'],
    ['lone backtick', 'a ` b', 'a \\` b'],
    ['mention', 'ask @octocat, please', 'ask `@octocat`, please'],
    ['issue', "see '#12'.", "see '`#12`'."],
    ['address', '(https://x.example/a)', '(`https://x.example/a`)'],
    ['commit', 'at deadbeefcafe now', 'at `deadbeefcafe` now'],
    ['compiler position', 'main.go:3:4: undefined: x', '`main.go:3:4`: undefined: x'],
    ['dollar', 'costs $5', 'costs `$5`'],
    ['escape sequence', '\u001b[31mred', '␛\\[31mred'],
  ])('writes %s', (_, text, markdown) => {
    expect(prose(text)).toBe(markdown)
  })

  it('cuts what is too long', () => {
    expect(prose('abcdef', 4)).toBe('abc…')
  })
})

describe('code', () => {
  it.each([
    ['plain text', 'handler', '`handler`'],
    ['nothing', '', '—'],
    ['backticks inside', 'a`b', '``a`b``'],
    ['backticks at the ends', '`a`', '`` `a` ``'],
    ['pipes', 'a|b', '`a`&#124;`b`'],
    ['a pipe alone', '|', '&#124;'],
    ['spaces at the ends', ' a  ', '`␠a␠␠`'],
    ['a line end', 'a\nb', '`a⏎b`'],
    ['a direction mark', 'a\u202eb', '`a[U+202E]b`'],
  ])('writes %s', (_, text, markdown) => {
    expect(code(text)).toBe(markdown)
  })
})

describe('fence', () => {
  it.each([
    ['text with tabs', '\ta\n\tb\n', '```text\n\ta\n\tb\n```'],
    ['a fence inside', '```\nx\n```', '````text\n```\nx\n```\n````'],
    ['carriage returns', 'a\r\nb\rc', '```text\na\nb␍c\n```'],
  ])('writes %s', (_, text, markdown) => {
    expect(fence(text)).toBe(markdown)
  })

  it('says how long the text was when it is cut', () => {
    expect(fence('x'.repeat(100), 'text', 50)).toContain('… (100 characters in all)')
  })
})

describe('tables and details', () => {
  it('fills empty cells', () => {
    expect(table(['A', ''], [['1'], ['', '2']])).toBe('| A |   |\n| :--- | :--- |\n| 1 | — |\n| — | 2 |')
  })

  it('puts the first known fact into the heading', () => {
    expect(
      factTable([
        ['A', undefined],
        ['B', '1'],
        ['C', '2'],
      ]),
    ).toBe('| **B** | 1 |\n| :--- | :--- |\n| **C** | 2 |')
  })

  it('escapes the label of details', () => {
    expect(collapsed('a<b', 'x')).toBe('<details><summary>a&lt;b</summary>\n\nx\n\n</details>')
  })

  it.each(['a|b', '\\|', '`|`', '\\', '||', 'a\\', '|`|'])('keeps %j in one cell', (text) => {
    const cells = createMarkdownIt()
      .parse(table(['A', 'B', 'C'], [[code(text), prose(text), 'end']]), {})
      .filter((token) => token.type === 'inline')
    expect(cells.length).toBe(6)
    expect(cells.at(-1)?.content).toBe('end')
  })
})

describe('azureLink', () => {
  it.each([
    'https://my-app.azurewebsites.net',
    'https://my-app-staging.azurewebsites.us/api/Hello',
    'https://my-app.chinacloudsites.cn/',
    'https://my-app-a1b2.westeurope-01.azurewebsites.net/api',
  ])('links %s', (url) => {
    expect(azureLink('x', url)).toBe(`[\`x\`](${url})`)
  })

  it.each([
    'http://my-app.azurewebsites.net',
    'https://evil.example',
    'https://evil.example/.azurewebsites.net',
    'https://evil.example#.azurewebsites.net',
    'https://user@my-app.azurewebsites.net',
    'https://my-app.azurewebsites.net:8080',
    'https://my-app.azurewebsites.net/)x',
    'https://my-app.azurewebsites.net/\nx',
    'https://127.0.0.1:4443',
    'javascript:alert(1)//.azurewebsites.net',
    '',
    undefined,
  ])('does not link %j', (url) => {
    expect(azureLink('x', url)).toBe('`x`')
  })
})

describe('visible and clip', () => {
  it.each([
    ['\u0000\u001b\u007f', '␀␛␡'],
    ['\u200b\u00ad\ufeff', '[U+200B][U+00AD][U+FEFF]'],
    ['\u00a0\u3000', '[U+00A0][U+3000]'],
    ['\ud800', '[U+D800]'],
    ['\u{e0041}', '[U+E0041]'],
    ['größe 大 🙂', 'größe 大 🙂'],
    ['a\tb\nc', 'a\tb\nc'],
  ])('shows %j as %j', (text, shown) => {
    expect(visible(text)).toBe(shown)
  })

  it('never splits a surrogate pair', () => {
    expect(clip('a🙂b', 3)).toBe('a…')
    expect(clip('a🙂b', 4)).toBe('a🙂b')
  })
})

describe('mermaidLabel', () => {
  it.each([
    ['end', '#101;nd'],
    ['a"b', '#97;#34;b'],
    ['libc.so.6', '#108;ibc#46;so#46;6'],
    ['é🙂', '#233;#128578;'],
    ['$:', '#65284;#8758;'],
    ['', ' '],
    ['\n', ' '],
  ])('writes %j as %j', (text, label) => {
    expect(mermaidLabel(text)).toBe(label)
  })
})

describe('quantities', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [999_960, '1.0 MB'],
    [7_912_345, '7.9 MB'],
    [3e9, '3.0 GB'],
    [-1, '?'],
    [Number.NaN, '?'],
  ])('%d bytes are %s', (sizeBytes, text) => {
    expect(formatBytes(sizeBytes)).toBe(text)
  })

  it.each([
    [0, '0 ms'],
    [340.4, '340 ms'],
    [999.6, '1.0 s'],
    [12_345, '12.3 s'],
    [59_960, '1 min 00 s'],
    [125_000, '2 min 05 s'],
    [Number.POSITIVE_INFINITY, '?'],
  ])('%d ms are %s', (elapsedMs, text) => {
    expect(formatDuration(elapsedMs)).toBe(text)
  })

  it('knows one from many', () => {
    expect([0, 1, 2].map((amount) => countOf(amount, 'error'))).toEqual(['0 errors', '1 error', '2 errors'])
  })
})
