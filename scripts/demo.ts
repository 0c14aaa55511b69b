/**
 * Shows the action at work: the shipped bundle on samples/hello-world, then on the binary that the usual
 * instructions give. Prints the log a user would see and writes both summaries as previews.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderPreviewHtml } from './preview'
import { readableLog, repositoryRoot, runAction } from './run-action'

const previewFolder = join(repositoryRoot, '.preview')

const workspace = mkdtempSync(join(tmpdir(), 'demo-'))
try {
  mkdirSync(previewFolder, { recursive: true })
  cpSync(join(repositoryRoot, 'samples'), workspace, { recursive: true })
  const good = await show('hello-world', 'A Go function app, built by the action', {
    'working-directory': 'hello-world',
  })
  const wrong = buildWrongBinary()
  const bad = await show('wrong-binary', 'The same action on a binary built without CGO_ENABLED=0', {
    'working-directory': 'dynamic',
    binary: wrong,
  })
  console.log(`Summaries, to open in a browser:\n  ${good.preview}\n  ${bad.preview}`)
  if (good.exitCode !== 0) fail('samples/hello-world should have passed')
  if (bad.exitCode === 0) fail('the dynamically linked binary should have been refused')
} finally {
  rmSync(workspace, { recursive: true, force: true })
}

async function show(name: string, title: string, inputs: Record<string, string>) {
  console.log(`\n=== ${title}\n`)
  const result = await runAction({ workspace, inputs })
  console.log(readableLog(result.log).trim())
  console.log(`\n=== the step ${result.exitCode === 0 ? 'passed' : 'failed'} (exit code ${result.exitCode})`)
  const preview = join(previewFolder, `${name}.html`)
  writeFileSync(preview, renderPreviewHtml(result.summary, title))
  writeFileSync(join(previewFolder, `${name}.md`), result.summary)
  result.dispose()
  return { exitCode: result.exitCode, preview }
}

// As the usual instructions build it: on Linux, with a C compiler at hand, this comes out dynamically linked.
function buildWrongBinary(): string {
  const cwd = join(workspace, 'dynamic')
  const env = { ...process.env, CGO_ENABLED: '1', GOOS: 'linux', GOARCH: 'amd64' }
  const built = spawnSync('go', ['build', '-o', 'handler', 'handler.go'], { cwd, env, encoding: 'utf8' })
  if (built.status === 0) return join('dynamic', 'handler')
  // Without a C compiler, position-independent code gives a binary that needs the loader all the same.
  const args = ['build', '-buildmode=pie', '-o', 'handler', 'handler.go']
  const pie = spawnSync('go', args, { cwd, env: { ...env, CGO_ENABLED: '0' }, encoding: 'utf8' })
  if (pie.status !== 0) fail(`the wrong binary could not be built:\n${built.stderr}${pie.stderr}`)
  return join('dynamic', 'handler')
}

function fail(sentence: string): never {
  console.error(`demo: ${sentence}`)
  process.exit(1)
}
