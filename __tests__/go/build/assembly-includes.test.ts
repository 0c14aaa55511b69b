/** What assembly includes, and where that cannot be told, against Go's own assembler. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { includesOfAssembly } from '../../../src/go/build/assembly-includes'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assembly-'))
  write('secret.h', 'SECRETWORD\n')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, text: string): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
}
const includes = (): readonly string[] =>
  includesOfAssembly(join(folder, 'app'), [join(folder, 'app/text.s')]).map(({ path, doubt }) =>
    doubt === undefined ? path.slice(folder.length + 1) : `doubt: ${doubt}`,
  )

/** Ways to read ../secret.h, all of which the assembler obeys. */
const ways: Record<string, Record<string, string>> = {
  'a plain name': { 'text.s': '#include "../secret.h"\n' },
  'a comment before it': { 'text.s': '/* x */ #include "../secret.h"\n' },
  'comments between the words': { 'text.s': '# /* x\n */ include /**/ "../secret.h"\n' },
  'a name with escapes': { 'text.s': '#include "\\x2e\\056/secret.h"\n' },
  'a file in a folder, whose names are relative to the package': {
    'text.s': '#include "sub/near.h"\n',
    'sub/near.h': '#include "../secret.h"\n',
  },
  'a macro that ends with the name': { 'text.s': '#define M(a) a include "../secret.h"\nM(#)\n' },
  'a macro that is given the word': { 'text.s': '#define M(a) # a "../secret.h"\nM(include)\n' },
  'a macro over several lines': { 'text.s': '#define M \\\n#include "../secret.h"\nM\n' },
  'a macro in another file': {
    'text.s': '#include "macro.h"\nM("../secret.h")\n',
    'macro.h': '#define M(a) \\\n#include a\n',
  },
}

describe('an include of assembly', () => {
  it.each(Object.entries(ways))('is followed, or said to be in doubt: %s', (_, files) => {
    for (const [name, text] of Object.entries(files)) write(`app/${name}`, text)
    expect(includes().some((found) => found === 'secret.h' || found.startsWith('doubt: '))).toBe(true)
    if (!JSON.stringify(files).includes('define')) expect(assembled()).toContain('SECRETWORD')
  })

  it('does not come out of comments, strings and names', () => {
    write(
      'app/text.s',
      '// #include "../secret.h"\n/* #include "../secret.h" */\n#include "textflag.h"\n' +
        'DATA name<>(SB)/8, $"# include \\""\nGLOBL name<>(SB), 8, $8\nTEXT ·include(SB), 4, $0\n\tRET\n',
    )
    expect(includes()).toEqual(['app/textflag.h'])
  })

  it('is in doubt where the name is looked for in other folders', () => {
    write('app/text.s', '#include "../../../not-there.h"\n')
    expect(includes()).toEqual([expect.stringMatching(/^doubt: '.*not-there\.h' is not there/)])
  })

  it('is in doubt in a file that is too large, and after the thousandth', () => {
    write('app/text.s', '#include "large.h"\n')
    write('app/large.h', ' '.repeat(1024 * 1024 + 1))
    expect(includes()).toEqual(['app/large.h', 'doubt: It is larger than 1 MiB or cannot be read.'])
    write('app/text.s', Array.from({ length: 1100 }, (_, at) => `#include "f${at}.h"\n`).join(''))
    expect(includes().at(-1)).toBe('doubt: The package includes more than 1000 files.')
  })

  it('takes no time with hostile text', () => {
    write('app/text.s', '#include/*'.repeat(100_000))
    const startedAt = performance.now()
    includes()
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })
})

/** What Go's assembler says, which quotes what it does not understand. */
function assembled(): string {
  try {
    execFileSync('go', ['tool', 'asm', '-o', join(folder, 'out.o'), 'text.s'], {
      cwd: join(folder, 'app'),
      stdio: 'pipe',
    })
    return ''
  } catch (error) {
    return error instanceof Error && 'stderr' in error ? String(error.stderr) : ''
  }
}
