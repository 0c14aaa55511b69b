/**
 * What a fork may put into its checkout to make a run read, build or write what lies outside of the workspace, or to
 * make `go` start the program of another version control. Each attack works on push, where nobody is kept away.
 */
import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ActionResult } from '../../scripts/run-action'
import { runWarm } from './warm-jobs'
import { functionJson, hostJson, makeWorkspace, smallHandlerSource, type TestWorkspace } from './workspace'

vi.setConfig({ testTimeout: 120_000 })

let machine: TestWorkspace
beforeEach(() => {
  machine = makeWorkspace()
  machine.write('work/app/host.json', hostJson('handler'))
  machine.write('work/app/Hello/function.json', functionJson)
  machine.write('work/app/main.go', smallHandlerSource)
  machine.write('work/app/go.mod', 'module example.com/app\n\ngo 1.18\n')
  machine.write('outside/secret.go', 'package outside\n\nconst Secret = "secret"\n')
  machine.write('outside/go.mod', 'module example.com/outside\n\ngo 1.18\n')
})
afterEach(() => machine.remove())

const link = (target: string, path: string): void =>
  symlinkSync(join(machine.folder, target), join(machine.folder, path))
const imports = (path: string): string => smallHandlerSource.replace('import (', `import (\n\t_ "${path}"`)

const fork = { pull_request: { head: { sha: 'a'.repeat(40), repo: { full_name: 'mallory/app' } } } }

async function run(event: string, inputs: Record<string, string> = {}): Promise<ActionResult> {
  const result = await runWarm({
    workspace: join(machine.folder, 'work'),
    inputs: { 'working-directory': 'app', rehearse: 'false', ...inputs },
    env: {
      GITHUB_REPOSITORY: 'octo/app',
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: machine.write('event.json', JSON.stringify(fork)),
    },
  })
  result.dispose()
  return result
}

interface Attack {
  readonly prepare: () => void
  readonly inputs?: Record<string, string>
  /** What of it the run names. */
  readonly names: string
  /** Found out by asking `go`, before it builds. */
  readonly isSeenByGo?: boolean
  /** The place may be anything. */
  readonly cannotBeTold?: boolean
}

const attacks: Readonly<Record<string, Attack>> = {
  'a project behind a link': {
    prepare: () => {
      machine.write('outside/app/host.json', hostJson('handler'))
      machine.write('outside/app/Hello/function.json', functionJson)
      machine.write('outside/app/main.go', smallHandlerSource)
      link('outside/app', 'work/linked')
    },
    inputs: { 'working-directory': 'linked' },
    names: 'working-directory',
  },
  'a host.json behind a link': {
    prepare: () => {
      machine.write('outside/host.json', hostJson('handler'))
      machine.write('work/linked/Hello/function.json', functionJson)
      machine.write('work/linked/main.go', smallHandlerSource)
      link('outside/host.json', 'work/linked/host.json')
    },
    inputs: { 'working-directory': 'linked' },
    names: 'host.json',
  },
  'a main package behind a link': {
    prepare: () => {
      machine.write('outside/cmd/main.go', smallHandlerSource)
      link('outside/cmd', 'work/app/cmd')
    },
    inputs: { 'main-package': './cmd' },
    names: 'main-package',
  },
  'a main package above the workspace': {
    prepare: () => {
      machine.write('outside/cmd/main.go', smallHandlerSource)
    },
    inputs: { 'main-package': '../../outside/cmd' },
    names: 'main-package',
  },
  'a go.mod behind a link': {
    prepare: () => {
      machine.write('work/linked/host.json', hostJson('handler'))
      machine.write('work/linked/Hello/function.json', functionJson)
      machine.write('work/linked/main.go', smallHandlerSource)
      link('outside/go.mod', 'work/linked/go.mod')
    },
    inputs: { 'working-directory': 'linked' },
    names: 'go.mod',
  },
  'a replacement above the workspace': {
    prepare: () => {
      machine.write(
        'work/app/go.mod',
        'module example.com/app\n\ngo 1.18\n\nrequire example.com/outside v0.0.0\n\nreplace example.com/outside => ../../outside\n',
      )
      machine.write('work/app/main.go', imports('example.com/outside'))
    },
    names: 'a module',
  },
  'a replacement behind a link': {
    prepare: () => {
      link('outside', 'work/app/lib')
      machine.write(
        'work/app/go.mod',
        'module example.com/app\n\ngo 1.18\n\nrequire example.com/outside v0.0.0\n\nreplace example.com/outside => ./lib\n',
      )
      machine.write('work/app/main.go', imports('example.com/outside'))
    },
    names: 'a module',
  },
  'a workspace that uses a module outside': {
    prepare: () => {
      machine.write('work/go.work', 'go 1.18\n\nuse (\n\t./app\n\t../outside\n)\n')
      machine.write('work/app/main.go', imports('example.com/outside'))
    },
    names: 'a module',
  },
  'a vendor folder behind a link': {
    prepare: () => {
      machine.write('outside/vendor/example.com/lib/lib.go', 'package lib\n')
      machine.write('outside/vendor/modules.txt', '# example.com/lib v1.0.0\n## explicit\nexample.com/lib\n')
      link('outside/vendor', 'work/app/vendor')
      machine.write(
        'work/app/go.mod',
        'module example.com/app\n\ngo 1.18\n\nrequire example.com/lib v1.0.0\n',
      )
      machine.write('work/app/main.go', imports('example.com/lib'))
    },
    names: 'vendor',
  },
  'a package behind a link': {
    prepare: () => {
      machine.write('outside/store/store.go', 'package store\n')
      link('outside/store', 'work/app/store')
      machine.write('work/app/main.go', imports('example.com/app/store'))
    },
    names: 'a package',
    isSeenByGo: true,
  },
  'a Go file behind a link': {
    prepare: () => {
      machine.write('outside/other.go', 'package main\n')
      link('outside/other.go', 'work/app/other.go')
    },
    names: 'a file of a package',
    isSeenByGo: true,
  },
  'assembly that includes, through another file, one from outside': {
    prepare: () => {
      machine.write('outside/secret.h', '#define SECRET 1\n')
      machine.write('work/app/near.h', '#include "../../outside/secret.h"\n')
      machine.write('work/app/text.s', '#include "near.h"\n')
    },
    names: 'a file that assembly includes',
    isSeenByGo: true,
  },
  'assembly that includes it by a macro': {
    prepare: () => {
      machine.write('outside/secret.h', '#define SECRET 1\n')
      machine.write('work/app/text.s', '#define M(a) a include "../../outside/secret.h"\nM(#)\n')
    },
    names: 'a file that assembly includes',
    isSeenByGo: true,
    cannotBeTold: true,
  },
  'a profile behind a link': {
    prepare: () => {
      machine.write('outside/secret.pgo', '')
      link('outside/secret.pgo', 'work/app/default.pgo')
    },
    names: 'a file of a package',
    isSeenByGo: true,
  },
  'an executable in a folder behind a link': {
    prepare: () => {
      mkdirSync(join(machine.folder, 'outside/bin'))
      link('outside/bin', 'work/app/bin')
      machine.write('work/app/host.json', hostJson('bin/handler'))
    },
    names: 'the executable',
  },
  'an executable that is a link to nothing yet': {
    prepare: () => link('outside/not-there', 'work/app/handler'),
    names: 'the executable',
  },
}

describe.runIf(process.platform === 'linux')("a fork's run (links need rights on Windows)", () => {
  it.each(Object.entries(attacks))(
    'refuses %s',
    async (_, { prepare, inputs, names, isSeenByGo, cannotBeTold }) => {
      prepare()
      const result = await run('pull_request_target', inputs)
      expect(result.exitCode, result.log).toBe(1)
      const line = result.log.split('\n').find((text) => text.startsWith('::error title=fork-path-outside'))
      expect(line, result.log).toContain(`(${names})`)
      expect(line).toContain(
        cannotBeTold === true ? 'The action cannot tell where' : 'lies outside of the workspace',
      )
      expect(result.outputs['package'] ?? '').toBe('')
      for (const path of ['outside/bin/handler', 'outside/not-there'])
        expect(existsSync(join(machine.folder, path))).toBe(false)
      if (isSeenByGo !== true && names !== 'the executable')
        expect(result.log).not.toContain('::group::Build')
    },
  )

  it.each(['issue_comment', 'pull_request', 'pull_request_review'])('does so in %s, too', async (event) => {
    attacks['a package behind a link']?.prepare()
    expect((await run(event)).log).toMatch(/^::error title=fork-path-outside/m)
  })

  it('cannot be told to accept it', async () => {
    attacks['a package behind a link']?.prepare()
    const result = await run('pull_request_target', { 'ignore-findings': 'fork-path-outside' })
    expect(result.exitCode).toBe(1)
    expect(result.outputs['package'] ?? '').toBe('')
  })

  const working = Object.entries(attacks).filter(([name]) => !/workspace$|nothing yet|host\.json/.test(name))
  it.each(working)('on push takes %s', async (_, { prepare, inputs }) => {
    prepare()
    const result = await run('push', inputs)
    expect(result.exitCode, result.log).toBe(0)
  })

  it('goes on with links that stay inside of the workspace', async () => {
    machine.write('work/shared/store/store.go', 'package store\n')
    link('work/shared/store', 'work/app/store')
    machine.write('work/app/main.go', imports('example.com/app/store'))
    link('work/app', 'work/linked')
    for (const folder of ['app', 'linked']) {
      const result = await run('pull_request_target', { 'working-directory': folder })
      expect(result.exitCode, result.log).toBe(0)
    }
  })
})

describe('another version control than Git', () => {
  it.each(['work/app/.hg/hgrc', 'work/.svn/wc.db', '.bzr/README', 'work/_FOSSIL_'])(
    "ends a fork's run: %s",
    async (path) => {
      machine.write(path, '')
      const result = await run('pull_request_target')
      expect(result.exitCode).toBe(1)
      expect(result.log).toMatch(/^::error title=fork-version-control/m)
      expect(result.log).not.toContain('::group::Build')
      const own = await run('push')
      expect(own.exitCode, own.log).toBe(0)
    },
  )
})
