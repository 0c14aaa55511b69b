/**
 * The blocks and links of every page: workflows are valid and give the action only what it has, commands exist,
 * Go is built as it is written, and links lead somewhere. __tests__/bundle/readme-blocks.test.ts goes further for the README.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import createMarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readPageBlocks, shellCommands, shellWords } from '../../scripts/page-blocks'
import { repositoryRoot } from '../../scripts/run-action'
import { markdownPages } from './markdown-pages'
import { actionErrors, workflowOf } from './page-workflows'
import { workflowErrors } from './workflow-schema'

const scripts: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(repositoryRoot, 'package.json'), 'utf8'),
).scripts
const read = (page: string): string => readFileSync(join(repositoryRoot, page), 'utf8')

describe.each(markdownPages)('%s', (page) => {
  const blocks = readPageBlocks(page).map((block) => ({
    ...block,
    title: `line ${block.line}, ${block.kind}`,
  }))

  it.each(blocks)('$title', ({ kind, text }) => checkBlock(kind, text))

  it('has no row outside of its table', () => {
    expect(strayRows(read(page))).toEqual([])
  })

  it('names only npm scripts that exist', () => {
    for (const [, name = ''] of read(page).matchAll(/\bnpm run ([\w:-]+)/g))
      expect(Object.keys(scripts)).toContain(name)
  })

  it('has links that lead somewhere', () => {
    const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)
    const wrong = links
      .filter((target) => !/^(https?:|mailto:)/.test(target))
      .filter((target) => !leads(page, target))
    expect(wrong).toEqual([])
  })
})

/** An empty line ends a table: what follows is no table any more, and GitHub shows its lines as they are. */
function strayRows(text: string): readonly string[] {
  const lines = text.split('\n')
  const blocks = createMarkdownIt({ html: true })
    .parse(text, {})
    .filter(({ type }) => ['table_open', 'fence', 'html_block'].includes(type))
  return lines.filter(
    (line, index) =>
      /^\s*\|/.test(line) && !blocks.some(({ map }) => map && map[0] <= index && index < map[1]),
  )
}

function leads(page: string, target: string): boolean {
  const [path = '', anchor] = target.split('#')
  const file = path === '' ? page : join(dirname(page), path).replaceAll('\\', '/')
  if (!existsSync(join(repositoryRoot, file))) return isOnGitHub(file)
  return anchor === undefined || anchorsOf(file).includes(anchor)
}

/** `../../issues` and its like are pages of the repository on GitHub. */
const isOnGitHub = (file: string): boolean => file.startsWith('..')

/** As GitHub makes them of headings, and those that a page sets itself. */
function anchorsOf(file: string): readonly string[] {
  const headings = [...read(file).matchAll(/^#{1,6} (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
  return [...headings, ...[...read(file).matchAll(/<a id="([^"]+)"><\/a>/g)].map(([, id = '']) => id)]
}

/** Programs that commands of the pages call besides npm, az, gh and go; they come with a shell or with Azure. */
const otherPrograms = ['zip', 'curl', 'sh', 'chmod', 'cd', 'git', 'npx', 'export', 'node', 'echo']

function checkBlock(kind: string, text: string): void {
  expect(text.trim()).not.toBe('')
  if (kind === 'yaml') checkYaml(text)
  else if (kind === 'sh') checkShell(text)
  else if (kind === 'json') checkJson(text)
  // `go` and `ts` are parts of programs, `text` is output, `mermaid` is drawn by drawn-pages.test.ts.
  else expect(['go', 'ts', 'text', 'mermaid']).toContain(kind)
}

function checkYaml(text: string): void {
  const parsed: unknown = parse(text)
  const isWorkflow = Array.isArray(parsed) || 'jobs' in (parsed as object)
  // Otherwise it is a part of a job, such as its permissions.
  if (!isWorkflow) return
  expect(workflowErrors(workflowOf(text))).toEqual([])
  expect(actionErrors(text)).toEqual([])
}

/** A whole file, or members of an object. */
function checkJson(text: string): void {
  const trimmed = text.trim()
  expect(() => JSON.parse(/^[[{]/.test(trimmed) ? trimmed : `{${trimmed}}`)).not.toThrow()
}

function checkShell(text: string): void {
  for (const command of shellCommands(text)) {
    const words = shellWords(command).filter((word) => !/^\w+=/.test(word))
    const [program = ''] = words
    if (program === 'npm') expect(['test', 'run', 'version', 'ci']).toContain(words[1])
    else if (program === 'go' && words[1] === 'build') buildsAsWritten(command)
    else expect([...otherPrograms, 'az', 'gh', 'go', 'func']).toContain(program)
  }
}

/** Runs it where the command fits: a file by name in a sample without a module, a package in one with a module. */
function buildsAsWritten(command: string): void {
  const out = mkdtempSync(join(tmpdir(), 'page-build-'))
  const sample = command.includes('handler.go') ? 'samples/hello-world' : 'samples/good/net-http'
  const target = command.includes(' -o ')
    ? command.replace(/ -o \S+/, ` -o ${out}`)
    : command.replace('go build', `go build -o ${out}`)
  try {
    const built = spawnSync(target, { cwd: join(repositoryRoot, sample), encoding: 'utf8', shell: true })
    expect(built.status, `${target}: ${built.stderr}`).toBe(0)
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}
