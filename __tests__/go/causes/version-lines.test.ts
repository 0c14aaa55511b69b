import nodePath from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { olderThanAsked } from '../../../src/go/causes/version-lines'
import { aProject, removeProjects } from '../projects'

afterAll(removeProjects)

async function judge(goVersion: string, files: Readonly<Record<string, string>>) {
  const root = await aProject(files)
  const path = (name: string) => (name in files ? nodePath.join(root, name) : '')
  return olderThanAsked(
    { goVersion, goModPath: path('go.mod'), goWorkPath: path('go.work') },
    { cwd: root, repositoryRoot: root, flavour: nodePath, goVersion },
  )
}

describe('an old Go', () => {
  it('is refused when go.mod asks for a newer one, which it would ignore', async () => {
    expect(await judge('go1.19.8', { 'go.mod': 'module m\n\ngo 1.22\n' })).toEqual({
      code: 'go-too-old',
      severity: 'error',
      message: 'go.mod requires Go 1.22, but the Go on PATH is go1.19.8.',
      hint: 'Run actions/setup-go with go-version-file: go.mod before this step.',
      location: { file: 'go.mod', line: 3 },
    })
  })

  it('is refused when go.work asks for a newer one', async () => {
    expect(await judge('go1.20', { 'go.work': 'go 1.21\n\nuse .\n', 'go.mod': 'module m\n' })).toMatchObject({
      message: 'go.work requires Go 1.21, but the Go on PATH is go1.20.',
      location: { file: 'go.work', line: 1 },
    })
  })

  it.each([
    ['go1.19.8', { 'go.mod': 'module m\n\ngo 1.19\n' }],
    ['go1.19.8', { 'go.mod': 'module m\n' }],
    ['go1.19.8', {}],
    // From 1.21 on, Go judges for itself, and may fetch the version that is asked for.
    ['go1.21.0', { 'go.mod': 'module m\n\ngo 1.22\n' }],
    ['devel go1.30-abc', { 'go.mod': 'module m\n\ngo 1.99\n' }],
  ])('%s builds %j', async (goVersion, files: Readonly<Record<string, string>>) => {
    expect(await judge(goVersion, files)).toBeUndefined()
  })
})
