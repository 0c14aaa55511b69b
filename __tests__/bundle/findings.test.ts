import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import type { ActionResult } from '../../scripts/run-action'
import { deployTo } from './azure'
import { commandsIn } from './runner-log'
import { runWarm } from './warm-jobs'
import { handlerSource, makeWorkspace, smallHandlerSource, type TestWorkspace } from './workspace'

vi.setConfig({ testTimeout: 120_000 })

let workspace: TestWorkspace
const results: ActionResult[] = []
beforeEach(() => {
  workspace = makeWorkspace()
})
afterEach(() => {
  workspace.remove()
  for (const result of results.splice(0)) result.dispose()
})

const hostJson = `{
  "version": "2.0",
  "customHandler": {
    "description": { "defaultExecutablePath": "handler", "environment": {} },
    "enableForwardingHttpRequest": true,
    "port": 8080
  }
}
`
const functionJson = (name: string, keys = '') => `{${keys}
  "bindings": [
    { "type": "httpTrigger", "direction": "in", "name": "${name}", "authLevel": "anonymous", "methods": ["get"] },
    { "type": "http", "direction": "out", "name": "res" }
  ]
}
`

describe('a project with several mistakes', () => {
  const write = (): void => {
    workspace.write('app/host.json', hostJson)
    workspace.write('app/Hello/function.json', functionJson('my_req'))
    workspace.write('app/Other/function.json', functionJson('req', '\n  "disabled": true,'))
    workspace.write('app/handler.go', `${handlerSource('/Hello')}\nfunc more() { missing() }\n`)
  }
  const run = async (inputs: Record<string, string>): Promise<ActionResult> => {
    const result = await runWarm({
      workspace: workspace.folder,
      inputs: { 'working-directory': 'app', ...inputs },
    })
    results.push(result)
    return result
  }
  const annotations = ({ log }: ActionResult): string[] =>
    commandsIn(log)
      .filter(({ name }) => ['error', 'warning', 'notice'].includes(name))
      .filter(({ properties }) => properties['title'] !== undefined)
      .map(({ name, properties: { title, file, line, col } }) => `${name} ${title} ${file}:${line}:${col}`)

  const all = [
    'error binding-name app/Hello/function.json:3:57',
    'error go-compile-error app/handler.go:14:15',
    'warning custom-handler-unknown-key app/host.json:4:58',
    'warning handler-port-fixed app/host.json:6:13',
    'warning function-disabled-key app/Other/function.json:2:3',
    'warning route-not-registered app/handler.go:10:18',
    'warning route-not-registered app/Other/function.json:4:15',
  ]

  it('has each annotated at its line and column in one round, those of the code, too', async () => {
    write()
    const result = await run({})
    expect(annotations(result).sort()).toEqual([...all].sort())
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({ errors: '2', warnings: '5', deployed: 'false' })
  })

  it('leaves nothing of the build when only the code is right', async () => {
    write()
    workspace.write('app/handler.go', handlerSource('/Hello'))
    const result = await run({})
    expect(annotations(result).sort()).toEqual(all.filter((each) => !each.includes('compile')).sort())
    expect(result.summary).toMatch(/\| build \| done \|/)
    expect(result.outputs).toMatchObject({ errors: '1' })
    expect(result.outputs['package'] ?? '').toBe('')
    expect(existsSync(join(workspace.folder, 'app/handler'))).toBe(false)
  })

  it('is not built where the checks say that nothing of Go is there', async () => {
    write()
    rmSync(join(workspace.folder, 'app/handler.go'))
    const result = await run({})
    expect(result.log).not.toContain('::group::Build')
    expect(result.exitCode).toBe(1)
  })

  it('is not green when what ended the run is ignored', async () => {
    const result = await run({ 'working-directory': 'gone', 'ignore-findings': 'working-directory-missing' })
    expect(result.exitCode).toBe(1)
    expect(result.log).toContain("The working-directory 'gone' does not exist.")
  })

  it('refuses a code that does not exist, instead of accepting nothing', async () => {
    write()
    const result = await run({ 'ignore-findings': 'handler-port-fixd' })
    expect(result.exitCode).toBe(1)
    expect(result.log).toContain(
      "'ignore-findings' names 'handler-port-fixd', which is no code of a finding.",
    )
    expect(result.outputs).toMatchObject({ errors: '1' })
  })

  it('names the ignored ones in the summary, and annotates them no more', async () => {
    write()
    const result = await run({ 'ignore-findings': 'handler-port-fixed\nfunction-disabled-key' })
    const ignored = /handler-port-fixed|function-disabled-key/
    expect(annotations(result).sort()).toEqual(all.filter((each) => !ignored.test(each)).sort())
    expect(result.outputs).toMatchObject({ errors: '2', warnings: '3' })
    const [, accepted = ''] = result.summary.split('Ignored: 2 findings accepted with ignore-findings')
    expect(accepted).toContain('handler-port-fixed')
    expect(accepted).toContain('function-disabled-key')
    expect(accepted).not.toContain('binding-name')
  })

  it('does not go on when its only error is ignored and a warning is to fail it', async () => {
    write()
    const result = await run({ 'ignore-findings': 'binding-name', 'fail-on': 'warning' })
    expect(result.exitCode).toBe(1)
    expect(result.summary).toMatch(/^## Failed/m)
  })
})

describe('a project with one warning', () => {
  let emulator: Emulator
  beforeAll(async () => {
    emulator = await startEmulator({ apps: [anApp({ name: 'warned', plan: 'flex-consumption' })] })
  })
  afterAll(() => emulator?.stop())

  const deploy = (inputs: Record<string, string>): Promise<ActionResult> => {
    workspace.write('host.json', hostJson.replace(', "environment": {}', '').replace(/,\s+"port": 8080/, ''))
    workspace.write('Hello/function.json', functionJson('req', '\n  "disabled": true,'))
    workspace.write('handler.go', smallHandlerSource)
    return deployTo(emulator, { workspace: workspace.folder, appName: 'warned', inputs })
  }

  it("fails and is not deployed with 'fail-on: warning'", async () => {
    const first = emulator.requests.all.length
    const result = await deploy({ 'fail-on': 'warning' })
    expect(result.exitCode).toBe(1)
    expect(result.outputs).toMatchObject({ errors: '0', warnings: '1', deployed: 'false' })
    expect(result.summary).toContain("not deployed, since 'fail-on' is 'warning' and there are findings")
    expect(emulator.state.get('warned').activeSha256).toBeUndefined()
    const uploads = emulator.requests.all.slice(first).filter(({ path }) => path.includes('/api/publish'))
    expect(uploads).toEqual([])
  })

  it('is deployed when that warning is ignored', async () => {
    const result = await deploy({ 'fail-on': 'warning', 'ignore-findings': 'function-disabled-key' })
    expect(result.exitCode, result.log).toBe(0)
    expect(result.outputs).toMatchObject({ warnings: '0', deployed: 'true' })
    expect(result.summary).toContain('Ignored: 1 finding accepted with ignore-findings')
  })
})

describe('what only the app tells', () => {
  let emulator: Emulator
  beforeAll(async () => {
    emulator = await startEmulator({ apps: [anApp({ name: 'limited', plan: 'consumption' })] })
  })
  afterAll(() => emulator?.stop())

  it('is found at its line when the app is known, and not before', async () => {
    const bundle = '"id": "Microsoft.Azure.Functions.ExtensionBundle", "version": "[4.*, 5.0.0)"'
    workspace.write(
      'host.json',
      `{\n  "version": "2.0",\n  "functionTimeout": "00:20:00",\n  "extensionBundle": { ${bundle} },\n  "customHandler": { "description": { "defaultExecutablePath": "handler" } }\n}\n`,
    )
    workspace.write(
      'Work/function.json',
      '{\n  "bindings": [\n    { "type": "queueTrigger", "name": "item", "queueName": "work", "connection": "Orders" }\n  ]\n}\n',
    )
    workspace.write('handler.go', handlerSource('/Work'))
    const alone = await runWarm({ workspace: workspace.folder, inputs: {} })
    results.push(alone)
    expect(alone.exitCode, alone.log).toBe(0)
    expect(alone.log).not.toMatch(/function-timeout-limit|trigger-connection/)
    const result = await deployTo(emulator, { workspace: workspace.folder, appName: 'limited' })
    expect(result.exitCode).toBe(1)
    expect(result.log).toContain('::error title=function-timeout-limit,file=host.json,line=3,col=22,')
    expect(result.log).toContain('::error title=trigger-connection,file=Work/function.json,line=3,col=82,')
    expect(result.outputs['deployed']).toBe('false')
    expect(emulator.state.get('limited').activeSha256).toBeUndefined()
  })
})
