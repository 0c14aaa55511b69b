import { readFile } from 'node:fs/promises'
import nodePath from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findEmbeddedPointers } from '../../../src/go/build/embedded-pointers'
import { runForReal } from '../programs'
import { aProject, build, removeProjects } from '../projects'

afterAll(removeProjects)

const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d7a2146'.repeat(8)}\nsize 12345\n`
const embedding = (pattern: string): string =>
  `package main\n\nimport "embed"\n\n//go:embed ${pattern}\nvar x embed.FS\n\nfunc main() { _ = x }\n`

async function look(files: Readonly<Record<string, string>>) {
  const root = await aProject({ 'go.mod': 'module example.com/app\n\ngo 1.18\n', ...files })
  const { output, request } = await build(root)
  if (output === undefined) throw new Error('it was not built')
  const names = Object.keys(files).filter((name) => name.endsWith('.go'))
  const sources = await Promise.all(
    names.map(async (path) => ({ path, text: await readFile(nodePath.join(root, path), 'utf8') })),
  )
  let calls = 0
  const found = await findEmbeddedPointers({ ...request, ...output }, sources, (call) => {
    calls += 1
    return runForReal(call)
  })
  return { found, calls }
}

describe('an embedded pointer of Git LFS', () => {
  it.each([
    ['a file', 'a.bin', { 'a.bin': pointer }, 'a.bin'],
    ['a folder', 'static', { 'static/b/a.bin': pointer, 'static/c.txt': 'x' }, 'static/b/a.bin'],
    ['a pattern', 'static/*.bin', { 'static/a.bin': pointer.replaceAll('\n', '\r\n') }, 'static/a.bin'],
  ])('as %s', async (_name, pattern, files, path) => {
    const { found } = await look({ 'a.go': embedding(pattern), ...files })
    expect(found).toEqual([
      {
        code: 'lfs-pointer',
        severity: 'error',
        message: `The pattern "${pattern}" embeds "${path}". That file is only a pointer of Git LFS: the checkout did not fetch its content.`,
        hint: expect.stringContaining('lfs: true'),
        location: { file: 'a.go', line: 5 },
      },
    ])
  })

  it('is none when the pattern leaves it out', async () => {
    const files = { 'static/a.bin': pointer, 'static/a.txt': 'x' }
    expect((await look({ 'a.go': embedding('static/*.txt'), ...files })).found).toEqual([])
  })

  it('is none in a package that is not built', async () => {
    const other = embedding('a.bin')
      .replace('package main', 'package other')
      .replace('func main() { _ = x }', '')
    const { found } = await look({
      'a.go': 'package main\n\nfunc main() {}\n',
      'p/p.go': other,
      'p/a.bin': pointer,
    })
    expect(found).toEqual([])
  })

  it('is none in a text about pointers, and go is not asked', async () => {
    const { found, calls } = await look({ 'a.go': embedding('a.md'), 'a.md': `A pointer:\n\n${pointer}` })
    expect(found).toEqual([])
    expect(calls).toBe(0)
  })
})
