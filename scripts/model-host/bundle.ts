/** The host model as one file that Node runs: nothing else has to be beside it, in a container either. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const entry = join(dirname(fileURLToPath(import.meta.url)), 'main.ts')

/** @param file where to write it, for example `model-host.mjs` */
export async function bundleModelHost(file: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await bundleModelHost(process.argv[2] ?? 'model-host.mjs')
