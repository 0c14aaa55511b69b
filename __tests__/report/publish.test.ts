import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { planAnnotations } from '../../src/report/annotations'
import { publishAnnotations, writeSummary } from '../../src/report/publish'
import { aFinding } from './a-report'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-'))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true, force: true })
})

describe('publishAnnotations', () => {
  it('prints one workflow command for each, and nothing in it can start another', () => {
    const printed: string[] = []
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed.push(String(text))
      return true
    })
    publishAnnotations(
      planAnnotations([
        aFinding({
          message: 'x\n::error::pwned',
          hint: '##[error]y',
          location: { file: 'a,b:c.go', line: 3, column: 4, endColumn: 6 },
        }),
        aFinding({ severity: 'warning', code: 'w', message: '100%', hint: '' }),
        aFinding({
          severity: 'notice',
          code: 'n',
          message: 'm',
          hint: '',
          location: { file: 'x.go', line: 1, endLine: 2 },
        }),
      ]),
    )
    expect(printed.join('').split(/\r?\n/).filter(Boolean)).toEqual([
      '::error title=elf-interpreter,file=a%2Cb%3Ac.go,line=3,col=4,endColumn=6::a,b:c.go:3:4: x%0A::error::pwned (elf-interpreter)%0A# #[error]y',
      '::warning title=w::100%25 (w)',
      '::notice title=n,file=x.go,line=1,endLine=2::x.go:1: m (n)',
    ])
  })
})

describe('writeSummary', () => {
  it('writes to an empty file and appends to one with text, a blank line between', async () => {
    const path = join(folder, 'summary.md')
    const env = { GITHUB_STEP_SUMMARY: path }
    expect(await writeSummary('one\n', env)).toBeUndefined()
    expect(await writeSummary('two\n', env)).toBeUndefined()
    expect(await readFile(path, 'utf8')).toBe('one\n\n\ntwo\n')
  })

  it.each([{}, { GITHUB_STEP_SUMMARY: '' }])('says why it did not with %j', async (env) => {
    expect(await writeSummary('x', env)).toBe('No summary was written: GITHUB_STEP_SUMMARY is not set.')
  })

  it('says why it could not', async () => {
    const reason = await writeSummary('x', { GITHUB_STEP_SUMMARY: folder })
    expect(reason).toMatch(/^No summary was written to '.*': EISDIR/)
  })
})
