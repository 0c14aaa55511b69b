import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import type { ActionResult } from '../../scripts/run-action'
import { deployTo } from './azure'
import { functionJson, hostJson, makeWorkspace, type TestWorkspace } from './workspace'

vi.setConfig({ testTimeout: 240_000, maxConcurrency: 4 })

const source = (body: string): string => `package main

import (
	"fmt"
	"net/http"
	"os"
	"time"
)

func main() {
	http.HandleFunc("/api/Hello", func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "NEW VERSION") })
	${body}
	http.ListenAndServe("127.0.0.1:"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"), nil)
}

var _ = time.Second
`
const apps = {
  healthy: source(''),
  dies: source(
    'go func() { time.Sleep(5 * time.Second); fmt.Fprintln(os.Stderr, "out of luck"); os.Exit(3) }()',
  ),
} as const

let emulator: Emulator
let workspace: TestWorkspace
beforeAll(async () => {
  emulator = await startEmulator({
    apps: Object.keys(apps).map((name) => anApp({ name: `v-${name}`, plan: 'elastic-premium' })),
  })
  workspace = makeWorkspace()
  for (const [name, text] of Object.entries(apps)) {
    workspace.write(`${name}/host.json`, hostJson('handler'))
    workspace.write(`${name}/Hello/function.json`, functionJson)
    workspace.write(`${name}/handler.go`, text)
  }
})
afterAll(async () => {
  await emulator?.stop()
  workspace?.remove()
})

/** With the time to settle that a user has who sets none. */
function deploy(name: keyof typeof apps): Promise<ActionResult> {
  return deployTo(emulator, {
    workspace: workspace.folder,
    appName: `v-${name}`,
    inputs: { 'working-directory': name, rehearse: 'true', 'verify-settle': '' },
  })
}

describe.concurrent('a deployment with the usual time to settle', () => {
  it('is green after ten quiet seconds, and says what answered', async () => {
    const { exitCode, log, summary, outputs } = await deploy('healthy')
    expect(exitCode, log).toBe(0)
    expect(log).toContain('Answered: Hello at https://')
    expect(summary).toMatch(/watched for 1\d(?:\.\d)? s after everything answered/)
    expect(summary).toContain('| `Hello` | called `GET /api/Hello` `200` |')
    expect(JSON.parse(outputs['answered'] ?? '')).toEqual([
      { functionName: 'Hello', state: 'answered', method: 'GET', path: '/api/Hello', status: 200 },
    ])
  })

  it('is red when the handler dies five seconds after its start', async () => {
    const { exitCode, log, summary } = await deploy('dies')
    expect(exitCode, log).toBe(1)
    expect(log).not.toContain('Answered:')
    expect(summary).toContain('out of luck')
  })
})
