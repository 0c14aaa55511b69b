import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { packedPointers } from '../../src/archive/lfs-pointers'

const root = mkdtempSync(join(tmpdir(), 'lfs-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d7a2146'.repeat(8)}\nsize 12345\n`

it.each([
  ['a pointer', pointer, 1],
  ['a pointer with an extension', pointer.replace('oid', 'ext-0-foo sha256:aa\noid'), 1],
  ['a text about pointers', `Text.\n${pointer}`, 0],
  ['its first line only', `${pointer.split('\n')[0]}\n${'x'.repeat(80)}`, 0],
])('%s is found in the package or not', (_name, text, count) => {
  writeFileSync(join(root, 'model.bin'), text)
  const found = packedPointers([{ sourcePath: 'model.bin', sizeBytes: text.length }], root, 'api')
  expect(found).toHaveLength(count)
  if (count > 0) {
    expect(found[0]).toMatchObject({
      code: 'lfs-pointer',
      severity: 'error',
      location: { file: 'api/model.bin', line: 1 },
    })
  }
})
