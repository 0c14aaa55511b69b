import { afterEach, describe, expect, it } from 'vitest'
import { ActionError } from '../../../src/errors'
import { askHost, waitForHost } from '../../../src/host/container/ask-host'
import { type HostContainer, startHostContainer } from '../../../src/host/container/container'
import { findEngine } from '../../../src/host/container/engine'
import { obtainImage } from '../../../src/host/container/image'
import { sweepLeftovers } from '../../../src/host/container/leftovers'
import { type Behaviour, type FakeDocker, fakeDocker, good, onThisLinux, whyNotPlayed } from './fake-docker'

let docker: FakeDocker | undefined
afterEach(() => {
  docker?.dispose()
  docker = undefined
})

function play(behaviour: Behaviour, name?: string): void {
  docker = fakeDocker(behaviour, name)
  docker.takePath()
}

const running = JSON.stringify({ state: 'Running', version: '4.1.2.3' })
const lives: Behaviour = { ...good, run: { serves: { status: [running] } } }

async function start(
  behaviour: Behaviour,
  { mayPublish = true, signal }: { mayPublish?: boolean; signal?: AbortSignal } = {},
): Promise<HostContainer> {
  play(behaviour)
  const engine = await findEngine(process.env, signal)
  const image = await obtainImage(engine, 'example.com/host:4', signal)
  return startHostContainer({
    ...{ engine, image: image.id, name: 'host-1', masterKey: 'm', mayPublish, signal },
    ...{ packageFolder: '/package', secretsFolder: '/keys', settingsFile: '' },
  })
}

/** As the stage does it. */
async function startAndWait(behaviour: Behaviour): Promise<void> {
  const host = await start(behaviour)
  try {
    await waitForHost(host, AbortSignal.timeout(20_000))
  } finally {
    await host.stop()
  }
}

async function errorOf(work: Promise<unknown>): Promise<ActionError> {
  const error = await work.then(() => undefined).catch((thrown: unknown) => thrown)
  if (!(error instanceof ActionError)) throw new Error(`not refused as it should be: ${String(error)}`)
  return error
}

const noSpace = 'write /var/lib/docker/tmp/x: no space left on device'
const refused = (stderr: string, exitCode = 1) => ({ stderr, exitCode })

describe.skipIf(whyNotPlayed !== '')(`an engine that cannot run the host${whyNotPlayed}`, () => {
  it.each<[string, Behaviour, string, RegExp]>([
    [
      'no daemon',
      {
        info: refused(
          'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
        ),
      },
      'host-engine-unavailable',
      /its daemon does not answer.*var\/run\/docker\.sock/,
    ],
    [
      'a daemon that only the JSON complains about',
      { info: { stdout: JSON.stringify({ ServerErrors: ['error during connect: Get "http://x"'] }) } },
      'host-engine-unavailable',
      /its daemon does not answer/,
    ],
    [
      'a pull that is refused',
      {
        ...good,
        'image inspect': refused('No such image'),
        pull: refused("pull access denied for host, repository does not exist or may require 'docker login'"),
      },
      'host-image-unavailable',
      /pull 'example\.com\/host:4'.*pull access denied/,
    ],
    [
      'no space to pull',
      { ...good, 'image inspect': refused(''), pull: refused(noSpace) },
      'host-engine-refuses',
      /no space/,
    ],
    [
      'no image for this platform',
      {
        ...good,
        'image inspect': refused(''),
        pull: refused('no matching manifest for linux/amd64 in the manifest list entries'),
      },
      'host-engine-refuses',
      /cannot run programs for linux\/amd64/,
    ],
    [
      'an image for another machine',
      {
        ...good,
        'image inspect': { stdout: JSON.stringify([{ Id: 'sha256:1', Os: 'linux', Architecture: 'arm64' }]) },
      },
      'host-engine-refuses',
      /is for linux\/arm64/,
    ],
    [
      'no space to run',
      { ...good, run: refused(`docker: Error response from daemon: ${noSpace}.`, 125) },
      'host-engine-refuses',
      /no space/,
    ],
    [
      'a name that is taken',
      {
        ...good,
        run: refused(
          'docker: Error response from daemon: Conflict. The container name "/host-1-p" is already in use by container "ab".',
          125,
        ),
      },
      'host-engine-refuses',
      /the name of the container or network is taken/,
    ],
    [
      'a folder that the engine does not see',
      {
        ...good,
        run: refused('invalid mount config for type "bind": bind source path does not exist: /package', 125),
      },
      'host-engine-refuses',
      /does not see the temporary folder/,
    ],
    [
      'a machine without an emulator',
      { ...good, run: refused('exec /usr/bin/dotnet: exec format error', 1) },
      'host-engine-refuses',
      /linux\/amd64/,
    ],
    [
      'no network',
      {
        ...onThisLinux,
        'network create': refused(
          'could not find an available, non-overlapping IPv4 address pool among the defaults',
        ),
      },
      'host-engine-refuses',
      /cannot make the network/,
    ],
    [
      'a host that dies',
      { ...good, run: { exitCode: 3, stdout: 'Unhandled exception. System.Boom\n' } },
      'host-not-answering',
      /exit code 3 before it answered.*System\.Boom/,
    ],
  ])('is one error that offers the rehearsal: %s', async (_, behaviour, code, words) => {
    const error = await errorOf(startAndWait(behaviour))
    expect(error.code).toBe(code)
    expect(error.message).toMatch(words)
    expect(error.hint).toContain('or set rehearse: true')
    const calls = docker?.calls() ?? []
    const isRun = calls.some((line) => line.startsWith('run '))
    expect(calls.some((line) => line.startsWith('rm --force'))).toBe(isRun)
    const isNetworked = calls.some((line) => line.startsWith('network create'))
    expect(calls.some((line) => line.startsWith('network rm host-1'))).toBe(isNetworked)
    expect(docker?.left()).toEqual([])
  })

  it('says so when there is none', async () => {
    play({}, 'no-docker')
    const error = await errorOf(findEngine(process.env))
    expect(error.code).toBe('host-engine-unavailable')
    expect(error.message).toContain('neither docker nor podman')
  })

  it('takes podman where there is no docker', async () => {
    const info = { version: { Version: '5.4.0' }, host: { security: { rootless: true } } }
    // Its ids have no prefix, and it breaks JSON into lines.
    const image = [{ Id: 'ab12', RepoDigests: ['x/y@sha256:1'], Os: 'linux', Architecture: 'amd64' }]
    play(
      {
        ...good,
        info: { stdout: JSON.stringify(info, null, 5) },
        'image inspect': { stdout: JSON.stringify(image, null, 5) },
      },
      'podman',
    )
    const engine = await findEngine(process.env)
    expect(engine).toMatchObject({ name: 'podman', version: '5.4.0', isHere: false })
    expect(await obtainImage(engine, 'x/y')).toMatchObject({ id: 'ab12', digest: 'sha256:1' })
  })

  it('takes the image that is here when it cannot be pulled', async () => {
    play({ ...good, pull: refused('dial tcp 127.0.0.1:9: connect: connection refused') })
    const image = await obtainImage(await findEngine(process.env), 'localhost:9/host:1')
    expect(image).toMatchObject({ id: 'sha256:1', whyNotPulled: 'it could not be pulled' })
  })
})

describe.skipIf(whyNotPlayed !== '')(`a host in a container${whyNotPlayed}`, () => {
  it('is asked on a port of 127.0.0.1 below 32768 where its own address is not reached', async () => {
    const host = await start(lives)
    await waitForHost(host, AbortSignal.timeout(10_000))
    expect(host.network).toBe('published')
    expect(Number(new URL(host.origin).port)).toBeLessThan(32_768)
    const { body } = await askHost(host, { method: 'GET', path: '/admin/host/status', timeoutMs: 5000 })
    expect(body).toBe(running)
    await host.stop()
    expect(docker?.calls().at(-1)).toBe('rm --force --volumes host-1-p')
    expect(await host.exited).toBeNull()
  })

  it('is not published where somebody else has a part in the code', async () => {
    const error = await errorOf(start(lives, { mayPublish: false }))
    expect(error.message).toContain('somebody else has a part in the code')
    expect(docker?.calls().some((line) => line.startsWith('run '))).toBe(false)
  })

  it('is an error when it never comes up', async () => {
    const host = await start({ ...good, run: { hangs: true, stdout: 'warming up\n' } })
    const error = await errorOf(waitForHost(host, AbortSignal.timeout(10_000), 800))
    expect(error.code).toBe('host-not-answering')
    expect(error.message).toMatch(/answered nothing within 1 s.*warming up/)
    await host.stop()
    expect(docker?.left()).toEqual([])
  })

  it('is ended in time for a cancelled job though the engine hangs on rm, and says what may be left', async () => {
    const cancel = new AbortController()
    const host = await start({ ...lives, rm: { hangs: true } }, { signal: cancel.signal })
    cancel.abort(new Error('cancelled'))
    await host.stop()
    expect(host.left()).toMatch(/did not remove the container within 5 s/)
    expect(await host.exited).toBeNull()
    // No process of ours; the container is the engine's, and the next run removes it.
    expect(docker?.left()).toEqual(['container-host-1-p'])
  })

  it('is removed with its network when the job is cancelled', async () => {
    const cancel = new AbortController()
    const starting = start(
      { ...onThisLinux, inspect: { stdout: '' }, run: { hangs: true } },
      { signal: cancel.signal },
    )
    setTimeout(() => cancel.abort(new Error('cancelled')), 800)
    await expect(starting).rejects.toThrow()
    const calls = docker?.calls() ?? []
    expect(calls.slice(-2)).toEqual(['rm --force --volumes host-1', 'network rm host-1'])
    expect(docker?.left()).toEqual([])
  })

  it('is not begun when the job is cancelled while its image is pulled', async () => {
    const cancel = new AbortController()
    const starting = start({ ...good, pull: { hangs: true } }, { signal: cancel.signal })
    setTimeout(() => cancel.abort(new Error('cancelled')), 800)
    await expect(starting).rejects.toThrow('cancelled')
    expect(docker?.calls().at(-1)).toMatch(/^pull /)
    await expect.poll(() => docker?.left()).toEqual([])
  })
})

describe.skipIf(whyNotPlayed !== '')(`leftovers${whyNotPlayed}`, () => {
  it('removes what is old and of ours, and nothing else', async () => {
    const now = 2_000_000_000_000
    const old = now / 1000 - 3600
    play({
      ...good,
      ps: {
        stdout: `old a=b,go-azure-func-action.host=${old}\nyoung go-azure-func-action.host=${now / 1000 - 60}\n`,
      },
      'network ls': { stdout: `old-net map[go-azure-func-action.host:${old}]\n` },
      'network rm': {},
    })
    const engine = await findEngine(process.env)
    expect(await sweepLeftovers(engine, now)).toEqual(['old', 'old-net'])
    const removals = docker?.calls().filter((line) => /^(?:rm|network rm)/.test(line))
    expect(removals).toEqual(['rm --force --volumes old', 'network rm old-net'])
  })
})
