/** Text that tries to become something else, and a way to put it everywhere into a report. */
import type { RunReport } from '../../src/report/run-report'
import { aGreenRun, aRealHost, aRedRun, aSwappedBackRun } from './a-report'

const fence = '```'

/** What it tries, and the text. A script that runs would set `window.pwned`. */
export const hostileTexts: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['spaces', '   '],
  ['script', '<script>window.pwned = 1</script>'],
  ['image with a handler', '<img src=x onerror="window.pwned = 1">'],
  ['upper-case SVG', '<SVG ONLOAD=window.pwned=1>'],
  ['HTML link', '<a href="https://evil.example">x</a>'],
  ['end of everything', '</code></td></tr></table></details></article><h1>pwned</h1>'],
  ['open comment', 'x <!-- y'],
  ['processing instruction and CDATA', '<?php x ?> <![CDATA[ <b>y</b> ]]> <!DOCTYPE z>'],
  ['entities', '&lt;b&gt; &#60;b&#62; &amp; &nbsp;'],
  ['link', '[x](https://evil.example)'],
  ['link to a script', '[x](javascript:window.pwned=1)'],
  ['image', '![x](https://evil.example/x.png)'],
  ['reference', '[x]: https://evil.example\n\n[x] [^1]'],
  [
    'addresses',
    'https://evil.example www.evil.example a@evil.example ftp://evil.example <https://evil.example>',
  ],
  ['address in quotes', '\'https://evil.example\' ("www.evil.example"), mailto:a@evil.example'],
  ['mention', '@octocat, (@octocat) cc:@github/security'],
  ['issue, commit, advisory', '#123 GH-12 octo/repo#7 deadbeefcafe GHSA-abcd-efgh-ijkl CVE-2026-1234'],
  ['emoji name', ':smile: a:+1:b'],
  ['mathematics', '$x^2$ $$y$$ $`z`$'],
  ['backticks', '` `` ``` a`b``c ```` `'],
  ['unpaired backtick before a mention', '` @octocat `'],
  ['fence', `${fence}\n# pwned\n${fence}\n# pwned`],
  ['Mermaid fence', `${fence}mermaid\ngraph LR\n a-->b\n${fence}`],
  ['tilde fence', '~~~\n# pwned\n~~~'],
  ['cells', '| a | b |\n| --- | --- |\n| c | d |'],
  ['escaped pipe', '\\| \\\\| `\\|` x`|`y'],
  ['backslash at the end', 'x\\'],
  ['emphasis', '*a* **b** _c_ __d__ ~~e~~ ***f***'],
  ['blocks', '# pwned\n\n- item\n\n1. item\n\n---\n\n> quote\n\n    indented'],
  ['blocks after carriage returns', 'x\r\n\r\n# pwned\r\r# pwned'],
  ['underline heading', 'x\n===\ny\n---'],
  ['alert and task', '> [!CAUTION]\n> x\n\n- [x] done'],
  ['workflow command', '::error file=x,line=1::pwned\n##[error]pwned\n::set-output name=a::b'],
  ['ANSI', '\u001b[31mred\u001b[0m \u001b]8;;https://evil.example\u0007x\u001b]8;;\u0007'],
  [
    'bidi and invisible',
    '\u202egnp.exe \u2066a\u2069 z\u200bw\u200dx \ufeff\u00ad\u2028\u2029\u0000\u007f\u0085\u3164\u{e0041}',
  ],
  ['lone surrogates', '\ud800 \udc00'],
  ['flowchart escape', '"] --> evil["pwned"]\n evil --> binary\n click binary "javascript:window.pwned=1"'],
  ['flowchart keywords', 'end'],
  ['flowchart style', 'style binary fill:#f00;\nclassDef x fill:#f00;'],
  ['flowchart Markdown', '`**bold**`'],
  ['flowchart list', '1. one'],
  ['flowchart icon', 'fa:fa-car'],
  ['Mermaid directive', '%%{init: {"securityLevel": "loose", "theme": "dark"}}%%'],
  ['Mermaid front matter', '---\nconfig:\n  securityLevel: loose\n---'],
  ['Mermaid entities', '#quot;] #59; #35; #lt;b#gt; #nbsp;'],
  ["Mermaid's own placeholders", 'ﬂ°°60¶ßimg src=xﬂ°°62¶ß ﬂ°lt¶ß'],
  ['Gantt task', 'x :crit, 2001-01-01, 3d'],
  ['Gantt keywords', 'section pwned'],
  ['Gantt title', 'title pwned'],
  ['Gantt link', 'click a href "https://evil.example"'],
  ['Gantt comment', '; # x %% y'],
  ['object keys', '__proto__'],
  ['a very long word', 'A'.repeat(200_000)],
  ['very many backticks', '`'.repeat(100_000)],
  ['very many pipes', '|'.repeat(100_000)],
  ['very many lines', '\n'.repeat(100_000)],
  ['very many tags', '<b>'.repeat(50_000)],
  ['very many words', '@a '.repeat(50_000)],
  ['very many brackets', '['.repeat(100_000)],
]

/** Fields that only our own code fills, from fixed lists. */
const fixedFields = new Set(['outcome', 'state', 'severity', 'model', 'linkage', 'section'])
const isFixed = (path: string): boolean =>
  (fixedFields.has(path.split('.').at(-1) ?? '') && path !== 'deployment.state') ||
  /^stages\.\d+\.name$/.test(path)

/** A report that has every part: the dynamic artifact of the red run inside the green one, reasons and notes. */
export function aFullReport(): RunReport {
  const green = aGreenRun()
  const { artifact } = aRedRun()
  const { deployment, verification, rehearsal } = green
  const { swap } = aSwappedBackRun()
  if (!artifact || !deployment || !verification || !rehearsal) throw new Error('a part is missing')
  return {
    ...green,
    outcome: 'failed',
    cause: 'a cause',
    stages: green.stages.map((stage, index) =>
      index === 3 ? { ...stage, state: 'failed', reason: 'why' } : stage,
    ),
    artifact,
    rehearsal: { ...rehearsal, note: 'a note', host: aRealHost() },
    deployment: { ...deployment, slotName: 'staging', unchanged: false },
    ...(swap === undefined ? {} : { swap }),
    verification: { ...verification, isVerified: false, hostErrors: ['an error'], listed: ['HttpExample'] },
  }
}

/** Paths of all strings of a report that come from outside. */
export function stringPaths(report: RunReport): string[] {
  const paths: string[] = []
  mapStrings(report, (path, value) => {
    paths.push(path)
    return value
  })
  return paths
}

/** The report with strings replaced; fields from fixed lists stay. */
export function mapStrings(report: RunReport, change: (path: string, value: string) => string): RunReport {
  const walk = (value: unknown, path: string): unknown => {
    if (typeof value === 'string') return isFixed(path) ? value : change(path, value)
    if (Array.isArray(value)) return value.map((item, index) => walk(item, `${path}.${index}`))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, walk(item, path === '' ? key : `${path}.${key}`)]),
    )
  }
  return walk(report, '') as RunReport
}
