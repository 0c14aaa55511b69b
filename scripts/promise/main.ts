/**
 * The promise of the action, tried: deployments whose end is known beforehand, on every plan, in real time. Counts those
 * that are green and must not be, and those that are red and must not be. Writes the table into docs/reliability.md
 * when all were played.
 *
 * Usage: npm run test:promise [-- --only REGEX] [--beside 6] [--verbose] [--varied 40 [--seed 1]]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { anApp } from '../../emulator/app/apps'
import { startEmulator } from '../../emulator/emulator'
import { scenarioGroups } from './groups'
import { placeSetting } from './handler-program'
import { buildProgram } from './packages'
import { printResults, writeResults } from './results'
import { type Played, play, type Stage } from './run-scenario'
import type { Scenario } from './scenario'
import { variedScenarios } from './varied'

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    beside: { type: 'string', default: '6' },
    verbose: { type: 'boolean', default: false },
    // In place of the written scenarios.
    varied: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
  },
})

const startedAtMs = Date.now()
const folder = mkdtempSync(join(tmpdir(), 'promise-'))
const written = Object.values(scenarioGroups).flat()
const varied = variedScenarios(Number(values.varied), Number(values.seed))
const chosen = (varied.length > 0 ? varied : written)
  .filter(({ name }) => new RegExp(values.only).test(name))
  .map((scenario, index) => ({ scenario, appName: `p${index + 1}` }))
const faults: Stage['faults'] = { apps: {}, requests: [] }
const emulator = await startEmulator({
  apps: chosen.map(({ scenario, appName }) => appOf(scenario, appName)),
  faults,
  latencies: { restartLagMs: 1500, hostPauseMs: 1000, deploymentStepMs: 100, swapMs: 1000 },
})
const played: Played[] = []
try {
  const stage = { emulator, faults, programPath: buildProgram(folder), folder }
  const waiting = [...chosen]
  const playNext = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { scenario, appName } = next
      const one = await play(stage, scenario, appName).catch((error: unknown) => brokenBy(scenario, error))
      played.push(one)
      const seconds = (one.elapsedMs / 1000).toFixed(0)
      const late =
        one.endedAfterMs === undefined
          ? ''
          : `, ${(one.endedAfterMs / 1000).toFixed(1)} s after it was served`
      console.log(
        `${one.verdict}: ${scenario.name} (${scenario.plan}): ${one.seen}${late} [${seconds} s] ${values.verbose ? one.rehearsed : ''}`,
      )
      if (one.verdict !== 'right' || values.verbose) {
        const file = join(tmpdir(), `promise-${appName}.log`)
        writeFileSync(file, `${scenario.name}\n${one.log}`)
        console.log(`    log: ${file}`)
      }
    }
  }
  await Promise.all(Array.from({ length: Number(values.beside) }, playNext))
} finally {
  await emulator.stop()
  rmSync(folder, { recursive: true, force: true })
}
const elapsedMs = Date.now() - startedAtMs
printResults(played, elapsedMs)
if (values.only === '' && varied.length === 0) writeResults(scenarioGroups, played, elapsedMs)
process.exit(played.length > 0 && played.every(({ verdict }) => verdict === 'right') ? 0 : 1)

function appOf({ plan, app, slot }: Scenario, name: string): ReturnType<typeof anApp> {
  return anApp({
    name,
    plan,
    ...app,
    settings: { [placeSetting]: 'azure', ...app?.settings },
    ...(slot === undefined ? {} : { slots: [{ name: slot }] }),
  })
}

function brokenBy(scenario: Scenario, error: unknown): Played {
  const log = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const seen = log.split('\n')[0] ?? ''
  return { scenario, verdict: 'broken', seen, elapsedMs: 0, log, rehearsed: '' }
}
