import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import { tryWays, waysToTry } from '../../src/host/process/isolation'
import { deployTo } from './azure'
import { runWarm } from './warm-jobs'
import { functionJson, makeWorkspace, type TestWorkspace } from './workspace'

vi.setConfig({ testTimeout: 180_000 })

const runsHere = process.platform === 'linux'
const ways = runsHere ? await tryWays(waysToTry(process.getuid?.() === 0, '')) : []
const isolates = ways.some(({ problem }) => problem === undefined)

/** One program; its arguments in host.json say how it behaves. */
const source = `package main

import (
	"fmt"
	"log"
	"net/http"
	"os"
	"time"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/api/Hello", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "hello") })
	switch os.Args[1] {
	case "needs":
		if os.Getenv("ORDERS_URL") == "" {
			log.Fatal("nowhere to go")
		}
	case "panics":
		var seen map[string]int
		seen["x"] = 1
	case "template":
		if _, err := os.ReadFile("pages/index.html"); err != nil {
			log.Fatal(err)
		}
	case "dies":
		time.AfterFunc(6*time.Second, func() { log.Fatal("lease lost") })
	case "fails":
		mux = http.NewServeMux()
		mux.HandleFunc("/api/Hello", func(w http.ResponseWriter, r *http.Request) { http.Error(w, "no table", 500) })
	}
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"), mux))
}
`

let workspace: TestWorkspace
const project = (mode: string, argument = mode): string => {
  const host = {
    version: '2.0',
    customHandler: {
      description: { defaultExecutablePath: 'handler', arguments: [argument] },
      enableForwardingHttpRequest: true,
    },
  }
  const folder = `app-${mode}`
  workspace.write(`${folder}/host.json`, JSON.stringify(host))
  workspace.write(`${folder}/Hello/function.json`, functionJson)
  workspace.write(`${folder}/go.mod`, 'module example.com/app\n\ngo 1.19\n')
  workspace.write(`${folder}/main.go`, source)
  workspace.write(`${folder}/pages/index.html`, 'hello')
  return folder
}
const check = async (mode: string, inputs: Record<string, string> = {}, argument = mode) => {
  const folder = project(mode, argument)
  const result = await runWarm({
    workspace: workspace.folder,
    inputs: { 'working-directory': folder, 'report-file': `${mode}.json`, ...inputs },
  })
  result.dispose()
  return result
}

beforeAll(() => {
  workspace = makeWorkspace()
})
afterAll(() => workspace?.remove())

describe.runIf(runsHere)('what the rehearsal knows decides a check run (needs Linux)', () => {
  it('warns of a handler that reads settings, and is green with a value that nothing shows', async () => {
    const bare = await check('needs')
    expect(bare.exitCode, bare.log).toBe(0)
    expect(bare.log).toContain('::warning title=handler-needs-setting,file=app-needs/main.go,line=17')
    expect(bare.log).toContain('ORDERS_URL')
    expect(bare.summary).toContain('## Passed with 1 warning')
    const value = 'https://user:hunter2hunter2@orders.example'
    const given = await check('needs', { 'rehearse-settings': `ORDERS_URL=${value}` })
    expect(given.exitCode, given.log).toBe(0)
    expect(given.summary).toMatch(/^## Passed: .* started as the Functions host starts it/)
    expect(given.log + given.summary).not.toContain('hunter2')
  })

  it('warns of an argument without a value, by its name', async () => {
    const { exitCode, log } = await check('percent', {}, '%ORDERS_MODE%')
    expect(exitCode, log).toBe(0)
    expect(log).toMatch(/::warning title=handler-needs-setting.*%25ORDERS_MODE%25/)
  })

  it('is red for a panic of Go itself, at its line', async () => {
    const { exitCode, log } = await check('panics')
    expect(exitCode).toBe(1)
    expect(log).toContain('::error title=handler-exits,file=app-panics/main.go,line=21')
    expect(log).toContain('assignment to entry in nil map')
  })

  it('names include for a file that was left out, and is green with it', async () => {
    const without = await check('template', { include: '!pages/**' })
    expect(without.exitCode).toBe(1)
    expect(without.log).toContain('include: pages/index.html')
  })

  it('is red when the only function answers 500', async () => {
    const { exitCode, log } = await check('fails')
    expect(exitCode).toBe(1)
    expect(log).toContain('::error title=handler-answers-5xx,file=app-fails/Hello/function.json')
    expect(log).toContain('no table')
  })

  it('refuses bad settings without their values', async () => {
    const { exitCode, log } = await check('good', { 'rehearse-settings': 'hunter2hunter2' })
    expect(exitCode).toBe(1)
    expect(log).toContain("'rehearse-settings', line 1: use NAME=value")
    expect(log).not.toContain('hunter2')
  })
})

describe.runIf(isolates)(
  'the rehearsed handler lives on until the verification ends (needs namespaces)',
  () => {
    let emulator: Emulator
    beforeAll(async () => {
      const names = ['l-dies', 'l-package', 'l-good']
      emulator = await startEmulator({
        apps: names.map((name) => anApp({ name, plan: 'flex-consumption' })),
      })
    })
    afterAll(() => emulator?.stop())

    it.each([
      ['from the project', 'l-dies'],
      ['from the bytes of a given package', 'l-package'],
    ])('%s: a death some seconds after its start is red', async (_name, appName) => {
      const inputs: Record<string, string> = { 'working-directory': project('dies'), 'verify-settle': '10' }
      if (appName === 'l-package') {
        const made = await runWarm({
          workspace: workspace.folder,
          inputs: { ...inputs, rehearse: 'false' },
        })
        copyFileSync(made.outputs['package'] ?? '', join(workspace.folder, 'dies.zip'))
        made.dispose()
        delete inputs['working-directory']
        Object.assign(inputs, { package: 'dies.zip', rehearse: 'auto' })
      }
      const result = await deployTo(emulator, { workspace: workspace.folder, appName, inputs })
      expect(result.exitCode, result.log).toBe(1)
      expect(result.log).toMatch(/exited with code 1 \d+\.\d s after it listened: \\?".*lease lost/)
    })

    it('is stopped when everything is well', async () => {
      const inputs = { 'working-directory': project('good') }
      const result = await deployTo(emulator, { workspace: workspace.folder, appName: 'l-good', inputs })
      expect(result.exitCode, result.log).toBe(0)
      expect(result.log).toContain('Rehearsed: the handler answered')
    })
  },
)
