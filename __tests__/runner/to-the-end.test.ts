import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

/** Runs an action in a process of its own, as its entry does. */
function exitOf(action: string) {
  const imports = `import { failStep } from './src/runner/step.ts'; import { runToTheEnd } from './src/runner/to-the-end.ts'`
  const code = `${imports}; void runToTheEnd(${action}, failStep)`
  const ended = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', code], {
    cwd: root,
    encoding: 'utf8',
  })
  return { exitCode: ended.status, log: ended.stdout, errors: ended.stderr }
}

describe('runToTheEnd', () => {
  it('lets a run that ends be', () => {
    expect(exitOf('async () => {}')).toEqual({ exitCode: 0, log: '', errors: '' })
  })

  it('keeps the exit code of a run that failed', () => {
    expect(exitOf('async () => { process.exitCode = 1 }')).toEqual({ exitCode: 1, log: '', errors: '' })
  })

  it('fails a run that waits for something that cannot come', () => {
    const { exitCode, log } = exitOf('() => new Promise(() => {})')
    expect(exitCode).toBe(1)
    expect(log).toBe(
      '::error::The action ended before its work was done. Please report this with the debug log.\n',
    )
  })

  it('leaves what is thrown to Node', () => {
    const { exitCode, log, errors } = exitOf("async () => { throw new Error('broken') }")
    expect(exitCode).toBe(1)
    expect(log).toBe('')
    expect(errors).toContain('Error: broken')
  })
})
