import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, type TestContext } from 'vitest'
import { type ActionResult, runAction } from '../../scripts/run-action'
import { functionJson, hostJson, makeWorkspace, type TestWorkspace } from './workspace'

let workspace: TestWorkspace
let result: ActionResult | undefined
beforeEach(() => {
  workspace = makeWorkspace()
})
afterEach(() => {
  result?.dispose()
  workspace.remove()
})

const zstdSum = `github.com/DataDog/zstd v1.5.5 h1:oWf5W7GtOLgp6bciQYDmhHHjdhYkALu6S/5Ni9ZgSvQ=
github.com/DataDog/zstd v1.5.5/go.mod h1:g4AWEaM3yOg3HYfnJ3YIawPnVdXJh9QME85blwSAmyw=
`

describe('a module that needs cgo', () => {
  it('fails the build and is named at the import, with what to use instead', async (context) => {
    needsModule(context, 'github.com/DataDog/zstd@v1.5.5')
    workspace.write('api/host.json', hostJson('handler'))
    workspace.write('api/Hello/function.json', functionJson)
    workspace.write('go.mod', 'module example.com/app\n\ngo 1.19\n\nrequire github.com/DataDog/zstd v1.5.5\n')
    workspace.write('go.sum', zstdSum)
    workspace.write(
      'api/main.go',
      'package main\n\nimport "example.com/app/pack"\n\nfunc main() { pack.Up() }\n',
    )
    workspace.write(
      'pack/pack.go',
      'package pack\n\nimport (\n\t"os"\n\n\t"github.com/DataDog/zstd"\n)\n\nfunc Up() { zstd.Compress(nil, nil); os.Exit(0) }\n',
    )
    result = await runAction({ workspace: workspace.folder, inputs: { 'working-directory': 'api' } })
    expect(result.exitCode).toBe(1)
    expect(result.log).toContain(
      '::error title=cgo-required,file=pack/pack.go,line=6,col=2::pack/pack.go:6:2: Package "github.com/DataDog/zstd" needs cgo, and cannot be linked statically without a C library. Imported as example.com/app/api → example.com/app/pack → github.com/DataDog/zstd. (cgo-required)%0AUse github.com/klauspost/compress/zstd.',
    )
    expect(result.outputs).toMatchObject({ errors: '1', deployed: 'false' })
  })

  it('is named at the import also when it builds and only refuses to work', async (context) => {
    needsModule(context, 'github.com/mattn/go-sqlite3@v1.14.22')
    workspace.sample('cgo-sqlite')
    // The download is shown while it goes on, as it would be on a fresh runner.
    const cache = join(workspace.folder, 'module-cache')
    const env = { GOMODCACHE: cache, GOPROXY: downloadFolder().href, GOSUMDB: 'off' }
    result = await runAction({
      workspace: workspace.folder,
      inputs: { 'working-directory': 'cgo-sqlite' },
      env: { ...env, GOFLAGS: '-modcacherw' },
    })
    rmSync(cache, { recursive: true, force: true })
    expect(result.exitCode).toBe(1)
    expect(result.log).toMatch(/^go: downloading github\.com\/mattn\/go-sqlite3 v1\.14\.22$/m)
    expect(result.log).toContain(
      '::error title=cgo-stub,file=cgo-sqlite/store/store.go,line=7,col=4::cgo-sqlite/store/store.go:7:4: Module "github.com/mattn/go-sqlite3" needs cgo. Without cgo, Go links only a stub, and the stub answers every call with an error.',
    )
    expect(result.log).toContain('%0AUse modernc.org/sqlite; ')
  })
})

/** Skips when a module is neither in the cache nor can be downloaded here. */
function needsModule(context: TestContext, module: string): void {
  const env = { ...process.env, GOFLAGS: '-mod=mod', GOWORK: 'off', GOTOOLCHAIN: 'local' }
  const { status } = spawnSync('go', ['mod', 'download', module], { env, timeout: 60_000 })
  if (status !== 0) context.skip(`the Go module proxy does not give ${module} here`)
}

/** Where Go keeps what it downloaded, in the form of a proxy. */
function downloadFolder(): URL {
  const { stdout } = spawnSync('go', ['env', 'GOMODCACHE'], { encoding: 'utf8' })
  return pathToFileURL(join(stdout.trim(), 'cache', 'download'))
}
