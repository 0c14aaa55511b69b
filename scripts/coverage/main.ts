/**
 * Measures which lines and branches of src/ and emulator/ the tests run, those of child processes included: vitest
 * measures its own process, and every Node below it writes what it ran. Judges nothing but that the tests could run.
 *
 * `npm run coverage [file …]`: figures per room, and `.cache/coverage/summary.json`.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startVitest } from 'vitest/node'
import { addChildren } from './child-reports'
import { bundleForMeasuring } from './measured-bundle'
import { type Frame, summarize } from './summary'

const root = join(import.meta.dirname, '..', '..')
const folder = join(root, '.cache', 'coverage')
const children = join(folder, 'children')
const measured = ['src', 'emulator'].map((folder) => `${root}/${folder}/**/*.ts`)

rmSync(folder, { recursive: true, force: true })
mkdirSync(children, { recursive: true })
const dist = join(folder, 'dist')
await bundleForMeasuring(root, dist)

const startedAt = performance.now()
const vitest = await startVitest('test', process.argv.slice(2), {
  root,
  watch: false,
  // Node hands the folder on to each Node that it starts, also where the environment of the child is a chosen one.
  env: { ACTION_DIST: dist, NODE_V8_COVERAGE: children },
  // Everything is slower while it is measured.
  testTimeout: 240_000,
  reporters: ['default', ['json', { outputFile: join(folder, 'tests.json') }]],
  coverage: {
    enabled: true,
    provider: 'v8',
    include: measured,
    reporter: ['json'],
    reportsDirectory: join(folder, 'vitest'),
    reportOnFailure: true,
  },
})
await vitest.close()
const elapsedSeconds = Math.round((performance.now() - startedAt) / 1000)

const frame: Frame = JSON.parse(readFileSync(join(folder, 'vitest', 'coverage-final.json'), 'utf8'))
const own = summarize(root, frame)
const reports = addChildren(frame, { root, dist, folder: children })
const whole = summarize(root, frame)
writeFileSync(join(folder, 'summary.json'), `${JSON.stringify({ elapsedSeconds, own, whole }, null, 2)}\n`)

console.log(`\n${reports} child processes, ${elapsedSeconds} s`)
console.log('room'.padEnd(28), 'lines'.padStart(18), 'branches'.padStart(18))
for (const [room, { lines, branches }] of Object.entries(whole)) {
  console.log(room.padEnd(28), share(lines).padStart(18), share(branches).padStart(18))
}

function share({ covered, total }: { readonly covered: number; readonly total: number }): string {
  return `${covered}/${total} ${((100 * covered) / Math.max(1, total)).toFixed(2)} %`
}
