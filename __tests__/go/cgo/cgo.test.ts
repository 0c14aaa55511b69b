import { execFile } from 'node:child_process'
import { cp, readFile } from 'node:fs/promises'
import nodePath from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, it, type TestContext } from 'vitest'
import { explainStubs } from '../../../src/go/cgo/stubs'
import { runForReal } from '../programs'
import { aProject, build, removeProjects } from '../projects'

const run = promisify(execFile)
const goMod = 'module example.com/app\n\ngo 1.19\n'
const native =
  'package native\n\n// int one(void) { return 1; }\nimport "C"\n\nfunc One() int { return int(C.one()) }\n'

afterAll(removeProjects)

describe('the code of the user', () => {
  it('names the file with import "C", and how it is imported', async () => {
    const root = await aProject({
      'go.mod': goMod,
      'api/main.go': 'package main\n\nimport "example.com/app/native"\n\nfunc main() { native.One() }\n',
      'native/native.go': native,
    })
    const { findings } = await build(root, 'api')
    expect(findings).toEqual([
      {
        code: 'cgo-required',
        severity: 'error',
        message:
          '"native/native.go" says import "C". C code cannot be built without cgo. Imported as example.com/app/api → example.com/app/native.',
        hint: 'Remove the import when nothing of C is used. Otherwise write that part in Go, or build a static binary with musl yourself and give it to the action with the input binary.',
        location: { file: 'native/native.go', line: 4, column: 8 },
      },
    ])
  })

  it('sees that symbols are missing since their file needs cgo', async () => {
    const root = await aProject({
      'go.mod': goMod,
      'main.go': 'package main\n\nimport "example.com/app/native"\n\nfunc main() { native.Two() }\n',
      'native/native.go': native,
      'native/two.go': 'package native\n\nfunc Two() int { return One() + One() }\n',
    })
    const { findings } = await build(root)
    expect(findings).toMatchObject([
      { code: 'cgo-required', location: { file: 'native/native.go', line: 4, column: 8 } },
    ])
  })

  it('sees it in files without a go.mod', async () => {
    const root = await aProject({ 'handler.go': native.replace('package native', 'package main') })
    const { findings } = await build(root)
    expect(findings).toMatchObject([
      { code: 'cgo-required', location: { file: 'handler.go', line: 4, column: 8 } },
    ])
  })

  it('sees it when all of several files need cgo', async () => {
    const handler = native.replace('package native', 'package main')
    const root = await aProject({ 'handler.go': handler, 'other.go': handler.replaceAll('ne()', 'ther()') })
    expect((await build(root)).findings).toMatchObject([{ code: 'cgo-required', location: { line: 4 } }])
  })

  it('keeps other errors, and does not blame cgo for them', async () => {
    const root = await aProject({
      'go.mod': goMod,
      'main.go':
        'package main\n\nimport "example.com/app/mixed"\n\nfunc main() { mixed.Three(); nothing() }\n',
      'mixed/pure.go': '//go:build !cgo\n\npackage mixed\n\nfunc Three() {}\n',
      'mixed/native.go': native.replace('package native', 'package mixed').replace('One()', 'Three()'),
    })
    const { findings } = await build(root)
    expect(findings).toMatchObject([{ code: 'go-compile-error', message: 'undefined: nothing' }])
  })
})

describe('the code of others', () => {
  const others = {
    'go.mod': `${goMod}\nrequire (\n\texample.com/wrapper v1.0.0\n\texample.com/native v1.0.0\n)\n\nreplace example.com/wrapper => ./others/wrapper\n\nreplace example.com/native => ./others/native\n`,
    'others/native/go.mod': 'module example.com/native\n\ngo 1.19\n',
    'others/native/native.go': native,
    'others/native/pure.go': 'package native\n\nconst Zero = 0\n',
    'others/wrapper/go.mod': 'module example.com/wrapper\n\ngo 1.19\n\nrequire example.com/native v1.0.0\n',
    'others/wrapper/wrapper.go':
      'package wrapper\n\nimport "example.com/native"\n\nfunc Wrap() int { return native.One() }\n',
  }

  it('is named with the import of the user that brings it in', async () => {
    const root = await aProject({
      ...others,
      'main.go': 'package main\n\nimport "example.com/app/store"\n\nfunc main() { store.Open() }\n',
      'store/store.go':
        'package store\n\nimport (\n\t"os"\n\n\t"example.com/wrapper"\n)\n\nfunc Open() { os.Exit(wrapper.Wrap()) }\n',
    })
    const { findings } = await build(root)
    expect(findings).toEqual([
      {
        code: 'cgo-required',
        severity: 'error',
        message:
          'Package "example.com/native" needs cgo, and cannot be linked statically without a C library. Imported as example.com/app → example.com/app/store → example.com/wrapper → example.com/native.',
        hint: '"example.com/wrapper" needs it. No pure Go replacement is known to the action: use a package without C code, or build a static binary with musl yourself and give it to the action with the input binary.',
        location: { file: 'store/store.go', line: 6, column: 2 },
      },
    ])
  })

  it('is found when the user gave it another name', async () => {
    const root = await aProject({
      ...others,
      'main.go':
        'package main\n\nimport (\n\tn "example.com/native"\n)\n\nfunc main() { println(n.Zero); n.One() }\n',
    })
    const { findings } = await build(root)
    expect(findings).toMatchObject([
      {
        code: 'cgo-required',
        message: expect.stringContaining('Imported as example.com/app → example.com/native.'),
        location: { file: 'main.go', line: 4, column: 4 },
      },
    ])
  })
})

const zstdSum = `github.com/DataDog/zstd v1.5.5 h1:oWf5W7GtOLgp6bciQYDmhHHjdhYkALu6S/5Ni9ZgSvQ=
github.com/DataDog/zstd v1.5.5/go.mod h1:g4AWEaM3yOg3HYfnJ3YIawPnVdXJh9QME85blwSAmyw=
`

/** Whether a module is in the cache or can be downloaded here. */
async function needsModule(context: TestContext, module: string): Promise<void> {
  try {
    const env = { ...process.env, GOFLAGS: '-mod=mod', GOWORK: 'off', GOTOOLCHAIN: 'local' }
    await run('go', ['mod', 'download', module], { env, timeout: 60_000 })
  } catch {
    context.skip(`the Go module proxy does not give ${module} here`)
  }
}

describe('real modules', () => {
  it('says what to use instead of github.com/DataDog/zstd', async (context) => {
    await needsModule(context, 'github.com/DataDog/zstd@v1.5.5')
    const root = await aProject({
      'go.mod': `${goMod}\nrequire github.com/DataDog/zstd v1.5.5\n`,
      'go.sum': zstdSum,
      'main.go':
        'package main\n\nimport "github.com/DataDog/zstd"\n\nfunc main() { zstd.Compress(nil, nil) }\n',
    })
    const { findings } = await build(root)
    expect(findings).toEqual([
      {
        code: 'cgo-required',
        severity: 'error',
        message:
          'Package "github.com/DataDog/zstd" needs cgo, and cannot be linked statically without a C library. Imported as example.com/app → github.com/DataDog/zstd.',
        hint: 'Use github.com/klauspost/compress/zstd.',
        location: { file: 'main.go', line: 3, column: 8 },
      },
    ])
  })

  it('finds the stub in samples/cgo-sqlite, which builds and then refuses to work', async (context) => {
    await needsModule(context, 'github.com/mattn/go-sqlite3@v1.14.22')
    const root = await aProject({})
    const sample = nodePath.resolve(import.meta.dirname, '../../../samples/cgo-sqlite')
    await cp(sample, root, { recursive: true })
    const { findings, output, request } = await build(root)
    expect(findings).toEqual([])
    if (output === undefined) throw new Error('samples/cgo-sqlite was not built')

    const buildInfo = (await run('go', ['version', '-m', output.outputPath])).stdout
    const modules = [...buildInfo.matchAll(/^\tdep\t(\S+)/gm)].map((match) => match[1] ?? '')
    expect(await explainStubs(request, output, modules, runForReal)).toEqual([
      {
        code: 'cgo-stub',
        severity: 'error',
        message:
          'Module "github.com/mattn/go-sqlite3" needs cgo. Without cgo, Go links only a stub, and the stub answers every call with an error. Imported as example.com/cgo-sqlite → example.com/cgo-sqlite/store → github.com/mattn/go-sqlite3.',
        hint: 'Use modernc.org/sqlite; the name of its database/sql driver is "sqlite" instead of "sqlite3".',
        location: { file: 'store/store.go', line: 7, column: 4 },
      },
    ])
    expect(await readFile(nodePath.join(root, 'store/store.go'), 'utf8')).toMatch(/\n\t_ "github\.com\/mattn/)
    if (process.platform === 'linux' && process.arch === 'x64') {
      await expect(run(output.outputPath)).rejects.toThrow(/This is a stub/)
    }
  })
})
