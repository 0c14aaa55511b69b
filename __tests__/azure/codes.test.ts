import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { azureCodes } from '../../src/azure/codes'
import { severities } from '../../src/findings'

const folder = fileURLToPath(new URL('../../src/azure/', import.meta.url))

describe('azureCodes', () => {
  it.each(Object.entries(azureCodes))('%s is described', (code, description) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)+$/)
    expect(severities).toContain(description.severity)
    for (const text of [
      description.title,
      description.wrong,
      description.seen,
      description.fix,
      description.source,
    ]) {
      expect(text.length).toBeGreaterThan(1)
    }
  })

  it('describes no code that nothing uses', async () => {
    const files = (await readdir(folder, { recursive: true })).filter(
      (file) => file.endsWith('.ts') && !file.startsWith('codes'),
    )
    const sources = (await Promise.all(files.map((file) => readFile(`${folder}${file}`, 'utf8')))).join('\n')
    const unused = Object.keys(azureCodes).filter((code) => !sources.includes(`'${code}'`))
    expect(unused).toEqual([])
  })
})
