/** The binary that `go build` makes of samples/dynamic where a C library is at hand: it asks for a loader. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/**
 * @param folder a copy of samples/dynamic
 * @returns the path of the binary
 * @throws Error when Go cannot build it
 */
export function buildWrongBinary(folder: string, flags: readonly string[] = []): string {
  const build = (more: readonly string[], cgo: '0' | '1') =>
    spawnSync('go', ['build', ...more, ...flags, '-o', 'handler', 'handler.go'], {
      cwd: folder,
      env: { ...process.env, CGO_ENABLED: cgo, GOOS: 'linux', GOARCH: 'amd64' },
      encoding: 'utf8',
    })
  const built = build([], '1')
  if (built.status === 0) return join(folder, 'handler')
  // Without a C compiler, position-independent code gives a binary that needs the loader all the same.
  const pie = build(['-buildmode=pie'], '0')
  if (pie.status !== 0) throw new Error(`the wrong binary could not be built:\n${built.stderr}${pie.stderr}`)
  return join(folder, 'handler')
}
