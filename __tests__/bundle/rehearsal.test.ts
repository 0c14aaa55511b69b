import { type ChildProcess, execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ActionResult, runAction } from '../../scripts/run-action'
import { fastClock } from './azure'
import { functionJson, hostJson, makeWorkspace, type TestWorkspace } from './workspace'

/** A child in a session of its own, endless output, and never a listener. */
const endlessSource = `package main

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"syscall"
)

func main() {
	child := exec.Command("/bin/sleep", "7301")
	child.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	if err := child.Start(); err != nil {
		panic(err)
	}
	fmt.Println(os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"))
	for {
		fmt.Fprintln(os.Stderr, "::error::"+strings.Repeat("x", 4000))
	}
}
`

let workspace: TestWorkspace
const results: ActionResult[] = []
beforeEach(() => {
  workspace = makeWorkspace()
  workspace.write('host.json', hostJson('handler'))
  workspace.write('Hello/function.json', functionJson)
  workspace.write('handler.go', endlessSource)
})
afterEach(() => {
  workspace.remove()
  for (const result of results.splice(0)) result.dispose()
})

describe.runIf(process.platform === 'linux')('the rehearsal of a handler without end (needs Linux)', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('leaves no process and no file behind after %s', async (signal) => {
    let child: ChildProcess | undefined
    let isSent = false
    const sendWhenStarted = async (): Promise<void> => {
      while (!isSent && child?.exitCode === null) {
        if (sleepers().length > 0) {
          isSent = true
          child.kill(signal)
        }
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
    const result = await runAction({
      workspace: workspace.folder,
      inputs: {},
      onStart: (started) => {
        child = started
        void sendWhenStarted()
      },
    })
    results.push(result)
    expect({ isSent, exitCode: result.exitCode }).toEqual({ isSent: true, exitCode: 1 })
    expect(result.summary).toMatch(/^## Cancelled/m)
    expect(sleepers()).toEqual([])
    const left = readdirSync(result.tempFolder, { recursive: true, withFileTypes: true })
    expect(left.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual([
      expect.stringMatching(/\.zip$/),
    ])
    // What the handler prints is bounded, and no command.
    expect(result.log.length).toBeLessThan(100_000)
    expect(result.log).not.toMatch(/^::error::x/m)
  })

  it('ends by itself, red, when the 30 seconds of the host are over', async () => {
    const result = await runAction({ workspace: workspace.folder, inputs: {}, env: fastClock })
    results.push(result)
    expect(result.exitCode).toBe(1)
    expect(result.log).toContain('::error title=handler-never-listens,file=host.json')
    expect(result.elapsedMs).toBeLessThan(55_000)
    expect(result.log.length).toBeLessThan(100_000)
    expect(sleepers()).toEqual([])
  })
})

function sleepers(): string[] {
  const lines = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n')
  return lines.filter((line) => line.trim() === '/bin/sleep 7301')
}
