/**
 * Writes docs/findings.md from the descriptions of every room: one section for each code, in the order of
 * the stages. Run it with `npx tsx scripts/findings-page.ts` after a change of any description.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { CodeDescription } from '../src/findings'
import { codesByRoom } from '../src/stages/code-descriptions'

const repository = fileURLToPath(new URL('..', import.meta.url))

/** The titles of the parts of the page. */
const titles: Readonly<Record<keyof typeof codesByRoom, string>> = {
  stages: 'The inputs',
  checks: 'The function app',
  go: 'The build',
  elf: 'The program',
  archive: 'The package',
  host: 'The rehearsal',
  azure: 'Azure',
  discover: 'Many apps',
}

interface RoomCodes {
  readonly room: keyof typeof codesByRoom
  readonly codes: Readonly<Record<string, CodeDescription>>
}

/**
 * Renders the page.
 *
 * @returns Markdown; each code is a heading, so that `#the-code` is its anchor
 */
export function renderFindingsPage(): string {
  const rooms = Object.entries(codesByRoom).map(([room, codes]) => ({ room, codes }) as RoomCodes)
  const parts = [
    '# Findings',
    'Each thing that the action finds has a stable code. This page says for each code what is wrong, what one would see in Azure, how to fix it, and where the rule comes from. It is written by `npx tsx scripts/findings-page.ts` from the descriptions beside the checks.',
    'An `error` fails the step, a `warning` does so with `fail-on: warning`, a `notice` never does.',
    ...rooms.map(renderContents),
  ]
  for (const { room, codes } of rooms) {
    parts.push(`## ${titles[room]}`)
    for (const [code, description] of Object.entries(codes)) parts.push(renderCode(code, description))
  }
  return `${parts.join('\n\n')}\n`
}

function renderContents({ room, codes }: RoomCodes): string {
  const rows = Object.entries(codes).map(
    ([code, { severity, title }]) =>
      `| [\`${code}\`](#${code}) | ${severity} | ${title.replaceAll('|', '\\|')} |`,
  )
  return [`**${titles[room]}**`, '', '| code | severity | |', '| --- | --- | --- |', ...rows].join('\n')
}

function renderCode(code: string, { severity, title, wrong, seen, fix, source }: CodeDescription): string {
  return [
    `### ${code}`,
    `**${title}** (${severity})`,
    wrong,
    `**What you see in Azure.** ${seen}`,
    // A block has to begin on a line of its own.
    `**How to fix it.**${fix.startsWith('```') ? '\n\n' : ' '}${fix}`,
    `Source: ${source}`,
  ].join('\n\n')
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const page = renderFindingsPage()
  await writeFile(join(repository, 'docs', 'findings.md'), page)
  process.stdout.write(`docs/findings.md: ${page.split('\n### ').length - 1} codes\n`)
}
