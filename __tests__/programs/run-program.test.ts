import { describe, expect, it } from 'vitest'
import { runProgram } from '../../src/programs/run-program'

const node = process.execPath
const request = (script: string) => ({ file: node, args: ['-e', script], cwd: process.cwd(), env: {} })

describe('runProgram', () => {
  it('gives the exit code and both streams', async () => {
    const result = await runProgram(request('console.log("out"); console.error("err"); process.exitCode = 3'))
    expect(result).toMatchObject({ exitCode: 3, stdout: 'out\n', stderr: 'err\n' })
    expect(result.elapsedMs).toBeGreaterThan(0)
  })

  it('hands on each line, also a last one without a line break', async () => {
    const lines: string[] = []
    const onLine = (stream: string, line: string) => void lines.push(`${stream}: ${line}`)
    await runProgram({ ...request('process.stdout.write("a\\r\\nb\\nc")'), onLine })
    expect(lines).toEqual(['stdout: a', 'stdout: b', 'stdout: c'])
  })

  it('gives the child exactly the environment it was handed', async () => {
    const result = await runProgram({
      ...request('console.log(JSON.stringify(process.env))'),
      env: { ONLY: '1' },
    })
    expect(Object.keys(JSON.parse(result.stdout)).filter((name) => !name.startsWith('__CF'))).toEqual([
      'ONLY',
    ])
  })

  it('passes arguments untouched by any shell', async () => {
    const args = ['-e', 'console.log(process.argv[1])', '$(echo x) "q" *']
    const result = await runProgram({ file: node, args, cwd: process.cwd(), env: {} })
    expect(result.stdout).toBe('$(echo x) "q" *\n')
  })

  it('keeps no more than the limit', async () => {
    const result = await runProgram({
      ...request('process.stdout.write("x".repeat(100000))'),
      outputLimitBytes: 10,
    })
    expect(result.stdout).toBe('xxxxxxxxxx')
  })

  it('says which program cannot be started', async () => {
    const missing = { ...request(''), file: 'no-such-program-here' }
    await expect(runProgram(missing)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it.skipIf(process.platform === 'win32')(
    'ends the whole process group when it is cancelled (POSIX groups)',
    async () => {
      const cancel = new AbortController()
      const script = `
      const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
      console.log(child.pid)
      setInterval(() => {}, 1000)`
      let grandchild = 0
      const run = runProgram({
        ...request(script),
        signal: cancel.signal,
        onLine: (_, line) => {
          grandchild = Number(line)
          cancel.abort(new Error('stop'))
        },
      })
      await expect(run).rejects.toThrow('stop')
      expect(await isGone(grandchild)).toBe(true)
    },
  )
})

async function isGone(pid: number): Promise<boolean> {
  const deadline = Date.now() + 5000
  while (Date.now() < deadline) {
    try {
      process.kill(pid, 0)
    } catch {
      return true
    }
    // A killed process stays visible until init reaps it.
    const { stdout } = await runProgram({
      file: 'ps',
      args: ['-o', 'stat=', '-p', String(pid)],
      cwd: '/',
      env: { PATH: process.env['PATH'] ?? '' },
    })
    if (stdout.trim() === '' || stdout.startsWith('Z')) return true
  }
  return false
}
