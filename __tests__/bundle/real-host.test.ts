/** `rehearse: host` with a real container engine of its own; its image holds our model of the host. */
import type { ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { engineHindrance, startEngine, type TestEngine } from '../../scripts/container-engine/engine'
import { importModelImage, modelImage } from '../../scripts/container-engine/model-image'
import { type ActionRequest, type ActionResult, runAction } from '../../scripts/run-action'
import { askAgain } from '../../scripts/truth-record/ask-again'
import { imageSource } from '../../scripts/truth-record/host-image'
import { keptRows, recordings } from '../../scripts/truth-record/recordings'
import { renderDifferences } from '../../scripts/truth-record/report'
import { differenceKinds, type Row } from '../../scripts/truth-record/row'
import { hostVariables } from '../../src/host/container/container-line'
import { makeWorkspace, type TestWorkspace } from './workspace'

vi.setConfig({ testTimeout: 120_000 })

const hindrance = engineHindrance()
let engine: TestEngine
let workspace: TestWorkspace
const results: ActionResult[] = []

afterEach(() => {
  workspace?.remove()
  for (const result of results.splice(0)) result.dispose()
})

async function run(request: Omit<ActionRequest, 'workspace'>): Promise<ActionResult> {
  const result = await runAction({
    workspace: workspace.folder,
    ...request,
    inputs: { rehearse: 'host', 'host-image': modelImage, ...request.inputs },
    env: { DOCKER_HOST: engine.dockerHost, GITHUB_RUN_ID: '4711', ...request.env },
  })
  results.push(result)
  return result
}

/** Containers, networks and unpacked packages of ours. */
function left(tempFolder: string): readonly string[] {
  const ours = ['--filter', 'label=go-azure-func-action.host', '--quiet']
  const folders = readdirSync(tempFolder).filter((name) => existsSync(join(tempFolder, name, 'wwwroot')))
  const found = engine.docker(['ps', '--all', ...ours]) + engine.docker(['network', 'ls', ...ours])
  return [...found.split('\n').filter((line) => line !== ''), ...folders]
}

interface Inspected {
  readonly Name: string
  readonly Config: { readonly Env: readonly string[] }
  readonly HostConfig: object
  readonly Mounts: readonly { readonly Destination: string; readonly RW: boolean }[]
}

/** The one container of ours. */
function inspected(): Inspected {
  const ours = ['--filter', 'label=go-azure-func-action.host', '--quiet']
  const text = engine.docker(['inspect', engine.docker(['ps', ...ours]).trim()])
  return (JSON.parse(text) as [Inspected])[0]
}

/** What is set in the container to any value, but for what the engine itself sets. */
function valuesIn(container: Inspected | undefined): Readonly<Record<string, string>> {
  const pairs = container?.Config.Env.map((line) => line.split(/=(.*)/s).slice(0, 2)) ?? []
  return Object.fromEntries(pairs.filter(([name, value]) => name !== 'PATH' && value !== ''))
}

describe.skipIf(hindrance !== undefined)(
  `the real host in a container (${hindrance ?? 'with dockerd'})`,
  () => {
    beforeAll(async () => {
      engine = await startEngine()
      await importModelImage(engine)
    })
    afterAll(() => engine?.stop())

    it('leaves no container, no network and no folder, removes what is old, and takes a given package', async () => {
      workspace = makeWorkspace()
      workspace.sample('hello-world')
      const label = ['--label', 'go-azure-func-action.host=1000000000']
      engine.docker(['network', 'create', ...label, 'old-network'])
      const inputs = {
        'working-directory': 'hello-world',
        'report-file': 'report.json',
        'rehearse-settings': 'A=s3cret-value',
      }
      // Docker hands these to each container of this user.
      workspace.write('docker/config.json', '{"proxies":{"default":{"httpProxy":"http://me:pass@proxy"}}}')
      let seen: Inspected | undefined
      const first = await run({
        inputs,
        env: {
          DOCKER_CONFIG: join(workspace.folder, 'docker'),
          ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'of-the-job',
        },
        onOutput: (text) => {
          if (text.includes('The host is asked at')) seen = inspected()
        },
      })
      expect(valuesIn(seen)).toEqual({ ...hostVariables, A: 's3cret-value' })
      expect(seen?.Name).toMatch(/^\/go-azure-func-4711-[0-9a-f]{10}$/)
      expect(seen?.Mounts.map(({ Destination, RW }) => [Destination, RW]).sort()).toEqual([
        ['/home/site/wwwroot', false],
        ['/secrets', true],
      ])
      expect(seen?.HostConfig).toMatchObject({
        ...{ AutoRemove: true, CapDrop: ['ALL'], PidsLimit: 512, Privileged: false, ReadonlyRootfs: true },
        ...{ Memory: 2 * 2 ** 30, NanoCpus: 2e9, PortBindings: {}, SecurityOpt: ['no-new-privileges'] },
      })
      expect(first.log).toContain('GET /api/HttpExample: 200')
      expect(first.exitCode).toBe(0)
      expect(first.log).toContain('Removed what an earlier run left with docker: old-network')
      expect(first.log).toMatch(
        /Functions host 4\.\S+: Running, 1 function without an error\. Pull \S+ s, start \S+ s, questions \S+ s/,
      )
      expect(first.log).toMatch(/::group::What the handler printed\n {2}.* listening on /)
      expect(first.log).toContain('on a network of its own without a way out')
      expect(first.log).not.toContain('s3cret-value')
      const report = JSON.parse(readFileSync(join(workspace.folder, 'report.json'), 'utf8'))
      expect(report.rehearsal.host).toMatchObject({
        image: modelImage,
        network: 'internal',
        state: 'Running',
      })
      expect(first.summary).toContain('Rehearsal on the Functions host')
      expect(left(first.tempFolder)).toEqual([])
      workspace.write('given.zip', readFileSync(report.package.path))
      const given = await run({ inputs: { package: 'given.zip' } })
      expect(given.log).toContain('GET /api/HttpExample: 200')
      expect(given.exitCode).toBe(0)
      expect(left(given.tempFolder)).toEqual([])
    })

    it('makes the package in spite of an error that the host can overrule, and gives its words at our place', async () => {
      workspace = makeWorkspace()
      const path = join(workspace.sample('hello-world'), 'HttpExample', 'function.json')
      const text = readFileSync(path, 'utf8').replace('"direction": "out"', '"direction": "sideways"')
      workspace.write('hello-world/HttpExample/function.json', text)
      const { log, exitCode, tempFolder } = await run({ inputs: { 'working-directory': 'hello-world' } })
      expect(exitCode).toBe(1)
      expect(log).toContain('Packed ')
      expect(log).toMatch(
        /::error title=binding-direction,file=hello-world\/HttpExample\/function\.json,line=\d+.*The Functions host (?:has the function 'HttpExample' in error|does not run it): '/,
      )
      expect(log).not.toContain('prediction-differs')
      expect(left(tempFolder)).toEqual([])
    })

    it('is asked again what was recorded, and differs in wording only', async () => {
      const chosen: Readonly<Record<string, (row: Row, index: number) => boolean>> = {
        // The handler is a script, and the host ends.
        handler: (row) => (row as { id: string }).id === 'exit-1-at-once',
        admin: (row) => (row as { situation: string }).situation === 'stopped with SIGTERM',
        functions: (_, index) => index < 40,
        'route-matching': (_, index) => index === 0,
      }
      workspace = makeWorkspace()
      vi.stubEnv('TMPDIR', workspace.folder)
      vi.stubEnv('DOCKER_HOST', engine.dockerHost)
      const source = await imageSource(modelImage)
      try {
        const asked = await askAgain(
          recordings.filter(({ name }) => name in chosen),
          {
            ...{ source, atOnce: 2, hasStorage: false },
            rowsOf: (name) => keptRows(name).filter(chosen[name] ?? (() => false)),
          },
        )
        expect([asked.failed, asked.rows.length, asked.versions]).toEqual([[], 45, ['4.1037.0.0']])
        const kinds = differenceKinds.filter((kind) => kind !== 'wording')
        expect(renderDifferences(asked.rows, kinds)).toBe('')
      } finally {
        await source.stop()
        vi.unstubAllEnvs()
      }
      expect([...left(workspace.folder), ...readdirSync(workspace.folder)]).toEqual([])
    })

    it('leaves nothing when the job is cancelled while the host is asked', async () => {
      workspace = makeWorkspace()
      workspace.sample('multi-function')
      let child: ChildProcess | undefined
      const { exitCode, tempFolder } = await run({
        inputs: { 'working-directory': 'multi-function' },
        onStart: (started) => {
          child = started
        },
        onOutput: (text) => {
          if (text.includes('The host is asked at')) child?.kill('SIGINT')
        },
      })
      expect(exitCode).toBe(1)
      expect(left(tempFolder)).toEqual([])
    })
  },
)
