/** The page on threats names tests; here the names are held true. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const page = readFileSync(join(root, 'docs', 'threat-model.md'), 'utf8')
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:---|threat|event)/.test(line))

describe('docs/threat-model.md', () => {
  it('has rows', () => expect(rows.length).toBeGreaterThan(20))

  it.each(rows)('%s', (row) => {
    const [, path = '', name = ''] = /\| `([^`]+)`: (.+?) \|$/.exec(row) ?? []
    expect(path, 'the last cell names a file and a test').not.toBe('')
    expect(existsSync(join(root, path)), path).toBe(true)
    expect(readFileSync(join(root, path), 'utf8')).toContain(name)
  })
})
