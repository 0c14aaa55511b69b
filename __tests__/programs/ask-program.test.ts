import { describe, expect, it } from 'vitest'
import { askProgram } from '../../src/programs/ask-program'

const node = process.execPath
const question = (script: string) => ({ file: node, args: ['-e', script], cwd: process.cwd(), env: {} })

describe('askProgram', () => {
  it('gives the exit code and both streams, and prints nothing', async () => {
    const result = await askProgram(
      question('console.log("out"); console.error("err"); process.exitCode = 3'),
    )
    expect(result).toMatchObject({ exitCode: 3, stdout: 'out\n', stderr: 'err\n' })
  })

  it('passes arguments untouched by any shell', async () => {
    const args = ['-e', 'console.log(process.argv[1])', '$(echo x) "q" *']
    expect((await askProgram({ ...question(''), args })).stdout).toBe('$(echo x) "q" *\n')
  })

  it('says which program is not there', async () => {
    await expect(askProgram({ ...question(''), file: 'no-such-program-here' })).rejects.toMatchObject({
      code: 'ENOENT',
    })
  })

  it('is given up when it is cancelled', async () => {
    const cancel = new AbortController()
    const asked = askProgram({ ...question('setTimeout(() => {}, 3000)'), signal: cancel.signal })
    setTimeout(() => cancel.abort(new Error('stop')), 100)
    await expect(asked).rejects.toThrow('stop')
  })
})
