/** zizmor, which looks for weak places in workflows and actions, from Python's registry. */
import { execFile, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { repositoryRoot } from '../../scripts/run-action'

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

it('zizmor finds nothing in the workflows and actions', async (context) => {
  const problem = await install()
  if (problem !== undefined) context.skip(`zizmor cannot be installed from Python's registry: ${problem}`)
  const subjects = ['.github', 'action.yml', 'discover', 'overview']
  const args = ['--offline', '--persona', 'pedantic', '--format', 'plain', '--no-progress', ...subjects]
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: repositoryRoot, encoding: 'utf8' })
  expect(`${stdout}${stderr}`).toContain('No findings to report')
  expect(status).toBe(0)
}, 180_000)
