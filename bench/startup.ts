/** What starting the action costs: a check run with a given binary over an empty `node`, and the chunks it loads. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { deflateRaw, gzipSync } from 'node:zlib'
import { repositoryRoot, runAction } from '../scripts/run-action'
import { megabytes, type Section, type Table } from './page'
import { loadedScripts, processorMsOfAction, processorMsOfNode, timeAction, timeProgram } from './processes'
import { type Programs, workspaceWith } from './programs'
import { alternate, fastest, median, milliseconds, type Series, shown } from './sampling'

const limitMs = 200
const archiveLimitBytes = 1_500_000
export const distFolder = process.env['ACTION_DIST'] ?? join(repositoryRoot, 'dist')

/**
 * Measures the start.
 *
 * @param programs the sample
 * @param rounds of alternation
 */
export async function measureStartup({ hello }: Programs, rounds: number): Promise<Section> {
  const workspace = workspaceWith('startup', hello.path)
  const bare = { binary: 'prebuilt', rehearse: 'false', 'compression-level': '0' }
  const runs = await alternate(rounds, {
    node: () => timeProgram(process.execPath, ['-e', '0']),
    refused: () => timeRefusal(workspace),
    bare: () => timeAction(workspace, bare),
    packed: () => timeAction(workspace, { binary: 'prebuilt', rehearse: 'false' }),
    full: () => timeAction(workspace, { binary: 'prebuilt' }),
    zlib: () => timeZlib(readFileSync(hello.path)),
    undici: () => timeProgram(process.execPath, ['-e', 'require("undici")'], { cwd: repositoryRoot }),
  })
  const overNode = (series: Series): number => fastest(series) - fastest(runs.node)
  const over = (series: Series): readonly string[] => [shown(series), milliseconds(overNode(series))]
  const table: Table = {
    head: ['run', 'wall time', 'over `node -e 0`'],
    rows: [
      ['`node -e 0`', shown(runs.node), ''],
      ['a refused input: inputs and report', ...over(runs.refused)],
      ['`binary:`, checked, inspected, packed without compression', ...over(runs.bare)],
      [`the same, compressed at the default level (${megabytes(hello.sizeBytes)})`, ...over(runs.packed)],
      ['the same, and rehearsed: all defaults', ...over(runs.full)],
      ['for comparison: zlib alone, its level 6, on all threads', shown(runs.zlib), ''],
      ['for comparison: loading undici alone', ...over(runs.undici)],
    ],
  }
  const overMs = overNode(runs.bare)
  const bound = await measureProcessorTime(workspace, rounds)
  return {
    title: 'Start-up',
    blocks: [
      `${rounds} rounds in turn on \`samples/hello-world\`. The differences are between the fastest rounds.`,
      table,
      'The third line is everything of a check run but compressing. Compressing is bounded by zlib: the line about zlib compresses the same bytes in memory, in pieces on all threads of the pool, and does nothing else. In a run it begins as soon as the inputs are read and goes on while the other stages are loaded and run. `@actions/core` brings undici: a part of every start, although only a run that asks for a token has a use for it. Leaving it out would need another way to the commands of the runner than the package that is made for them.',
      bound,
      await chunks(workspace),
      `Chunks marked in the last column are loaded by a check run with \`binary:\`; the Azure libraries, SARIF and SBOM are not. ${archiveSize().sentence}`,
    ],
    budgets: [
      {
        needsFreeCores: true,
        what: 'check run with `binary:`, over an empty `node`, without compressing',
        limit: `${limitMs} ms`,
        measured: milliseconds(overMs),
        isMet: overMs <= limitMs,
      },
      archiveSize().budget,
    ],
  }
}

/** What no arrangement of the same work gets below: its processor time, spread evenly over the cores. */
async function measureProcessorTime(workspace: string, rounds: number): Promise<string> {
  const { node, packed } = await alternate(rounds, {
    node: processorMsOfNode,
    packed: () => processorMsOfAction(workspace, { binary: 'prebuilt', rehearse: 'false' }),
  })
  const [nodeMs, packedMs] = [median(node.samples), median(packed.samples)]
  const cores = availableParallelism()
  const leastMs = (packedMs - nodeMs) / cores
  return `The compressing run takes ${milliseconds(packedMs)} of processor time on all its threads and an empty \`node\` ${milliseconds(nodeMs)} (medians). Spread evenly over ${cores} cores, the difference is ${milliseconds(leastMs)}: no arrangement of the same work gets below that.`
}

/** The least that compressing at the quality of `zip -6` takes with the zlib of Node: no files, no checks, no zip. */
async function timeZlib(bytes: Buffer): Promise<number> {
  const deflate = promisify(deflateRaw)
  const pieceBytes = 256 * 1024
  const startedAt = performance.now()
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, index) =>
    deflate(bytes.subarray(index * pieceBytes, (index + 1) * pieceBytes), { level: 6 }),
  )
  await Promise.all(pieces)
  return performance.now() - startedAt
}

async function timeRefusal(workspace: string): Promise<number> {
  const result = await runAction({ workspace, inputs: { goarch: 'mips' } })
  result.dispose()
  if (result.exitCode !== 1) throw new Error('a wrong input was not refused')
  return result.elapsedMs
}

async function chunks(workspace: string): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-coverage-'))
  const inputs = { binary: 'prebuilt', rehearse: 'false' }
  try {
    const result = await runAction({ workspace, inputs, env: { NODE_V8_COVERAGE: folder } })
    result.dispose()
    const coverage = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
    const loaded = new Set(loadedScripts(distFolder, coverage))
    const files = readdirSync(distFolder).filter((name) => name.endsWith('.js'))
    const rows = files.map((name) => {
      const bytes = readFileSync(join(distFolder, name))
      return { name, bytes, parts: partsOf(bytes.toString('utf8')), isLoaded: loaded.has(name) }
    })
    rows.sort((left, right) => left.bytes.length - right.bytes.length)
    return {
      head: ['chunk', 'size', 'compressed', 'holds', 'loaded'],
      rows: rows.map(({ name, bytes, parts, isLoaded }) => [
        `\`${name}\``,
        `${(bytes.length / 1000).toFixed(0)} kB`,
        `${(gzipSync(bytes).length / 1000).toFixed(0)} kB`,
        parts,
        isLoaded ? 'yes' : '',
      ]),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Which rooms and packages a chunk holds, from the paths that the bundler leaves in its comments. */
function partsOf(text: string): string {
  const counts = new Map<string, number>()
  for (const [, path = ''] of text.matchAll(
    /(?:CONCATENATED MODULE: |"|\/\/ )\.\/((?:src|node_modules)\/[\w@./-]+)/g,
  )) {
    const library = /^node_modules\/((?:@[\w.-]+\/)?[\w.-]+)/.exec(path)?.[1]
    const room = /^src\/([\w-]+)/.exec(path)?.[1]
    const part = library ?? (room === undefined ? undefined : `src/${room}`)
    if (part !== undefined) counts.set(part, (counts.get(part) ?? 0) + 1)
  }
  const parts = [...counts].sort(([, left], [, right]) => right - left).map(([part]) => part)
  return parts.length > 4 ? `${parts.slice(0, 4).join(', ')} and ${parts.length - 4} more` : parts.join(', ')
}

/** What a run downloads: everything that `.gitattributes` does not keep out of the archive, as it lies here. */
function archiveSize(): { sentence: string; budget: Section['budgets'][number] } {
  const listed = spawnSync('git', ['archive', '--format=tar', 'HEAD'], {
    cwd: repositoryRoot,
    maxBuffer: 1 << 28,
  })
  const names = spawnSync('tar', ['-t'], { input: listed.stdout, encoding: 'utf8' }).stdout.split('\n')
  const others = names.filter((name) => name !== '' && !name.endsWith('/') && !name.startsWith('dist/'))
  const files = [
    ...others.map((name) => join(repositoryRoot, name)),
    ...readdirSync(distFolder).map((name) => join(distFolder, name)),
  ]
  const tar = spawnSync('tar', ['-c', '--absolute-names', ...files], { maxBuffer: 1 << 28 })
  const sizeBytes = gzipSync(tar.stdout).length
  return {
    sentence: `The archive that a run downloads has ${megabytes(sizeBytes)}, compressed.`,
    budget: {
      what: "the action's own archive",
      limit: megabytes(archiveLimitBytes),
      measured: megabytes(sizeBytes),
      isMet: sizeBytes <= archiveLimitBytes,
    },
  }
}
