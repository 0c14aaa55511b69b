import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ActionRequest, type ActionResult, runAction } from '../../scripts/run-action'
import { functionJson, handlerSource, hostJson, makeWorkspace, type TestWorkspace } from './workspace'

let workspace: TestWorkspace
let result: ActionResult | undefined
beforeEach(() => {
  workspace = makeWorkspace()
  workspace.write('Hello/function.json', functionJson)
  workspace.write('handler.go', handlerSource('/api/Hello'))
})
afterEach(() => {
  workspace.remove()
  result?.dispose()
})

const pidFile = (): string => join(workspace.folder, 'pid')

/** Runs with a `go` that says it is fetching a toolchain, and then nothing for a minute. */
async function runWithSilentGo(more: Partial<ActionRequest> = {}): Promise<ActionResult> {
  const folder = join(workspace.folder, 'silent')
  mkdirSync(folder)
  const program = join(folder, 'go')
  writeFileSync(
    program,
    `#!/bin/sh\necho $$ > '${pidFile()}'\necho 'go: downloading go1.99.0 (linux/amd64)' >&2\nexec sleep 60\n`,
  )
  chmodSync(program, 0o755)
  const env = { PATH: `${folder}${delimiter}${process.env['PATH']}` }
  result = await runAction({ workspace: workspace.folder, inputs: {}, env, ...more })
  return result
}

/** A process that was killed and that nobody has asked about yet does not run any more. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    const status = `/proc/${pid}/status`
    return !(existsSync(status) && /^State:\s+Z/m.test(readFileSync(status, 'utf8')))
  } catch {
    return false
  }
}

const isGoRunning = (): boolean => isRunning(Number(readFileSync(pidFile(), 'utf8')))

describe.skipIf(process.platform === 'win32')(
  'a go that does not answer (its stand-in is a shell script)',
  () => {
    it('does not hold up a project that is refused, and ends with the run', async () => {
      workspace.write('host.json', '{ "version": ')
      const { exitCode, elapsedMs, log } = await runWithSilentGo()
      expect(log).toContain('::error title=host-json-unparseable,file=host.json,line=1,col=13')
      expect(exitCode).toBe(1)
      expect(elapsedMs).toBeLessThan(20_000)
      if (existsSync(pidFile())) await expect.poll(isGoRunning, { timeout: 5000 }).toBe(false)
    })

    it('ends when the run is cancelled', async () => {
      workspace.write('host.json', hostJson('handler'))
      const { exitCode, elapsedMs, log, summary } = await runWithSilentGo({
        onStart: (child) => {
          const timer = setInterval(() => {
            if (!existsSync(pidFile()) || readFileSync(pidFile(), 'utf8') === '') return
            clearInterval(timer)
            child.kill('SIGINT')
          }, 20)
        },
      })
      expect(log).toContain('go: downloading go1.99.0 (linux/amd64)')
      expect(summary).toContain('Cancelled')
      expect(exitCode).toBe(1)
      expect(elapsedMs).toBeLessThan(20_000)
      await expect.poll(isGoRunning, { timeout: 5000 }).toBe(false)
    })
  },
)
