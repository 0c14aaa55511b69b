/** The picture of the rooms in docs/architecture.md, held against what src/ imports. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPageBlocks } from '../../scripts/page-blocks'
import { repositoryRoot } from '../../scripts/run-action'

const source = join(repositoryRoot, 'src')
const page = readFileSync(join(repositoryRoot, 'docs', 'architecture.md'), 'utf8')
const [picture] = readPageBlocks('docs/architecture.md').filter(({ kind }) => kind === 'mermaid')
const drawn = [...(picture?.text ?? '').matchAll(/^ +([\w-]+) --> ([\w-]+)$/gm)].map(
  ([, from, to]) => `${from} ${to}`,
)

const entries = readdirSync(source, { withFileTypes: true })
const rooms = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name)

/** What all rooms stand on is not drawn: an arrow from everything says nothing. */
const shared = ['findings', 'errors', 'text', 'files', 'programs']

describe('docs/architecture.md', () => {
  it.each(rooms)('has the room %s in its table', (room) => {
    expect(page).toMatch(new RegExp(`^\\| \`${room}\` \\| [^|]+ \\| [^|]+ \\|$`, 'm'))
  })

  it.each(files)('says what %s is', (file) => expect(page).toContain(`\`${file}\``))

  it('names no room that is gone', () => {
    const named = [...page.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name)
    expect(named.sort()).toEqual([...rooms].sort())
  })

  it('draws exactly the imports between rooms', () => {
    const modules = files.filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -3))
    const imports = [...rooms, ...modules].flatMap((from) => importsOf(from).map((to) => `${from} ${to}`))
    const between = imports.filter((edge) => !edge.split(' ').some((end) => shared.includes(end)))
    expect([...new Set(drawn)].sort()).toEqual([...new Set(between)].sort())
    expect(drawn.length).toBeGreaterThan(10)
  })
})

/** The other rooms and top files that a room, or a top file, imports. */
function importsOf(name: string): readonly string[] {
  const paths = rooms.includes(name)
    ? readdirSync(join(source, name), { recursive: true, encoding: 'utf8' }).filter((path) =>
        path.endsWith('.ts'),
      )
    : [`../${name}.ts`]
  return paths.flatMap((path) => {
    const place = join('/src', rooms.includes(name) ? name : '.', path.replace(/^\.\.\//, ''))
    const text = readFileSync(join(repositoryRoot, place), 'utf8')
    return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)]
      .map(([, target = '']) => join(place, '..', target).replaceAll('\\', '/'))
      .filter((target) => target.startsWith('/src/'))
      .map((target) => target.split('/')[2]?.replace(/\.ts$/, '') ?? '')
      .filter((to) => to !== name)
  })
}
