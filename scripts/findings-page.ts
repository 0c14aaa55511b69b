/**
 * Writes the pages about findings from the descriptions of every room: docs/findings.md is the index, with the
 * anchor of each code that links from everywhere lead to; docs/findings/ROOM.md has the sections of one room.
 * Run it with `npm run docs:findings` after a change of any description.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { CodeDescription } from '../src/findings'
import { codesByRoom } from '../src/stages/code-descriptions'

const repository = fileURLToPath(new URL('..', import.meta.url))

type Room = keyof typeof codesByRoom

/** The titles of the pages. */
const titles: Readonly<Record<Room, string>> = {
  stages: 'The inputs',
  checks: 'The function app',
  go: 'The build',
  elf: 'The program',
  archive: 'The package',
  host: 'The rehearsal',
  azure: 'Azure',
  discover: 'Many apps',
}

const written = 'Written by `npm run docs:findings` from the descriptions beside the checks.'

interface RoomCodes {
  readonly room: Room
  readonly codes: Readonly<Record<string, CodeDescription>>
}

/**
 * Renders the index and a page for each room.
 *
 * @returns path from the root of the repository to Markdown. `docs/findings.md#the-code` is a row of the index
 *   that leads on to the section; this address is in summaries and result files of released versions
 */
export function renderFindingsPages(): ReadonlyMap<string, string> {
  const rooms = Object.entries(codesByRoom).map(([room, codes]) => ({ room, codes }) as RoomCodes)
  const pages = new Map([['docs/findings.md', renderIndex(rooms)]])
  for (const each of rooms) pages.set(`docs/findings/${each.room}.md`, renderRoom(each))
  return pages
}

function renderIndex(rooms: readonly RoomCodes[]): string {
  return page([
    '# Findings',
    `Each thing that the action finds has a stable code. Follow the code to what is wrong, what one would see in Azure, how to fix it, and where the rule comes from. This page is the index of all codes. ${written}`,
    'An `error` fails the step, a `warning` does so with `fail-on: warning`, a `notice` never does.',
    ...rooms.map(renderContents),
  ])
}

function renderContents({ room, codes }: RoomCodes): string {
  const rows = Object.entries(codes).map(
    ([code, { severity, title }]) =>
      `| <a id="${code}"></a>[\`${code}\`](findings/${room}.md#${code}) | ${severity} | ${title.replaceAll('|', '\\|')} |`,
  )
  const heading = `## [${titles[room]}](findings/${room}.md)`
  return [heading, '', '| code | severity | |', '| --- | --- | --- |', ...rows].join('\n')
}

function renderRoom({ room, codes }: RoomCodes): string {
  return page([
    `# Findings: ${titles[room]}`,
    `[All findings](../findings.md). ${written}`,
    ...Object.entries(codes).map(([code, description]) => renderCode(code, description)),
  ])
}

function renderCode(code: string, { severity, title, wrong, seen, fix, source }: CodeDescription): string {
  return [
    `## ${code}`,
    `**${title}** (${severity})`,
    wrong,
    `**What you see in Azure.** ${seen}`,
    // A block has to begin on a line of its own.
    `**How to fix it.**${fix.startsWith('```') ? '\n\n' : ' '}${fix}`,
    `Source: ${source}`,
  ].join('\n\n')
}

const page = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  // A page of a room that is no more would stay otherwise.
  await rm(join(repository, 'docs', 'findings'), { recursive: true, force: true })
  for (const [path, text] of renderFindingsPages()) {
    await mkdir(dirname(join(repository, path)), { recursive: true })
    await writeFile(join(repository, path), text)
    process.stdout.write(`${path}: ${text.length} characters\n`)
  }
}
