/**
 * A bundle of the same sources with a source map that knows columns (that of the shipped bundler knows lines only).
 * Not what is shipped.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

/** Writes `index.js` with `index.js.map`, in the place of that of `dist/`. */
export async function bundleForMeasuring(root: string, dist: string): Promise<void> {
  await build({
    entryPoints: [join(root, 'src', 'index.ts')],
    outfile: join(dist, 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    // Not named in the bundle, or each process would read the map and repeat it in its report.
    sourcemap: 'external',
    banner: { js: 'const addressOfBundle = require("node:url").pathToFileURL(__filename).href;' },
    define: { 'import.meta.url': 'addressOfBundle' },
    // An optional part of a library, which is not installed.
    external: ['xmlbuilder2'],
    logLevel: 'error',
  })
  writeFileSync(join(dist, 'package.json'), '{"type":"commonjs"}\n')
}
