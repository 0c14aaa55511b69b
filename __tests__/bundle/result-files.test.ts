import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ActionResult } from '../../scripts/run-action'
import { runWarm } from './warm-jobs'
import { functionJson, hostJson, makeWorkspace, smallHandlerSource, type TestWorkspace } from './workspace'

let workspace: TestWorkspace
const results: ActionResult[] = []
beforeEach(() => {
  workspace = makeWorkspace()
})
afterEach(() => {
  workspace.remove()
  for (const result of results.splice(0)) result.dispose()
})

const run = async (inputs: Record<string, string>, env: Record<string, string> = {}) => {
  const result = await runWarm({ workspace: workspace.folder, inputs, env })
  results.push(result)
  return result
}
const readJson = (path: string) => JSON.parse(readFileSync(join(workspace.folder, path), 'utf8'))

it('are written beside each other, and say the binary as it is', async () => {
  workspace.sample('hello-world')
  const files = { 'sarif-file': 'out/functions.sarif', 'sbom-file': 'out/functions.cdx.json' }
  const result = await run({ 'working-directory': 'hello-world', ...files })
  expect(result.exitCode).toBe(0)
  expect(readJson('out/functions.sarif').runs[0].results).toEqual([])
  const { metadata, components } = readJson('out/functions.cdx.json')
  const binary = readFileSync(join(workspace.folder, 'hello-world', 'handler'))
  expect(metadata.component.hashes[0].content).toBe(createHash('sha256').update(binary).digest('hex'))
  expect(metadata.component.properties).toContainEqual({
    name: 'cdx:gomod:build:env:CGO_ENABLED',
    value: '0',
  })
  expect(components[0]).toMatchObject({ name: 'stdlib', version: result.outputs['go-version'] })
})

it('name the commit that was built', async () => {
  workspace.write('host.json', hostJson('handler'))
  workspace.write('Hello/function.json', functionJson)
  workspace.write('handler.go', smallHandlerSource)
  workspace.write('go.mod', 'module example.com/app\n\ngo 1.19\n')
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
      cwd: workspace.folder,
      encoding: 'utf8',
    })
  git('init', '--quiet')
  git('add', '.')
  git('commit', '--quiet', '--message', 'All')
  const result = await run({ 'sbom-file': 'sbom.json' }, { GOFLAGS: '-buildvcs=true' })
  expect(result.exitCode).toBe(0)
  const { component } = readJson('sbom.json').metadata
  expect(component.name).toBe('example.com/app')
  const revision = git('rev-parse', 'HEAD').trim()
  expect(component.properties).toContainEqual({ name: 'go:vcs.revision', value: revision })
})

it('hold the findings of a failed run, with what to do and where to read more', async () => {
  workspace.write('api/host.json', hostJson('handler').replace('"2.0"', '"3.0"'))
  workspace.write('api/Hello/function.json', functionJson)
  workspace.write('api/handler.go', smallHandlerSource)
  const inputs = { 'working-directory': 'api', 'sarif-file': 'functions.sarif', 'sbom-file': 'sbom.json' }
  const result = await run(inputs, {
    GITHUB_ACTION_REPOSITORY: 'octo/action',
    GITHUB_ACTION_REF: 'v1',
    GITHUB_SERVER_URL: 'https://github.com',
  })
  expect(result.exitCode).toBe(1)
  const [{ tool, results: found }] = readJson('functions.sarif').runs
  expect(found[0]).toMatchObject({ ruleId: 'host-json-version', level: 'error' })
  expect(found[0].locations[0].physicalLocation).toMatchObject({
    artifactLocation: { uri: 'api/host.json' },
    region: { startLine: 2 },
  })
  expect(tool.driver.rules[0].helpUri).toBe(
    'https://github.com/octo/action/blob/v1/docs/findings.md#host-json-version',
  )
  expect(tool.driver.version).toBe(
    JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')).version,
  )
  // Nothing was built.
  expect(existsSync(join(workspace.folder, 'sbom.json'))).toBe(false)
})

it('that cannot be written are said in warnings, and the run stays green', async () => {
  workspace.sample('hello-world')
  workspace.write('file', '')
  const files = { 'sarif-file': 'file/functions.sarif', 'sbom-file': 'file/functions.cdx.json' }
  const result = await run({ 'working-directory': 'hello-world', ...files })
  expect(result.exitCode).toBe(0)
  expect(result.log).toMatch(/^::warning::No SARIF file was written to '.*functions\.sarif': /m)
  expect(result.log).toMatch(/^::warning::No SBOM was written to '.*functions\.cdx\.json': /m)
})
