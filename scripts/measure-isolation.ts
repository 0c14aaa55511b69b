/**
 * Measures what the isolation costs a rehearsal: the same handler, from its start to its first answer, in the open and
 * isolated, in turn. Prints figures; judges nothing.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type IsolationWay, tryWays, waysToTry } from '../src/host/process/isolation'
import { rehearse } from '../src/host/rehearsal/rehearse'

const rounds = 15
const folder = mkdtempSync(join(tmpdir(), 'measure-isolation-'))
try {
  cpSync(join(import.meta.dirname, '../samples/hello-world'), folder, { recursive: true })
  const env = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '', GOWORK: 'off', GO111MODULE: 'off' }
  execFileSync('go', ['build', '-o', 'handler', 'handler.go'], { cwd: folder, env })
  const ways = waysToTry(process.getuid?.() === 0, process.env['RUNNER_ENVIRONMENT'] ?? '')
  const tried = await tryWays(ways)
  const way = tried.find(({ problem }) => problem === undefined)?.way
  if (way === undefined) throw new Error(`Nothing isolates here: ${JSON.stringify(tried)}`)
  const probed: number[] = []
  const open: number[] = []
  const isolated: number[] = []
  const processorMs = { probed: 0, open: 0, isolated: 0 }
  for (let round = 0; round < rounds; round += 1) {
    const before = childrenMs()
    probed.push(await timed(() => tryWays([way])))
    const afterProbe = childrenMs()
    open.push(await timed(() => once(undefined)))
    const afterOpen = childrenMs()
    isolated.push(await timed(() => once(way)))
    processorMs.probed += afterProbe - before
    processorMs.open += afterOpen - afterProbe
    processorMs.isolated += childrenMs() - afterOpen
  }
  const load = loadavg()[0]?.toFixed(1)
  process.stdout.write(
    `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, load ${load}, way '${way}'\n`,
  )
  print('trying the way', probed)
  print('rehearsal in the open', open)
  print('rehearsal isolated', isolated)
  const costs = isolated.map((elapsedMs, index) => elapsedMs - (open[index] ?? 0))
  print('isolated - open, within rounds', costs)
  // On a machine with more work than processors this is what would be left of the times.
  for (const [what, sumMs] of Object.entries(processorMs))
    process.stdout.write(`processor time of the processes, ${what}: ${(sumMs / rounds).toFixed(0)} ms\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function once(way: IsolationWay | undefined): Promise<void> {
  const isolation = way === undefined ? {} : { isolation: { way, covered: [] } }
  const { startMs, findings } = await rehearse({ folder, mode: 'auto', timeoutMs: 30_000, ...isolation })
  if (startMs === undefined) throw new Error(JSON.stringify(findings))
}

/** Processor time of all ended children, in the kernel's ticks of 10 ms: fields 16 and 17 of stat in proc(5). */
function childrenMs(): number {
  const fields = readFileSync('/proc/self/stat', 'latin1').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[13]) + Number(fields[14])) * 10
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

function print(what: string, timesMs: readonly number[]): void {
  const sorted = [...timesMs].sort((one, other) => one - other)
  const [fastest = 0, median = 0] = [sorted[0], sorted[Math.floor(sorted.length / 2)]]
  process.stdout.write(`${what}: ${fastest.toFixed(0)} ms (median ${median.toFixed(0)} ms)\n`)
}
