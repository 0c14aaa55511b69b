import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostPath } from '../../../src/host/process/environment'
import { startHandler } from '../../../src/host/process/handler-process'
import { type IsolationWay, tryWays } from '../../../src/host/process/isolation'
import { type AttackedJob, anAttackedJob } from './attacked-job'
import { buildAttacker } from './attacker-program'
import { startAttacker } from './started-attacker'

const runsHere = process.platform === 'linux'
const isRoot = process.getuid?.() === 0
const tried = runsHere
  ? [...(isRoot ? await tryWays(['root']) : []), ...(await tryWays(['user-namespace']))]
  : []
const isPossible = (way: IsolationWay) =>
  tried.some((found) => found.way === way && found.problem === undefined)

let program = ''
beforeAll(() => {
  if (runsHere) program = buildAttacker()
})
afterAll(() => {
  if (program !== '') rmSync(dirname(program), { recursive: true, force: true })
})

async function withJob<T>(
  attacks: Parameters<typeof anAttackedJob>[1],
  work: (job: AttackedJob) => Promise<T>,
): Promise<T> {
  const job = await anAttackedJob(program, attacks)
  try {
    return await work(job)
  } finally {
    await job.close()
  }
}

describe.runIf(isRoot && runsHere)('a handler that is started in the open (needs root on Linux)', () => {
  it('succeeds with every attack, so that the tests below can fail', () =>
    withJob({}, async (job) => {
      const { handler, ask } = await startAttacker(job.app, job.home, undefined)
      try {
        const attacks: Record<string, string> = JSON.parse(await ask('/api/attack'))
        // What answers there is up to the machine that the tests run on.
        delete attacks['dial metadata']
        expect(Object.entries(attacks).filter(([, failure]) => failure !== '')).toEqual([])
        expect(job.commandFiles().join('')).toContain('forged=yes')
      } finally {
        await handler.kill()
      }
    }))
})

const ways: readonly IsolationWay[] = ['root', 'user-namespace']
describe.each(ways)('a handler that is isolated by way of %s', (way) => {
  const here = it.runIf(isPossible(way))

  here('succeeds with no attack', () =>
    withJob({}, async (job) => {
      const { handler, ask } = await startAttacker(job.app, job.home, way)
      try {
        const attacks: Record<string, string> = JSON.parse(await ask('/api/attack'))
        expect(Object.keys(attacks).length).toBeGreaterThan(25)
        expect(Object.entries(attacks).filter(([, failure]) => failure === '')).toEqual([])
        expect(attacks['package folder']).toContain('read-only file system')
        expect(attacks['dial metadata']).toContain('network is unreachable')
        expect(attacks['dial token']).toContain('connection refused')
        expect(job.commandFiles().join('')).toBe('')
      } finally {
        await handler.kill()
      }
    }),
  )

  here('gets no rights from a program with the setuid bit', () =>
    withJob({}, async (job) => {
      const { handler, ask } = await startAttacker(job.app, job.home, way)
      try {
        const privileges = await ask('/api/privileges')
        expect(privileges).toContain('NoNewPrivs: 1')
        expect(privileges).toContain('CapEff: 0000000000000000')
        if (way === 'root') expect(privileges).toContain('Uid: 65534 65534 65534 65534')
        if (way === 'root') expect(privileges).toMatch(/^Groups:( 65534)?$/m)
      } finally {
        await handler.kill()
      }
    }),
  )

  here('has its environment, places to write, and answers as in the open', () =>
    withJob({}, async (job) => {
      const { handler, environment, ask } = await startAttacker(job.app, job.home, way)
      try {
        const found: string[] = JSON.parse(await ask('/api/surroundings'))
        expect(found.sort()).toEqual(
          Object.entries(environment)
            .map((pair) => pair.join('='))
            .sort(),
        )
        expect(await ask('/api/hello')).toBe('home: temp: length:0')
        expect(handler.sockets()).toEqual([
          { port: Number(environment['FUNCTIONS_CUSTOMHANDLER_PORT']), family: 'ipv4', address: '127.0.0.1' },
        ])
      } finally {
        await handler.kill()
      }
    }),
  )

  here('leaves no process behind, also not one without a parent', () => {
    const marker = `8${process.pid}${ways.indexOf(way)}`
    return withJob({ daemon: marker }, async (job) => {
      const { handler } = await startAttacker(job.app, job.home, way)
      expect(sleepers(marker)).not.toEqual([])
      await handler.kill()
      expect(sleepers(marker)).toEqual([])
      expect(programsOf(job)).toEqual([])
    })
  })
})

describe.runIf(isPossible('root'))('a runner in a folder of the system (needs root)', () => {
  it('is covered, and a package in it is not', async () => {
    const folder = mkdtempSync('/usr/local/share/runner-')
    const app = join(folder, '_work/_temp/app')
    mkdirSync(app, { recursive: true })
    writeFileSync(join(folder, '.credentials'), 'secret')
    writeFileSync(join(app, 'seen'), 'package')
    const script = `cat ${folder}/.credentials; cat seen; ls -A ${folder}`
    const isolation = { way: 'root', folder: app, home: '/tmp/home', covered: [folder], port: 1 } as const
    const command = { fileName: 'sh', program: '/bin/sh', arguments: ['-c', script], workingDirectory: app }
    const lines: string[] = []
    try {
      const handler = await startHandler(
        command,
        { PATH: hostPath },
        ({ text }) => lines.push(text),
        isolation,
      )
      expect(await handler.ended).toEqual({ code: 0, signal: null })
      await handler.kill()
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
    expect(lines.sort()).toEqual([`cat: ${folder}/.credentials: No such file or directory`, 'package_work'])
  })
})

describe('the end of an isolated handler', () => {
  const ends = [
    ['exit 3', { code: 3, signal: null }],
    ['exit 137', { code: 137, signal: null }],
    ['true', { code: 0, signal: null }],
  ] as const
  it.runIf(isPossible('root')).each(ends)('%s is told as it was', async (script, expected) => {
    const app = mkdtempSync(join(tmpdir(), 'ends-'))
    const isolation = { way: 'root', folder: app, home: '/tmp/home', covered: [], port: 1 } as const
    const command = { fileName: 'sh', program: '/bin/sh', arguments: ['-c', script], workingDirectory: app }
    const handler = await startHandler(command, { PATH: hostPath }, undefined, isolation)
    expect(await handler.ended).toEqual(expected)
    await handler.kill()
    rmSync(app, { recursive: true })
  })
})

describe('the action', () => {
  // One process: tsx itself would leave the program that it starts behind when it is killed.
  const node = [process.execPath, '--import', import.meta.resolve('tsx')] as const
  const [file, ...args] = node
  const standIn = join(import.meta.dirname, 'action-stand-in.ts')

  it.runIf(isPossible('root') || isPossible('user-namespace'))(
    'leaves nothing behind when it is killed',
    () => {
      const marker = `7${process.pid}0`
      return withJob({ daemon: marker }, async (job) => {
        const temporary = join(dirname(job.app), 'tmp')
        mkdirSync(temporary)
        const env = { ...process.env, TMPDIR: temporary }
        const action = spawn(file, [...args, standIn, job.app, job.home], { env })
        await firstLine(action.stdout)
        expect(sleepers(marker)).not.toEqual([])
        action.kill('SIGKILL')
        for (let round = 0; round < 100 && sleepers(marker).length > 0; round += 1) await delay(50)
        expect(sleepers(marker)).toEqual([])
        for (let round = 0; round < 100 && programsOf(job).length > 0; round += 1) await delay(50)
        expect(programsOf(job)).toEqual([])
        expect(readdirSync(temporary).filter((name) => name.startsWith('isolat'))).toEqual([])
      })
    },
  )

  it.runIf(isRoot && isPossible('user-namespace'))('isolates as a user without rights, too', () =>
    withJob({}, async (job) => {
      // The folders are the user's, as a runner's are.
      execFileSync('chown', ['-R', '65534:65534', dirname(dirname(job.app))])
      chmodSync(join(job.app, 'setuid'), 0o4755)
      const user = ['--reuid=65534', '--regid=65534', '--clear-groups']
      const action = spawn('setpriv', [...user, ...node, standIn, job.app, join(dirname(job.app), 'home')], {
        env: { PATH: process.env['PATH'], TMPDIR: dirname(job.app) },
      })
      let errors = ''
      action.stderr.on('data', (chunk) => {
        errors += chunk
      })
      const line = await firstLine(action.stdout).catch(() => errors)
      action.kill('SIGKILL')
      for (let round = 0; round < 100 && programsOf(job).length > 0; round += 1) await delay(50)
      expect(programsOf(job)).toEqual([])
      const { decision, attacks, privileges } = JSON.parse(line)
      expect(decision).toEqual({ kind: 'isolated', way: 'user-namespace' })
      expect(Object.entries(attacks).filter(([, failure]) => failure === '')).toEqual([])
      expect(privileges).toContain('NoNewPrivs: 1')
    }),
  )
})

function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    stream.on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) resolve(text.split('\n')[0] ?? '')
    })
    stream.on('end', () => reject(new Error(`no line: ${text}`)))
  })
}

function running(): string[] {
  return execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n')
}

function sleepers(marker: string): string[] {
  return running().filter((line) => line.trim() === `sleep ${marker}`)
}

function programsOf(job: AttackedJob): string[] {
  return running().filter((line) => line.includes(job.app))
}
