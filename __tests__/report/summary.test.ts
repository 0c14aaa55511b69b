import createMarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import type { RunReport } from '../../src/report/run-report'
import { largestSummaryBytes, renderSummary } from '../../src/report/summary/summary'
import { block } from '../../src/text/passages'
import {
  aCancelledRun,
  aDryRun,
  aFinding,
  aGreenRun,
  anArtifact,
  anInputFailure,
  anUnchangedRun,
  aPullRequestRun,
  aRealHost,
  aRedRun,
  aReport,
  aSwappedBackRun,
  aSwappedRun,
  runsOfEveryKind,
  stagesUpTo,
} from './a-report'
import { aFullReport, hostileTexts, mapStrings, stringPaths } from './hostile'

const headingsOf = (markdown: string): string[] =>
  markdown.split('\n').flatMap((line) => /^### (.*)$/.exec(line)?.[1] ?? [])
const verdictOf = (report: RunReport): string => renderSummary(report).split('\n')[0] ?? ''

describe('the verdict', () => {
  it.each<[string, RunReport, string]>([
    [
      'a verified deployment',
      aGreenRun(),
      '## Passed with 1 warning: deployed to [`my-functions`](https://my-functions.azurewebsites.net), 1 function answers, Azure lists 2 more',
    ],
    [
      'a swap',
      aSwappedRun(),
      '## Passed with 1 warning: deployed to [`my-functions`](https://my-functions.azurewebsites.net) through the slot `staging`, swapped with `production`, 1 function answers, Azure lists 2 more',
    ],
    [
      'a swap that was taken back',
      aSwappedBackRun(),
      "## Failed in verify-swap: In 'production', after the swap: the host is in the state 'Error'.",
    ],
    [
      'an upload that was left out',
      anUnchangedRun(),
      '## Passed with 1 warning: skipped: the same package is active at [`my-functions`](https://my-functions.azurewebsites.net), 1 function answers, Azure lists 2 more',
    ],
    [
      'a dry run',
      aDryRun(),
      '## Passed with 1 warning: ready to deploy to `my-functions` (dry run, nothing was changed)',
    ],
    [
      'a pull request',
      aPullRequestRun(),
      '## Passed with 1 warning: `api/handler` (static) was checked and started as the Functions host starts it; nothing was deployed',
    ],
    [
      'a binary that is dynamic and accepted',
      aReport({ artifact: anArtifact({ linkage: 'dynamic' }) }),
      '## Passed: `api/handler` was checked, not started; nothing was deployed',
    ],
    [
      'a rehearsed binary with warnings',
      aReport({
        artifact: anArtifact(),
        rehearsal: { startMs: 40, calls: [] },
        findings: [aFinding({ severity: 'warning' }), aFinding({ severity: 'warning', code: 'other' })],
      }),
      '## Passed with 2 warnings: `api/handler` (static) was checked and started as the Functions host starts it; nothing was deployed',
    ],
    [
      'a handler that wants its settings',
      aReport({
        artifact: anArtifact({ linkage: 'static' }),
        rehearsal: { calls: [] },
        findings: [aFinding({ severity: 'warning', code: 'handler-needs-setting' })],
      }),
      '## Passed with 1 warning: `api/handler` (static) was checked and started, and did not listen without its settings; nothing was deployed',
    ],
    [
      'a failure',
      aRedRun(),
      '## Failed in inspect: The binary is dynamically linked and does not start in Azure Functions.',
    ],
    [
      'a cancelled run',
      aCancelledRun(),
      '## Cancelled during deploy: The run was cancelled while the server was still deploying.',
    ],
    [
      'a failure without a cause',
      aReport({ outcome: 'failed', findings: [aFinding({ message: 'It broke.' })] }),
      '## Failed: It broke.',
    ],
    ['a failure without anything', aReport({ outcome: 'failed' }), '## Failed'],
    ['a run that did nothing', aReport(), '## Passed: nothing was wrong'],
  ])('of %s', (_, report, line) => {
    expect(verdictOf(report)).toBe(line)
  })

  it('repeats a long cause in full where no finding says it', () => {
    const cause = `${'long '.repeat(100)}end.`
    const [heading = '', , full] = renderSummary(aReport({ outcome: 'failed', cause })).split('\n')
    expect(heading.length).toBeLessThanOrEqual(123)
    expect(full).toBe(cause)
    const told = renderSummary(
      aReport({ outcome: 'failed', cause, findings: [aFinding({ message: cause })] }),
    )
    expect(told.split(cause).length).toBe(2)
    expect(told.split('\n')[2]).toMatch(/^1 error/)
  })

  const long = 'word '.repeat(40)
  it.each<[string, string, string]>([
    ['what fits', 'It broke. It broke again.', 'It broke. It broke again.'],
    ['whole sentences', `It broke. It broke; ${long}`, 'It broke. It broke.'],
    ['the title of a code, when no sentence fits', `${long}.`, 'A title'],
  ])('shortens a cause to %s', (_, message, shown) => {
    const report = aReport({ outcome: 'failed', cause: message, findings: [aFinding({ message })] })
    expect(renderSummary(report, { titleOf: () => 'A title' }).split('\n')[0]).toBe(`## Failed: ${shown}`)
  })

  it('leaves out what a server said', () => {
    const message = `Azure refused.\n${block('{"error":"no"}', 'text')}`
    const report = aReport({ outcome: 'failed', cause: message, findings: [aFinding({ message })] })
    expect(verdictOf(report)).toBe('## Failed: Azure refused.')
  })
})

describe('the summary', () => {
  it('of a run whose inputs are wrong is exactly this', () => {
    expect(renderSummary({ ...anInputFailure(), stages: stagesUpTo('inputs', 'failed').slice(0, 2) })).toBe(
      `## Failed in inputs: The input compression-level is '11'. Give a whole number from 0 to 9\\.

1 error · 4 ms · started 2026-03-04 05:06 UTC

### Findings

|   | What was found, and what to do | Code and place |
| :--- | :--- | :--- |
| **error** | The input compression-level is '11'.<br>**Fix:** Give a whole number from 0 to 9\\. | \`input-invalid\` |

### Stages

| Stage | State | Time |
| :--- | :--- | :--- |
| inputs | **failed** | 950 ms |
| preflight | not reached | — |
`,
    )
  })

  it.each<[string, () => RunReport, string[]]>([
    [
      'green',
      aGreenRun,
      [
        'Findings',
        'Artifact',
        'What `file` and `ldd` say',
        'Functions',
        'Package',
        'Rehearsal on the runner',
        'Deployment',
        'Verification',
        'Timings',
        'Stages',
        'Build it yourself',
      ],
    ],
    [
      'red',
      aRedRun,
      [
        'Findings',
        'Artifact',
        'What `file` and `ldd` say',
        'What the binary asks for and what the hosts lack',
        'Functions',
        'Stages',
        'Build it yourself',
      ],
    ],
    ['nothing', () => aReport(), []],
  ])('of a %s run has its sections in order', (_, make, headings) => {
    expect(headingsOf(renderSummary(make()))).toEqual(headings)
  })

  it('shows what file and ldd print, tabs and all', () => {
    const { artifact } = aRedRun()
    const markdown = renderSummary(aRedRun())
    expect(markdown).toContain(`\`\`\`text\n${artifact?.fileOutput}\n\`\`\``)
    expect(markdown).toContain(`\`\`\`text\n${artifact?.lddOutput}\n\`\`\``)
  })

  it('says what the Functions host did, what each part took, and where it disagrees', () => {
    const { rehearsal } = aGreenRun()
    const run = (host: ReturnType<typeof aRealHost>): string =>
      renderSummary(aReport({ ...(rehearsal === undefined ? {} : { rehearsal: { ...rehearsal, host } }) }))
    const inside = run(aRealHost())
    expect(headingsOf(inside)).toContain('Rehearsal on the Functions host')
    expect(inside).toMatch(/`4\.1037\.0\.0` of `mcr\.[^`]+:4` \(`sha256:(?:ab){32}`\)/)
    expect(inside).toContain(
      'on a network without a way out: `Running`. Pull 31.0 s, start 2.2 s, questions 400 ms.',
    )
    expect(inside).toContain('| `HttpExample` | `GET /api/HttpExample` | `200` | 3 ms |')
    expect(inside).toContain('Not called: `Nightly` (')
    expect(inside).toContain('```text\nfunction.json of Hello: expected an error, the host runs it\n```')
    expect(run({ ...aRealHost(), network: 'published' })).toContain('on a port of 127.0.0.1')
  })

  it('draws what a host lacks', () => {
    const graph = renderSummary(aRedRun())
    expect(graph).toContain('  library0 -- "not there" --> host1\n')
    expect(graph).toContain('  library1 -- "no #71;LIBC#95;2#46;34 and 1 more" --> host0\n')
    expect(graph).toContain('  binary -..->|"has all of it"| host2\n')
    expect(graph).toContain(
      '| Debian 11, glibc 2.31 | Consumption, Premium and Dedicated until they are moved | `libsqlite3.so.0`, `GLIBC_2.34` of `libc.so.6`, `GLIBC_2.32` of `libc.so.6` |',
    )
  })

  it('draws a missing interpreter and a library that only another library needs', () => {
    const gap = {
      host: 'musl-free',
      plans: 'all',
      hasInterpreter: false,
      missingLibraries: ['libz.so.1'],
      missingVersions: [],
    }
    const artifact = anArtifact({ linkage: 'dynamic', interpreter: '/lib/ld-musl.so', gaps: [gap] })
    const markdown = renderSummary(aReport({ artifact }))
    expect(markdown).toContain('  interpreter -- "not there" --> host0\n')
    expect(markdown).toContain('  binary -. "indirectly" .-> library0\n')
    expect(markdown).toContain('| musl-free | all | the interpreter, `libz.so.1` |')
  })

  it('sorts findings by severity, then place, and lists ignored ones as ignored', () => {
    const at = (file: string, line: number) => ({ location: { file, line } })
    const markdown = renderSummary(
      aReport({
        findings: [
          aFinding({ code: 'e', severity: 'notice' }),
          aFinding({ code: 'd', severity: 'warning' }),
          aFinding({ code: 'c', ...at('b.go', 1) }),
          aFinding({ code: 'b', ...at('a.go', 10) }),
          aFinding({ code: 'a', ...at('a.go', 9) }),
        ],
        ignored: [aFinding({ code: 'f' })],
      }),
    )
    expect(markdown.match(/\| `[a-f]`/g)?.join('')).toBe('| `a`| `b`| `c`| `d`| `e`| `f`')
    expect(markdown).toContain('<summary>Ignored: 1 finding accepted with ignore-findings</summary>')
  })

  it('links codes only to a plain address', () => {
    const report = aReport({ findings: [aFinding(), aFinding({ code: 'x](y)' })] })
    const docsUrl = 'https://github.com/o/r/blob/v1/docs/findings.md'
    expect(renderSummary(report, { docsUrl })).toContain(`[\`elf-interpreter\`](${docsUrl}#elf-interpreter)`)
    expect(renderSummary(report, { docsUrl })).toContain('| `x](y)` |')
    expect(renderSummary(report, { docsUrl: 'javascript:x' })).toContain('| `elf-interpreter` |')
  })

  it('marks every stage', () => {
    const markdown = renderSummary(
      aReport({
        outcome: 'failed',
        stages: [
          { name: 'inputs', state: 'done', elapsedMs: 3 },
          { name: 'build', state: 'failed', reason: 'no Go', elapsedMs: 4000 },
          { name: 'deploy', state: 'skipped', reason: 'no app-name' },
          { name: 'verify', state: 'not-reached' },
          { name: 'package', state: 'cancelled' },
        ],
      }),
    )
    expect(markdown).toContain(`| inputs | done | 3 ms | — |
| build | **failed** | 4.0 s | no Go |
| deploy | skipped | — | no app-name |
| verify | not reached | — | — |
| package | **cancelled** | — | — |`)
  })

  it('names the functions that Azure does not list', () => {
    const { verification, ...green } = aGreenRun()
    if (verification === undefined) throw new Error('the green run is verified')
    const report = { ...green, verification: { ...verification, isVerified: false, listed: ['HttpExample'] } }
    expect(renderSummary(report)).toContain('1 of 3 expected; missing: `QueueWorker`, `Nightly`')
  })

  it('shows the largest entries of the package and counts the rest', () => {
    const markdown = renderSummary(aGreenRun())
    expect(markdown).toContain('| `handler` | 7.9 MB | 3.9 MB | `0755` |')
    expect(markdown).toContain('And 5 smaller files, 4.3 kB.')
  })

  it.each(runsOfEveryKind)('of a run of kind "%s" is the same twice and closes what it opens', (_, make) => {
    const markdown = renderSummary(make())
    expect(renderSummary(make())).toBe(markdown)
    expect(markdown.split('<details>').length).toBe(markdown.split('</details>').length)
    expect(markdown).not.toMatch(/undefined|NaN|\[object/)
    expect(markdown).not.toMatch(/\p{Extended_Pictographic}/u)
  })
})

describe('what is to be copied', () => {
  const grant = block("az role assignment create --role 'Reader' | cat")
  it('stands below the table, once, with the line that leads to it', () => {
    const hint = `Grant it.\nFor an application:\n${grant}\nIt takes a while.`
    const markdown = renderSummary(
      aReport({ findings: [aFinding({ code: 'a', hint }), aFinding({ code: 'b', hint })] }),
    )
    expect(markdown).toContain('**Fix:** Grant it. | `a` |')
    expect(markdown).toContain(
      `Fix of \`a\`, \`b\`:\n\nFor an application:\n\n${grant}\n\nIt takes a while.\n`,
    )
    expect(markdown.split('az role').length).toBe(2)
  })

  it('is announced when the hint is nothing else', () => {
    const markdown = renderSummary(aReport({ findings: [aFinding({ hint: grant })] }))
    expect(markdown).toContain('**Fix:** The command is below. |')
    expect(markdown).toContain(`:\n\n${grant}\n`)
  })

  it('is apart from what servers said, which is collapsed and there once', () => {
    const message = `Refused.\n${block('a long\nanswer', 'text')}`
    const markdown = renderSummary(
      aReport({ findings: [aFinding({ code: 'a', message }), aFinding({ code: 'b', message })] }),
    )
    expect(markdown).toContain('| **error** | Refused.<br>')
    expect(markdown).toContain(
      '<details><summary>The answer behind a</summary>\n\n```text\na long\nanswer\n```\n\n</details>',
    )
    expect(markdown.split('a long').length).toBe(2)
  })
})

describe('the size', () => {
  it('drops the longest detail first and says so', () => {
    const full = renderSummary(aGreenRun())
    const less = renderSummary(aGreenRun(), { maxBytes: Buffer.byteLength(full) - 50 })
    expect(less).toMatch(
      /^Left out to stay below the size limit of a job summary: Timings \(\d+ B\)\. The report/m,
    )
    expect(headingsOf(less)).not.toContain('Timings')
    expect(headingsOf(less)).toContain('Stages')
  })

  it('stays below the limit when everything is as long as it can be', () => {
    const many = <T>(items: readonly T[]): T[] => Array.from({ length: 1000 }, () => items).flat()
    const full = aFullReport()
    const huge: RunReport = {
      ...full,
      findings: many(full.findings),
      ignored: many(full.ignored),
      timeline: many(full.timeline),
      stages: many(full.stages),
    }
    for (const text of ['\u202e'.repeat(10_000), '`'.repeat(10_000), '@ '.repeat(5000)]) {
      const markdown = renderSummary(mapStrings(huge, () => text))
      expect(Buffer.byteLength(markdown)).toBeLessThan(largestSummaryBytes)
      expect(markdown).toContain('### Stages')
      expect(markdown).toContain('Left out to stay below the size limit')
    }
  })
})

/**
 * What the Markdown consists of, without the text: block structure, links, images, raw HTML. Emphasis,
 * line breaks and code spans are ours to add; all else must be as with harmless text.
 */
function skeletonOf(markdown: string): string[] {
  const harmless = new Set([
    'text',
    'code_inline',
    'softbreak',
    'strong_open',
    'strong_close',
    'text_special',
  ])
  return createMarkdownIt({ html: true, linkify: true })
    .parse(markdown, {})
    .flatMap((token) => [token, ...(token.children ?? [])])
    .filter((token) => !harmless.has(token.type) && token.content !== '<br>')
    .map((token) =>
      token.type.startsWith('html') ? `html ${token.content.trim()}` : `${token.type} ${token.info}`,
    )
}

describe('hostile text', () => {
  const report = mapStrings(aFullReport(), () => 'harmless')
  const paths = stringPaths(report)
  const expected = skeletonOf(renderSummary(report)).join('\n')
  // Empty text leaves out the outputs of tools and the answer of the app; long text repeats the cause.
  const short = hostileTexts.filter(([, text]) => text.trim() !== '' && text.length < 1000)

  const inEveryField = short.filter(([name]) =>
    ['end of everything', 'blocks', 'fence', 'cells'].includes(name),
  )

  it('reaches every field', () => {
    expect(paths.length).toBeGreaterThan(90)
  })

  it.each(short)('%s changes nothing but text, in all fields', (_, text) => {
    const everywhere = skeletonOf(renderSummary(mapStrings(report, () => text)))
    const paragraphs = /^(?:paragraph_(?:open|close)|inline) $/
    // A cause of several lines is repeated below the heading: one paragraph more, and nothing else.
    expect(everywhere.filter((token) => !paragraphs.test(token)).join('\n')).toBe(
      expected
        .split('\n')
        .filter((token) => !paragraphs.test(token))
        .join('\n'),
    )
  })

  it.each(inEveryField)('%s changes nothing but text, in one field alone', (_, text) => {
    for (const path of paths.filter((path) => path !== 'cause')) {
      const markdown = renderSummary(mapStrings(report, (at, value) => (at === path ? text : value)))
      expect(skeletonOf(markdown).join('\n'), path).toBe(expected)
    }
  })

  it.each(hostileTexts)('%s leaves no invisible character', (_, text) => {
    const markdown = renderSummary(mapStrings(report, () => text))
    expect(markdown).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u3164\u00a0]/u)
    expect(Buffer.byteLength(markdown)).toBeLessThan(largestSummaryBytes)
  })
})

describe('the swap', () => {
  it('is told apart from the verification of the slot, and of its target', () => {
    const summary = renderSummary(aSwappedRun())
    expect(headingsOf(summary)).toEqual(
      expect.arrayContaining(['Verification of the slot', 'Swap', 'Verification after the swap']),
    )
    expect(summary).toContain('| **Result** | `production` runs the new package, verified |')
    expect(summary).toContain(`| **Former package** | \`${'0'.repeat(64)}\` |`)
  })

  it('that was taken back says which package is where', () => {
    const summary = renderSummary(aSwappedBackRun())
    expect(summary).toContain(
      '| **Result** | **swapped back**: `production` runs its former package, `staging` the new one |',
    )
    expect(summary).toContain('Verification of the former package')
    expect(summary).toContain('- boom')
  })

  it.each([
    ['not-swapped', '**not swapped**: `production` runs what it ran before, `staging` the new package'],
    ['unknown', '**not known**: the findings say what is known'],
  ] as const)('whose state is %s says so', (state, words) => {
    const { swap, ...run } = aSwappedRun()
    if (swap === undefined) throw new Error('the run has a swap')
    const { verification: _, ...rest } = swap
    expect(renderSummary({ ...run, swap: { ...rest, state } })).toContain(words)
  })
})
