/** What the bundle tests that deploy share: packages that are built once, inputs, and requests to a deployed app. */
import { copyFileSync, existsSync, renameSync } from 'node:fs'
import { get } from 'node:https'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Emulator } from '../../emulator/emulator'
import { type ActionResult, runAction } from '../../scripts/run-action'
import { runWarm, sharedFolder } from './warm-jobs'
import { greeterSource, makeWorkspace, type TestWorkspace } from './workspace'

export const sampleInputs = {
  'hello-world': { 'working-directory': 'hello-world' },
  'multi-function': { 'working-directory': 'multi-function', 'main-package': './cmd/orders' },
} as const
export type SampleName = keyof typeof sampleInputs

/**
 * A workspace with these samples, and the package of each, `NAME.zip`. Their handlers are a small one that greets
 * whomever the path names last, since every test that deploys one pays for its size.
 */
export async function makePackages(samples: readonly SampleName[]): Promise<TestWorkspace> {
  const workspace = makeWorkspace()
  for (const name of samples) {
    workspace.sample(name)
    const { 'working-directory': folder, ...rest } = { 'main-package': '', ...sampleInputs[name] }
    const source = rest['main-package'] === '' ? 'handler.go' : `${rest['main-package']}/main.go`
    workspace.write(join(folder, source), greeterSource)
    const made = await madePackage(name, workspace.folder)
    copyFileSync(made, join(workspace.folder, `${name}.zip`))
  }
  return workspace
}

/** Made by a run of the bundle, once for all workers of a test run. */
async function madePackage(name: SampleName, workspace: string): Promise<string> {
  const shared = sharedFolder()
  const kept = shared === undefined ? undefined : join(shared, `${name}.zip`)
  if (kept !== undefined && existsSync(kept)) return kept
  const result = await runAction({ workspace, inputs: { ...sampleInputs[name], rehearse: 'false' } })
  if (result.exitCode !== 0) throw new Error(`${name} could not be built:\n${result.log}`)
  const made = join(workspace, `${name}.zip`)
  copyFileSync(result.outputs['package'] ?? '', made)
  result.dispose()
  if (kept === undefined) return made
  // Two workers may have made it at once.
  const unfinished = `${kept}.${process.pid}`
  copyFileSync(made, unfinished)
  renameSync(unfinished, kept)
  return kept
}

export interface DeployRun {
  readonly workspace: string
  readonly appName: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string | undefined>>
  /** The shipped bundle is run, in a process of its own. */
  readonly isBundle?: boolean
}

/**
 * Runs the action against an app of the emulator, in a process that is kept; its files are removed again. A package that
 * is given is rehearsed by the bundle alone, and where the inputs say so: it costs as much as the deployment.
 */
export async function deployTo(emulator: Emulator, run: DeployRun): Promise<ActionResult> {
  const rehearsal = run.isBundle || run.inputs?.['package'] === undefined ? {} : { rehearse: 'false' }
  const result = await (run.isBundle ? runAction : runWarm)({
    workspace: run.workspace,
    inputs: { ...signInInputs(emulator), 'app-name': run.appName, ...rehearsal, ...run.inputs },
    env: { ...emulator.env, ...run.env },
  })
  result.dispose()
  return result
}

/** The inputs that name the identity. Without a time to settle, which is the subject of tests of its own. */
export function signInInputs({ ids }: Emulator): Record<string, string> {
  return {
    'verify-settle': '0',
    'client-id': ids.clientId,
    'tenant-id': ids.tenantId,
    'subscription-id': ids.subscriptionId,
  }
}

/** GET on a deployed app. */
export function askApp(
  emulator: Emulator,
  url: string,
): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    get(url, { ca: emulator.ca }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (text: string) => {
        body += text
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    }).on('error', reject)
  })
}

/** All that a reader of the job sees: the runner takes the masks out of the log. */
export function visibleText({ log, summary, outputs }: ActionResult): string {
  const lines = log.split('\n').filter((line) => !line.startsWith('::add-mask::'))
  return [...lines, summary, JSON.stringify(outputs)].join('\n')
}

/** How much faster time goes by with `fastClock`. */
export const clockSpeed = 10

/**
 * Variables that let the time of the action go by ten times as fast; that of the emulator does not, but for the uptimes
 * that an app with the knob `uptimeSpeed` names.
 */
export const fastClock = {
  NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, 'fast-clock.mjs')).href}`,
} as const
