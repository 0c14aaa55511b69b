/**
 * Makes what is deployed: the program of the scenarios once, and for each of them a zip or a project beside its
 * behaviour.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import JSZip from 'jszip'
import {
  type Behaviour,
  behaviourFile,
  type PlacedBehaviour,
  programSource,
  type Reply,
} from './handler-program'
import { http, type Scenario } from './scenario'

const program = 'handler'

/** Builds the program; needed once. */
export function buildProgram(folder: string): string {
  const source = join(folder, 'main.go')
  writeFileSync(source, programSource)
  execFileSync('go', ['build', '-trimpath', '-ldflags', '-s -w', '-o', program, source], {
    cwd: folder,
    env: { ...process.env, CGO_ENABLED: '0', GO111MODULE: 'off', GOOS: 'linux', GOARCH: 'amd64' },
  })
  return join(folder, program)
}

/** Writes the zip of a scenario. */
export async function writePackage(path: string, scenario: Scenario, programPath: string): Promise<void> {
  await writeZip(path, filesOf(scenario, scenario.behaviour ?? {}), programPath)
}

/** Writes a zip with the same functions, of which each answers with these words. */
export async function writeOther(
  path: string,
  scenario: Scenario,
  words: string,
  programPath: string,
): Promise<void> {
  const answers = { '/': { status: 200, body: words } }
  await writeZip(path, filesOf({ ...scenario, files: {} }, { answers }), programPath)
}

/** Writes the project of a scenario, for the action to build. */
export function writeProject(folder: string, scenario: Scenario): void {
  const files = { ...filesOf(scenario, scenario.behaviour ?? {}), 'main.go': programSource, 'go.mod': goMod }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

const goMod = 'module example.com/promise\n\ngo 1.19\n'

async function writeZip(
  path: string,
  files: Readonly<Record<string, string>>,
  programPath: string,
): Promise<void> {
  const zip = new JSZip()
  for (const [name, text] of Object.entries(files)) zip.file(name, text)
  zip.file(program, readFileSync(programPath), { unixPermissions: 0o755 })
  writeFileSync(path, await zip.generateAsync({ type: 'nodebuffer', platform: 'UNIX', compression: 'STORE' }))
}

function filesOf(scenario: Scenario, behaviour: PlacedBehaviour): Record<string, string> {
  const { functions = { Hello: http() }, hostJson = {}, files = {} } = scenario
  const usual = {
    version: '2.0',
    extensionBundle: { id: 'Microsoft.Azure.Functions.ExtensionBundle', version: '[4.*, 5.0.0)' },
    customHandler: { description: { defaultExecutablePath: program }, enableForwardingHttpRequest: true },
  }
  const does: PlacedBehaviour & Behaviour = { answers: usualAnswers(functions, scenario.name), ...behaviour }
  return {
    'host.json': JSON.stringify({ ...usual, ...hostJson }),
    [behaviourFile]: JSON.stringify(does),
    ...Object.fromEntries(
      Object.entries(functions).map(([name, value]) => [`${name}/function.json`, JSON.stringify(value)]),
    ),
    ...files,
  }
}

// Triggers other than HTTP are asked at their name.
function usualAnswers(functions: Readonly<Record<string, object>>, words: string): Record<string, Reply> {
  const answers: Record<string, Reply> = {}
  for (const name of Object.keys(functions)) {
    answers[`/api/${name}`] = { status: 200, body: words }
    answers[`/${name}`] = {
      status: 200,
      body: '{}',
      headers: { 'Content-Type': 'application/json' },
    }
  }
  return answers
}
