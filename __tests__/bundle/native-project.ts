/**
 * Projects for the native Go worker, in a test's workspace. The sample requires the real module, which may not be to be
 * had; its copy here is built against the stand-in of the emulator.
 */
import { execFileSync } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '../../scripts/run-action'
import type { TestWorkspace } from './workspace'

const standIn = join(repositoryRoot, 'emulator', 'native', 'worker-module')

/** Copies the sample and replaces the module of the worker by the stand-in. */
export function nativeSample(workspace: TestWorkspace): string {
  const folder = workspace.sample('native')
  appendFileSync(
    join(folder, 'go.mod'),
    `\nreplace github.com/azure/azure-functions-golang-worker => ${standIn}\n`,
  )
  return folder
}

/** Whether the installed Go builds for the native worker, which needs 1.25. */
export function canBuildNative(): boolean {
  const [, minor = '0'] = /go1\.(\d+)/.exec(execFileSync('go', ['version'], { encoding: 'utf8' })) ?? []
  return Number(minor) >= 25
}
