import type { ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import { runAction } from '../../scripts/run-action'
import { deployTo, makePackages, signInInputs } from './azure'
import { functionJson, hostJson, makeWorkspace, smallHandlerSource, type TestWorkspace } from './workspace'

vi.setConfig({ testTimeout: 120_000, maxConcurrency: 5 })

// The runner sends SIGINT, SIGTERM 7.5 seconds later, and kills after 2.5 seconds more.
const graceMs = 7500

interface Moment {
  readonly title: string
  /** What the log says then. */
  readonly marker: string
  readonly isBuild: boolean
  /** What the summary says about Azure when there is still time to say it. */
  readonly left?: RegExp
}

const moments: readonly Moment[] = [
  { title: 'the build', marker: '::group::Build', isBuild: true },
  { title: 'the packaging', marker: '::group::Package', isBuild: true },
  { title: 'the rehearsal', marker: '::group::Rehearse', isBuild: true },
  {
    title: 'the start of the deployment',
    marker: '::group::Deploy to',
    isBuild: false,
    left: /The run was stopped while the deployment was in the state '/,
  },
  {
    title: 'the upload',
    marker: 'Uploaded: ',
    isBuild: false,
    left: /The run was stopped while the deployment was in the state 'uploading'/,
  },
  {
    title: 'the polling',
    // Whichever state it is in when it is first seen.
    marker: "Deployment '",
    isBuild: false,
    left: /while the deployment '[\w-]+' was in the state '(?:Pending|Building|Deploying) \(\d\)'/,
  },
  {
    title: 'the verification',
    marker: '::group::Verify',
    isBuild: false,
    left: /stopped before the deployed functions were verified/,
  },
]
const signals = ['SIGINT', 'SIGTERM', 'SIGKILL'] as const
const rows = moments
  .flatMap((moment) => signals.map((signal) => ({ ...moment, signal })))
  .map((row, index) => ({ ...row, appName: `kill-${index}` }))

let emulator: Emulator
let packages: TestWorkspace
beforeAll(async () => {
  emulator = await startEmulator({
    apps: rows.map(({ appName }) => anApp({ name: appName, plan: 'flex-consumption' })),
    // Slow enough to be met in the middle.
    latencies: { publishMs: 1000, deploymentStepMs: 700 },
    faults: { apps: { '*': { listing: [{ listing: 'empty', times: 1 }] } } },
  })
  packages = await makePackages(['hello-world'])
})
afterAll(async () => {
  await emulator?.stop()
  packages?.remove()
})

describe.concurrent('the action is ended', () => {
  it.each(rows)('by $signal in $title', async ({ marker, isBuild, left, signal, appName }) => {
    const workspace = makeWorkspace()
    if (isBuild) {
      workspace.write('app/host.json', hostJson('handler'))
      workspace.write('app/Hello/function.json', functionJson)
      workspace.write('app/handler.go', smallHandlerSource)
    } else copyFileSync(join(packages.folder, 'hello-world.zip'), join(workspace.folder, 'hello-world.zip'))
    const inputs: Record<string, string> = isBuild
      ? { 'working-directory': 'app' }
      : { package: 'hello-world.zip', rehearse: 'false', 'app-name': appName, ...signInInputs(emulator) }
    const before = filesIn(workspace.folder)
    let child: ChildProcess | undefined
    let signalledAt = 0
    const result = await runAction({
      workspace: workspace.folder,
      inputs,
      env: emulator.env,
      onStart: (started) => {
        child = started
      },
      onOutput: (text) => {
        if (signalledAt > 0 || !text.includes(marker)) return
        signalledAt = performance.now()
        child?.kill(signal)
      },
    })
    try {
      expect(signalledAt, result.log).toBeGreaterThan(0)
      const leftBehind = handlersUnder(result.tempFolder)
      // Nobody can clean up after SIGKILL but the runner.
      for (const pid of leftBehind) end(pid)
      if (signal !== 'SIGKILL') {
        expect(performance.now() - signalledAt).toBeLessThan(graceMs)
        expect(result.exitCode).toBe(1)
        expect(result.summary).toMatch(/^## Cancelled/m)
        if (left !== undefined) expect(result.summary.replaceAll('`', '')).toMatch(left)
        expect(leftBehind).toEqual([])
      } else expect(result.summary).toBe('')
      const after = filesIn(workspace.folder)
      for (const [path, digest] of before) expect([path, after.get(path)]).toEqual([path, digest])
      const added = [...after.keys()].filter((path) => !before.has(path))
      expect(isBuild ? ['app/handler'] : []).toEqual(expect.arrayContaining(added))

      const again = await deployTo(emulator, { workspace: workspace.folder, appName, inputs })
      expect(again.exitCode, again.log).toBe(0)
      expect(emulator.state.get(appName).activeSha256).toBe(again.outputs['package-sha256'])
    } finally {
      result.dispose()
      workspace.remove()
    }
  })
})

/** What is isolated ends with its parent, perhaps in this very moment. */
function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

function filesIn(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [relative(folder, path), createHash('sha256').update(readFileSync(path)).digest('hex')]
    }),
  )
}

// Processes whose program lies under a folder; only Linux shows them.
function handlersUnder(folder: string): readonly number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/exe`).startsWith(folder)
      } catch {
        return false
      }
    })
}
