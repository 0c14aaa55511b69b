/**
 * Secrets in every place that holds one, at debug level: none leaves the process but in `::add-mask::`, none is in
 * the arguments or the environment of a program that it starts, none is in the package.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { anApp } from '../../emulator/app/apps'
import { type Emulator, startEmulator } from '../../emulator/emulator'
import { type ActionResult, runAction } from '../../scripts/run-action'
import { unpackArchive } from '../../src/archive/unpack'
import { signInInputs } from './azure'
import { functionJson, hostJson, makeWorkspace, type TestWorkspace } from './workspace'

vi.setConfig({ testTimeout: 180_000 })

/** What the job's environment holds besides what the emulator adds. */
const environmentCanaries = {
  GITHUB_TOKEN: 'canary-ghs+4f1c/9b2e==',
  ACTIONS_RUNTIME_TOKEN: 'canary-runtime.7d31&x',
  ACTIONS_CACHE_URL: 'https://cache.example/canary-cache-51aa/',
  AZURE_CLIENT_SECRET: 'canary~client-secret-88e0',
  AZURE_CLIENT_CERTIFICATE_PASSWORD: 'canary-certificate-2c77',
  ARM_CLIENT_SECRET: 'canary-arm-secret-90bd',
} as const

const settingCanaries = {
  DATABASE: 'Server=tcp:db.example;Password=canary-setting-password-6a0f;',
  API_KEY: 'canary-setting-key-13f5/+',
} as const

let workspace: TestWorkspace
let emulator: Emulator
beforeAll(async () => {
  workspace = makeWorkspace()
  emulator = await startEmulator({
    apps: [
      anApp({ name: 'secret-flex', plan: 'flex-consumption', settings: settingCanaries }),
      anApp({
        name: 'secret-consumption',
        plan: 'consumption',
        storage: 'connection-string',
        settings: settingCanaries,
      }),
    ],
  })
})
afterAll(async () => {
  await emulator?.stop()
  workspace?.remove()
})

/** A handler that lives long enough for its environment to be read. */
const slowHandler = `package main

import (
	"fmt"
	"net/http"
	"os"
	"time"
)

func main() {
	time.Sleep(300 * time.Millisecond)
	http.HandleFunc("/api/Hello", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, "hello") })
	http.ListenAndServe("127.0.0.1:"+os.Getenv("FUNCTIONS_CUSTOMHANDLER_PORT"), nil)
}
`

interface Watched {
  readonly result: ActionResult
  readonly commandLines: ReadonlySet<string>
  /** What went to files besides the log: by name, with the content. */
  readonly files: Readonly<Record<string, string>>
}

async function watchedRun(plan: string): Promise<Watched> {
  const folder = `project-${plan}`
  const dumps = join(workspace.folder, `dumps-${plan}`)
  mkdirSync(dumps)
  workspace.write(`${folder}/host.json`, hostJson('handler'))
  workspace.write(`${folder}/Hello/function.json`, functionJson)
  workspace.write(`${folder}/handler.go`, slowHandler)
  const go = execFileSync('which', ['go'], { encoding: 'utf8' }).trim()
  workspace.write(`bin-${plan}/go`, `#!/bin/sh\nenv > '${dumps}'/go-$$\nexec '${go}' "$@"\n`, 0o755)
  const written = {
    'report-file': `${folder}/out/report.json`,
    'sarif-file': `${folder}/out/result.sarif`,
    'sbom-file': `${folder}/out/sbom.json`,
  }
  const commandLines = new Set<string>()
  const environments: Record<string, string> = {}
  let timer: NodeJS.Timeout | undefined
  const result = await runAction({
    workspace: workspace.folder,
    inputs: {
      'working-directory': folder,
      'app-name': `secret-${plan}`,
      'verify-path': '/api/Hello',
      rehearse: 'true',
      ...signInInputs(emulator),
      ...written,
    },
    env: {
      ...emulator.env,
      ...environmentCanaries,
      RUNNER_DEBUG: '1',
      ACTIONS_STEP_DEBUG: 'true',
      PATH: `${join(workspace.folder, `bin-${plan}`)}:${process.env['PATH']}`,
    },
    onStart: (child) => {
      timer = setInterval(() => watchProcesses(child.pid, commandLines, environments), 15)
    },
  })
  clearInterval(timer)
  const unpacked = join(workspace.folder, `unpacked-${plan}`)
  await unpackArchive(result.outputs['package'] ?? '', unpacked)
  const files: Record<string, string> = {
    summary: result.summary,
    outputs: JSON.stringify(result.outputs),
    environment: readFileSync(join(result.tempFolder, '..', 'env'), 'utf8'),
    ...contentsOf(unpacked),
    ...contentsOf(join(workspace.folder, folder, 'out')),
    ...contentsOf(dumps),
    ...Object.fromEntries(Object.entries(environments).map(([name, text]) => [join(dumps, name), text])),
  }
  return { result, commandLines, files }
}

function contentsOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return Object.fromEntries(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [path, readFileSync(path, 'latin1')]
    }),
  )
}

/** The command lines of a process and of all below it, as `ps` shows them. */
/** The arguments of a process and of all that it started, and the environments of handlers among them. */
function watchProcesses(
  pid: number | undefined,
  found: Set<string>,
  environments: Record<string, string>,
): void {
  if (pid === undefined) return
  try {
    const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    found.add(line)
    if (/^\S+\/wwwroot\/handler $/.test(line)) {
      environments[`handler-${pid}`] = readFileSync(`/proc/${pid}/environ`, 'utf8').replaceAll('\0', '\n')
    }
    for (const task of readdirSync(`/proc/${pid}/task`)) {
      const children = readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')
      for (const child of children.split(' ').filter(Boolean))
        watchProcesses(Number(child), found, environments)
    }
  } catch {
    // It has ended meanwhile.
  }
}

/** A secret as it stands, and in the forms in which it could travel. */
function formsOf(secret: string): string[] {
  const base64 = Buffer.from(secret).toString('base64')
  const forms = [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    base64.replace(/=+$/, ''),
  ]
  return [...new Set([...forms, Buffer.from(secret).toString('base64url')])]
}

function secretsIn(text: string, secrets: readonly string[]): string[] {
  return secrets.filter((secret) => formsOf(secret).some((form) => text.includes(form)))
}

describe.each(['flex', 'consumption'])('a deployment on %s at debug level', (plan) => {
  let watched: Watched
  let secrets: readonly string[] = []
  beforeAll(async () => {
    if (process.platform !== 'linux') return
    watched = await watchedRun(plan)
    secrets = [
      ...emulator.secrets.all,
      ...Object.values(environmentCanaries),
      ...Object.values(settingCanaries),
      emulator.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] ?? '',
      emulator.storage.account.key,
      emulator.state.get(`secret-${plan}`).masterKey,
    ].filter((secret) => secret !== '')
  })
  afterAll(() => watched?.result.dispose())

  const on = (name: string, test: () => void) =>
    it(name, (context) => {
      if (process.platform !== 'linux')
        context.skip('processes are watched through /proc, which only Linux has')
      test()
    })

  on('passes, with tokens and keys in play', () => {
    expect(watched.result.exitCode, watched.result.log).toBe(0)
    expect(watched.result.log).toContain('::debug::')
    expect(secrets.length).toBeGreaterThan(10)
    // The application settings were asked for, so their values were in memory.
    const asked = emulator.requests.all.some(({ path }) => path.includes('config/appsettings/list'))
    expect(asked).toBe(true)
  })

  on('lets no secret out but to be masked', () => {
    const shown = watched.result.log.split('\n').filter((line) => !line.startsWith('::add-mask::'))
    expect(secretsIn(shown.join('\n'), secrets)).toEqual([])
    for (const [name, text] of Object.entries(watched.files))
      expect(secretsIn(text, secrets), name).toEqual([])
  })

  on('shows none in the arguments of a program', () => {
    const lines = [...watched.commandLines].join('\n')
    expect(lines).toMatch(/go build/)
    expect(secretsIn(lines, secrets)).toEqual([])
  })

  on('hands none to go or to the handler', () => {
    const dumps = Object.entries(watched.files).filter(([path]) => path.includes(`dumps-${plan}`))
    // An isolated handler is another user's process, which only root can look into.
    if (process.getuid?.() === 0) expect(dumps.some(([path]) => /handler-\d+$/.test(path))).toBe(true)
    expect(dumps.some(([path]) => /go-\d+$/.test(path))).toBe(true)
    for (const [path, text] of dumps) {
      expect(secretsIn(text, secrets), path).toEqual([])
      expect(text).not.toMatch(/^(?:INPUT_|ACTIONS_|AZURE_|ARM_|GITHUB_TOKEN)/m)
    }
  })
})

it('finds a secret in every form, so that the tests above can fail', () => {
  const secret = 'canary ghs+4f1c/9b2e"='
  for (const form of formsOf(secret)) expect(secretsIn(`before${form}after`, [secret])).toEqual([secret])
})
