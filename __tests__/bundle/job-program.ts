/** Bundles `job-process.ts` once for all workers of a test run. It knows nothing of tests. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { programVariable } from './warm-jobs'

/** Global set-up of the tests that run jobs. */
export async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'job-program-'))
  const outfile = join(folder, 'job-process.cjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'job-process.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    outfile,
    define: { 'import.meta.url': 'programUrl' },
    banner: { js: "const programUrl = require('node:url').pathToFileURL(__filename).href;" },
    // Asked for by a library that does without them.
    external: ['xmlbuilder2', 'libxmljs2'],
    logLevel: 'error',
  })
  process.env[programVariable] = outfile
  return () => rmSync(folder, { recursive: true, force: true })
}
