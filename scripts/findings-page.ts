/**
 * Writes docs/findings.md from the `codes.ts` of every room: one section for each code, in the order of
 * the stages. Run it with `npx tsx scripts/findings-page.ts` after a change of any description.
 */
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { CodeDescription } from '../src/findings'

const repository = fileURLToPath(new URL('..', import.meta.url))

/** The rooms in the order in which a run comes to them, with the title of their part of the page. */
const titles: Readonly<Record<string, string>> = {
  stages: 'The inputs',
  project: 'The function app',
  go: 'The build',
  elf: 'The program',
  archive: 'The package',
  host: 'The rehearsal',
  azure: 'Azure',
  discover: 'Many apps',
}

export interface RoomCodes {
  readonly room: string
  readonly codes: Readonly<Record<string, CodeDescription>>
}

/**
 * Collects the codes of every room that has a `codes.ts`.
 *
 * @returns rooms in the order of the page; rooms without a title follow by name
 */
export async function readRoomCodes(): Promise<readonly RoomCodes[]> {
  const source = join(repository, 'src')
  const rooms: RoomCodes[] = []
  for (const entry of await readdir(source, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const names = await readdir(join(source, entry.name))
    if (!names.includes('codes.ts')) continue
    const module: unknown = await import(pathToFileURL(join(source, entry.name, 'codes.ts')).href)
    const tables = Object.entries(module as Record<string, RoomCodes['codes']>).filter(([name]) =>
      name.endsWith('Codes'),
    )
    rooms.push({ room: entry.name, codes: Object.assign({}, ...tables.map(([, table]) => table)) })
  }
  const order = Object.keys(titles)
  const rank = ({ room }: RoomCodes) => (order.includes(room) ? order.indexOf(room) : order.length)
  return rooms.sort((left, right) => rank(left) - rank(right) || (left.room < right.room ? -1 : 1))
}

/**
 * Renders the page.
 *
 * @param rooms as `readRoomCodes` gives them
 * @returns Markdown; each code is a heading, so that `#the-code` is its anchor
 */
export function renderFindingsPage(rooms: readonly RoomCodes[]): string {
  const parts = [
    '# Findings',
    'Each thing that the action finds has a stable code. This page says for each code what is wrong, what one would see in Azure, how to fix it, and where the rule comes from. It is written by `npx tsx scripts/findings-page.ts` from the descriptions beside the checks.',
    'An `error` fails the step, a `warning` does so with `fail-on: warning`, a `notice` never does.',
    ...rooms.map(renderContents),
  ]
  for (const { room, codes } of rooms) {
    parts.push(`## ${titles[room] ?? room}`)
    for (const [code, description] of Object.entries(codes)) parts.push(renderCode(code, description))
  }
  return `${parts.join('\n\n')}\n`
}

function renderContents({ room, codes }: RoomCodes): string {
  const rows = Object.entries(codes).map(
    ([code, { severity, title }]) =>
      `| [\`${code}\`](#${code}) | ${severity} | ${title.replaceAll('|', '\\|')} |`,
  )
  return [`**${titles[room] ?? room}**`, '', '| code | severity | |', '| --- | --- | --- |', ...rows].join(
    '\n',
  )
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
  const page = renderFindingsPage(await readRoomCodes())
  await writeFile(join(repository, 'docs', 'findings.md'), page)
  process.stdout.write(`docs/findings.md: ${page.split('\n### ').length - 1} codes\n`)
}
