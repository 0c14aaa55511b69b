import { describe, expect, it } from 'vitest'
import { runArguments } from '../../../src/host/container/container-line'
import { failuresOf, readConsole } from '../../../src/host/container/host-console'

const line = {
  ...{
    engineName: 'docker' as const,
    image: 'sha256:1',
    name: 'n',
    labels: [],
    port: 8080,
    settingsFile: '',
  },
  ...{ packageFolder: '/temp/a,b', secretsFolder: '/temp/keys' },
}

describe('the command line of the container', () => {
  it('gives the container nothing of the job', () => {
    const words = runArguments({ ...line, network: 'internal' })
    const text = words.join(' ')
    for (const option of ['--read-only', '--cap-drop ALL', '--security-opt no-new-privileges', '--rm'])
      expect(text).toContain(option)
    for (const limit of ['--memory', '--cpus', '--pids-limit']) expect(words).toContain(limit)
    expect(text).toContain('--network n')
    expect(text).not.toContain('--publish')
    expect(words.filter((word) => word.startsWith('type=bind'))).toEqual([
      'type=bind,"src=/temp/a,b",dst=/home/site/wwwroot,readonly',
      'type=bind,src=/temp/keys,dst=/secrets',
    ])
    const variables = words.flatMap((word, index) =>
      words[index - 1] === '--env' ? [word.split('=')[0]] : [],
    )
    expect(variables.join(' ')).not.toMatch(/GITHUB|ACTIONS|RUNNER|TOKEN|INPUT_/)
  })

  it('keeps an engine from handing on the proxies of its user', () => {
    const proxies = ['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'ALL_PROXY', 'NO_PROXY']
    const words = runArguments({ ...line, network: 'internal' })
    for (const name of proxies.flatMap((each) => [each, each.toLowerCase()]))
      expect(words[words.indexOf(`${name}=`) - 1]).toBe('--env')
    const podman = runArguments({ ...line, network: 'internal', engineName: 'podman' })
    expect(podman).toContain('--http-proxy=false')
    expect(podman.join(' ')).not.toContain('HTTP_PROXY')
  })

  it('publishes on the loopback alone', () => {
    const words = runArguments({ ...line, network: 'published', port: 20_001 })
    expect(words[words.indexOf('--publish') + 1]).toBe('127.0.0.1:20001:8080')
    expect(words).not.toContain('--network')
  })
})

describe('the console of the host', () => {
  it('keeps the output of the handler apart from the log of the host', () => {
    const said = readConsole([
      'Hosting environment: Production',
      'info: Host.Startup[413]',
      '      Host started (12ms)',
      'info: Host.Function.Console[0]',
      '      listening on 1234',
      '      info: Host.Startup[1]',
      'fail: Host.Startup[515]',
      '      A host error has occurred',
      '      System.Boom: x',
    ])
    expect(said.handler).toEqual(['listening on 1234', 'info: Host.Startup[1]'])
    expect(said.host.map(({ text }) => text)).toEqual([
      'Hosting environment: Production',
      'Host started (12ms)',
      'A host error has occurred\nSystem.Boom: x',
    ])
    expect(failuresOf(said)).toEqual(['A host error has occurred\nSystem.Boom: x'])
  })
})
