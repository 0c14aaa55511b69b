/** What the bundle tests that deploy share: packages that are built once, inputs, and requests to a deployed app. */
import { copyFileSync } from 'node:fs'
import { get } from 'node:https'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Emulator } from '../../emulator/emulator'
import { type ActionResult, runAction } from '../../scripts/run-action'
import { runWarm } from './warm-jobs'
import { makeWorkspace, type TestWorkspace } from './workspace'

export const sampleInputs = {
  'hello-world': { 'working-directory': 'hello-world' },
  'multi-function': { 'working-directory': 'multi-function', 'main-package': './cmd/orders' },
} as const
export type SampleName = keyof typeof sampleInputs

/** A workspace with the packages of these samples, `NAME.zip`, each made by an earlier run of the bundle. */
export async function makePackages(samples: readonly SampleName[]): Promise<TestWorkspace> {
  const workspace = makeWorkspace()
  for (const name of samples) {
    workspace.sample(name)
    const result = await runAction({
      workspace: workspace.folder,
      inputs: { ...sampleInputs[name], rehearse: 'false' },
    })
    if (result.exitCode !== 0) throw new Error(`${name} could not be built:\n${result.log}`)
    copyFileSync(result.outputs['package'] ?? '', join(workspace.folder, `${name}.zip`))
    result.dispose()
  }
  return workspace
}

export interface DeployRun {
  readonly workspace: string
  readonly appName: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string | undefined>>
  /** The shipped bundle is run, in a process of its own. */
  readonly isBundle?: boolean
}

/** Runs the action against an app of the emulator, in a process that is kept; its files are removed again. */
export async function deployTo(emulator: Emulator, run: DeployRun): Promise<ActionResult> {
  const result = await (run.isBundle ? runAction : runWarm)({
    workspace: run.workspace,
    inputs: { ...signInInputs(emulator), 'app-name': run.appName, ...run.inputs },
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
