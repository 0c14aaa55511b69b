/**
 * Measures how long the bundled `discover` takes on a repository of 1,000 apps, with and without the time that it
 * waits for `go list`. Prints figures; judges nothing.
 */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeAppRepository, sharedSource } from './app-repository'
import { runAction } from './run-action'

const appCount = 1000
const sharedCount = 40
const rounds = 5

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'measure-discover-')))
try {
  const shared = Array.from({ length: sharedCount }, (_, index) => [
    `shared${index}`,
    index % 4 === 0 ? [] : [`shared${index - 1}`],
  ])
  const apps = Array.from({ length: appCount }, (_, index) => [
    `app${index}`,
    [`shared${index % sharedCount}`],
  ])
  const repository = makeAppRepository(folder, {
    apps: Object.fromEntries(apps),
    shared: Object.fromEntries(shared),
  })
  const base = repository.git('rev-parse', 'HEAD')
  repository.write('shared/shared0/shared0.go', sharedSource('shared0', [], 'two'))
  repository.commit('Change a shared package')
  process.stdout.write(
    `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}\n`,
  )
  await measure('nothing to compare with, so no go list', {}, appCount)
  await measure('a shared package changed', { base }, appCount / 10)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measure(
  title: string,
  inputs: Readonly<Record<string, string>>,
  changedCount: number,
): Promise<void> {
  const times: { readonly all: number; readonly go: number }[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const result = await runAction({
      workspace: folder,
      action: 'discover',
      inputs: {
        ...inputs,
        part: '1/4',
        'environment-name': 'production',
        'app-name-pattern': '{name}-{environment}',
      },
      env: { GITHUB_EVENT_NAME: 'workflow_dispatch' },
    })
    result.dispose()
    const { 'app-count': found, 'changed-count': changed } = result.outputs
    // Another answer would be another measurement.
    if (result.exitCode !== 0 || found !== String(appCount) || changed !== String(changedCount)) {
      throw new Error(`discover found ${found} apps, ${changed} of them changed:\n${result.log}`)
    }
    const go = Number(/Asking Go took (\d+) ms/.exec(result.log)?.[1] ?? 0)
    // The first round warms the caches of the disk and of Go.
    if (round > 0) times.push({ all: result.elapsedMs, go })
  }
  const all = median(times.map((time) => time.all))
  const go = median(times.map((time) => time.go))
  const besides = median(times.map((time) => time.all - time.go))
  process.stdout.write(
    `${appCount} apps, ${title}: ${all.toFixed(0)} ms, of them go list ${go.toFixed(0)} ms, besides ${besides.toFixed(0)} ms (median of ${rounds}, from the start of Node)\n`,
  )
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}
