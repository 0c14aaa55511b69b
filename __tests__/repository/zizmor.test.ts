/** zizmor, which looks for weak places in workflows, examples and actions, from Python's registry. */
import { execFile, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { repositoryRoot } from '../../scripts/run-action'
import { workflowBlocks, workflowOf } from './page-workflows'

const version = '1.32.0'
const environment = join(repositoryRoot, '.cache', `zizmor-${version}`)
const program = join(environment, process.platform === 'win32' ? 'Scripts' : 'bin', 'zizmor')

/** Installs it once. @returns why it is not there; undefined when it is */
async function install(): Promise<string | undefined> {
  if (existsSync(program)) return undefined
  try {
    const run = promisify(execFile)
    await run('python3', ['-m', 'venv', environment], { timeout: 60_000 })
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `zizmor==${version}`]
    await run(join(program, '..', 'python'), pip, { timeout: 60_000 })
    return undefined
  } catch (error) {
    return (error as Error).message.split('\n')[0]
  }
}

function expectNothing(options: readonly string[], subjects: readonly string[]): void {
  const args = ['--offline', '--format', 'plain', '--no-progress', ...options, ...subjects]
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: repositoryRoot, encoding: 'utf8' })
  expect(`${stdout}${stderr}`).toContain('No findings to report')
  expect(status).toBe(0)
}

describe('zizmor', () => {
  const problem = install()
  beforeEach(async (context) => {
    const why = await problem
    if (why !== undefined) context.skip(`zizmor cannot be installed from Python's registry: ${why}`)
  }, 180_000)

  it('finds nothing in the workflows and actions', () => {
    const subjects = ['.github', 'action.yml', 'discover', 'overview']
    expectNothing(['--persona', 'pedantic'], subjects)
  })

  it('finds nothing in the examples of the pages, which name versions as users type them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'examples-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const workflows = join(folder, '.github', 'workflows')
    await mkdir(workflows, { recursive: true })
    const ours = workflowBlocks.filter(({ text }) => text.includes('uses: org/go-azure-func-action'))
    expect(ours.length).toBeGreaterThan(10)
    for (const { page, line, text } of ours)
      await writeFile(join(workflows, `${page.replaceAll('/', '-')}-${line}.yml`), workflowOf(text))
    const config = join(folder, 'zizmor.yml')
    await writeFile(config, 'rules:\n  unpinned-uses:\n    disable: true\n')
    expectNothing(['--config', config], [folder])
  })
})
