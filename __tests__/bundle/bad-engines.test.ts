/** `rehearse: host` with a program named `docker` that goes wrong in one way each: what the job says, and what is left. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { ActionResult } from '../../scripts/run-action'
import { nativeOnHost } from '../../src/inputs/rules'
import {
  type Answer,
  type Behaviour,
  fakeDocker,
  good,
  type Served,
  whyNotPlayed,
} from '../host/container/fake-docker'
import { fastClock, makePackages } from './azure'
import { type ToldFinding, toldFindings } from './runner-log'
import { runWarm } from './warm-jobs'
import { functionJson, hostJson, type TestWorkspace } from './workspace'

vi.setConfig({ testTimeout: 60_000, maxConcurrency: 3 })

const status = (state: string, ...errors: readonly string[]) =>
  JSON.stringify({ state, version: '4.1.2.3', ...(errors.length === 0 ? {} : { errors }) })
const running = status('Running')
const refused = (stderr: string, exitCode = 1): Answer => ({ stderr, exitCode })
const noImage = { 'image inspect': refused('No such image') }

/** A host that runs these functions, all of which answer. */
function served(names: readonly string[], statusPages: readonly string[] = [running]): Served {
  const list = names.map((name) => ({ name, config: { bindings: [{ type: 'httpTrigger' }] } }))
  const pages = names.flatMap((name) => [
    [`/admin/functions/${name}/status`, '{}'],
    [`/api/${name}`, 'hello'],
  ])
  return {
    status: statusPages,
    pages: { '/admin/functions': JSON.stringify(list), ...Object.fromEntries(pages) },
  }
}

interface Ended extends ActionResult {
  /** The command lines that the engine got. */
  readonly asked: readonly string[]
  readonly told: readonly ToldFinding[]
  /** With the engine, and folders of the package. */
  readonly left: readonly string[]
}

/** The host would refuse it. */
const wrong = functionJson.replace('"out"', '"sideways"')
let workspace: TestWorkspace

async function runWith(
  behaviour: Behaviour,
  inputs: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const docker = fakeDocker({ ...good, ...behaviour })
  const path = `${docker.folder}${delimiter}${process.env['PATH']}`
  const result = await runWarm({
    workspace: workspace.folder,
    inputs: { rehearse: 'host', 'host-image': 'example.com/host:4', ...inputs },
    env: { PATH: path, ...env },
  })
  try {
    const folders = readdirSync(result.tempFolder).filter((name) =>
      ['wwwroot', 'secrets'].some((inner) => existsSync(join(result.tempFolder, name, inner))),
    )
    return {
      ...result,
      told: toldFindings(result.log),
      asked: docker.calls(),
      left: [...docker.left(), ...folders],
    }
  } finally {
    result.dispose()
    docker.dispose()
  }
}

describe.skipIf(whyNotPlayed !== '')(`a bad engine, or a bad host${whyNotPlayed}`, () => {
  beforeAll(async () => {
    workspace = await makePackages(['hello-world'])
    const zip = await JSZip.loadAsync(readFileSync(join(workspace.folder, 'hello-world.zip')))
    const handler = await zip.file('handler')?.async('nodebuffer')
    workspace.write('handler', handler ?? '', 0o755)
  })
  afterAll(() => workspace?.remove())

  it.concurrent.for<[string, Behaviour, string, RegExp]>([
    [
      'no daemon',
      {
        info: refused('Cannot connect to the Docker daemon at unix:///x.sock. Is the docker daemon running?'),
      },
      'host-engine-unavailable',
      /its daemon does not answer/,
    ],
    [
      'a pull that is refused',
      { ...noImage, pull: refused('pull access denied for host, repository does not exist') },
      'host-image-unavailable',
      /pull access denied/,
    ],
    [
      'no space',
      { ...noImage, pull: refused('write /var/lib/docker/tmp/x: no space left on device') },
      'host-engine-refuses',
      /no space/,
    ],
    [
      'a wrong architecture',
      { run: refused('exec /usr/bin/dotnet: exec format error') },
      'host-engine-refuses',
      /linux\/amd64/,
    ],
    [
      'a name that is taken',
      { run: refused('Conflict. The container name "/x" is already in use by container "ab".', 125) },
      'host-engine-refuses',
      /the name of the container or network is taken/,
    ],
    [
      'a host that dies',
      { run: { exitCode: 134, stdout: 'Unhandled exception. System.Boom\n' } },
      'host-not-answering',
      /exit code 134 before it answered.*System\.Boom/,
    ],
    [
      'a host that never comes up',
      { run: { hangs: true, stdout: 'warming up\n' } },
      'host-not-answering',
      /answered nothing within 90 s.*warming up/,
    ],
  ])('is the one error of the job, which offers the rehearsal: %s', async ([, behaviour, code, words]) => {
    const { exitCode, log, told, left } = await runWith(
      behaviour,
      { package: 'hello-world.zip' },
      'hangs' in (behaviour['run'] ?? {}) ? fastClock : {},
    )
    expect(told, log).toEqual([
      {
        severity: 'error',
        code,
        message: expect.stringMatching(words),
        hint: expect.stringContaining('or set rehearse: true, which starts the handler without the host'),
      },
    ])
    expect(exitCode).toBe(1)
    expect(left).toEqual([])
  })

  it.concurrent('is one error in the words of the host when it says Error after Running', async () => {
    const text = "The listener for function 'HttpExample' was unable to start."
    const run = { serves: served(['HttpExample'], [running, running, status('Error', text)]) }
    const { exitCode, log, told, left } = await runWith({ run }, { package: 'hello-world.zip' })
    expect(log).toContain('GET /api/HttpExample: 200')
    expect(log).toMatch(/on a port of 127\.0\.0\.1.* its metadata address/)
    expect(told.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'error host-refuses',
      'notice prediction-differs',
    ])
    expect(told[0]?.message).toContain(text)
    expect(exitCode).toBe(1)
    expect(left).toEqual([])
  })

  it.concurrent('is a warning in a green job when the engine hangs on rm, and no process is left', async () => {
    const run = { serves: served(['HttpExample']) }
    const ended = await runWith({ run, rm: { hangs: true } }, { package: 'hello-world.zip' }, fastClock)
    expect(ended.told, ended.log).toEqual([])
    expect(ended.log).toMatch(
      /::warning::Something may be left with the engine.* did not remove the container/,
    )
    expect(ended.exitCode).toBe(0)
    // The container itself is the engine's: no word to it gets through.
    expect(ended.left).toEqual([expect.stringMatching(/^container-go-azure-func-1-/)])
  })

  it.concurrent.for(['auto', 'false'])(
    'is no matter to rehearse: %s, which asks no engine',
    async (rehearse) => {
      const { exitCode, asked } = await runWith(
        {},
        { package: 'hello-world.zip', rehearse, 'host-image': '' },
      )
      expect([exitCode, asked]).toEqual([0, []])
    },
  )

  it.concurrent('refuses a native worker with one sentence, before an engine is asked', async () => {
    workspace.sample('native')
    const { exitCode, told, asked } = await runWith({}, { 'working-directory': 'native' })
    expect(told.map(({ code, message }) => [code, message])).toEqual([['input-invalid', nativeOnHost]])
    expect([exitCode, asked]).toEqual([1, []])
  })

  it.concurrent('is not waited for when the inspection refuses the binary', async () => {
    workspace.write('dynamic/host.json', hostJson('true'))
    workspace.write('dynamic/Greet/function.json', functionJson)
    workspace.write('dynamic/true', readFileSync('/bin/true'), 0o755)
    const inputs = { 'working-directory': 'dynamic', binary: 'dynamic/true' }
    const { told, asked, left } = await runWith({ pull: { hangs: true } }, inputs)
    expect(told.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'elf-interpreter',
    ])
    expect(asked.filter((line) => line.startsWith('run '))).toEqual([])
    expect(left).toEqual([])
  })

  it.concurrent('makes a warning of an error that the host does not confirm, and the package is made', async () => {
    workspace.write('app/host.json', hostJson('handler'))
    workspace.write('app/Greet/function.json', wrong)
    const { exitCode, log, told, left, outputs } = await runWith(
      { run: { serves: served(['Greet']) } },
      { 'working-directory': 'app', binary: 'handler' },
    )
    expect(
      told.map(({ severity, code }) => `${severity} ${code}`),
      log,
    ).toEqual(['warning binding-direction', 'notice prediction-differs'])
    expect(log).toMatch(/::warning title=binding-direction,file=app\/Greet\/function\.json,line=\d+/)
    expect(told[0]?.message).toContain(
      "The Functions host 4.1.2.3 was asked: it runs 'Greet', which answers 200.",
    )
    expect(outputs['package']).toMatch(/\.zip$/)
    expect(exitCode).toBe(0)
    expect(left).toEqual([])
  })

  it.concurrent('leaves an error of a given package when only another function answers', async () => {
    const zip = await JSZip.loadAsync(readFileSync(join(workspace.folder, 'hello-world.zip')))
    zip.file('Broken/function.json', wrong)
    workspace.write('broken.zip', await zip.generateAsync({ type: 'nodebuffer', platform: 'UNIX' }))
    const host = served(['HttpExample', 'Broken'])
    const error = "The 'Broken' function is in error: the direction is wrong."
    const pages = { ...host.pages, '/admin/functions/Broken/status': JSON.stringify({ errors: [error] }) }
    const { exitCode, log, told, left } = await runWith(
      { run: { serves: { ...host, pages } } },
      { package: 'broken.zip' },
    )
    expect(
      told.map(({ severity, code }) => `${severity} ${code}`),
      log,
    ).toEqual(['error binding-direction'])
    expect(told[0]?.message).toMatch(
      /^Broken\/function\.json\S* in broken\.zip: The Functions host has the function 'Broken' in error/,
    )
    expect(exitCode).toBe(1)
    expect(left).toEqual([])
  })
})
