import { expect, it, vi } from 'vitest'
import { runAction } from '../../scripts/run-action'
import { commandsIn } from './runner-log'
import { makeWorkspace } from './workspace'

vi.setConfig({ testTimeout: 180_000, maxConcurrency: 2 })

/** Samples with the inputs that they need besides their folder, and the functions that the rehearsal calls. */
const samples: readonly (readonly [name: string, inputs: Readonly<Record<string, string>>, calls: number])[] =
  [
    ['hello-world', {}, 1],
    ['multi-function', { 'main-package': './cmd/orders' }, 1],
    ['good/net-http', {}, 2],
    ['good/method-patterns', {}, 2],
    ['good/gin', {}, 2],
    ['good/echo', {}, 2],
    ['good/chi', {}, 2],
    ['good/fiber', {}, 2],
    ['good/gorilla', {}, 2],
    ['good/queue-and-timer', {}, 0],
    ['good/proxying', {}, 1],
    ['good/workspace', { 'working-directory': 'good/workspace/functions' }, 1],
    ['good/cmd-layout', { 'working-directory': 'good/cmd-layout/azure', 'main-package': '../cmd/server' }, 1],
  ]
const unreachable = /dial tcp|no such host|proxyconnect|TLS handshake|i\/o timeout|module lookup disabled/

it.concurrent.for(samples)('%s passes without a finding', async ([name, inputs, calls], context) => {
  const workspace = makeWorkspace()
  workspace.sample(name)
  const result = await runAction({
    workspace: workspace.folder,
    inputs: { 'working-directory': name, ...inputs },
  })
  try {
    if (result.exitCode !== 0 && unreachable.test(result.log))
      context.skip('the Go module proxy does not answer')
    if (result.log.includes('title=go-too-old'))
      context.skip('the Go on PATH is older than this sample asks for')
    expect(result.exitCode, result.log).toBe(0)
    expect(result.outputs).toMatchObject({ errors: '0', warnings: '0', linkage: 'static' })
    const annotations = commandsIn(result.log).filter(({ name: command }) =>
      /^(?:error|warning)$/.test(command),
    )
    expect(annotations).toEqual([])
    // Elsewhere the summary says in one line why there was no rehearsal.
    if (process.platform !== 'linux') return
    expect(result.log).toMatch(/^Rehearsed: the handler answered after \d+ ms$/m)
    expect(result.log.match(/^(?:GET|HEAD|OPTIONS) \S+: \d{3} \(\d+ ms\)$/gm) ?? []).toHaveLength(calls)
  } finally {
    result.dispose()
    workspace.remove()
  }
})
