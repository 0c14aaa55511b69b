/**
 * Before and after of whole runs: bundles that the repository's history has against the one of today.
 */
import { join } from 'node:path'
import { repositoryRoot } from '../scripts/run-action'
import { extractCommit } from './history'
import { type Section, times } from './page'
import { timeAction } from './processes'
import { cacheFolder, type Programs, workspaceWith } from './programs'
import { alternate, ratioOf, shown } from './sampling'

const commit = '32626c9'
const story =
  'started as ES modules whose chunks V8 read twice, loaded everything about `go build` also for a given binary, and read the project through the thread pool. Now the bundle is CommonJS with modules that are compiled once (`scripts/build-dist.mjs`), building has a chunk of its own (`src/stages/build.ts`), and the project is read on the main thread (`src/project/listing.ts`)'
const given = { binary: 'prebuilt' }
const runs = {
  'packed without compression': { ...given, rehearse: 'false', 'compression-level': '0' },
  'packed at the default level': { ...given, rehearse: 'false' },
  'the same, and rehearsed': given,
} as const

/**
 * Measures runs with a given binary in turn.
 *
 * @param programs the sample
 * @param rounds of alternation
 */
export async function measureEarlierRuns({ hello }: Programs, rounds: number): Promise<Section> {
  const title = 'Whole runs, before and after'
  const folder = join(cacheFolder, 'earlier', `${commit}-dist`)
  if (!extractCommit(commit, ['dist'], folder)) {
    return {
      title,
      blocks: [`Commit \`${commit}\` is left out: the history here does not have it.`],
      budgets: [],
    }
  }
  const workspace = workspaceWith('earlier-runs', hello.path)
  const rows: string[][] = []
  for (const [name, inputs] of Object.entries(runs)) {
    const { old, now } = await alternate(rounds, {
      old: () => timeAction(workspace, inputs, join(folder, 'dist')),
      now: () => timeAction(workspace, inputs, join(repositoryRoot, 'dist')),
    })
    rows.push([name, shown(old), shown(now), times(ratioOf(now, old))])
  }
  return {
    title,
    blocks: [
      `Commit \`${commit}\` ${story}. Runs with \`binary:\` on \`samples/hello-world\`, ${rounds} rounds in turn.`,
      { head: ['run', 'before', 'now', 'wall time'], rows },
    ],
    budgets: [],
  }
}
