/**
 * Writes the output in docs/why-dynamic.md from real runs of the shipped bundle on samples/dynamic. Run it with
 * `npm run docs:why`; a test compares the page with a run of its own.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { writeBlock } from './marked-blocks'
import { type ActionResult, readableLog, repositoryRoot, runAction } from './run-action'

export const whyPage = join(repositoryRoot, 'docs', 'why-dynamic.md')

interface Recipe {
  readonly env: Readonly<Record<string, string>>
  readonly flags: readonly string[]
}

/** As one might build the sample. The first is what instructions without CGO_ENABLED come to on a Linux machine. */
const usual: Recipe = { env: { CGO_ENABLED: '1' }, flags: [] }
const pie: Recipe = { env: { CGO_ENABLED: '0' }, flags: ['-buildmode=pie'] }
const recipes: readonly Recipe[] = [
  usual,
  { env: { CGO_ENABLED: '1' }, flags: ['-ldflags', '-extldflags -static'] },
  { env: { CGO_ENABLED: '1' }, flags: ['-tags', 'netgo'] },
  { env: { CGO_ENABLED: '1' }, flags: ['-tags', 'netgo,osusergo'] },
  { env: { CGO_ENABLED: '1' }, flags: ['-ldflags', '-linkmode external -extldflags -static'] },
  pie,
  { env: { CGO_ENABLED: '0' }, flags: [] },
]

/**
 * Builds the sample in every way of the page and lets the action look at each.
 *
 * @param run what runs the action
 * @returns Markdown by the name of its part of the page
 * @throws when a build fails, for example without a C compiler
 */
export async function renderWhyBlocks(run = runAction): Promise<Readonly<Record<string, string>>> {
  const workspace = mkdtempSync(join(tmpdir(), 'why-'))
  try {
    cpSync(join(repositoryRoot, 'samples', 'dynamic'), join(workspace, 'dynamic'), { recursive: true })
    const cwd = join(workspace, 'dynamic')
    const rows: string[] = []
    const inspected = new Map<Recipe, ActionResult>()
    for (const recipe of recipes) {
      build(cwd, recipe)
      const result = await inspect(workspace, run)
      inspected.set(recipe, result)
      const { outputs } = result
      const needed = (JSON.parse(outputs['needed'] ?? '[]') as string[])
        .map((name) => `\`${name}\``)
        .join(', ')
      const interpreter = outputs['interpreter'] === '' ? '' : `\`${outputs['interpreter']}\``
      rows.push(`| \`${commandOf(recipe)}\` | **${outputs['linkage']}** | ${interpreter} | ${needed} |`)
    }
    const [wrong, position] = [inspected.get(usual), inspected.get(pie)]
    if (wrong === undefined || position === undefined) throw new Error('a way of the page was not tried')
    const good = await run({ workspace, inputs: { 'working-directory': 'dynamic' } })
    good.dispose()
    return {
      'who-needs-c': fenced('text', whoNeedsC(cwd)),
      refused: fenced('text', [`$ ${commandOf(usual)}`, ...groups(wrong, ['Inspect'])].join('\n')),
      graph: sectionOf(wrong.summary, '### What the binary asks for and what the hosts lack'),
      ways: ['| built with | it is | interpreter | needs |', '| --- | --- | --- | --- |', ...rows].join('\n'),
      pie: fenced('text', [`$ ${commandOf(pie)}`, ...groups(position, ['Inspect'])].join('\n')),
      built: fenced('text', groups(good, ['Build', 'Inspect', 'Rehearse']).join('\n')),
    }
  } finally {
    rmSync(workspace, { recursive: true, force: true })
  }
}

/**
 * @param text output of a run
 * @returns the text without what differs between machines and moments: build IDs, versions of Go, sizes, times
 */
export function settled(text: string): string {
  return text
    .replace(/, (?:Go BuildID=[\w/-]+|BuildID\[sha1\]=[0-9a-f]+)/g, '')
    .replace(/\bgo1\.\d+(?:\.\d+)?(?:\w+)?/g, 'go')
    .replace(/\b\d+(?:\.\d+)? (?:[kM]?B|ms|s)\b/g, 'N')
    .replace(/, with debug_info|, not stripped/g, '')
    .replace(/, build cache \w+/g, '')
}

function build(cwd: string, { env, flags }: Recipe): void {
  const all = { ...process.env, GOFLAGS: '', GOOS: 'linux', GOARCH: 'amd64', ...env }
  const built = spawnSync('go', ['build', ...flags, '-o', 'handler', 'handler.go'], {
    cwd,
    env: all,
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(`'${commandOf({ env, flags })}' failed: ${built.stderr}`)
}

async function inspect(workspace: string, run: typeof runAction): Promise<ActionResult> {
  const inputs = { 'working-directory': 'dynamic', binary: 'dynamic/handler', rehearse: 'false' }
  const result = await run({ workspace, inputs })
  result.dispose()
  return result
}

function commandOf({ env, flags }: Recipe): string {
  const names = Object.entries(env).map(([name, value]) => `${name}=${value}`)
  const words = flags.map((flag) => (flag.includes(' ') ? `'${flag}'` : flag))
  return [...names, 'go', 'build', ...words, 'handler.go'].join(' ')
}

/** What of the standard library comes with C in it, as go itself says. */
function whoNeedsC(cwd: string): string {
  const list = (cgo: string): string => {
    const args = ['list', '-deps', '-f', '{{if .CgoFiles}}{{.ImportPath}}{{end}}', 'handler.go']
    const env = { ...process.env, GOFLAGS: '', GOOS: 'linux', GOARCH: 'amd64', CGO_ENABLED: cgo }
    const said = spawnSync('go', args, { cwd, env, encoding: 'utf8' }).stdout.trim().split('\n').sort()
    const command = `$ CGO_ENABLED=${cgo} go list -deps -f '{{if .CgoFiles}}{{.ImportPath}}{{end}}' handler.go`
    return [command, ...said].join('\n').trimEnd()
  }
  return `${list('1')}\n${list('0')}`
}

/** The groups of the log whose titles begin so, each with the lines that follow it. */
function groups({ log }: ActionResult, titles: readonly string[]): readonly string[] {
  const pieces = log.split(/^(?=::group::)/m).filter((piece) => piece.startsWith('::group::'))
  const wanted = pieces.filter((piece) => titles.some((title) => piece.startsWith(`::group::${title}`)))
  return wanted.map((piece) => readableLog(piece).trim())
}

function sectionOf(summary: string, heading: string): string {
  const [, rest] = summary.split(`${heading}\n`)
  if (rest === undefined) throw new Error(`The summary has no section '${heading}'.`)
  return (rest.split(/^### /m)[0] ?? '').trim()
}

const fenced = (kind: string, text: string): string => `\`\`\`${kind}\n${text}\n\`\`\``

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  let page = readFileSync(whyPage, 'utf8')
  for (const [name, body] of Object.entries(await renderWhyBlocks())) {
    page = writeBlock(page, `docs:why ${name}`, body)
  }
  writeFileSync(whyPage, page)
  console.log('docs:why: docs/why-dynamic.md')
}
