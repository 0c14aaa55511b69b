import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Row, updatePage } from '../../fuzz/reliability-page'
import { temporaryFolder } from '../archive/folder'

const row = (changes: Partial<Row>): Row => ({
  name: 'elf',
  reads: 'ELF files',
  inputs: 1_000_000,
  faults: 0,
  worstMs: 24.31,
  worstAllocatedBytes: 3 * 1024 * 1024,
  worstReadBytes: 0,
  branches: 787,
  date: '2026-11-23',
  ...changes,
})

it('writes rows between its marks, keeps longer runs, and shows a fault at once', async () => {
  const path = join(await temporaryFolder(), 'reliability.md')
  await writeFile(path, '# Page\n\nbefore\n\n<!-- fuzz -->\n<!-- /fuzz -->\n\nafter\n')
  expect(updatePage(path, row({}))).toBe(true)
  expect(updatePage(path, row({ name: 'zip', inputs: 5 }))).toBe(true)
  expect(updatePage(path, row({ inputs: 10 }))).toBe(false)
  const page = await readFile(path, 'utf8')
  expect(page).toContain('| elf | ELF files | 1,000,000 | 0 | 24.3 ms | 3.0 MiB |  | 787 | 2026-11-23 |')
  expect(page).toContain('| zip |')
  expect(page).toMatch(/^# Page\n\nbefore\n\n<!-- fuzz -->[\s\S]*<!-- \/fuzz -->\n\nafter\n$/)
  expect(updatePage(path, row({ inputs: 10, faults: 1 }))).toBe(true)
  expect(await readFile(path, 'utf8')).toContain('| elf | ELF files | 10 | 1 |')
})

it('adds its part to a page without one', async () => {
  const path = join(await temporaryFolder(), 'reliability.md')
  updatePage(path, row({}))
  expect(await readFile(path, 'utf8')).toMatch(/^# Reliability\n\n<!-- fuzz -->\n\n[\s\S]*<!-- \/fuzz -->\n$/)
})
