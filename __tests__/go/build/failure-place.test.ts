import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Finding } from '../../../src/findings'
import { placeAtModuleFile } from '../../../src/go/build/failure-place'

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'failure-place-'))
  for (const folder of ['api/function', 'bare']) mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(join(root, 'api', 'go.mod'), 'module example.com/api\n')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const failure = (code: string, file?: string): Finding => ({
  code,
  severity: 'error',
  message: 'm',
  hint: 'h',
  ...(file === undefined ? {} : { location: { file, line: 3 } }),
})

describe('the place of a failed build', () => {
  it.each<[string, string, Finding, string | undefined]>([
    ['go.mod beside it', 'api', failure('go-build-failed'), 'api/go.mod'],
    ['go.mod above it', 'api/function', failure('go-proxy-unreachable'), 'api/go.mod'],
    ['the file that go names', 'api', failure('go-compile-error', 'api/main.go'), 'api/main.go'],
    ['no file, without go.mod', 'bare', failure('go-build-failed'), undefined],
    ['no file, when Go itself is missing', 'api', failure('go-missing'), undefined],
    ['no file, for a flag', 'api', failure('build-flag-refused'), undefined],
  ])('is %s', (_, folder, finding, file) => {
    const folders = { projectFolder: join(root, folder), repositoryRoot: root }
    expect(placeAtModuleFile([finding], folders).map(({ location }) => location?.file)).toEqual([file])
  })

  it('does not look above the repository', () => {
    const folders = {
      projectFolder: join(root, 'api', 'function'),
      repositoryRoot: join(root, 'api', 'function'),
    }
    expect(placeAtModuleFile([failure('go-build-failed')], folders)).toEqual([failure('go-build-failed')])
  })
})
