/**
 * Before and after of whole runs: bundles that the repository's history has against the one of today.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '../scripts/run-action'
import { extractCommit, leftOut, type Version } from './history'
import { type Section, times } from './page'
import { timeAction } from './processes'
import { cacheFolder, type Programs, workspaceWith } from './programs'
import { alternate, ratioOf, shown } from './sampling'

const given = { binary: 'prebuilt', rehearse: 'false' }
const runs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '`binary:`, packed without compression': { ...given, 'compression-level': '0' },
  '`binary:`, packed at the default level': given,
  '`binary:`, all defaults, with the rehearsal': { binary: 'prebuilt' },
  'built, packed at the default level': { rehearse: 'false' },
}

const versions: readonly Version[] = [
  {
    commit: '32626c9',
    story:
      'started as ES modules whose chunks V8 read twice, loaded everything about `go build` also for a given binary, and read the project through the thread pool. Now the bundle is CommonJS with modules that are compiled once (`scripts/build-dist.mjs`), building has a chunk of its own (`src/stages/build.ts`), and the project is read on the main thread (`src/project/listing.ts`)',
  },
  {
    commit: 'bed95e6',
    story:
      'asked `go env` after the checks, loaded what later stages need before it started `go build`, loaded the library for globs in every run, and packed as the table of the writer says. Now `go env` is asked while the checks are loaded and run (`src/stages/begin-build.ts`), nothing comes before `go build`, and that library is loaded for the input `include` only (`src/archive/include-patterns.ts`)',
  },
]

/**
 * Measures runs of the versions in turn, Go's build cache warm.
 *
 * @param programs the sample
 * @param rounds of alternation
 */
export async function measureEarlierRuns({ hello }: Programs, rounds: number): Promise<Section> {
  const workspace = workspaceWith('earlier-runs', hello.path)
  const blocks: Section['blocks'][number][] = [`Runs on \`samples/hello-world\`, ${rounds} rounds in turn.`]
  for (const version of versions) blocks.push(...(await compareWith(version, workspace, rounds)))
  return { title: 'Whole runs, before and after', blocks, budgets: [] }
}

async function compareWith(version: Version, workspace: string, rounds: number): Promise<Section['blocks']> {
  const { commit, story } = version
  const folder = join(cacheFolder, 'earlier', `${commit}-dist`)
  if (!extractCommit(commit, ['dist'], folder)) {
    return [leftOut(version)]
  }
  const rows: string[][] = []
  for (const [name, inputs] of Object.entries(runs)) {
    const runWith = (dist: string) => () => {
      // Absent as after a checkout: Go would see that it is up to date.
      rmSync(join(workspace, 'handler'), { force: true })
      return timeAction(workspace, inputs, dist)
    }
    const { old, now } = await alternate(rounds, {
      old: runWith(join(folder, 'dist')),
      now: runWith(join(repositoryRoot, 'dist')),
    })
    rows.push([name, shown(old), shown(now), times(ratioOf(now, old))])
  }
  return [`Commit \`${commit}\` ${story}.`, { head: ['run', 'before', 'now', 'wall time'], rows }]
}
