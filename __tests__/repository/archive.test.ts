import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const git = (...args: readonly string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8' })
const listed = git('ls-files')
const paths = listed.stdout.split('\n').filter((path) => path !== '')

describe('the archive that every run downloads', () => {
  it('holds what a run needs and nothing else', (context) => {
    if (listed.status !== 0) context.skip('this is no clone, so git cannot say what is exported')
    const top = [...new Set(paths.map((path) => path.replace(/\/.*/, '')))]
    const said = git('check-attr', 'export-ignore', '--', ...top).stdout
    const exported = top.filter((name) => !said.includes(`${name}: export-ignore: set`))
    expect(exported.sort()).toEqual([
      'LICENSE',
      'README.md',
      'action.yml',
      'discover',
      'dist',
      'overview',
      'package.json',
      'terminal',
    ])
  })
})
