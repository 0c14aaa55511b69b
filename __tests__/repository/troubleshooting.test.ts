/** docs/troubleshooting.md, held against the findings: every text that it explains is one that its finding quotes. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { repositoryRoot } from '../../scripts/run-action'
import { codeDescriptions } from '../../src/stages/code-descriptions'

const page = readFileSync(join(repositoryRoot, 'docs', 'troubleshooting.md'), 'utf8')
const parts = page.split(/^### /m).slice(1)
const entries = parts.map((part) => {
  const [heading = ''] = part.split('\n')
  return {
    text: heading.replace(/^`+|`+$/g, ''),
    isCode: /^(`+)[^`].*\1$/.test(heading),
    codes: [...part.matchAll(/\[`([a-z0-9-]+)`\]\(findings\/[a-z]+\.md#([a-z0-9-]+)\)/g)].map(
      ([, name, anchor]) => ({ name, anchor }),
    ),
    part,
  }
})

it('explains many messages, each once', () => {
  expect(entries.length).toBeGreaterThan(40)
  expect(new Set(entries.map(({ text }) => text)).size).toBe(entries.length)
})

describe.each(entries)('$text', ({ text, isCode, codes: links, part }) => {
  it('is shown as it is, with its cause and what to do', () => {
    expect(isCode).toBe(true)
    expect(part).toMatch(/\n\*\*Cause\.\*\* \S[^\n]+\n\n\*\*Fix\.\*\* \S[^\n]+\n\nFinding: /)
  })

  it('leads to findings that exist', () => {
    expect(links.length).toBeGreaterThan(0)
    for (const { name = '', anchor } of links) {
      expect(anchor).toBe(name)
      expect(Object.keys(codeDescriptions)).toContain(name)
    }
  })

  it('is what one of these findings quotes', () => {
    const said = links
      .map(({ name = '' }) => Object.values(codeDescriptions[name] ?? {}).join('\n'))
      .map(settled)
    expect(said.some((each) => each.includes(settled(text)))).toBe(true)
  })
})

/** The wrapper of the resource manager names the status that it met, which differs. */
function settled(text: string): string {
  return text.replace(/an error \(\w+\) from/g, 'an error (STATUS) from')
}
