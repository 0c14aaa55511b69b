/**
 * A whole check run against the commands that a careful user would type instead.
 */
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '../scripts/run-action'
import { type Section, times } from './page'
import { timeAction, timeProgram } from './processes'
import { cacheFolder } from './programs'
import { alternate, ratioOf, type Series, shown } from './sampling'

// Without VCS stamping, which would ask git about this whole repository.
// The same for the action.
const withoutStamp = { 'build-flags': '-buildvcs=false' }
const buildEnv = { CGO_ENABLED: '0', GOOS: 'linux', GOARCH: 'amd64', GOFLAGS: '-buildvcs=false' }

interface Case {
  readonly name: string
  readonly inputs: Readonly<Record<string, string>>
  /** Path of the executable in the project. */
  readonly output: string
  readonly buildArgs: readonly string[]
}

const cases: readonly Case[] = [
  { name: 'hello-world', inputs: withoutStamp, output: 'handler', buildArgs: ['handler.go'] },
  {
    name: 'multi-function',
    inputs: { ...withoutStamp, 'main-package': './cmd/orders' },
    output: 'bin/handler',
    buildArgs: ['./cmd/orders'],
  },
]

/**
 * Measures whole runs with a build, with Go's cache warm and the executable absent, as after a checkout.
 *
 * @param rounds of alternation
 */
export async function measureByHand(rounds: number): Promise<Section> {
  const rows: (readonly string[])[] = []
  let worst = 0
  for (const each of cases) {
    const { action, rehearsed, hand } = await measureCase(each, rounds)
    const ratio = ratioOf(action, hand)
    worst = Math.max(worst, ratio)
    const rehearsedRatio = times(ratioOf(rehearsed, hand))
    rows.push([each.name, shown(action), shown(hand), times(ratio), shown(rehearsed), rehearsedRatio])
  }
  return {
    title: 'A whole check run against the same by hand',
    blocks: [
      `${rounds} rounds in turn, Go's build cache warm, the executable absent as after a checkout. By hand: \`go build -trimpath -buildvcs=false\`, \`file\`, \`ldd\`, \`zip -q -r -6\`. The run checks the project, explains the binary, packs and reads the package back, and writes summary and outputs besides; with the rehearsal it also starts the handler, for which there is no command. Most of what the rehearsal adds is waiting: the handler has to live on for a moment after it listens, as a program that ends behind its server does not. The rest is keeping it apart from the job (\`npm run measure:isolation\`), unpacking the zip, and the calls.`,
      { head: ['project', 'action', 'by hand', 'ratio', 'action with rehearsal', 'ratio'], rows },
    ],
    budgets: [
      {
        needsFreeCores: true,
        what: 'whole check run with a warm Go cache, against `go build` + `file` + `ldd` + `zip -r`',
        limit: times(1),
        measured: `${times(worst)} (the worse of ${cases.length} projects)`,
        isMet: worst <= 1,
      },
    ],
  }
}

async function measureCase(
  { name, inputs, output, buildArgs }: Case,
  rounds: number,
): Promise<Readonly<Record<'action' | 'rehearsed' | 'hand', Series>>> {
  const folder = join(cacheFolder, 'workspaces', `by-hand-${name}`)
  mkdirSync(folder, { recursive: true })
  cpSync(join(repositoryRoot, 'samples', name), folder, { recursive: true })
  const executable = join(folder, output)
  const zip = join(cacheFolder, 'by-hand.zip')
  const act = (mode: string) => async () => {
    rmSync(executable, { force: true })
    return timeAction(folder, { ...inputs, rehearse: mode })
  }
  return alternate(rounds, {
    action: act('false'),
    rehearsed: act('auto'),
    hand: async () => {
      rmSync(executable, { force: true })
      rmSync(zip, { force: true })
      const where = { cwd: folder, env: buildEnv }
      return (
        (await timeProgram('go', ['build', '-trimpath', '-o', output, ...buildArgs], where)) +
        (await timeProgram('file', [output], where)) +
        (await timeProgram('ldd', [output], { ...where, exitCodes: [0, 1] })) +
        (await timeProgram('zip', ['-q', '-r', '-6', zip, '.', '-x', '*.go', 'go.*'], where))
      )
    },
  })
}
