/**
 * Makes the pictures of the README from real runs of the shipped bundle: a summary that is green, one that is
 * red, and what a pull request shows; and a page of twelve mistakes in `.preview`, to look at. Run it with
 * `npm run pictures` after a change of the summary.
 */

import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { anApp } from '../emulator/app/apps'
import { startEmulator } from '../emulator/emulator'
import { renderAnnotatedFile } from './annotated-file'
import { mistakes } from './mistakes/mistakes'
import { renderMistakes, type ToldMistake } from './mistakes/page'
import { runMistake } from './mistakes/run-mistake'
import { renderPreviewHtml, screenshotEach, screenshotHtml } from './preview'
import { repositoryRoot, runAction } from './run-action'

const images = join(repositoryRoot, 'docs', 'images')
const workspace = mkdtempSync(join(tmpdir(), 'pictures-'))
const emulator = await startEmulator({ apps: [anApp({ name: 'my-functions', plan: 'flex-consumption' })] })
try {
  mkdirSync(images, { recursive: true })
  cpSync(join(repositoryRoot, 'samples'), workspace, { recursive: true })
  await greenSummary()
  await redSummary()
  await annotations()
  await twelveMistakes()
} finally {
  await emulator.stop()
  rmSync(workspace, { recursive: true, force: true })
}

async function greenSummary(): Promise<void> {
  const result = await runAction({
    workspace,
    inputs: {
      'working-directory': 'hello-world',
      'app-name': 'my-functions',
      'client-id': emulator.ids.clientId,
      'tenant-id': emulator.ids.tenantId,
      'subscription-id': emulator.ids.subscriptionId,
      'verify-path': '/api/HttpExample?name=ci',
    },
    env: emulator.env,
  })
  await picture('summary-green', renderPreviewHtml(result.summary, 'A deployment'))
  result.dispose()
}

async function redSummary(): Promise<void> {
  const cwd = join(workspace, 'dynamic')
  const env = { ...process.env, CGO_ENABLED: '1', GOOS: 'linux', GOARCH: 'amd64' }
  const built = spawnSync('go', ['build', '-o', 'handler', 'handler.go'], { cwd, env, encoding: 'utf8' })
  if (built.status !== 0) throw new Error(`the dynamic binary needs a C compiler: ${built.stderr}`)
  const inputs = { 'working-directory': 'dynamic', binary: 'dynamic/handler' }
  const result = await runAction({ workspace, inputs })
  await picture('summary-red', renderPreviewHtml(result.summary, 'A binary that Azure cannot start'))
  result.dispose()
}

// A pull request with the two mistakes that are made most: the flag at the wrong place, and a reserved route.
async function annotations(): Promise<void> {
  const path = 'hello-world/host.json'
  const good = readFileSync(join(workspace, path), 'utf8')
  const flag = /,?\s*"enableForwardingHttpRequest": true/
  const bad = good
    .replace(flag, '')
    .replace(
      /("defaultExecutablePath": )"handler"/,
      '$1"handler.exe",\n      "enableForwardingHttpRequest": true',
    )
  writeFileSync(join(workspace, path), bad)
  const result = await runAction({ workspace, inputs: { 'working-directory': 'hello-world' } })
  await picture('annotations', renderAnnotatedFile({ path, text: bad, log: result.log }), 760)
  result.dispose()
}

// Not for a page: to look at, three ways in which each mistake is told.
async function twelveMistakes(): Promise<void> {
  const folder = join(repositoryRoot, '.preview')
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'mistakes.html')
  const told: ToldMistake[] = []
  for (const mistake of mistakes) told.push({ mistake, ...(await runMistake(mistake)) })
  writeFileSync(path, renderMistakes(told))
  await screenshotEach(path, 'section', folder)
  console.log(`pictures: ${path}, and one picture of each mistake beside it`)
}

async function picture(name: string, html: string, width = 900): Promise<void> {
  const page = join(workspace, `${name}.html`)
  writeFileSync(page, html)
  await screenshotHtml(page, join(images, `${name}.png`), { width })
  console.log(`pictures: docs/images/${name}.png`)
}
