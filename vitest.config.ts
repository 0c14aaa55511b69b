import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const below = (...folders: readonly string[]): string[] =>
  folders.map((folder) => `__tests__/${folder}/**/*.test.ts`)

/** Tests that start the bundle or the emulator. */
const whole = below('bundle', 'emulator', 'workflow')

/** Tests that build with Go, or start handlers, browsers or git by the dozen. What is in neither list is a unit (`npm run test:unit`). */
const programs = [
  ...below('go/build', 'go/causes', 'go/cgo', 'host/isolation', 'predictions', 'scripts'),
  ...['elf/go-builds', 'host/functions-host', 'host/rehearse', 'truth/truth'].map(
    (file) => `__tests__/${file}.test.ts`,
  ),
  ...['report/rendering', 'repository/drawn-pages', 'repository/pages'].map(
    (file) => `__tests__/${file}.test.ts`,
  ),
]

/**
 * What takes longest begins first, so that no worker is left with it at the end. The units come together at the end, since
 * a worker reads everything anew for another project.
 */
const first = [
  '/workflow/',
  '/readme-blocks.',
  '/deploy-faults.',
  '/kill.',
  '/swap.',
  '/unchanged.',
  '/bundle/',
]
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification): number => {
      if (project.name === 'unit') return first.length + 1
      const at = first.findIndex((part) => moduleId.includes(part))
      return at === -1 ? first.length : at
    }
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other))
  }
}

export default defineConfig({
  test: {
    globalSetup: '__tests__/temporary-files.ts',
    testTimeout: 60_000,
    // CI shares its machine: what misses a window of time there is asked once more, and is named as such.
    retry: process.env['CI'] === undefined ? 0 : 1,
    hookTimeout: 180_000,
    // Many tests wait for a process or for a deadline: with two workers for each processor no processor waits with them.
    maxWorkers: Math.min(8, 2 * availableParallelism()),
    sequence: { sequencer: LongestFirst },
    // A worker reads every module once. What a test sets for its process, it takes back.
    isolate: false,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['__tests__/**/*.test.ts'], exclude: [...whole, ...programs] },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: [...whole, ...programs],
          globalSetup: '__tests__/bundle/job-program.ts',
        },
      },
    ],
  },
})
