import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Tests that start the bundle or the emulator; all others are units (`npm run test:unit`). */
const whole = ['bundle', 'emulator', 'workflow'].map((folder) => `__tests__/${folder}/**/*.test.ts`)

/** What takes longest begins first, so that no worker is left with it at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ project, moduleId }: TestSpecification): number =>
      moduleId.includes('/workflow/') ? 0 : project.name === 'whole' ? 1 : 2
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
    projects: [
      { extends: true, test: { name: 'unit', include: ['__tests__/**/*.test.ts'], exclude: whole } },
      { extends: true, test: { name: 'whole', include: whole } },
    ],
  },
})
